/** dynaconf's `parse_conf_data`: casts such as `@int`, marks such as `@merge`, and TOML in the text of variables. */
import { parseJson } from '../evaluate/library/json-text.js';
import { type Machine, textOf } from '../evaluate/native.js';
import { bool, emptyDict, int, list, none, type PyValue, str } from '../evaluate/value.js';
import { certainKey, emptyBox, isBox } from './dynaconf-box.js';
import { DynaconfDoubt } from './dynaconf-doubt.js';
import { markValue } from './dynaconf-meta.js';
import { tomlValue } from './dynaconf-toml-value.js';

const CONVERTERS =
  '@str @int @float @bool @json @format @jinja @reset @del @merge @merge_unique @insert @get @note @comment @null @none @empty';
const names = CONVERTERS.split(' ');
const TRUE = new Set(['t', 'true', 'enabled', '1', 'on', 'yes']);

/** The text of an environment variable as the value that dynaconf makes of it. */
export function parseVariable(machine: Machine, text: string): PyValue {
  const word = text.trim();
  return parseText(machine, word === 'True' || word === 'False' ? word.toLowerCase() : text, true);
}

/** A default of a validator: its text is TOML as well. */
export function parseDefault(machine: Machine, value: PyValue): PyValue {
  return value.kind === 'str' ? parseText(machine, value.value, true) : parseValue(machine, value);
}

/** A value as it is set: its texts cast where they say so, its tuples as lists. */
export function parseValue(machine: Machine, value: PyValue): PyValue {
  if (value.kind === 'choice' || ('options' in value && value.options)) {
    return machine.each(value, (one) => {
      try {
        return parseValue(machine, one);
      } catch (error) {
        if (!(error instanceof DynaconfDoubt)) throw error;
        return machine.unknown(error.why);
      }
    });
  }
  switch (value.kind) {
    case 'str':
      return parseText(machine, value.value, false);
    case 'tuple':
      return value.cls ? value : list(value.items.map((item) => parseValue(machine, item)));
    case 'list':
      return list(value.items.map((item) => parseValue(machine, item)));
    case 'dict': {
      const dict = isBox(value) ? emptyBox(machine) : emptyDict();
      dict.open = value.open;
      for (const { key, value: item } of value.entries.values())
        dict.entries.set(certainKey(key), { key, value: parseValue(machine, item) });
      return dict;
    }
    case 'unknown':
      // A tuple becomes a list.
      return value.type === 'tuple' ? { ...value, type: 'list' } : value;
    default:
      return value;
  }
}

function parseText(machine: Machine, text: string, toml: boolean): PyValue {
  if (!names.some((name) => text.startsWith(name))) return toml ? tomlValue(text) : str(text);
  if (new RegExp(`^(?:${names.join('|')}) @(?:jinja|format)`, 'u').test(text))
    throw new DynaconfDoubt('templates in the values of dynaconf are not followed');
  const blank = text.indexOf(' ');
  const [name, rest] = blank < 0 ? [text, ''] : [text.slice(0, blank), text.slice(blank + 1)];
  switch (name) {
    case '@str':
      return str(rest);
    case '@int':
    case '@float':
      return machine.call(machine.builtin(name.slice(1)), [str(rest)]);
    case '@bool':
      return bool(TRUE.has(rest.toLowerCase()));
    case '@json':
      return machine.call(machine.from('json', 'loads'), [str(rest)]);
    case '@note':
    case '@comment':
    case '@null':
    case '@none':
      return none;
    case '@del':
      return markValue(machine, { kind: 'delete', value: none, index: 0 });
    case '@merge':
    case '@merge_unique': {
      const value = merged(machine, parseText(machine, rest, true));
      return markValue(machine, { kind: name === '@merge' ? 'merge' : 'merge-unique', value, index: 0 });
    }
    case '@insert':
      return inserted(machine, rest);
    case '@reset':
    case '@format':
    case '@jinja':
    case '@get':
    case '@empty':
      throw new DynaconfDoubt(`\`${name}\` in the values of dynaconf is not followed`);
    default:
      return machine.raise('KeyError', name);
  }
}

const PAIRS = /[a-zA-Z0-9 ]*=[a-zA-Z0-9\- :]*/gu;

/** What `@merge` merges in: a number alone or a word alone is a list of it. */
function merged(machine: Machine, value: PyValue): PyValue {
  if (value.kind === 'int' || value.kind === 'float' || value.kind === 'bool') return list([value]);
  const text = textOf(value);
  if (text === undefined) return value;
  if (text.includes('{')) return jsonObject(text);
  const pairs = text.match(PAIRS);
  if (pairs) {
    const dict = emptyDict();
    for (const pair of pairs) {
      const parts = pair.trim().split('=');
      const key = str((parts[0] ?? '').trim());
      dict.entries.set(certainKey(key), { key, value: parseText(machine, parts[1] ?? '', true) });
    }
    return dict;
  }
  if (text.includes(',')) return list(text.split(',').map((part) => parseText(machine, part, true)));
  return list([str(text)]);
}

/** A text that is one JSON object; dynaconf finds objects in longer texts as well. */
function jsonObject(text: string): PyValue {
  const trimmed = text.trim();
  try {
    const { length } = JSON.stringify(JSON.parse(trimmed));
    if (length > 0 && trimmed.startsWith('{')) return parseJson(trimmed);
  } catch {
    // Not JSON for JavaScript: not certain what it is for dynaconf.
  }
  throw new DynaconfDoubt('what `@merge` makes of such a text is not followed');
}

/** A number in front says where; alone it is the value. */
function inserted(machine: Machine, text: string): PyValue {
  const first = text.replace(/^[-+]+/u, '')[0];
  if (first === undefined) return machine.raise('IndexError', 'string index out of range');
  const blank = text.indexOf(' ');
  const numbered = /\d/u.test(first) && blank >= 0;
  const at = numbered ? machine.call(machine.builtin('int'), [str(text.slice(0, blank))]) : int(0);
  if (at.kind !== 'int') throw new DynaconfDoubt('where `@insert` puts its value is not known', at);
  const value = parseText(machine, numbered ? text.slice(blank + 1) : text, true);
  return markValue(machine, { kind: 'insert', value, index: Number(at.value) });
}
