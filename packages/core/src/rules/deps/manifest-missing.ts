/** A project that does not say what it needs. */
import { type Apps, apps } from '../../facts/apps.js';
import { type Dependencies, dependencies } from '../../facts/dependencies.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { type Sources, sources } from '../../facts/sources.js';
import { stringsOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { databasesOf } from '../database/databases.js';
import { driverFor, drivers } from '../database/driver-missing.js';
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
  needs: { apps, dependencies, project, settings, sources },
  problems: { missing: 'No requirements file, pyproject.toml, Pipfile or lock file declares packages.' },
  when: ({ settings }) => settings.path !== undefined,
  *check({ apps, dependencies, project, settings, sources }, { problem }) {
    if (dependencies.manifests.length > 0 || dependencies.all.length > 0 || dependencies.problems.length > 0) return;
    const about = projectItself(project, settings);
    if (!about) return;
    const environment = committedEnvironment(project);
    const trace = dependencies.djangoTrace;
    // Nobody should begin with a Django that gets no fixes, and which newer one runs this code, the files do not show.
    const ended =
      trace?.status === 'ended' && environment === undefined
        ? {
            summary: `Write down what the machine has on which the site runs. The code was written for Django ${trace.series}, which gets no security fixes any more: raise it from there.`,
            code: 'pip freeze > requirements.txt',
            language: 'bash' as const,
          }
        : undefined;
    yield {
      ...problem('missing', about),
      ...(environment === undefined ? {} : { risk: onlyByCopy }),
      // The site may be one directory of a larger repository whose root declares them.
      confidence: 'firm',
      remedy: ended ?? {
        summary: `Write the packages that the site imports into a requirements file, with the exact versions of a machine on which it runs${environment === undefined ? '' : `: the names of the \`*.dist-info\` directories in \`${environment}\` tell them`}.`,
        code: requirementsOf(dependencies, project, settings, sources, apps).join('\n'),
        language: 'text',
        path: 'requirements.txt',
      },
    };
  },
});

const onlyByCopy =
  'Nobody can install the site a second time but by a copy of the environment that is in the repository.';

/** Where a committed virtual environment keeps its packages: Django among them, by the Python that its mark names. */
function committedEnvironment(project: Project): string | undefined {
  for (const mark of project.paths.filter((path) => /(^|\/)pyvenv\.cfg$/.test(path))) {
    const directory = mark.slice(0, -'pyvenv.cfg'.length);
    const [, python = '3'] = /^version\w*\s*=\s*(\d+\.\d+)/m.exec(project.file(mark)?.text ?? '') ?? [];
    const kept = [`${directory}lib/python${python}/site-packages`, `${directory}Lib/site-packages`];
    const found = kept.find((place) => project.tracked(`${place}/django/__init__.py`));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Django and the other packages that the settings and the site's code ask for; which versions these were, no file says. */
function requirementsOf(
  dependencies: Dependencies,
  project: Project,
  settings: Settings,
  sources: Sources,
  apps: Apps,
): readonly string[] {
  const own = modulesIn(project);
  const named = ['INSTALLED_APPS', 'MIDDLEWARE'].flatMap((name) => stringsOf(settings.get(name).value));
  const tags = apps.own.map(({ directory }) => `${directory}/templatetags/`);
  const imported = sources.files
    // Tags are loaded by the templates that name them.
    .filter(({ aside, loaded, path }) => !aside && (loaded === 'yes' || tags.some((one) => path.startsWith(one))))
    .flatMap(({ imports }) => imports.filter(({ origin }) => origin === 'package').map(({ module }) => module));
  const known = new Set<string>();
  const others = new Set<string>();
  const fields = apps.own.flatMap(({ models }) => models.flatMap((model) => model.fields));
  if (fields.some(({ type }) => type === 'ImageField')) known.add('pillow');
  for (const module of [...named, ...imported]) {
    const [top = ''] = module.split('.');
    if (!/^[A-Za-z]\w*$/.test(top) || top === 'django' || own.has(top)) continue;
    const names = dependencies.providing(module);
    const [distribution] = names;
    if (distribution === undefined || (isGuess(names, top) && broughtBy(distribution) === undefined)) others.add(top);
    else known.add(distribution);
  }
  for (const { product } of databasesOf(settings)) {
    const names = product && drivers[product];
    if (product && names && !names.some((name) => known.has(name))) known.add(driverFor(product, settings.django));
  }
  const note = others.size === 0 ? [] : [`# and what brings ${[...others].sort().join(', ')}`];
  return [djangoOf(dependencies), ...[...known].sort(), ...note];
}

/** Below the next major release, which may lack what the code imports, where it was not written for the newest. */
function djangoOf({ djangoTrace: trace }: Dependencies): string {
  return trace === undefined ? 'Django' : `Django~=${trace.series}`;
}
