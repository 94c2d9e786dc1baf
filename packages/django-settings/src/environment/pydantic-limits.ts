/** The limits that `Field(…)` sets: of numbers, and of how long a text or a list may be. */
import { textOf } from '../evaluate/native.js';
import { none, type PyValue } from '../evaluate/value.js';
import type { FieldType } from './pydantic-types.js';
import { type Place, unsure, type Validation, validate } from './pydantic-validate.js';

const BOUNDS: readonly (readonly [option: string, sign: string, type: string, words: string])[] = [
  ['gt', '>', 'greater_than', 'greater than'],
  ['ge', '>=', 'greater_than_equal', 'greater than or equal to'],
  ['lt', '<', 'less_than', 'less than'],
  ['le', '<=', 'less_than_equal', 'less than or equal to'],
];

const OTHERS = ['multiple_of', 'pattern', 'allow_inf_nan', 'max_digits', 'decimal_places', 'min_items', 'max_items'];

/** The value as the type has it, within the limits. */
export function limited(
  one: Validation,
  type: FieldType,
  options: ReadonlyMap<string, PyValue>,
  value: PyValue,
  at: Place,
): PyValue | undefined {
  const { machine } = one;
  const isSet = (name: string) => (options.get(name) ?? none).kind !== 'none';
  const bounds = BOUNDS.filter(([option]) => isSet(option));
  const sized = ['min_length', 'max_length'].filter(isSet);
  const before = one.problems.length;
  const made = validate(one, type, value, at);
  const odd = OTHERS.find(isSet);
  if (made && odd !== undefined) return unsure(one, machine.unknown(`\`${odd}=\` of \`Field\` is not modelled`));
  if (!made || one.problems.length > before || (bounds.length === 0 && sized.length === 0)) return made;
  if (made.kind === 'none' && type.kind === 'either') return made;
  if (made.kind === 'unknown') {
    one.unsure.push(made);
    return made;
  }
  const number = made.kind === 'int' || made.kind === 'float';
  const length = made.kind === 'str' ? [...made.value].length : made.kind === 'list' ? made.items.length : undefined;
  if ((bounds.length > 0 && !number) || (sized.length > 0 && length === undefined) || !isSimple(type))
    return unsure(one, machine.unknown('what limits mean for values of this type is not modelled'));
  for (const [option, sign, name, words] of bounds) {
    const bound = options.get(option) ?? none;
    const holds = machine.truth(machine.compare(sign, made, bound));
    if (holds === 'maybe') return unsure(one, machine.unknown('a limit is not known'));
    if (holds === 'yes') continue;
    one.problems.push({ at, type: name, words: `Input should be ${words} ${shown(bound)}`, input: value });
    return undefined;
  }
  for (const option of sized) {
    const bound = options.get(option);
    if (bound?.kind !== 'int') return unsure(one, machine.unknown('a limit is not known'));
    const most = Number(bound.value);
    const least = option === 'min_length';
    if (least ? (length ?? 0) >= most : (length ?? 0) <= most) continue;
    const some = `at ${least ? 'least' : 'most'} ${most}`;
    const plural = most === 1 ? '' : 's';
    const isText = made.kind === 'str';
    const words = isText
      ? `String should have ${some} character${plural}`
      : `List should have ${some} item${plural} after validation, not ${length}`;
    one.problems.push({ at, type: `${isText ? 'string_' : ''}too_${least ? 'short' : 'long'}`, words, input: value });
    return undefined;
  }
  return made;
}

function isSimple(type: FieldType): boolean {
  if (type.kind === 'either') return type.types.filter(({ kind }) => kind !== 'none').length === 1;
  return ['int', 'float', 'str', 'list'].includes(type.kind);
}

function shown(bound: PyValue): string {
  return bound.kind === 'int'
    ? String(bound.value)
    : (textOf(bound) ?? (bound.kind === 'float' ? String(bound.value) : '?'));
}
