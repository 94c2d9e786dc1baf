/** Tuples with names for their items: `collections.namedtuple`, and the classes of `typing.NamedTuple`. */
import { pythonAtLeast } from '../../environment/surroundings.js';
import { dictOf } from '../keys.js';
import { classMethod, fn, type Machine, method, nativeClass, property, textOf } from '../native.js';
import { bindArguments } from '../signature.js';
import {
  int,
  none,
  type PyArguments,
  type PyClass,
  type PyTuple,
  type PyValue,
  str,
  stringKey,
  tuple,
} from '../value.js';
import { reprText } from './python-text.js';

/** What a class of named tuples is made of. */
export interface NamedTupleSpec {
  readonly name: string;
  readonly module?: string | undefined;
  readonly fields: readonly string[];
  /** Those of the last fields, asked for once the names are found to be good. */
  readonly defaults: () => readonly PyValue[];
  /** What the class has besides. */
  readonly members?: Readonly<Record<string, PyValue>>;
}

/** Members by which a subclass would be another sequence than its tuple. */
const going = '__len__ __iter__ __getitem__ __contains__ __bool__ __getattribute__ __getattr__'.split(' ');

/** A class of tuples whose items have names. */
export function namedTupleClass(machine: Machine, spec: NamedTupleSpec): PyClass {
  const { name, fields } = spec;
  checkNames(machine, name, fields);
  const defaults = spec.defaults();
  if (defaults.length > fields.length) machine.raise('TypeError', 'Got more default values than field names');
  const make = (own: PyValue | undefined, values: readonly PyValue[]): PyTuple => ({
    ...tuple(values),
    cls: own?.kind === 'class' ? own : cls,
  });
  const cls: PyClass = nativeClass(machine, {
    name,
    // It says that it is the module's that calls.
    module: spec.module ?? textOf(machine.globals().entries.get('__name__')?.value) ?? 'collections',
    base: machine.builtinClass('tuple'),
    members: {
      ...Object.fromEntries(
        fields.map((field, index) => [field, property(field, (m, self) => m.getItem(self, int(index)))]),
      ),
      _fields: tuple(fields.map((field) => str(field))),
      _field_defaults: dictOf(defaults.map((value, index) => [str(fields.at(index - defaults.length) ?? ''), value])),
      _make: classMethod(`${name}._make`, '(cls, iterable)', (m, args) => {
        const items = m.iterate(args.get('iterable'));
        return items.length === fields.length || items.some((item) => item.kind === 'unknown' && item.many)
          ? make(args.get('cls'), items)
          : m.raise('TypeError', `Expected ${fields.length} arguments, got ${items.length}`);
      }),
      _asdict: method(`${name}._asdict`, '(self)', (m, args) => {
        const self = args.get('self');
        return self.kind === 'tuple' && self.cls
          ? dictOf(self.items.map((item, index) => [str(fields[index] ?? ''), item] as const))
          : m.derive(self);
      }),
      _replace: method(`${name}._replace`, '(self, **extra)', (m, args) => {
        const self = args.get('self');
        if (self.kind !== 'tuple' || !self.cls) return m.derive(self);
        const others = [...args.extra.keys()].filter((field) => !fields.includes(field)).map(reprText);
        if (others.length > 0)
          return m.raise(
            pythonAtLeast(m, 13) ? 'TypeError' : 'ValueError',
            `Got unexpected field names: [${others.join(', ')}]`,
          );
        return make(
          self.cls,
          self.items.map((item, index) => args.extra.get(fields[index] ?? '') ?? item),
        );
      }),
      ...spec.members,
    },
    behaviour: {
      construct(m, own, args) {
        const before = own.mro.slice(0, own.mro.indexOf(cls) + 1);
        const changed = before.some(({ attributes }) => going.some((member) => attributes.entries.has(member)));
        const made = make(own, itemsOf(m, { name, fields, defaults }, args));
        return changed ? m.unknown('a named tuple that is gone through in its own way is not evaluated') : made;
      },
    },
  });
  return cls;
}

/** Names of a namedtuple have to be identifiers, no keywords, different, and without an underscore in front. */
function checkNames(machine: Machine, name: string, fields: readonly string[]): void {
  const fail = (message: string): never => machine.raise('ValueError', message);
  for (const one of [name, ...fields]) {
    if (!/^[\p{ID_Start}_]\p{ID_Continue}*$/u.test(one))
      fail(`Type names and field names must be valid identifiers: ${reprText(one)}`);
    if (isKeyword(one)) fail(`Type names and field names cannot be a keyword: ${reprText(one)}`);
  }
  for (const [at, field] of fields.entries()) {
    if (field.startsWith('_')) fail(`Field names cannot start with an underscore: ${reprText(field)}`);
    if (fields.indexOf(field) < at) fail(`Encountered duplicate field name: ${reprText(field)}`);
  }
}

const keywords =
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is ' +
  'lambda nonlocal not or pass raise return try while with yield';

function isKeyword(word: string): boolean {
  return keywords.split(' ').includes(word);
}

interface Fields {
  readonly name: string;
  readonly fields: readonly string[];
  readonly defaults: readonly PyValue[];
}

