/** Tests in a repository: files by their customary places, with something in them that a runner would collect. */
import type { Project } from '../../source.js';

const named = /(^|\/)(test_[^/]*|[^/]*_tests?|tests?)\.py$/i;
const beside = /(^|\/)(tests?|testing|specs?|e2e)\/.*\.py$/i;
/** What an application consists of: one may be called `testing`, with models and views of the tests that people take. */
const application =
  /(^|\/)(admin|apps|consumers|filters|forms|managers|models|serializers|signals|tasks|urls|views|viewsets)\.py$/i;
/** Behaviour files and tests in a browser try the site as well. */
const other = /\.feature$|(^|\/)(cypress|playwright|e2e)\/.*\.[jt]sx?$|\.(cy|spec|test|e2e)\.[cm]?[jt]sx?$|\.robot$/;

/** A class by its base, or a doctest: what Django's own runner finds. */
const forDjango = /^[ \t]*class[ \t]+\w+[ \t]*\([^)]*TestCase\b|^[ \t]*>>> /m;
/** What only pytest collects: a function by its name. A view takes the request first. */
const plain = /^(async[ \t]+)?def[ \t]+(test\w*)[ \t]*\((?!\s*request\b)/m;
const method = /^[ \t]+(async[ \t]+)?def[ \t]+test\w*[ \t]*\((?!\s*request\b)/;
const classLine = /^class[ \t]+(\w+)[ \t]*(?:\(([^)]*)\)?)?/;
/** Bases of what an application, and not its tests, consists of. */
const ofApplication = /\b(Model|BaseCommand|View|ViewSet|Form|ModelForm|Serializer|ModelSerializer|ModelAdmin)\b/;

/** Mail that is sent, or a connection that is opened. */
const reachesOut =
  /\b(send_mail|send_mass_mail|mail_admins|send_message|sendmail|smtplib\.SMTP\w*|urlopen|requests\.(get|post|put|patch|delete|request|Session)|(psycopg2?|MySQLdb|pymysql|mysql\.connector|sqlite3|pymongo|socket|redis)\.\w*[cC]onnect\w*)\(/;

/** Whether a file holds at least one test. */
export function holdsTests(project: Project, path: string): boolean {
  return other.test(path) || runnersOf(project, path).length > 0;
}

/** Whether the repository holds tests. */
export function hasTests(project: Project): boolean {
  return project.paths.some((path) => holdsTests(project, path));
}

/** Whether pytest alone collects the tests: plain functions and classes without a base, and nothing that Django's runner knows. */
export function needsPytest(project: Project): boolean {
  const runners = project.paths.map((path) => runnersOf(project, path)).filter((found) => found.length > 0);
  return runners.length > 0 && runners.every((found) => !found.includes('django'));
}

/** A file that a runner imports by its name, and that sends mail or opens a connection as it is imported. */
export function reachesOutAtImport(project: Project, path: string): boolean {
  return /(^|\/)(test[^/]*|[^/]*_test)\.py$/.test(path) && reachesOut.test(atImport(project.file(path)?.text ?? ''));
}

/** What would collect a file's tests; nothing where it holds none. */
function runnersOf(project: Project, path: string): readonly ('django' | 'pytest')[] {
  if (!named.test(path) && (!beside.test(path) || application.test(path))) return [];
  const text = project.file(path)?.text ?? '';
  // A script to be run by hand, whatever its functions are called.
  if (!/test|>>>/i.test(text) || reachesOutAtImport(project, path)) return [];
  if (forDjango.test(text)) return ['django'];
  const methods = methodsOf(text);
  if (methods.length > 0) return methods;
  // What the module calls itself is a helper of a script, whatever it is called: a runner calls its tests.
  const [, , name = ''] = plain.exec(text) ?? [];
  return name !== '' && !new RegExp(`\\b${name}\\(`).test(atImport(text)) ? ['pytest'] : [];
}

/** By the classes that test methods are in: one that is `Test…` by name is pytest's, one whose base is not known may be either's. */
function methodsOf(text: string): readonly ('django' | 'pytest')[] {
  const found = new Set<'django' | 'pytest'>();
  let collects: readonly ('django' | 'pytest')[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, name = '', bases = ''] = classLine.exec(line) ?? [];
    if (name !== '') {
      const inherits = /\(\s*$/.test(line) || (!/^\s*(object\s*)?$/.test(bases) && !ofApplication.test(bases));
      collects = [
        ...(inherits ? (['django'] as const) : []),
        ...(name.startsWith('Test') && !ofApplication.test(bases) ? (['pytest'] as const) : []),
      ];
    } else if (/^\S/.test(line) && !/^[#)@'"]/.test(line)) collects = [];
    else if (method.test(line)) for (const runner of collects) found.add(runner);
  }
  return [...found];
}

/** The lines that run when a module is imported: all but functions, classes, and what is only for a run as a program. */
function atImport(text: string): string {
  let runs = true;
  return text
    .split(/\r\n|\r|\n/)
    .filter((line) => {
      if (/^[^\s#)\]}]/.test(line)) runs = !/^(async\s+def|def|class)\b|^if\b.*__name__|^@/.test(line);
      return runs && !/^\s*#/.test(line);
    })
    .join('\n');
}
