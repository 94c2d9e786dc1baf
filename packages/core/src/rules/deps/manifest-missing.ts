/** A project that does not say what it needs. */
import { type Dependencies, dependencies } from '../../facts/dependencies.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { type Sources, sources } from '../../facts/sources.js';
import { stringsOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { modulesIn } from '../structure/modules.js';
import { broughtBy } from './brought.js';
import { isGuess } from './declared.js';
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
  needs: { dependencies, project, settings, sources },
  problems: { missing: 'No requirements file, pyproject.toml, Pipfile or lock file declares packages.' },
  when: ({ settings }) => settings.path !== undefined,
  *check({ dependencies, project, settings, sources }, { problem }) {
    if (dependencies.manifests.length > 0 || dependencies.all.length > 0 || dependencies.problems.length > 0) return;
    const about = projectItself(project, settings);
    if (!about) return;
    yield {
      ...problem('missing', about),
      // The site may be one directory of a larger repository whose root declares them.
      confidence: 'firm',
      remedy: {
        summary:
          'Write the packages that the site imports into a requirements file, with the exact versions of a machine on which it runs.',
        code: requirementsOf(dependencies, project, settings, sources).join('\n'),
        language: 'text',
        path: 'requirements.txt',
      },
    };
  },
});

/** Django and the other packages that the settings and the site's code ask for; which versions these were, no file says. */
function requirementsOf(
  dependencies: Dependencies,
  project: Project,
  settings: Settings,
  sources: Sources,
): readonly string[] {
  const own = modulesIn(project);
  const named = ['INSTALLED_APPS', 'MIDDLEWARE'].flatMap((name) => stringsOf(settings.get(name).value));
  const imported = sources.files
    .filter(({ aside, loaded }) => !aside && loaded === 'yes')
    .flatMap(({ imports }) => imports.filter(({ origin }) => origin === 'package').map(({ module }) => module));
  const known = new Set<string>();
  const others = new Set<string>();
  for (const module of [...named, ...imported]) {
    const [top = ''] = module.split('.');
    if (!/^[A-Za-z]\w*$/.test(top) || top === 'django' || own.has(top)) continue;
    const names = dependencies.providing(module);
    const [distribution] = names;
    if (distribution === undefined || (isGuess(names, top) && broughtBy(distribution) === undefined)) others.add(top);
    else known.add(distribution);
  }
  const note = others.size === 0 ? [] : [`# and what brings ${[...others].sort().join(', ')}`];
  return ['Django', ...[...known].sort(), ...note];
}
