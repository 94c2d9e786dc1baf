/** `Config()`: how an instance of a settings class, or of a model, comes to its values. */
import type { Bound, Machine } from '../evaluate/native.js';
import type { Origin } from '../evaluate/origin.js';
import {
  emptyDict,
  none,
  type PyDict,
  type PyInstance,
  type PyUnknown,
  type PyValue,
  record,
  str,
  stringKey,
} from '../evaluate/value.js';
import { pydanticError, refuseValues } from './pydantic-errors.js';
import type { Filling } from './pydantic-lookup.js';
import { beginValidation, fill, setFields } from './pydantic-make.js';
import { aliasesOf, isOn, type Model, modelOf } from './pydantic-registry.js';
import { fillings } from './pydantic-sources.js';
import { apart, tellFields, together } from './pydantic-trail.js';
import { readFiles, type Taking } from './pydantic-variables.js';

/** Options that can be given in the call, with a leading underscore. */
const IN_CALL = [
  'case_sensitive',
  'env_prefix',
  'env_file',
  'env_file_encoding',
  'env_ignore_empty',
  'env_nested_delimiter',
  'secrets_dir',
];

/** `BaseModel.__init__` */
export function initModel(machine: Machine, self: PyInstance, args: Bound): void {
  const model = modelOf(machine, self.cls);
  if (!model || model.unmodelled) return openUp(machine, self, model?.unmodelled ?? notPlain(machine));
  make(machine, model, self, record(args.extra));
}

/** `BaseSettings.__init__` */
export function initSettings(machine: Machine, self: PyInstance, args: Bound): void {
  const model = modelOf(machine, self.cls);
  if (!model || model.unmodelled) return openUp(machine, self, model?.unmodelled ?? notPlain(machine));
  const config = new Map(model.config);
  const given = new Map<string, PyValue>();
  for (const [name, value] of args.extra) {
    const option = IN_CALL.find((one) => name === `_${one}`);
    if (/^_(?:cli|env|secrets|case|nested)_/u.test(name) && !option)
      return openUp(machine, self, machine.unknown(`\`${name}\` of a settings class is not modelled`));
    if (!option) given.set(name, value);
    else if (option === 'env_file' || value.kind !== 'none') config.set(option, value);
  }
  if (args.rest.length > 0) return openUp(machine, self, notPlain(machine));
  const filling = fillingOf(machine, config);
  const secrets = config.get('secrets_dir');
  if (!filling) return openUp(machine, self, machine.unknown('how the settings class reads is not known'));
  if (secrets && secrets.kind !== 'none' && machine.environment.closed)
    return openUp(machine, self, machine.unknown('what a directory of secrets holds is not known'));
  const files = readFiles(machine, config.get('env_file') ?? none, config.get('env_file_encoding'), filling.taking);
  const { data, why, trails } = fillings(filling, model, byFirstAlias(model, given), files);
  if (why) {
    together(machine, trails);
    machine.mayRaise(why, pydanticError(machine, 'ValidationError'));
    return openUp(machine, self, why);
  }
  make(machine, model, self, data, trails);
  if (filling.perhaps.given) setFields(machine).delete(self);
}

function byFirstAlias(model: Model, given: Map<string, PyValue>): PyDict {
  const data = emptyDict();
  const left = new Map(given);
  for (const field of model.fields.values()) {
    const aliases = aliasesOf(field) ?? [];
    const names = aliases.length > 0 ? aliases : [field.name];
    const name = names.find((one) => left.has(one));
    const value = name === undefined ? undefined : left.get(name);
    if (name === undefined || !value) continue;
    left.delete(name);
    const key = names[0] ?? name;
    data.entries.set(stringKey(key), { key: str(key), value });
  }
  for (const [name, value] of left) data.entries.set(stringKey(name), { key: str(name), value });
  return data;
}

function fillingOf(machine: Machine, config: ReadonlyMap<string, PyValue>): Filling | undefined {
  const [caseSensitive, ignoreEmpty] = ['case_sensitive', 'env_ignore_empty'].map((name) =>
    isOn(machine, config.get(name)),
  );
  const [prefix, delimiter] = ['env_prefix', 'env_nested_delimiter'].map((name) => {
    const value = config.get(name) ?? none;
    return value.kind === 'str' ? value.value : value.kind === 'none' ? '' : undefined;
  });
  if (caseSensitive === undefined || ignoreEmpty === undefined || prefix === undefined || delimiter === undefined)
    return undefined;
  const taking: Taking = { caseSensitive, ignoreEmpty };
  return { machine, taking, prefix, delimiter, config, perhaps: { given: false } };
}

const notPlain = (machine: Machine) => machine.unknown('how this settings class is made is not modelled');

function openUp(machine: Machine, self: PyInstance, why: PyUnknown): void {
  machine.touch(self.attributes);
  self.attributes.open = self.attributes.open ?? why;
}

function make(
  machine: Machine,
  model: Model,
  self: PyInstance,
  data: PyDict,
  trails: ReadonlyMap<string, Origin> = new Map(),
): void {
  const one = beginValidation(machine);
  apart(machine, new Map(), '', () => {
    together(machine, trails);
    fill(one, model, self, data, []);
    if (one.problems.length > 0) refuseValues(machine, self.cls.name, one.problems);
    const [doubt] = one.unsure;
    if (doubt) machine.mayRaise(doubt, pydanticError(machine, 'ValidationError'));
  });
  if (self.attributes.open) together(machine, trails);
  else tellFields(self, trails);
}
