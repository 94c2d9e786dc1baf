/** The checklist as a page of its own: what to mend first, then each step with what golive knows of it. */
import type { Report, ReportChecklistItem } from '@django-golive/core';
import { expect, test } from 'vitest';
import { checklist, markdown } from '../src/index.js';
import { sample } from './sample.js';

const item = (
  id: string,
  phase: ReportChecklistItem['phase'],
  more: Partial<ReportChecklistItem> = {},
): ReportChecklistItem => ({
  id,
  phase,
  text: `Do ${id}.`,
  commands: [],
  state: 'open',
  rules: [],
  location: null,
  ...more,
});

const location = { path: 'config/my settings.py', start: { line: 3, column: 1 }, end: { line: 3, column: 9 } };
const report: Report = {
  ...sample,
  target: { id: 'moon', title: 'The Moon', chosen: 'named', reasons: [] },
  checklist: [
    item('land', 'during', { commands: ['moon land --gently', 'moon wait'] }),
    item('keys', 'before', { state: 'settled', rules: ['demo/passes', 'demo/good', 'demo/asks'] }),
    item('debug', 'before', { state: 'failed', rules: ['demo/critical', 'demo/passes'] }),
    item('question-demo-asks', 'before', { text: 'Is `SECRET_KEY` right?', rules: ['demo/asks'], location }),
    item('wave', 'after'),
  ],
};
const text = checklist(report);

test('begins with the verdict and how much golive has settled', () => {
  expect(text).toMatch(/^# Checklist of shop for The Moon\n\n\*\*Not ready\*\* \(\d\.\d \/ 10\) on 2026-11-20\. /);
  expect(text).toContain(
    '5 steps: 1 settled by the rules that are named, 1 found not done, 3 for you to do or to answer.',
  );
});

test('goes through the phases in order', () => {
  expect([...text.matchAll(/^## (\w+)/gm)].map(([, phase]) => phase)).toEqual(['Before', 'During', 'After']);
});

test('has what stands against deploying first, with its place and change', () => {
  const first = text.slice(text.indexOf('- ['), text.indexOf('- [x]'));
  expect(first).toContain('- [ ] **Critical.** `DEBUG` is set');
  expect(first).toContain(
    'Mend it (`config/my settings.py:2`; `demo/critical`; 1.5 h)\n  ```python\n  DEBUG = False\n  ```',
  );
  expect(first).not.toContain('demo/low');
});

test('tells each change of a rule whose findings are mended in different ways', () => {
  const like = sample.findings.find(({ rule }) => rule === 'demo/critical');
  if (!like) throw new Error('The sample has no such finding.');
  const of = (name: string, line: number, code: string) => ({
    ...like,
    message: `\`${name}\` is old.`,
    location: { ...location, start: { line, column: 1 } },
    remedy: { ...like.remedy, summary: `Update \`${name}\`.`, code, language: 'text' as const },
  });
  const both = { ...report, findings: [of('gunicorn', 5, 'gunicorn==22'), of('pillow', 6, 'pillow==13')] };
  const many = { ...report, findings: [...'abcdefgh'].map((name, index) => of(name, index, name)) };
  expect(checklist(both as Report)).toContain(
    '`gunicorn` is old. Update `gunicorn`. (`config/my settings.py:5`; `demo/critical`; 3 h)\n  ```text\n  gunicorn==22\n  ```\n  - `pillow` is old. Update `pillow`. (`config/my settings.py:6`)\n    ```text\n    pillow==13\n    ```\n',
  );
  expect(checklist(many as Report)).toContain('\n  - And 2 more of this kind.\n');
});

test('ticks a settled step and names the rules that settle it, no others', () => {
  expect(text).toContain('- [x] Do keys. (settled: `demo/passes`, `demo/good`)');
});

test('says which rule shows that a step is not done', () => {
  expect(text).toContain('- [ ] Do debug. (**not done**: `demo/critical`)');
});

test('has open questions as steps, with their place', () => {
  expect(text).toContain('- [ ] Is `SECRET_KEY` right? (`config/my settings.py:3`, `demo/asks`)');
});

test('prints commands as they run', () => {
  expect(text).toContain('- [ ] Do land.\n  ```bash\n  moon land --gently\n  moon wait\n  ```');
});

test('is part of the whole report, whose findings stand above it', () => {
  expect(markdown(report)).toContain('- [ ] Do debug. (**not done**: `demo/critical`)');
  expect(markdown(report)).toContain('### Before the deployment\n\n- [x] Do keys.');
});
