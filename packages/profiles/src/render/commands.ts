/** The management commands that a service runs by itself, also in the scripts of the repository that it starts. */
import type { Project } from '@django-golive/core';
import { managementCommandOf } from '../files/django-command.js';
import { invocationsOfLine } from '../files/invocation.js';
import { normalizePath } from '../files/paths.js';
import type { BlueprintService } from '../files/render-blueprint.js';

/** Names of management commands; `open` where something runs that cannot be read. */
export interface Managed {
  readonly names: ReadonlySet<string>;
  readonly open: boolean;
}

const maximumDepth = 4;

/** What building, releasing and starting a service runs. */
export function managedBy(project: Project, service: BlueprintService): Managed {
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
      const path = normalizePath(`${service.root}/${script}`);
      const file = path === undefined ? undefined : project.file(path);
      if (!file || depth > maximumDepth) open ||= script.endsWith('.sh');
      else if (!seen.has(file.path)) {
        seen.add(file.path);
        read(file.text, depth + 1);
      }
    }
  };
  for (const command of [service.build, service.preDeploy, service.start]) if (command) read(command.text, 0);
  return { names, open };
}
