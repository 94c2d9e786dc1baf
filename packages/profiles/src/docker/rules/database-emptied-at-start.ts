/** A start that empties the database: every deployment, and every crash, loses all that was in it. */
import { defineRule, docs, type Fix, lineSpan, minutes, type Project, project, type Remedy } from '@django-golive/core';
import { managementCommandOf } from '../../files/django-command.js';
import { lineAt } from '../../files/shown-line.js';
import { isForDevelopment } from '../container-purpose.js';
import { containers } from '../containers.js';
import { emptyingPrograms } from '../emptied-at-start.js';
import type { StartedProgram } from '../start-programs.js';

export const databaseEmptiedAtStart = defineRule({
  id: 'docker/database-emptied-at-start',
  title: 'The container empties the database when it starts',
  sound: 'No container empties the database when it starts',
  category: 'database',
  severity: 'critical',
  effort: minutes(10),
  risk: 'All accounts and all that the site holds are gone after the next deployment, crash or restart of the host.',
  references: [docs('ref/django-admin', 'flush')],
  since: '0.1.0',
  needs: { project, containers },
  problems: { emptied: '`{name}` runs `{command}` each time it starts, which empties the database.' },
  when: ({ containers }) => containers.all.some(({ django, start }) => django && start.programs.length > 0),
  *check({ project, containers }, { problem }) {
    const seen = new Set<string>();
    for (const container of containers.all) {
      const { name, django, start, service } = container;
      // What starts only when it is asked for by name may well be there to begin anew.
      if (!django || (service?.profiles.length ?? 0) > 0) continue;
      if (containers.confidence !== 'certain' && isForDevelopment(project, container)) continue;
      for (const program of emptyingPrograms(start)) {
        const { at, invocation } = program;
        const key = `${at.path}:${at.span.start}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const command = managementCommandOf(invocation)?.name ?? '';
        yield {
          ...problem('emptied', lineAt(project, at, command), { name, command }),
          confidence: containers.confidence,
          ...mended(project, program, command),
        };
      }
    }
  },
});

/** The line goes, where nothing else stands on it. */
function mended(
  project: Project,
  { at }: StartedProgram,
  command: string,
): { readonly remedy: Remedy; readonly fix?: Fix } {
  const remedy: Remedy = {
    summary: `Take \`${command}\` out of \`${at.path}\`, before anything is started from it again: \`migrate\` alone brings the tables up to date.`,
    path: at.path,
  };
  const file = project.file(at.path);
  const span = file && lineSpan(file.text, at.start.line);
  const line = span && file.text.slice(span.start, span.end);
  if (!file || !span || !/^\s*(?:[\w./-]*python[\d.]*\s+)?[\w./-]*manage\.py\s+[\w -]+$/.test(line ?? ''))
    return { remedy };
  const whole = { start: span.start, end: Math.min(file.text.length, span.end + 1) };
  return { remedy, fix: { title: remedy.summary, safety: 'review', edits: [{ at: file.at(whole), text: '' }] } };
}
