/**
 * Expands templates of Python into text. A template is Python with holes:
 * `<int>` an expression of that kind; `<any:x=int>` one that may use `x`; `<=int>` a name to assign, known afterwards;
 * `<@list>` a variable that is there; `<!f>` one fresh name throughout the template; `<block>` and `<block:x=int>` statements.
 */

import type { Random } from './random.js';
import { freshTarget, type Kind, suits, type Variable, withVariable } from './scope.js';

/** What there is to choose from, by kind. */
export interface Grammar {
  readonly expressions: Readonly<Record<Kind, readonly string[]>>;
  /** Texts without holes, for where a program must come to an end. */
  readonly leaves: Readonly<Record<Kind, (random: Random) => string>>;
  readonly statements: readonly string[];
}

/** Where an expansion stands. */
export interface Place {
  readonly random: Random;
  readonly grammar: Grammar;
  readonly variables: readonly Variable[];
  /** How many expressions or statements may still be nested. */
  readonly depth: number;
  /** Gives a number that was not given before. */
  readonly serial: () => number;
  /** Statements may use `return` and the like here. */
  readonly inside: ReadonlySet<'function' | 'loop'>;
}

/** A text, and the names that it binds. */
export interface Expanded {
  readonly text: string;
  readonly bound: readonly Variable[];
}

const hole = /<([=@!]?)([A-Za-z_]+)((?::[a-z_]+=[a-z]+)*)>/g;
/** How often a hole gets what it was not meant for. */
const wild = 0.02;

/** An expression of a kind. */
export function expression(kind: Kind, place: Place): string {
  const { random, grammar, variables, depth } = place;
  if (!kind.startsWith('raw_') && random.chance(wild)) return expressionOf('any', place);
  const fitting = variables.filter((variable) => suits(kind, variable));
  if (fitting.length > 0 && random.chance(depth <= 0 ? 0.6 : 0.3)) return random.pick(fitting).name;
  const templates = grammar.expressions[kind];
  const leaf = grammar.leaves[kind];
  if (leaf && (depth <= 0 || !templates || random.chance(0.25))) return leaf(random);
  return expressionOf(kind, place);
}

function expressionOf(kind: Kind, place: Place): string {
  const templates = place.grammar.expressions[kind];
  if (!templates) throw new RangeError(`No kind ${kind}`);
  return expand(place.random.pick(templates), place).text;
}

/** A template with its holes filled. `afterLoop` is what statements may use after the `else:` of a loop, which is no part of it. */
export function expand(template: string, place: Place, afterLoop = place.inside): Expanded {
  const bound: Variable[] = [];
  const fresh = new Map<string, string>();
  const text = template.replace(hole, (whole, how: string, kind: Kind, extras: string, at: number) => {
    const variables = [...extras.matchAll(/:([a-z_]+)=([a-z]+)/g)].reduce<readonly Variable[]>(
      (all, [, name = '', of = '']) => withVariable(all, fresh.get(name) ?? name, of),
      place.variables,
    );
    const isAfter = template.lastIndexOf('\nelse:', at) >= 0;
    const inside = isAfter ? afterLoop : place.inside;
    const inner = { ...place, inside, variables, depth: place.depth - 1 };
    if (how === '=') {
      const name = targetOf(kind, place);
      bound.push({ name, kind });
      return name;
    }
    if (how === '!') {
      const name = fresh.get(kind) ?? `${kind}${place.serial()}`;
      fresh.set(kind, name);
      return name;
    }
    if (how === '@') return placeholderOr(kind, inner);
    // A named group of a regular expression looks like a hole.
    if (kind !== 'block' && !place.grammar.expressions[kind] && !place.grammar.leaves[kind]) return whole;
    if (kind === 'block') return indented(block(inner), indentOf(template, at));
    return fitted(expression(kind, inner), template, at, whole.length, place.random);
  });
  return { text, bound };
}

function placeholderOr(kind: Kind, place: Place): string {
  const fitting = place.variables.filter((variable) => suits(kind, variable));
  return fitting.length > 0 ? place.random.pick(fitting).name : expression(kind, { ...place, depth: 0 });
}

