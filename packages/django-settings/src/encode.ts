/** Python values as JSON, for people and programs that compare them: what JSON lacks stands under a `$` key. */
import { isSensitiveName, masked, maskText, type Value, withoutRoot } from '@django-golive/core';

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** How a value is written. */
export interface Encoding {
  /** Write secrets as they are. */
  readonly reveal: boolean;
}

const deepest = 40;

/**
 * A value as JSON: None, booleans, numbers and strings as they are, `{"$list": […]}`, `{"$tuple": […]}`, `{"$set": […]}`,
 * `{"$dict": [[key, value], …]}`, `{"$path": …}`, `{"$timedelta": seconds}`, `{"$bytes": …}` (latin-1), `{"$re": …}`,
 * `{"$callable": name}`, `{"$obj": "module.Class"}`, and `{"$unknown": why}` for what is not known, with `$options` where it is one of several values. An integer that a
 * JSON number cannot hold is `{"$int": "…"}`, a float that JSON has no number for `{"$float": "inf"}`.
 * The project's root is written `<ROOT>`. Secrets are masked by `name` and by their look unless revealed.
 */
export function encodeValue(name: string, value: Value, encoding: Encoding, depth = 0): Json {
  const inside = (item: Value, under = name): Json => encodeValue(under, item, encoding, depth + 1);
  if (depth > deepest) return { $unknown: 'it is nested too deeply to be written' };
  switch (value.kind) {
    case 'none':
      return null;
    case 'bool':
      return value.value;
    case 'int':
      return integer(name, value.value, encoding);
    case 'float':
      return Number.isFinite(value.value) ? value.value : { $float: floatText(value.value) };
    case 'str':
      return text(name, value.value, encoding);
    case 'bytes':
      return { $bytes: text(name, value.value, encoding) };
    case 'list':
      return { $list: value.items.map((item) => inside(item)) };
    case 'tuple':
      return { $tuple: value.items.map((item) => inside(item)) };
    case 'set':
      return { $set: value.items.map((item) => inside(item)).sort(byText) };
    case 'dict':
      return { $dict: value.entries.map(([key, item]) => [inside(key, ''), inside(item, nameInside(name, key))]) };
    case 'path':
      return { $path: text('', value.value, encoding) };
    case 'timedelta':
      return { $timedelta: value.seconds };
    case 'regex':
      return { $re: text('', value.pattern, encoding) };
    case 'callable':
      // The name Python gives it (`__name__`), without the module it is from.
      return { $callable: value.name.slice(value.name.lastIndexOf('.') + 1) };
    case 'object':
      return { $obj: value.type };
    case 'unknown':
      return { $unknown: whyUnknown(value) };
    case 'choice':
      return { $unknown: whyUnknown(value), $options: value.options.map((option) => inside(option)) };
  }
}

/** Why a value is not known, in words. */
export function whyUnknown(value: Extract<Value, { kind: 'unknown' | 'choice' }>): string {
  if (value.kind === 'unknown') return maskText(value.why);
  return `one of ${value.options.length} values, because a condition is not known`;
}

function integer(name: string, value: bigint, { reveal }: Encoding): Json {
  if (!reveal && isSensitiveName(name)) return masked;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : { $int: value.toString() };
}

function floatText(value: number): string {
  return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
}

function text(name: string, value: string, { reveal }: Encoding): string {
  const shown = withoutRoot(value);
  if (reveal || shown === '') return shown;
  return isSensitiveName(name) ? masked : maskText(shown);
}

/** A key speaks for its value; under a name that is itself a secret everything is one. */
function nameInside(name: string, key: Value): string {
  return isSensitiveName(name) || key.kind !== 'str' ? name : key.value;
}

function byText(left: Json, right: Json): number {
  const [a, b] = [JSON.stringify(left), JSON.stringify(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}
