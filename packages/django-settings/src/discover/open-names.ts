/** The settings modules that a name with parts that are not known can mean, such as `config.settings.…`. */
import { isFragment } from './fragments.js';
import { hole } from './possible-texts.js';
import type { Search } from './search.js';

const mostHoles = 2;

/** A module, and where it is. */
export interface NamedModule {
  readonly module: string;
  readonly found: { readonly root: string; readonly path: string } | undefined;
}

/** The settings modules whose name a text with holes can be. */
export function settingsLike(search: Search, text: string): readonly NamedModule[] {
  const [before = '', ...parts] = text.split(hole).map((part) => part.replaceAll('.', '\\.'));
  if (parts.length > mostHoles || !/^[\w.*]+$/.test(text)) return [];
  const pattern = new RegExp(`(?:^|\\.)(${[before, ...parts].join('\\w+(?:\\.\\w+)*')})$`);
  return search.settingsPaths
    .filter((path) => !search.secondary(path) && !isFragment(search, path))
    .flatMap((path) => {
      const dotted = path.replace(/(^|\/)__init__\.py$|\.py$/, '').replaceAll('/', '.');
      const module = pattern.exec(dotted)?.[1];
      if (module === undefined) return [];
      return [{ module, found: { root: path.slice(0, Math.max(0, dotted.length - module.length - 1)), path } }];
    });
}
