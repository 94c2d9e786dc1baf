/** Where a content security policy lets scripts come from, in the words of Django and of both generations of django-csp. */

import { truthOf } from '../../describe.js';
import type { Dependencies } from '../../facts/dependencies.js';
import type { Setting, Settings } from '../../facts/settings.js';
import type { Value } from '../../facts/value.js';
import { isAssigned, isKnown, itemsOf, lookup, stringOf } from '../../facts/value-reading.js';
import { atLeastSeries } from '../settings/django-series.js';
import { policyMiddleware, runs } from '../settings/middleware.js';
import { generationOf, packageMiddleware } from './policy-package.js';

/** The sources of scripts in a policy that browsers enforce. */
export interface ScriptSources {
  readonly setting: Setting;
  /** Those that are known, each as the header writes it. */
  readonly sources: readonly string[];
  /** Whether they are all: an item that is not known may be a nonce. */
  readonly complete: boolean;
}

/** Every enforced policy that says where scripts may come from. */
export function scriptSources(settings: Settings, dependencies: Dependencies): readonly ScriptSources[] {
  const found: ScriptSources[] = [];
  const add = (setting: Setting, value: Value | undefined): void => {
    if (value !== undefined && value.kind !== 'none' && value.kind !== 'unknown' && value.kind !== 'choice')
      found.push({ setting, ...sourcesIn(value) });
  };
  const own = settings.get('SECURE_CSP');
  if (isAssigned(own) && atLeastSeries(settings.django, '6.0') && runs(settings, policyMiddleware) === 'yes')
    add(own, lookup(own.value, 'script-src') ?? lookup(own.value, 'default-src'));
  if (runs(settings, packageMiddleware) !== 'yes') return found;
  const generation = generationOf(dependencies);
  const packaged = settings.get('CONTENT_SECURITY_POLICY');
  if (isAssigned(packaged) && generation !== 'settings') {
    const directives = lookup(packaged.value, 'DIRECTIVES');
    add(packaged, lookup(directives, 'script-src') ?? lookup(directives, 'default-src'));
    return found;
  }
  // Since 4.0 the older settings are not read; which generation it is, another rule asks.
  if (generation !== 'settings') return found;
  const [scripts, all] = [settings.get('CSP_SCRIPT_SRC'), settings.get('CSP_DEFAULT_SRC')];
  const older = isAssigned(scripts) ? scripts : all;
  // The older generation writes nonces by a setting of their own.
  const nonces = settings.get('CSP_INCLUDE_NONCE_IN');
  if (isAssigned(older) && !isAssigned(nonces) && truthOf(settings.get('CSP_REPORT_ONLY').value) === 'no')
    add(older, older.value);
  return found;
}

function sourcesIn(value: Value): { readonly sources: readonly string[]; readonly complete: boolean } {
  const text = stringOf(value);
  const items = text === undefined ? itemsOf(value) : [value];
  const words = items.flatMap((item) => stringOf(item)?.split(/\s+/) ?? []).filter((word) => word !== '');
  return { sources: words, complete: isKnown(value) && items.every((item) => item.kind === 'str') };
}
