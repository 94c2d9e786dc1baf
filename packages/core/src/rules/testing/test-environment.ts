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

/** The lines of a workflow that give the variables: some value for each, and none that is real. */
export function environmentOf({ environment, module, path }: Settings, tested: string | undefined): string {
  const required = environment.filter(
    ({ required, given, reads }) =>
      required &&
      !isFiled(given?.at?.path) &&
      // What production's own file asks for, tests of other settings do not.
      (tested === undefined || tested === module || reads.some((at) => at.path !== path)),
  );
  if (required.length === 0) return '';
  return `    env:\n${required.map((read) => `      ${read.name}: ${valueFor(read)}\n`).join('')}`;
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
  [/(^|_)PORT$/, "'1'"],
  [/ORIGINS?$|UR[LI]$/, 'http://localhost'],
  [/HOSTS?$/, 'localhost'],
];

function valueFor({ name, cast = '' }: VariableRead): string {
  if (/int|float/.test(cast)) return "'1'";
  if (/bool/.test(cast)) return "'False'";
  return values.find(([pattern]) => pattern.test(name))?.[1] ?? 'only-for-tests';
}
