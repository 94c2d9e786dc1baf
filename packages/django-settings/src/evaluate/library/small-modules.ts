/** Small standard modules of which settings use a name or two. */

import { pythonAtLeast, versionOf } from '../../environment/surroundings.js';
import { strtobool } from '../../environment/truth-words.js';
import { linesOf } from '../builtins/str-parts.js';
import { proxyClass } from '../mapping-proxy.js';
import { type Bound, fn, instance, type Machine, method, type NativeModule, nativeClass, textOf } from '../native.js';
import {
  bool,
  int,
  none,
  notImplemented,
  type PyArguments,
  type PyClass,
  type PyDict,
  type PyValue,
  record,
  str,
  tuple,
} from '../value.js';
import { abcModule } from './abc.js';
import { contextlibModule } from './contextlib.js';
import { typedNamedTuple } from './named-tuple.js';
import { reprText } from './python-text.js';

const accept = { unknowns: 'accept' } as const;

/** The modules by name. */
export function smallModules(): readonly (readonly [string, NativeModule])[] {
  const standard = (load: NativeModule['load'], isPackage = false): NativeModule => ({
    standard: true,
    load,
    isPackage,
  });
  return [
    ['string', standard(loadString)],
    ['typing', standard(loadTyping)],
    ['types', standard(loadTypes)],
    ['abc', abcModule],
    ['contextlib', contextlibModule],
    ['distutils', standard(() => ({}), true)],
    [
      'distutils.util',
      standard(() => ({ strtobool: fn('distutils.util.strtobool', '(val)', strtobool01, { gives: { type: 'int' } }) })),
    ],
    ['importlib', standard(loadImportlib, true)],
    ['importlib.util', standard(loadImportlibUtil)],
    ['importlib.metadata', standard(loadMetadata)],
    ['ssl', standard(() => ({ CERT_NONE: int(0), CERT_OPTIONAL: int(1), CERT_REQUIRED: int(2) }))],
    ['http', standard((machine) => ({ HTTPStatus: machine.unknown('`HTTPStatus` is not modelled') }), true)],
    [
      'textwrap',
      standard(() => ({
        dedent: fn('textwrap.dedent', '(text)', dedent, { gives: { type: 'str' } }),
        indent: fn('textwrap.indent', '(text, prefix, predicate=)', indent, { gives: { type: 'str' } }),
      })),
    ],
    ['email', standard(() => ({}), true)],
    [
      'email.utils',
      standard(() => ({
        parseaddr: fn('email.utils.parseaddr', '(addr, *rest, **extra)', (m, args) =>
          parseAddress(m, args.get('addr')),
        ),
        getaddresses: fn('email.utils.getaddresses', '(fieldvalues, **extra)', (m) =>
          m.unmodelled('`getaddresses` is not modelled', { type: 'list' }),
        ),
        formataddr: fn('email.utils.formataddr', '(pair, charset=)', (m) =>
          m.unmodelled('`formataddr` is not modelled', { type: 'str', truth: true }),
        ),
      })),
    ],
    [
      '__future__',
      standard(() =>
        Object.fromEntries(
          [
            'annotations',
            'absolute_import',
            'division',
            'print_function',
            'unicode_literals',
            'with_statement',
            'generators',
            'nested_scopes',
            'generator_stop',
            'barry_as_FLUFL',
          ].map((name) => [name, tuple([str(name)])]),
        ),
      ),
    ],
  ];
}

function loadString(): Readonly<Record<string, PyValue>> {
  const lower = 'abcdefghijklmnopqrstuvwxyz';
  const digits = '0123456789';
  const punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
  const whitespace = ' \t\n\r\x0b\x0c';
  return {
    ascii_lowercase: str(lower),
    ascii_uppercase: str(lower.toUpperCase()),
    ascii_letters: str(lower + lower.toUpperCase()),
    digits: str(digits),
    hexdigits: str(`${digits}abcdefABCDEF`),
    octdigits: str('01234567'),
    punctuation: str(punctuation),
    whitespace: str(whitespace),
    printable: str(digits + lower + lower.toUpperCase() + punctuation + whitespace),
  };
}

