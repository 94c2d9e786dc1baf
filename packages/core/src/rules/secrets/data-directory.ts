/** The data directories of database servers, by a file that each of them holds. */
import type { Project } from '../../source.js';

/** InnoDB's, MySQL's with the number of the server, PostgreSQL's; the first group is the directory. */
export const dataDirectory = /^(?:(.*)\/)?(?:ibdata1|mysql\.ibd|auto\.cnf|ib_buffer_pool|PG_VERSION)$/;

/** Whether a path lies in such a directory. Files that were too large to read count. */
export function liesInDataDirectory(project: Project, path: string): boolean {
  return [...project.paths, ...project.skipped.map((skipped) => skipped.path)].some((one) => {
    const directory = dataDirectory.exec(one)?.[1];
    return directory !== undefined && path.startsWith(`${directory}/`);
  });
}
