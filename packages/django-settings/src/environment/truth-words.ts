/** Which words each library takes for true and false: they differ, and the differences decide settings. */
import { parseInt10, strip } from '../evaluate/library/python-text.js';
import type { AtLeast } from './version.js';

const STRTOBOOL_TRUE = new Set(['y', 'yes', 't', 'true', 'on', '1']);
const STRTOBOOL_FALSE = new Set(['n', 'no', 'f', 'false', 'off', '0']);
const ENVIRON_TRUE = new Set(['true', 'on', 'ok', 'y', 'yes', '1']);
const MARSHMALLOW_TRUE = new Set([
  't',
  'T',
  'true',
  'True',
  'TRUE',
  'on',
  'On',
  'ON',
  'y',
  'Y',
  'yes',
  'Yes',
  'YES',
  '1',
]);
const MARSHMALLOW_FALSE = new Set([
  'f',
  'F',
  'false',
  'False',
  'FALSE',
  'off',
  'Off',
  'OFF',
  'n',
  'N',
  'no',
  'No',
  'NO',
  '0',
]);
const CONFIGURATIONS_TRUE = new Set(['yes', 'y', 'true', '1']);
const CONFIGURATIONS_FALSE = new Set(['no', 'n', 'false', '0', '']);

/** `distutils.util.strtobool` and python-decouple's: lower-cased, not stripped; `undefined` where ValueError is raised. */
export function strtobool(text: string): boolean | undefined {
  const word = text.toLowerCase();
  return STRTOBOOL_TRUE.has(word) ? true : STRTOBOOL_FALSE.has(word) ? false : undefined;
}

/** python-decouple's `cast=bool` before 3.3: fewer words; `undefined` where ValueError is raised. */
export function oldDecoupleBool(text: string): boolean | undefined {
  const word = text.toLowerCase();
  if (['1', 'yes', 'true', 'on'].includes(word)) return true;
  return ['0', 'no', 'false', 'off', ''].includes(word) ? false : undefined;
}

/** django-environ's `env.bool`: any number but 0, or one of its words; never an error. */
export function environBool(text: string, atLeast: AtLeast = () => true): boolean {
  const number = parseInt10(text);
  const word = text.toLowerCase();
  return number === undefined ? ENVIRON_TRUE.has(atLeast(0, 11) ? strip(word) : word) : number !== 0n;
}

/** environs' `env.bool` (marshmallow's Boolean field): a closed list of casings. */
export function marshmallowBool(text: string): boolean | undefined {
  return MARSHMALLOW_TRUE.has(text) ? true : MARSHMALLOW_FALSE.has(text) ? false : undefined;
}

/** django-configurations' `BooleanValue`. */
export function configurationsBool(text: string): boolean | undefined {
  const word = strip(text).toLowerCase();
  return CONFIGURATIONS_TRUE.has(word) ? true : CONFIGURATIONS_FALSE.has(word) ? false : undefined;
}
