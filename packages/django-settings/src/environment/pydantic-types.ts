/** Which type pydantic reads in an annotation, as far as what it makes of values is modelled. */
import { isEnum } from '../evaluate/library/enum-bases.js';
import type { Machine } from '../evaluate/native.js';
import { unionMembers } from '../evaluate/type-union.js';
import type { PyClass, PyUnknown, PyValue } from '../evaluate/value.js';
import type { WrittenType } from '../evaluate/written-types.js';

/** A type that a field can have. */
export type FieldType =
  | { readonly kind: 'bool' | 'int' | 'float' | 'str' | 'any' | 'none' | 'path' | 'secret' }
  | { readonly kind: 'list' | 'set' | 'frozenset' | 'tuple'; readonly item: FieldType }
  | { readonly kind: 'fixed'; readonly items: readonly FieldType[] }
  | { readonly kind: 'dict'; readonly key: FieldType; readonly value: FieldType; readonly bare: boolean }
  | { readonly kind: 'either'; readonly types: readonly FieldType[] }
  | { readonly kind: 'literal'; readonly values: readonly PyValue[] }
  | { readonly kind: 'enum' | 'model'; readonly cls: PyClass }
  | { readonly kind: 'with'; readonly type: FieldType; readonly about: readonly PyValue[] }
  /** `text` where its variable is certainly handed over as it is. */
  | { readonly kind: 'unmodelled'; readonly why: PyUnknown; readonly text: boolean };

const ANY: FieldType = { kind: 'any' };

/** The type that is written; `model` says which classes are pydantic's. */
export function fieldType(machine: Machine, type: WrittenType, model: (cls: PyClass) => boolean): FieldType {
  const inner = (one: WrittenType) => fieldType(machine, one, model);
  if (type.kind === 'either') return { kind: 'either', types: flat(type.types.map(inner)) };
  if (type.kind === 'plain') return plainType(machine, type.value, type.name, model);
  const { origin, parts } = type;
  const name = typingName(origin) ?? builtinName(origin);
  const [first, second] = parts;
  if (!first) return unmodelled(machine, origin);
  switch (name) {
    case 'Optional':
      return { kind: 'either', types: flat([inner(first), { kind: 'none' }]) };
    case 'Union':
      return parts.length === 1 ? inner(first) : { kind: 'either', types: flat(parts.map(inner)) };
    case 'Annotated':
      return { kind: 'with', type: inner(first), about: parts.slice(1).map(valueOf) };
    case 'Literal':
      return parts.every(({ kind }) => kind === 'plain')
        ? { kind: 'literal', values: parts.map(valueOf) }
        : unmodelled(machine, origin);
    case 'List':
    case 'list':
      return { kind: 'list', item: inner(first) };
    case 'Set':
    case 'set':
      return { kind: 'set', item: inner(first) };
    case 'FrozenSet':
    case 'frozenset':
      return { kind: 'frozenset', item: inner(first) };
    case 'Dict':
    case 'dict':
      return second
        ? { kind: 'dict', key: inner(first), value: inner(second), bare: false }
        : unmodelled(machine, origin);
    case 'Tuple':
    case 'tuple':
      return second?.kind === 'plain' && second.value.kind === 'special'
        ? { kind: 'tuple', item: inner(first) }
        : { kind: 'fixed', items: parts.map(inner) };
    default:
      return unmodelled(machine, origin);
  }
}

function valueOf(type: WrittenType): PyValue {
  return type.kind === 'plain' ? type.value : { kind: 'unknown', why: 'a type, used for annotations only' };
}

/** A union in a union is one. */
function flat(types: readonly FieldType[]): readonly FieldType[] {
  return types.flatMap((type) => (type.kind === 'either' ? type.types : [type]));
}

function typingName(value: PyValue): string | undefined {
  return value.kind === 'unknown' ? /^typing(?:_extensions)?\.(\w+)$/u.exec(value.symbol ?? '')?.[1] : undefined;
}

