/** One PEP 508 requirement, `name[extras]>=1 ; marker`, taken apart without ever throwing. */
import { isMarker } from './marker.js';
import { normalizeName } from './names.js';
import { parseSpecifier } from './specifier.js';

/** A requirement, as far as it could be read. */
export interface Requirement {
  /** Normalised after PEP 503. */
  readonly name: string;
  /** The name as written. */
  readonly written: string;
  readonly extras: readonly string[];
  /** As written, without parentheses; `''` where none is. */
  readonly specifier: string;
  /** A direct reference (`name @ https://…`), as written. */
  readonly url?: string;
  /** As written. */
  readonly marker?: string;
}

/** What came of a requirement's text: a name may be read although the rest of the line is not valid. */
export interface RequirementReading {
  readonly requirement?: Requirement;
  /** Why an installer would refuse the text, where it would. */
  readonly why?: string;
}

const NAME = /^\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)(?![A-Za-z0-9._-]*[A-Za-z0-9])/;

/** Reads a requirement. Never throws; the text may be anything. */
export function parseRequirement(text: string): RequirementReading {
  if (text.length > 8000) return { why: 'the line is too long to be a requirement' };
  const name = NAME.exec(text);
  if (!name?.[1]) return { why: 'it does not begin with a package name' };
  const written = name[1];
  let rest = text.slice(name[0].length).trimStart();
  let extras: readonly string[] = [];
  if (rest.startsWith('[')) {
    const close = rest.indexOf(']');
    if (close < 0) return { why: 'its `[` is never closed' };
    extras = rest
      .slice(1, close)
      .split(',')
      .map((extra) => normalizeName(extra))
      .filter((extra) => extra !== '');
    if (extras.some((extra) => /[^a-z0-9-]/.test(extra))) return { why: 'its extras are not parted by commas' };
    rest = rest.slice(close + 1).trimStart();
  }
  const known = { name: normalizeName(written), written, extras };
  if (rest.startsWith('@')) return directReference(known, rest.slice(1).trim());
  const semicolon = rest.indexOf(';');
  const marker = semicolon < 0 ? undefined : rest.slice(semicolon + 1).trim();
  let specifier = (semicolon < 0 ? rest : rest.slice(0, semicolon)).trim();
  if (specifier.startsWith('(') && specifier.endsWith(')')) specifier = specifier.slice(1, -1).trim();
  const requirement: Requirement = { ...known, specifier, ...(marker ? { marker } : {}) };
  const why = objection(specifier, marker);
  return why === undefined ? { requirement } : { requirement, why };
}

function directReference(known: Pick<Requirement, 'name' | 'written' | 'extras'>, rest: string): RequirementReading {
  const separator = /\s;|;\s/.exec(rest);
  const url = (separator ? rest.slice(0, separator.index) : rest).trim();
  const marker = separator ? rest.slice(separator.index + 2).trim() : '';
  const requirement: Requirement = { ...known, specifier: '', url, ...(marker ? { marker } : {}) };
  if (url === '') return { requirement, why: 'no address follows its `@`' };
  if (/\s/.test(url)) return { requirement, why: 'its address holds a blank' };
  return marker && !isMarker(marker) ? { requirement, why: `\`${marker}\` is not a marker` } : { requirement };
}

function objection(specifier: string, marker: string | undefined): string | undefined {
  if (/^=(?!=)/.test(specifier)) return 'a version is pinned with `==`, not with `=`';
  if (specifier.includes('||') || !parseSpecifier(specifier)) return `\`${specifier}\` is not a version specifier`;
  if (marker !== undefined && !isMarker(marker)) return `\`${marker}\` is not a marker`;
  return undefined;
}
