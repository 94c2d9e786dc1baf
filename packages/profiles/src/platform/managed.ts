/** The management commands that a service runs by itself, also in the scripts of the repository that it starts. */
import type { Project } from '@django-golive/core';
import { managementCommandOf } from '../files/django-command.js';
import { invocationsOfLine } from '../files/invocation.js';
import { normalizePath } from '../files/paths.js';

/** Names of management commands; `open` where something runs that cannot be read. */
export interface Managed {
  readonly names: ReadonlySet<string>;
  readonly open: boolean;
}

const maximumDepth = 4;

/** What some command lines run that start in a directory of the repository. */
export function managedBy(project: Project, root: string, commands: readonly (string | undefined)[]): Managed {
  const names = new Set<string>();
  let open = false;
  const seen = new Set<string>();
  const read = (text: string, depth: number): void => {
    for (const invocation of invocationsOfLine(text)) {
      const management = managementCommandOf(invocation);
      if (management) {
        names.add(management.name);
        continue;
      }
      const sourced = /^(\.|source)$/.test(invocation.program);
      const script = sourced ? invocation.args[0]?.text : invocation.word.text;
      if (script === undefined || invocation.python || !(script.includes('/') || script.endsWith('.sh'))) {
        // make, just, npm: their own files say what they do.
        if (/^(make|just|task|invoke|inv|nox|tox|npm|yarn|pnpm)$/.test(invocation.program)) open = true;
        continue;
      }
      const path = normalizePath(`${root}/${script}`);
      const file = path === undefined ? undefined : project.file(path);
      if (!file || depth > maximumDepth) open ||= script.endsWith('.sh');
      else if (!seen.has(file.path)) {
        seen.add(file.path);
        read(file.text, depth + 1);
      }
    }
  };
  for (const command of commands) if (command !== undefined) read(command, 0);
  return { names, open };
}

const harmless = new Set(['collectstatic', 'check', 'compress', 'createcachetable', 'compilemessages', 'runserver']);

/** Whether the database may be migrated: by `migrate`, by a command of one's own, or by what cannot be read. */
export function mayMigrate({ names, open }: Managed): boolean {
  return open || [...names].some((name) => !harmless.has(name));
}
