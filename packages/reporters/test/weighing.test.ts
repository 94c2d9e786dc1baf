import {
  audit,
  defineRule,
  minutes,
  off,
  type Profile,
  project as projectFact,
  projectOf,
  type RuleSet,
  use,
} from '@django-golive/core';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { json, markdown, sarif, terminal } from '../src/index.js';

const demo = (id: string) =>
  defineRule({
    id,
    title: `Title of ${id}`,
    sound: 'Sound',
    category: 'security',
    severity: 'high',
    effort: minutes(5),
    risk: 'Something happens.',
    references: [],
    since: '0.1.0',
    needs: { project: projectFact },
    problems: { found: 'It is there.' },
    *check({ project }, { problem }) {
      const file = project.file('manage.py');
      if (file) yield problem('found', { at: file.at({ start: 0, end: 1 }) });
    },
  });

const [milder, voided, plain] = [demo('demo/milder'), demo('demo/void'), demo('demo/plain')];
const moon: Profile = {
  id: 'moon',
  title: 'The Moon',
  detector: { needs: {}, detect: () => undefined },
  providers: [],
  rules: [
    use(milder, { severity: 'low', why: 'Nobody lives there.' }),
    off(voided, 'There is no air to carry `Host`.'),
  ],
  capabilities: [],
  checklist: { needs: {}, items: () => [] },
};

function reportOf(rules: RuleSet, profile?: Profile) {
  return audit(projectOf({ 'manage.py': 'x' }, { name: 'shop' }), {
    providers: [],
    rules: [...rules, ...(profile?.rules ?? [])],
    ...(profile ? { profile } : {}),
    today: '2026-11-20',
    version: '1.2.3',
  });
}

describe('what a target makes of a rule', () => {
  const report = reportOf([milder, voided, plain], moon);
  const elsewhere = reportOf([milder, voided, plain]);

  test('is in the report, on the finding and in the list of what was not judged', () => {
    expect(report.findings.map(({ rule, severity, weighed }) => ({ rule, severity, weighed }))).toEqual([
      { rule: 'demo/plain', severity: 'high', weighed: null },
      { rule: 'demo/milder', severity: 'low', weighed: { from: 'high', why: 'Nobody lives there.' } },
    ]);
    expect(report.notJudged).toEqual([
      { rule: 'demo/void', title: 'Title of demo/void', why: 'There is no air to carry `Host`.' },
    ]);
    expect(JSON.parse(json(report))).toMatchObject({ notJudged: report.notJudged });
    expect(elsewhere.notJudged).toEqual([]);
    expect(elsewhere.findings.every(({ weighed }) => weighed === null)).toBe(true);
  });

  test('is told by the markdown report', () => {
    const text = markdown(report);
    expect(text).toContain('**Weighed** from high to low on The Moon: Nobody lives there.');
    expect(text.match(/\*\*Weighed\*\*/g)).toHaveLength(1);
    expect(text).toContain(
      '## Not judged on The Moon\n\n- Title of demo/void (`demo/void`): There is no air to carry `Host`.',
    );
    expect(markdown(elsewhere)).not.toMatch(/Weighed|Not judged/);
  });

  test('is told on a terminal', () => {
    const text = terminal(report);
    expect(text).toContain('weighed from high to low on The Moon: Nobody lives there.');
    expect(text).toContain('Not judged on The Moon\n\n  demo/void: There is no air to carry `Host`.');
    expect(terminal(elsewhere)).not.toMatch(/weighed|Not judged/);
  });

  test('is told in SARIF, of the result and of the run', () => {
    const [run] = (JSON.parse(sarif(report)) as Log).runs;
    const result = run?.results?.find(({ ruleId }) => ruleId === 'demo/milder');
    expect(result?.message.text).toBe('It is there. Weighed from high to low on The Moon: Nobody lives there.');
    expect(result?.properties?.weighed).toEqual({ from: 'high', why: 'Nobody lives there.' });
    expect(run?.invocations?.[0]?.toolExecutionNotifications?.at(-1)?.message.text).toBe(
      'Not judged on The Moon: demo/void. There is no air to carry `Host`.',
    );
    expect(JSON.stringify((JSON.parse(sarif(elsewhere)) as Log).runs)).not.toMatch(/eighed|Not judged/);
  });
});
