/** uwsgi.ini: the application, the settings module and the address that it names. */
import type { Location, SourceFile } from '@django-golive/core';

/** One `key = value` line of the `[uwsgi]` section. */
export interface UwsgiOption {
  readonly name: string;
  readonly value: string;
  readonly at: Location;
}

/** The options in order; keys may repeat (`env`). Placeholders that only uWSGI knows stay as they are written. */
export function readUwsgiConfig(file: SourceFile): readonly UwsgiOption[] {
  const options: UwsgiOption[] = [];
  let inside = false;
  let offset = 0;
  for (const line of file.text.split('\n')) {
    const section = /^\s*\[([^\]]*)\]/.exec(line);
    if (section) inside = section[1] === 'uwsgi';
    const match = /^\s*([\w-]+)\s*=\s*(.*)$/.exec(line.trimEnd());
    if (inside && match && !/^\s*[#;]/.test(line)) {
      const start = offset + line.length - line.trimStart().length;
      options.push({
        name: (match[1] ?? '').replaceAll('_', '-'),
        value: (match[2] ?? '').replace(/^(["'])(.*)\1$/, '$2'),
        at: file.at({ start, end: offset + line.trimEnd().length }),
      });
    }
    offset += line.length + 1;
  }
  return options;
}
