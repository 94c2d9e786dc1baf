/** A project as what runs of it finds it: without the files that stay out of its image. */
import type { Project } from '@django-golive/core';

/** The project without some files; the whole of it where the settings module itself would be missing. */
export function withoutFiles(project: Project, paths: readonly string[], settings: string): Project {
  const missing = new Set(paths);
  if (missing.size === 0 || missing.has(settings)) return project;
  return {
    ...project,
    paths: project.paths.filter((path) => !missing.has(path)),
    file: (path) => (missing.has(path) ? undefined : project.file(path)),
  };
}
