/** Caddy's own file as far as it says who speaks HTTPS: its sites with their addresses, and its global options. */
import type { Location, SourceFile } from './source.js';

/** A site block. */
export interface CaddySite {
  readonly addresses: readonly string[];
  readonly at: Location;
  /** The lines between its braces. */
  readonly body: string;
}

/** One Caddyfile. */
export interface Caddyfile {
  /** The lines of the global options. */
  readonly options: string;
  readonly sites: readonly CaddySite[];
  /** Whether all sites stand in it: none is imported. */
  readonly whole: boolean;
}

/** Whether a file is one, by its name. */
export function isCaddyfile(path: string): boolean {
  return /(^|\/)([\w.-]*[._-])?Caddyfile([._-][\w.-]*)?$|\.caddy$/i.test(path);
}

/** Read one. A brace opens a block only at the end of a line: https://caddyserver.com/docs/caddyfile/concepts#blocks */
export function readCaddyfile(file: SourceFile): Caddyfile {
  const sites: CaddySite[] = [];
  let options = '';
  let whole = true;
  let heading = '';
  let start = 0;
  let body: string[] = [];
  let depth = 0;
  let offset = 0;
  for (const written of file.text.split('\n')) {
    const line = written.replace(/(^|\s)#.*$/, '$1').trim();
    const from = offset;
    offset += written.length + 1;
    if (line === '') continue;
    if (depth > 0) {
      if (line === '}') depth -= 1;
      else if (/(^|\s)\{$/.test(line)) depth += 1;
      if (depth > 0) body.push(line);
      else {
        const text = body.join('\n');
        const addresses = addressesOf(heading);
        if (heading === '') options += text;
        // A snippet or a named route is no site.
        else if (!/^&?\(/.test(heading)) sites.push({ addresses, at: placeOf(file, start), body: text });
        heading = '';
        body = [];
      }
      continue;
    }
    if (/^import\s/.test(line)) {
      whole = false;
      continue;
    }
    if (heading === '') start = from;
    if (/(^|\s)\{$/.test(line)) {
      heading = `${heading} ${line.slice(0, -1)}`.trim();
      depth = 1;
    } else if (heading !== '' && !heading.endsWith(',')) {
      // Without braces the first line is the address of the only site, and all that follows is its own.
      const text = file.text.slice(from);
      sites.push({ addresses: addressesOf(heading), at: placeOf(file, start), body: text });
      return { options, sites, whole };
    } else heading = `${heading} ${line}`.trim();
  }
  return { options, sites, whole };
}

function addressesOf(heading: string): readonly string[] {
  return heading.split(/[\s,]+/).filter((address) => address !== '');
}

/** The line of the first address. */
function placeOf(file: SourceFile, start: number): Location {
  const line = file.text.slice(start).split('\n', 1)[0] ?? '';
  const lead = line.length - line.trimStart().length;
  return file.at({ start: start + lead, end: start + line.trimEnd().replace(/\s*\{$/, '').length });
}
