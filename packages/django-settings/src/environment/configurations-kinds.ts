/** The kinds of `configurations.values`: how each turns a text into what the setting is, and what it asks of its default. */
import { dictOf } from '../evaluate/keys.js';
import type { Bound, Certain, Machine } from '../evaluate/native.js';
import { textOf } from '../evaluate/native.js';
import { bool, emptyDict, none, type PyClass, type PyInstance, type PyValue, str, tuple } from '../evaluate/value.js';
import { above, classOf, get, INIT, initAbove, isTrue, on, refuse } from './configurations-object.js';
import { nestedMembers, sequenceMembers, setMembers } from './configurations-sequences.js';
import { acceptsText, VALIDATED } from './configurations-validated.js';
import { configurationsBool } from './truth-words.js';

/** What is certain of a kind's value where the variable is not known. */
export function typeOfKind(cls: PyClass): Certain | undefined {
  if (cls.mro.some((one) => one.module !== 'configurations.values' && one.attributes.entries.has('to_python')))
    return undefined;
  const kind = cls.mro.find((one) => Object.hasOwn(TYPES, one.name));
  return kind ? (TYPES[kind.name] ?? {}) : {};
}

const TYPES: Readonly<Record<string, Certain>> = {
  BooleanValue: { type: 'bool' },
  IntegerValue: { type: 'int' },
  FloatValue: { type: 'float' },
  DecimalValue: {},
  SetValue: { type: 'set' },
  ListValue: { type: 'list' },
  TupleValue: { type: 'tuple' },
  SingleNestedListValue: { type: 'list' },
  SingleNestedTupleValue: { type: 'tuple' },
  DictValue: { type: 'dict' },
  DictBackendMixin: { type: 'dict' },
  EmailURLValue: { type: 'dict' },
  CastingMixin: {},
  Value: { type: 'str' },
};

/** All classes of the module but `Value`, by name. */
export function kindsOf(machine: Machine, value: PyValue): Readonly<Record<string, PyValue>> {
  const make = (name: string, bases: readonly PyValue[], members: Readonly<Record<string, PyValue>> = {}) =>
    classOf(machine, name, bases, members);
  const multiple = make('MultipleMixin', [machine.builtin('object')], { multiple: bool(true) });
  const casting = make('CastingMixin', [machine.builtin('object')], castingMembers(machine));
  const validation = make('ValidationMixin', [machine.builtin('object')], {});
  const integer = make('IntegerValue', [casting, value], { caster: machine.builtin('int') });
  const sequence = make('SequenceValue', [value], sequenceMembers());
  const nested = make('SingleNestedSequenceValue', [sequence], nestedMembers());
  const listOf = make('ListValue', [sequence], { sequence_type: machine.builtin('list') });
  const backend = make('DictBackendMixin', [value], backendMembers());
  const url = (name: string, caster: string, variable: string, what: string) =>
    make(name, [backend, casting, value], {
      caster: str(caster),
      message: str(`Cannot interpret ${what} URL value {0!r}`),
      environ_name: str(variable),
      late_binding: bool(true),
    });
  const validated = Object.entries(VALIDATED).map(([name, { message }]) => [
    name,
    make(name, [validation, value], { message: str(message), ...validatedMembers(name) }),
  ]);
  return {
    MultipleMixin: multiple,
    CastingMixin: casting,
    ValidationMixin: validation,
    DictBackendMixin: backend,
    SequenceValue: sequence,
    BooleanValue: make('BooleanValue', [value], booleanMembers()),
    IntegerValue: integer,
    PositiveIntegerValue: make('PositiveIntegerValue', [integer], {
      to_python: on('PositiveIntegerValue.to_python', ', value', (m, self, args) => {
        const number = m.call(above(m, self, 'PositiveIntegerValue', 'to_python'), [args.get('value')]);
        return number.kind === 'int' && number.value < 0n ? refuse(m, self, args.get('value')) : number;
      }),
    }),
    FloatValue: make('FloatValue', [casting, value], { caster: machine.builtin('float') }),
    DecimalValue: make('DecimalValue', [value], {
      to_python: on('DecimalValue.to_python', ', value', (m) =>
        m.unknown('`DecimalValue` is not modelled', { notNone: true }),
      ),
    }),
    ListValue: listOf,
    TupleValue: make('TupleValue', [sequence], { sequence_type: machine.builtin('tuple') }),
    SingleNestedListValue: make('SingleNestedListValue', [nested], { sequence_type: machine.builtin('list') }),
    SingleNestedTupleValue: make('SingleNestedTupleValue', [nested], { sequence_type: machine.builtin('tuple') }),
    BackendsValue: make('BackendsValue', [listOf], {
      converter: on('BackendsValue.converter', ', value', (m, _, args) => {
        const doubt = m.unknown('`BackendsValue` imports what it names while the settings load');
        return m.branch(
          'maybe',
          () => args.get('value'),
          () => m.raise('ValueError', 'it cannot be imported'),
          doubt,
        );
      }),
    }),
    SetValue: make('SetValue', [listOf], setMembers()),
    DictValue: make('DictValue', [value], dictMembers()),
    ...Object.fromEntries(validated),
    PathValue: make('PathValue', [value], pathMembers()),
    SecretValue: make('SecretValue', [value], secretMembers()),
    EmailURLValue: make('EmailURLValue', [casting, multiple, value], {
      caster: str('dj_email_url.parse'),
      message: str('Cannot interpret email URL value {0!r}'),
      late_binding: bool(true),
      __init__: on('EmailURLValue.__init__', INIT, (m, self, args) =>
        urlInit(m, self, args, 'EmailURLValue', str('EMAIL_URL')),
      ),
    }),
    DatabaseURLValue: url('DatabaseURLValue', 'dj_database_url.parse', 'DATABASE_URL', 'database'),
    CacheURLValue: url('CacheURLValue', 'django_cache_url.parse', 'CACHE_URL', 'cache'),
    SearchURLValue: url('SearchURLValue', 'dj_search_url.parse', 'SEARCH_URL', 'Search'),
  };
}

