/** A version above all that a range with an upper bound admits of its releases: what an installation may have at best. */
import { admits, parseSpecifier } from './specifier.js';
import { compareVersions } from './version.js';

/** No release counts that far. */
const beyond = '999999';

/** `21.999999` of `<22`; `undefined` for a range that is open above, or whose alternatives are several. */
export function highestAdmitted(specifier: string): string | undefined {
  const bounds = parseSpecifier(specifier);
  if (bounds?.length !== 1) return undefined;
  return [...specifier.matchAll(/(<=|<|~=|==)\s*(\d+(?:\.\d+)*)(\.\*)?(?=\s*(?:,|$))/g)]
    .map(([, operator, version = '', wildcard]) =>
      best(operator, version.split('.').map(Number), wildcard !== undefined),
    )
    .filter((version) => version !== undefined && admits(bounds, version))
    .sort((a, b) => compareVersions(a ?? '', b ?? ''))
    .at(-1);
}

function best(operator: string | undefined, parts: readonly number[], wildcard: boolean): string | undefined {
  if (operator === '<=') return parts.join('.');
  if (operator === '~=') return [...parts.slice(0, -1), beyond].join('.');
  if (operator === '==') return wildcard ? [...parts, beyond].join('.') : undefined;
  const last = parts.findLastIndex((part) => part > 0);
  return last < 0 ? undefined : [...parts.slice(0, last), (parts[last] ?? 1) - 1, beyond].join('.');
}
