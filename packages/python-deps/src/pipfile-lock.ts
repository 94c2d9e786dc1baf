/** Reads Pipfile.lock. */
import { lineSpan, type SourceFile, type Span } from '@django-golive/core';
import {
  type Declaration,
  emptyReading,
  type LockedPackage,
  MOST_PROBLEMS,
  type Problem,
  type Reading,
  topOf,
} from './declaration.js';
import { readJsonLines } from './json-lines.js';
import { normalizeName } from './names.js';
import { indexIn, kindOfCategory, purposeOfCategory, readEntry } from './pipfile.js';
import { pinnedVersion } from './specifier.js';
import { entryOf, isTable, tableAt, textOf } from './toml.js';

/** Reads a Pipfile.lock. Never throws. */
export function readPipfileLock(file: SourceFile): Reading {
  const empty = emptyReading(file.path, 'pipfile-lock', true);
  const { root, lost } = readJsonLines(file.text);
  if (!root) return { ...empty, problems: [{ at: topOf(file), why: 'the lock file is not JSON' }] };
  const problems: Problem[] = lost.slice(0, MOST_PROBLEMS).map((line) => ({
    at: file.at(lineSpan(file.text, line)),
    why: 'the lock file is not JSON here, and what this line belongs to is left out',
  }));
  const locked: LockedPackage[] = [];
  /** What comes from an address has no version. */
  const declarations: Declaration[] = [];
  for (const [category, packages] of Object.entries(tableAt(root))) {
    if (category === '_meta' || !isTable(packages)) continue;
    let from = Math.max(0, file.text.indexOf(`"${category}"`));
    for (const [written, value] of Object.entries(packages)) {
      const version = pinnedVersion(textOf(entryOf(tableAt(value), 'version')) ?? '');
      const span = keySpan(file.text, written, from);
      if (span) from = span.end;
      const marker = textOf(entryOf(tableAt(value), 'markers'));
      const at = span ? file.at(span) : topOf(file);
      if (version === undefined) {
        const entry = readEntry(written, value, written);
        if (typeof entry !== 'string' && entry.url !== undefined)
          declarations.push({
            ...entry,
            declared: `${written} @ ${entry.url}`,
            at,
            ...purposeOfCategory(category),
            direct: false,
          });
        else problems.push({ at, why: `\`${written}\` has no version that can be read, and is left out` });
        continue;
      }
      const index = indexIn(tableAt(root, '_meta').sources, value);
      locked.push({
        ...(index ? { index } : {}),
        name: normalizeName(written),
        version,
        at,
        kind: kindOfCategory(category),
        groups: [category === 'develop' ? 'dev-packages' : category],
        ...(marker === undefined ? {} : { marker }),
        requires: [],
      });
    }
  }
  const requires = tableAt(root, '_meta', 'requires');
  const python = textOf(entryOf(requires, 'python_full_version')) ?? textOf(entryOf(requires, 'python_version'));
  return {
    ...empty,
    declarations,
    locked,
    problems,
    ...(python ? { python: { specifier: python, at: topOf(file) } } : {}),
  };
}

function keySpan(text: string, key: string, from: number): Span | undefined {
  const quoted = JSON.stringify(key);
  const start = text.indexOf(`${quoted}:`, from);
  return start < 0 ? undefined : { start, end: start + quoted.length };
}
