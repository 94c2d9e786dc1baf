/** dj-email-url: EMAIL_* settings out of a URL, by rules that are not django-environ's. */

import type { Plain } from '../evaluate/library/plain.js';
import { parsedValue } from '../evaluate/library/plain-value.js';
import { int10 } from '../evaluate/library/python-text.js';
import { hostOf, parseQuery, parseUrl, portOf, unquote, userOf } from '../evaluate/library/url-parts.js';
import { type Bound, fn, type Machine, type NativeModule, textOf } from '../evaluate/native.js';
import { emptyDict, type PyValue, record, str, tuple } from '../evaluate/value.js';
import { readVariable, withVariableName } from './process.js';
import { type AtLeast, releaseOf } from './version.js';

/** The module `dj_email_url`. */
export const djEmailUrlModule: NativeModule = {
  standard: false,
  load(machine) {
    const atLeast = releaseOf(machine, 'dj-email-url');
    const schemes = Object.entries(BACKENDS).map(([scheme, name]) => [scheme, str(backendOf(name))] as const);
    const accept = { unknowns: 'accept' } as const;
    return {
      DEFAULT_ENV: str('EMAIL_URL'),
      SCHEMES: record(schemes),
      TRUTHY: tuple([...TRUTHY].map((word) => str(word))),
      parse: fn('dj_email_url.parse', '(url)', (m, args) => parse(m, args.get('url'), atLeast), accept),
      config: fn('dj_email_url.config', '(env=, default=)', (m, args) => config(m, args, atLeast), accept),
    };
  },
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

const backendOf = (name: string): string => `django.core.mail.backends.${name}.EmailBackend`;

/** `dj_email_url.parse(url)`. */
function parseEmailUrl(text: string, atLeast: AtLeast): Map<string, Plain> {
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
    ...(atLeast(1, 0, 5) ? [['EMAIL_TIMEOUT', null] as const] : []),
  ]);
  const backend = Object.hasOwn(BACKENDS, url.scheme) ? BACKENDS[url.scheme] : undefined;
  if (backend !== undefined) config.set('EMAIL_BACKEND', backendOf(backend));
  const first = (name: string) => query.get(name)?.[0];
  const [ssl, tls] = [first('ssl'), first('tls')];
  if (ssl !== undefined) {
    if (TRUTHY.has(ssl)) config.set('EMAIL_USE_SSL', true).set('EMAIL_USE_TLS', false);
  } else if (tls !== undefined && TRUTHY.has(tls)) config.set('EMAIL_USE_SSL', false).set('EMAIL_USE_TLS', true);
  const timeout = first('timeout');
  if (timeout !== undefined && atLeast(1, 0, 5)) config.set('EMAIL_TIMEOUT', int10(timeout));
  const [server, from] = [first('_server_email'), first('_default_from_email')];
  if (server !== undefined) config.set('SERVER_EMAIL', server);
  if (from !== undefined) config.set('DEFAULT_FROM_EMAIL', from);
  return config;
}

function parse(machine: Machine, value: PyValue, atLeast: AtLeast): PyValue {
  return machine.each(value, (url) => {
    if (url.kind === 'unknown') machine.mayRaise(url, 'ValueError');
    if (url.kind === 'unknown') return machine.derive(url, { type: 'dict', truth: true });
    const text = textOf(url);
    if (text !== undefined) return parsedValue(machine, () => parseEmailUrl(text, atLeast));
    if (url.kind === 'bytes' || machine.truth(url) === 'no')
      return machine.raise('TypeError', "a bytes-like object is required, not 'str'");
    return machine.raise('AttributeError', `'${machine.typeName(url)}' object has no attribute 'decode'`);
  });
}

function config(machine: Machine, args: Bound, atLeast: AtLeast): PyValue {
  const otherwise = args.some('default');
  return withVariableName(machine, args.optional('env') ?? str('EMAIL_URL'), (name) => {
    const read = { name, required: !otherwise, cast: 'email URL', ...(otherwise ? { default: otherwise } : {}) };
    return readVariable(machine, read, otherwise ? 'defaulted' : 'optional', (found) => {
      const value = found ?? otherwise;
      if (!value || machine.truth(value) === 'no') return emptyDict();
      return parse(machine, value, atLeast);
    });
  });
}
