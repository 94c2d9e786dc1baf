/** An environment file that the next `git add .` will commit. */
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { cwe, defineRule, minutes, web } from '../../rule.js';
import { type Location, lineSpan, type Project, type SourceFile } from '../../source.js';
import { isEnvironmentFile } from './environment-files.js';
import { isIgnored } from './gitignore.js';

/** A line that reads such files. To import a package that could is not to read one; decouple reads at its first call. */
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
    expected: 'The project reads `.env` files ({reader}), and no .gitignore leaves `{path}` out.',
  },
  // A tracked file is another fault, with a rule of its own; a project without such files has nothing to keep out.
  when: ({ project, settings }) =>
    !project.paths.some((path) => isEnvironmentFile(path) && isInRepository(project, path)) &&
    (isIgnored(project, '.env') ||
      project.paths.some(isEnvironmentFile) ||
      readerOf(project, settings.files) !== undefined),
  *check({ project, settings }, { problem }) {
    const unreadable = project.skipped.some(({ path, why }) => path === '.gitignore' && /UTF-16/.test(why));
    const remedy = unreadable
      ? ({
          summary: 'Save `.gitignore` as UTF-8: git does not read UTF-16. Then ignore `.env` in it.',
          path: '.gitignore',
        } as const)
      : ({ summary: 'Ignore it.', code: '.env', language: 'text', path: '.gitignore', place: 'end' } as const);
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
    if (!reader || reader.paths.some((path) => isIgnored(project, path))) return;
    const [path = '.env'] = reader.paths.length === 1 ? reader.paths : [];
    const ignore = project.file('.gitignore');
    const at = ignore ? ignore.at(lineSpan(ignore.text, ignore.text.split(/\r\n|\r|\n/).length)) : reader.at;
    yield {
      ...problem('expected', { at, subject: '.env' }, { reader: reader.name, path }),
      confidence: 'tentative',
      evidence: [{ at: reader.at, note: 'The files are read here.' }],
      remedy,
    };
  },
});

/** Whether a file is under version control, as far as that is known: of one that is, `secrets/env-committed` tells. */
function isInRepository(project: Project, path: string): boolean {
  return project.tracked(path) ?? !isIgnored(project, path);
}

/** The files that a line may read: beside its own for django-environ and django-dotenv without a path, else in any directory above. */
function filesRead({ path, text }: SourceFile, line: string): readonly string[] {
  const directories = path.split('/').slice(0, -1);
  const above = [...directories.keys(), directories.length].map((depth) =>
    [...directories.slice(0, depth), '.env'].join('/'),
  );
  const beside =
    /\bread_dotenv\s*\(\s*\)/.test(line) ||
    (/\.read_env\s*\(\s*\)/.test(line) && /^\s*(?:import environ\b|from environ import)/m.test(text));
  return beside ? above.slice(-1) : above;
}

/** The first line of the settings, or of a module that starts Django, that reads environment files. */
function readerOf(
  project: Project,
  files: readonly string[],
): { readonly name: string; readonly at: Location; readonly paths: readonly string[] } | undefined {
  const starts = project.paths.filter((path) => /(^|\/)(manage|\w*[wa]sgi|celery)\.py$/.test(path));
  for (const path of new Set([...files, ...starts])) {
    const file = project.file(path);
    for (const [index, line] of (file?.text.split(/\r\n|\r|\n/) ?? []).entries()) {
      const [name] = readers.find(([, pattern]) => line.length < 1000 && pattern.test(line)) ?? [];
      if (file && name !== undefined && (name !== 'python-decouple' || callsDecouple(file.text)))
        return { name, at: file.at(lineSpan(file.text, index + 1)), paths: filesRead(file, line) };
    }
  }
  return undefined;
}

/** Whether a file calls what it imports from decouple. */
function callsDecouple(text: string): boolean {
  const [, imported = 'decouple.config'] = /^\s*from decouple import[ \t]*\(?([^)\r\n#]*)/m.exec(text) ?? [];
  const names = imported.split(',').map(
    (one) =>
      one
        .trim()
        .split(/\s+as\s+/)
        .at(-1) ?? '',
  );
  return names.some((name) => name !== '' && text.includes(`${name}(`));
}
