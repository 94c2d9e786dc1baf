/** A database that the repository brings along: a site that only shows its data is published so. */
import { lookup, stringOf } from '../../facts/value-reading.js';
import type { Project } from '../../source.js';
import { repositoryPath, tidy } from '../structure/repository-path.js';
import type { Database } from './databases.js';

/** The file of a SQLite database, where the repository holds it under a name that somebody chose. */
export function committedFile(project: Project, { options }: Database): string | undefined {
  const name = stringOf(lookup(options, 'NAME')) ?? '';
  const path = repositoryPath(name) ?? tidy(name);
  // The name that `startproject` gives was nobody's choice.
  if (/(^|\/)db\.sqlite3$/.test(path)) return undefined;
  const left = project.skipped.some((skipped) => skipped.path === path);
  if (!left && !project.file(path)?.text) return undefined;
  // What is ignored may be tracked all the same: only version control itself knows.
  return project.tracked(path) === false ? undefined : path;
}
