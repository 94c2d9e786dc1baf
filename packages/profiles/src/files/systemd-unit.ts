/** systemd unit files, as systemd reads them: repeated keys, quoting, no shell. */
import type { Location, SourceFile } from '@django-golive/core';
import { type Invocation, invocationsOfLine } from './invocation.js';
import { filledText, withoutTemplateEnding } from './template-holes.js';

/** One `Key=value` line. */
export interface UnitEntry {
  readonly section: string;
  readonly key: string;
  readonly value: string;
  readonly at: Location;
}

/** A unit. */
export interface SystemdUnit {
  readonly path: string;
  /** `celery.service`. */
  readonly name: string;
  readonly entries: readonly UnitEntry[];
  /** The last entry of a key; an empty one resets what came before. */
  get(key: string): UnitEntry | undefined;
  all(key: string): readonly UnitEntry[];
  /** The program of its last ExecStart. */
  readonly start: Invocation | undefined;
  readonly variables: readonly { readonly name: string; readonly value: string; readonly at: Location }[];
  readonly environmentFiles: readonly { readonly path: string; readonly optional: boolean; readonly at: Location }[];
}

/** Read a unit file. */
export function readSystemdUnit(file: SourceFile): SystemdUnit {
  const entries = entriesOf(file);
  const all = (key: string): readonly UnitEntry[] => {
    const found = entries.filter((entry) => entry.key === key);
    const reset = found.map((entry) => entry.value).lastIndexOf('');
    return found.slice(reset + 1);
  };
  const get = (key: string): UnitEntry | undefined => all(key).at(-1);
  const command = get('ExecStart');
  return {
    path: file.path,
    name: withoutTemplateEnding(file.path.slice(file.path.lastIndexOf('/') + 1)),
    entries,
    get,
    all,
    // The prefixes `-`, `@`, `+`, `!` are systemd's, not the program's.
    start: command
      ? invocationsOfLine(command.value.replace(/^[-@:+!|]+/, ''))
          .map((item) => ({ ...item, span: command.at.span }))
          .at(-1)
      : undefined,
    variables: all('Environment').flatMap((entry) =>
      assignmentsOf(entry.value).map((item) => ({ ...item, at: entry.at })),
    ),
    environmentFiles: all('EnvironmentFile').map((entry) => ({
      path: entry.value.replace(/^-/, ''),
      optional: entry.value.startsWith('-'),
      at: entry.at,
    })),
  };
}

function entriesOf(file: SourceFile): readonly UnitEntry[] {
  const entries: UnitEntry[] = [];
  // A template with branches says nothing for certain.
  const text = filledText(file) ?? '';
  let section = '';
  let index = 0;
  while (index < text.length) {
    const lineEnd = (from: number): number => {
      const end = text.indexOf('\n', from);
      return end < 0 ? text.length : end;
    };
    let end = lineEnd(index);
    const first = text.slice(index, end);
    const comment = /^\s*[#;]/.test(first);
    while (!comment && end < text.length && /\\\r?$/.test(text.slice(Math.max(index, end - 2), end)))
      end = lineEnd(end + 1);
    const line = text.slice(index, end);
    const header = /^\s*\[([^\]]+)\]/.exec(line);
    const match = /^\s*([A-Za-z][\w-]*)\s*=\s*([\s\S]*)$/.exec(line.trimEnd());
    if (header) section = header[1] ?? '';
    else if (!comment && match) {
      const value = (match[2] ?? '').replace(/\\\r?\n\s*/g, ' ').trim();
      entries.push({
        section,
        key: match[1] ?? '',
        value,
        at: file.at({ start: index + line.length - line.trimStart().length, end: index + line.trimEnd().length }),
      });
    }
    index = end + 1;
  }
  return entries;
}

function assignmentsOf(value: string): readonly { readonly name: string; readonly value: string }[] {
  return [
    ...value.matchAll(/"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|((?:[^\s"'\\]|\\.|"(?:\\.|[^"\\])*"|'[^']*')+)/g),
  ].flatMap((match) => {
    const text = (match[1] ?? match[2] ?? match[3] ?? '').replace(/\\(.)/g, '$1');
    const sign = text.indexOf('=');
    return sign > 0 ? [{ name: text.slice(0, sign), value: text.slice(sign + 1).replace(/^(["'])(.*)\1$/, '$2') }] : [];
  });
}
