/** Accounts with password hashes in fixtures: `loaddata` makes them on whatever database it is pointed at. */
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import { lineSpan, type Project } from '../../source.js';
import { isStarted, isTest, type Loader, loadersOf, programOf, tellsPassword } from './fixture-loading.js';

const fixture =
  /(^|\/)(fixtures?|initial_data|seed(s|ers)?|data|dumps?|backups?)(\/|[^/]*$).*\.(json|ya?ml|xml)$|(^|\/)[^/]*(dump|backup|export|initial_data|users?|datadump|fixture)[^/]*\.(json|ya?ml)$/i;
const test =
  /(^|\/)(tests?|testing|testdata|test_\w+|e2e|cypress|node_modules|docs?)(\/|$)|(^|[/._-])(tests?|mock|demo|sample|example|dev|local)([._-]|$)/i;
/** A hash as Django writes it. */
const hash = /["']?password["']?\s*[:=]\s*["']?(pbkdf2_\w+|argon2|bcrypt(_sha256)?|scrypt|sha1|md5)\$/;
const superuser = /["']?is_superuser["']?\s*:\s*(true|True|yes)\b/;

export const fixtureUsers = defineRule({
  id: 'secrets/fixture-users',
  title: 'A fixture holds accounts with their passwords',
  sound: 'No fixture holds accounts with their passwords',
  category: 'secrets',
  severity: 'critical',
  effort: minutes(30),
  risk: 'Whoever has seen the repository has the password of an account that every site has, or can try to break its hash.',
  references: [cwe(798), docs('howto/initial-data')],
  since: '0.1.0',
  needs: { deployment, project },
  problems: {
    superuser: '`{path}` holds a superuser with the hash of the password.',
    users: '`{path}` holds accounts with the hashes of their passwords.',
  },
  when: ({ project }) => project.paths.some(isFixture),
  *check({ deployment, project }, { problem }) {
    for (const path of project.paths.filter(isFixture)) {
      const line = hashLine(project, path);
      const file = project.file(path);
      if (line === undefined || !file || project.tracked(path) === false) continue;
      const loaders = loadersOf(project, path);
      if (loaders.length > 0 && loaders.every(isTest)) continue;
      const kind = superuser.test(file.text) ? 'superuser' : 'users';
      yield {
        ...problem(kind, { at: file.at(lineSpan(file.text, line)), subject: path }, { path }),
        confidence: 'firm',
        ...(isStarted(project, deployment, loaders) || tellsPassword(project, loaders)
          ? {}
          : { severity: 'medium' as const, risk: onceLoaded }),
        remedy: {
          summary: `Give these accounts a password that nobody can use, so that what refers to them still loads; set real ones by hand, also where the fixture was loaded before.${aboutLoader(loaders)}`,
          code: /\.ya?ml$/.test(path) ? "password: '!'" : /\.xml$/.test(path) ? '!' : '"password": "!"',
          language: 'text',
          path,
        },
      };
    }
  },
});

const onceLoaded =
  'Whoever loads it gives production an account whose password hash everybody with a copy of the repository can try to break.';

const isFixture = (path: string): boolean => fixture.test(path) && !test.test(path);

function hashLine(project: Project, path: string): number | undefined {
  const text = project.file(path)?.text ?? '';
  const found = hash.exec(text);
  return found ? text.slice(0, found.index).split(/\r\n|\r|\n/).length : undefined;
}

/** What has to be done where a program loads it as the site is set up: nobody could sign in with what it makes. */
function aboutLoader(loaders: readonly Loader[]): string {
  const program = programOf(loaders);
  return program === undefined
    ? ''
    : ` \`${program.path}\` loads it, and nobody can sign in with what it loads then: first let it set a password that it is given or makes up.`;
}

/** Whether a program loads accounts with their passwords. */
export function loadsAccounts(project: Project): boolean {
  return project.paths.some(
    (path) =>
      isFixture(path) && hashLine(project, path) !== undefined && programOf(loadersOf(project, path)) !== undefined,
  );
}