function builtinName(value: PyValue): string | undefined {
  return value.kind === 'class' && value.module === 'builtins' ? value.name : undefined;
}

function plainType(
  machine: Machine,
  value: PyValue,
  name: string | undefined,
  model: (cls: PyClass) => boolean,
): FieldType {
  if (value.kind === 'none') return { kind: 'none' };
  const members = unionMembers(value);
  if (members) return { kind: 'either', types: members.map((one) => classType(machine, one, undefined, model)) };
  if (value.kind === 'class') return classType(machine, value, name, model);
  const typing = typingName(value);
  if (typing === 'Any') return ANY;
  if (typing && name === typing) return bare(typing.toLowerCase()) ?? unmodelled(machine, value);
  return unmodelled(machine, value);
}

/** A container whose items may be anything. */
function bare(name: string): FieldType | undefined {
  if (name === 'list' || name === 'set' || name === 'frozenset' || name === 'tuple') return { kind: name, item: ANY };
  return name === 'dict' ? { kind: 'dict', key: ANY, value: ANY, bare: true } : undefined;
}

function classType(
  machine: Machine,
  cls: PyClass,
  name: string | undefined,
  model: (cls: PyClass) => boolean,
): FieldType {
  if (model(cls)) return { kind: 'model', cls };
  if (cls.module === 'builtins') {
    switch (cls.name) {
      case 'bool':
      case 'int':
      case 'float':
      case 'str':
        return { kind: cls.name };
      case 'object':
        return ANY;
      case 'NoneType':
        return { kind: 'none' };
      default:
        // `Hosts = list[str]` is the class too: only under its own name does it say that its items may be anything.
        return (name === cls.name ? bare(cls.name) : undefined) ?? unmodelled(machine, cls);
    }
  }
  if (cls.name === 'Path' && /^pathlib\b/u.test(cls.module)) return { kind: 'path' };
  if (cls.name === 'SecretStr' && cls.module === 'pydantic.types') return { kind: 'secret' };
  if (isEnum(cls)) return { kind: 'enum', cls };
  return unmodelled(machine, cls);
}

/** Types of pydantic and of the standard library whose variables are no JSON. */
const PLAIN_TEXT =
  /^(?:pydantic\.(?:(?:Any|Any[Hh]ttp|Http|File|Ftp|Websocket)Url|\w+Dsn|EmailStr|NameEmail|Positive\w+|Negative\w+|NonNegative\w+|NonPositive\w+|Strict\w+|DirectoryPath|FilePath|NewPath|SecretBytes|UUID\d?|IPvAny\w+|ByteSize)|(?:datetime|decimal|uuid|ipaddress)\.\w+)$/u;

function unmodelled(machine: Machine, value: PyValue): FieldType {
  const symbol = value.kind === 'unknown' ? value.symbol : undefined;
  const dotted = value.kind === 'class' ? `${value.module}.${value.name}` : symbol;
  const shown = dotted?.replace(/^builtins\./u, '');
  const why = machine.unknown(
    shown === undefined
      ? 'the type of the field is not evaluated'
      : `what pydantic makes of a \`${shown}\` is not modelled`,
  );
  return { kind: 'unmodelled', why, text: dotted !== undefined && PLAIN_TEXT.test(dotted) };
}

/** Whether the variable of such a field is JSON; `either` where one that is none is taken as it is. */
export function isComplex(type: FieldType): 'yes' | 'no' | 'either' | 'unknown' {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'frozenset':
    case 'tuple':
    case 'fixed':
    case 'dict':
    case 'model':
      return 'yes';
    case 'with':
      return isComplex(type.type);
    case 'either': {
      const all = type.types.map(isComplex);
      return all.includes('unknown') ? 'unknown' : all.some((one) => one !== 'no') ? 'either' : 'no';
    }
    case 'unmodelled':
      return type.text ? 'no' : 'unknown';
    case 'enum':
      return type.cls.mro.some(({ module, name }) => module === 'builtins' && name === 'tuple') ? 'yes' : 'no';
    default:
      return 'no';
  }
}
