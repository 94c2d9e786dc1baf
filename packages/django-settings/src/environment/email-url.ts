/** dj-email-url: EMAIL_* settings out of a URL, by rules that are not django-environ's. */

import { type Plain, PythonError } from '../evaluate/library/plain.js';
import { parsedValue } from '../evaluate/library/plain-value.js';
import { parseInt10 } from '../evaluate/library/python-text.js';
import { hostOf, parseQuery, parseUrl, portOf, unquote, userOf } from '../evaluate/library/url-parts.js';
import { type Bound, fn, type Machine, type NativeModule, textOf } from '../evaluate/native.js';
import { emptyDict, type PyValue, str } from '../evaluate/value.js';
import { readVariable } from './process.js';

/** The module `dj_email_url`. */
export const djEmailUrlModule: NativeModule = {
  standard: false,
  load: () => ({
    DEFAULT_ENV: str('EMAIL_URL'),
    parse: fn('dj_email_url.parse', '(url)', (machine, args) => parse(machine, args.get('url')), {
      gives: { type: 'dict', truth: true },
    }),
    config: fn('dj_email_url.config', '(env=, default=)', config, { unknowns: 'accept' }),
  }),
};

const BACKENDS: Readonly<Record<string, string>> = {
  smtp: 'smtp',
  submission: 'smtp',
  submit: 'smtp',
  smtps: 'smtp',
  console: 'console',
  file: 'filebased',
  memory: 'locmem',
  dummy: 'dummy',
};

const TRUTHY = new Set(['1', 'y', 'Y', 'yes', 'Yes', 'YES', 't', 'T', 'true', 'True', 'TRUE', 'on', 'On', 'ON']);

/** `dj_email_url.parse(url)`, version 1.0. */
export function parseEmailUrl(text: string): Map<string, Plain> {
  const url = parseUrl(text);
  const query = parseQuery(url.query);
  const { username, password } = userOf(url);
  const port = portOf(url);
  const isSmtp = url.scheme === 'smtp';
  const isSubmission = url.scheme === 'submission' || url.scheme === 'submit';
  const config = new Map<string, Plain>([
    ['EMAIL_FILE_PATH', url.path.slice(1).split('?')[0] ?? ''],
    ['EMAIL_HOST_USER', username === null ? null : unquote(username)],
    ['EMAIL_HOST_PASSWORD', password === null ? null : unquote(password)],
    ['EMAIL_HOST', hostOf(url) ?? (isSmtp ? 'localhost' : null)],
    ['EMAIL_PORT', port !== null && port !== 0n ? port : isSmtp ? 25n : isSubmission ? 587n : port],
    ['EMAIL_USE_SSL', false],
    ['EMAIL_USE_TLS', url.scheme === 'smtps' || isSubmission],
    ['EMAIL_TIMEOUT', null],
  ]);
  const backend = Object.hasOwn(BACKENDS, url.scheme) ? BACKENDS[url.scheme] : undefined;
  if (backend !== undefined) config.set('EMAIL_BACKEND', `django.core.mail.backends.${backend}.EmailBackend`);
  const first = (name: string) => query.get(name)?.[0];
  const [ssl, tls] = [first('ssl'), first('tls')];
  if (ssl !== undefined) {
    if (TRUTHY.has(ssl)) config.set('EMAIL_USE_SSL', true).set('EMAIL_USE_TLS', false);
  } else if (tls !== undefined && TRUTHY.has(tls)) config.set('EMAIL_USE_SSL', false).set('EMAIL_USE_TLS', true);
  const timeout = first('timeout');
  if (timeout !== undefined) {
    const seconds = parseInt10(timeout);
    if (seconds === undefined)
      throw new PythonError('ValueError', `invalid literal for int() with base 10: '${timeout}'`);
    config.set('EMAIL_TIMEOUT', seconds);
  }
  const [server, from] = [first('_server_email'), first('_default_from_email')];
  if (server !== undefined) config.set('SERVER_EMAIL', server);
  if (from !== undefined) config.set('DEFAULT_FROM_EMAIL', from);
  return config;
}

function parse(machine: Machine, value: PyValue): PyValue {
  if (value.kind === 'unknown') return machine.derive(value, { type: 'dict', truth: true });
  const text = textOf(value);
  if (text === undefined)
    return machine.unknown('`dj_email_url` was given something that is not a str', { type: 'dict' });
  return parsedValue(machine, () => parseEmailUrl(text));
}

function config(machine: Machine, args: Bound): PyValue {
  const name = textOf(args.optional('env') ?? str('EMAIL_URL'));
  if (name === undefined) return machine.unknown('the name of the variable is not known', { type: 'dict' });
  const otherwise = args.some('default');
  const read = { name, required: !otherwise, cast: 'email URL', ...(otherwise ? { default: otherwise } : {}) };
  return readVariable(machine, read, otherwise ? 'defaulted' : 'optional', (found) => {
    const value = found ?? otherwise;
    if (!value || textOf(value) === '') return emptyDict();
    return machine.each(value, (one) => parse(machine, one));
  });
}
