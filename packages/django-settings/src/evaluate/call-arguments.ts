/** The items of displays and the arguments of calls, with their stars. */

import type { ClassDefinition, Expression } from '../syntax/tree.js';
import { update } from './builtins/dict-methods.js';
import type { Frame, Interpreter } from './interpreter.js';
import { listed } from './listing.js';
import { isNoIterable } from './no-iterable.js';
import { placed } from './placing.js';
import type { PyArguments, PyChoice, PyDict, PyUnknown, PyValue } from './value.js';
import { emptyDict } from './value.js';

/** Items of a display or of a call, stars spread out. */
export function items(
  vm: Interpreter,
  whole: Expression | ClassDefinition,
  nodes: readonly Expression[],
  frame: Frame,
): PyValue[] {
  const out: PyValue[] = [];
  for (const node of nodes) {
    if (node.kind === 'starred') {
      const value = vm.evaluate(node.value, frame);
      placed(frame, whole, () => {
        if (isNoIterable(vm, value) && whole.kind !== 'set')
          vm.raise('TypeError', `Value after * must be an iterable, not ${vm.typeName(value)}`);
        for (const item of whole.kind === 'set' ? vm.iterate(value) : listed(vm, value)) out.push(item);
      });
    } else out.push(vm.evaluate(node, frame));
  }
  return out;
}

/** The arguments of a call, worked out in Python's order. */
export function callArguments(
  vm: Interpreter,
  node: Extract<Expression, { kind: 'call' }>,
  callee: PyValue,
  frame: Frame,
): PyArguments {
  const [only] = node.positional;
  // What stands alone with a star is gone through last: after the keywords, by the call itself.
  const alone = only?.kind === 'starred' && node.positional.length === 1 ? vm.evaluate(only.value, frame) : undefined;
  const before = alone ? [] : items(vm, node, node.positional, frame);
  const { keywords, open: more, refused } = keywordsOfCall(vm, node, callee, frame);
  let positional = alone ? spread(vm, node, callee, alone, frame) : before;
  if (refused) placed(frame, node, refused);
  let open: PyUnknown | undefined = positional.find(
    (value): value is PyUnknown => value.kind === 'unknown' && value.many === true,
  );
  if (open) positional = positional.slice(0, positional.indexOf(open));
  open = open ?? more;
  return open ? { positional, keywords, open } : { positional, keywords };
}

/** The keywords of a call or of a class statement, mappings spread out. */
export function keywordsOfCall(
  vm: Interpreter,
  node: Extract<Expression, { kind: 'call' }> | ClassDefinition,
  callee: PyValue,
  frame: Frame,
): {
  readonly keywords: Map<string, PyValue>;
  readonly open: PyUnknown | undefined;
  /** The call refuses a key that is no str, once all arguments are there. */
  readonly refused: (() => never) | undefined;
} {
  let open: PyUnknown | undefined;
  let refused: (() => never) | undefined;
  const keywords = new Map<string, PyValue>();
  /** Keywords that stand side by side: all are worked out before they meet what was spread out. */
  let together: (readonly [name: string, value: PyValue])[] = [];
  const meet = () => {
    placed(frame, node, () => {
      for (const [name] of together)
        if (keywords.has(name)) refuse(vm, callee, `got multiple values for keyword argument '${name}'`);
    });
    for (const [name, given] of together) keywords.set(name, given);
    together = [];
  };
  for (const { name, value } of node.keywords) {
    if (name !== undefined) {
      together.push([name, vm.evaluate(value, frame)]);
      continue;
    }
    meet();
    const before = frame.at;
    const more = mappingOf(vm, node, vm.evaluate(value, frame), callee, frame);
    frame.at = node;
    if (more.kind === 'dict' && !more.options) {
      if (more.open) vm.mayRaise(more.open, 'TypeError');
      open = open ?? more.open;
      const entries = [...more.entries.values()];
      for (const { key } of entries) {
        if (key.kind === 'str' && keywords.has(key.value)) {
          refuse(vm, callee, `got multiple values for keyword argument '${key.value}'`);
        }
      }
      for (const { key, value: given } of entries) {
        if (key.kind === 'str') keywords.set(key.value, given);
        else if (isOfC(callee))
          refused ??= () =>
            vm.raise('TypeError', vm.unknown('how this call refuses keywords is not modelled', { type: 'str' }));
        else if (!takesAnyKeywords(callee) && canBeCalled(vm, callee))
          refused ??= () => vm.raise('TypeError', 'keywords must be strings');
      }
    } else open = open ?? vm.derive(vm.doubt(more) ?? more);
    frame.at = before;
  }
  meet();
  return { keywords, open, refused };
}