function loadTyping(machine: Machine): Readonly<Record<string, PyValue>> {
  return {
    TYPE_CHECKING: bool(false),
    cast: fn('typing.cast', '(typ, val)', (_, args) => args.get('val'), accept),
    overload: fn('typing.overload', '(func)', (m) => m.unknown('what `overload` gives is not called'), accept),
    final: fn('typing.final', '(f)', (_, args) => args.get('f'), accept),
    NamedTuple: typedNamedTuple(machine),
    Any: machine.unknown('a type, used for annotations only', { symbol: 'typing.Any' }),
  };
}

function loadTypes(machine: Machine): Readonly<Record<string, PyValue>> {
  const namespace: PyClass = nativeClass(machine, {
    name: 'SimpleNamespace',
    module: 'types',
    members: {
      __hash__: none,
      __eq__: method(
        'types.SimpleNamespace.__eq__',
        '(self, other)',
        (m, args) => {
          const [self, other] = [args.get('self'), args.get('other')];
          return self.kind === 'instance' && other.kind === 'instance' && other.cls === self.cls
            ? m.compare('==', self.attributes, other.attributes)
            : notImplemented;
        },
        accept,
      ),
    },
    behaviour: { construct: (m, cls, args) => instance(cls, undefined, namespaceOf(m, args)) },
  });
  return { SimpleNamespace: namespace, MappingProxyType: proxyClass(machine) };
}

function strtobool01(machine: Machine, args: { get(name: string): PyValue }): PyValue {
  const value = args.get('val');
  const text = textOf(value);
  if (text === undefined)
    return machine.raise('AttributeError', `'${machine.typeName(value)}' object has no attribute 'lower'`);
  const found = strtobool(text);
  if (found === undefined) return machine.raise('ValueError', `invalid truth value ${reprText(text.toLowerCase())}`);
  return int(found ? 1 : 0);
}

function absoluteName(m: Machine, name: string, from: string | undefined, refuse: () => never): string {
  const dots = /^\.*/u.exec(name)?.[0].length ?? 0;
  if (dots === 0) return name;
  if (from === undefined || from === '') return refuse();
  const parents = from.split('.');
  if (dots > parents.length) return m.raise('ImportError', 'attempted relative import beyond top-level package');
  const base = parents.slice(0, parents.length - dots + 1).join('.');
  const rest = name.slice(dots);
  return rest === '' ? base : `${base}.${rest}`;
}

/** What is no text is asked whether it starts with a dot. */
function noName(m: Machine, given: PyValue): PyValue {
  if (!m.doubt(given)) m.invoke(given, 'startswith', str('.'));
  return m.derive(m.doubt(given) ?? m.unknown('a module is named by no plain text'));
}

function loadImportlib(): Readonly<Record<string, PyValue>> {
  return {
    import_module: fn('importlib.import_module', '(name, package=)', (m, args) => {
      const given = args.get('name');
      const name = textOf(given);
      if (name === undefined) return noName(m, given);
      const from = args.optional('package');
      const isSet = from !== undefined && m.truth(from) === 'yes';
      if (name.startsWith('.') && from && isSet && textOf(from) === undefined && !m.doubt(from))
        return m.raise('TypeError', '__package__ not set to a string');
      if (name === '') return m.raise('ValueError', 'Empty module name');
      const refuse = () =>
        m.raise('TypeError', `the 'package' argument is required to perform a relative import for ${reprText(name)}`);
      return m.importModule(absoluteName(m, name, isSet ? textOf(from) : undefined, refuse));
    }),
    reload: fn('importlib.reload', '(module)', (m, args) => m.reload(args.get('module')), accept),
  };
}

function loadImportlibUtil(machine: Machine): Readonly<Record<string, PyValue>> {
  const spec = nativeClass(machine, { name: 'ModuleSpec', module: 'importlib.machinery', members: {} });
  return {
    find_spec: fn('importlib.util.find_spec', '(name, package=)', (m, args) => {
      const given = textOf(args.get('name'));
      if (given === undefined) return noName(m, args.get('name'));
      const from = args.optional('package');
      const isSet = from !== undefined && m.truth(from) !== 'no';
      if (given.startsWith('.') && isSet && from.kind !== 'str') {
        if (!m.doubt(from)) m.invoke(from, 'rsplit', str('.'), int(1));
        return m.unknown('the package that a name starts from is not known');
      }
      const name = absoluteName(m, given, isSet ? textOf(from) : undefined, () =>
        m.raise('ImportError', `no package specified for ${reprText(given)} (required for relative module names)`),
      );
      // It is there under another name.
      if (name === 'os.path') return m.unknown('the spec of `os.path` is not followed', { truth: true, notNone: true });
      const found = m.findsModule(name);
      if (found === undefined) return m.unknown(`whether \`${name}\` is installed is not known`);
      if (!found) return none;
      const attributes = { ...record({ name: str(name) }), open: m.unknown('module specs are not followed') };
      return { ...instance(spec, name), attributes };
    }),
    spec_from_file_location: fn('importlib.util.spec_from_file_location', '(*args, **extra)', (m) =>
      m.unknown('module specs are not followed'),
    ),
    module_from_spec: fn('importlib.util.module_from_spec', '(spec)', (m) =>
      m.unknown('module specs are not followed'),
    ),
  };
}

