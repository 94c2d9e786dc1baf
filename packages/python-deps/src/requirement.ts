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

/** What came of a requirement's text: a name may be read although the version after it is not valid. */
export interface RequirementReading {
  readonly requirement?: Requirement;
  /** Why an installer would refuse the text, where it would. */
  readonly why?: string;
}

const NAME = /^[ \t]*([A-Za-z0-9][A-Za-z0-9._-]*)\b[ \t]*/;
const EXTRAS = /^[ \t]*(?:[A-Za-z0-9][A-Za-z0-9._-]*\b[ \t]*(?:,[ \t]*[A-Za-z0-9][A-Za-z0-9._-]*\b[ \t]*)*)?$/;

/** Reads a requirement. Never throws; the text may be anything. Objects where Python's `packaging` does. */
export function parseRequirement(text: string): RequirementReading {
  if (text.length > 8000) return { why: 'the line is too long to be a requirement' };
  const name = NAME.exec(text);
  if (!name?.[1]) return { why: 'it does not begin with a package name' };
  const written = name[1];
  let rest = text.slice(name[0].length).replace(/\n$/, '');
  let extras: readonly string[] = [];
  if (rest.startsWith('[')) {
    const close = rest.indexOf(']');
    if (close < 0) return { why: 'its `[` is never closed' };
    const list = rest.slice(1, close);
    if (!EXTRAS.test(list)) return { why: 'its extras are not parted by commas' };
    extras = list
      .split(',')
      .map(normalizeName)
      .filter((extra) => extra !== '');
    rest = trimStart(rest.slice(close + 1));
  }
  const known = { name: normalizeName(written), written, extras };
  if (rest.startsWith('@')) return directReference(known, trimStart(rest.slice(1)));
  const semicolon = rest.indexOf(';');
  const marker = semicolon < 0 ? undefined : rest.slice(semicolon + 1);
  const body = trim(semicolon < 0 ? rest : rest.slice(0, semicolon));
  const specifier = trim(/^\((.*)\)$/s.exec(body)?.[1] ?? body);
  const requirement: Requirement = { ...known, specifier, ...(marker?.trim() ? { marker: marker.trim() } : {}) };
  const why = objection(specifier, marker);
  // Where no operator follows, the first word is one of a sentence, and nothing that anybody asks for.
  if (why !== undefined && specifier !== '' && !/^[=<>!~(]/.test(specifier))
    return { why: 'after its name stands no version specifier' };
  return why === undefined ? { requirement } : { requirement, why };
}

/** An address goes to the next blank; a marker comes after a blank and a semicolon. */
function directReference(known: Pick<Requirement, 'name' | 'written' | 'extras'>, rest: string): RequirementReading {
  const url = /^[^ \t]*/.exec(rest)?.[0] ?? '';
  const after = trim(rest.slice(url.length));
  const touching = url.endsWith(';') && after !== '';
  const marker = touching ? after : after.startsWith(';') ? after.slice(1) : undefined;
  const requirement: Requirement = {
    ...known,
    specifier: '',
    url: touching ? url.slice(0, -1) : url,
    ...(marker?.trim() ? { marker: marker.trim() } : {}),
  };
  const why = addressObjection(url, after, touching) ?? markerObjection(marker);
  return why === undefined ? { requirement } : { requirement, why };
}

function addressObjection(url: string, after: string, touching: boolean): string | undefined {
  if (url === '') return 'no address follows its `@`';
  if (touching) return 'no blank parts its address from the `;` of its marker';
  return after !== '' && !after.startsWith(';') ? 'its address holds a blank' : undefined;
}

function objection(specifier: string, marker: string | undefined): string | undefined {
  if (/^=(?!=)/.test(specifier)) return 'a version is pinned with `==`, not with `=`';
  if (!isList(specifier) || !parseSpecifier(specifier)) return `\`${specifier}\` is not a version specifier`;
  return markerObjection(marker);
}

/** A comma may come last, and nowhere else without a clause before it; what `===` names goes on to the next blank. */
function isList(specifier: string): boolean {
  if (/^,|,\s*,|\|\|/.test(specifier) || /===\s*[^\s)]*,[^\s)]*[ \t]+[^ \t,]/.test(specifier)) return false;
  // Only after an operator may a line end.
  return !/[^\S \t]/.test(specifier.replace(/(?<=[=<>~!])\s+/g, ''));
}

function markerObjection(marker: string | undefined): string | undefined {
  return marker === undefined || isMarker(marker) ? undefined : `\`${marker.trim()}\` is not a marker`;
}

function trim(text: string): string {
  return trimStart(text).replace(/[ \t]+$/, '');
}

function trimStart(text: string): string {
  return text.replace(/^[ \t]+/, '');
}
