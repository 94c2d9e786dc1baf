/** What CPython's compiler cannot place: a `return` outside a function, a pattern that nothing can reach. */
import { patternProblems } from './pattern-refusals.js';
import type { Call, ClassDefinition, Expression, Statement, SyntaxProblem } from './tree.js';
import { type AnyNode, childrenOf, insideComprehension, type Say } from './tree-walk.js';

interface Place {
  readonly inFunction: boolean;
  readonly inAsync: boolean;
  readonly inLoop: boolean;
  /** In the body of an `except*`, outside any loop that began in it. */
  readonly inGroup: boolean;
  /** In an asynchronous function that has a `yield`. */
  readonly inAsyncGenerator: boolean;
  /** What a jump out of here goes through first, from the outside in. */
  readonly through: readonly ('loop' | Try)[];
}

type Try = Extract<Statement, { kind: 'try' }>;

const top: Place = {
  inFunction: false,
  inAsync: false,
  inLoop: false,
  inGroup: false,
  inAsyncGenerator: false,
  through: [],
};

const jumpsOut = "'break', 'continue' and 'return' cannot appear in an except* block";

/** The misplaced statements and expressions of a file, in the order in which CPython's compiler comes to them. */
export function placeProblems(body: readonly Statement[]): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  const say: Say = ({ start, end }, message) => problems.push({ start, end, type: 'SyntaxError', message });
  const left: Left = new Map();
  for (const statement of body) walk(statement, top, say, left);
  const turn = ({ start }: SyntaxProblem): number =>
    [...left].reduce((least, [{ finally: inside }, jump]) => {
      const [first, last] = [inside[0], inside.at(-1)];
      return first && last && first.start <= start && start <= last.end ? Math.min(least, jump) : least;
    }, start);
  return problems
    .map((problem) => ({ problem, turn: turn(problem), start: problem.start }))
    .sort((a, b) => a.turn - b.turn || Number(a.turn === a.start) - Number(b.turn === b.start) || a.start - b.start)
    .map(({ problem }) => problem);
}

/** Where each `try` is left first by a jump: its `finally` is compiled there, before the jump is. */
type Left = Map<Try, number>;

function noteJump(node: AnyNode, { inFunction, through }: Place, left: Left): void {
  if (node.kind !== 'break' && node.kind !== 'continue' && !(node.kind === 'return' && inFunction)) return;
  const from = node.kind === 'return' ? 0 : through.lastIndexOf('loop') + 1;
  for (const one of through.slice(from)) if (one !== 'loop' && !left.has(one)) left.set(one, node.start);
}

function walk(node: AnyNode, place: Place, say: Say, left: Left): void {
  look(node, place, say);
  noteJump(node, place, left);
  const into = (nodes: readonly (AnyNode | undefined)[], where: Place): void => {
    for (const one of nodes) if (one) walk(one, where, say, left);
  };
  switch (node.kind) {
    case 'function':
    case 'lambda': {
      const { parameters } = node;
      const inAsync = node.kind === 'function' && node.asynchronous;
      into(node.kind === 'function' ? node.decorators : [], place);
      into(
        parameters.flatMap(({ default: value, annotation }) => [value, annotation]),
        place,
      );
      const body = node.kind === 'function' ? node.body : [node.body];
      const inAsyncGenerator = inAsync && node.kind === 'function' && node.generator;
      into(body, { ...top, inFunction: true, inAsync, inAsyncGenerator });
      return;
    }
    case 'class':
      if (!('decorators' in node)) break;
      into([...node.decorators, ...node.bases, ...node.keywords.map(({ value }) => value)], place);
      into(node.body, top);
      return;
    case 'for':
      into([node.target, node.iterable], place);
      into(node.body, { ...place, inLoop: true, inGroup: false, through: [...place.through, 'loop'] });
      into(node.otherwise, place);
      return;
    case 'while':
      into([node.test], place);
      into(node.body, { ...place, inLoop: true, inGroup: false, through: [...place.through, 'loop'] });
      into(node.otherwise, place);
      return;
    case 'try': {
      const inside = node.finally.length > 0 ? { ...place, through: [...place.through, node] } : place;
      into(node.body, inside);
      for (const handler of node.handlers) {
        into([handler.type], inside);
        into(handler.body, node.group ? { ...inside, inGroup: true } : inside);
      }
      into(node.otherwise, inside);
      into(node.finally, place);
      return;
    }
    case 'comprehension':
      into([node.generators[0]?.iterable], place);
      // A generator expression may be asynchronous anywhere; a display is part of what is around it.
      into(insideComprehension(node), node.type === 'generator' ? { ...place, inAsync: true } : place);
      return;
    default:
  }
  into(childrenOf(node), place);
}

