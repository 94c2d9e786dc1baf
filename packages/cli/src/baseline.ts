/** `--baseline`: the findings that an earlier audit knew, which are not new today. */
import { readFileSync } from 'node:fs';
import type { Baseline } from '@django-golive/core';
import { UsageError } from './usage-error.js';

/** The baseline of a run, which may differ from target to target. */
export type Baselines = (target: string) => Baseline;

/**
 * A JSON report of an earlier audit, the reports of several targets, or an object with fingerprints. Among several, a target is
 * compared with its own report; one that had none, with all of them. Throws `UsageError` where the file is none of these.
 */
export function readBaseline(path: string): Baselines {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new UsageError(`--baseline: ${path} is not a JSON file that can be read.`);
  }
  const known = (Array.isArray(data) ? data : [data]).map(knownIn);
  if (known.length === 0 || known.some((report) => report === undefined))
    throw new UsageError(`--baseline: ${path} is not a golive JSON report.`);
  const reports = known.filter((report) => report !== undefined);
  return (target) => {
    const own = reports.filter((report) => report.target === target);
    return { version: 1, fingerprints: (own.length > 0 ? own : reports).flatMap(({ fingerprints }) => fingerprints) };
  };
}

interface Known {
  readonly target: string | undefined;
  readonly fingerprints: readonly string[];
}

function knownIn(data: unknown): Known | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const target = 'target' in data ? idOf(data.target) : undefined;
  if ('fingerprints' in data && Array.isArray(data.fingerprints))
    return { target, fingerprints: data.fingerprints.map(String) };
  if (!('findings' in data) || !Array.isArray(data.findings)) return undefined;
  return {
    target,
    fingerprints: data.findings.flatMap((finding: unknown) =>
      typeof finding === 'object' && finding !== null && 'fingerprint' in finding ? [String(finding.fingerprint)] : [],
    ),
  };
}

const idOf = (target: unknown): string | undefined =>
  typeof target === 'object' && target !== null && 'id' in target ? String(target.id) : undefined;
