import { expect, test } from 'vitest';
import {
  audit,
  defineRule,
  given,
  minutes,
  projectOf,
  type Rule,
  type Settings,
  type Severity,
  type Startup,
  settings as settingsFact,
} from '../src/index.js';
import { settingsOf } from './rules/given.js';

const project = projectOf({ 'config/settings.py': 'DEBUG = True\n' });

function ruleOf(
  id: string,
  severity: Severity,
  how: { readonly applies?: boolean; readonly remedy?: string; readonly refutedBy?: readonly string[] } = {},
): Rule {
  return defineRule({
    id,
    title: `Title of ${id}`,
    sound: 'Sound',
    category: 'security',
    severity,
    effort: minutes(10),
    risk: 'Risk.',
    references: [],
    since: '0.1.0',
    needs: { settings: settingsFact },
    problems: { wrong: 'Wrong.' },
    ...(how.refutedBy ? { refutedBy: how.refutedBy } : {}),
    when: () => how.applies ?? true,
    *check({ settings }, { problem }) {
      for (const name of ['DEBUG', 'SECRET_KEY']) {
        yield {
          ...problem('wrong', { ...settings.get(name), subject: `${id}:${name}` }),
          ...(how.remedy ? { remedy: { summary: `${how.remedy} ${name}` } } : {}),
        };
      }
    },
  });
}

function auditWith(rules: readonly Rule[], startup: Startup, names: Settings['names'] = ['DEBUG']) {
  return audit(project, {
    providers: [given(settingsFact, { ...settingsOf({}), startup, names })],
    rules,
    today: '2026-11-20',
    version: '0.0.0',
  });
}

test('a rule about settings that were not read to their end is undetermined, not inapplicable', () => {
  const rules = [ruleOf('settings/a', 'high', { applies: false })];
  const stopped: Startup = { ok: null, why: 'too many steps' };
  expect(auditWith(rules, stopped, []).outcomes).toMatchObject([{ outcome: 'undetermined' }]);
  expect(auditWith(rules, stopped, []).score).toMatchObject({ coverage: 0, provisional: true, value: null });
  expect(auditWith(rules, { ok: true }).outcomes).toMatchObject([{ outcome: 'notApplicable' }]);
});

test('what keeps Django from starting comes first among equals', () => {
  const report = auditWith([ruleOf('settings/a', 'critical'), ruleOf('startup/b', 'critical')], { ok: true });
  expect(report.plan.map((action) => action.rule)).toEqual(['startup/b', 'settings/a']);
  expect(report.findings[0]?.rule).toBe('startup/b');
});

test('the plan names the common remedy, or how many there are where each finding has its own', () => {
  const [common, each] = auditWith([ruleOf('settings/a', 'high'), ruleOf('settings/b', 'low', { remedy: 'Change' })], {
    ok: true,
  }).plan;
  expect(common?.summary).toBe('Wrong.');
  expect(each).toMatchObject({
    title: 'Title of settings/b',
    summary: '2 findings, each with its own change.',
    effort: 20,
  });
});

test('the summary and the words of a grade follow the verdict', () => {
  const high = auditWith([ruleOf('settings/a', 'high')], { ok: true });
  expect(high.summary).toContain('2 high problems in');
  expect(high.summary).toContain('deploy after the high ones are mended');
  const mixed = auditWith([ruleOf('settings/a', 'high'), ruleOf('settings/b', 'low')], { ok: true });
  expect(mixed.summary).toContain('4 problems (2 high, 2 low)');
});

test('what another rule shows to be untrue is no strength', () => {
  const passing = (refutedBy: readonly string[]): Rule => ({
    ...ruleOf('settings/b', 'high', { refutedBy }),
    *check() {},
  });
  const of = (refutedBy: readonly string[]) => {
    const { strengths, outcomes } = auditWith([ruleOf('settings/a', 'critical'), passing(refutedBy)], { ok: true });
    return [strengths.map(({ rule }) => rule), outcomes.find(({ rule }) => rule === 'settings/b')?.note];
  };
  expect(of(['settings/c'])).toEqual([['settings/b'], 'Sound']);
  expect(of(['settings/a'])).toEqual([[], '']);
});
