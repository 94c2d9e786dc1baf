/** OSV records on disk: an `all.zip` of osv.dev, a directory of JSON files or JSON lines, one JSON record or array, or JSON lines. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isZip, zipEntries } from './zip.js';

/** The records of a path, whatever they are. What is no JSON is passed by; throws where the path cannot be read. */
export function* osvRecords(path: string): Generator<unknown> {
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' }).sort())
      if (/\.jsonl?$/i.test(name)) yield* recordsOf(readFileSync(join(path, name), 'utf8'));
    return;
  }
  const bytes = readFileSync(path);
  if (!isZip(bytes)) yield* recordsOf(bytes.toString('utf8'));
  else
    for (const entry of zipEntries(bytes))
      if (/\.json$/i.test(entry.name)) yield* recordsOf(entry.bytes.toString('utf8'));
}

function* recordsOf(text: string): Generator<unknown> {
  const whole = parsed(text);
  if (whole !== undefined) {
    if (Array.isArray(whole)) yield* whole;
    else yield whole;
    return;
  }
  for (const line of text.split('\n')) {
    const record = parsed(line);
    if (record !== undefined) yield record;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
