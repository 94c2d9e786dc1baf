/** The commands that take a path out of version control and keep it out. */
import type { Project } from '../../source.js';

/** For a file, or for a directory where the path ends in a slash. */
export function untrack(project: Project, path: string): string {
  const directory = path.endsWith('/');
  const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
  const listed = project.file('.gitignore')?.text ?? '';
  const line = quoted(`/${path}`);
  // On a last line without an end, what is added would become a part of the pattern that stands there.
  const write = /[^\n]$/.test(listed) ? `printf '\\n%s\\n' ${line}` : `echo ${line}`;
  return `git rm ${directory ? '-r ' : ''}--cached ${quoted(path.replace(/\/$/, ''))}\n${write} >> .gitignore`;
}
