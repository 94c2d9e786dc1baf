/** The file tree checks of a report: which of the files a deployment stands on are there. */
import type { Dependencies } from './facts/dependencies.js';
import type { EntryPoints } from './facts/entry-points.js';
import type { ReportFile } from './report.js';
import type { Project } from './source.js';

/** Files golive looked for, present or not, each with what it is for. */
export function filesLookedFor(
  project: Project,
  dependencies: Dependencies | undefined,
  entryPoints: EntryPoints | undefined,
): readonly ReportFile[] {
  const files: ReportFile[] = [];
  const one = (pattern: RegExp, fallback: string, note: string): void => {
    const path = project.paths.find((candidate) => pattern.test(candidate));
    files.push({ path: path ?? fallback, present: path !== undefined, note });
  };
  one(/^(?:[^/]+\/){0,2}manage\.py$/, 'manage.py', 'Runs management commands.');
  one(/^(?:[^/]+\/){0,3}wsgi(?:\/\w+)?\.py$/, 'wsgi.py', 'The application that a WSGI server loads.');
  const production = entryPoints?.production;
  if (production?.path)
    files.push({ path: production.path, present: true, note: 'The settings that production loads.' });
  const manifest = dependencies?.manifests.find((candidate) => candidate.kind === 'runtime');
  files.push({
    path: manifest?.path ?? 'requirements.txt',
    present: manifest !== undefined,
    note: 'Declares what to install.',
  });
  one(/^\.gitignore$/, '.gitignore', 'Keeps secrets and build output out of the repository.');
  one(
    /(^|\/)\.?env[\w.]*(example|sample|template|dist)[\w.]*$|(^|\/)(example|sample|template)\.env$/i,
    '.env.example',
    'Names the environment variables to set.',
  );
  one(/(^|\/)(tests?|test_[^/]+|tests?_[^/]+|[^/]+_tests?)(\.py|\/.*\.py)$/, 'tests', 'Tests.');
  one(
    /^(\.github\/workflows\/[^/]+\.ya?ml|\.gitlab-ci\.yml|\.circleci\/config\.yml|azure-pipelines\.yml|Jenkinsfile|\.travis\.yml|bitbucket-pipelines\.yml)$/,
    '.github/workflows',
    'Continuous integration.',
  );
  return files;
}
