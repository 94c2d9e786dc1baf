/** What `exec` and `eval` are given to run, and where. */
import type { Interpreter } from '../interpreter.js';
import { partialClass } from '../library/partial-class.js';
import { type Bound, instance } from '../native.js';
import { isOnlyAscii } from '../text.js';
import type { PyDict, PyValue } from '../value.js';
import { none, str } from '../value.js';

/** Since Python 3.13 the spaces can be given by their names. */
export function runSignature(vm: Interpreter, name: 'exec' | 'eval'): string {
  const closure = name === 'exec' && !(vm.python && vm.python[1] < 11) ? ', *, closure=' : '';
  return vm.python && vm.python[1] < 13
    ? `(source, globals=, locals=, /${closure})`
    : `(source, /, globals=, locals=${closure})`;
}

export function refuseSource(vm: Interpreter, name: string, source: PyValue): void {
  // What a class of the project makes is no code, and neither is an exception.
  const isPlain =
    source.kind === 'instance' &&
    source.cls.mro.every((one) => !one.open && (one.module === 'builtins' || !one.native));
  if (isPlain || noSources.includes(source.kind))
    vm.raise('TypeError', `${name}() arg 1 must be a string, bytes or code object`);
}

/** Kinds of values that are no code, whatever they hold. */
const noSources: readonly PyValue['kind'][] = [
  'none',
  'bool',
  'int',
  'float',
  'list',
  'tuple',
  'dict',
  'set',
  'range',
  'iterator',
  'class',
  'function',
  'method',
  'module',
  'native',
  'slice',
  'special',
];

/** What `compile` made of a text. */
export interface Code {
  readonly source: PyValue;
  readonly mode: 'exec' | 'eval';
}

/** The value that `compile` gives. */
export function codeOf(vm: Interpreter, code: Code): PyValue {
  const cls = vm.once('code', () => partialClass(vm, { name: 'code', module: 'builtins', members: {} }));
  return instance(cls, code);
}

/** What a value that `compile` gave was made of. */
export function codeIn(value: PyValue): Code | undefined {
  return value.kind === 'instance' && value.cls.name === 'code' ? (value.payload as Code) : undefined;
}

/** Bytes are read as a text, which is plain where they are ASCII. */
export function plainSource(given: PyValue): PyValue {
  const source = codeIn(given)?.source ?? given;
  return source.kind === 'bytes' && isOnlyAscii(source.value) ? str(source.value) : source;
}

/** What is no dict to run in is refused before the code is looked at. */
export function refuseSpaces(vm: Interpreter, args: Bound, name: 'exec' | 'eval'): void {
  const [globals, locals] = [args.some('globals'), args.some('locals')];
  const wrongLocals = locals && !isMapping(vm, locals);
  if (wrongLocals && name === 'eval') vm.raise('TypeError', 'locals must be a mapping');
  if (globals && globals.kind !== 'dict' && !vm.doubt(globals)) {
    const ofEval = isMapping(vm, globals)
      ? 'globals must be a real dict; try eval(expr, {}, mapping)'
      : 'globals must be a dict';
    const ofExec = `exec() globals must be a dict, not ${vm.typeName(globals)}`;
    vm.raise('TypeError', name === 'eval' ? ofEval : ofExec);
  }
  if (wrongLocals) vm.raise('TypeError', `locals must be a mapping or None, not ${vm.typeName(locals)}`);
}

/** Whether C code takes a value for a mapping: whatever has items by key or place. */
function isMapping(vm: Interpreter, value: PyValue): boolean {
  if (['dict', 'list', 'tuple', 'str', 'bytes', 'range', 'unknown', 'choice'].includes(value.kind)) return true;
  if (value.kind !== 'instance') return false;
  return value.cls.mro.some((cls) => cls.open) || vm.special(value, '__getitem__') !== undefined;
}

/** The dicts that `exec` and `eval` are given, with why they cannot be followed; none where they are given none. */
export function spacesOf(
  vm: Interpreter,
  args: Bound,
): readonly [{ readonly globals: PyDict; readonly locals: PyDict | undefined } | undefined, PyValue | undefined] {
  const [globals, locals] = [args.some('globals'), args.some('locals')];
  if (!globals && !locals) return [undefined, undefined];
  const space = globals ?? vm.globals();
  const plain = (value: PyValue | undefined) => value === undefined || (value.kind === 'dict' && !value.cls);
  if (space.kind !== 'dict' || !plain(space) || !plain(locals))
    return [undefined, vm.doubt(space) ?? vm.doubt(locals ?? none) ?? vm.unknown('where code is run is not followed')];
  const spaces = { globals: space, locals: locals?.kind === 'dict' ? locals : undefined };
  const given = space.entries.get('__builtins__')?.value;
  const builtins = vm.builtins.entries.get('__builtins__')?.value ?? vm.unknown('the builtins are not modelled');
  if (given && given !== builtins) return [spaces, vm.unknown('code with builtins of its own is not followed')];
  if (!given && !space.namespace) vm.setItem(space, str('__builtins__'), builtins);
  return [spaces, undefined];
}
