/** Dockerfiles as stages of instructions with places; the only file that knows the parser. */
import { type Location, lineStarts, type SourceFile, type Span } from '@django-golive/core';
import { DockerfileParser } from 'dockerfile-ast';
import { type Invocation, invocationsOfLine, invocationsOfWords } from './invocation.js';
import type { Word } from './shell-tokens.js';
import { expandVariables } from './variable-expansion.js';

/** One instruction of a Dockerfile. */
export interface DockerInstruction {
  /** In capitals: `RUN`. */
  readonly keyword: string;
  /** What follows the keyword and its flags, without comment lines; offsets are kept by blanks. */
  readonly text: string;
  readonly span: Span;
  readonly at: Location;
  /** `--mount=…`, `--from=…`, by name without dashes; a repeated flag keeps all its values. */
  readonly flags: ReadonlyMap<string, readonly string[]>;
  /** The words of a JSON array, for instructions that take one. */
  readonly words?: readonly Word[];
}

/** `FROM … AS …` and what follows it. */
export interface DockerStage {
  readonly index: number;
  readonly name?: string;
  /** The image with build arguments' defaults filled in; as written where they have none. */
  readonly image: string;
  /** Whether `image` still holds a variable. */
  readonly variable: boolean;
  readonly at: Location;
  /** The earlier stage it builds on, where it does. */
  readonly parent?: DockerStage;
  readonly instructions: readonly DockerInstruction[];
}

/** A Dockerfile that could be read. */
export interface Dockerfile {
  readonly path: string;
  readonly file: SourceFile;
  readonly stages: readonly DockerStage[];
  /** The defaults of build arguments before the first stage; a stage gets them by an `ARG` of the same name. */
  readonly defaults: ReadonlyMap<string, string>;
}

const maximumSize = 200_000;

