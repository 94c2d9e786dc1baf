/** An environment file that the next `git add .` will commit. */
import { type Dependencies, type Dependency, dependencies } from '../../facts/dependencies.js';
import { project } from '../../facts/inputs.js';
import { cwe, defineRule, minutes, web } from '../../rule.js';
import { lineSpan } from '../../source.js';
import { isEnvironmentFile } from './environment-files.js';
import { isIgnored } from './gitignore.js';

const readers = ['python-dotenv', 'python-decouple', 'django-environ', 'environs', 'django-dotenv'];

export const envNotIgnored = defineRule({
  id: 'secrets/env-not-ignored',
  title: 'Environment files are not kept out of version control',
  sound: 'Environment files are kept out of version control',
  category: 'secrets',
  severity: 'high',
  effort: minutes(5),
  risk: 'The next `git add .` publishes the passwords and keys in `.env`.',
  references: [cwe(538), web('git: gitignore', 'https://git-scm.com/docs/gitignore')],
  since: '0.1.0',
  needs: { dependencies, project },
  problems: {
    present: '`{path}` is there, not tracked, and no .gitignore leaves it out.',
    expected: 'The project reads `.env` files ({reader}), and no .gitignore leaves `.env` out.',
  },
  // A tracked file is another fault, with a rule of its own; a project without such files has nothing to keep out.
  when: ({ dependencies, project }) =>
    !project.paths.some((path) => isEnvironmentFile(path) && project.tracked(path) === true) &&
    (isIgnored(project, '.env') || project.paths.some(isEnvironmentFile) || readerOf(dependencies) !== undefined),
  *check({ dependencies, project }, { problem }) {
    const remedy = { summary: 'Ignore it.', code: '.env', language: 'text', path: '.gitignore' } as const;
    const open = project.paths.filter((path) => isEnvironmentFile(path) && !isIgnored(project, path));
    // Without version control's word nothing is certain.
    const loose = open.filter((path) => project.tracked(path) === false);
    for (const path of loose) {
      const file = project.file(path);
      // A global ignore file, which is not in the repository, may leave it out on this machine.
      if (file)
        yield {
          ...problem('present', { at: file.at({ start: 0, end: 0 }), subject: path }, { path }),
          confidence: 'firm',
          remedy,
        };
    }
    if (loose.length > 0 || isIgnored(project, '.env')) return;
    const reader = readerOf(dependencies);
    if (!reader) return;
    const ignore = project.file('.gitignore');
    const at = ignore ? ignore.at(lineSpan(ignore.text, ignore.text.split(/\r\n|\r|\n/).length)) : reader.at;
    yield {
      ...problem('expected', { at, subject: '.env' }, { reader: reader.name }),
      confidence: 'tentative',
      remedy,
    };
  },
});

/** The first declared package that reads environment files. */
function readerOf(dependencies: Dependencies): Dependency | undefined {
  return readers.map((name) => dependencies.get(name)).find((found) => found !== undefined);
}
