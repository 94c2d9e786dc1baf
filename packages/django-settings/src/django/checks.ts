/** Mirrors of the system checks that Django decides from settings alone, so that the same ids come out without Django. */
import { both, contains, not } from './answer.js';
import { cacheChecks } from './checks/caches.js';
import { inSeries, type SettingsCheck, whyUndecided } from './checks/check.js';
import { contentPolicyChecks } from './checks/content-policy.js';
import { cookieChecks } from './checks/cookies.js';
import { languageChecks } from './checks/languages.js';
import { secretKeyChecks } from './checks/secret-keys.js';
import { securityChecks } from './checks/security.js';
import { surroundingsChecks } from './checks/surroundings.js';
import type { LoadedSettings } from './loaded.js';

/** What `manage.py check --deploy` prints of its settings-only checks. */
export interface CheckResults {
  /** Sorted, without the silenced ones. */
  readonly ids: readonly string[];
  /** Ids that may or may not be printed, with the reason, sorted by id. */
  readonly undecided: readonly { readonly id: string; readonly why: string }[];
}

const all: readonly SettingsCheck[] = [
  ...securityChecks,
  ...secretKeyChecks,
  ...cookieChecks,
  ...contentPolicyChecks,
  ...cacheChecks,
  ...languageChecks,
  ...surroundingsChecks,
];

/** The ids Django's check framework of this series prints for these settings. A check that raises prints nothing. */
export function djangoChecks(settings: LoadedSettings): CheckResults {
  const ids = new Set<string>();
  const undecided = new Map<string, string>();
  for (const check of all) {
    if (!inSeries(check, settings.series)) continue;
    for (const { id, printed } of check.run(settings)) {
      const shown = both(
        () => printed,
        () => not(contains(settings.get('SILENCED_SYSTEM_CHECKS'), id)),
      );
      if (shown === 'yes') ids.add(id);
      if (shown === 'maybe') undecided.set(id, whyUndecided(settings, [...check.reads, 'SILENCED_SYSTEM_CHECKS']));
    }
  }
  return {
    ids: [...ids].sort(),
    undecided: [...undecided].sort(([left], [right]) => (left < right ? -1 : 1)).map(([id, why]) => ({ id, why })),
  };
}
