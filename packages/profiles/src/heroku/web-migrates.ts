/** Whether the web line migrates the database at each start of a dyno: itself, or in a script that it starts. */
import type { Location, Project } from '@django-golive/core';
import { managementCommandOf } from '../files/django-command.js';
import { type Invocation, invocationsOfLine } from '../files/invocation.js';
import type { ProcfileEntry } from '../files/procfile.js';

/** Where it does. */
export interface WebMigration {
  /** The script of the repository; `undefined` for the line itself. */
  readonly script: string | undefined;
  readonly at: Location;
}

/** The first place, if any. */
export function webMigration(project: Project, entry: ProcfileEntry): WebMigration | undefined {
  if (entry.invocations.some(isMigration)) return { script: undefined, at: entry.at };
  for (const { word, directory } of entry.invocations) {
    const path = word.text.replace(/^(\/app|\.)\//, '');
    const file = directory === undefined && /\.(ba)?sh$|^(bin|scripts)\//.test(path) ? project.file(path) : undefined;
    const found = file && invocationsOfLine(file.text).find(isMigration);
    if (file && found) return { script: path, at: file.at(found.span) };
  }
  return undefined;
}

/** Whether a program is the command that migrates. */
export function isMigration(invocation: Invocation): boolean {
  return /^migrate(_schemas)?$/.test(managementCommandOf(invocation)?.name ?? '');
}
