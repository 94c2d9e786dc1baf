/** The advisories a person asked for: a file's, a server's, or the snapshot where neither is named or the server is silent. */
import { basename } from 'node:path';
import { createFactReader, dependencies, type Project, providersOf } from '@django-golive/core';
import {
  type AdvisorySource,
  advisoriesFromOsv,
  readDependencies,
  shippedAdvisories,
} from '@django-golive/python-deps';
import type { Arguments } from '../arguments.js';
import { localDate } from '../audit-project.js';
import { chooseTarget } from '../choose-target.js';
import { UsageError } from '../usage-error.js';
import { osvRecords } from './osv-files.js';
import { osvRecordsFor, type Patience, type Pin, ServerError } from './osv-server.js';

/** Advisories, and what a person must hear of how they came. */
export interface ChosenAdvisories {
  readonly source: AdvisorySource;
  readonly warning?: string;
}

/** Reads what `--advisories` or `--online` names. Throws `UsageError` for a file that holds none. */
export async function chosenAdvisories(
  given: Pick<Arguments, 'advisories' | 'online' | 'targets'>,
  project: Project,
  patience?: Patience,
): Promise<ChosenAdvisories> {
  if (given.advisories !== undefined) return { source: await fromFile(given.advisories) };
  if (given.online === undefined) return { source: shippedAdvisories };
  const pins = pinsOf(project, given.targets);
  const { host } = new URL(given.online);
  try {
    const records = await osvRecordsFor(given.online, pins, patience);
    return { source: await advisoriesFromOsv(records, { from: host, asOf: localDate(new Date()) }) };
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    const warning = `--online: ${host} was asked for advisories, and ${error.message}. Those of golive's own snapshot of ${shippedAdvisories.asOf} were used instead.`;
    const from = `${shippedAdvisories.from}, because ${host} could not be asked: ${error.message}`;
    return { source: { ...shippedAdvisories, from }, warning };
  }
}

async function fromFile(path: string): Promise<AdvisorySource> {
  try {
    const source = await advisoriesFromOsv(osvRecords(path), { from: basename(path) });
    if (source.count > 0 && source.asOf !== '') return source;
  } catch {
    throw new UsageError(`--advisories: ${path} cannot be read as an OSV export.`);
  }
  throw new UsageError(`--advisories: ${path} holds no OSV record of PyPI.`);
}

/** Every exact version that the project declares or locks, for whichever of the targets. */
function pinsOf(project: Project, targets: readonly string[]): readonly Pin[] {
  const today = localDate(new Date());
  const pins = new Map<string, Pin>();
  for (const target of targets.length > 0 ? targets : [undefined]) {
    const { profile } = chooseTarget(project, target, today);
    const plan = { providers: readDependencies, today, ...(profile ? { profile } : {}) };
    for (const { name, version } of createFactReader(providersOf(project, plan))(dependencies).all)
      if (version !== undefined) pins.set(`${name}==${version}`, { name, version });
  }
  return [...pins.values()];
}
