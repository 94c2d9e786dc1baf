/** Whether a workflow collects the static files in the containers that it has started. */
import type { Project } from '@django-golive/core';

export function isCollectedByWorkflow(project: Project): boolean {
  return project.paths.some(
    (path) =>
      /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) &&
      (project.file(path)?.text ?? '').split('\n').some((line) => !/^\s*#/.test(line) && collects(line)),
  );
}

/** Docker runs or enters a container for it: the words in that order. */
function collects(line: string): boolean {
  const docker = line.search(/\bdocker(?:-compose\b|\s)/);
  const last = line.lastIndexOf('collectstatic');
  return docker >= 0 && last > docker && /\b(?:exec|run)\b/.test(line.slice(docker, last));
}
