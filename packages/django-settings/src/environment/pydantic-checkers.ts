/** The functions that check or change a value: validators of the class, and what stands beside a type in `Annotated`. */
import { instance, type Machine, nativeClass, textOf } from '../evaluate/native.js';
import { Raised } from '../evaluate/raised.js';
import { none, type PyValue, record, str } from '../evaluate/value.js';
import { limited } from './pydantic-limits.js';
import { isMarker } from './pydantic-markers.js';
import { type Checker, isPydantic, type Model, type ModelField } from './pydantic-registry.js';
import type { FieldType } from './pydantic-types.js';
import { type Place, unsure, type Validation, validate } from './pydantic-validate.js';

/** One step around the validation of a type. */
interface Step {
  readonly mode: string;
  readonly run: (value: PyValue) => PyValue;
}

/** A field's value as its type and all that checks it have it; `undefined` where a problem was noted. */
export function validateField(
  one: Validation,
  model: Model,
  field: ModelField,
  value: PyValue,
  at: Place,
  soFar: ReadonlyMap<string, PyValue>,
): PyValue | undefined {
  const { machine } = one;
  const steps = stepsIn(machine, field.about);
  if (!steps) return unsure(one, machine.unknown('what stands beside the type in `Annotated` is not modelled'));
  for (const checker of model.checkers) {
    if (checker.kind !== 'field' || !(checker.fields.includes(field.name) || checker.fields.includes('*'))) continue;
    const step = stepOf(machine, model, checker, field, soFar);
    if (!step) return unsure(one, machine.unknown(`how \`${checker.name}\` is called is not modelled`));
    steps.push(step);
  }
  const innermost = (given: PyValue) => limited(one, field.type, field.options, given, at);
  return through(one, steps, innermost, value, at);
}

/** A value of a type with more beside it, inside another type. */
export function validateAbout(
  one: Validation,
  type: FieldType,
  about: readonly PyValue[],
  value: PyValue,
  at: Place,
): PyValue | undefined {
  const steps = stepsIn(one.machine, about);
  if (!steps) return unsure(one, one.machine.unknown('what stands beside the type in `Annotated` is not modelled'));
  return through(one, steps, (given) => validate(one, type, given, at), value, at);
}

function stepsIn(machine: Machine, about: readonly PyValue[]): Step[] | undefined {
  const steps: Step[] = [];
  for (const mark of about) {
    if (mark.kind === 'str' || (mark.kind === 'class' && isPydantic(mark, 'NoDecode'))) continue;
    if (mark.kind === 'class' && isPydantic(mark, 'ForceDecode')) continue;
    const mode = (['Before', 'After', 'Plain'] as const).find((name) => isMarker(mark, `${name}Validator`));
    if (!mode || mark.kind !== 'instance') return undefined;
    const callee = mark.payload as PyValue;
    const asked = arity(callee);
    if (asked !== undefined && asked !== 1) return undefined;
    steps.push({ mode: mode.toLowerCase(), run: (value) => machine.call(callee, [value]) });
  }
  return steps;
}

function stepOf(
  machine: Machine,
  model: Model,
  checker: Checker,
  field: ModelField,
  soFar: ReadonlyMap<string, PyValue>,
): Step | undefined {
  const callee = machine.getAttribute(model.cls, checker.name);
  const asked = arity(callee);
  if (asked === 1) return { mode: checker.mode, run: (value) => machine.call(callee, [value]) };
  if (asked !== 2) return undefined;
  const data = record(soFar);
  const about = checker.old ? data : infoOf(machine, field.name, data);
  // Before pydantic 2 a second parameter had to be called `values`.
  if (checker.old && parameterNames(callee).at(-1) !== 'values') return undefined;
  return { mode: checker.mode, run: (value) => callAbout(machine, callee, value, about, checker.old) };
}

function callAbout(machine: Machine, callee: PyValue, value: PyValue, about: PyValue, old: boolean): PyValue {
  return old ? machine.call(callee, [value], new Map([['values', about]])) : machine.call(callee, [value, about]);
}

function infoOf(machine: Machine, name: string, data: PyValue): PyValue {
  const cls = machine.once('pydantic.ValidationInfo', () =>
    nativeClass(machine, { name: 'ValidationInfo', module: 'pydantic_core.core_schema', members: {} }),
  );
  const config = machine.unknown('the configuration of a model is not followed');
  return instance(cls, undefined, record({ data, field_name: str(name), mode: str('python'), context: none, config }));
}

interface Parameters {
  readonly parameters?: readonly { readonly name: string; readonly kind: string; readonly optional: boolean }[];
}

function parametersOf(callee: PyValue): NonNullable<Parameters['parameters']> | undefined {
  if (callee.kind === 'method') return parametersOf(callee.callee)?.slice(1);
  return callee.kind === 'function' ? (callee.body as Parameters).parameters : undefined;
}

const parameterNames = (callee: PyValue): readonly string[] => (parametersOf(callee) ?? []).map(({ name }) => name);

/** How many arguments a function of the project needs; `undefined` where that is not known. */
function arity(callee: PyValue): number | undefined {
  const parameters = parametersOf(callee);
  if (!parameters)
    return callee.kind === 'class' || callee.kind === 'native' || callee.kind === 'method' ? 1 : undefined;
  if (
    parameters.some(({ kind, optional }) => kind === 'rest' || kind === 'extra' || optional || kind === 'keyword-only')
  )
    return undefined;
  return parameters.length;
}

/** Later steps stand around earlier ones: the last of those before comes first. */
function through(
  one: Validation,
  steps: readonly Step[],
  innermost: (value: PyValue) => PyValue | undefined,
  value: PyValue,
  at: Place,
): PyValue | undefined {
  const last = steps.at(-1);
  if (!last) return innermost(value);
  const rest = steps.slice(0, -1);
  if (last.mode === 'plain') return checked(one, last, value, at);
  if (last.mode === 'before') {
    const made = checked(one, last, value, at);
    return made && through(one, rest, innermost, made, at);
  }
  const before = one.problems.length;
  const inner = through(one, rest, innermost, value, at);
  return inner && one.problems.length === before ? checked(one, last, inner, at, value) : undefined;
}

function checked(one: Validation, step: Step, value: PyValue, at: Place, input: PyValue = value): PyValue | undefined {
  return refusable(one, () => step.run(value), input, at);
}

/** What a function of the project makes; a ValueError or an AssertionError of it is a problem of the value. */
export function refusable(one: Validation, run: () => PyValue, input: PyValue, at: Place): PyValue | undefined {
  const { machine } = one;
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Raised)) throw error;
    const { cls } = error.exception;
    const isA = (wanted: string) => cls.mro.some(({ name, module }) => module === 'builtins' && name === wanted);
    const kind = isA('AssertionError') ? 'assertion' : isA('ValueError') ? 'value' : undefined;
    if (!kind) throw error;
    const text = textOf(machine.str(error.exception));
    const own = /^pydantic/u.test(cls.module);
    const lead = kind === 'value' ? 'Value error' : 'Assertion failed';
    one.problems.push({
      at,
      type: `${kind}_error`,
      words: own || text === undefined ? undefined : `${lead}, ${text}`,
      input,
    });
    return undefined;
  }
}
