/** Mirrors of the system checks that Django decides from settings alone, so that the same ids come out without Django. */
import { contains } from './answer.js';
import { adminChecks } from './checks/admin.js';
import { cacheChecks } from './checks/caches.js';
import { inSeries, type SettingsCheck, whyUndecided } from './checks/check.js';
import { contentPolicyChecks } from './checks/content-policy.js';
import { cookieChecks } from './checks/cookies.js';
import { languageChecks } from './checks/languages.js';
import { requestChecks } from './checks/requests.js';
import { secretKeyChecks } from './checks/secret-keys.js';
import { securityChecks } from './checks/security.js';
import { staticFilesChecks } from './checks/static-files.js';
import { surroundingsChecks } from './checks/surroundings.js';
import { templateChecks } from './checks/templates.js';
import type { LoadedSettings } from './loaded.js';

/** What `manage.py check --deploy` makes of its settings-only checks. */
export interface CheckResults {
  /** Those it prints, sorted. */
  readonly ids: readonly string[];
  /** Those it finds and does not print, since SILENCED_SYSTEM_CHECKS lists them, sorted. */
  readonly silenced: readonly string[];
  /** Ids that may or may not be found, or be silenced, with the reason, sorted by id. */
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
  ...requestChecks,
  ...templateChecks,
  ...staticFilesChecks,
  ...adminChecks,
];

/** The ids that Django's check functions of this series give for these settings. A check that raises gives none. */
export function djangoChecks(settings: LoadedSettings): CheckResults {
  const ids = new Set<string>();
  const silenced = new Set<string>();
  const undecided = new Map<string, string>();
  for (const check of all) {
    if (!inSeries(check, settings.series)) continue;
    for (const { id, printed, why } of check.run(settings)) {
      if (printed === 'no' || printed === 'crash') continue;
      const hidden = contains(settings.get('SILENCED_SYSTEM_CHECKS'), id);
      if (hidden === 'crash') continue;
      if (printed === 'maybe') undecided.set(id, whyUndecided(settings, check.reads, why));
      else if (hidden === 'maybe') undecided.set(id, whyUndecided(settings, ['SILENCED_SYSTEM_CHECKS']));
      else (hidden === 'yes' ? silenced : ids).add(id);
    }
  }
  return {
    ids: [...ids].sort(),
    silenced: [...silenced].sort(),
    undecided: [...undecided].sort(([left], [right]) => (left < right ? -1 : 1)).map(([id, why]) => ({ id, why })),
  };
}
