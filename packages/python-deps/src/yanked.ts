/** Whether an exact version was yanked, and where to go from there. */
import type { Yanked } from '@django-golive/core';
import type { AdvisorySource } from './advisories.js';
import { yankedReleases } from './data/yanked.js';
import { compareVersions } from './version.js';

/** What is known of the release; `next` is the nearest one after it that no known advisory affects. */
export function yankedOf(name: string, version: string, advisories: AdvisorySource): Yanked | undefined {
  const releases = Object.hasOwn(yankedReleases, name) ? yankedReleases[name] : undefined;
  const found = Object.entries(releases ?? {}).find(([release]) => compareVersions(release, version) === 0)?.[1];
  if (!found) return undefined;
  const { next, ...said } = found;
  const sound = next === undefined || advisories.find(name, next).length === 0 ? next : advisories.upgrade(name, next);
  return sound === undefined ? said : { ...said, next: sound };
}
