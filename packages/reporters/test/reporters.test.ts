import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { json, markdown, reporters, runReporters, sarif, terminal } from '../src/index.js';
import { sample } from './sample.js';

/** The official schema, as Microsoft's tools ship it. */
const schema = JSON.parse(
  readFileSync(
    new URL('../../../node_modules/@microsoft/sarif-multitool-ts/assets/sarif-2.1.0.schema.json', import.meta.url),
    'utf8',
  ),
) as Record<string, unknown>;

describe('sarif', () => {
  const log = JSON.parse(sarif(sample)) as Log;
  const [run] = log.runs;

  test('passes the official schema', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(schema);
    expect(validate(log) || validate.errors).toBe(true);
    expect(validate({ ...log, runs: [{ ...run, results: [{ ...run?.results?.[0], level: 'critical' }] }] })).toBe(
      false,
    );
  });

  test('holds every rule that ran and only open findings', () => {
    expect(run?.tool.driver.rules?.map((rule) => rule.id)).toEqual(sample.rules.map((rule) => rule.id));
    expect(run?.results?.map((result) => result.ruleId)).toEqual(['demo/critical', 'demo/info']);
    for (const result of run?.results ?? [])
      expect(run?.tool.driver.rules?.[result.ruleIndex ?? -1]?.id).toBe(result.ruleId);
  });

  test('gives each result a place, a line hash, a fingerprint and its steps', () => {
    const result = run?.results?.[0];
    expect(result?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'config/my%20settings.py', uriBaseId: '%SRCROOT%' },
      region: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 6 },
    });
    expect(result?.partialFingerprints?.primaryLocationLineHash).toMatch(/^[0-9a-f]+:1$/);
    expect(result?.partialFingerprints?.['golive/v1']).toMatch(/^[0-9a-f]{16}$/);
    expect(result?.codeFlows?.[0]?.threadFlows[0]?.locations.map((step) => step.location?.message?.text)).toEqual([
      'imports os',
      'sets DEBUG',
    ]);
  });

  test('tells severities in every way that code scanning reads', () => {
    const [critical, info] = run?.tool.driver.rules ?? [];
    expect(critical?.properties).toMatchObject({
      'security-severity': '9.5',
      'problem.severity': 'error',
      tags: ['security', 'external/cwe/cwe-489'],
    });
    expect(info?.properties).not.toHaveProperty('security-severity');
    expect(run?.automationDetails?.id).toBe('golive/none/');
  });
});

describe('json', () => {
  test('is the report', () => {
    expect(JSON.parse(json(sample))).toEqual(sample);
  });
});

