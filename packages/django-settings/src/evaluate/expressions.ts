/** Evaluates expressions, in Python's order. */
import type { Expression } from '../syntax/tree.js';
import { update } from './builtins/dict-methods.js';
import { addItem } from './builtins/set-methods.js';
import { putItem } from './changing-items.js';
import { comprehension } from './comprehensions.js';
import { concatenate, convert, format } from './formatting.js';
import { defineFunction } from './functions.js';
import type { Frame, Interpreter } from './interpreter.js';
import { bind, lookup } from './names.js';
import { narrowings } from './narrowing.js';
import { Exhausted } from './raised.js';
import type { PyArguments, PySet, PyUnknown, PyValue } from './value.js';
import { bool, bytes, ellipsis, emptyDict, float, int, none, str, tuple } from './value.js';
import { hasYield } from './yield-expressions.js';

export function evaluate(vm: Interpreter, node: Expression, frame: Frame): PyValue {
  vm.spend(1);
  switch (node.kind) {
    case 'name':
      return lookup(vm, node.name, frame);
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
          const value = convert(vm, vm.evaluate(part.value, frame), part.conversion);
          const spec = part.spec ? vm.evaluate(part.spec, frame) : str('');
          return spec.kind === 'str' ? format(vm, value, spec.value) : vm.derive(spec, { type: 'str' });
        }),
      );
    case 'list':
      return vm.fresh({ kind: 'list', items: items(vm, node.items, frame), options: undefined });
    case 'tuple':
      return tuple(items(vm, node.items, frame));
    case 'set': {
      const set: PySet = { kind: 'set', frozen: false, entries: new Map(), open: undefined, options: undefined };
      for (const item of items(vm, node.items, frame)) addItem(vm, set, item);
      return vm.fresh(set);
    }
    case 'dict': {
      const dict = vm.fresh(emptyDict());
      for (const [key, value] of node.entries) {
        if (key) {
          const keyValue = vm.evaluate(key, frame);
          const to = vm.evaluate(value, frame);
          if (keyValue.kind === 'choice') dict.open = dict.open ?? vm.derive(keyValue);
          else putItem(vm, dict, keyValue, to);
        } else {
          const other = vm.evaluate(value, frame);
          if (
            other.kind !== 'dict' &&
            other.kind !== 'unknown' &&
            other.kind !== 'choice' &&
            !vm.findAttribute(other, 'keys')
          ) {
            vm.raise('TypeError', `'${vm.typeName(other)}' object is not a mapping`);
          }
          update(vm, dict, other);
        }
      }
      return dict;
    }
    case 'starred':
      return vm.raise('SyntaxError', "can't use starred expression here");
    case 'attribute':
      return vm.getAttribute(vm.evaluate(node.value, frame), node.name);
    case 'subscript': {
      const container = vm.evaluate(node.value, frame);
      return vm.getItem(container, vm.evaluate(node.index, frame));
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
      const args = callArguments(vm, node, frame);
      const before = frame.at;
      frame.at = node;
      try {
        return vm.callWith(callee, args);
      } finally {
        frame.at = before;
      }
    }
    case 'unary':
      return vm.unary(node.operator, vm.evaluate(node.value, frame));
    case 'binary': {
      const left = vm.evaluate(node.left, frame);
      return vm.binary(node.operator, left, vm.evaluate(node.right, frame));
    }
    case 'and':
    case 'or':
      return shortCircuit(vm, node.kind, node.values, 0, frame);
    case 'compare':
      return comparison(vm, vm.evaluate(node.left, frame), node.rest, 0, frame);
    case 'conditional': {
      const test = vm.evaluate(node.test, frame);
      return vm.decide(
        test,
        () => vm.evaluate(node.body, frame),
        () => vm.evaluate(node.otherwise, frame),
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

/** Items of a display or of a call, stars spread out. */
export function items(vm: Interpreter, nodes: readonly Expression[], frame: Frame): PyValue[] {
  const out: PyValue[] = [];
  for (const node of nodes) {
    if (node.kind === 'starred') {
      const value = vm.evaluate(node.value, frame);
      for (const item of vm.iterate(value)) out.push(item);
    } else out.push(vm.evaluate(node, frame));
  }
  return out;
}

function callArguments(vm: Interpreter, node: Extract<Expression, { kind: 'call' }>, frame: Frame): PyArguments {
  let positional = items(vm, node.positional, frame);
  let open: PyUnknown | undefined = positional.find(
    (value): value is PyUnknown => value.kind === 'unknown' && value.many === true,
  );
  if (open) positional = positional.slice(0, positional.indexOf(open));
  const keywords = new Map<string, PyValue>();
  for (const { name, value } of node.keywords) {
    if (name !== undefined) {
      keywords.set(name, vm.evaluate(value, frame));
      continue;
    }
    const more = vm.evaluate(value, frame);
    if (more.kind === 'dict' && !more.options) {
      open = open ?? more.open;
      for (const entry of more.entries.values()) {
        if (entry.key.kind !== 'str') vm.raise('TypeError', 'keywords must be strings');
        if (keywords.has(entry.key.value)) {
          vm.raise('TypeError', `got multiple values for keyword argument '${entry.key.value}'`);
        }
        keywords.set(entry.key.value, entry.value);
      }
    } else if (more.kind === 'unknown' || more.kind === 'choice' || more.kind === 'dict') {
      open = open ?? vm.derive(vm.doubt(more) ?? more);
    } else {
      const dict = emptyDict();
      update(vm, dict, more);
      for (const entry of dict.entries.values())
        if (entry.key.kind === 'str') keywords.set(entry.key.value, entry.value);
    }
  }
  return open ? { positional, keywords, open } : { positional, keywords };
}

/** `a and b`, `a or b`: gives an operand, not a bool. */
function shortCircuit(
  vm: Interpreter,
  kind: 'and' | 'or',
  nodes: readonly Expression[],
  at: number,
  frame: Frame,
): PyValue {
  const node = nodes[at];
  if (!node) return none;
  const value = vm.evaluate(node, frame);
  if (at === nodes.length - 1) return value;
  const next = () => shortCircuit(vm, kind, nodes, at + 1, frame);
  const narrowed = value.kind === 'choice' || vm.truth(value) === 'maybe' ? narrowings(vm, node, frame) : undefined;
  if (narrowed) {
    return vm.fork(
      narrowed.map((narrow) => () => {
        narrow();
        return shortCircuit(vm, kind, nodes, at, frame);
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
  const truth = vm.truth(value);
  if (truth === 'maybe') {
    // The value is the result only with the truth that ends the chain.
    const settled = value.kind === 'unknown' ? { ...value, truth: kind === 'or' } : value;
    return vm.fork([() => settled, next], vm.doubt(value));
  }
  return (truth === 'yes') === (kind === 'or') ? value : next();
}

function comparison(
  vm: Interpreter,
  left: PyValue,
  rest: readonly (readonly [string, Expression])[],
  at: number,
  frame: Frame,
): PyValue {
  const [operator = '', node] = rest[at] ?? [];
  if (!node) return none;
  const right = vm.evaluate(node, frame);
  const result = vm.compare(operator, left, right);
  if (at === rest.length - 1) return result;
  const truth = vm.truth(result);
  const next = () => comparison(vm, right, rest, at + 1, frame);
  if (truth === 'maybe') return vm.fork([() => result, next], vm.doubt(result));
  return truth === 'yes' ? next() : result;
}