function itemsOf(machine: Machine, { name, fields, defaults }: Fields, args: PyArguments): PyValue[] {
  const required = fields.length - defaults.length;
  const parameters = ['_cls', ...fields].map((field, at) => ({
    name: field,
    kind: 'either' as const,
    optional: at > required,
  }));
  const fail = (message: string): never => machine.raise('TypeError', message);
  const given = { ...args, positional: [none, ...args.positional] };
  const bound = bindArguments(`${name}.__new__`, parameters, given, fail, machine.python);
  return fields.map((field, index) => bound.optional(field) ?? defaults[index - required] ?? none);
}

/** `typing.NamedTuple`: a base whose subclasses are classes of named tuples, and a function that makes one. */
export function typedNamedTuple(machine: Machine): PyClass {
  const meta = fn(
    'typing.NamedTupleMeta',
    '(typename, bases, ns)',
    (m, args) => {
      const [name, space] = [textOf(args.get('typename')), args.get('ns')];
      const types = space.kind === 'dict' ? space.entries.get('__annotations__')?.value : undefined;
      if (types?.kind === 'dict' && [...types.entries.values()].some(({ value }) => isOddType(value)))
        return m.unmodelled('this NamedTuple is not modelled');
      return name === undefined || space.kind !== 'dict'
        ? m.unknown('this NamedTuple is not modelled')
        : classOfBody(
            m,
            name,
            new Map(
              [...space.entries].flatMap(([key, { value }]) =>
                typeof key === 'string' ? [[key, value] as const] : [],
              ),
            ),
          );
    },
    { unknowns: 'accept' },
  );
  const base = nativeClass(machine, {
    name: 'NamedTuple',
    module: 'typing',
    members: {},
    behaviour: {
      construct(m, _, { positional: [typename, fields, ...others], keywords }) {
        const name = typename?.kind === 'str' || typename?.kind === 'int' ? textOf(m.str(typename)) : undefined;
        const isOdd = others.length > 0 || (fields && fields.kind !== 'list' && fields.kind !== 'tuple');
        const given = fields && !isOdd ? m.iterate(fields) : [];
        const pairs = given.map((pair) =>
          pair.kind === 'tuple' && pair.items.length === 2 ? textOf(pair.items[0]) : undefined,
        );
        const types = given.map((pair) => (pair.kind === 'tuple' ? pair.items[1] : undefined));
        if (isOdd || name === undefined || pairs.includes(undefined) || types.some((type) => type && isOddType(type)))
          return m.unmodelled('this NamedTuple is not modelled');
        checkTypes(
          m,
          given.map((pair, at) => [pairs[at] ?? '', m.getItem(pair, int(1))] as const),
        );
        return namedTupleClass(m, { name, fields: [...(pairs as string[]), ...keywords.keys()], defaults: () => [] });
      },
    },
  });
  const made: PyClass = { ...base, metaclass: meta, mro: [] };
  (made.mro as PyClass[]).push(made, ...base.mro.slice(1));
  return made;
}

/** A text that stands for a type is compiled. */
const isOddType = (type: PyValue): boolean =>
  type.kind === 'str' &&
  !/^[\p{ID_Start}_][\p{ID_Continue}.,|[\]]*$/u.test(type.value.replaceAll(/, | (?=\|)|(?<=\|) /g, ''));

/** A tuple of types is no type. */
function checkTypes(machine: Machine, fields: readonly (readonly [name: string, type: PyValue])[]): void {
  for (const [name, type] of fields) {
    if (type.kind !== 'tuple' || type.cls) continue;
    const shown = machine.repr(type);
    const words = (text: string) =>
      str(`field ${name} annotation must be a type Got ${[...text].slice(0, 100).join('')}.`);
    machine.raise('TypeError', shown.kind === 'str' ? words(shown.value) : machine.derive(shown, { type: 'str' }));
  }
}

/** The class of a body: its annotations are the fields, what is assigned to them their defaults. */
function classOfBody(machine: Machine, name: string, body: ReadonlyMap<string, PyValue>): PyClass {
  const annotations = body.get('__annotations__');
  const fields = annotations?.kind === 'dict' ? [...annotations.entries.keys()].map(String) : [];
  const defaults: PyValue[] = [];
  const given: string[] = [];
  for (const field of fields) {
    const value = body.get(field);
    if (value) {
      defaults.push(value);
      given.push(field);
    } else if (given.length > 0) {
      const others = `${given.length > 1 ? 's' : ''} ${given.join(', ')}`;
      machine.raise('TypeError', `Non-default namedtuple field ${field} cannot follow default field${others}`);
    }
  }
  if (annotations?.kind === 'dict')
    checkTypes(
      machine,
      [...annotations.entries].map(([field, { value }]) => [String(field), value] as const),
    );
  const members = [...body].filter(([member]) => !fields.includes(member) && member !== '__annotations__');
  return namedTupleClass(machine, {
    name,
    module: textOf(body.get(String(stringKey('__module__')))) ?? 'typing',
    fields,
    defaults: () => defaults,
    members: Object.fromEntries(members),
  });
}
