/** Where SECRET_KEY comes from: the question behind every rule about it, answered once. */

import { isSensitiveName, truthOf } from '../../describe.js';
import type { Setting, Settings } from '../../facts/settings.js';
import { stringOf } from '../../facts/value-reading.js';
import type { Location, Project } from '../../source.js';
import { environmentFiles } from '../secrets/environment-files.js';
import { spelledOut } from '../secrets/spelled-out.js';
import { isGiven, openVariables } from './final-values.js';
import { ownVariables } from './own-variables.js';

export type KeySource =
  /** Spelt out in a file of the repository. */
  | { readonly kind: 'literal'; readonly key: string; readonly at: Location }
  /** A fallback that is in force while nothing gives the variables. */
  | { readonly kind: 'fallback'; readonly key: string; readonly variables: readonly string[]; readonly at: Location }
  /** Known, and from outside version control. */
  | { readonly kind: 'given'; readonly key: string }
  /** In an environment file of the repository, of which `secrets/env-committed` tells. */
  | { readonly kind: 'file'; readonly key: string; readonly at: Location }
  /** Known, but no settings file spells it out. */
  | { readonly kind: 'composed'; readonly key: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unknown'; readonly literalPossible: boolean };

/** Where the key that production signs with comes from. */
export function secretKeySource(project: Project, settings: Settings, setting: Setting): KeySource {
  const { value } = setting;
  const key = value.kind === 'str' || value.kind === 'bytes' ? value.value : undefined;
  if (key === undefined) {
    if (truthOf(setting.value) === 'no') return { kind: 'empty' };
    const literalPossible =
      setting.value.kind === 'choice' &&
      setting.value.options.some((option) => {
        const text = stringOf(option);
        return text !== undefined && text !== '' && spelledOut(project, settings.files, text) !== undefined;
      });
    return { kind: 'unknown', literalPossible };
  }
  if (key === '') return { kind: 'empty' };
  const own = ownVariables(project, settings, setting);
  const file = own.length > 0 ? environmentFileWith(project, settings, key) : undefined;
  if (file) return { kind: 'file', key, at: file };
  const open = openVariables(settings, setting);
  const ownOpen = own.filter((name) => open.includes(name));
  if (ownOpen.length === 0 && own.some((name) => isGiven(settings, name))) return { kind: 'given', key };
  const found = spelling(project, settings, setting, key);
  if (!found) return { kind: 'composed', key };
  if (!found.inRepository) return { kind: 'given', key };
  const variables = ownOpen.length > 0 ? ownOpen : open;
  return variables.length > 0 &&
    (ownOpen.length > 0 || open.some(isSensitiveName) || isSetElsewhere(project, settings, setting))
    ? { kind: 'fallback', key, variables, at: found.at }
    : { kind: 'literal', key, at: found.at };
}

/** Where the settings spell a key out. Blanks stand everywhere, so that theirs are looked for between quotes, at the setting first. */
function spelling(project: Project, { files }: Settings, { at }: Setting, key: string) {
  if (key.trim() !== '') return spelledOut(project, files, key);
  const paths = [at.path, ...files];
  return spelledOut(project, paths, `'${key}'`) ?? spelledOut(project, paths, `"${key}"`);
}

/** Whether another line of the settings, or of a module beside them, sets it: one that a variable may choose. */
function isSetElsewhere(project: Project, settings: Settings, { name, at }: Setting): boolean {
  const directory = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
  const beside = new Set(settings.files.map(directory));
  const assignment = new RegExp(`^[ \\t]*${name}[ \\t]*(?::[^=\\n]+)?=(?!=)`, 'gm');
  return project.paths
    .filter((path) => path.endsWith('.py') && beside.has(directory(path)))
    .some((path) => {
      const starts = [...(project.file(path)?.text ?? '').matchAll(assignment)].map(
        ({ index, 0: all }) => index + all.length,
      );
      return starts.some((start) => path !== at.path || start < at.span.start || start > at.span.end);
    });
}

/** The line of an environment file in the repository that holds the key. */
function environmentFileWith(project: Project, settings: Settings, key: string): Location | undefined {
  const found = spelledOut(project, environmentFiles(project, settings), key);
  return found?.inRepository ? found.at : undefined;
}

/** What Django's check `security.W009` holds against a key; `undefined` where it accepts the key. */
export function weaknessOf(key: string): string | undefined {
  const characters = [...key];
  if (key.startsWith('django-insecure-')) return 'it begins with `django-insecure-`';
  if (characters.length < 50)
    return `it has ${characters.length} ${characters.length === 1 ? 'character' : 'characters'}, fewer than 50`;
  const distinct = new Set(characters).size;
  return distinct < 5 ? `it has ${distinct} different characters, fewer than 5` : undefined;
}
