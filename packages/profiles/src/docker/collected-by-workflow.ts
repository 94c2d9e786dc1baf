/** Whether a workflow collects the static files in the containers that it has started. */
import type { Project } from '@django-golive/core';

const collecting = /^(?!\s*#).*\bdocker(-compose\b|\s+compose\b|\s).*\b(exec|run)\b.*\bcollectstatic\b/m;

export function isCollectedByWorkflow(project: Project): boolean {
  return project.paths.some(
    (path) =>
      /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) &&
      collecting.test(project.file(path)?.text.slice(0, 100_000) ?? ''),
  );
}
