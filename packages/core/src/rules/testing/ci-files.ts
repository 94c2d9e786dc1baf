/** The files that tell a CI service what to do, and what they call. */
import { type Location, lineSpan, type Project } from '../../source.js';
import { brokenLine } from './broken-yaml.js';

const configuration =
  /^(\.(github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml|\.gitlab-ci\.ya?ml|\.gitlab\/.*\.ya?ml|\.circleci\/config\.ya?ml|\.travis\.ya?ml|azure-pipelines[\w-]*\.ya?ml|\.azure\/.*\.ya?ml|\.?Jenkinsfile[\w.-]*|bitbucket-pipelines\.ya?ml|\.drone\.(ya?ml|star)|\.woodpecker(\/.*)?\.ya?ml|\.buildkite\/.*\.ya?ml|\.semaphore\/.*\.ya?ml|cloudbuild[\w.-]*\.(ya?ml|json)|buildspec[\w.-]*\.ya?ml|\.?appveyor\.ya?ml|\.cirrus\.ya?ml|\.builds?(\/.*)?\.ya?ml|\.teamcity\/.*|codeship-steps\.ya?ml|\.cicd\/.*|wercker\.ya?ml|concourse\/.*\.ya?ml|heroku\.ci\.json|dagger\.json|earthfile)$/i;
/** What CI calls by a word of its own, or by its path. */
const called =
  /(^|\/)(Makefile|makefile|GNUmakefile|justfile|Justfile|Taskfile\.ya?ml|tox\.ini|noxfile\.py|tasks\.py|\.pre-commit-config\.ya?ml|package\.json|pyproject\.toml|setup\.cfg|docker-compose[\w.-]*\.ya?ml|compose[\w.-]*\.ya?ml|Dockerfile[\w.-]*|[^/]+\.(sh|bash))$/;

/** The configuration files of CI services, those in the repository's root. */
export function ciFiles(project: Project): readonly string[] {
  return project.paths.filter((path) => configuration.test(path));
}

/** Those of them that a service can read: of a file that is no YAML it runs nothing. */
export function readableCiFiles(project: Project): readonly string[] {
  return ciFiles(project).filter((path) => brokenAt(project, path) === undefined);
}

/** The place at which a workflow that runs tests stops being YAML. */
export function brokenTests(project: Project): Location | undefined {
  for (const path of ciFiles(project)) {
    const at = linesOf(project, path).some((line) => runsTests.test(line)) ? brokenAt(project, path) : undefined;
    if (at !== undefined) return at;
  }
  return undefined;
}

function brokenAt(project: Project, path: string): Location | undefined {
  const file = /\.ya?ml$/.test(path) ? project.file(path) : undefined;
  const line = file && brokenLine(file.text);
  return line === undefined ? undefined : file?.at(lineSpan(file.text, line));
}

/** A word of a step that runs tests; `ubuntu-latest` is none. */
export const runsTests =
  /(?<![A-Za-z])(py)?(test|spec)s?(?![A-Za-z])|\b(tox|nox|runtests|behave|make\s+(ci|check|all|verify))\b/i;

/** A step that runs tests of Python by name. */
const runsPythonTests = /\b(pytest|manage\.py test|tox|nox)\b/;
/** Tests of other programs, or of the whole site from outside, by the name of their file. */
const aside = /(^|[/_.-])(ios|android|mobile|frontend|e2e|integration|deploy|release|publish|nightly|docs)([/_.-]|$)/i;

/** The configuration that runs the tests, where one of several is recognised as doing so: the tests of the site's own code first. */
export function testingFile(project: Project): string | undefined {
  const saying = (pattern: RegExp) =>
    readableCiFiles(project).filter((path) => linesOf(project, path).some((line) => pattern.test(line)));
  const named = saying(runsPythonTests);
  const any = saying(runsTests);
  const nearby = (path: string) => !aside.test(path.slice(path.lastIndexOf('/') + 1));
  return (
    named.find(nearby) ??
    saying(/\bmake\s+(ci|check|test|verify)\b/).find(nearby) ??
    any.find(nearby) ??
    named[0] ??
    any[0]
  );
}

/** Whether a file calls Django or its tests by itself, and not by way of `make` or a container. */
export function runsDjango(project: Project, path: string): boolean {
  return linesOf(project, path).some((line) => runsPythonTests.test(line) || /\bmanage\.py\b/.test(line));
}

/** Whether some line of CI, or of a file that CI may call, says something. Comments do not count. */
export function ciSays(project: Project, pattern: RegExp): boolean {
  return [...readableCiFiles(project), ...project.paths.filter((path) => called.test(path))].some((path) =>
    linesOf(project, path).some((line) => pattern.test(line)),
  );
}

/** Whether some line of CI's own configuration says something. */
export function ciItselfSays(project: Project, pattern: RegExp): boolean {
  return readableCiFiles(project).some((path) => linesOf(project, path).some((line) => pattern.test(line)));
}

/** The first line of a file, as the place of something that it lacks. */
export function topOf(project: Project, path: string): Location | undefined {
  const file = project.file(path);
  return file?.at(lineSpan(file.text, 1));
}

/** Lines without comments; no command is longer than this. */
function linesOf(project: Project, path: string): readonly string[] {
  const text = project.file(path)?.text ?? '';
  return text.split(/\r\n|\r|\n/).filter((line) => line.length < 4000 && !/^\s*(#|\/\/)/.test(line));
}
