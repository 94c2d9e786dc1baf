/** A STATIC_ROOT for a project that has none, in a directory that holds nothing else. */
import type { EntryPoints } from '../../facts/entry-points.js';
import type { Setting, Settings } from '../../facts/settings.js';
import { isKnown, stringOf } from '../../facts/value-reading.js';
import type { Remedy } from '../../rule.js';
import type { Project } from '../../source.js';
import { writeInSettings } from '../settings/environment-style.js';
import { projectPath } from '../settings/project-path.js';
import { repositoryPath, shownPath } from '../structure/repository-path.js';
import { servedDirectory } from './served-directory.js';
import { directoriesIn } from './static-settings.js';

/** What to write, and what to take away before: collectstatic publishes whatever lies in the sources. */
export function staticRootRemedy(
  project: Project,
  settings: Settings,
  entryPoints: EntryPoints,
  summary: string,
): Remedy {
  const sources = directoriesIn(settings.get('STATICFILES_DIRS'));
  const code = sources.find((directory) => holdsCode(project, repositoryPath(directory)));
  const first =
    code === undefined
      ? ''
      : `Take \`${shownPath(code)}\` out of \`STATICFILES_DIRS\`: collectstatic would publish the code that lies there. `;
  const spelt = speltSources(project, settings.get('STATICFILES_DIRS'));
  const isSource = (name: string): boolean =>
    sources.some((directory) => directory.endsWith(`/${name}`)) || spelt.includes(name);
  const taken = (name: string): boolean => project.isDirectory(name) || isSource(name);
  const name = ['staticfiles', 'static_root', 'collected_static'].find((one) => !taken(one)) ?? 'collected_static';
  // A server that hands out a directory already will not look into another.
  const served = servedDirectory(project, stringOf(settings.get('STATIC_URL').value) ?? '');
  const known = served && !isSource(served.directory.split('/').filter(Boolean).at(-1) ?? '');
  const remedy = known
    ? writeInSettings(
        settings,
        `${first}\`${served.path}\` hands out \`${served.directory}\`: name that directory.`,
        `STATIC_ROOT = '${served.directory}'`,
      )
    : writeInSettings(
        settings,
        `${first}${summary}${served ? ` Then let \`${served.path}\` hand that out in place of \`${served.directory}\`, one of the sources, where the files of the packages are not.` : ''}`,
        `STATIC_ROOT = ${projectPath(settings, name)}`,
      );
  const manage = entryPoints.all.find(({ role }) => role === 'manage');
  if (manage?.module === undefined || manage.module === settings.module || !remedy.path) return remedy;
  const beside = sharedFile(project, settings, manage.path);
  const defined = !remedy.code?.includes('BASE_DIR') || /^BASE_DIR\b/m.test(project.file(beside ?? '')?.text ?? '');
  const root = settings.get('STATIC_ROOT');
  // A line that production has of its own is read last.
  const overridden = root.origin === 'assigned' && root.at.path !== beside;
  const shared = defined && !overridden ? beside : undefined;
  return shared === undefined
    ? {
        ...remedy,
        summary: `${remedy.summary} \`manage.py\` loads \`${manage.module}\`, so collect with \`--settings=${settings.module}\`.`,
      }
    : {
        ...remedy,
        summary: `${remedy.summary} It belongs beside \`STATIC_URL\`: \`manage.py collectstatic\` loads \`${manage.module}\`, which takes it from there as well.`,
        path: shared,
      };
}

/** The file of the settings that has `STATIC_URL`, where the module that manage.py loads takes all of it as well. */
function sharedFile(project: Project, settings: Settings, manage: string | undefined): string | undefined {
  const { at, origin } = settings.get('STATIC_URL');
  const name =
    at.path
      .replace(/(\/__init__)?\.py$/, '')
      .split('/')
      .at(-1) ?? '';
  const text = manage === undefined || origin !== 'assigned' ? '' : (project.file(manage)?.text ?? '');
  return new RegExp(`^from [\\w.]*(?<!\\w)${name} import \\*`, 'm').test(text) ? at.path : undefined;
}

/** The last names of the paths that the sources spell out, where they are not known whole. */
function speltSources(project: Project, { at, origin, value }: Setting): readonly string[] {
  if (origin !== 'assigned' || isKnown(value)) return [];
  // Up to the next line that begins a statement.
  const text = /^[\s\S]*?(?=\n[A-Za-z_]|$(?![\s\S]))/.exec(project.file(at.path)?.text.slice(at.span.start) ?? '')?.[0];
  return [...(text ?? '').matchAll(/(["'])([^"'\n]*)\1/g)].map(
    ([, , path = '']) => path.split('/').filter(Boolean).at(-1) ?? '',
  );
}

function holdsCode(project: Project, directory: string | undefined): boolean {
  if (directory === undefined) return false;
  const start = directory === '' ? '' : `${directory}/`;
  return project.paths.some((path) => path.startsWith(start) && path.endsWith('.py'));
}
