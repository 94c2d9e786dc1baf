/** What lines of the Procfile start and that lies below another directory than the one they look in. */
import { changedLine, type Project, type Remedy } from '@django-golive/core';
import type { AppJson } from '../files/app-json.js';
import { optionOf } from '../files/application-server.js';
import { celeryCommandOf } from '../files/django-command.js';
import type { Invocation } from '../files/invocation.js';
import { normalizePath } from '../files/paths.js';
import type { ProcfileEntry } from '../files/procfile.js';
import { homesOf, mayBeMoved, rootsOf } from './web-module.js';

/** A script, or the module of a Celery application, and the directory that has it. */
export interface StartedElsewhere {
  readonly name: string;
  readonly directory: string;
  readonly remedy: Remedy;
}

/** The first one of a line, if any. What lies nowhere may be made by the build: nothing is said of it. */
export function startedElsewhere(
  project: Project,
  app: AppJson | undefined,
  entry: ProcfileEntry,
): StartedElsewhere | undefined {
  for (const invocation of entry.invocations) {
    const found = scriptOf(project, invocation) ?? celeryOf(project, invocation);
    const [directory, ...others] = found?.homes ?? [];
    if (!found || directory === undefined || others.length > 0 || mayBeMoved(project, app, [directory])) continue;
    const { name } = found;
    const change = (line: string): string =>
      found.script
        ? line.replace(name, `${directory}/${name.replace(/^\.\//, '')}`)
        : line.replace(/:[ \t]*/, `: cd ${directory} && `);
    return {
      name,
      directory,
      remedy: {
        summary: found.script ? `Name the script by its path from the root.` : `Change to \`${directory}\` first.`,
        // A line that changes directories itself is not mended by a path from the root.
        ...(invocation.directory === undefined ? changedLine(project, entry.at, change) : {}),
        language: 'text',
      },
    };
  }
  return undefined;
}

interface Sought {
  readonly name: string;
  readonly script: boolean;
  readonly homes: readonly string[];
}

/** `python manage.py`, `./manage.py`: a path from the directory that the line starts in. */
function scriptOf(project: Project, { word, directory = '', python, launchers }: Invocation): Sought | undefined {
  const { text } = word;
  if (!(python || text.startsWith('./')) || !/^(\.\/)?[\w/-]+\.py$/.test(text) || launchers.some(changesPlace))
    return undefined;
  const path = text.replace(/^\.\//, '');
  const start = inRoot(directory);
  const whole = start === undefined ? undefined : normalizePath(`${start}/${path}`);
  if (whole === undefined || text.startsWith('/') || project.file(whole)) return undefined;
  const homes = project.paths
    .filter((other) => other.endsWith(`/${path}`))
    .map((other) => other.slice(0, -path.length - 1));
  return { name: text, script: true, homes };
}

/** Celery finds `config.celery_app` as a module, or as a name in `config`: the first part has to be there. */
function celeryOf(project: Project, invocation: Invocation): Sought | undefined {
  const app = celeryCommandOf(invocation)?.app?.text;
  const module = app?.split(':')[0];
  if (module === undefined || !/^[A-Za-z_]\w*(\.\w+)*$/.test(module) || invocation.launchers.some(changesPlace))
    return undefined;
  const roots = rootsOf(invocation, optionOf(invocation.args, '--workdir')?.text);
  const top = module.split('.')[0] ?? '';
  const below = (root: string): string => (root === '' ? top : `${root}/${top}`);
  if (!roots || roots.some((root) => project.isDirectory(below(root)) || project.file(`${below(root)}.py`)))
    return undefined;
  const homes = [module, `${module}.__init__`, `${module}.celery`].flatMap((name) => homesOf(project, name));
  return { name: module, script: false, homes: [...new Set(homes)] };
}

/** `uv run --directory`, `poetry -C`: where those go is not read. */
function changesPlace(launcher: string): boolean {
  return /^(uv|poetry|pdm|hatch|rye)$/.test(launcher);
}

function inRoot(directory: string): string | undefined {
  const relative = directory.replace(/^(\/app|\$HOME|\$\{HOME\}|\$PWD)(\/|$)/, '');
  return /[$`]|^\//.test(relative) ? undefined : relative;
}
