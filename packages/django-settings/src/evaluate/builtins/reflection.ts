/** The builtin functions that look at names, attributes and classes, or run text. */
import { unlessRaised } from '../expected-errors.js';
import type { Interpreter } from '../interpreter.js';
import { hashable } from '../items.js';
import { fsPath } from '../library/path-argument.js';
import { namesOfStatement } from '../mapping-proxy.js';
import { findInMro } from '../mro.js';
import { type Bound, fn, type Handling } from '../native.js';
import { isClassInPython, nativeType } from '../native-type.js';
import { objectNames } from '../object-names.js';
import { Exhausted } from '../raised.js';
import { refuseText, spacesOfFunction } from '../run-text.js';
import { seenAttribute } from '../seen-attribute.js';
import { deleteAttribute, spoilAttributes } from '../set-attribute.js';
import { isUncertain } from '../uncertain-attributes.js';
import type { PyDict, PyValue } from '../value.js';
import { bool, emptyDict, none, str, stringKey } from '../value.js';
import { givenName, wholeNumber } from './arguments.js';
import { codeIn, codeOf, plainSource, refuseSource, refuseSpaces, runSignature, spacesOf } from './running-text.js';
import { truthOfTypes } from './type-tests.js';

export function reflectionFunctions(vm: Interpreter): Record<string, PyValue> {
  const functions: Record<string, PyValue> = {};
  const define = (
    name: string,
    signature: string,
    run: (args: Bound) => PyValue,
    handling: Handling = { unknowns: 'accept' },
  ) => {
    functions[name] = fn(name, signature, (_machine, args) => run(args), { ...handling, written: 'C' });
  };

  const flag = (value: PyValue | undefined) => value !== undefined && vm.truth(value) === 'yes';
  define('isinstance', '(obj, cls, /)', (args) => truthOfTypes(vm, args.get('obj'), args.get('cls'), false));
  define('issubclass', '(derived, base, /)', (args) => truthOfTypes(vm, args.get('derived'), args.get('base'), true));
  define('callable', '(obj, /)', (args) => {
    const value = args.get('obj');
    if (value.kind === 'unknown' || value.kind === 'choice') return vm.derive(value, { type: 'bool' });
    if (['function', 'native', 'method', 'class'].includes(value.kind)) return bool(true);
    return bool(value.kind === 'instance' && vm.special(value, '__call__') !== undefined);
  });
  define('id', '(obj, /)', () => vm.unknown('an address in memory is not known', { type: 'int' }));
  define('hash', '(obj, /)', (args) => {
    hashable(vm, args.get('obj'));
    return vm.unknown('a hash depends on the process', { type: 'int' });
  });
  const seen = (value: PyValue, name: string) =>
    vm.attempt(
      () => seenAttribute(vm, value, name),
      ['AttributeError'],
      () => ({ found: undefined, hidden: false }),
    );
  define('getattr', '(obj, name, default=, /)', (args) =>
    vm.each(args.get('obj'), (value) => {
      const name = args.get('name');
      const otherwise = args.optional('default');
      if (name.kind !== 'str') {
        const doubt = wrongName(vm, name);
        return otherwise ? doubt : unlessRaised(vm, doubt, () => doubt, 'AttributeError');
      }
      const { found, hidden } = seen(value, name.value);
      if (found && otherwise && (hidden || value.kind === 'unknown' || isUncertain(vm, value, name.value)))
        return vm.join([found, otherwise]);
      return found ?? otherwise ?? vm.getAttribute(value, name.value);
    }),
  );
  define('hasattr', '(obj, name, /)', (args) =>
    vm.each(args.get('obj'), (value) => {
      const name = args.get('name');
      if (name.kind !== 'str') return wrongName(vm, name);
      const { found, hidden } = seen(value, name.value);
      if (
        found &&
        (hidden || value.kind === 'unknown' || (found.kind === 'unknown' && value.kind === 'module' && value.missing))
      ) {
        return vm.derive(found, { type: 'bool' });
      }
      if (found?.kind === 'unknown' && value.kind === 'instance' && findInMro(value.cls.mro, '__getattribute__'))
        return vm.derive(found, { type: 'bool' });
      if (found && isUncertain(vm, value, name.value)) return vm.unknown('a condition is not known', { type: 'bool' });
      return bool(found !== undefined);
    }),
  );
  define('setattr', '(obj, name, value, /)', (args) => {
    const name = args.get('name');
    const doubt = name.kind === 'str' ? undefined : wrongName(vm, name);
    if (name.kind === 'str') vm.setAttribute(args.get('obj'), name.value, args.get('value'));
    else if (doubt?.kind === 'unknown') spoilAttributes(vm, args.get('obj'), doubt);
    return none;
  });
  define('delattr', '(obj, name, /)', (args) => {
    const [owner, name] = [args.get('obj'), args.get('name')];
    if (name.kind === 'str') {
      deleteAttribute(vm, owner, name.value);
      return none;
    }
    const doubt = wrongName(vm, name);
    if (doubt.kind === 'unknown') spoilAttributes(vm, owner, doubt);
    return none;
  });
  define('globals', '()', () => vm.globals());
  define('locals', '()', () => vm.locals());
  define('vars', '(obj=, /)', (args) => {
    const value = args.optional('obj');
    if (!value) return vm.locals();
    if (value.kind === 'descriptor' && value.type !== 'property')
      return vm.unknown('the attributes of a descriptor are not followed', { type: 'dict' });
    if (value.kind === 'native' && nativeType(value) === 'function')
      return vm.unknown(`the attributes of \`${value.name}\` are not modelled`, { type: 'dict' });
    const isBuiltin = value.kind === 'class' && (value.module === 'builtins' || value.native !== undefined);
    if (isBuiltin || (value.kind === 'native' && isClassInPython(value)))
      return vm.unknown(`the attributes of \`${value.name}\` are not modelled`, { truth: true });
    if (
      !['instance', 'class', 'module', 'function', 'unknown', 'choice', 'dict', 'super'].includes(value.kind) ||
      (value.kind === 'dict' && !value.instance)
    )
      return vm.raise('TypeError', 'vars() argument must have __dict__ attribute');
    return vm.findAttribute(value, '__dict__') ?? vm.raise('TypeError', 'vars() argument must have __dict__ attribute');
  });
  define('dir', '(obj=, /)', (args) => {
    const value = args.optional('obj');
    const own = value?.kind === 'class' ? vm.special(value, '__dir__') : undefined;
    return own ? vm.call(own) : namesIn(vm, value);
  });
  define('exec', runSignature(vm, 'exec'), (args) => {
    refuseSpaces(vm, args, 'exec');
    if (args.some('closure')) throw new Exhausted('code with a closure is not followed');
    const source = plainSource(args.get('source'));
    refuseSource(vm, 'exec', source);
    const [spaces, doubt] = spacesOf(vm, args);
    if (source.kind !== 'str' || doubt) {
      const why = vm.derive(doubt ?? vm.doubt(source) ?? vm.unknown('code that is not known is run'));
      vm.spoil(spaces?.globals ?? vm.globals(), why);
      if (spaces?.locals) vm.spoil(spaces.locals, why);
      return none;
    }
    const around = vm.frame?.kind === 'class' ? vm.locals() : spacesOfFunction(vm)?.locals;
    const locals = spaces ? spaces.locals : around;
    vm.exec(source.value, spaces?.globals ?? vm.globals(), undefined, locals);
    return none;
  });
  define('eval', runSignature(vm, 'eval'), (args) => {
    refuseSpaces(vm, args, 'eval');
    const source = plainSource(args.get('source'));
    refuseSource(vm, 'eval', source);
    const [spaces, doubt] = spacesOf(vm, args);
    if (source.kind !== 'str' || doubt)
      return vm.derive(doubt ?? vm.doubt(source) ?? vm.unknown('code that is not known is run'));
    if (codeIn(args.get('source'))?.mode !== 'exec') return vm.evaluateText(source.value, spaces);
    const { globals = vm.globals(), locals } = spaces ?? { locals: spacesOfFunction(vm)?.locals };
    vm.exec(source.value, globals, undefined, locals);
    return none;
  });
  define('compile', '(source, filename, mode, flags=, dont_inherit=, optimize=, _feature_version=)', (args) =>
    compiled(vm, args),
  );
  define('__import__', '(name, globals=, locals=, fromlist=, level=)', (args) => {
    const name = args.get('name');
    const given = args.optional('level');
    const doubt = given && vm.doubt(given);
    if (doubt) return vm.derive(doubt);
    // CPython reads all arguments before it looks at any.
    const level = given ? wholeNumber(vm, given) : 0n;
    if (BigInt.asIntN(32, level) !== level)
      return vm.raise('OverflowError', 'Python int too large to convert to C int');
    if (name.kind !== 'str')
      return vm.doubt(name) ? vm.derive(name) : vm.raise('TypeError', 'module name must be a string');
    if (level < 0n) return vm.raise('ValueError', 'level must be >= 0');
    const globals = args.optional('globals');
    if (level > 0n && globals && globals.kind !== 'dict' && !vm.doubt(globals))
      return vm.raise('TypeError', 'globals must be a dict');
    // The names around say what the levels are counted from.
    if (level > 0n && globals?.kind === 'dict' && !globals.open && globals !== vm.globals()) {
      const says = ['__package__', '__spec__', '__name__'].some((one) => globals.entries.has(stringKey(one)));
      return says
        ? vm.unmodelled('an import that starts elsewhere is not modelled')
        : vm.raise('KeyError', "'__name__' not in globals");
    }
    if (name.value === '' && level === 0n) return vm.raise('ValueError', 'Empty module name');
    const whole = vm.importModule(name.value, Number(level));
    if (flag(args.optional('fromlist'))) return whole;
    return vm.importModule(name.value.split('.')[0] ?? name.value, Number(level));
  });
  return functions;
}