/** What is spread out by `**`: a dict, or what is not known of it. */
function mappingOf(
  vm: Interpreter,
  node: Expression | ClassDefinition,
  more: PyValue,
  callee: PyValue,
  frame: Frame,
): PyDict | PyUnknown | PyChoice {
  if (more.kind === 'dict' || more.kind === 'unknown' || more.kind === 'choice') return more;
  frame.at = node;
  const refused = () => refuse(vm, callee, `argument after ** must be a mapping, not ${vm.typeName(more)}`);
  const keys = vm.findAttribute(more, 'keys') ?? refused();
  if (keys.kind === 'unknown') {
    vm.mayRaise(keys, 'TypeError');
    return keys;
  }
  const dict = emptyDict();
  vm.attempt(() => update(vm, dict, more), ['AttributeError'], refused);
  return dict;
}

/** `f(*value)` */
function spread(vm: Interpreter, node: Expression, callee: PyValue, value: PyValue, frame: Frame): PyValue[] {
  return placed(frame, node, () =>
    isNoIterable(vm, value)
      ? refuse(vm, callee, `argument after * must be an iterable, not ${vm.typeName(value)}`)
      : [...listed(vm, value)],
  );
}

/** The TypeError for arguments that cannot be spread out; what is called begins it, where that is known. */
function refuse(vm: Interpreter, callee: PyValue, problem: string): never {
  const text = functionText(vm, callee);
  const words =
    text === undefined ? vm.unknown('how this function is called is not known', { type: 'str' }) : `${text} ${problem}`;
  return vm.raise('TypeError', words);
}

/** How CPython names what was called in errors about its arguments: `config.base.load()`. */
function functionText(vm: Interpreter, callee: PyValue): string | undefined {
  switch (callee.kind) {
    case 'class':
      // Where the library keeps a class is a matter of versions.
      if (callee.native && !['builtins', 'collections', 'datetime'].includes(callee.module)) return undefined;
      return callee.module === 'builtins' ? `${callee.qualname}()` : `${callee.module}.${callee.qualname}()`;
    case 'function':
      return callee.module === 'builtins' ? `${callee.qualname}()` : `${callee.module}.${callee.qualname}()`;
    case 'native': {
      // Methods tell whose they are in the words of the object that they are bound to.
      if (/\.__\w+__$|^BaseException\./u.test(callee.qualname)) return undefined;
      const owner = callee.qualname.includes('.') ? callee.qualname.split('.')[0] : undefined;
      if (callee.qualname === 'open') return vm.python && `${vm.python[1] < 12 ? 'io' : '_io'}.open()`;
      const isBuiltin =
        owner === undefined || (vm.builtins.entries.has(owner) && callee.qualname.split('.').length === 2);
      return isBuiltin ? `${callee.qualname}()` : undefined;
    }
    case 'method':
      return functionText(vm, callee.callee);
    default: {
      const text = vm.str(callee);
      return text.kind === 'str' ? text.value : undefined;
    }
  }
}

/** Most exceptions and functions of C refuse every keyword before they look at it, or one after another. */
function isOfC(callee: PyValue): boolean {
  return (
    callee.kind === 'native' ||
    (callee.kind === 'class' && callee.native !== undefined && callee.name !== 'dict') ||
    (callee.kind === 'class' && callee.mro.some(({ name }) => name === 'BaseException'))
  );
}

/** What cannot be called says so first. */
function canBeCalled(vm: Interpreter, callee: PyValue): boolean {
  const able = vm.call(vm.builtin('callable'), [callee]);
  return able.kind !== 'bool' || able.value;
}

/** `str.format` does not look at the keywords that it does not need. */
function takesAnyKeywords(callee: PyValue): boolean {
  return callee.kind === 'method' && callee.callee.kind === 'native' && callee.callee.name === 'format';
}
