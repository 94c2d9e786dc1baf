import type { Value } from '@django-golive/core';
import { expect, test } from 'vitest';
import { loggingError } from '../src/django/logging-config.js';

const configured = (version: Value): Value => ({
  kind: 'dict',
  entries: [[{ kind: 'str', value: 'version' }, version]],
});

test('a version that Python writes with escapes is not put into words', () => {
  const listed = (value: string): Value => ({ kind: 'list', items: [{ kind: 'str', value }] });
  expect(loggingError(configured(listed('two')))).toBe("Unsupported version: ['two']");
  expect(loggingError(configured(listed('\x7f')))).toBeUndefined();
  expect(loggingError(configured(listed('é\n')))).toBeUndefined();
  const object: Value = { kind: 'object', type: 'function' };
  expect(loggingError(configured({ kind: 'list', items: [object] }))).toBeUndefined();
});
