/** What class bodies of pydantic's models are marked with: `Field(…)`, aliases, and decorators of the functions that check. */
import { type Bound, fn, instance, type Machine, nativeClass } from '../evaluate/native.js';
import { type PyClass, type PyInstance, type PyValue, pyFalse } from '../evaluate/value.js';

const ACCEPT = { unknowns: 'accept' } as const;

function marker(machine: Machine, name: string, module: string, members: Record<string, PyValue> = {}): PyClass {
  return machine.once(`pydantic.${name}`, () => nativeClass(machine, { name, module, members }));
}

/** What `Field(…)` was given; `undefined` for any other value. */
export function fieldOptions(value: PyValue | undefined): ReadonlyMap<string, PyValue> | undefined {
  return isMarker(value, 'FieldInfo') ? (value.payload as ReadonlyMap<string, PyValue>) : undefined;
}

/** Whether it is an object of that class of pydantic's. */
export function isMarker(value: PyValue | undefined, name: string): value is PyInstance {
  return value?.kind === 'instance' && value.cls.name === name && /^pydantic(?:_settings)?\b/u.test(value.cls.module);
}

/** A function that a decorator took. */
export interface Decorated {
  readonly kind: 'field' | 'model' | 'computed' | 'written' | 'other';
  readonly mode: string;
  /** A `validator` as it was before pydantic 2. */
  readonly old?: boolean;
  readonly fields: readonly (string | undefined)[];
  readonly wrapped: PyValue;
}

/** What a decorator made; `undefined` for any other value. */
export function decorated(value: PyValue): Decorated | undefined {
  return isMarker(value, 'PydanticDescriptorProxy') ? (value.payload as Decorated) : undefined;
}

/** The members of the module `pydantic` that mark. */
export function markers(machine: Machine): Readonly<Record<string, PyValue>> {
  const info = marker(machine, 'FieldInfo', 'pydantic.fields');
  const privateAttr = marker(machine, 'ModelPrivateAttr', 'pydantic.fields');
  const choices = marker(machine, 'AliasChoices', 'pydantic.aliases');
  const path = marker(machine, 'AliasPath', 'pydantic.aliases');
  const validators = ['BeforeValidator', 'AfterValidator', 'PlainValidator', 'WrapValidator'].map((name) => {
    const cls = marker(machine, name, 'pydantic.functional_validators');
    return [name, fn(`pydantic.${name}`, '(func, **extra)', (_, args) => instance(cls, args.get('func')), ACCEPT)];
  });
  return {
    Field: fn(
      'pydantic.Field',
      '(default=, *, default_factory=, **extra)',
      (m, args) => fieldInfo(m, info, args),
      ACCEPT,
    ),
    PrivateAttr: fn(
      'pydantic.PrivateAttr',
      '(default=, *, default_factory=, init=)',
      (_, args) => instance(privateAttr, optionsOf(args, ['default', 'default_factory'])),
      ACCEPT,
    ),
    AliasChoices: fn('pydantic.AliasChoices', '(first_choice, *choices)', (_, args) =>
      instance(choices, [args.get('first_choice'), ...args.rest]),
    ),
    AliasPath: fn('pydantic.AliasPath', '(first_arg, *args)', (_, args) => instance(path, args.all())),
    ...Object.fromEntries(validators),
    field_validator: decorator('field_validator', (fields, keywords) => ({
      kind: 'field',
      mode: textOr(keywords.get('mode'), 'after'),
      fields,
    })),
    validator: decorator('validator', (fields, keywords) => {
      const pre = keywords.get('pre') ?? pyFalse;
      const plain = !keywords.has('each_item') && pre.kind === 'bool';
      return { kind: plain ? 'field' : 'other', mode: pre === pyFalse ? 'after' : 'before', fields, old: true };
    }),
    model_validator: decorator('model_validator', (_, keywords) => ({
      kind: 'model',
      mode: textOr(keywords.get('mode'), ''),
      fields: [],
    })),
    root_validator: decorator('root_validator', () => ({ kind: 'other', mode: '', fields: [] })),
    field_serializer: decorator('field_serializer', (fields) => ({ kind: 'written', mode: '', fields })),
    model_serializer: decorator('model_serializer', () => ({ kind: 'written', mode: '', fields: ['*'] })),
    computed_field: fn(
      'pydantic.computed_field',
      '(func=, /, **extra)',
      (m, args) => {
        const given = args.optional('func');
        const take = (inner: Machine, wrapped: PyValue) =>
          proxy(inner, { kind: 'computed', mode: '', fields: [], wrapped });
        if (given) return take(m, given);
        return fn('pydantic.computed_field.dec', '(f)', (inner, one) => take(inner, one.get('f')), ACCEPT);
      },
      ACCEPT,
    ),
  };
}

function fieldInfo(machine: Machine, info: PyClass, args: Bound): PyValue {
  const options = new Map([...args.extra, ...optionsOf(args, ['default', 'default_factory'])]);
  if (options.get('default')?.kind === 'special') options.delete('default');
  if (options.get('default_factory')?.kind === 'none') options.delete('default_factory');
  if (options.has('default') && options.has('default_factory'))
    return machine.raise('TypeError', 'cannot specify both default and default_factory');
  return instance(info, options);
}

function optionsOf(args: Bound, names: readonly string[]): Map<string, PyValue> {
  return new Map(
    names.flatMap((name) => {
      const value = args.optional(name);
      return value ? [[name, value] as const] : [];
    }),
  );
}

const textOr = (value: PyValue | undefined, otherwise: string): string =>
  value === undefined ? otherwise : value.kind === 'str' ? value.value : '?';

function decorator(
  name: string,
  read: (fields: Decorated['fields'], keywords: ReadonlyMap<string, PyValue>) => Omit<Decorated, 'wrapped'>,
): PyValue {
  return fn(
    `pydantic.${name}`,
    '(*fields, **keywords)',
    (machine, args) => {
      const [first] = args.rest;
      const about = read(
        args.rest.map((one) => (one.kind === 'str' ? one.value : undefined)),
        args.extra,
      );
      if (first?.kind === 'function' || first?.kind === 'descriptor')
        return proxy(machine, { ...about, wrapped: first });
      return fn(`pydantic.${name}.dec`, '(f)', (m, one) => proxy(m, { ...about, wrapped: one.get('f') }), ACCEPT);
    },
    ACCEPT,
  );
}

function proxy(machine: Machine, payload: Decorated): PyValue {
  return instance(marker(machine, 'PydanticDescriptorProxy', 'pydantic._internal._decorators', {}), payload);
}
