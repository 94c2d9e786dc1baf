/** Accounts with password hashes in fixtures: `loaddata` makes them on whatever database it is pointed at. */
import { project } from '../../facts/inputs.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import { lineSpan, type Project } from '../../source.js';

const fixture =
  /(^|\/)(fixtures?|initial_data|seed(s|ers)?|data|dumps?|backups?)(\/|[^/]*$).*\.(json|ya?ml|xml)$|(^|\/)[^/]*(dump|backup|export|initial_data|users?|datadump|fixture)[^/]*\.(json|ya?ml)$/i;
const test =
  /(^|\/)(tests?|testing|testdata|test_\w+|e2e|cypress|node_modules|docs?)(\/|$)|(^|[/._-])(tests?|mock|demo|sample|example|dev|local)([._-]|$)/i;
const testFile = /(^|\/)(tests?|testing)\/.*\.py$|(^|\/)(test_[^/]*|[^/]*_tests?|tests?|conftest)\.py$/;
/** A hash as Django writes it. */
const hash = /["']?password["']?\s*[:=]\s*["']?(pbkdf2_\w+|argon2|bcrypt(_sha256)?|scrypt|sha1|md5)\$/;
const superuser = /["']?is_superuser["']?\s*:\s*(true|True|yes)\b/;

export const fixtureUsers = defineRule({
  id: 'secrets/fixture-users',
  title: 'A fixture holds accounts with their passwords',
  sound: 'No fixture holds accounts with their passwords',
  category: 'secrets',
  severity: 'medium',
  effort: minutes(30),
  risk: 'Whoever loads it gives production an account whose password hash everybody with a copy of the repository can try to break.',
  references: [cwe(798), docs('howto/initial-data')],
  since: '0.1.0',
  needs: { project },
  problems: {
    superuser: '`{path}` holds a superuser with the hash of the password.',
    users: '`{path}` holds accounts with the hashes of their passwords.',
  },
  when: ({ project }) => project.paths.some(isFixture),
  *check({ project }, { problem }) {
    for (const path of project.paths.filter(isFixture)) {
      const line = hashLine(project, path);
      const file = project.file(path);
      if (line === undefined || !file || project.tracked(path) === false) continue;
      const loaders = loadersOf(project, path);
      if (loaders.length > 0 && loaders.every((one) => testFile.test(one))) continue;
      const kind = superuser.test(file.text) ? 'superuser' : 'users';
      yield {
        ...problem(kind, { at: file.at(lineSpan(file.text, line)), subject: path }, { path }),
        confidence: 'firm',
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

const isFixture = (path: string): boolean => fixture.test(path) && !test.test(path);

function hashLine(project: Project, path: string): number | undefined {
  const text = project.file(path)?.text ?? '';
  const found = hash.exec(text);
  return found ? text.slice(0, found.index).split(/\r\n|\r|\n/).length : undefined;
}

/** The files that load it: a command or a page of instructions would name it on a line of `loaddata`. */
function loadersOf(project: Project, path: string): readonly string[] {
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  const name = `${stem.replace(/[.+]/g, '\\$&')}(\\.\\w+)?(?![\\w.-])`;
  // A list of fixtures holds texts; a command may name it bare.
  const loads = new RegExp(
    `loaddata\\b[^\\n]*(?<![\\w-])${name}|fixtures\\b([^\\n]*|\\s*=\\s*[[(][^\\])]*)['"/]${name}`,
  );
  return project.paths.filter((one) => one !== path && loads.test(project.file(one)?.text ?? ''));
}

/** What has to be done where a program loads it as the site is set up: nobody could sign in with what it makes. */
function aboutLoader(loaders: readonly string[]): string {
  const program = loaders.find(
    (one) => !testFile.test(one) && /\.(py|sh)$|(^|\/)(Makefile|Procfile|Dockerfile)$/.test(one),
  );
  return program === undefined
    ? ''
    : ` \`${program}\` loads it, and nobody can sign in with what it loads then: first let it set a password that it is given or makes up.`;
}
