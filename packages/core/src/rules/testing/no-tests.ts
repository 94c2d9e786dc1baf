/** A project of which no test is kept. */
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { urls } from '../../facts/urls.js';
import { isTrue } from '../../facts/value-reading.js';
import { defineRule, docs, hours } from '../../rule.js';
import type { Project } from '../../source.js';
import { manageDirectory, projectItself } from '../deps/first-line.js';
import { pageToTry } from './page-to-try.js';
import { hasTests } from './test-files.js';
import { plainStorage } from './without-manifest.js';

export const noTests = defineRule({
  id: 'testing/no-tests',
  title: 'The project has no tests',
  sound: 'The project has tests',
  category: 'testing-ci',
  severity: 'medium',
  effort: hours(8),
  risk: 'Every upgrade and every change is tried out on the visitors.',
  references: [docs('topics/testing/overview')],
  since: '0.1.0',
  needs: { project, settings, urls },
  problems: { none: 'No file of the repository holds a test.' },
  // Tests may lie in a directory that was not read.
  when: ({ project, settings }) =>
    settings.path !== undefined && !project.skipped.some(({ path }) => /test/i.test(path)),
  *check({ project, settings, urls }, { problem }) {
    const itself = projectItself(project, settings);
    if (!itself || hasTests(project)) return;
    const page = pageToTry(project, urls);
    // A redirect renders no template, which would ask for a static file.
    const plain = page?.status === 200 ? plainStorage(settings) : undefined;
    // Where Django redirects to HTTPS, every other request of a test is redirected.
    const secure = isTrue(settings.get('SECURE_SSL_REDIRECT').value) === 'yes' ? ', secure=True' : '';
    yield {
      ...problem('none', { ...itself, subject: 'tests' }),
      confidence: 'firm',
      remedy: {
        summary:
          'Begin with one test for each page that earns money or holds data: that it answers 200, or 302 where it asks to sign in.',
        ...(page && {
          code: `${plain?.imports ?? 'from django.test import TestCase'}


${plain?.decorator ?? ''}class Pages(TestCase):
    def test_${page.path === '/' ? 'home' : 'page'}(self):
        self.assertEqual(self.client.get('${page.path}'${secure}).status_code, ${page.status})`,
          language: 'python',
        }),
        path: placeFor(project),
      },
    };
  },
});

/** The file that `startapp` leaves for tests; else one beside manage.py, where Django looks for them without a package. */
function placeFor(project: Project): string {
  const directory = manageDirectory(project);
  const stub = project.paths.find(
    (path) => path.startsWith(directory) && /^[^/]+\/tests\.py$/.test(path.slice(directory.length)),
  );
  return stub ?? `${directory}test_pages.py`;
}
