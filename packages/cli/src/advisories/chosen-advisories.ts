/** The advisories a person asked for: a file's, a server's, or the snapshot where neither is named or the server is silent. */
import { basename } from 'node:path';
import type { Project } from '@django-golive/core';
import { type AdvisorySource, advisoriesFromOsv, shippedAdvisories } from '@django-golive/python-deps';
import type { Arguments } from '../arguments.js';
import { UsageError } from '../usage-error.js';
import { onlineAdvisories } from './online-advisories.js';
import { osvRecords } from './osv-files.js';
import { type Patience, ServerError } from './osv-server.js';

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
  const { host } = new URL(given.online);
  try {
    return { source: await onlineAdvisories(given.online, project, given.targets, patience) };
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