describe('markdown', () => {
  const text = markdown(sample);

  test('shows who may ask for what, as far as the code shows it', () => {
    const location = { path: 'config/urls.py', start: { line: 5, column: 1 }, end: { line: 5, column: 20 } };
    const route = { view: 'shop.views.pay', writes: ['POST'], csrf: 'no', served: 'yes', location } as const;
    const text = markdown({
      ...sample,
      urls: {
        routes: [
          { ...route, pattern: 'pay/<int:pk>/', access: 'public' },
          { ...route, pattern: 'api/', access: 'api-default', writes: null, csrf: 'yes', served: 'maybe' },
        ],
        complete: false,
        apiDefault: ['rest_framework.permissions.AllowAny'],
      },
    });
    expect(text).toContain(
      '| `/pay/<int:pk>/` | `shop.views.pay` | everybody | POST | not asked for | `config/urls.py:5` |',
    );
    expect(text).toContain("| the API's default (where it is served) | not known |  |");
    expect(text).toContain("The API's default is `rest_framework.permissions.AllowAny`. Part of the configuration");
    expect(markdown(sample)).not.toContain('Who may ask');
  });

  test('begins with the verdict and what to do first', () => {
    expect(text).toMatch(/^# Production readiness of shop\n/);
    expect(text).toContain('| Verdict | **Not ready** |');
    expect(text.indexOf('## What to do first')).toBeLessThan(text.indexOf('## Critical (1 problem)'));
  });

  test('shows a finding with place, state, change, risk and effort', () => {
    expect(text).toContain('**Where:** `config/my settings.py:2`');
    expect(text).toContain(
      '**Required change.** Mend it (in `config/my settings.py`)\n\n```python\nDEBUG = False\n```',
    );
    expect(text).toContain('**Effort:** 1.5 h');
    expect(text).toContain('Anyone can read \\| everything.');
  });

  test('never lets what a project wrote become markup', () => {
    expect(text).not.toMatch(/<script>/);
    for (const line of text.split('\n').filter((row) => row.startsWith('|'))) {
      expect(line.replaceAll('\\|', '').split('|').length).toBeGreaterThan(2);
    }
  });

  test('lists questions, strengths and what is accepted with its reason', () => {
    expect(text).toContain('- Is `SECRET_KEY` right? (`config/my settings.py:3`, `demo/asks`)');
    expect(text).toContain('- Sound of demo/passes (`demo/passes`)');
    expect(text).toMatch(/## Accepted\n\n- .*known and fine/);
  });

  test('in brief holds only verdict, plan and findings', () => {
    expect(markdown(sample, { brief: true })).not.toContain('## What works');
  });
});

describe('terminal', () => {
  test('without colour holds no escape, with colour it does', () => {
    expect(terminal(sample)).not.toContain('\u001b');
    expect(terminal(sample, { color: true })).toContain('\u001b[31m');
  });

  test('shows verdict, finding, remedy, question and the command that tells more', () => {
    const text = terminal(sample, { columns: 90 });
    expect(text).toContain('NOT READY');
    expect(text).toContain('config/my settings.py:2');
    expect(text).toContain('│ DEBUG = False');
    expect(text).toContain('? Is `SECRET_KEY` right?');
    expect(text).toContain('golive explain demo/critical');
  });

  test('shows control characters of a project instead of sending them', () => {
    const hostile = { ...sample, summary: 'a\u001b[2Jb', project: { ...sample.project, name: 'x\u202ey' } };
    for (const control of ['\u001b', '\u202e']) expect(terminal(hostile)).not.toContain(control);
  });
});

describe('the reports of one run', () => {
  const other = { ...sample, target: { id: 'moon', title: 'The Moon', chosen: 'named', reasons: [] } } as const;
  const formats = Object.entries(runReporters);

  test.each(formats)('one alone is in %s what its reporter makes of it', (format, render) => {
    expect(render([sample], { columns: 90 })).toBe(reporters[format]?.(sample, { columns: 90 }));
  });

  test('are one SARIF log that passes the official schema, a run and a category each', () => {
    const log = JSON.parse(runReporters.sarif?.([sample, other]) ?? '') as Log;
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(schema);
    expect(validate(log) || validate.errors).toBe(true);
    expect(log.runs.map((run) => run.automationDetails?.id)).toEqual(['golive/none/', 'golive/moon/']);
    expect(log.runs).toEqual([sample, other].flatMap((report) => (JSON.parse(sarif(report)) as Log).runs));
  });

  test('are a list in JSON, and stand in turn for people', () => {
    expect(JSON.parse(runReporters.json?.([sample, other]) ?? '')).toEqual([sample, other]);
    expect(runReporters.markdown?.([sample, other])).toBe(`${markdown(sample)}\n---\n\n${markdown(other)}`);
    const [first, second] = (runReporters.terminal?.([sample, other]) ?? '').split(/\n─+\n\n/);
    expect([first, second]).toEqual([terminal(sample), terminal(other)]);
  });
});

test('one rule with many findings does not bury the others', () => {
  const [finding] = sample.findings;
  if (!finding) throw new Error('the sample has a finding');
  const many = Array.from({ length: 5 }, (_, index) => ({ ...finding, message: `Finding ${index}.` }));
  const report = { ...sample, findings: many };
  const shown = terminal(report);
  expect(shown).toContain('and 4 more');
  expect(shown.match(/risk /g)).toHaveLength(1);
  for (let index = 0; index < 5; index += 1) expect(shown).toContain(`Finding ${index}.`);
  expect(markdown(report)).toContain('**And 4 more of `demo/critical`**');
  expect(terminal({ ...sample, findings: many.slice(0, 3) }).match(/risk /g)).toHaveLength(3);
});

test('every reporter renders the same report the same way twice', () => {
  expect(Object.keys(reporters)).toEqual(['terminal', 'markdown', 'json', 'sarif']);
  for (const reporter of Object.values(reporters)) expect(reporter(sample)).toBe(reporter(sample));
});
