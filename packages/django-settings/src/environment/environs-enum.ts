/** environs' `env.enum`: a member by its name or its value. */
import { type Bound, type Machine, textOf } from '../evaluate/native.js';
import { bool, none, type PyClass, type PyInstance, type PyValue } from '../evaluate/value.js';
import { validationError } from './marshmallow.js';
import { packageAtLeast } from './package-version.js';

/** The member that the text names; `enum=` (`type=` before 13) says of which enumeration. */
export function castEnum(machine: Machine, value: PyValue, args: Bound): PyValue {
  const cls = args.extra.get('enum') ?? args.extra.get('type');
  if (cls?.kind !== 'class') return machine.unknown('which enumeration is read is not known');
  const members = membersOf(machine, cls);
  if (members.length === 0) return machine.unknown('the members of this enumeration are not modelled');
  return packageAtLeast(machine, 'environs', 13)
    ? byField(machine, cls, members, value, args)
    : byName(machine, cls, members, value, args);
}

function membersOf(machine: Machine, cls: PyClass): readonly PyInstance[] {
  const all = machine.iterate(cls);
  return all.every((one) => one.kind === 'instance') ? (all as readonly PyInstance[]) : [];
}

const nameOf = (machine: Machine, member: PyInstance) => textOf(machine.findAttribute(member, 'name')) ?? '';

function byField(machine: Machine, cls: PyClass, members: readonly PyInstance[], value: PyValue, args: Bound): PyValue {
  const byValue = args.extra.get('by_value') ?? bool(false);
  if (byValue.kind !== 'bool') return machine.unknown('an enumeration read by a field is not modelled');
  const refuse = (): never => {
    const choices = members.map((one) =>
      byValue.value ? textOf(machine.str(machine.findAttribute(one, 'value') ?? none)) : nameOf(machine, one),
    );
    return machine.raise(validationError(machine), `Must be one of: ${choices.join(', ')}.`);
  };
  if (byValue.value) return machine.attempt(() => machine.call(cls, [value]), ['ValueError'], refuse);
  if (value.kind !== 'str') return machine.raise(validationError(machine), 'Not a valid string.');
  const found = members.find((one) => nameOf(machine, one) === value.value);
  if (found) return found;
  // `getattr` also finds what is no member.
  return machine.findAttribute(cls, value.value) ?? refuse();
}

function byName(machine: Machine, cls: PyClass, members: readonly PyInstance[], value: PyValue, args: Bound): PyValue {
  const odd = [...args.extra.keys()].find((name) => name !== 'type' && name !== 'ignore_case');
  if (odd !== undefined) machine.raise('TypeError', `_enum_parser() got an unexpected keyword argument '${odd}'`);
  const refuse = (): never => machine.raise(validationError(machine), `Not a valid '${cls.name}' enum.`);
  if (value.kind === 'instance' && value.cls === cls && packageAtLeast(machine, 'environs', 12)) return value;
  const ignore = args.extra.get('ignore_case');
  if (!ignore || machine.truth(ignore) === 'no')
    return members.find((one) => nameOf(machine, one) === textOf(value)) ?? refuse();
  const wanted = textOf(machine.invoke(value, 'lower'));
  return members.find((one) => nameOf(machine, one).toLowerCase() === wanted) ?? refuse();
}
