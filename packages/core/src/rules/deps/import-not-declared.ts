/** Packages that the site's code imports and nobody declares. */
import type { Evidence } from '../../fact.js';
import { type Dependencies, dependencies } from '../../facts/dependencies.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { type SourceImport, type Sources, sources } from '../../facts/sources.js';
import { stringsOf } from '../../facts/value-reading.js';
import { defineRule, minutes, web } from '../../rule.js';
import { modulesIn } from '../structure/modules.js';
import { broughtBy } from './brought.js';
import { declaredAs, declareRemedy, hasReadableManifest, isOwnName, knowsAll, mayBring } from './declared.js';

/** Modules that only a server brings, or only Python 2 had. */
const elsewhere =
  /^(uwsgi|uwsgidecorators|mod_wsgi|apache|google\.appengine|appengine|__builtin__|urllib2|urlparse|StringIO|cStringIO|cPickle|ConfigParser|Queue|httplib|cookielib|HTMLParser|htmlentitydefs|commands|thread|sets|md5|xmlrpclib|Cookie|SocketServer|BaseHTTPServer|pkg_resources|setuptools)(\.|$)/;

export const importNotDeclared = defineRule({
  id: 'deps/import-not-declared',
  title: 'The code imports a package that nobody declares',
  sound: 'Every package that the code imports is declared',
  category: 'dependencies',
  severity: 'high',
  effort: minutes(5),
  risk: 'The site stops with ModuleNotFoundError wherever only the declared packages are installed.',
  references: [
    web(
      'PyPA: install_requires vs requirements files',
      'https://packaging.python.org/en/latest/discussions/install-requires-vs-requirements/',
    ),
  ],
  since: '0.1.0',
  needs: { dependencies, project, settings, sources },
  problems: {
    missing:
      '`{module}` is imported whenever `{path}` is loaded, and `{distribution}`, which brings it, is not declared.',
    development:
      '`{module}` is imported whenever `{path}` is loaded, and `{distribution}`, which brings it, is not among the packages of production.',
  },
  questions: {
    brought:
      'No declared package is known to bring what the code imports: {modules}. Does one of them install it along with itself?',
    group:
      'The code imports {modules}, and only a group for development has what brings it. Does production install that group, as a plain `{command}` does?',
  },
  when: ({ dependencies, project, settings, sources }) =>
    settings.path !== undefined &&
    hasReadableManifest(dependencies) &&
    foreignImports(sources, modulesIn(project), toldElsewhere(settings)).size > 0,
  *check({ dependencies, project, settings, sources }, { problem, question }) {
    const all = knowsAll(dependencies);
    const open: { readonly module: string; readonly places: readonly SourceImport[] }[] = [];
    const grouped: typeof open = [];
    for (const [module, places] of foreignImports(sources, modulesIn(project), toldElsewhere(settings))) {
      const [first] = places;
      const names = distributionsOf(dependencies, module, places);
      const declared = declaredAs(dependencies, names);
      if (first && isPerhaps(dependencies, names)) grouped.push({ module, places });
      if (!first || declared === 'runtime' || mayBring(dependencies, names)) continue;
      const about = { at: first.at, subject: `import:${module}`, trail: places.slice(1, 6).map(evidence) };
      const distribution = names.find((one) => dependencies.get(one)) ?? names[0] ?? module;
      const data = { module, path: first.at.path, distribution };
      if (declared === 'other' && all) {
        // Packages for development are often declared apart and installed all the same.
        const summary = 'Declare it among the packages of production, or import it only where it is used.';
        yield {
          ...problem('development', about, data),
          confidence: 'firm',
          remedy: declareRemedy(dependencies, distribution, summary),
        };
      } else if (
        all &&
        isKnownPackage(names, module) &&
        !(isOwnName(names, module) && resembles(dependencies, module))
      ) {
        yield {
          ...problem('missing', about, data),
          confidence: 'firm',
          remedy: declareRemedy(dependencies, distribution, 'Declare the package.'),
        };
      } else if (!resembles(dependencies, module)) {
        open.push({ module, places });
      }
    }
    const asked = (subject: string, [one, ...others]: typeof open) => {
      const [place] = one?.places ?? [];
      if (!one || !place) return undefined;
      const modules = [one, ...others].map(({ module }) => `\`${module}\``).join(', ');
      const trail = others.slice(0, 5).flatMap(({ places }) => places.slice(0, 1).map(evidence));
      return { about: { at: place.at, subject, trail }, modules };
    };
    const brought = asked('imports', open);
    if (brought) yield question('brought', brought.about, { modules: brought.modules });
    const group = asked('groups', grouped);
    const command = dependencies.manifests.some(({ format }) => /^poetry/.test(format)) ? 'poetry install' : 'uv sync';
    if (group) yield question('group', group.about, { modules: group.modules, command });
  },
});

/** Whether only a list for development has it, which production may install all the same. */
function isPerhaps(dependencies: Dependencies, names: readonly string[]): boolean {
  const rows = names.flatMap((name) => dependencies.get(name) ?? []).filter(({ applies }) => applies !== false);
  return rows.some(({ perhaps, kind }) => perhaps && kind === 'dev') && !rows.some(({ kind }) => kind === 'runtime');
}

const evidence = ({ at }: SourceImport): Evidence => ({ at, note: 'It is imported here.' });

/** The packages of these are asked for where they are named. */
const toldElsewhere = (settings: Settings): ReadonlySet<string> =>
  new Set(
    ['INSTALLED_APPS', 'MIDDLEWARE'].flatMap((name) =>
      stringsOf(settings.get(name).value).map((entry) => entry.split('.')[0] ?? entry),
    ),
  );

/** The packages that are imported whenever production loads some file, by their first names. */
function foreignImports(
  sources: Sources,
  own: ReadonlySet<string>,
  told: ReadonlySet<string>,
): ReadonlyMap<string, readonly SourceImport[]> {
  const found = new Map<string, SourceImport[]>();
  for (const file of sources.files) {
    if (file.loaded !== 'yes' || file.aside) continue;
    for (const one of file.imports) {
      const [top = ''] = one.module.split('.');
      if (
        one.origin !== 'package' ||
        own.has(top) ||
        told.has(top) ||
        elsewhere.test(one.module) ||
        top.startsWith('_')
      )
        continue;
      const places = found.get(top);
      if (places) places.push(one);
      else found.set(top, [one]);
    }
  }
  return found;
}

/** The distributions that may bring a module: by the longest names that are imported from it, for packages that share one. */
function distributionsOf(dependencies: Dependencies, top: string, places: readonly SourceImport[]): readonly string[] {
  const names = places.flatMap(({ module, names }) => [...names.map((name) => `${module}.${name}`), module]);
  return [...new Set([...dependencies.providing(top), ...names.flatMap((name) => dependencies.providing(name))])];
}

/** Whether the distribution is known, and not only guessed from the module's own name. */
function isKnownPackage(names: readonly string[], module: string): boolean {
  const guessed = names[1] === `django-${module.toLowerCase().replaceAll(/[-_.]+/g, '-')}`;
  return !guessed || broughtBy(names[0] ?? '') !== undefined;
}

/** Whether a declared package has a name so like the module's that it may well bring it. */
function resembles(dependencies: Dependencies, module: string): boolean {
  const letters = module.toLowerCase().replaceAll(/^django_|_/g, '');
  return dependencies.all.some(({ kind, name }) => kind === 'runtime' && name.replaceAll('-', '').includes(letters));
}