function loadMetadata(machine: Machine): Readonly<Record<string, PyValue>> {
  return {
    version: fn('importlib.metadata.version', '(distribution_name)', (m, args) => {
      const name = textOf(args.get('distribution_name'));
      const version = name === undefined ? undefined : versionOf(m, name);
      return version === undefined
        ? m.unknown('the installed version is not known', { type: 'str', truth: true })
        : str(version);
    }),
    entry_points: fn('importlib.metadata.entry_points', '(**extra)', (m) =>
      m.unknown('which packages are installed, and what they announce, is a fact of the host'),
    ),
    PackageNotFoundError: nativeClass(machine, {
      name: 'PackageNotFoundError',
      module: 'importlib.metadata',
      base: machine.builtinClass('ModuleNotFoundError'),
      members: {},
    }),
  };
}

/** The attributes of a `SimpleNamespace`, which takes a mapping or pairs since Python 3.13. */
function namespaceOf(machine: Machine, { positional, keywords }: PyArguments): PyDict {
  const attributes = record(keywords);
  const [given, ...more] = positional;
  if (!given) return attributes;
  if (!machine.python) return { ...attributes, open: machine.unknown('it depends on the version of Python') };
  if (!pythonAtLeast(machine, 13)) machine.raise('TypeError', 'no positional arguments expected');
  if (more.length > 0)
    machine.raise('TypeError', `SimpleNamespace expected at most 1 argument, got ${positional.length}`);
  const pairs = machine.call(machine.builtin('dict'), [given]);
  if (pairs.kind !== 'dict' || pairs.open || pairs.options)
    return { ...attributes, open: machine.derive(machine.doubt(pairs) ?? pairs) };
  if ([...pairs.entries.values()].some(({ key }) => key.kind !== 'str' && !machine.doubt(key)))
    machine.raise('TypeError', 'keywords must be strings');
  return { ...attributes, entries: new Map([...pairs.entries, ...attributes.entries]) };
}

function dedent(machine: Machine, args: { get(name: string): PyValue }): PyValue {
  const text = textOf(args.get('text'));
  if (text === undefined) return machine.unknown('`dedent` was given something that is not a str');
  const lines = text.split('\n').map((line) => (/^[ \t]+$/u.test(line) ? '' : line));
  const indents = lines.filter((line) => line !== '').map((line) => /^[ \t]*/u.exec(line)?.[0] ?? '');
  let common = indents[0] ?? '';
  for (const indent of indents) while (!indent.startsWith(common)) common = common.slice(0, -1);
  return str(lines.map((line) => (line === '' ? line : line.slice(common.length))).join('\n'));
}

/** Every line that is not blank gets the prefix. */
function indent(machine: Machine, args: Bound): PyValue {
  const [text, prefix] = [textOf(args.get('text')), textOf(args.get('prefix'))];
  if (text === undefined || prefix === undefined || args.some('predicate'))
    return machine.unmodelled('this `indent` is not modelled');
  return str(
    linesOf(text, true)
      .map((line) => (line.trim() === '' ? line : prefix + line))
      .join(''),
  );
}

/** `Name <address>` and bare addresses; anything cleverer is not followed. */
function parseAddress(machine: Machine, value: PyValue): PyValue {
  const text = textOf(value);
  const named = /^\s*([\w .'-]*?)\s*<([\w.+@-]+)>\s*$/u.exec(text ?? '');
  if (named) return tuple([str(named[1] ?? ''), str(named[2] ?? '')]);
  if (text !== undefined && /^[\w.+-]+@[\w.-]+$/u.test(text)) return tuple([str(''), str(text)]);
  return machine.unknown('this address is not taken apart', { type: 'tuple' });
}
