/** How a model is configured: `model_config`, the older class `Config`, and the keywords of the class statement. */
import type { Machine } from '../evaluate/native.js';
import type { PyClass, PyUnknown, PyValue } from '../evaluate/value.js';
import { stringKey } from '../evaluate/value.js';
import { refuseClass } from './pydantic-errors.js';
import type { Model } from './pydantic-registry.js';

/** Options whose effect is modelled. */
const MODELLED = new Set(
  (
    'extra env_prefix env_file env_file_encoding case_sensitive env_ignore_empty env_nested_delimiter populate_by_name ' +
    'validate_by_name validate_by_alias validate_default frozen enable_decoding secrets_dir'
  ).split(' '),
);

/** Options that change nothing of what is modelled. */
const WITHOUT_EFFECT = new Set(
  (
    'arbitrary_types_allowed protected_namespaces json_schema_extra json_encoders from_attributes orm_mode ' +
    'use_attribute_docstrings schema_extra cli_parse_args cli_prog_name json_file json_file_encoding yaml_file ' +
    'yaml_file_encoding toml_file pyproject_toml_table_header pyproject_toml_depth title_generator ser_json_bytes ' +
    'ser_json_timedelta ser_json_inf_nan allow_inf_nan regex_engine validation_error_cause hide_input_in_errors ' +
    'json_schema_serialization_defaults_required json_schema_mode_override defer_build underscore_attrs_are_private ' +
    'smart_union copy_on_model_validation'
  ).split(' '),
);

/** The configuration of a class: that of its bases first. */
export function configOf(
  machine: Machine,
  cls: PyClass,
  bases: readonly Model[],
  given: ReadonlyMap<string, PyValue> | undefined,
  doubt: (why: string | PyUnknown) => void,
): ReadonlyMap<string, PyValue> {
  const config = new Map<string, PyValue>();
  for (const base of [...bases].reverse()) for (const [name, value] of base.config) config.set(name, value);
  const own = cls.attributes.entries.get(stringKey('model_config'))?.value;
  const inner = cls.attributes.entries.get(stringKey('Config'))?.value;
  if (own && inner) refuseClass(machine, '"Config" and "model_config" cannot be used together', 'config-both');
  if (own) readDict(machine, own, config, doubt);
  if (inner?.kind === 'class') readClass(machine, inner, config, doubt);
  else if (inner) doubt('a `Config` that is no class is not followed');
  for (const [name, value] of given ?? []) config.set(name, value);
  const silent = config.get('cli_parse_args');
  if (silent && machine.truth(silent) !== 'no') doubt('what the command line gives a settings class is not followed');
  return config;
}

function readDict(
  machine: Machine,
  value: PyValue,
  config: Map<string, PyValue>,
  doubt: (why: string | PyUnknown) => void,
): void {
  if (value.kind !== 'dict' || value.open || value.options) {
    doubt(machine.derive(machine.doubt(value) ?? machine.unknown('the `model_config` is not followed')));
    return;
  }
  for (const { key, value: option } of value.entries.values()) if (key.kind === 'str') config.set(key.value, option);
}

function readClass(
  machine: Machine,
  cls: PyClass,
  config: Map<string, PyValue>,
  doubt: (why: string | PyUnknown) => void,
): void {
  if (cls.open) doubt(machine.derive(cls.open));
  for (const one of [...cls.mro].reverse()) {
    if (one.module === 'builtins') continue;
    for (const { key, value } of one.attributes.entries.values())
      if (key.kind === 'str' && !key.value.startsWith('__')) config.set(key.value, value);
  }
}

/** An option that is not modelled and that is not as it would be without being said. */
export function unmodelledOption(config: ReadonlyMap<string, PyValue>): string | undefined {
  const names = [...config.keys()].filter((name) => !MODELLED.has(name) && !WITHOUT_EFFECT.has(name));
  const isUsual = (value: PyValue | undefined) => value?.kind === 'none' || (value?.kind === 'bool' && !value.value);
  return names.find((name) => !isUsual(config.get(name)));
}
