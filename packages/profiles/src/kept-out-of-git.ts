/** A file of secrets in a clone on the server: a `git add .` there would commit it. */
import type { Project } from '@django-golive/core';

/** The usual lines for all of such files; of others git itself is asked. */
const usual = /^\/?(?:\*\*\/)?\*?\.env\*?[ \t]*\r?$/m;

/** The command that leaves it out of git on that machine alone, where the project's own files may not; `root` and `file` are words of a shell. */
export function keptOutOfGit(project: Project, root: string, file: string): readonly string[] {
  if (usual.test(project.file('.gitignore')?.text ?? '')) return [];
  const name = file.slice(file.lastIndexOf('/') + 1);
  return [`git -C ${root} check-ignore -q ${file} || echo ${name} >> ${root}/.git/info/exclude`];
}
