/** Whether the API knows its callers by tokens alone, which no browser sends by itself. */
import type { Settings } from '../../facts/settings.js';
import { lookup, stringsOf } from '../../facts/value-reading.js';

/** Every default authentication class is named, and none reads a cookie or a password that a browser keeps. */
export function tokensOnly(settings: Settings): boolean {
  const classes = stringsOf(lookup(settings.get('REST_FRAMEWORK').value, 'DEFAULT_AUTHENTICATION_CLASSES'));
  return classes.length > 0 && classes.every((name) => !/Session|Basic/.test(name));
}
