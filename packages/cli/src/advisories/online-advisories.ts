/** Advisories of a server for all that an audit asks about, the versions that it proposes included. */
import { createFactReader, dependencies, type Project, providersOf } from '@django-golive/core';
import { type AdvisorySource, advisoriesFromOsv, readDependenciesWith } from '@django-golive/python-deps';
import { localDate } from '../audit-project.js';
import { chooseTarget } from '../choose-target.js';
import { osvRecordsFor, type Patience, type Pin } from './osv-server.js';

/** How often answers may lead to further questions. Each round sends a package's proposal past what was learnt of it. */
const mostRounds = 12;

/**
 * Asks for the project's exact versions and for what its ranges begin and end with, then for the versions that are proposed
 * in their place, until the answers lead to no other. Throws `ServerError`.
 */
export async function onlineAdvisories(
  server: string,
  project: Project,
  targets: readonly string[],
  patience?: Patience,
): Promise<AdvisorySource> {
  const today = localDate(new Date());
  const origin = { from: new URL(server).host, asOf: today };
  const profiles = (targets.length > 0 ? targets : [undefined]).map(
    (target) => chooseTarget(project, target, today).profile,
  );
  const records = new Map<string, unknown>();
  const asked = new Map<string, Pin>();
  for (let round = 0; ; round += 1) {
    // Of two records of one vulnerability the first gives the name, whichever round brought it.
    const ordered = [...records].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record);
    // A server is asked for each version itself, and its silence is an answer.
    const { unseen: _, ...source } = await advisoriesFromOsv(ordered, origin);
    const open = questionsOf(source).filter(({ name, version }) => !asked.has(keyOf(name, version)));
    if (open.length === 0) return source;
    // A version of which nobody was asked is not proposed.
    if (round === mostRounds)
      return { ...source, upgrade: (name, version) => confirmed(name, source.upgrade(name, version)) };
    for (const pin of open) asked.set(keyOf(pin.name, pin.version), pin);
    await osvRecordsFor(server, open, records, patience);
  }

  /** What the dependencies of each target ask the source for, each once. */
  function questionsOf(source: AdvisorySource): readonly Pin[] {
    const questions = new Map<string, Pin>();
    const note = (name: string, version: string | undefined) => {
      if (version !== undefined) questions.set(keyOf(name, version), { name, version });
      return version;
    };
    const watched: AdvisorySource = {
      ...source,
      find: (name, version) => source.find(name, note(name, version) ?? version),
      upgrade: (name, version) => note(name, source.upgrade(name, version)),
      lastAffected: (name, version) => note(name, source.lastAffected?.(name, version)),
    };
    for (const profile of profiles) {
      const plan = { providers: readDependenciesWith(watched), today, ...(profile ? { profile } : {}) };
      createFactReader(providersOf(project, plan))(dependencies);
    }
    return [...questions.values()];
  }

  function confirmed(name: string, version: string | undefined): string | undefined {
    return version !== undefined && asked.has(keyOf(name, version)) ? version : undefined;
  }
}

function keyOf(name: string, version: string): string {
  return `${name}==${version}`;
}
