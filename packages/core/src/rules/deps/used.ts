/** Whether the site uses a package, as far as its own files show. */

import type { Dependencies, Dependency } from '../../facts/dependencies.js';
import type { Settings } from '../../facts/settings.js';
import { type Sources, siteCode } from '../../facts/sources.js';
import type { Project } from '../../source.js';
import { mayBring } from './declared.js';

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
const unimported =
  /^(pillow|argon2|bcrypt|cryptography|jinja2|pyyaml|redis|hiredis|py(mem|lib)mc|python-memcached|sqlparse|asgiref|pytz|tzdata|psycopg|mysql|pymysql|oracledb|cx-oracle|pymssql|gunicorn|uvicorn|hypercorn|daphne|granian|uwsgi|pyuwsgi|waitress|gevent|eventlet|uvloop|httptools|celery|flower|supervisor|newrelic|pip$|setuptools|wheel|pipenv|poetry|virtualenv)/;

const ofTests = /(^|\/)(tests?\/|test_[^/]*$|tests?\.py$|conftest\.py$)/;

/** Whether the site may run code of a package: a file imports it, settings and commands included, or it is named in the settings, brought by another or used by name. */
export function mayRun(
  facts: {
    readonly dependencies: Dependencies;
    readonly project: Project;
    readonly settings: Settings;
  },
  row: Dependency,
): boolean {
  const { dependencies, project, settings } = facts;
  const named = settings.files.some((path) =>
    [...(project.file(path)?.text ?? '').matchAll(/['"]([A-Za-z_]\w*)[\w.]*['"]/g)].some(([, module = '']) =>
      dependencies.providing(module).includes(row.name),
    ),
  );
  const written = project.paths.some(
    (path) =>
      path.endsWith('.py') &&
      !ofTests.test(path) &&
      [...(project.file(path)?.text ?? '').matchAll(/^[ \t]*(?:from|import)[ \t]+([A-Za-z_]\w*)/gm)].some(
        ([, module = '']) => dependencies.providing(module).includes(row.name),
      ),
  );
  return !row.direct || unimported.test(row.name) || named || written || mayBring(dependencies, [row.name]);
}
