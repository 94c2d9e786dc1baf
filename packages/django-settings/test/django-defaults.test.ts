/** Django's defaults, series by series. */
import { describe, expect, test } from 'vitest';
import { djangoDefault, djangoDefaultNames, ignoredSetting, settingHistory } from '../src/django/defaults.js';
import { atLeast, before, seriesOf } from '../src/django/series.js';

describe('a default', () => {
  test.each([
    ['USE_TZ', '4.2', { kind: 'bool', value: false }],
    ['USE_TZ', '5.0', { kind: 'bool', value: true }],
    ['X_FRAME_OPTIONS', '2.2', { kind: 'str', value: 'SAMEORIGIN' }],
    ['X_FRAME_OPTIONS', '3.0', { kind: 'str', value: 'DENY' }],
    ['SECURE_REFERRER_POLICY', '3.0', { kind: 'none' }],
    ['SECURE_REFERRER_POLICY', '3.1', { kind: 'str', value: 'same-origin' }],
    ['DEFAULT_AUTO_FIELD', '5.2', { kind: 'str', value: 'django.db.models.AutoField' }],
    ['DEFAULT_AUTO_FIELD', '6.0', { kind: 'str', value: 'django.db.models.BigAutoField' }],
    ['FILE_UPLOAD_PERMISSIONS', '3.2', { kind: 'int', value: 0o644n }],
    ['SECRET_KEY', '5.2', { kind: 'str', value: '' }],
    ['TIME_ZONE', '6.2', { kind: 'str', value: 'America/Chicago' }],
  ])('%s of Django %s', (name, series, value) => {
    expect(djangoDefault(name, series)).toEqual(value);
  });

  test.each([
    ['STORAGES', '4.1'],
    ['STATICFILES_STORAGE', '5.1'],
    ['USE_L10N', '5.0'],
    ['MIDDLEWARE_CLASSES', '2.0'],
    ['SECURE_CSP', '5.2'],
    ['MAILERS', '6.1'],
    ['toString', '5.2'],
  ])('%s is none of Django %s', (name, series) => {
    expect(djangoDefault(name, series)).toBeUndefined();
  });

  test('of LANGUAGES grows with the translations', () => {
    const count = (series: string) => {
      const value = djangoDefault('LANGUAGES', series);
      return value?.kind === 'list' ? value.items.length : value?.kind;
    };
    expect([count('2.2'), count('3.2'), count('4.2'), count('5.2'), count('6.1')]).toEqual([90, 96, 98, 99, 100]);
    expect(count('1.11')).toBe('unknown');
  });

  test('has a name in the list of its series', () => {
    expect(djangoDefaultNames('5.2')).toContain('STORAGES');
    expect(djangoDefaultNames('3.2')).not.toContain('STORAGES');
  });
});

test('a setting has a history', () => {
  expect(settingHistory('STATICFILES_STORAGE')).toEqual({
    deprecated: '4.2',
    removed: '5.1',
    replacement: 'STORAGES["staticfiles"]["BACKEND"]',
  });
  expect(settingHistory('DEBUG')).toBeUndefined();
  expect(['4.1', '4.2', '5.0', '5.1'].map((series) => ignoredSetting('STORAGES', series))).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(ignoredSetting('USE_L10N', '5.0')).toBe(true);
});

test('series compare by number', () => {
  expect([atLeast('1.10', '1.9'), atLeast('5.2.1', '5.2'), before('4.2', '5.0'), before('6.0', '5.2')]).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect([seriesOf('5.2.18'), seriesOf('v4.2rc1'), seriesOf('5'), seriesOf('main')]).toEqual([
    '5.2',
    '4.2',
    '5.0',
    undefined,
  ]);
});
