/** gunicorn.conf.py, as far as its values are literals at the top level: the rest stays unknown. */
import type { Location, SourceFile } from '@django-golive/core';

/** A setting of gunicorn's configuration file. */
export interface GunicornSetting {
  readonly name: string;
  /** The text of a literal; `undefined` where it is computed. */
  readonly value: string | undefined;
  readonly at: Location;
}

/** The settings of the file by name; a name that is assigned twice, or inside a block, has no known value. */
export function readGunicornConfig(file: SourceFile): ReadonlyMap<string, GunicornSetting> {
  const settings = new Map<string, GunicornSetting>();
  for (const match of file.text.matchAll(/^([ \t]*)([a-z_]+)[ \t]*=[ \t]*([^=\n][^\n]*)$/gm)) {
    const name = match[2] ?? '';
    const source = (match[3] ?? '').replace(/\s+#.*$/, '').trim();
    const literal = /^(?:"([^"\\]*)"|'([^'\\]*)'|(\d+|True|False|None))$/.exec(source);
    const value = literal ? (literal[1] ?? literal[2] ?? literal[3]) : undefined;
    const known = match[1] === '' && !settings.has(name) ? value : undefined;
    settings.set(name, {
      name,
      value: known,
      at: file.at({ start: match.index + (match[1] ?? '').length, end: match.index + match[0].trimEnd().length }),
    });
  }
  return settings;
}