/** Read a Dockerfile; `undefined` where the text has no stage. */
export function readDockerfile(file: SourceFile): Dockerfile | undefined {
  const text = file.text;
  if (text.length > maximumSize) return undefined;
  const instructions = instructionsOf(file);
  const defaults = new Map<string, string>();
  const stages: DockerStage[] = [];
  const named = new Map<string, DockerStage>();
  let current: { stage: DockerStage; instructions: DockerInstruction[] } | undefined;
  for (const instruction of instructions) {
    if (instruction.keyword === 'ARG' && !current) {
      const match = /^\s*(\w+)\s*=\s*["']?([^"'\s]*)/.exec(instruction.text);
      if (match) defaults.set(match[1] ?? '', match[2] ?? '');
    } else if (instruction.keyword === 'FROM') {
      const parts = /^\s*(\S+)(?:\s+as\s+(\S+))?/i.exec(instruction.text);
      if (!parts) continue;
      const expanded = expandVariables(parts[1] ?? '', (name) => defaults.get(name));
      const parent = named.get((expanded.text ?? parts[1] ?? '').toLowerCase());
      const list: DockerInstruction[] = [];
      const stage: DockerStage = {
        index: stages.length,
        image: expanded.text ?? parts[1] ?? '',
        variable: expanded.text === undefined,
        at: instruction.at,
        instructions: list,
        ...(parts[2] === undefined ? {} : { name: parts[2] }),
        ...(parent ? { parent } : {}),
      };
      stages.push(stage);
      if (stage.name !== undefined) named.set(stage.name.toLowerCase(), stage);
      current = { stage, instructions: list };
    } else current?.instructions.push(instruction);
  }
  return stages.length === 0 ? undefined : { path: file.path, file, stages, defaults };
}

/** The programs that a RUN, CMD, ENTRYPOINT or HEALTHCHECK starts. */
export function invocationsOf(instruction: DockerInstruction): readonly Invocation[] {
  if (instruction.words) return invocationsOfWords(instruction.words);
  const heredoc = /^\s*<<-?\s*["']?(\w+)["']?[^\n]*\n/.exec(instruction.text);
  if (!heredoc) return invocationsOfLine(instruction.text, instruction.span.start);
  const body = instruction.text.slice(heredoc[0].length).replace(new RegExp(`\\n[^\\S\\n]*${heredoc[1]}\\s*$`), '\n');
  return invocationsOfLine(body, instruction.span.start + heredoc[0].length);
}

/** The instructions that made the file system and configuration of a stage, those of the stages it builds on first. */
export function lineage(stage: DockerStage): readonly DockerStage[] {
  const chain: DockerStage[] = [];
  for (let part: DockerStage | undefined = stage; part; part = part.parent) chain.unshift(part);
  return chain;
}

function instructionsOf(file: SourceFile): readonly DockerInstruction[] {
  const text = file.text;
  const starts = lineStarts(text);
  const offset = (position: { line: number; character: number }): number =>
    Math.min(text.length, (starts[position.line] ?? text.length) + position.character);
  try {
    return DockerfileParser.parse(text)
      .getInstructions()
      .map((instruction) => {
        const range = instruction.getRange();
        const keywordEnd = offset(instruction.getInstructionRange().end);
        const span = { start: offset(range.start), end: offset(range.end) };
        const raw = withoutComments(text.slice(keywordEnd, span.end));
        const { flags, length } = flagsOf(raw);
        const body = raw.slice(length);
        const start = keywordEnd + length;
        const words = /^(CMD|ENTRYPOINT|RUN|SHELL|HEALTHCHECK|VOLUME|COPY|ADD)$/i.test(instruction.getKeyword())
          ? jsonWords(body, start)
          : undefined;
        return {
          keyword: instruction.getKeyword().toUpperCase(),
          text: body,
          span: { start, end: span.end },
          at: file.at(span),
          flags,
          ...(words ? { words } : {}),
        };
      });
  } catch {
    // The parser's own failure on a broken file leaves the file unread, never the audit.
    return [];
  }
}

/** Comment lines inside a continued instruction are no part of it; blanks keep the offsets. */
function withoutComments(raw: string): string {
  return raw
    .replace(/(\n)([ \t]*#[^\n]*(?:\n|$))/g, (_whole, newline: string, comment: string) => newline + blank(comment))
    .replace(/(\\\r?\n)((?:[ \t]*\r?\n)+)/g, (_whole, before: string, empty: string) => before + blank(empty));
}

function blank(text: string): string {
  return ' '.repeat(text.length);
}

function flagsOf(raw: string): { flags: ReadonlyMap<string, readonly string[]>; length: number } {
  const flags = new Map<string, readonly string[]>();
  const pattern = /^(?:\s|\\\r?\n)*--([\w-]+)(?:=(\S+))?/;
  let length = 0;
  for (let match = pattern.exec(raw); match; match = pattern.exec(raw.slice(length))) {
    const name = match[1] ?? '';
    flags.set(name, [...(flags.get(name) ?? []), match[2] ?? '']);
    length += match[0].length;
  }
  return { flags, length };
}

function jsonWords(body: string, offset: number): readonly Word[] | undefined {
  const healthcheck = /^\s*CMD\s+/i.exec(body)?.[0].length ?? 0;
  const text = body.slice(healthcheck).replace(/\\\r?\n/g, (part) => blank(part));
  if (!/^\s*\[/.test(text)) return undefined;
  let values: unknown;
  try {
    values = JSON.parse(text);
  } catch {
    // Docker reads an array that is no JSON as a shell line.
    return undefined;
  }
  if (!Array.isArray(values) || !values.every((value) => typeof value === 'string')) return undefined;
  const spans = [...text.matchAll(/"(?:\\.|[^"\\])*"/g)].map((match) => ({
    start: offset + healthcheck + match.index + 1,
    end: offset + healthcheck + match.index + match[0].length - 1,
  }));
  return values.map((value: string, index) => ({
    text: value,
    span: spans[index] ?? { start: offset, end: offset },
    literal: true,
  }));
}
