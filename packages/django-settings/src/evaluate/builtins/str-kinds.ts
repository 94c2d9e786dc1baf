/** The methods of `str` that ask what kind of characters a text has. */
import type { Interpreter } from '../interpreter.js';
import { isPrintable } from '../text.js';
import type { PyValue } from '../value.js';
import { bool } from '../value.js';
import { plainMember } from './member.js';
import { isSpace } from './str-parts.js';

export function kindMembers(vm: Interpreter): Record<string, PyValue> {
  const members: Record<string, PyValue> = {};
  const every = (test: (char: string) => boolean) => (value: string) => value !== '' && [...value].every(test);
  for (const [name, run] of [
    ['isdecimal', every((char) => /\p{Nd}/u.test(char))],
    ['isdigit', every(isDigit)],
    ['isnumeric', every(isNumeric)],
    ['isalpha', every((char) => /\p{L}/u.test(char))],
    ['isalnum', every((char) => /\p{L}/u.test(char) || isNumeric(char))],
    ['isspace', every(isSpace)],
    ['isupper', (value: string) => /\p{Uppercase}/u.test(value) && !/[\p{Lowercase}\p{Lt}]/u.test(value)],
    ['islower', (value: string) => isLower(value) && !/[\p{Uppercase}\p{Lt}]/u.test(value)],
    ['istitle', isTitle],
    ['isidentifier', (value: string) => /^[\p{ID_Start}_]\p{ID_Continue}*$/u.test(value)],
    ['isascii', (value: string) => [...value].every((char) => (char.codePointAt(0) ?? 0) < 128)],
    ['isprintable', (value: string) => [...value].every((char) => char === ' ' || isPrintable(char))],
  ] as const) {
    members[name] = plainMember(vm, 'str', name, '', (self) => bool(run(self.value)), { type: 'bool' });
  }
  return members;
}

function isLower(value: string): boolean {
  return /\p{Lowercase}/u.test(value);
}

/** Capitals only where a word begins, small letters only after one. */
function isTitle(value: string): boolean {
  let [inside, any] = [false, false];
  for (const char of value) {
    const [capital, small] = [/[\p{Uppercase}\p{Lt}]/u.test(char), /\p{Lowercase}/u.test(char)];
    if (capital ? inside : small && !inside) return false;
    inside = capital || small;
    any ||= inside;
  }
  return any;
}

/** Digits that are no decimal ones: superscripts, numbers in circles and the like (Unicode's numeric type Digit). */
function isDigit(char: string): boolean {
  return /[\p{Nd}²³¹\u2070\u2074-\u2079\u2080-\u2089\u{1369}-\u{1371}\u{19da}\u{2460}-\u{2468}\u{2474}-\u{247c}\u{2488}-\u{2490}\u{24ea}\u{24f5}-\u{24fd}\u{24ff}\u{2776}-\u{277e}\u{2780}-\u{2788}\u{278a}-\u{2792}\u{10a40}-\u{10a43}\u{10e60}-\u{10e68}\u{11052}-\u{1105a}\u{1f100}-\u{1f10a}]/u.test(
    char,
  );
}

/** Numbers of any script, and the ideographs that are numbers. */
function isNumeric(char: string): boolean {
  return /\p{N}/u.test(char) || numerals.includes(char);
}

/** Ideographs with a numeric value (Unicode's Unihan database). */
const numerals =
  '㐅㒃㠪㭍一七万三两九二五亖京亿什仟仨伍佰俩倆億兆兩八六十千卄卅卌叁参參叄四壱壹幺廾廿弌弍弎弐拐拾捌柒洞漆玖百皕秭肆萬貮貳' +
  '贰鈎钩阡陆陌陸零\u{f96b}\u{f973}\u{f978}\u{f9b2}\u{f9d1}\u{f9d3}\u{f9fd}𠀁𠁤𠃢𠄡𠤪𠦃𠦌𠦜𠫪𠫽𠬙𢎐𢦘𣬛𦉭\u{2f890}';
