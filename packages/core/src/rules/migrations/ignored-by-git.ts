/** Migrations that .gitignore keeps out of the repository. */
import { project } from '../../facts/inputs.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { lineSpan, type Project } from '../../source.js';
import { isIgnored } from '../secrets/gitignore.js';

export const ignoredByGit = defineRule({
  id: 'migrations/ignored-by-git',
  title: 'Migrations are kept out of the repository',
  sound: 'Migrations can be committed',
  category: 'database',
  severity: 'high',
  effort: minutes(30),
  risk: 'Servers get no migrations, or make their own: tables are missing, and databases drift apart.',
  references: [docs('topics/migrations', 'version-control')],
  since: '0.1.0',
  needs: { project },
  problems: { ignored: '`{pattern}` in `{path}` leaves out `{migration}`.' },
  when: ({ project }) =>
    project.paths.some((path) => /(^|\/)\.gitignore$/.test(path)) && migrationsOf(project).length > 0,
  *check({ project }, { problem }) {
    const migration = migrationsOf(project).find((path) => isIgnored(project, path));
    if (migration === undefined) return;
    for (const path of project.paths.filter((candidate) => /(^|\/)\.gitignore$/.test(candidate))) {
      const file = project.file(path);
      const lines = file?.text.split(/\r\n|\r|\n/) ?? [];
      const index = lines.findIndex(
        (line) =>
          /migrations|0001/.test(line) &&
          !/^\s*[#!]/.test(line) &&
          !/\.pyc?\]?\s*$/.test(line.replace(/\*\.py$|\d\w*\.py$/, '')),
      );
      if (!file || index < 0) continue;
      yield {
        ...problem(
          'ignored',
          { at: file.at(lineSpan(file.text, index + 1)), subject: path },
          { pattern: (lines[index] ?? '').trim(), path, migration },
        ),
        remedy: {
          summary: 'Take the pattern out, make the migrations, and commit them.',
          code: `git add -f ${migration.slice(0, migration.lastIndexOf('/'))}`,
          language: 'bash',
          path,
        },
      };
      return;
    }
  },
});

/** Where the first migration of each application with models would lie. */
function migrationsOf(project: Project): readonly string[] {
  return project.paths.flatMap((path) => {
    const directory = /^(?:(.*)\/)?models(?:\.py|\/__init__\.py)$/.exec(path)?.[1];
    if (directory === undefined || /(^|\/)(tests?|site-packages|node_modules|venv|\.venv)(\/|$)/.test(directory))
      return [];
    return /models\.Model\b|\(.*Model\)|AbstractUser|AbstractBaseUser/.test(project.file(path)?.text ?? '')
      ? [`${directory}/migrations/0001_initial.py`]
      : [];
  });
}
