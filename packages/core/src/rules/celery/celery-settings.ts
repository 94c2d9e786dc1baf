/** Whether Celery takes its configuration from Django's settings: each application says so itself. */
import type { Project } from '../../source.js';

/** Names without a namespace are the older ones; those with the namespace `CELERY` begin with it. */
export function isRead(project: Project, name: string): boolean {
  return project.paths.some(
    (path) =>
      path.endsWith('.py') &&
      /celery|__init__|tasks/.test(path) &&
      (wanted[name] ?? namespaced).test(project.file(path)?.text ?? ''),
  );
}

const namespaced = /config_from_object\([^)]*namespace\s*=\s*['"]CELERY['"]/;
const plain = /config_from_object\(\s*['"]django\.conf:settings['"]\s*,?\s*\)/;
const either = new RegExp(`${namespaced.source}|${plain.source}`);
const wanted: Readonly<Record<string, RegExp>> = { CELERY_ALWAYS_EAGER: plain, CELERY_ACCEPT_CONTENT: either };
