/** What the page on reports by hand says of the example projects, held to audits of these. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createProject } from '@django-golive/core';
import { auditLoaded, loadProject } from 'django-golive';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = readFileSync(`${root}docs/decisions/faults-of-reports.md`, 'utf8');
const sections = page
  .split(/^## /m)
  .slice(1)
  .map((text) => [text.slice(0, text.indexOf('\n')), text] as const);

/** Without golive's own report, and as in a repository of its own. */
function reportOf(example: string) {
  const project = loadProject(`${root}examples/${example}`);
  return auditLoaded(
    createProject({
      name: project.name,
      paths: project.paths.filter((path) => path !== 'golive-report.md'),
      skipped: project.skipped,
      read: (path) => project.file(path)?.text ?? '',
      tracked: () => true,
    }),
    { today: '2026-11-20' },
  );
}

test('every example of a project is there', () => {
  const projects = readdirSync(`${root}examples`).filter((name) => existsSync(`${root}examples/${name}/manage.py`));
  expect(sections.map(([example]) => example).sort()).toEqual(projects.sort());
});

describe.each(sections)('%s', (example, text) => {
  const report = reportOf(example);
  const rows = [...text.matchAll(/^\| (?!-|what )(.+?) +\| (.+?) +\|$/gm)].map(([, fault = '', said = '']) => ({
    fault,
    said,
  }));

  test.each(rows)('$fault', ({ said }) => {
    const told = [...said.matchAll(/(found|asked|works): ((?:`[a-z-]+\/[a-z0-9-]+`(?:, )?)+)/g)].flatMap(
      ([, how = '', ids = '']) => [...ids.matchAll(/`([^`]+)`/g)].map(([, id = '']) => `${how} ${id}`),
    );
    if (told.length === 0) expect(said).toMatch(/^left out: .{20,}/);
    const is = [
      ...report.findings.map(({ rule }) => `found ${rule}`),
      ...report.questions.map(({ rule }) => `asked ${rule}`),
      ...report.outcomes.filter(({ outcome }) => outcome === 'passed').map(({ rule }) => `works ${rule}`),
    ];
    expect(told.filter((one) => !is.includes(one))).toEqual([]);
  });
});