function booleanMembers(): Readonly<Record<string, PyValue>> {
  const words = (all: readonly string[]) => tuple(all.map((one) => str(one)));
  return {
    true_values: words(['yes', 'y', 'true', '1']),
    false_values: words(['no', 'n', 'false', '0', '']),
    __init__: on('BooleanValue.__init__', INIT, (m, self, args) => {
      initAbove(m, self, 'BooleanValue', args);
      const given = get(m, self, 'default');
      if (m.truth(m.compare('in', given, tuple([bool(true), bool(false)]))) !== 'no') return none;
      return m.raise('ValueError', `Default value ${textOf(m.repr(given))} is not a boolean value`);
    }),
    to_python: on('BooleanValue.to_python', ', value', (m, _, args) => {
      const text = textOf(args.get('value'));
      if (text === undefined) return m.derive(args.get('value'), { type: 'bool' });
      const found = configurationsBool(text);
      if (found !== undefined) return bool(found);
      return m.raise('ValueError', `Cannot interpret boolean value ${textOf(m.repr(str(text)))}`);
    }),
  };
}

/** Options that dj-database-url and its relatives take, handed on where the value was made with them. */
const CASTER_OPTIONS = [
  'engine',
  'conn_max_age',
  'conn_health_checks',
  'disable_server_side_cursors',
  'ssl_require',
  'test_options',
];

function castingMembers(machine: Machine): Readonly<Record<string, PyValue>> {
  return {
    exception: tuple([machine.builtin('TypeError'), machine.builtin('ValueError')]),
    message: str('Cannot interpret value {0!r}'),
    __init__: on('CastingMixin.__init__', INIT, (m, self, args) => {
      initAbove(m, self, 'CastingMixin', args);
      m.setAttribute(self, '_caster', casterOf(m, self));
      const options = [...args.extra].filter(([name]) => CASTER_OPTIONS.includes(name));
      m.setAttribute(self, '_params', dictOf(options.map(([name, value]) => [str(name), value])));
      return none;
    }),
    to_python: on('CastingMixin.to_python', ', value', (m, self, args) => {
      const value = args.get('value');
      const params = get(m, self, '_params');
      const keywords = new Map(
        params.kind === 'dict' ? [...params.entries.values()].map((one) => [textOf(one.key) ?? '', one.value]) : [],
      );
      return m.attempt(
        () => m.call(get(m, self, '_caster'), [value], keywords),
        ['TypeError', 'ValueError'],
        () => refuse(m, self, value),
      );
    }),
  };
}

function casterOf(machine: Machine, self: PyInstance): PyValue {
  const raw = self.cls.mro.map((cls) => cls.attributes.entries.get('caster')?.value).find((one) => one !== undefined);
  const path = textOf(raw);
  // A plain function of a class is bound to the object where it is read.
  if (path === undefined) return get(machine, self, 'caster');
  const dot = path.lastIndexOf('.');
  return machine.attempt(
    () => machine.from(path.slice(0, dot), path.slice(dot + 1)),
    ['ImportError'],
    () =>
      machine.raise(
        machine.classFrom('django.core.exceptions', 'ImproperlyConfigured'),
        `Could not import ${textOf(machine.repr(str(path)))}`,
      ),
  );
}

