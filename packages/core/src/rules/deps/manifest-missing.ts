/** A project that does not say what it needs. */
import { dependencies } from '../../facts/dependencies.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { projectItself } from './first-line.js';

export const manifestMissing = defineRule({
  id: 'deps/manifest-missing',
  title: 'The project does not declare its packages',
  sound: 'The project declares its packages',
  category: 'dependencies',
  severity: 'high',
  effort: minutes(30),
  risk: 'Nobody can install the site a second time: which packages and versions it needs is known to one machine alone.',
  references: [docs('howto/deployment')],
  since: '0.1.0',
  needs: { dependencies, project, settings },
  problems: { missing: 'No requirements file, pyproject.toml, Pipfile or lock file declares packages.' },
  when: ({ settings }) => settings.path !== undefined,
  *check({ dependencies, project, settings }, { problem }) {
    if (dependencies.manifests.length > 0 || dependencies.all.length > 0 || dependencies.problems.length > 0) return;
    const about = projectItself(project, settings);
    if (!about) return;
    yield {
      ...problem('missing', about),
      // The site may be one directory of a larger repository whose root declares them.
      confidence: 'firm',
      remedy: {
        summary: 'Write the packages that the site imports into a requirements file, with exact versions.',
        code: `Django==${dependencies.djangoSeries}.*`,
        language: 'text',
        path: 'requirements.txt',
      },
    };
  },
});
