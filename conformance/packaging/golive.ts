/** What golive says where `answer.py` says what Python's `packaging` does: the same questions, the same form of answers. */

import { holdsFor } from '../../packages/python-deps/src/marker.js';
import { parseMarker } from '../../packages/python-deps/src/marker-syntax.js';
import { parseRequirement } from '../../packages/python-deps/src/requirement.js';
import { admits, parseSpecifier } from '../../packages/python-deps/src/specifier.js';
import { orderOf, parseVersion } from '../../packages/python-deps/src/version.js';

/** The variables of a marker's environment. */
export type Variables = Readonly<Record<string, string>>;

/** A question is its kind and what it asks of. */
export type Question =
  | readonly ['version', text: string]
  | readonly ['order', left: string, right: string]
  | readonly ['meets', specifier: string, version: string, prereleases: boolean | null]
  | readonly ['marker', text: string, variables: Variables, extras: readonly string[]]
  | readonly ['requirement', text: string];

/** golive's answer, as JSON can hold it. */
export function answer(question: Question): unknown {
  switch (question[0]) {
    case 'version':
      return versionParts(question[1]);
    case 'order': {
      const [left, right] = [parseVersion(question[1]), parseVersion(question[2])];
      return left && right ? orderOf(left, right) : null;
    }
    case 'meets': {
      const [, text, version, prereleases] = question;
      const specifier = parseSpecifier(text);
      return specifier ? admits(specifier, version, prereleases === null ? {} : { prereleases }) : null;
    }
    case 'marker': {
      const [, text, variables, extras] = question;
      const marker = parseMarker(text);
      return marker ? (holdsFor(marker, variables, extras) ?? 'unknown') : null;
    }
    case 'requirement':
      return requirementParts(question[1]);
  }
}

/** Where `packaging` gives up with an error, no answer is wrong. */
export function agrees(said: unknown, truth: unknown): boolean {
  return JSON.stringify(said) === JSON.stringify(truth) || (truth === 'error' && said !== null);
}

function versionParts(text: string): unknown {
  const version = parseVersion(text);
  if (!version) return null;
  const { epoch, release, pre, post, dev, local, prerelease } = version;
  return {
    epoch: String(epoch),
    release: release.map(String),
    pre: pre?.join('') ?? null,
    post: post === undefined ? null : String(post),
    dev: dev === undefined ? null : String(dev),
    local: local?.join('.') ?? null,
    prerelease,
  };
}

function requirementParts(text: string): unknown {
  const { requirement, why } = parseRequirement(text);
  if (!requirement || why !== undefined) return null;
  const clauses = requirement.specifier.split(',').map((clause) => clause.replace(/\s/g, ''));
  return {
    name: requirement.name,
    extras: [...new Set(requirement.extras)].sort(),
    specifier: [...new Set(clauses.filter((clause) => clause !== ''))].sort(),
    url: requirement.url ?? null,
    marker: requirement.marker !== undefined,
  };
}
