/** Whether the site uses a package, as far as its own files show. */
import { defineFact } from '../../fact.js';
import { type Dependencies, type Dependency, dependencies } from '../../facts/dependencies.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { type Sources, siteCode } from '../../facts/sources.js';
import { broughtBy } from './brought.js';
import { mayBringOne } from './declared.js';
import { developerTool } from './developer-tools.js';

/** Whether the site's own code imports a package. */
export function isImported(dependencies: Dependencies, row: Dependency, sources: Sources, settings: Settings): boolean {
  return siteCode(sources, settings).some(({ imports }) =>
    imports.some(
      ({ module, origin }) =>
        origin === 'package' && dependencies.providing(module.split('.')[0] ?? '').includes(row.name),
    ),
  );
}

/** What Django or a command uses where no line imports it: drivers, hashers, images, servers, programs. */
export const unimported =
  /^(pillow|argon2|bcrypt|jinja2|pyyaml|redis|hiredis|py(mem|lib)mc|python-memcached|sqlparse|asgiref|pytz|tzdata|psycopg|mysql|pymysql|oracledb|cx-oracle|pymssql|gunicorn|uvicorn|hypercorn|daphne|granian|uwsgi|pyuwsgi|waitress|gevent|eventlet|uvloop|httptools|celery|flower|supervisor|newrelic|pip$|setuptools|wheel|pipenv|poetry|virtualenv)/;

const ofTests = /(^|\/)(tests?\/|test_[^/]*$|tests?\.py$|conftest\.py$)/;

/** What configures the log may lie in a file of its own, or in the server's: it names handlers and formatters by their paths. */
const ofLogging = /(^|\/)[^/]*log[^/]*\.(ya?ml|ini|cfg|conf|json|toml)$/i;
const classNamed =
  /(?:\bclass|\(\)|\bformatter_class|\bhandler_class)["']?[ \t]*[:=][ \t]*["']?([A-Za-z_]\w*)(?:\.\w+)+/g;

const needs = { dependencies, project, settings };

/**
 * Whether the site may run code of a package: a file imports it, settings and commands included, or it is named in the settings, used by
 * name, or needed by another that may run. What tests or checks code, the site runs only where a file of its own imports it.
 */
export const mayRun = defineFact<(row: Dependency) => boolean, typeof needs>({
  id: 'packages-that-may-run',
  needs,
  derive: ({ dependencies, project, settings }) => {
    const modules = new Set(
      settings.files.flatMap((path) => modulesOf(project.file(path)?.text, /['"]([A-Za-z_]\w*)[\w.]*['"]/g)),
    );
    for (const path of project.paths) {
      const isCode = path.endsWith('.py');
      if (ofTests.test(path) || (!isCode && !ofLogging.test(path))) continue;
      const text = project.file(path)?.text ?? '';
      if (isCode) for (const one of importedModules(text)) modules.add(one);
      for (const one of modulesOf(text, classNamed)) modules.add(one);
    }
    const written = new Set([...modules].flatMap((module) => dependencies.providing(module)));
    // One that is imported and not declared needs its own packages all the same.
    const declared = new Set(dependencies.all.map(({ name }) => name));
    const undeclared = [...written].filter((name) => !declared.has(name));
    const known = new Map<string, boolean>();
    return runsIt;

    function runsIt(row: Dependency): boolean {
      const before = known.get(row.name);
      if (before !== undefined) return before;
      // Packages that bring one another run nothing by that.
      known.set(row.name, false);
      const runs =
        written.has(row.name) ||
        (!developerTool.test(row.name) &&
          (!row.direct ||
            unimported.test(row.name) ||
            undeclared.some((name) => broughtBy(name)?.has(row.name)) ||
            dependencies.all.some((other) => other !== row && mayBringOne(other, row.name) && runsIt(other))));
      known.set(row.name, runs);
      return runs;
    }
  },
});

/** The first name of each module that lines import: `import json, lxml.etree as tree; from requests import get`. */
function importedModules(text: string): readonly string[] {
  const joined = text.includes('\\') ? text.replace(/\\\r?\n/g, ' ') : text;
  const found: string[] = [];
  // The words are looked for first: few places of a text have them, and every line has a beginning.
  for (const { index, 1: from, 2: list = '' } of joined.matchAll(importing)) {
    const before = joined.slice(joined.lastIndexOf('\n', index - 1) + 1, index);
    if (!beginning.test(before)) continue;
    if (from !== undefined) found.push(from);
    else for (const one of list.split(',')) found.push(...(/^\s*([A-Za-z_]\w*)/.exec(one)?.slice(1) ?? []));
  }
  return found;
}

const importing = /(?:from[ \t]+([A-Za-z_]\w*)|import[ \t]+([^\n;#]+))/g;
const beginning = /(?:^|;|^[ \t]*(?:try|else|finally)[ \t]*:)[ \t]*$/;

function modulesOf(text: string | undefined, pattern: RegExp): readonly string[] {
  return [...(text ?? '').matchAll(pattern)].map(([, module = '']) => module);
}
