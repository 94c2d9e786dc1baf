/** What a file, an extra or a group is for, judged by its name: development, production or something optional. */
import type { DependencyKind } from '@django-golive/core';
import { normalizeName } from './names.js';
import { entryOf, type TomlTable } from './toml.js';

const DEVELOPMENT =
  /^(?:dev|devcontainer|devel|develop|developer|development|local|tests?|testing|unittest|pytest|lint|linting|linters?|ci|docs?|documentation|rtd|readthedocs|debug|debugging|style|typing|types?|typecheck|mypy|stubs?|qa|quality|format|formatting|checks?|tools?|build|tox|nox|pre|precommit|coverage|examples?|samples?|demos?|sandbox|bench|benchmarks?|profiling)$/;
const PRODUCTION =
  /^(?:prod|production|live|deploy|deployment|server|heroku|docker|container|pythonanywhere|azure|aws|gcp|render|railway|staging|runtime)$/;
const FOUNDATION = /^(?:base|common|core|main|default|defaults|app|web|project|all|full)$/;

/** Names that a build's own word makes production's: what a sandbox or a demonstration needs is there where an image is made of it. */
const BY_REQUEST = /^(?:local|debug|debugging|tools?|build|examples?|samples?|demos?|sandbox)$/;

/** What a name says: `production`, `base` (shared by all), `dev`, or nothing. */
export function purposeOf(name: string): 'production' | 'base' | 'dev' | undefined {
  const words = name
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  if (words.some((word) => DEVELOPMENT.test(word))) return 'dev';
  if (words.some((word) => PRODUCTION.test(word))) return 'production';
  if (words.some((word) => FOUNDATION.test(word))) return 'base';
  return undefined;
}

/** Whether a list is for development even where a build asks for it by its name. */
export function isForDevelopers(name: string): boolean {
  return name
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => DEVELOPMENT.test(word) && !BY_REQUEST.test(word));
}

/** The kind of an extra or a group. Only what an install asks for by name is there at run time. */
export function kindOfGroup(name: string): DependencyKind {
  const purpose = purposeOf(name);
  if (purpose === 'dev') return 'dev';
  return purpose === 'production' || /^(?:main|default)$/i.test(name) ? 'runtime' : 'optional';
}

/** The keys that a key leads to, itself first, however their names are spelled. */
export function reached(
  table: TomlTable,
  from: string,
  next: (list: unknown) => readonly string[],
): ReadonlySet<string> {
  const keys = new Map(Object.keys(table).map((key) => [normalizeName(key), key]));
  const found = new Set([from]);
  for (const key of found) {
    for (const name of next(entryOf(table, key))) {
      const other = keys.get(normalizeName(name));
      if (other !== undefined) found.add(other);
    }
  }
  return found;
}
