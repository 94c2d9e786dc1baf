/** Reads every planned manifest, and what they include, each file once. */
import type { Location, Project } from '@django-golive/core';
import type { Reading } from './declaration.js';
import type { ManifestPlan } from './manifests.js';
import { readPipfile, readPipfileLock } from './pipfile.js';
import { directoryOf } from './project-directories.js';
import { readPyproject } from './pyproject.js';
import { readRequirementsFile } from './requirements-file.js';
import { readSetupCfg } from './setup-cfg.js';
import { readSetupPy } from './setup-py.js';
import { readTomlLock } from './toml-locks.js';

/** A manifest that was read, with what it is for. */
export interface ReadManifest {
  readonly plan: ManifestPlan;
  readonly reading: Reading;
  /** It was named with `-c`: it limits versions and installs nothing. */
  readonly constraint: boolean;
}

/** Inclusions that lead on and on end here. */
const MOST = 400;

/** Reads the plans in their order; a file that another includes is what the including file is, if that is more. */
export function readManifests(project: Project, plans: readonly ManifestPlan[]): readonly ReadManifest[] {
  const read = new Map<string, ReadManifest>();
  const queue: { plan: ManifestPlan; constraint: boolean; at?: Location }[] = plans.map((plan) => ({
    plan,
    constraint: false,
  }));
  for (let next = 0; next < queue.length && next < MOST; next += 1) {
    const entry = queue[next];
    if (!entry || !gains(entry, read.get(entry.plan.path))) continue;
    const reading = readOne(project, entry.plan);
    if (!reading) continue;
    read.set(entry.plan.path, { plan: entry.plan, reading, constraint: entry.constraint });
    for (const inclusion of reading.includes) {
      const path = includedPath(entry.plan.path, inclusion.path);
      if (path === undefined || !project.file(path)) continue;
      const constraint = entry.constraint || inclusion.constraint;
      const because = `\`${entry.plan.path}\` includes it`;
      queue.push({ plan: { ...entry.plan, path, format: 'requirements', because }, constraint });
    }
  }
  return [...read.values()].sort((a, b) => a.plan.rank - b.plan.rank);
}

/** Inclusions that lead nowhere: an install stops at them. */
export function brokenInclusions(project: Project, manifests: readonly ReadManifest[]): Reading['problems'] {
  return manifests.flatMap(({ plan, reading }) =>
    reading.includes.flatMap(({ path, at }) => {
      if (/^\w+:\/\/|\$/.test(path)) return [];
      const target = includedPath(plan.path, path);
      return target !== undefined && project.file(target) ? [] : [{ at, why: `\`${path}\` is not in the repository` }];
    }),
  );
}

const WEIGHT = { runtime: 3, optional: 2, dev: 1 } as const;

function gains(entry: { plan: ManifestPlan; constraint: boolean }, known: ReadManifest | undefined): boolean {
  if (!known) return true;
  if (known.constraint !== entry.constraint) return known.constraint;
  const difference = WEIGHT[entry.plan.kind] - WEIGHT[known.plan.kind];
  return difference > 0 || (difference === 0 && entry.plan.rank < known.plan.rank);
}

function readOne(project: Project, plan: ManifestPlan): Reading | undefined {
  const file = project.file(plan.path);
  if (!file) return undefined;
  switch (plan.format) {
    case 'requirements':
      return readRequirementsFile(file, plan.kind);
    case 'pyproject':
    case 'poetry':
      return readPyproject(file);
    case 'pipfile':
      return readPipfile(file);
    case 'pipfile-lock':
      return readPipfileLock(file);
    case 'setup-cfg':
      return readSetupCfg(file);
    case 'setup-py':
      return readSetupPy(file);
    default:
      return readTomlLock(file, plan.format);
  }
}

/** Where an inclusion leads, as its file says it. */
export function includedPath(from: string, path: string): string | undefined {
  const directory = directoryOf(from);
  if (/^\w+:\/\//.test(path) || path.startsWith('/')) return undefined;
  const parts = directory === '' ? [] : directory.split('/');
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..') {
      if (parts.length === 0) return undefined;
      parts.pop();
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
