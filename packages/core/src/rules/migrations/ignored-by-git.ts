/** Migrations that .gitignore keeps out of the repository. */
import { type Apps, apps } from '../../facts/apps.js';
import { project } from '../../facts/inputs.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { lineSpan, type Project } from '../../source.js';
import { manageDirectory } from '../deps/first-line.js';
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
  needs: { apps, project },
  problems: {
    ignored: '`{pattern}` in `{path}` leaves out the migrations of {applications}.',
    later: '`{pattern}` in `{path}` leaves out new migrations; those of {applications} were committed in spite of it.',
  },
  when: ({ apps, project }) =>
    project.paths.some((path) => /(^|\/)\.gitignore$/.test(path)) && migratedIn(project, apps).length > 0,
  *check({ apps, project }, { problem }) {
    const ignored = migratedIn(project, apps).filter(({ directory }) =>
      isIgnored(project, `${directory}/0001_initial.py`),
    );
    // What git follows already it goes on to follow, whatever is ignored.
    const absent = ignored.filter(({ directory }) => !isCommitted(project, directory));
    const left = absent.length > 0 ? absent : ignored;
    if (left.length === 0) return;
    const base = manageDirectory(project);
    const inside = left.every(({ directory }) => directory.startsWith(base));
    const labels = left.map(({ label }) => label);
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
      const packages = lines.findIndex((line) => /__init__(\.py)?\*?\s*$/.test(line) && !/^\s*[#!]/.test(line));
      yield {
        ...(absent.length === 0 ? onlyLater : {}),
        ...problem(
          absent.length > 0 ? 'ignored' : 'later',
          { at: file.at(lineSpan(file.text, index + 1)), subject: path },
          {
            pattern: (lines[index] ?? '').trim(),
            path,
            applications: labels.map((label) => `\`${label}\``).join(', '),
          },
        ),
        remedy:
          absent.length === 0
            ? { summary: 'Take the pattern out.', path }
            : {
                summary:
                  packages < 0 || packages === index
                    ? 'Take the pattern out, make the migrations, and commit them.'
                    : `Take the pattern out, and \`${(lines[packages] ?? '').trim()}\` with it: without an \`__init__.py\` Django takes no directory for one of migrations. Make them, and commit both.`,
                code: [
                  ...(base === '' ? [] : [`cd ${base.slice(0, -1)}`]),
                  `python manage.py makemigrations ${labels.join(' ')}`,
                  `git add ${left.map(({ directory }) => (inside ? directory.slice(base.length) : `:/${directory}`)).join(' ')}`,
                ].join('\n'),
                language: 'bash',
                path,
              },
      };
      return;
    }
  },
});

const onlyLater = {
  severity: 'medium',
  risk: '`git add` passes over the next migration, and servers do not get the table or the column that the code asks for.',
} as const;

function isCommitted(project: Project, directory: string): boolean {
  return project.paths.some(
    (path) => path.startsWith(`${directory}/`) && /\/\d\w*\.py$/.test(path) && project.tracked(path) === true,
  );
}

/** An application whose models have tables, and the directory of its migrations. */
interface Migrated {
  readonly label: string;
  readonly directory: string;
}

/** The applications that need migrations: the installed ones, or by their files where the settings do not say. */
function migratedIn(project: Project, { own, complete }: Apps): readonly Migrated[] {
  const installed = own.flatMap(({ label, models, migrationsDirectory }) =>
    migrationsDirectory !== undefined && models.some(({ managed }) => managed)
      ? [{ label, directory: migrationsDirectory }]
      : [],
  );
  if (own.length > 0 && complete) return installed;
  const found = project.paths.flatMap((path) => {
    const directory = /^(?:(.*)\/)?models(?:\.py|\/__init__\.py)$/.exec(path)?.[1];
    if (directory === undefined || /(^|\/)(tests?|site-packages|node_modules|venv|\.venv)(\/|$)/.test(directory))
      return [];
    const known = installed.some((one) => one.directory === `${directory}/migrations`);
    return !known && hasTables(project.file(path)?.text ?? '')
      ? [{ label: directory.slice(directory.lastIndexOf('/') + 1), directory: `${directory}/migrations` }]
      : [];
  });
  return [...installed, ...found];
}

/** Whether one of the models in a text is not abstract. */
function hasTables(text: string): boolean {
  const models = text.match(/^class \w+\([^)]*(Model|AbstractUser|AbstractBaseUser)\b/gm) ?? [];
  return models.length > (text.match(/^\s+abstract\s*=\s*True\b/gm) ?? []).length;
}
