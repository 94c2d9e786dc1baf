/** The directory that a server in front of Django hands out at an address, as far as its files lie in the repository. */
import { serverFiles } from '../../server-files.js';
import type { Project } from '../../source.js';

export interface ServedDirectory {
  /** The server's file. */
  readonly path: string;
  /** As that file writes it. */
  readonly directory: string;
}

/** uWSGI's map, nginx's location with an alias, Apache's alias: the address, then the directory. */
const maps = [
  /^[^\S\n]*static-map\s*[=:]\s*(\/[^=\s]+)=(\/\S+)/gm,
  /^[^\S\n]*location\s+(?:[=~^*]+\s*)?(\/[\w./-]*)\s*\{[^{}]*?\balias\s+"?(\/[^;"\s]+)/gm,
  /^[^\S\n]*Alias\s+"?(\/[^"\s]+)"?\s+"?(\/[^"\s]+)/gm,
];

/** What is handed out at an address such as `STATIC_URL`. */
export function servedDirectory(project: Project, url: string): ServedDirectory | undefined {
  const bare = (text: string): string => text.replace(/^\/|\/$/g, '');
  if (bare(url) === '') return undefined;
  for (const { path, text } of serverFiles(project))
    for (const pattern of maps)
      for (const [, address = '', directory = ''] of text.matchAll(pattern))
        if (bare(address) === bare(url)) return { path, directory };
  return undefined;
}
