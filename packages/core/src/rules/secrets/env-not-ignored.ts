/** An environment file that the next `git add .` will commit. */
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { cwe, defineRule, minutes, type Remedy, web } from '../../rule.js';
import { lineSpan, type Project } from '../../source.js';
import { isEnvironmentFile } from './environment-files.js';
import { readerOf } from './environment-reader.js';
import { isIgnored } from './gitignore.js';
import { composeEnvironmentFiles, ignorePatterns } from './ignore-patterns.js';

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
    handed: '`{compose}` hands on `{path}`, which no .gitignore leaves out.',
  },
  // A tracked file is another fault, with a rule of its own; a project without such files has nothing to keep out.
  when: ({ project, settings }) =>
    !project.paths.some((path) => isEnvironmentFile(path) && isInRepository(project, path)) &&
    (isIgnored(project, '.env') ||
      project.paths.some(isEnvironmentFile) ||
      readerOf(project, settings.files) !== undefined),
  *check({ project, settings }, { problem }) {
    const unreadable = project.skipped.some(({ path, why }) => path === '.gitignore' && /UTF-16/.test(why));
    const remedy = (paths: readonly string[]): Remedy => {
      if (unreadable)
        return {
          summary: 'Save `.gitignore` as UTF-8: git does not read UTF-16. Then ignore `.env` in it.',
          path: '.gitignore',
        };
      const code = ignorePatterns(project, paths);
      const summary = code.includes('\n') ? 'Ignore all such files that are in use.' : 'Ignore it.';
      return { summary, code, language: 'text', path: '.gitignore', place: 'end' };
    };
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
          remedy: remedy(loose),
        };
    }
    if (loose.length > 0) return;
    if (isIgnored(project, '.env')) {
      // What keeps `.env` out leaves another name alone.
      const handed = composeEnvironmentFiles(project).filter(
        ({ path }) => !isIgnored(project, path) && project.file(path) === undefined,
      );
      const [first] = handed;
      if (first)
        yield {
          ...problem('handed', { at: first.by, subject: first.path }, { compose: first.by.path, path: first.path }),
          confidence: 'tentative',
          remedy: remedy(handed.map(({ path }) => path)),
        };
      return;
    }
    const reader = readerOf(project, settings.files);
    if (!reader || reader.paths.some((path) => isIgnored(project, path))) return;
    const [nearest = '.env'] = reader.paths;
    const name = nearest.slice(nearest.lastIndexOf('/') + 1);
    const path = reader.paths.length === 1 ? nearest : name;
    const ignore = project.file('.gitignore');
    const at = ignore ? ignore.at(lineSpan(ignore.text, ignore.text.split(/\r\n|\r|\n/).length)) : reader.at;
    yield {
      ...problem('expected', { at, subject: '.env' }, { reader: reader.name, path }),
      confidence: 'tentative',
      evidence: [{ at: reader.at, note: 'The files are read here.' }],
      remedy: remedy([name]),
    };
  },
});

/** Whether a file is under version control, as far as that is known: of one that is, `secrets/env-committed` tells. */
function isInRepository(project: Project, path: string): boolean {
  return project.tracked(path) ?? !isIgnored(project, path);
}
