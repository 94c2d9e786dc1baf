/** django-csp, and which of its two generations a project installs: 4.0 replaced the settings CSP_* by a dictionary. */
import type { Dependencies } from '../../facts/dependencies.js';
import { atLeastSeries } from '../settings/django-series.js';

export const packageMiddleware = 'csp.middleware.CSPMiddleware';
export const packageSettings = [
  'CONTENT_SECURITY_POLICY',
  'CONTENT_SECURITY_POLICY_REPORT_ONLY',
  'CSP_DEFAULT_SRC',
  'CSP_SCRIPT_SRC',
];

/** What it reads: the settings CSP_*, or the dictionary. */
export type Generation = 'settings' | 'dictionary';

/** The generation that is installed, where the declaration decides it. */
export function generationOf(dependencies: Dependencies): Generation | undefined {
  const declared = dependencies.get('django-csp');
  if (declared?.version !== undefined) return atLeastSeries(declared.version, '4.0') ? 'dictionary' : 'settings';
  const specifier = declared?.specifier ?? '';
  if (/(?:[=~>]=|>)\s*[4-9]/.test(specifier)) return 'dictionary';
  return /<\s*4(?:\.0)*(?![.\d])|[=~]=\s*[0-3]\./.test(specifier) ? 'settings' : undefined;
}

/** The generation that reads a setting. */
export function generationFor(name: string): Generation {
  return name.startsWith('CSP_') ? 'settings' : 'dictionary';
}
