/** What the targets' checklists say in the same words: the application to serve, Celery's, the database, the first administrator. */
import {
  type ChecklistItem,
  type Dependencies,
  type Deployment,
  type Features,
  lookup,
  type Project,
  type Setting,
  type Settings,
  stringOf,
  stringsOf,
  type Value,
} from '@django-golive/core';
import { item } from './checklist-item.js';
import { inCode } from './checklist-variables.js';
import { packagesBeside, requirementsOf } from './requirements.js';
import { shellWord } from './shell-word.js';

/** `config.wsgi:application`: what the target's files serve, or else what `WSGI_APPLICATION` names. */
export function servedApplication(deployment: Deployment, settings: Settings): string | undefined {
  const served = deployment.processes.find(({ role, application }) => role === 'web' && application)?.application;
  const named = stringOf(settings.get('WSGI_APPLICATION').value);
  return served ?? (named?.includes('.') ? named.replace(/\.(\w+)$/, ':$1') : undefined);
}

/** The `celery -A` of the project: the package of its one `celery.py` that makes an application; `undefined` where that is not clear. */
export function celeryApplication(project: Project, settings: Settings): string | undefined {
  const found = project.paths.filter(
    (path) => /(^|\/)celery\.py$/.test(path) && /\bCelery\(/.test(project.file(path)?.text ?? ''),
  );
  const [path] = found;
  if (path === undefined || found.length > 1) return undefined;
  const root = settings.roots.find((candidate) => candidate === '' || path.startsWith(`${candidate}/`));
  if (root === undefined) return undefined;
  const names = path.slice(root === '' ? 0 : root.length + 1).split('/');
  return names.length > 1 ? names.slice(0, -1).join('.') : undefined;
}

/** The first administrator, where the project has Django's admin. `commands` make one. */
export function firstAdministrator(settings: Settings, commands: readonly string[]): ChecklistItem | undefined {
  return stringsOf(settings.get('INSTALLED_APPS').value).includes('django.contrib.admin')
    ? item('administrator', 'during', 'Make the first administrator, where there is none yet.', commands)
    : undefined;
}

type Engine = 'postgresql' | 'mysql';

function engineOf(text: string): Engine | undefined {
  return /postg/.test(text) ? 'postgresql' : /mysql/.test(text) ? 'mysql' : undefined;
}

/** The database that variables alone name, by what the project installs for it. */
function databaseOfVariables({ reads }: Setting, features: Features, dependencies: Dependencies): Engine | undefined {
  const installed = (...names: readonly string[]): boolean =>
    names.some((name) => {
      const found = dependencies.get(name);
      return found !== undefined && found.kind !== 'dev';
    });
  if (reads.length === 0) return undefined;
  if (features.uses('postgresql') || installed('psycopg', 'psycopg2', 'psycopg2-binary')) return 'postgresql';
  return features.uses('mysql') || installed('mysqlclient', 'pymysql') ? 'mysql' : undefined;
}

/** The database on a server of one's own, as the settings name it: made with commands where it lies on the same machine. */
export function databaseOnServer(
  settings: Settings,
  features: Features,
  dependencies: Dependencies,
): ChecklistItem | undefined {
  const setting = settings.get('DATABASES');
  const database = lookup(setting.value, 'default');
  const option = (key: string): string | undefined => stringOf(lookup(database, key));
  const named = option('ENGINE');
  const engine = named === undefined ? databaseOfVariables(setting, features, dependencies) : engineOf(named);
  if (engine === undefined) return undefined;
  const [name, user, host] = [option('NAME'), option('USER'), option('HOST')];
  const port = portOf(lookup(database, 'PORT'));
  const usual = engine === 'mysql' ? '3306' : '5432';
  const other = port === undefined || port === usual ? undefined : port;
  const called = `The database ${name ? `\`${name}\` ` : ''}`;
  if (host !== undefined && !/^(localhost|127\.0\.0\.1|::1|\/.*)?$/.test(host))
    return item(
      'database',
      'during',
      `${called}on \`${host}\`${other === undefined ? '' : `, port ${other},`} lets this server in.`,
    );
  // MySQL's client takes the socket for `localhost`, whatever the port.
  if (other !== undefined && (engine !== 'mysql' || /^[\d:]/.test(host ?? '')))
    return item(
      'database',
      'during',
      `${called}answers on this server at port ${other}, which \`DATABASES\` names: ${engine === 'mysql' ? 'MySQL' : 'PostgreSQL'} of Ubuntu listens at ${usual}, so something else has to, such as a container or a tunnel.`,
    );
  if (name === undefined || user === undefined || !/^\w+$/.test(name) || !/^\w+$/.test(user))
    return named === undefined
      ? item(
          'database',
          'during',
          `Make the account and its database in ${engine === 'postgresql' ? 'PostgreSQL' : 'MySQL'}, on this server or another, and give ${setting.reads.length === 0 ? 'the settings' : inCode(setting.reads.filter((name) => /^DB|DATABASE|POSTGRES|PG|MYSQL|SQL/i.test(name)).slice(0, 6)) || 'the settings'} their names and the password.`,
        )
      : item('database', 'during', 'Make the database and the account that `DATABASES` names.');
  const text = `Make the account \`${user}\`, with the password that the settings have, and its database \`${name}\`.`;
  if (engine === 'mysql') {
    // Ubuntu lets MySQL's root in by the socket alone, and only as the root of the machine.
    const account = user === 'root' ? name : user;
    return item(
      'database',
      'during',
      user === 'root'
        ? `Make the database \`${name}\` and an account \`${account}\`, which \`DATABASES\` names in place of \`root\`: Ubuntu's MySQL lets \`root\` in by its socket alone.`
        : text,
      [
        `sudo mysql -e 'CREATE DATABASE ${name} CHARACTER SET utf8mb4'`,
        `read -rsp 'Password: ' password && sudo mysql -e "CREATE USER ${account}@localhost IDENTIFIED BY '$password'; GRANT ALL ON ${name}.* TO ${account}@localhost"`,
      ],
    );
  }
  const create = `sudo -u postgres createdb --owner=${user} ${name}`;
  // Who may do everything is a developer's fallback, and no account for a site.
  const variable = setting.reads.find((each) => /USER/.test(each));
  if (user === 'postgres' && name !== 'postgres' && host && variable !== undefined)
    return item(
      'database',
      'during',
      `Make an account \`${name}\`, which \`${variable}\` names in place of \`postgres\`, who may do everything, and its database \`${name}\`.`,
      [`sudo -u postgres createuser --pwprompt ${name}`, `sudo -u postgres createdb --owner=${name} ${name}`],
    );
  // The server's own administrator is there already, without a password: the socket needs none.
  if (user === 'postgres')
    return host
      ? item(
          'database',
          'during',
          `Give \`postgres\` the password that the settings have, and make the database \`${name}\`.`,
          ["sudo -u postgres psql -c '\\password postgres'", create],
        )
      : item('database', 'during', `Make the database \`${name}\`.`, [create]);
  return item('database', 'during', text, [`sudo -u postgres createuser --pwprompt ${user}`, create]);
}

