/** What PyYAML takes a plain scalar for: YAML 1.1's booleans, octal and sexagesimal numbers, and dates. */
import type { Scalar } from 'yaml';
import type { Machine } from '../native.js';
import { bool, float, int, none, type PyValue, str } from '../value.js';

const NULL = /^(?:~|null|Null|NULL|)$/u;
const BOOL = /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/u;
const INT =
  /^(?:[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/u;
const FLOAT =
  /^(?:[-+]?(?:[0-9][0-9_]*)\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/u;
const DATE =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.(\d*))?(?:[ \t]*(Z|[-+]\d\d?(?::\d\d)?))?)?$/u;

const TAG = 'tag:yaml.org,2002:';

/** A scalar's value; `undefined` where it has a tag that is not followed. */
export function scalarOf(machine: Machine, node: Scalar<string>): PyValue | undefined {
  const text = node.value ?? '';
  if (node.tag === undefined)
    return node.type === 'PLAIN' || node.type === undefined ? plain(machine, text) : str(text);
  // The tag without a name asks for what a plain scalar would be.
  if (node.tag === '!') return plain(machine, text);
  switch (node.tag.startsWith(TAG) ? node.tag.slice(TAG.length) : '') {
    case 'str':
      return str(text);
    case 'int':
      return INT.test(text) ? wholeNumber(text) : undefined;
    case 'float':
      return FLOAT.test(text) || INT.test(text) ? decimalNumber(text) : undefined;
    case 'bool':
      return BOOL.test(text) ? truth(text) : undefined;
    case 'null':
      return none;
    default:
      return undefined;
  }
}

function plain(machine: Machine, text: string): PyValue | undefined {
  if (NULL.test(text)) return none;
  if (BOOL.test(text)) return truth(text);
  if (INT.test(text)) return wholeNumber(text);
  if (FLOAT.test(text)) return decimalNumber(text);
  // `<<` merges and `=` is a value of its own: neither has a meaning here.
  if (text === '=' || text === '<<') return undefined;
  return DATE.test(text) && isTimestamp(text) ? moment(machine, text) : str(text);
}

function truth(text: string): PyValue {
  return bool(/^(?:yes|true|on)$/iu.test(text));
}

function wholeNumber(text: string): PyValue {
  const plainText = text.replaceAll('_', '');
  const sign = plainText.startsWith('-') ? -1n : 1n;
  const digits = plainText.replace(/^[-+]/u, '');
  if (digits === '0') return int(0);
  if (digits.startsWith('0b') || digits.startsWith('0x')) return int(sign * BigInt(digits));
  if (digits.startsWith('0')) return int(sign * BigInt(`0o${digits.slice(1)}`));
  return int(sign * digits.split(':').reduce((sum, part) => sum * 60n + BigInt(part), 0n));
}

function decimalNumber(text: string): PyValue {
  const plainText = text.replaceAll('_', '').toLowerCase();
  const sign = plainText.startsWith('-') ? -1 : 1;
  const digits = plainText.replace(/^[-+]/u, '');
  if (digits === '.inf') return float(sign * Number.POSITIVE_INFINITY);
  if (digits === '.nan') return float(Number.NaN);
  if (!digits.includes(':')) return float(sign * Number(digits));
  const parts = digits.split(':').reverse();
  return float(sign * parts.reduce((sum, part, index) => sum + Number(part) * 60 ** index, 0));
}

/** A bare date needs two digits each. */
function isTimestamp(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/u.test(text) || /[Tt \t]/u.test(text);
}

function moment(machine: Machine, text: string): PyValue {
  const [, year = '', month = '', day = '', hour, minute = '', second = '', fraction, zone] = DATE.exec(text) ?? [];
  const numbers = [year, month, day].map((part) => int(BigInt(part)));
  const days = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate();
  if (Number(month) < 1 || Number(month) > 12) machine.raise('ValueError', 'month must be in 1..12');
  if (Number(day) < 1 || Number(day) > days) machine.raise('ValueError', 'day is out of range for month');
  if (hour === undefined) return machine.call(machine.from('datetime', 'date'), numbers);
  const micro = int(BigInt((fraction ?? '').slice(0, 6).padEnd(6, '0')));
  const clock = [hour, minute, second].map((part) => int(BigInt(part)));
  const zoned = zone === undefined ? [] : [machine.unknown('the time zone of a date in YAML is not modelled')];
  return machine.call(machine.from('datetime', 'datetime'), [...numbers, ...clock, micro, ...zoned]);
}
