/** An environment file that the next `git add .` will commit. */
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { cwe, defineRule, minutes, web } from '../../rule.js';
import { type Location, lineSpan, type Project } from '../../source.js';
import { isEnvironmentFile } from './environment-files.js';
import { isIgnored } from './gitignore.js';

/** A line that reads such files. To import a package that could is not to read one, save for decouple, which always does. */
const readers: readonly (readonly [name: string, line: RegExp])[] = [
  ['python-decouple', /^\s*(?:from decouple import|import decouple\b)/],
  ['python-dotenv', /^[^#]*\b(?:load_dotenv|read_dotenv|dotenv_values)\s*\(/],
  ['`read_env`', /^[^#]*\.read_env\s*\(/],
];

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
  needs: { project, settings },
  problems: {
    present: '`{path}` is there, not tracked, and no .gitignore leaves it out.',
    expected: 'The project reads `.env` files ({reader}), and no .gitignore leaves `.env` out.',
  },
  // A tracked file is another fault, with a rule of its own; a project without such files has nothing to keep out.
  when: ({ project, settings }) =>
    !project.paths.some((path) => isEnvironmentFile(path) && project.tracked(path) === true) &&
    (isIgnored(project, '.env') ||
      project.paths.some(isEnvironmentFile) ||
      readerOf(project, settings.files) !== undefined),
  *check({ project, settings }, { problem }) {
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
    const reader = readerOf(project, settings.files);
    if (!reader) return;
    const ignore = project.file('.gitignore');
    const at = ignore ? ignore.at(lineSpan(ignore.text, ignore.text.split(/\r\n|\r|\n/).length)) : reader.at;
    yield {
      ...problem('expected', { at, subject: '.env' }, { reader: reader.name }),
      confidence: 'tentative',
      evidence: [{ at: reader.at, note: 'The files are read here.' }],
      remedy,
    };
  },
});

/** The first line of the settings, or of a module that starts Django, that reads environment files. */
function readerOf(
  project: Project,
  files: readonly string[],
): { readonly name: string; readonly at: Location } | undefined {
  const starts = project.paths.filter((path) => /(^|\/)(manage|\w*[wa]sgi|celery)\.py$/.test(path));
  for (const path of new Set([...files, ...starts])) {
    const file = project.file(path);
    for (const [index, line] of (file?.text.split(/\r\n|\r|\n/) ?? []).entries()) {
      const [name] = readers.find(([, pattern]) => line.length < 1000 && pattern.test(line)) ?? [];
      if (file && name !== undefined) return { name, at: file.at(lineSpan(file.text, index + 1)) };
    }
  }
  return undefined;
}
