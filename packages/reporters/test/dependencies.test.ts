/** The table of third-party packages in the full report. */
import type { Report, ReportDependency } from '@django-golive/core';
import { expect, test } from 'vitest';
import { json, markdown, terminal } from '../src/index.js';
import { sample } from './sample.js';

const row = (name: string, more: Partial<ReportDependency>): ReportDependency => ({
  name,
  version: null,
  specifier: '',
  kind: 'runtime',
  status: 'unknown',
  supportedUntil: null,
  upgrade: null,
  note: '',
  location: { path: 'requirements.txt', start: { line: 3, column: 1 }, end: { line: 3, column: 9 } },
  advisories: [],
  ...more,
});

const rows = [
  row('django', {
    version: '4.2.16',
    status: 'ended',
    supportedUntil: '2026-04-07',
    note: 'newest known of its line: 4.2.30',
  }),
  row('celery', { specifier: '>=5.3', note: 'which version is installed, no file says' }),
  row('pillow', {
    version: '11.2.0',
    status: 'vulnerable',
    upgrade: '12.3.0',
    advisories: [{ id: 'CVE-2026-1', fixed: '12.3.0', score: 7.5 }],
  }),
  row('pytest', { kind: 'dev', version: '8.1.0', status: 'clear' }),
];
const report: Report = {
  ...sample,
  dependencies: rows,
  manifests: [
    {
      path: 'requirements/prod.txt',
      format: 'requirements',
      lock: true,
      kind: 'runtime',
      because: '`Dockerfile` installs it',
    },
    { path: 'pyproject.toml', format: 'pyproject', lock: false, kind: 'optional', because: 'another is installed' },
  ],
  tool: { ...sample.tool, advisories: { from: 'the PyPA advisory database', asOf: '2026-10-20' } },
};
const table = markdown(report).split('## Dependencies')[1]?.split('\n## ')[0] ?? '';

test('each package has its version, its status today, its support, and where to go from it', () => {
  const cells = table
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const of = (name: string) => cells.find((each) => each[1] === name)?.slice(2, 7);
  expect(of('django')).toEqual([
    '4.2.16',
    'runtime',
    '**support ended**',
    '2026-04-07',
    'newest known of its line: 4.2.30',
  ]);
  expect(of('celery')?.slice(1, 4)).toEqual(['runtime', 'unknown', 'unknown']);
  expect(of('pillow')?.[4]).toBe(
    'nearest version without a known advisory: 12.3.0; 1 known: CVE-2026-1 (CVSS 7.5, fixed in 12.3.0)',
  );
});

test('what development uses alone is left out, and the table says from when and where its knowledge is', () => {
  expect(table).not.toContain('pytest');
  expect(table).toContain('Advisories: the PyPA advisory database, as of 2026-10-20.');
  expect(table).toContain('is not known here');
});

test('the file that production installs from is named, with what says so', () => {
  expect(table).toContain('read from:\n\n- `requirements/prod.txt`: `Dockerfile` installs it\n');
  expect(table).not.toContain('`pyproject.toml`');
  expect(terminal(report)).toContain('  Installs requirements/prod.txt: `Dockerfile` installs it\n');
  expect(JSON.parse(json(report)).manifests[1]).toMatchObject({ kind: 'optional', because: 'another is installed' });
});
