/** Tests in a repository: files by their customary places, with something in them that a runner would run. */
import type { Project } from '../../source.js';

const named = /(^|\/)(test_[^/]*|[^/]*_tests?|tests?)\.py$/i;
const beside = /(^|\/)(tests?|testing|specs?|e2e)\/.*\.py$/i;
/** What an application consists of: one may be called `testing`, with models and views of the tests that people take. */
const application =
  /(^|\/)(admin|apps|consumers|filters|forms|managers|models|serializers|signals|tasks|urls|views|viewsets)\.py$/i;
/** A function or method by its name, a class by its base, a doctest. A view takes the request first. */
const inPython =
  /^[ \t]*(async[ \t]+)?def[ \t]+test\w*[ \t]*\((?!\s*request\b)|^[ \t]*class[ \t]+\w+[ \t]*\([^)]*TestCase\b|^[ \t]*>>> /m;
/** Behaviour files and tests in a browser try the site as well. */
const other = /\.feature$|(^|\/)(cypress|playwright|e2e)\/.*\.[jt]sx?$|\.(cy|spec|test|e2e)\.[cm]?[jt]sx?$|\.robot$/;

/** Whether a file holds at least one test. */
export function holdsTests(project: Project, path: string): boolean {
  return (
    other.test(path) ||
    ((named.test(path) || (beside.test(path) && !application.test(path))) &&
      inPython.test(project.file(path)?.text ?? ''))
  );
}

/** Whether the repository holds tests. */
export function hasTests(project: Project): boolean {
  return project.paths.some((path) => holdsTests(project, path));
}
