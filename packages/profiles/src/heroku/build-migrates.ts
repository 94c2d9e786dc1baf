/** Whether the build of a release migrates the database: the build pack runs scripts of these names by itself. */
import type { Project } from '@django-golive/core';

/** The script that does; `undefined` where none does. */
export function migratedByBuild(project: Project): string | undefined {
  return ['bin/post_compile', 'bin/pre_compile', 'bin/release'].find((path) =>
    /^[^#\n]*\bmigrate\b/m.test(project.file(path)?.text ?? ''),
  );
}
