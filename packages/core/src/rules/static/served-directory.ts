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

/** A location with a root: the address goes on behind the directory. */
const rooted = /^[^\S\n]*location\s+(?:[=^~]+\s*)?(\/[\w./-]+)\s*\{[^{}]*?\broot\s+"?(\/[^;"\s]+)/gm;

/** What is handed out at an address such as `STATIC_URL`. */
export function servedDirectory(project: Project, url: string): ServedDirectory | undefined {
  return served(project, (address) => bare(address) === bare(url), url);
}

/** Whether a server hands out all below an address: at it, or at one that it lies below. */
export function isHandedOut(project: Project, url: string): boolean {
  return served(project, (address) => `${bare(url)}/`.startsWith(`${bare(address)}/`), url) !== undefined;
}

const bare = (text: string): string => text.replace(/^\/|\/$/g, '');

function served(project: Project, fits: (address: string) => boolean, url: string): ServedDirectory | undefined {
  if (bare(url) === '') return undefined;
  for (const { path, text } of serverFiles(project)) {
    for (const pattern of maps)
      for (const [, address = '', directory = ''] of text.matchAll(pattern))
        if (bare(address) !== '' && fits(address)) return { path, directory };
    for (const [, address = '', root = ''] of text.matchAll(rooted))
      if (bare(address) !== '' && fits(address))
        return { path, directory: `${root.replace(/\/$/, '')}/${bare(address)}` };
  }
  return undefined;
}