function dictMembers(): Readonly<Record<string, PyValue>> {
  return {
    message: str('Cannot interpret dict value {0!r}'),
    __init__: on('DictValue.__init__', INIT, (m, self, args) => {
      initAbove(m, self, 'DictValue', args);
      const given = get(m, self, 'default');
      m.setAttribute(self, 'default', given.kind === 'none' ? emptyDict() : m.call(m.builtin('dict'), [given]));
      return none;
    }),
    to_python: on('DictValue.to_python', ', value', (m, self, args) => {
      const value = args.get('value');
      if (!isTrue(m, value)) return emptyDict();
      const found = m.attempt(
        () => m.call(m.from('ast', 'literal_eval'), [value]),
        ['ValueError'],
        () => refuse(m, self, value),
      );
      return found.kind === 'dict' || found.kind === 'unknown' ? found : refuse(m, self, value);
    }),
  };
}

function validatedMembers(name: string): Readonly<Record<string, PyValue>> {
  return {
    __init__: on(`${name}.__init__`, INIT, (m, self, args) => {
      const regex = args.extra.get('regex');
      if (regex) m.setAttribute(self, 'regex', regex);
      initAbove(m, self, name, args, {}, ['regex']);
      const given = get(m, self, 'default');
      if (isTrue(m, given)) m.invoke(self, 'to_python', given);
      return none;
    }),
    to_python: on(`${name}.to_python`, ', value', (m, self, args) => {
      const value = args.get('value');
      const accepted = acceptsText(m, name, value, m.findAttribute(self, 'regex'));
      const doubt = m.unknown(`whether Django takes this for a right \`${name}\` is not modelled`);
      return m.branch(
        accepted,
        () => value,
        () => refuse(m, self, value),
        doubt,
      );
    }),
  };
}

function pathMembers(): Readonly<Record<string, PyValue>> {
  return {
    __init__: on('PathValue.__init__', INIT, (m, self, args) => {
      m.setAttribute(self, 'check_exists', args.extra.get('check_exists') ?? bool(true));
      initAbove(m, self, 'PathValue', args, {}, ['check_exists']);
      return none;
    }),
    setup: on('PathValue.setup', ', name', (m, self, args) => {
      const raw = m.call(above(m, self, 'PathValue', 'setup'), [args.get('name')]);
      const path = m.call(m.from('os.path', 'expanduser'), [raw]);
      if (isTrue(m, get(m, self, 'check_exists'))) {
        const there = m.call(m.from('os.path', 'exists'), [path]);
        m.branch(
          m.truth(there),
          () => none,
          () => m.raise('ValueError', `Path ${textOf(m.repr(path))} does not exist.`),
          m.doubt(there),
        );
      }
      return m.call(m.from('os.path', 'abspath'), [path]);
    }),
  };
}

function secretMembers(): Readonly<Record<string, PyValue>> {
  return {
    __init__: on('SecretValue.__init__', INIT, (m, self, args) => {
      initAbove(m, self, 'SecretValue', args, { environ: bool(true), environ_required: bool(true) });
      if (get(m, self, 'default').kind === 'none') return none;
      return m.raise('ValueError', 'Secret values are only allowed to be set as environment variables');
    }),
    setup: on('SecretValue.setup', ', name', (m, self, args) => {
      const value = m.call(above(m, self, 'SecretValue', 'setup'), [args.get('name')]);
      if (m.truth(value) !== 'no') return value;
      return m.raise('ValueError', `Secret value ${textOf(m.repr(args.get('name')))} is not set`);
    }),
  };
}

/** Values out of a URL have a variable of their own, without the prefix, and read their default as a URL too. */
function urlInit(machine: Machine, self: PyInstance, args: Bound, owner: string, variable: PyValue): PyValue {
  const more: Record<string, PyValue> = {};
  const own = { environ: bool(true), environ_prefix: none, environ_name: variable };
  for (const [name, value] of Object.entries(own)) if (!args.extra.has(name)) more[name] = value;
  initAbove(machine, self, owner, args, more, ['alias']);
  const given = get(machine, self, 'default');
  machine.setAttribute(self, 'default', given.kind === 'none' ? emptyDict() : machine.invoke(self, 'to_python', given));
  return none;
}

function backendMembers(): Readonly<Record<string, PyValue>> {
  return {
    default_alias: str('default'),
    __init__: on('DictBackendMixin.__init__', INIT, (m, self, args) => {
      m.setAttribute(self, 'alias', args.extra.get('alias') ?? get(m, self, 'default_alias'));
      return urlInit(m, self, args, 'DictBackendMixin', get(m, self, 'environ_name'));
    }),
    to_python: on('DictBackendMixin.to_python', ', value', (m, self, args) =>
      dictOf([[get(m, self, 'alias'), m.call(above(m, self, 'DictBackendMixin', 'to_python'), [args.get('value')])]]),
    ),
  };
}
