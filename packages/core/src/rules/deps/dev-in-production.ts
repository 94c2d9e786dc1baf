/** Tools of developers among the packages of production, in a project that has another place for them. */
import { type Dependencies, type Dependency, dependencies } from '../../facts/dependencies.js';
import { project } from '../../facts/inputs.js';
import { isWritten, type Sources, sources } from '../../facts/sources.js';
import { purposeOf } from '../../file-purpose.js';
import { defineRule, minutes, web } from '../../rule.js';
import type { Project } from '../../source.js';
import { listed } from '../listed.js';
import { isInstalled } from './declared.js';
import { developerTool } from './developer-tools.js';

export const devInProduction = defineRule({
  id: 'deps/dev-in-production',
  title: 'Tools of developers are installed in production',
  sound: 'Production installs no tools of developers',
  category: 'dependencies',
  severity: 'low',
  effort: minutes(10),
  risk: 'Builds are slower and images larger, and each tool is code on the server that nobody needs and somebody may use.',
  references: [
    web(
      'Python Packaging: Dependency groups',
      'https://packaging.python.org/en/latest/specifications/dependency-groups/',
    ),
  ],
  since: '0.1.0',
  needs: { dependencies, project, sources },
  problems: {
    tools: '{names} {is} among the packages of production, and the project keeps a list for development apart.',
    group: 'Production installs the group `{group}`, which is for development: {names}.',
  },
  // Where one list is all there is, everything stands in it; what builds the documentation is no list for development.
  when: ({ dependencies, project, sources }) =>
    dependencies.all.some(
      ({ kind, direct, at, group }) =>
        (kind === 'dev' || group !== undefined) && direct && !/(^|[/._-])docs?[/._-]/i.test(at.path),
    ) &&
    // Whether such a list is installed as well may be more than anybody can tell.
    (!dependencies.all.some(({ perhaps, direct, kind }) => perhaps && direct && kind === 'dev') ||
      toolsIn(dependencies, project, sources).length > 0),
  *check({ dependencies, project, sources }, { problem }) {
    const tools = toolsIn(dependencies, project, sources);
    const grouped = tools.filter(({ group }) => group !== undefined);
    const [swept] = grouped;
    if (swept?.group !== undefined)
      yield {
        ...problem(
          'group',
          { at: swept.at, subject: 'group' },
          { group: swept.group, names: listed(grouped.map(({ name }) => name)) },
        ),
        confidence: 'firm',
        evidence: grouped.slice(1, 8).map(({ at, name }) => ({ at, note: `\`${name}\`` })),
        remedy: { summary: `Have the build leave the group out: ${leavingOut(dependencies, swept, grouped)}.` },
      };
    const rows = tools.filter(({ group }) => group === undefined);
    const [first] = rows;
    if (!first) return;
    const isMade = dependencies.manifests.some(({ path, lock }) => lock && path === first.at.path);
    yield {
      ...problem(
        'tools',
        { at: first.at, subject: 'tools' },
        {
          names: listed(rows.map(({ name }) => name)),
          is: rows.length === 1 ? 'is' : 'are',
        },
      ),
      // Code that is not followed may import one of them.
      confidence: 'firm',
      evidence: rows.slice(1, 8).map(({ at, name }) => ({ at, note: `\`${name}\`` })),
      remedy: {
        summary: isMade
          ? `Leave it out of what \`${first.at.path}\` is made from, or make that without the packages for development.`
          : 'Move it to the list for development.',
        path: first.at.path,
      },
    };
  },
});

/** How the tool of a list is told to leave a group out. */
function leavingOut(
  { manifests }: Dependencies,
  { at, group = '' }: Dependency,
  grouped: readonly Dependency[],
): string {
  const format = manifests.find(({ path }) => path === at.path)?.format;
  // `--only main` would leave out groups that production needs as well.
  if (format === 'poetry') {
    const groups = new Set(grouped.flatMap((row) => (row.at.path === at.path ? (row.group ?? []) : [])));
    return `\`poetry install --without ${[...groups].join(',')}\`, beside what it leaves out already, or \`--no-dev\` before Poetry 1.2`;
  }
  if (format === 'pipfile' || format === 'pipfile-lock') return '`pipenv install` without `--dev`';
  // `uv run` brings the environment up to date by itself, with all that `uv sync` would install.
  return group === 'dev'
    ? '`uv sync --no-dev` and, where it starts something, `uv run --no-dev`, or `pip install` without the extra'
    : `\`uv sync --no-group ${group}\`, or \`pip install\` without the extra`;
}

/** The tools that production installs and the site does not use. */
function toolsIn(dependencies: Dependencies, project: Project, sources: Sources): readonly Dependency[] {
  // What a lock alone names came with another package, or was asked for where development is.
  const locks = dependencies.manifests.filter(({ lock }) => lock);
  const isOf = (row: Dependency, isList: boolean) =>
    locks.some(({ path, format }) => path === row.at.path && (format === 'requirements') === isList);
  return dependencies.all.filter(
    (row) =>
      isInstalled(row) &&
      row.direct &&
      !isOf(row, false) &&
      (!isOf(row, true) || isAskedFor(dependencies, project, row)) &&
      purposeOf(row.at.path) !== 'development' &&
      developerTool.test(row.name) &&
      !isUsed(project, sources, row.name),
  );
}

/** Whether a list that people write names it, where its place is in one that a tool made: another package may have brought it. */
function isAskedFor({ manifests }: Dependencies, project: Project, { name }: Dependency): boolean {
  const written = new RegExp(
    `^\\s*["']?${name.replaceAll('-', '[-_.]')}(?![\\w.-])|["']${name.replaceAll('-', '[-_.]')}(?![\\w.-])`,
    'im',
  );
  return manifests.some(({ path, lock }) => !lock && written.test(project.file(path)?.text ?? ''));
}

/** Tools whose module has another name. */
const modules: Readonly<Record<string, string>> = {
  'django-debug-toolbar': 'debug_toolbar',
  'django-stubs': 'django_stubs_ext',
};

/** Whether code that is no test's names a tool: even under a condition, or to fill a database, it wants it installed. */
function isUsed(project: Project, sources: Sources, name: string): boolean {
  const module = modules[name] ?? name.replaceAll('-', '_');
  const files = sources.files.filter(({ aside }) => !aside);
  return isWritten(project, files, new RegExp(`^\\s*(from|import)\\s+${module}\\b|['"]${module}['".]`, 'm'));
}
