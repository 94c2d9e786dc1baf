/** Code that stands inside of a class is shown apart from its imports: one block of both would be no Python. */

import { audit, defineRule, minutes, project as projectFact, projectOf, type Report } from '@django-golive/core';
import { expect, test } from 'vitest';
import { markdown, terminal } from '../src/index.js';

const body = '    permission_classes = [IsAdminUser]';
const rule = defineRule({
  id: 'demo/open',
  title: 'Open',
  sound: 'Closed',
  category: 'security',
  severity: 'high',
  effort: minutes(5),
  risk: 'Anybody may.',
  references: [],
  since: '0.1.0',
  needs: { project: projectFact },
  problems: { open: 'It is open.' },
  *check({ project }, { problem }) {
    const file = project.file('views.py');
    const start = file?.text.indexOf('    pass') ?? 0;
    const at = file?.at({ start, end: start + 8 });
    if (at)
      yield {
        ...problem('open', { at, subject: 'views' }),
        remedy: {
          summary: 'Close it.',
          code: `from rest_framework.permissions import IsAdminUser\n\n${body}`,
          language: 'python',
          path: 'views.py',
          place: 'instead',
          at,
        },
      };
  },
});
const shown = (before: string) =>
  audit(projectOf({ 'views.py': `${before}class Orders(ModelViewSet):\n    pass\n` }), {
    providers: [],
    rules: [rule],
    today: '2026-11-20',
    version: '1.2.3',
  });

test.each([
  ['markdown', (report: Report) => markdown(report)],
  ['terminal', (report: Report) => terminal(report)],
])('%s shows the import after the code, with its place', (_name, render) => {
  const text = render(shown(''));
  expect(text.indexOf(body.trim())).toBeGreaterThan(0);
  expect(text.indexOf('import IsAdminUser')).toBeGreaterThan(text.indexOf('With this import at the beginning'));
  expect(text.indexOf('With this import')).toBeGreaterThan(text.indexOf('permission_classes'));
});

test('an import that is there already is not shown', () => {
  const there = 'from rest_framework.permissions import IsAdminUser\n\n';
  expect(markdown(shown(there))).not.toContain('With this import');
});
