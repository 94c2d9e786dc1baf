/** Evaluates expressions, in Python's order. */
import type { Call, Comparison, Expression, Node } from '../syntax/tree.js';
import { callArguments, items } from './call-arguments.js';
import { comprehension } from './comprehensions.js';
import { dictDisplay } from './dict-display.js';
import { concatenate, convert, format } from './formatting.js';
import { defineFunction } from './functions.js';
import type { Frame, Interpreter } from './interpreter.js';
import { bind, lookup } from './names.js';
import { narrowings } from './narrowing.js';
import { lastWord, placed, truthOf } from './placing.js';
import { Exhausted } from './raised.js';
import { setDisplay } from './set-display.js';
import type { PyValue } from './value.js';
import { bool, bytes, ellipsis, float, int, none, str, tuple } from './value.js';
import { hasYield } from './yield-expressions.js';

export function evaluate(vm: Interpreter, node: Expression, frame: Frame): PyValue {
  vm.spend(1);
  const before = frame.at;
  const here = (at: Node, run: () => PyValue): PyValue => placed(frame, at, run);
  switch (node.kind) {
    case 'name':
      return here(node, () => lookup(vm, node.name, frame));
    case 'none':
      return none;
    case 'ellipsis':
      return ellipsis;
    case 'bool':
      return bool(node.value);
    case 'int':
      return int(node.value);
    case 'float':
      return float(node.value);
    case 'str':
      return str(node.value);
    case 'bytes':
      return bytes(node.value);
    case 'undecoded':
      return vm.unknown(node.why);
    case 'joined':
      return concatenate(
        vm,
        node.parts.map((part) => {
          if (typeof part === 'string') return part;
          const plain = vm.evaluate(part.value, frame);
          const spec = part.spec ? vm.evaluate(part.spec, frame) : str('');
          return here(part.place, () => {
            const value = convert(vm, plain, part.conversion);
            return spec.kind === 'str' ? format(vm, value, spec.value) : vm.derive(spec, { type: 'str' });
          });
        }),
      );
    case 'list':
      return vm.fresh({ kind: 'list', items: items(vm, node, node.items, frame), options: undefined });
    case 'tuple':
      return tuple(items(vm, node, node.items, frame));
    case 'set': {
      const set = setDisplay(vm, node, frame);
      frame.at = before;
      return set;
    }
    case 'dict':
      return dictDisplay(vm, node, frame);
    case 'starred':
      return vm.raise('SyntaxError', "can't use starred expression here");
    case 'attribute': {
      const owner = vm.evaluate(node.value, frame);
      return here(lastWord(node), () => vm.getAttribute(owner, node.name));
    }
    case 'subscript': {
      const container = vm.evaluate(node.value, frame);
      const index = vm.evaluate(node.index, frame);
      return here(node, () => vm.getItem(container, index));
    }
    case 'slice':
      return {
        kind: 'slice',
        start: node.lower ? vm.evaluate(node.lower, frame) : none,
        stop: node.upper ? vm.evaluate(node.upper, frame) : none,
        step: node.step ? vm.evaluate(node.step, frame) : none,
      };
    case 'call': {
      const callee = vm.evaluate(node.callee, frame);
      const args = callArguments(vm, node, callee, frame);
      frame.at = isMethodCall(node) ? lastWord(node.callee) : node;
      try {
        return vm.callWith(callee, args);
      } finally {
        frame.at = before;
      }
    }
    case 'unary': {
      const value = vm.evaluate(node.value, frame);
      return here(node, () => vm.unary(node.operator, value));
    }
    case 'binary': {
      const left = vm.evaluate(node.left, frame);
      const right = vm.evaluate(node.right, frame);
      return here(node, () => vm.binary(node.operator, left, right));
    }
    case 'and':
    case 'or':
      return shortCircuit(vm, node, 0, frame);
    case 'compare':
      return comparison(vm, vm.evaluate(node.left, frame), node, 0, frame);
    case 'conditional': {
      const test = vm.evaluate(node.test, frame);
      return vm.decide(
        test,
        () => vm.evaluate(node.body, frame),
        () => vm.evaluate(node.otherwise, frame),
        truthOf(vm, node.test, test, frame),
      );
    }
    case 'lambda':
      return defineFunction(
        vm,
        {
          name: '<lambda>',
          parameters: node.parameters,
          body: node.body,
          generator: hasYield(vm, node.body),
          asynchronous: false,
          start: node.start,
        },
        frame,
      );
    case 'comprehension':
      return comprehension(vm, node, frame);
    case 'walrus': {
      const value = vm.evaluate(node.value, frame);
      let target = frame;
      while (target.name === '<comprehension>' && target.closure) target = target.closure;
      bind(vm, node.name, value, target);
      return value;
    }
    case 'await':
      return vm.derive(vm.evaluate(node.value, frame), {});
    case 'held':
      return node.value as PyValue;
    case 'yield':
    case 'yield-from':
      throw new Exhausted('a `yield` in such a place is not followed');
  }
}

/** What CPython compiles to the call of a method, which stands on the line of the method's name. */
function isMethodCall({ callee, positional, keywords }: Call): boolean {
  return (
    callee.kind === 'attribute' &&
    positional.every(({ kind }) => kind !== 'starred') &&
    keywords.every(({ name }) => name !== undefined)
  );
}

/** `a and b`, `a or b`: gives an operand, not a bool. */
function shortCircuit(
  vm: Interpreter,
  whole: Extract<Expression, { kind: 'and' | 'or' }>,
  at: number,
  frame: Frame,
): PyValue {
  const { kind, values: nodes } = whole;
  const node = nodes[at];
  if (!node) return none;
  const value = vm.evaluate(node, frame);
  if (at === nodes.length - 1) return value;
  const next = () => shortCircuit(vm, whole, at + 1, frame);
  const truth = value.kind === 'choice' ? 'maybe' : placed(frame, whole, () => vm.truth(value));
  const narrowed = truth === 'maybe' ? narrowings(vm, node, frame) : undefined;
  if (narrowed) {
    return vm.fork(
      narrowed.map((narrow) => () => {
        narrow();
        return shortCircuit(vm, whole, at, frame);
      }),
    );
  }
  if (value.kind === 'choice') {
    return vm.each(value, (option) => {
      const truth = vm.truth(option);
      if (truth === 'maybe') return vm.fork([() => option, next]);
      return (truth === 'yes') === (kind === 'or') ? option : next();
    });
  }
  if (truth === 'maybe') {
    // The value is the result only with the truth that ends the chain.
    const settled = value.kind === 'unknown' ? { ...value, truth: kind === 'or' } : value;
    return vm.fork([() => settled, next], vm.doubt(value));
  }
  return (truth === 'yes') === (kind === 'or') ? value : next();
}

function comparison(vm: Interpreter, left: PyValue, whole: Comparison, at: number, frame: Frame): PyValue {
  const { rest } = whole;
  const [operator = '', node] = rest[at] ?? [];
  if (!node) return none;
  const right = vm.evaluate(node, frame);
  const before = frame.at;
  frame.at = whole;
  const result = vm.compare(operator, left, right);
  frame.at = before;
  if (at === rest.length - 1) return result;
  const truth = placed(frame, whole, () => vm.truth(result));
  const next = () => comparison(vm, right, whole, at + 1, frame);
  if (truth === 'maybe') return vm.fork([() => result, next], vm.doubt(result));
  return truth === 'yes' ? next() : result;
}
