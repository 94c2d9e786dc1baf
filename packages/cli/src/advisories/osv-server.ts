/** Advisories from an OSV server: asked for exact versions in batches, page by page, then for each record by its name. */
import { setTimeout as wait } from 'node:timers/promises';

/** An exact version of a package. */
export interface Pin {
  readonly name: string;
  readonly version: string;
}

/** How patient the client is. */
export interface Patience {
  /** For one answer, in milliseconds. */
  readonly timeout: number;
  /** How often a request that failed in a way that may pass is sent again. */
  readonly retries: number;
  /** Before the first of these, in milliseconds; it doubles. */
  readonly pause: number;
}

const usual: Patience = { timeout: 15_000, retries: 3, pause: 500 };
/** What osv.dev takes in one batch. */
const batchSize = 1000;
/** No package has as many pages; a server that goes on is broken. */
const mostPages = 100;
const atOnce = 8;

/** What went wrong, in words for a person. */
export class ServerError extends Error {
  override readonly name = 'ServerError';
}

interface Query {
  readonly package: { readonly name: string; readonly ecosystem: 'PyPI' };
  readonly version: string;
  readonly page_token?: string;
}

/** Reads the OSV record of every advisory that the server knows for the pins, unless `records` has it by its name. Throws `ServerError`. */
export async function osvRecordsFor(
  server: string,
  pins: readonly Pin[],
  records: Map<string, unknown>,
  patience: Patience = usual,
): Promise<void> {
  const base = server.replace(/\/+$/, '').replace(/\/v1(\/querybatch)?$/, '');
  const ids = (await idsFor(base, pins, patience)).filter((id) => !records.has(id));
  for (let start = 0; start < ids.length; start += atOnce) {
    const part = ids.slice(start, start + atOnce);
    const read = await Promise.all(
      part.map((id) => answer(`${base}/v1/vulns/${encodeURIComponent(id)}`, undefined, patience)),
    );
    for (const [at, id] of part.entries()) records.set(id, read[at]);
  }
}

async function idsFor(base: string, pins: readonly Pin[], patience: Patience): Promise<readonly string[]> {
  const ids = new Set<string>();
  let open = pins.map(({ name, version }): Query => ({ package: { name, ecosystem: 'PyPI' }, version }));
  for (let page = 0; open.length > 0; page += 1) {
    if (page === mostPages) throw new ServerError(`its answer has more than ${mostPages} pages`);
    const more: Query[] = [];
    for (let start = 0; start < open.length; start += batchSize) {
      const queries = open.slice(start, start + batchSize);
      const results = listIn(await answer(`${base}/v1/querybatch`, { queries }, patience), 'results');
      if (results?.length !== queries.length) throw new ServerError('its answer is not that of an OSV server');
      for (const [index, result] of results.entries()) {
        for (const vulnerability of listIn(result, 'vulns') ?? []) {
          const id = textIn(vulnerability, 'id');
          if (id !== undefined) ids.add(id);
        }
        const token = textIn(result, 'next_page_token');
        const query = queries[index];
        if (token && query) more.push({ ...query, page_token: token });
      }
    }
    open = more;
  }
  return [...ids].sort();
}

/** The JSON of an answer; a request that failed in a way that may pass is sent again. */
async function answer(url: string, body: object | undefined, patience: Patience): Promise<unknown> {
  for (let attempt = 0; ; attempt += 1) {
    const failure = await ask(url, body, patience.timeout);
    if ('json' in failure) return failure.json;
    if (!failure.mayPass || attempt >= patience.retries) throw new ServerError(failure.why);
    await wait(patience.pause * 2 ** attempt);
  }
}

type Answer = { readonly json: unknown } | { readonly why: string; readonly mayPass: boolean };

async function ask(url: string, body: object | undefined, timeout: number): Promise<Answer> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(timeout),
      ...(body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
    });
    if (response.ok) return { json: await response.json() };
    await response.body?.cancel();
    const mayPass = response.status === 429 || response.status >= 500;
    return { why: `it answered with ${response.status}`, mayPass };
  } catch (error) {
    if (error instanceof SyntaxError) return { why: 'its answer is no JSON', mayPass: false };
    const late = error instanceof Error && error.name === 'TimeoutError';
    return late
      ? { why: `it did not answer within ${timeout / 1000} s`, mayPass: true }
      : { why: `it could not be reached (${causeOf(error)})`, mayPass: true };
  }
}

/** Node wraps what happened: `fetch failed` because of `ECONNREFUSED`. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string')
    return cause.code;
  return cause instanceof Error ? cause.message : String(cause);
}

function listIn(value: unknown, key: string): readonly unknown[] | undefined {
  const found = fieldOf(value, key);
  return Array.isArray(found) ? found : undefined;
}

function textIn(value: unknown, key: string): string | undefined {
  const found = fieldOf(value, key);
  return typeof found === 'string' ? found : undefined;
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