/** What `exec` and `eval` are given: the text itself, as far as it is of the mode that they run. */
function compiled(vm: Interpreter, args: Bound): PyValue {
  const [source, filename, mode] = [args.get('source'), args.get('filename'), args.get('mode')];
  if (vm.doubt(filename) || vm.doubt(mode)) return source;
  // CPython looks at the name first, then at the mode, and at the code last.
  const path = fsPath(vm, filename);
  const refuseNull = (text: string) => text.includes('\0') && vm.raise('ValueError', 'embedded null character');
  if (path.kind === 'unknown') {
    vm.mayRaise(path, 'TypeError');
    return vm.derive(path);
  }
  refuseNull(path.value);
  if (mode.kind !== 'str')
    return vm.raise('TypeError', `compile() argument 'mode' must be str, not ${givenName(vm, mode)}`);
  refuseNull(mode.value);
  for (const name of ['flags', 'optimize', '_feature_version']) {
    const given = args.optional(name);
    if (given && !vm.doubt(given) && wholeNumber(vm, given) !== 0n)
      return vm.unknown(`\`${name}\` of code is not followed`);
  }
  if (!['exec', 'eval', 'single'].includes(mode.value))
    return vm.raise('ValueError', "compile() mode must be 'exec', 'eval' or 'single'");
  if (codeIn(source) || !['str', 'bytes', 'instance', 'unknown', 'choice'].includes(source.kind))
    return vm.raise('TypeError', 'compile() arg 1 must be a string, bytes or AST object');
  const text = plainSource(source);
  if (mode.value === 'single' || filename.kind !== 'str' || text.kind !== 'str') return source;
  const how = mode.value === 'eval' ? 'eval' : 'exec';
  refuseText(vm, text.value, how, filename.value);
  return codeOf(vm, { source: text, mode: how });
}

