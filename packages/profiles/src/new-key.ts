/** How a new secret key is made in a shell. */
import type { Settings } from '@django-golive/core';

/** Letters, digits, `-` and `_` alone: no shell, unit or reader of environment files takes them for anything else. */
export const newKey = (python: 'python' | 'python3'): string =>
  `${python} -c 'import secrets; print(secrets.token_urlsafe(64))'`;

/** The variable of the key, where one alone of `names` is: what chooses between settings is read on the way as well. */
function keyAmong(settings: Settings, names: readonly string[]): string | undefined {
  const { reads } = settings.get('SECRET_KEY');
  const keys = (reads.length === 0 ? ['SECRET_KEY'] : reads).filter((name) => names.includes(name));
  return keys.length === 1 ? keys[0] : undefined;
}

/** The command that prints one for whoever then writes a file, and the sentence on it with a space before it; neither where `names` holds no key. */
export function printedKey(
  settings: Settings,
  names: readonly string[],
): { readonly commands: readonly string[]; readonly sentence: string } {
  const key = keyAmong(settings, names);
  return key === undefined
    ? { commands: [], sentence: '' }
    : { commands: [newKey('python3')], sentence: ` The first command prints a new key for \`${key}\`.` };
}
