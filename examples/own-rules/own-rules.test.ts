/** Shows that the house rules do what their author meant, on the retail example and beside it. */
import { fileURLToPath } from 'node:url';
import { auditProject } from 'django-golive';
import { examine } from 'django-golive/testing';
import { describe, expect, test } from 'vitest';
import { houseRules } from './house-rules.js';
import { sessionTooLong } from './session-too-long.js';

const retail = fileURLToPath(new URL('../retail', import.meta.url));
const today = '2026-11-20';

const site = (line: string) => ({
  'manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site_settings')\n",
  'site_settings.py': `${line}\n`,
});

describe('the house rules on the retail example', () => {
  const report = auditProject(retail, { today, rules: houseRules });

  test('find the session that outlives the shift of eight hours', () => {
    expect(report.findings.filter(({ rule }) => rule === 'house/session-too-long')).toMatchObject([
      {
        message: '`SESSION_COOKIE_AGE` is 36000 seconds, more than a shift of 8 hours.',
        location: { path: 'shopfloor/settings_base.py' },
      },
    ]);
  });

  test('leave out the rule that is turned off, which golive alone would apply', () => {
    const has = (rules: readonly { readonly rule: string }[]) =>
      rules.some(({ rule }) => rule === 'docker/database-port-published');
    expect(has(auditProject(retail, { today }).outcomes)).toBe(true);
    expect(has(report.outcomes)).toBe(false);
  });

  test('weigh a rule of golive as the company does', () => {
    expect(report.outcomes.find(({ rule }) => rule === 'settings/debug-default-true')?.severity).toBe('critical');
  });
});

describe('the length of a session', () => {
  test('is twelve hours where nobody says otherwise', () => {
    expect(examine(sessionTooLong, site('SESSION_COOKIE_AGE = 12 * 60 * 60')).outcome).toBe('passed');
    expect(examine(sessionTooLong, site('SESSION_COOKIE_AGE = 12 * 60 * 60 + 1')).outcome).toBe('failed');
  });

  test("is two weeks by Django's default", () => {
    expect(examine(sessionTooLong, site('DEBUG = False')).findings[0]?.message).toContain('1209600 seconds');
  });

  test('is asked for where it cannot be known', () => {
    const unknown = site('import time\nSESSION_COOKIE_AGE = int(time.time())');
    expect(examine(sessionTooLong, unknown).outcome).toBe('undetermined');
  });
});
