import { expect, test } from 'vitest';
import {
  audit,
  defineRule,
  given,
  minutes,
  project as projectFact,
  projectOf,
  type Report,
  use,
} from '../src/index.js';
import { suppressionComment } from '../src/rules/golive/suppression-comment.js';
import { suppressionsIn } from '../src/settle.js';

const smell = defineRule({
  id: 'test/smell',
  title: 'Smell',
  sound: 'No smell',
  category: 'security',
  severity: 'high',
  effort: minutes(10),
  risk: 'It smells.',
  references: [],
  since: '0.1.0',
  needs: { project: projectFact },
  problems: { found: 'A smell named {name}.' },
  *check({ project }, { problem }) {
    const file = project.file('app.py');
    for (const match of file?.text.matchAll(/smell_(\w+)/g) ?? []) {
      if (!file) return;
      yield problem(
        'found',
        { at: file.at({ start: match.index, end: match.index + match[0].length }), subject: match[1] ?? '' },
        { name: match[1] ?? '' },
      );
    }
  },
});

function auditText(text: string, baseline: readonly string[] = []): Report {
  return audit(projectOf({ 'app.py': text }), {
    providers: [],
    rules: [smell, suppressionComment],
    today: '2026-11-20',
    version: '0.0.0',
    baseline: { version: 1, fingerprints: baseline },
  });
}
const statuses = (report: Report): readonly string[] =>
  report.findings.filter((f) => f.rule === smell.id).map((f) => f.status);

test('a comment with a reason accepts a finding on its line', () => {
  const report = auditText('smell_a = 1  # golive: ignore[test/smell] it is a cheese\nsmell_b = 2\n');
  expect(report.findings.map((f) => [f.rule, f.status, f.suppression?.reason])).toEqual([
    ['test/smell', 'suppressed', 'it is a cheese'],
    ['test/smell', 'open', undefined],
  ]);
});

test('a comment on a line of its own speaks for the next line', () => {
  expect(statuses(auditText('# golive: ignore[test/smell] a cheese\nsmell_a = 1\nsmell_b = 1\n'))).toEqual([
    'suppressed',
    'open',
  ]);
});

test('a comment for the file speaks for every line', () => {
  expect(statuses(auditText('# golive: ignore-file[test/smell] a dairy\n\nsmell_a = 1\nsmell_b = 1\n'))).toEqual([
    'suppressed',
    'suppressed',
  ]);
});

test('a comment without a reason accepts nothing and is a finding', () => {
  const report = auditText('smell_a = 1  # golive: ignore[test/smell]\n');
  expect(report.findings.map((f) => [f.rule, f.messageId, f.status])).toEqual([
    ['test/smell', 'found', 'open'],
    ['golive/suppression-comment', 'no-reason', 'open'],
  ]);
});

test('a comment that has expired accepts nothing, one that has not does', () => {
  expect(statuses(auditText('smell_a = 1  # golive: ignore[test/smell] cheese (until 2026-11-19)\n'))).toEqual([
    'open',
  ]);
  const report = auditText('smell_a = 1  # golive: ignore[test/smell] cheese (until 2026-11-20)\n');
  expect(report.findings[0]).toMatchObject({
    status: 'suppressed',
    suppression: { reason: 'cheese', until: '2026-11-20' },
  });
});

test('a comment that accepts nothing is a finding', () => {
  expect(auditText('x = 1  # golive: ignore[test/smell] gone\n').findings).toMatchObject([
    { rule: 'golive/suppression-comment', messageId: 'unused' },
  ]);
});

test('a rule all of whose findings are accepted counts neither as passed nor as failed', () => {
  const report = auditText('smell_a = 1  # golive: ignore[test/smell] a cheese\n');
  expect(report.outcomes[0]).toMatchObject({ rule: 'test/smell', outcome: 'accepted' });
  expect(report.verdict).toBe('ready');
});

test('a baseline marks what is known and keeps it in the score', () => {
  const first = auditText('smell_a = 1\n');
  const known = first.findings.map((f) => f.fingerprint);
  const later = auditText('# a new line\n\nsmell_a = 1\nsmell_b = 2\n', known);
  expect(statuses(later)).toEqual(['baselined', 'open']);
  expect(later.verdict).toBe('ready-with-fixes');
});

test('fingerprints survive edits elsewhere and tell equal findings apart', () => {
  const [a] = auditText('smell_a = 1\n').findings;
  const [b] = auditText('import os\n\n\nif True:\n    smell_a = 2\n').findings;
  expect(b?.fingerprint).toBe(a?.fingerprint);
  const twice = auditText('smell_a = 1\nsmell_a = 2\n').findings.map((f) => f.fingerprint);
  expect(new Set(twice).size).toBe(2);
  expect(twice[0]).toBe(a?.fingerprint);
});

test('comments are read in any file that has # comments, and only as comments', () => {
  const file = projectOf({ 'x.conf': 'A b # golive: ignore[a/b, c/d] reason here (until 2027-01-01)\n' }).file(
    'x.conf',
  );
  expect(file && suppressionsIn(file, '2026-11-20')).toMatchObject([
    { rules: ['a/b', 'c/d'], reason: 'reason here', until: '2027-01-01', lines: [1, 1] },
  ]);
});

test('a rule that throws is reported as crashed and takes nothing with it', () => {
  const broken = defineRule({
    ...smell,
    id: 'test/broken',
    needs: {},
    problems: {},
    check: () => {
      throw new Error('no milk');
    },
  });
  const report = audit(projectOf({ 'app.py': 'smell_a' }), {
    providers: [given(projectFact, projectOf({ 'app.py': 'smell_a' }))],
    rules: [broken, smell],
    today: '2026-11-20',
    version: '0',
  });
  expect(report.outcomes.map((row) => row.outcome)).toEqual(['crashed', 'failed']);
  expect(report.notices.map((notice) => notice.text)).toContain(
    'The rule test/broken failed and was left out: no milk',
  );
});

test('a milder finding makes its rule weigh less, unless somebody weighed the rule', () => {
  const milder = defineRule({
    ...smell,
    *check(facts, how) {
      for (const verdict of smell.check(facts, how)) yield { ...verdict, severity: 'low' };
    },
  });
  const weighed = (rules: Parameters<typeof audit>[1]['rules']) => {
    const report = audit(projectOf({ 'app.py': 'smell_a = 1\n' }), {
      providers: [],
      rules,
      today: '2026-11-20',
      version: '0.0.0',
    });
    return [report.findings[0]?.severity, report.outcomes[0]?.severity, report.plan[0]?.severity];
  };
  expect(weighed([milder])).toEqual(['low', 'low', 'low']);
  expect(weighed([use(milder, { severity: 'critical' })])).toEqual(['critical', 'critical', 'critical']);
});
