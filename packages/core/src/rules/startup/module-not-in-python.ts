/** Imports of modules that Python has only on Windows, or had once. */
import { type Dependencies, dependencies } from '../../facts/dependencies.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { type SourceImport, type Sources, sources } from '../../facts/sources.js';
import { defineRule, minutes, web } from '../../rule.js';
import { knowsAll } from '../deps/declared.js';
import { atLeastSeries } from '../settings/django-series.js';
import { modulesIn } from '../structure/modules.js';

/** Packages that bring back what Python has dropped, besides those called `standard-…`. */
const revived: Readonly<Record<string, string>> = {
  asynchat: 'pyasynchat',
  asyncore: 'pyasyncore',
  audioop: 'audioop-lts',
  cgi: 'legacy-cgi',
  cgitb: 'legacy-cgi',
  crypt: 'legacycrypt',
  distutils: 'setuptools',
  imp: 'zombie-imp',
};

export const moduleNotInPython = defineRule({
  id: 'startup/module-not-in-python',
  title: "The code imports a module that the server's Python lacks",
  sound: 'Python has every standard module that the code imports',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(15),
  risk: 'The file cannot be loaded, and with it the whole site: every request, and every command, stops with ModuleNotFoundError.',
  references: [
    web('What’s new in Python 3.12: removed', 'https://docs.python.org/3/whatsnew/3.12.html#removed'),
    web('PEP 594: dead batteries', 'https://peps.python.org/pep-0594/'),
  ],
  since: '0.1.0',
  needs: { dependencies, project, settings, sources },
  problems: {
    windows: 'Only the Python of Windows has `{module}`, and `{path}` imports it whenever it is loaded.',
    gone: 'Python {python} has no `{module}` any more, and `{path}` imports it whenever it is loaded.',
  },
  when: ({ settings, sources }) => settings.path !== undefined && sources.files.some(({ loaded }) => loaded === 'yes'),
  *check({ dependencies, project, settings, sources }, { problem }) {
    const own = modulesIn(project);
    const python = dependencies.python?.series;
    const told = new Set<string>();
    for (const one of importsOf(sources)) {
      const [top = ''] = one.module.split('.');
      if (own.has(top) || told.has(top)) continue;
      // That the settings themselves stop is told of them.
      if (settings.startup.ok === false && settings.files.includes(one.at.path)) continue;
      const about = { at: one.at, subject: `import:${top}` };
      if (one.origin === 'windows') {
        told.add(top);
        yield {
          ...problem('windows', about, { module: top, path: one.at.path }),
          confidence: 'firm',
          remedy: {
            summary:
              'Take the import out, which an editor has likely added by itself, or make it only where `sys.platform` is `win32`.',
            path: one.at.path,
          },
        };
      } else if (one.goneFrom !== undefined && python !== undefined && atLeastSeries(python, one.goneFrom)) {
        if (mayBeRevived(dependencies, top)) continue;
        told.add(top);
        yield {
          ...problem('gone', about, { module: top, path: one.at.path, python }),
          confidence: 'firm',
          ...(dependencies.python
            ? { evidence: [{ at: dependencies.python.at, note: `Python ${python} is asked for here.` }] }
            : {}),
          remedy: {
            summary: `Write what \`${top}\` did in another way, or declare \`${revivalOf(top)}\`, which brings it back.`,
            path: one.at.path,
          },
        };
      }
    }
  },
});

const revivalOf = (module: string): string =>
  (Object.hasOwn(revived, module) ? revived[module] : undefined) ?? `standard-${module}`;

/** Whether a package that is declared, or that another one may have brought, still has the module. */
function mayBeRevived(dependencies: Dependencies, module: string): boolean {
  if (dependencies.get(revivalOf(module)) !== undefined) return true;
  // Many packages bring setuptools along.
  return module === 'distutils' && !knowsAll(dependencies);
}

function importsOf(sources: Sources): readonly SourceImport[] {
  return sources.files.filter(({ loaded, aside }) => loaded === 'yes' && !aside).flatMap(({ imports }) => imports);
}
