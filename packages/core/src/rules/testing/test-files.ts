/** Tests in a repository: files by their customary places, with something in them that a runner would run. */
import type { Project } from '../../source.js';

const python = /(^|\/)(tests?|testing|specs?|e2e)(\/|$).*\.py$|(^|\/)(test_[^/]*|[^/]*_tests?|tests?)\.py$/i;
const inPython = /^[ \t]*(async[ \t]+)?def[ \t]+test|^[ \t]*class[ \t]+\w*Test\w*[ \t]*[(:]|^[ \t]*>>> /m;
/** Behaviour files and tests in a browser try the site as well. */
const other = /\.feature$|(^|\/)(cypress|playwright|e2e)\/.*\.[jt]sx?$|\.(cy|spec|test|e2e)\.[cm]?[jt]sx?$|\.robot$/;

/** Whether a file holds at least one test. */
export function holdsTests(project: Project, path: string): boolean {
  return other.test(path) || (python.test(path) && inPython.test(project.file(path)?.text ?? ''));
}

/** Whether the repository holds tests. */
export function hasTests(project: Project): boolean {
  return project.paths.some((path) => holdsTests(project, path));
}
