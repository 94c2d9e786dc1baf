/** Which distributions provide an import name, since many packages are imported by another name than they are installed by. */
import { importNames } from './data/import-names.js';
import { isKnownPackage } from './known-releases.js';
import { normalizeName } from './names.js';

/**
 * The distributions that provide a module, by their PEP 503 names, the likeliest first.
 * A dotted name is looked up from its longest part; a name that is not in the table, nor that of a known `django-` package, is taken for its own distribution's, bare or after the customary `django-` and `python-`.
 */
export function distributionsOf(importName: string): readonly string[] {
  const parts = importName.trim().split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const name = parts.slice(0, length).join('.');
    const known = Object.hasOwn(importNames, name) ? importNames[name] : undefined;
    if (known !== undefined) return known.split(' ');
  }
  const name = normalizeName(parts[0] ?? '');
  // What extends Django and is called as its module is no guess where the package is known.
  if (name.startsWith('django-') && isKnownPackage(name)) return [name];
  return name === '' ? [] : [name, `django-${name}`, `python-${name}`];
}
