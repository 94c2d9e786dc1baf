/** A path of the repository as a file has it, where another file names it. */
import type { Project } from '@django-golive/core';

/** Compose also takes a `Containerfile`, and file systems of some hosts do not tell case. */
export function existingPath(project: Project, path: string): string | undefined {
  if (project.file(path)) return path;
  const lower = path.toLowerCase();
  return project.paths.find((item) => item.toLowerCase() === lower);
}