function wrongName(vm: Interpreter, name: PyValue): PyValue {
  const doubt = vm.doubt(name);
  return doubt ? vm.derive(doubt) : vm.raise('TypeError', `attribute name must be string, not '${vm.typeName(name)}'`);
}

/** `dir(value)` */
function namesIn(vm: Interpreter, value: PyValue | undefined): PyValue {
  const dicts: PyDict[] = [];
  const names = new Set<string>();
  if (!value) dicts.push(vm.locals());
  else if (value.kind === 'module') {
    const own = value.namespace.entries.get('__dir__')?.value;
    if (own?.kind === 'function') return vm.call(vm.builtin('sorted'), [vm.call(own)]);
    if (value.missing)
      return vm.derive(value.missing('dir') ?? vm.unknown('what a package holds is not known'), { type: 'list' });
    dicts.push(value.namespace);
  } else if (value.kind === 'class' || value.kind === 'instance') {
    const cls = value.kind === 'class' ? value : value.cls;
    // Of builtin classes not all members are modelled.
    if (cls.mro.some((one, at) => one.module === 'builtins' && (one.name !== 'object' || at === 0)))
      return vm.unknown(`what \`dir()\` gives of a \`${cls.name}\` is not modelled`, { type: 'list', truth: true });
    for (const one of cls.mro) for (const name of namesOfStatement(vm, one)) names.add(name);
    if (value.kind === 'instance') dicts.push(value.attributes);
    for (const one of cls.mro) dicts.push(one.attributes, ...(one.open ? [{ ...emptyDict(), open: one.open }] : []));
    for (const name of objectNames) names.add(name);
  } else return vm.derive(vm.doubt(value) ?? vm.unknown('`dir()` of this is not evaluated'), { type: 'list' });
  vm.spend(dicts.reduce((sum, { entries }) => sum + entries.size, 0) >> 2);
  for (const dict of dicts) for (const { key } of dict.entries.values()) if (key.kind === 'str') names.add(key.value);
  if (dicts.some(({ entries }) => [...entries.values()].some(({ key }) => key.kind !== 'str' && !vm.doubt(key))))
    vm.raise('TypeError', vm.unknown('how names that are no texts are compared is not modelled', { type: 'str' }));
  const uncertain = vm.unknown('it is bound only under a condition that is not known', { many: true });
  const items = [...names]
    .sort()
    .map((name) => (dicts.some((dict) => dict.entries.get(stringKey(name))?.maybe) ? uncertain : str(name)));
  const open = dicts.find((dict) => dict.open)?.open;
  if (open) items.push({ ...vm.derive(open), many: true });
  return vm.fresh({ kind: 'list', items, options: undefined });
}
