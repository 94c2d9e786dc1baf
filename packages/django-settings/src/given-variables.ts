/** The environment variables that a scenario gives, strongest giver first, each with who gives it and where. */
import type { Deployment, EntryPoint, Location, Operator, Process, Project } from '@django-golive/core';
import { decisive, environmentWrites } from './discover/environment-writes.js';

/** A variable that something gives. A value of `undefined` is set, to something that is not in the repository. */
export interface Given {
  readonly value: string | undefined;
  /** In words, for a report: "`--env`", "compose `environment` of web". */
  readonly by: string;
  readonly at?: Location;
  /** A text that the starting file has for it where the environment has none. */
  readonly byDefault?: true;
}

/** What production has: the operator's word, then the files of the process that serves the web, then the platform. */
export function givenVariables(
  project: Project,
  operator: Operator,
  deployment: Deployment,
  entry: EntryPoint | undefined,
): ReadonlyMap<string, Given> {
  const given = new Map<string, Given>();
  for (const [name, value] of Object.entries(deployment.platformVariables))
    given.set(name, { value, by: 'the platform' });
  for (const { name, value, at, by } of servingProcess(deployment, entry)?.variables ?? [])
    given.set(name, { value, by, at });
  for (const [name, value] of operatorVariables(operator)) given.set(name, value);
  fromStartingFile(given, project, entry);
  named(given, entry);
  return given;
}

/** What `wsgi.py` puts into the environment before it loads the settings: defaults give way, the rest does not. */
function fromStartingFile(given: Map<string, Given>, project: Project, entry: EntryPoint | undefined): void {
  const file =
    entry?.at && /(^|\/)((wsgi|asgi|manage)\w*|[wa]sgi\/\w+)\.py$/.test(entry.at.path)
      ? project.file(entry.at.path)
      : undefined;
  if (!file) return;
  const texts = new Map(
    [...given].flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value] as const])),
  );
  const lines = environmentWrites(file, texts).filter(({ conditional }) => !conditional);
  // What it comes to by a variable that something gives is as good as given.
  const literal = new Set(
    environmentWrites(file, new Map()).flatMap((line) => (line.complete ? [line.span.start] : [])),
  );
  for (const name of new Set(lines.map((line) => line.name))) {
    const line = decisive(lines.filter((one) => one.name === name));
    const [value] = line?.texts ?? [];
    if (!line || value === undefined || !line.complete || line.texts.length > 1) continue;
    if (line.how === 'default' && given.has(name)) continue;
    const byDefault = line.how === 'default' && literal.has(line.span.start);
    given.set(name, {
      value,
      by: `\`${file.path}\``,
      at: file.at(line.span),
      ...(byDefault ? { byDefault } : {}),
    });
  }
}

/** Exactly what the operator says, and the name of the settings module, without which nothing would be loaded. */
export function onlyOperatorVariables(operator: Operator, entry: EntryPoint | undefined): ReadonlyMap<string, Given> {
  const given = new Map(operatorVariables(operator));
  named(given, entry);
  return given;
}

/** The process of the target's files that is the production entry point. */
export function servingProcess(deployment: Deployment, entry: EntryPoint | undefined): Process | undefined {
  const serving = deployment.processes.filter(({ role }) => role === 'web');
  return serving.find(({ name }) => name === entry?.name) ?? serving[0];
}

function operatorVariables(operator: Operator): readonly (readonly [string, Given])[] {
  return Object.entries(operator.variables).map(([name, value]) => [name, { value, by: '`--env`' }]);
}

/** Whoever loads Django's settings has named them first. */
function named(given: Map<string, Given>, entry: EntryPoint | undefined): void {
  if (entry?.module === undefined) return;
  const at = entry.at;
  given.set('DJANGO_SETTINGS_MODULE', { value: entry.module, by: entry.reason, ...(at ? { at } : {}) });
}