function look(node: AnyNode, place: Place, say: Say): void {
  switch (node.kind) {
    case 'return':
      if (!place.inFunction) say(node, "'return' outside function");
      else if (place.inGroup) say(node, jumpsOut);
      else if (place.inAsyncGenerator && node.value) say(node, "'return' with value in async generator");
      return;
    case 'break':
      if (place.inGroup) say(node, jumpsOut);
      else if (!place.inLoop) say(node, "'break' outside loop");
      return;
    case 'continue':
      if (place.inGroup) say(node, jumpsOut);
      else if (!place.inLoop) say(node, "'continue' not properly in loop");
      return;
    case 'yield':
    case 'yield-from':
      if (!place.inFunction) say(node, "'yield' outside function");
      else if (place.inAsync && node.kind === 'yield-from') say(node, "'yield from' inside async function");
      return;
    case 'await':
      if (!place.inAsync) say(node, `'await' outside ${place.inFunction ? 'async ' : ''}function`);
      return;
    case 'comprehension': {
      const asynchronous = node.generators.some((one) => one.asynchronous);
      if (asynchronous && node.type !== 'generator' && !place.inAsync)
        say(node, 'asynchronous comprehension outside of an asynchronous function');
      return;
    }
    case 'for':
    case 'with':
      if (node.asynchronous && !place.inAsync) say(node, `'async ${node.kind}' outside async function`);
      if (node.kind === 'for') lookAtStars(node.target, say);
      return;
    case 'assign':
      for (const target of node.targets) lookAtStars(target, say);
      if (node.value.kind === 'starred') say(node.value, "can't use starred expression here");
      return;
    case 'expression':
      if (node.value.kind === 'starred') say(node.value, "can't use starred expression here");
      return;
    case 'try':
      for (const [index, handler] of node.handlers.entries())
        if (!handler.type && index < node.handlers.length - 1) say(handler, "default 'except:' must be last");
      return;
    case 'match':
      patternProblems(node, say);
      return;
    case 'call':
      lookAtKeywords(node, say);
      return;
    case 'class':
      if ('decorators' in node) lookAtKeywords(node, say);
      return;
    case 'function':
    case 'lambda':
      if (node.parameters.some(({ name }) => name === '__debug__')) say(node, 'cannot assign to __debug__');
      return;
    case 'delete':
      for (const target of node.targets) {
        if (target.kind === 'name' && target.name === '__debug__') say(target, 'cannot delete __debug__');
      }
      return;
    default:
  }
}

function lookAtStars(target: Expression, say: Say): void {
  if ((target.kind === 'name' || target.kind === 'attribute') && target.name === '__debug__')
    say(target, 'cannot assign to __debug__');
  if (target.kind === 'starred') say(target, 'starred assignment target must be in a list or tuple');
  if (target.kind !== 'tuple' && target.kind !== 'list') return;
  if (target.items.filter(({ kind }) => kind === 'starred').length > 1)
    say(target, 'multiple starred expressions in assignment');
  for (const item of target.items) if (item.kind !== 'starred') lookAtStars(item, say);
}

function lookAtKeywords(node: Call | ClassDefinition, say: Say): void {
  const seen = new Set<string>();
  for (const { name, value } of node.keywords) {
    if (name === undefined) continue;
    if (seen.has(name)) say(value, `keyword argument repeated: ${name}`);
    seen.add(name);
  }
}
