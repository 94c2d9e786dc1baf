/** What CPython's parser does where a rule of the grammar fits: mostly, to say what is wrong. */
import { reprText } from '../../evaluate/library/python-text.js';
import { escapeProblem, stringProblem } from '../string-refusals.js';
import {
  expressionName,
  firstToken,
  isToken,
  isTree,
  itemsOf,
  type Purpose,
  textOf,
  wrongTarget,
} from './expression-names.js';
import { type Action, type Parse, type Read, Refusal } from './pieces.js';
import type { Mistake, Token } from './token.js';

type Named = ReadonlyMap<string, Read>;

/** The action that a line of the grammar names: a word, and what it is given. */
export function readAction(words: string): Action {
  const [, what = '', label = '', message = ''] = /^(\w+)(?: (\w+))?(?:: (.*))?$/.exec(words) ?? [];
  const act = actions[what];
  if (act) return (parse, named) => act(parse, named.get(label) ?? null, named, label);
  return (parse, named) => {
    const it = named.get('a') ?? null;
    const text = message.replace(/\{a(\.line)?\}/, (_, line) =>
      line === undefined ? expressionName(it) : String(lineOf(parse, it)),
    );
    const at = what === 'at' ? startOf(it) : what === 'next' ? parse.peek().start : lastOf(parse);
    return tell(text, at, what === 'indent' ? 'IndentationError' : 'SyntaxError');
  };
}

function tell(message: string, at: number, type: Mistake['type'] = 'SyntaxError'): never {
  throw new Refusal({ type, message, at }, false);
}

const startOf = (read: Read): number => firstToken(read)?.start ?? 0;
/** CPython names the line of the last token that it has read, wherever it looks. */
const lastOf = (parse: Parse): number => parse.tokens.at(-1)?.start ?? 0;
const lineOf = (parse: Parse, read: Read): number => parse.text.slice(0, startOf(read)).split('\n').length;

const isLegacy = (parse: Parse, read: Read): boolean =>
  isToken(read) && read.key === 'NAME' && /^(?:print|exec)$/.test(textOf(parse, read));

function target(purpose: Purpose, verb: string) {
  return (_: Parse, it: Read): undefined => {
    const wrong = wrongTarget(it, purpose);
    if (wrong !== null) tell(`cannot ${verb} ${expressionName(wrong)}`, startOf(wrong));
  };
}

/** What is done, given what its label names, all that is named, and the label itself. */
const actions: Readonly<Record<string, (parse: Parse, it: Read, named: Named, label: string) => Read | undefined>> = {
  give: (_, it) => it,
  assigned: target('assign', 'assign to'),
  looped: target('loop', 'assign to'),
  deleted: target('delete', 'delete'),
  comma(parse, it) {
    if (isLegacy(parse, it) || parse.tokens[parse.mark - 1]?.level === 0) return undefined;
    return tell('invalid syntax. Perhaps you forgot a comma?', startOf(it));
  },
  legacy(parse, it) {
    if (!isLegacy(parse, it)) return undefined;
    const name = textOf(parse, it);
    return tell(`Missing parentheses in call to '${name}'. Did you mean ${name}(...)?`, startOf(it));
  },
  generator(_, it) {
    const places = itemsOf(it).filter((one) => !isKeyword(one));
    const last = places.at(-1);
    return places.length <= 1 || !last ? undefined : tell('Generator expression must be parenthesized', startOf(last));
  },
  positional(parse, it) {
    const unpacks = itemsOf(it).some((one) => isTree(one) && one.kind === 'unpacking');
    return tell(`positional argument follows keyword argument${unpacks ? ' unpacking' : ''}`, lastOf(parse));
  },
  bound(_, __, named, label) {
    const what = expressionName(named.get('b') ?? null) === 'tuple' ? 'constraints' : 'bound';
    return tell(`cannot use ${what} with ${label}`, startOf(named.get('a') ?? null));
  },
  real(parse, it) {
    return /[jJ]$/.test(textOf(parse, it)) ? tell('real number required in complex literal', startOf(it)) : it;
  },
  imaginary(parse, it) {
    return /[jJ]$/.test(textOf(parse, it)) ? it : tell('imaginary number required in complex literal', startOf(it));
  },
  adjoining(_, __, named) {
    const [mark, name] = [named.get('a') ?? null, named.get('b') ?? null];
    if (isToken(mark) && mark.end !== startOf(name))
      tell('f-string: conversion type must come right after the exclamanation mark', startOf(mark));
    return name;
  },
  /** Which conversion it is, is asked once the whole field is read. */
  field(parse, _, named) {
    const [brace, name] = [firstToken(named.get('a') ?? null), named.get('b') ?? null];
    const field: Read = { kind: 'field', first: brace as Token, parts: [] };
    if (!isToken(name)) return field;
    const text = textOf(parse, name);
    if (!/^[sra]$/.test(text))
      tell(`f-string: invalid conversion character ${reprText(text)}: expected 's', 'r', or 'a'`, startOf(name));
    return field;
  },
  string(parse, _, named) {
    const it = named.get('a') ?? null;
    const source = textOf(parse, it);
    const problem = stringProblem(source);
    if (problem === undefined) return it;
    return tell(problem, problem.startsWith('bytes') ? startOf(it) : lastOf(parse));
  },
  formatted(parse, _, named) {
    const opening = textOf(parse, named.get('a') ?? null);
    const parts = itemsOf(named.get('b') ?? null);
    for (const part of parts) {
      if (!isToken(part)) continue;
      const problem = escapeProblem(opening.toLowerCase(), textOf(parse, part));
      if (problem !== undefined) tell(problem, lastOf(parse));
    }
    return { kind: 'f string expression', first: firstToken(named.get('a') ?? null) as Token, parts };
  },
  strings(parse, _, named) {
    const parts = named.get('a') as readonly Read[];
    const bytes = parts.filter((part) => isToken(part) && /^[rR]?[bB]/.test(textOf(parse, part)));
    if (bytes.length > 0 && bytes.length < parts.length) tell('cannot mix bytes and nonbytes literals', lastOf(parse));
    const kind = parts.some(isTree) ? 'f string expression' : 'literal';
    return { kind, first: firstToken(parts) as Token, parts };
  },
};

const isKeyword = (read: Read): boolean => isTree(read) && (read.kind === 'keyword' || read.kind === 'unpacking');
