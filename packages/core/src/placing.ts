/** Where the code of a remedy goes, and the edits that put it there: a person, a tool and the tests do the same. */
import type { Checked } from './check.js';
import { attempt, eachProblem } from './doubt.js';
import type { FactReader } from './fact.js';
import { type Settings, settings } from './facts/settings.js';
import { overrideAtEnd } from './override-at-end.js';
import type { Edit, Place, Remedy, Verdict } from './rule.js';
import { hasImport } from './rules/settings/environment-style.js';
import { type Location, lineSpan, type Project, type SourceFile } from './source.js';

/** Statements that can stand at the end of a settings file as they are. */
const settingsLine = /^(?:(?:import|from)\s|[A-Z][A-Z0-9_]*(?:\[[^\]]+\]|\.\w+\([^)]*\))*\s*\+?=|\s|[)\]}]|#|$)/;

/** The same verdicts, each remedy with its place, and with the edits where that place is exact. */
export function placed(checked: readonly Checked[], project: Project, read: FactReader): readonly Checked[] {
  const { files = [], overrides = [] } = attempt(() => read(settings)) ?? {};
  return checked.map((item) => eachProblem(item, (verdict) => withPlace(verdict, project, files, overrides)));
}

function withPlace(
  verdict: Verdict,
  project: Project,
  settingsFiles: readonly string[],
  overrides: Settings['overrides'],
): Verdict {
  const { remedy, fix } = verdict;
  if (remedy?.code === undefined) return verdict;
  const at = remedy.at ?? verdict.about.at;
  const file = project.file(remedy.path ?? at.path);
  const wanted = remedy.place ?? placeOf(remedy, at, project, settingsFiles);
  const before =
    wanted === 'end' && file && settingsFiles.includes(file.path) ? overrideAtEnd(file, overrides) : undefined;
  if (before) return withPlace({ ...verdict, remedy: { ...remedy, place: 'before', at: before } }, project, [], []);
  const place =
    wanted === 'end' && !file
      ? 'file'
      : wanted === 'instead' && file && sharesItsLine(file, at, remedy.code)
        ? 'part'
        : wanted;
  const edits = fix ? [] : editsOf(remedy, place, at, file);
  return {
    ...verdict,
    remedy: { ...remedy, place },
    ...(edits.length > 0 ? { fix: { title: remedy.summary, safety: 'review', edits } } : {}),
  };
}

/** What follows from the code and the file. */
function placeOf(
  { code = '', language, path }: Remedy,
  at: Location,
  project: Project,
  settings: readonly string[],
): Place {
  if (language === 'bash') return 'terminal';
  if (path === undefined) return 'part';
  const file = project.file(path);
  if (!file) return 'file';
  if (code.includes('…') || language !== 'python' || !settings.includes(path)) return 'part';
  const lines = code.split('\n');
  if (!lines.every((line) => settingsLine.test(line))) return 'part';
  const assigned = lines.flatMap((line) => /^([A-Z]\w*) = /.exec(line)?.[1] ?? []);
  const there = file.text.slice(at.span.start, at.span.end);
  const same = at.path === path && assigned.length === 1 && new RegExp(`^${assigned[0]}\\s*=[^=]`).test(there);
  return same ? 'instead' : 'end';
}

function editsOf(
  { code = '', language, path }: Remedy,
  place: Place,
  at: Location,
  file: SourceFile | undefined,
): readonly Edit[] {
  if (place === 'file' && path !== undefined) return [{ at: nowhere(path), text: `${code}\n` }];
  if (!file || place === 'terminal' || place === 'part') return [];
  const { imports, body } = language === 'python' ? split(code) : { imports: [], body: code };
  const missing = imports.filter((line) => !hasImport(file.text, line));
  const edit = place === 'end' ? atEnd(file, body) : beside(file, place, at, body);
  if (missing.length === 0) return [edit];
  const start = beginning(file.text);
  const first = { at: file.at({ start, end: start }), text: `${missing.join('\n')}\n` };
  return body.trim() === '' ? [first] : [first, edit];
}

/** Whether there is nothing to replace on a line that says something else, as where a call made the setting, or a statement would stand beside another. */
function sharesItsLine({ path, text }: SourceFile, { start, end, span }: Location, code: string): boolean {
  const before = text.slice(lineSpan(text, start.line).start, span.start).trim();
  const after = text.slice(span.end, lineSpan(text, end.line).end).trim();
  if (span.start === span.end) return before !== '' || after !== '';
  return (
    path.endsWith('.py') && statement.test(code) && ((before !== '' && !before.endsWith(';')) || /^[^#;]/.test(after))
  );
}

const statement = /^(?:[A-Z][A-Z0-9_]*(?:\[[^\]\n]*\])* \+?= |import |from \w)/;

/** The place of a file that is not there. */
const nowhere = (path: string): Location => ({
  path,
  span: { start: 0, end: 0 },
  start: { line: 1, column: 1 },
  end: { line: 1, column: 1 },
});

/** The imports that code begins with belong at the beginning of its file. */
function split(code: string): { readonly imports: readonly string[]; readonly body: string } {
  const lines = code.split('\n');
  const found = lines.findIndex((line) => !/^(?:(?:import|from) .*|)$/.test(line));
  const first = found < 0 ? lines.length : found;
  return { imports: lines.slice(0, first).filter((line) => line !== ''), body: lines.slice(first).join('\n') };
}

/** Where the imports of a Python file begin: behind what introduces it. */
function beginning(text: string): number {
  const head =
    /^(?:#.*\n|[ \t]*\n|[rR]?"""[\s\S]*?"""[^\n]*\n|[rR]?'''[\s\S]*?'''[^\n]*\n|from __future__ .*\n)*/.exec(
      text,
    )?.[0] ?? '';
  const first = text.search(/^(?:import|from) (?!__future__)/m);
  return first < 0 ? head.length : Math.max(first, head.length);
}

function atEnd(file: SourceFile, body: string): Edit {
  const end = file.text.length;
  const glued = end > 0 && !file.text.endsWith('\n');
  return { at: file.at({ start: end, end }), text: `${glued ? '\n' : ''}${body}\n` };
}

/** Code that begins with white space is indented already, and stands for whole lines. */
function beside(file: SourceFile, place: Place, at: Location, body: string): Edit {
  const { text } = file;
  const [first, last] = [lineSpan(text, at.start.line), lineSpan(text, at.end.line)];
  const indent = /^[ \t]*/.exec(text.slice(first.start, first.end))?.[0] ?? '';
  const whole = /^\s/.test(body);
  const code = whole ? body : body.replace(/\n(?=.)/g, `\n${indent}`);
  const own = whole ? '' : indent;
  if (place === 'before') return { at: file.at({ start: first.start, end: first.start }), text: `${own}${code}\n` };
  if (place === 'after') return { at: file.at({ start: last.end, end: last.end }), text: `\n${own}${code}` };
  const start = at.span.start + (/^[ \t]*/.exec(text.slice(at.span.start, at.span.end))?.[0].length ?? 0);
  return { at: file.at(whole ? { start: first.start, end: last.end } : { start, end: at.span.end }), text: code };
}
