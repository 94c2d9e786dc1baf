import { createFactReader, projectOf, providersOf, settings } from '@django-golive/core';
import { readSettings } from '@django-golive/django-settings';
import { readDependencies } from '@django-golive/python-deps';
import { expect, test } from 'vitest';

function settingsOf(text: string, strict = false) {
  const project = projectOf({ 'manage.py': '', 'config/settings.py': text });
  const providers = [...readDependencies, ...readSettings];
  const operator = { settings: 'config.settings', strict };
  return createFactReader(providersOf(project, { providers, operator, today: '2026-11-20' }))(settings);
}

test('settings past an error that keeps Django from starting are judged in an audit, not in strict mode', () => {
  const text = 'ALLOWED_HOSTS = UNDEFINED\nDEBUG = True\n';
  const audited = settingsOf(text);
  expect(audited.startup).toMatchObject({ ok: false, complete: true, error: { type: 'NameError' } });
  expect(audited.get('DEBUG').value).toEqual({ kind: 'bool', value: true });
  expect(audited.get('ALLOWED_HOSTS').value.kind).toBe('unknown');
  const strict = settingsOf(text, true);
  expect(strict.startup).toMatchObject({ ok: false });
  expect(strict.startup).not.toHaveProperty('complete');
  expect(strict.get('DEBUG').value.kind).toBe('unknown');
});

test('settings behind sys.exit are not judged', () => {
  expect(settingsOf('import sys\nsys.exit(1)\nDEBUG = True\n').startup).not.toHaveProperty('complete');
});
