/** The comparison of targets, as a table of all and what each would take. */
import type { ComparedChange, ComparedTarget, TargetComparison } from '@django-golive/core';
import { describe, expect, test } from 'vitest';
import { comparisonMarkdown, comparisonTerminal } from '../src/index.js';

const location = { path: 'config/settings.py', start: { line: 9, column: 1 }, end: { line: 9, column: 5 } };
const change = (rule: string, severity: ComparedChange['severity'], more: Partial<ComparedChange> = {}) => ({
  rule,
  severity,
  message: `\`${rule}\` is | wrong.`,
  location,
  summary: 'Mend it.',
  findings: 1,
  effort: 90,
  targets: ['moon'],
  ...more,
});

const moon: ComparedTarget = {
  id: 'moon',
  title: 'The Moon',
  confidence: 0.9,
  reasons: [{ location: { ...location, path: 'moon.toml' }, note: '`moon.toml` is read by the Moon alone.' }],
  verdict: 'not-ready',
  score: { value: 4.9, grade: 'F', coverage: 0.8, provisional: false },
  module: 'config.settings',
  capabilities: [
    {
      feature: 'celery',
      support: 'limited',
      plans: [
        { plan: 'free', support: 'impossible' },
        { plan: 'paid', support: 'works' },
      ],
      note: 'Only on the bright side.',
      evidence: [{ location, note: 'seen' }],
    },
    { feature: 'sqlite', support: 'impossible', plans: [], note: 'No disk.', evidence: [] },
    { feature: 'redis', support: 'works', plans: [], note: 'As a crater.', evidence: [] },
  ],
  changes: [
    change('moon/air', 'critical', { findings: 3 }),
    change('space/cold', 'high', { targets: ['moon', 'mars'] }),
    change('moon/dust', 'medium'),
  ],
  questions: 2,
};
const mars: ComparedTarget = {
  ...moon,
  id: 'mars',
  title: 'Mars',
  confidence: 0,
  reasons: [],
  verdict: 'ready-with-fixes',
  score: { value: 8, grade: 'B', coverage: 0.4, provisional: true },
  capabilities: [],
  changes: [change('space/cold', 'high', { targets: ['moon', 'mars'] })],
  questions: 0,
};
const venus: ComparedTarget = { ...mars, id: 'venus', title: 'Venus', changes: [] };
const comparison: TargetComparison = {
  version: 1,
  tool: {
    name: 'golive',
    version: '1.2.3',
    dataDate: '2026-11-01',
    advisories: { from: 'a snapshot', asOf: '2026-11-01' },
  },
  date: '2026-11-20',
  project: { name: 'shop' },
  everywhere: [change('deps/old', 'high')],
  targets: [moon, mars, venus],
};

describe('markdown', () => {
  const text = comparisonMarkdown(comparison);

  test('has one table of all targets', () => {
    expect(text).toContain(
      '| **The Moon** | yes (`moon.toml:9`) | Not ready | 4.9 F | Redis | Celery (free: impossible) | SQLite | 1 critical, 1 high, 1 lesser |',
    );
    expect(text).toContain(
      '| **Mars** | no | Ready with fixes (settings only) | 8.0 B (provisional) | – | – | – | 1 high |',
    );
    expect(text).toContain('2 targets are not set up in the repository');
    expect(comparisonMarkdown({ ...comparison, targets: [moon] })).not.toContain('set up');
  });

  test('tells once what is wrong everywhere, then what each target would take', () => {
    const order = [
      '## To mend wherever it runs',
      '`deps/old`',
      '## To mend on several',
      'space/cold',
      '## The Moon',
      '`moon/air`',
      '## Mars',
    ];
    const places = order.map((words) => text.indexOf(words));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(text).toContain(
      '| Critical | `moon/air` is \\| wrong. And 2 more. | Mend it. | `config/settings.py:9` | `moon/air` | 1.5 h |',
    );
    expect(text).toContain('1 lesser problem beside them.');
    expect(text).toContain(
      '| Celery | free: impossible, paid: works | Only on the bright side. | `config/settings.py:9` |',
    );
    expect(text.match(/`space\/cold` is/g)).toHaveLength(1);
    expect(text).toContain('| `space/cold` | 1.5 h | The Moon, Mars |');
    expect(text.slice(text.indexOf('## Mars'), text.indexOf('## Venus'))).toContain('1 problem of those that several');
    expect(text.slice(text.indexOf('## Venus'))).toContain('Nothing is to mend there that is not everywhere.');
  });
});

describe('terminal', () => {
  const text = comparisonTerminal(comparison, { columns: 100 });

  test('has a row a target', () => {
    expect(text).toMatch(/^ {2}The Moon +yes +Not ready +4\.9 +1\/1\/1 +1 critical, 1 high, 1 lesser$/m);
    expect(text).toMatch(/^ {2}Mars +no +Ready with fixes\* +8\.0\? +0\/0\/0 +1 high$/m);
    expect(text).toContain('* 2 targets are not set up in the repository');
    expect(text).toContain('    on The Moon, Mars\n');
  });

  test('says what each target carries and what would have to change', () => {
    expect(text).toContain('~ Celery (free: impossible, paid: works). Only on the bright side. config/settings.py:9');
    expect(text).toContain('✗ SQLite (impossible). No disk.');
    expect(text).toContain('! critical: `moon/air` is | wrong. And 2 more.\n    config/settings.py:9 · moon/air');
  });

  test('is plain without colour, and never sends what a project wrote to the terminal', () => {
    expect(text).not.toContain('\u001b');
    const hostile = { ...comparison, project: { name: 'a\u001b[2Jb' } };
    expect(comparisonTerminal(hostile)).not.toContain('\u001b');
    expect(comparisonTerminal(comparison, { color: true })).toContain('\u001b[31m');
  });
});
