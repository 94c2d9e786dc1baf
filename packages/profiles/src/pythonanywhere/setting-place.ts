/** Addresses and directories of the settings as the Web tab wants them: paths of the server, never of the reader. */
import { type Settings, stringOf } from '@django-golive/core';
import { repositoryPart, systemPath } from '../files/settings-path.js';

/** A URL or a directory in words; where its place on the server is not known, the setting's own name. */
export function placeInWords(settings: Settings, name: string, root: string | undefined): string {
  const text = stringOf(settings.get(name).value);
  if (text === undefined || text === '') return `what \`${name}\` says`;
  // Django puts the slash in front of a relative address itself; the Web tab takes it as it is.
  if (name.endsWith('_URL')) return `\`${/^(?:\/|https?:)/.test(text) ? text : `/${text}`}\``;
  const path = systemPath(text, root, undefined);
  if (path !== undefined) return `\`${path}\``;
  const inside = repositoryPart(text);
  return inside === undefined ? `the directory of \`${name}\`` : `the directory \`${inside || '.'}\` of the project`;
}
