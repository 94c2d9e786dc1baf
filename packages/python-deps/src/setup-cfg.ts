/** Reads the dependencies of setup.cfg, line by line, so that each keeps its place. */
import type { SourceFile, Span } from '@django-golive/core';
import {
  type Declaration,
  declare,
  emptyReading,
  type Inclusion,
  type Problem,
  type Purpose,
  type PythonDemand,
  type Reading,
} from './declaration.js';
import { kindOfGroup } from './dependency-groups.js';
import { parseRequirement } from './requirement.js';

interface Value {
  readonly section: string;
  readonly key: string;
  readonly text: string;
  readonly span: Span;
  /** The whole value stands on its key's line. */
  readonly alone: boolean;
}

/** Reads one file. Never throws. */
export function readSetupCfg(file: SourceFile): Reading {
  const declarations: Declaration[] = [];
  const includes: Inclusion[] = [];
  const problems: Problem[] = [];
  let python: PythonDemand | undefined;
  for (const value of valueLines(file.text)) {
    const { section, key, text, span } = value;
    const at = file.at(span);
    if (section === 'options' && key === 'python_requires') python ??= { specifier: text, at };
    const place = placeOf(section, key);
    if (!place) continue;
    const listed = /^file:\s*(.+)$/.exec(text)?.[1];
    if (listed !== undefined) {
      for (const path of listed.split(','))
        includes.push({ path: path.trim(), constraint: false, kind: place.kind, at });
      continue;
    }
    for (const item of itemsOf(value)) {
      const where = file.at(item.span);
      const { requirement, why } = parseRequirement(item.text);
      if (why !== undefined && !/^attr:/.test(text)) problems.push({ at: where, why });
      if (requirement && why === undefined)
        declarations.push(declare(requirement, { at: where, declared: item.text, ...place }));
    }
  }
  return { ...emptyReading(file.path, 'setup-cfg'), declarations, includes, problems, ...(python ? { python } : {}) };
}

/** setuptools splits a list by its lines, and one that has a single line at semicolons (`_parse_list`). */
function itemsOf({ text, span, alone }: Value): readonly Pick<Value, 'text' | 'span'>[] {
  if (!alone) return [{ text, span }];
  return [...text.matchAll(/[^;]+/g)].flatMap((match) => {
    const item = match[0].trim();
    const start = span.start + match.index + match[0].indexOf(item);
    return item === '' ? [] : [{ text: item, span: { start, end: start + item.length } }];
  });
}

function placeOf(section: string, key: string): Purpose | undefined {
  if (section === 'options' && key === 'install_requires') return { kind: 'runtime' };
  if (section === 'options' && key === 'tests_require') return { kind: 'dev', group: 'test' };
  return section === 'options.extras_require' ? { kind: kindOfGroup(key), group: key, extra: true } : undefined;
}

/** Every line of every value; a value may begin on its key's line or below it, indented. */
function* valueLines(text: string): Iterable<Value> {
  let section = '';
  let key = '';
  let start = 0;
  const lines = text.split('\n');
  for (const [at, raw] of lines.entries()) {
    const line = raw.replace(/\r$/, '');
    const heading = /^\[([^\]]+)\]/.exec(line);
    const pair = /^([^\s#;[=:][^=:]*?)\s*[=:]/.exec(line);
    if (heading?.[1]) {
      section = heading[1].trim();
      key = '';
    } else if (pair?.[1]) {
      key = pair[1].trim().replaceAll('-', '_');
      yield* piecesOf(line.slice(pair[0].length), start + pair[0].length, endsAt(at));
    } else if (/^\s/.test(line) && key !== '') {
      yield* piecesOf(line, start, false);
    }
    start += raw.length + 1;
  }

  /** Whether no line below goes on with the value; comments and blank lines do not. */
  function endsAt(at: number): boolean {
    for (let next = at + 1; next < lines.length; next += 1) {
      const line = lines[next] ?? '';
      if (/^\S/.test(line) && !/^[#;]/.test(line)) return true;
      if (!/^\s*(?:[#;]|$)/.test(line)) return false;
    }
    return true;
  }

  function* piecesOf(value: string, offset: number, alone: boolean): Iterable<Value> {
    const code = value.replace(/(^|\s)[#;].*$/, (whole, before: string) =>
      whole.includes('#') || before === '' ? '' : whole,
    );
    const trimmed = code.trim();
    if (trimmed === '') return;
    const begin = offset + code.indexOf(trimmed);
    yield { section, key, text: trimmed, span: { start: begin, end: begin + trimmed.length }, alone };
  }
}
