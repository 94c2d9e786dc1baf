/** Makes programs out of recorded cases: changes a case a little, or puts a piece of another case into it. */
import type { Corpus } from './corpus.js';
import { expression, type Grammar, statement } from './expand.js';
import { environmentValues } from './literals.js';
import {
  allBlocks,
  allExpressions,
  lineStart,
  type Piece,
  reindented,
  replaced,
  statementsOf,
  wholeLines,
} from './nodes.js';
import type { Program } from './program.js';
import type { Random } from './random.js';

const operators = ['+', '-', '*', '//', '%', '/', '**', '&', '|', '^', '<<', '>>', '@'];
const comparisons = ['==', '!=', '<', '<=', '>', '>=', 'in', 'not in', 'is', 'is not'];
const attributes = [
  'append',
  'extend',
  'insert',
  'pop',
  'remove',
  'update',
  'get',
  'setdefault',
  'keys',
  'values',
  'items',
  'copy',
  'split',
  'rsplit',
  'strip',
  'join',
  'replace',
  'format',
  'lower',
  'upper',
  'title',
  'startswith',
  'endswith',
  'partition',
  'count',
  'index',
  'find',
  'sort',
  'reverse',
  'add',
  'union',
  'parent',
  'name',
  'encode',
  'decode',
  'clear',
  'splitlines',
  'isdigit',
];

/** A case, changed in one to five places. */
export function mutateProgram(cases: Corpus, random: Random, grammar: Grammar): Program {
  let { files, env } = cases.pick(random);
  for (let count = 1 + random.below(5); count > 0; count -= 1) {
    if (random.chance(0.06) && Object.keys(env).length > 0) {
      env = { ...env, [random.pick(Object.keys(env))]: random.pick(environmentValues) };
      continue;
    }
    const paths = Object.keys(files).filter((path) => path.endsWith('.py') && files[path] !== '');
    if (paths.length === 0) break;
    const path = random.pick(paths);
    const donor = random.chance(0.5) ? { files, env } : cases.pick(random);
    const donated = random.pick(Object.entries(donor.files).filter(([name]) => name.endsWith('.py')))[1];
    files = { ...files, [path]: mutateText(files[path] ?? '', donated, random, grammar) };
  }
  return { files, env };
}

function mutateText(text: string, donor: string, random: Random, grammar: Grammar): string {
  const statements = statementsOf(text);
  if (statements.length === 0) return text;
  const change = random.below(10);
  return change < 3
    ? changeStatements(text, statements, donor, random, grammar)
    : changeExpression(text, statements, donor, random, grammar);
}

function changeStatements(
  text: string,
  statements: readonly Piece[],
  donor: string,
  random: Random,
  grammar: Grammar,
): string {
  const block = random.pick(allBlocks(statements).filter((one) => one.length > 0));
  const piece = random.pick(block);
  const lines = wholeLines(text, piece);
  const own = text.slice(lines.start, lines.end);
  const indent = piece.start - lineStart(text, piece.start);
  switch (random.below(5)) {
    case 0:
      return block.length === 1 ? replaced(text, piece, 'pass') : replaced(text, lines, '');
    case 1:
      return replaced(text, lines, own.endsWith('\n') ? own + own : `${own}\n${own}`);
    case 2: {
      const other = random.pick(block);
      if (other === piece) return text;
      const [first, second] = piece.start < other.start ? [piece, other] : [other, piece];
      const [upper, lower] = [wholeLines(text, first), wholeLines(text, second)];
      const swapped = replaced(text, lower, text.slice(upper.start, upper.end));
      return replaced(swapped, upper, text.slice(lower.start, lower.end));
    }
    case 3: {
      const others = allBlocks(statementsOf(donor)).flat();
      if (others.length === 0) return text;
      const other = random.pick(others);
      const span = wholeLines(donor, other);
      const by = indent - (other.start - lineStart(donor, other.start));
      const given = reindented(donor.slice(span.start, span.end).replace(/\n?$/, ''), by);
      return replaced(text, { start: lines.start, end: lines.start }, `${given}\n`);
    }
    default: {
      const made = statement({
        random,
        grammar,
        variables: namesIn(text),
        depth: 1 + random.below(2),
        serial: serialOf(random),
        inside: new Set(),
      });
      return replaced(text, { start: lines.start, end: lines.start }, `${reindented(made.text, indent)}\n`);
    }
  }
}

function changeExpression(
  text: string,
  statements: readonly Piece[],
  donor: string,
  random: Random,
  grammar: Grammar,
): string {
  const all = allExpressions(statements);
  if (all.length === 0) return text;
  const piece = random.pick(all);
  const own = text.slice(piece.start, piece.end);
  const [left, right] = piece.parts;
  if (piece.kind === 'binary' && left && right && random.chance(0.6))
    return replaced(text, { start: left.end, end: right.start }, ` ${random.pick(operators)} `);
  if (piece.kind === 'compare' && left && right && random.chance(0.6))
    return replaced(text, { start: left.end, end: right.start }, ` ${random.pick(comparisons)} `);
  if (piece.kind === 'attribute' && left && random.chance(0.6))
    return replaced(text, { start: left.end, end: piece.end }, `.${random.pick(attributes)}`);
  const place = {
    random,
    grammar,
    variables: namesIn(text),
    depth: random.below(3),
    serial: serialOf(random),
    inside: new Set<never>(),
  };
  switch (random.below(6)) {
    case 0:
      return replaced(text, piece, textOf(text, random.pick(all)));
    case 1: {
      const others = allExpressions(statementsOf(donor));
      return others.length === 0 ? text : replaced(text, piece, textOf(donor, random.pick(others)));
    }
    case 2:
      return replaced(text, piece, `not ${own}`);
    case 3:
      return piece.parts.length > 0 ? replaced(text, piece, textOf(text, random.pick(piece.parts))) : text;
    default:
      return replaced(text, piece, `(${expression(kindOf(piece.kind), place)})`);
  }
}

const kindOf = (kind: string) =>
  ['int', 'str', 'list', 'dict', 'tuple', 'bool', 'float', 'bytes', 'set'].includes(kind) ? kind : 'any';
const textOf = (text: string, { start, end }: Piece) => text.slice(start, end);
const serialOf = (random: Random) => () => 100 + random.below(900);

/** The upper-case names of a text, for generated pieces. */
function namesIn(text: string) {
  return [...new Set(text.match(/^[A-Z][A-Z_]+(?= =)/gm))].map((name) => ({ name, kind: 'list' }));
}
