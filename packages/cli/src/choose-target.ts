/** Which target a project is judged against: the one that is named, or the one that its files show. */
import {
  createFactReader,
  type Detection,
  detectTargets,
  isSetUp,
  type Profile,
  type Project,
  providersOf,
} from '@django-golive/core';
import { profiles } from '@django-golive/profiles';
import { readDependencies } from '@django-golive/python-deps';
import { UsageError } from './usage-error.js';

/** One's own targets and golive's; of two with the same id, one's own. */
export function knownTargets(own: readonly Profile[] = []): readonly Profile[] {
  return [...own, ...profiles.filter(({ id }) => !own.some((profile) => profile.id === id))];
}

/** A target, and how the files show it where nobody named it. */
export interface ChosenTarget {
  readonly profile?: Profile;
  readonly detection?: Detection;
}

/** The target that was named, or the one the files show most surely; none where nothing shows one. `own` are targets beside golive's. */
export function chooseTarget(
  project: Project,
  named: string | undefined,
  today: string,
  own: readonly Profile[] = [],
): ChosenTarget {
  if (named === 'none') return {};
  const known = knownTargets(own);
  if (named !== undefined) {
    const profile = known.find((candidate) => candidate.id === named);
    if (!profile)
      throw new UsageError(`There is no target "${named}". Targets: ${known.map(({ id }) => id).join(', ')}, none.`);
    return { profile };
  }
  const [detection] = detectionsOf(project, known, today);
  const profile = known.find(({ id }) => id === detection?.target);
  return profile && detection && isSetUp(detection) ? { profile, detection } : {};
}

/** How the files show each target, the surest first. */
export function detectionsOf(project: Project, known: readonly Profile[], today: string): readonly Detection[] {
  return detectTargets(known, createFactReader(providersOf(project, { providers: readDependencies, today })));
}
