/** Whether the site uses a package, as far as its own files show. */

import type { Dependencies, Dependency } from '../../facts/dependencies.js';
import type { Settings } from '../../facts/settings.js';
import { type Sources, siteCode } from '../../facts/sources.js';
import type { Project } from '../../source.js';
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

/**
 * Whether the site may run code of a package: a file imports it, settings and commands included, or it is named in the settings, used by
 * name, or brought by another that may run. What tests or checks code, the site runs only where a file of its own imports it.
 */
export function whatMayRun(facts: {
  readonly dependencies: Dependencies;
  readonly project: Project;
  readonly settings: Settings;
}): (row: Dependency) => boolean {
  const { dependencies, project, settings } = facts;
  const modules = new Set(
    settings.files.flatMap((path) => modulesOf(project.file(path)?.text, /['"]([A-Za-z_]\w*)[\w.]*['"]/g)),
  );
  for (const path of project.paths)
    if (path.endsWith('.py') && !ofTests.test(path))
      for (const one of importedModules(project.file(path)?.text ?? '')) modules.add(one);
  const written = new Set([...modules].flatMap((module) => dependencies.providing(module)));
  const known = new Map<string, boolean>();
  return mayRun;

  function mayRun(row: Dependency): boolean {
    const before = known.get(row.name);
    if (before !== undefined) return before;
    // Packages that bring one another run nothing by that.
    known.set(row.name, false);
    const runs =
      written.has(row.name) ||
      (!developerTool.test(row.name) &&
        (!row.direct ||
          unimported.test(row.name) ||
          dependencies.all.some((other) => other !== row && mayBringOne(other, row.name) && mayRun(other))));
    known.set(row.name, runs);
    return runs;
  }
}

/** The first name of each module that lines import: `import json, lxml.etree as tree; from requests import get`. */
function importedModules(text: string): readonly string[] {
  const statements =
    /(?:^|;|^[ \t]*(?:try|else|finally)[ \t]*:)[ \t]*(?:from[ \t]+([A-Za-z_]\w*)|import[ \t]+([^\n;#]+))/gm;
  return [...text.replace(/\\\r?\n/g, ' ').matchAll(statements)].flatMap(([, from, list = '']) =>
    from === undefined ? list.split(',').flatMap((one) => /^\s*([A-Za-z_]\w*)/.exec(one)?.[1] ?? []) : from,
  );
}

function modulesOf(text: string | undefined, pattern: RegExp): readonly string[] {
  return [...(text ?? '').matchAll(pattern)].map(([, module = '']) => module);
}
