/** What tests need besides their code: the settings module that pytest loads, and the variables without which settings stop. */
import type { Settings, VariableRead } from '../../facts/settings.js';
import type { Project } from '../../source.js';

/** The settings module that the configuration of pytest names. */
export function testedModule(project: Project): string | undefined {
  for (const path of project.paths) {
    if (!/(^|\/)(pytest\.ini|conftest\.py|pyproject\.toml|setup\.cfg|tox\.ini)$/.test(path)) continue;
    const text = project.file(path)?.text ?? '';
    const module = /DJANGO_SETTINGS_MODULE\W+(\w+(?:\.\w+)*)|--ds[= ](\w+(?:\.\w+)*)/.exec(text);
    if (module) return module[1] ?? module[2];
  }
  return undefined;
}

/** Names and values. */
export type Variables = readonly (readonly [name: string, value: string])[];

/** The variables without which the settings stop: some value for each, and none that is real. */
export function variablesFor(
  { environment, module, path }: Settings,
  tested: string | undefined,
  product: 'PostgreSQL' | 'MySQL' = 'PostgreSQL',
  alsoWanted: (read: VariableRead) => boolean = () => false,
): Variables {
  return environment
    .filter(
      (read) =>
        (read.required || alsoWanted(read)) &&
        !isFiled(read.given?.at?.path) &&
        // What production's own file asks for, tests of other settings do not.
        (tested === undefined || tested === module || read.reads.some((at) => at.path !== path)),
    )
    .map((read) => [read.name, valueFor(read, product)]);
}

/** The lines of a workflow that give variables; of numbers and words of YAML, texts. */
export function environmentLines(variables: Variables): string {
  if (variables.length === 0) return '';
  const quoted = (value: string) => (/^(\d+|True|False)$/.test(value) ? `'${value}'` : value);
  return `    env:\n${variables.map(([name, value]) => `      ${name}: ${quoted(value)}\n`).join('')}`;
}

/** A file of variables in the repository is there for the tests as well. */
function isFiled(path: string | undefined): boolean {
  return path !== undefined && /(^|\/)[\w-]*\.env[^/]*$|\.(ini|toml|py)$/.test(path);
}

/** Made up, and of the form that Django's own checks ask for. */
const values: readonly (readonly [name: RegExp, value: string])[] = [
  [/(^|_)(DATABASE|DB)(_UR[LI]|_DSN)$/, 'sqlite:///test.sqlite3'],
  [/(REDIS|BROKER|CELERY|CACHE).*_UR[LI]$/, 'redis://localhost:6379/0'],
  [/EMAIL_BACKEND$/, 'django.core.mail.backends.locmem.EmailBackend'],
  [/EMAIL_URL$/, 'memorymail://'],
  [/(^|_)PORT$/, '1'],
  [/ORIGINS?$|UR[LI]$/, 'http://localhost'],
  [/HOSTS?$/, 'localhost'],
];

/** A variable of the database, whose server is a service of the job. */
export const ofDatabase = /(^|_)(DB|DATABASE|POSTGRES|POSTGRESQL|PG|MYSQL|MARIADB|SQL|RDS)(_|(?=USER|HOST|PORT))/;
const ofServer = {
  PostgreSQL: { port: '5432', user: 'postgres', host: 'localhost' },
  MySQL: { port: '3306', user: 'root', host: '127.0.0.1' },
} as const;

function valueFor({ name, cast = '' }: VariableRead, product: keyof typeof ofServer): string {
  if (ofDatabase.test(name)) {
    const server = ofServer[/MYSQL|MARIADB/.test(name) ? 'MySQL' : product];
    if (/PORT$/.test(name)) return server.port;
    if (/USER(NAME)?$/.test(name)) return server.user;
    if (/HOST$/.test(name)) return server.host;
  }
  if (/int|float/.test(cast)) return '1';
  if (/bool/.test(cast)) return 'False';
  return values.find(([pattern]) => pattern.test(name))?.[1] ?? 'only-for-tests';
}