/** A name to assign: often one that is there, mostly of the same kind. */
function targetOf(kind: Kind, { random, variables }: Place): string {
  const assignable = variables.filter(({ name }) => /^[A-Za-z]\w*$/.test(name) && !/^[a-z]+\d/.test(name));
  const same = assignable.filter((variable) => variable.kind === kind);
  if (same.length > 0 && random.chance(0.4)) return random.pick(same).name;
  return freshTarget(random);
}

/** Some statements, one a line or more; what they bind is known to those after them. */
export function block(place: Place): string {
  const { random } = place;
  const count = 1 + random.below(3);
  const lines: string[] = [];
  let { variables } = place;
  for (let index = 0; index < count; index += 1) {
    const { text, bound } = statement({ ...place, variables });
    lines.push(text);
    for (const { name, kind } of bound) variables = withVariable(variables, name, kind);
  }
  const { inside } = place;
  if (inside.has('loop') && random.chance(0.15))
    lines.push(
      `if ${expression('cond', { ...place, variables, depth: 1 })}:\n    ${random.pick(['break', 'continue'])}`,
    );
  if (inside.has('function') && random.chance(0.15)) lines.push(`return ${expression('any', { ...place, variables })}`);
  return lines.join('\n');
}

/** A statement that fits what may still be nested. */
export function statement(place: Place): Expanded {
  const { grammar } = place;
  const simple = grammar.statements.filter((template) => !template.includes('<block'));
  const template = fittingTemplate(place.depth > 0 ? grammar.statements : simple, place);
  const loop = /^(for|while) /.test(template);
  const inside = new Set(place.inside);
  if (loop) inside.add('loop');
  else if (/^(async )?def |^class /.test(template)) inside.delete('loop');
  if (/^def /.test(template)) inside.add('function');
  return expand(template, { ...place, inside }, loop ? place.inside : inside);
}

/** One whose variables are there. */
function fittingTemplate(templates: readonly string[], { random, variables }: Place): string {
  for (let tries = 0; tries < 20; tries += 1) {
    const template = random.pick(templates);
    const needed = [...template.matchAll(/<@([a-z]+)>/g)].map(([, kind = '']) => kind);
    if (needed.every((kind) => variables.some((variable) => suits(kind, variable)))) return template;
  }
  return 'pass';
}

const indentOf = (template: string, at: number) => / *$/.exec(template.slice(0, at))?.[0] ?? '';
const indented = (text: string, indent: string) => text.replaceAll('\n', `\n${indent}`);

/** An expression in parentheses where it would not hold together, and mostly where it need not. */
function fitted(text: string, template: string, at: number, length: number, random: Random): string {
  const before = template.slice(0, at).trimEnd().at(-1) ?? '';
  const rest = template.slice(at + length);
  const after = rest.trimStart().at(0) ?? '';
  if (/^\d/.test(text) && rest.startsWith('.')) return `(${text})`;
  // In an f-string two braces would be one that is meant.
  if (template[at - 1] === '{' && text.startsWith('{')) return ` ${text}`;
  if (isTight(text)) return text;
  const clumsy = /^(lambda|not|yield)\b|:=|\bif\b.*\belse\b|^\*/.test(text);
  const apart = (before === '' || '([{,=:'.includes(before)) && (after === '' || ')]},:\n'.includes(after));
  if (apart && !/:=|^\*/.test(text) && !(clumsy && /[:]/.test(before + after))) return text;
  if (before === '(' && after === ')') return text;
  return clumsy || !random.chance(0.25) ? `(${text})` : text;
}

/** Whether a text is one operand whatever stands beside it. */
function isTight(text: string): boolean {
  let depth = 0;
  let quote = '';
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index] as string;
    if (quote !== '') {
      if (char === '\\') index += 1;
      else if (text.startsWith(quote, index)) {
        index += quote.length - 1;
        quote = '';
      }
    } else if (char === '"' || char === "'") {
      quote = text.startsWith(char.repeat(3), index) ? char.repeat(3) : char;
      index += quote.length - 1;
    } else if ('([{'.includes(char)) depth += 1;
    else if (')]}'.includes(char)) depth -= 1;
    else if (depth === 0 && !/[\w.]/.test(char)) return false;
  }
  return true;
}
