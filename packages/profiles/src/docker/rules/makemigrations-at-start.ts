/** Migrations that are invented where they are lost: in a container that starts. */
import { defineRule, docs, minutes, type Project, project } from '@django-golive/core';
import type { ComposeService } from '../../files/compose-model.js';
import { managementCommandOf } from '../../files/django-command.js';
import { lineAt } from '../../files/shown-line.js';
import { containers } from '../containers.js';

export const makemigrationsAtStart = defineRule({
  id: 'docker/makemigrations-at-start',
  title: 'The container makes migrations when it starts',
  sound: 'The container makes no migrations of its own',
  category: 'database',
  severity: 'high',
  effort: minutes(15),
  risk: 'The migration that was applied is gone with the container, and the next one invents another that does not fit the tables.',
  references: [docs('topics/migrations')],
  since: '0.1.0',
  needs: { project, containers },
  problems: { invented: '`{name}` runs `makemigrations` when it starts.' },
  when: ({ containers }) => containers.all.some(({ django, start }) => django && start.programs.length > 0),
  *check({ project, containers }, { problem }) {
    const seen = new Set<string>();
    for (const { name, django, start, service } of containers.all) {
      // Where the source is mounted, what is made stays in it.
      if (!django || mountsSource(project, service)) continue;
      for (const { invocation, at } of start.programs) {
        const command = managementCommandOf(invocation);
        if (
          command?.name !== 'makemigrations' ||
          command.args.some(({ text }) => text === '--check' || text === '--dry-run')
        )
          continue;
        const key = `${at.path}:${at.span.start}`;
        if (seen.has(key)) continue;
        seen.add(key);
        yield {
          ...problem('invented', lineAt(project, at, 'makemigrations'), { name }),
          confidence: invocation.conditional ? 'tentative' : containers.confidence,
          remedy: {
            summary: 'Run `makemigrations` while developing, commit the files, and only `migrate` in production.',
            path: at.path,
          },
        };
      }
    }
  },
});

function mountsSource(project: Project, service: ComposeService | undefined): boolean {
  return (service?.mounts ?? []).some(
    ({ kind, path, readOnly }) =>
      kind === 'bind' &&
      path !== undefined &&
      !readOnly &&
      project.paths.some((file) => /(^|\/)manage\.py$/.test(file) && (path === '' || file.startsWith(`${path}/`))),
  );
}
