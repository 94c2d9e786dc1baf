/** Every rule golive has: core's and each target's, by id. */
import { type Entry, type Profile, type Rule, recommended } from '@django-golive/core';
import { profiles } from '@django-golive/profiles';

/** A rule, and the target it belongs to where it is not one for all. */
export interface Catalogued {
  readonly rule: Rule;
  readonly target: Profile | undefined;
  /** The other targets that take it over as it is, where it belongs to one. */
  readonly alsoOn: readonly Profile[];
  /** The targets that weigh it otherwise or switch it off, each with the reason. */
  readonly changes: readonly Change[];
}

/** What one target makes of a rule that is not its own. */
export interface Change {
  readonly target: Profile;
  readonly severity: Entry['severity'];
  readonly why: string;
}

/** All rules, core's first, in the order of their rule sets. */
export function catalogue(): readonly Catalogued[] {
  const found = new Map<string, Omit<Catalogued, 'changes' | 'alsoOn'>>(
    recommended.map((rule) => [rule.id, { rule, target: undefined }]),
  );
  for (const target of profiles) {
    for (const item of target.rules) {
      const rule = 'rule' in item ? item.rule : item;
      if (!found.has(rule.id)) found.set(rule.id, { rule, target });
    }
  }
  return [...found.values()].map(({ rule, target }) => ({
    rule,
    target,
    alsoOn: profiles.filter((profile) => profile !== target && profile.rules.some((item) => item === rule)),
    changes: profiles.flatMap((profile) => changesOf(profile, rule)),
  }));
}

function changesOf(target: Profile, rule: Rule): readonly Change[] {
  return target.rules.flatMap((item) =>
    'rule' in item && item.rule.id === rule.id ? [{ target, severity: item.severity, why: item.why ?? '' }] : [],
  );
}

/** The nearest names to a misspelt one, for "did you mean". */
export function nearest(name: string, names: readonly string[]): readonly string[] {
  return names
    .map((candidate) => ({ candidate, distance: editDistance(name, candidate) }))
    .filter(
      ({ candidate, distance }) =>
        distance <= Math.max(2, Math.floor(candidate.length / 3)) || candidate.endsWith(`/${name}`),
    )
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + cost));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