function portOf(value: Value | undefined): string | undefined {
  const text = value?.kind === 'int' ? String(value.value) : stringOf(value);
  return text !== undefined && /^\d+$/.test(text) ? text : undefined;
}

/** The commands that install the project's packages into a virtual environment on a server, from the files that it has. */
export function installCommands(
  { project, settings, dependencies }: { project: Project; settings: Settings; dependencies: Dependencies },
  root: string,
  venv: string,
): readonly string[] {
  const program = (name: string): string => shellWord(`${venv}/bin/${name}`);
  const requirements = requirementsOf(dependencies, project);
  if (requirements !== undefined) {
    const beside = packagesBeside(project, settings, dependencies, requirements);
    return [
      `${program('pip')} install -r ${shellWord(`${root}/${requirements}`)}`,
      ...(beside.length === 0 ? [] : [`${program('pip')} install ${beside.join(' ')}`]),
    ];
  }
  const path = (format: string): string | undefined => {
    const found = dependencies.manifests.find((manifest) => manifest.format === format)?.path;
    return found === undefined ? undefined : `${root}/${found}`;
  };
  const directory = (file: string): string => shellWord(file.slice(0, file.lastIndexOf('/')));
  const active = `VIRTUAL_ENV=${shellWord(venv)}`;
  const [uv, poetry, pipenv, declared] = ['uv-lock', 'poetry-lock', 'pipfile-lock', 'pyproject'].map(path);
  if (uv)
    return [
      `${program('pip')} install uv`,
      `${active} ${program('uv')} sync --project ${directory(uv)} --locked --no-dev --active`,
    ];
  if (poetry)
    return [
      `${program('pip')} install poetry`,
      `${active} ${program('poetry')} -C ${directory(poetry)} install --only main --no-root`,
    ];
  if (pipenv)
    return [
      `${program('pip')} install pipenv`,
      `${active} PIPENV_PIPFILE=${shellWord(pipenv.replace(/\.lock$/, ''))} ${program('pipenv')} sync`,
    ];
  // pip installs a project with its packages, and not these alone.
  return declared
    ? [
        `${program('pip')} install uv`,
        `${program('uv')} pip install --python ${program('python')} -r ${shellWord(declared)}`,
      ]
    : [];
}

/** The variables without which the settings do not load, and that nothing gives. */
export function missingVariables(settings: Settings): readonly string[] {
  return settings.environment.filter(({ required, given }) => required && given === undefined).map(({ name }) => name);
}

/** `manage.py` nearest to the root, as a word of a shell. */
export function manageScript(project: Project): string {
  const [nearest] = project.paths
    .filter((path) => /(^|\/)manage\.py$/.test(path))
    .sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1));
  return shellWord(nearest ?? 'manage.py');
}
