/** Host names that a web server answers to and Django refuses: one judgement for whichever server it is. */
import {
  hasFinalValues,
  isKnown,
  type Location,
  openVariables,
  type Setting,
  type Settings,
  stringsOf,
  truthOf,
} from '@django-golive/core';
import { isPlaceholderHost } from '../files/placeholder.js';

/** A name, and where the server's configuration says it. */
export interface ServedName {
  readonly name: string;
  readonly at: Location;
}

/** Whether `ALLOWED_HOSTS` can be held against names: an empty list is another rule's, no host works then. */
export function allowsHosts(settings: Settings): boolean {
  return hasFinalValues(settings) && truthOf(settings.get('ALLOWED_HOSTS').value) !== 'no';
}

/** Whether a name is one that visitors ask for: no pattern, no variable, not the machine itself, not a template's. */
export function isSite({ name }: ServedName): boolean {
  return (
    /^[a-z0-9.-]+\.[a-z0-9-]+$/.test(name) &&
    !name.startsWith('.') &&
    !name.startsWith('127.') &&
    !isPlaceholderHost(name)
  );
}

/** The names that Django refuses, each once; `unknown` are those that a value given in production may hold. */
export function refusedNames(
  settings: Settings,
  served: readonly ServedName[],
): { readonly setting: Setting; readonly refused: readonly ServedName[]; readonly unknown: readonly ServedName[] } {
  const setting = settings.get('ALLOWED_HOSTS');
  const allowed = stringsOf(setting.value).map((host) => host.toLowerCase());
  if (allowed.includes('*') || setting.value.kind === 'str') return { setting, refused: [], unknown: [] };
  const out = served.filter(
    (item, index) =>
      isSite(item) &&
      served.findIndex(({ name }) => name === item.name) === index &&
      !allowed.some((host) => matches(item.name, host)),
  );
  // A list that rests on a fallback is another one where the variable is given.
  const known = isKnown(setting.value) && openVariables(settings, setting).length === 0;
  return { setting, refused: known ? out : [], unknown: known ? [] : out };
}

function matches(name: string, host: string): boolean {
  return host === name || (host.startsWith('.') && (name.endsWith(host) || name === host.slice(1)));
}
