/** The application servers of Django projects, as their command lines ask for them. */

import type { GunicornFile } from './gunicorn-config.js';
import type { Invocation } from './invocation.js';
import { splitOption } from './launcher.js';
import type { Word } from './shell-tokens.js';

/** A server that answers requests. `runserver` is Django's own, for development. */
export type ServerName =
  | 'gunicorn'
  | 'uvicorn'
  | 'daphne'
  | 'hypercorn'
  | 'granian'
  | 'uwsgi'
  | 'waitress'
  | 'mod_wsgi-express'
  | 'runserver';

/** What a command line says of the server it starts. */
export interface ServerCommand {
  readonly server: ServerName;
  readonly invocation: Invocation;
  /** `config.wsgi:application`, as written. */
  readonly application?: Word;
  /** Whether the application is named by a WSGI or an ASGI interface, where the server tells. */
  readonly bind: readonly Word[];
  /** The settings module its own options name. */
  readonly settings?: Word;
  /** The directory its own options change to, as written. */
  readonly directory?: Word;
  /** Its configuration file, as written. */
  readonly config?: Word;
  readonly workers?: Word;
  readonly workerClass?: Word;
  /** Whether it restarts at every change of a file. */
  readonly reload?: Word;
  /** What it believes of the proxy in front of it (`--forwarded-allow-ips`), as written. */
  readonly forwardedAllowIps?: Word;
  readonly timeout?: Word;
  /** Options by name, the last one of a name. */
  readonly options: ReadonlyMap<string, Word>;
  /** What gunicorn's own file says, where it was found: its values stand above where the command gives none. */
  readonly file?: GunicornFile;
}

/** Options without a value, by server: all others of the name take one. */
const switches: Readonly<Record<string, ReadonlySet<string>>> = {
  gunicorn: new Set([
    '--reload',
    '--preload',
    '--daemon',
    '-D',
    '--spew',
    '--check-config',
    '--print-config',
    '--disable-redirect-access-to-syslog',
    '--no-sendfile',
    '--capture-output',
    '-R',
    '--enable-stdio-inheritance',
    '--proxy-protocol',
    '--log-syslog',
    '--do-handshake-on-connect',
    '--suppress-ragged-eofs',
    '--initgroups',
    '--reuse-port',
    '--access-logfile-disable',
    '--strip-header-spaces',
    '-h',
    '-v',
    '--version',
    '--help',
    '--no-control-socket',
    '--permit-unconventional-http-method',
    '--permit-unconventional-http-version',
    '--casefold-http-method',
  ]),
  uvicorn: new Set([
    '--reload',
    '--factory',
    '--proxy-headers',
    '--no-proxy-headers',
    '--server-header',
    '--no-server-header',
    '--date-header',
    '--no-date-header',
    '--access-log',
    '--no-access-log',
    '--use-colors',
    '--no-use-colors',
    '--ws-per-message-deflate',
    '--version',
    '--help',
    '--no-default-headers',
    '--reset-contextvars',
  ]),
  daphne: new Set(['--proxy-headers', '--no-server-name', '--version', '-h']),
  hypercorn: new Set(['--reload', '--debug', '--daemon', '-D', '--help']),
  granian: new Set([
    '--reload',
    '--access-log',
    '--no-access-log',
    '--no-ws',
    '--ws',
    '--log',
    '--no-log',
    '--factory',
    '--no-factory',
    '--workers-kill-timeout-disable',
    '--respawn-failed-workers',
    '--no-respawn-failed-workers',
  ]),
  'mod_wsgi-express': new Set([
    '--log-to-terminal',
    '--startup-log',
    '--access-log',
    '--reload-on-changes',
    '--https-only',
    '--trust-proxy-header-disable',
    '--setup-only',
    '--isatty',
    '--enable-debugger',
  ]),
  waitress: new Set([
    '--call',
    '--expose-tracebacks',
    '--no-expose-tracebacks',
    '--ipv4',
    '--no-ipv4',
    '--ipv6',
    '--no-ipv6',
    '--clear-untrusted-proxy-headers',
    '--no-clear-untrusted-proxy-headers',
  ]),
};

const programs: Readonly<Record<string, ServerName>> = {
  gunicorn: 'gunicorn',
  gunicorn3: 'gunicorn',
  'gunicorn.app.wsgiapp': 'gunicorn',
  uvicorn: 'uvicorn',
  daphne: 'daphne',
  hypercorn: 'hypercorn',
  granian: 'granian',
  uwsgi: 'uwsgi',
  pyuwsgi: 'uwsgi',
  'waitress-serve': 'waitress',
  waitress: 'waitress',
  'mod_wsgi-express': 'mod_wsgi-express',
};

/** The server a program starts, or `undefined` where it is none. */
export function serverOf(invocation: Invocation): ServerCommand | undefined {
  const server = programs[invocation.program];
  if (server) return readOptions(server, invocation);
  if (invocation.program === 'manage.py' || invocation.program === 'django-admin') {
    const sub = invocation.args.find((word) => !word.text.startsWith('-'));
    if (sub && /^(runserver|runserver_plus|runsslserver|testserver)$/.test(sub.text)) {
      const rest = invocation.args.slice(invocation.args.indexOf(sub) + 1);
      const address = rest.find((word) => /^(\S*:)?\$?\{?\w+.*$/.test(word.text) && !word.text.startsWith('-'));
      const settings = optionOf(invocation.args, '--settings');
      return {
        server: 'runserver',
        invocation,
        bind: address ? [address] : [],
        options: new Map(),
        ...(settings ? { settings } : {}),
      };
    }
  }
  return undefined;
}

/** The value of an option, in either spelling. */
export function optionOf(args: readonly Word[], ...names: readonly string[]): Word | undefined {
  let found: Word | undefined;
  args.forEach((word, index) => {
    const [name, inline] = splitOption(word.text);
    if (!names.includes(name)) return;
    found = inline === undefined ? args[index + 1] : { ...word, text: inline };
  });
  return found;
}

function readOptions(server: ServerName, invocation: Invocation): ServerCommand {
  const flags = switches[server] ?? new Set<string>();
  const options = new Map<string, Word>();
  const binds: Word[] = [];
  const positional: Word[] = [];
  let settings: Word | undefined;
  const { args } = invocation;
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index];
    if (!word) break;
    if (!word.text.startsWith('-') || word.text === '-') {
      positional.push(word);
      continue;
    }
    const short = /^(-[A-Za-z])(.+)$/.exec(word.text);
    let [name, inline] = splitOption(word.text);
    if (!word.text.startsWith('--') && short && server !== 'uwsgi' && server !== 'waitress')
      [name, inline] = [short[1] ?? name, (short[2] ?? '').replace(/^=/, '')];
    if (flags.has(name)) {
      options.set(name, word);
      continue;
    }
    const value = inline === undefined ? args[index + 1] : { ...word, text: inline };
    if (inline === undefined) index += 1;
    if (!value) {
      options.set(name, word);
      continue;
    }
    options.set(name, value);
    if (name === '--bind' || name === '-b' || name === '--listen') binds.push(value);
    if ((name === '--env' || name === '-e') && value.text.startsWith('DJANGO_SETTINGS_MODULE='))
      settings = { ...value, text: value.text.slice('DJANGO_SETTINGS_MODULE='.length) };
  }
  const option = (...names: readonly string[]): Word | undefined => {
    for (const name of names) {
      const value = options.get(name);
      if (value) return value;
    }
    return undefined;
  };
  const application =
    server === 'uwsgi'
      ? option('--module', '-w', '--wsgi')
      : server === 'mod_wsgi-express'
        ? positional.find((word) => word.text !== 'start-server')
        : positional[positional.length - 1];
  return {
    server,
    invocation,
    options,
    bind: bindsOf(server, binds, option),
    ...optional('application', application),
    ...optional('settings', settings),
    ...optional('directory', option('--chdir', '--app-dir', '--working-directory')),
    ...optional('config', option('--config', '-c', '--ini')),
    ...optional('workers', option('--workers', '-w', '--processes')),
    ...optional('workerClass', server === 'gunicorn' ? option('--worker-class', '-k') : undefined),
    ...optional('reload', option('--reload', '--reload-on-changes', '--py-autoreload')),
    ...optional('forwardedAllowIps', option('--forwarded-allow-ips')),
    ...optional('timeout', option('--timeout', '-t')),
  };
}

/** The addresses a server listens on: one `host:port` word each, as far as its options say. */
function bindsOf(
  server: ServerName,
  binds: readonly Word[],
  option: (...names: readonly string[]) => Word | undefined,
): readonly Word[] {
  if (
    server === 'uvicorn' ||
    server === 'daphne' ||
    server === 'granian' ||
    (server === 'waitress' && binds.length === 0)
  ) {
    const socket = option('--uds', '-u', '--fd', '--unix-socket', '-e', '--endpoint');
    const host = option('--host', '-b', '--bind');
    const port = option('--port', '-p');
    if (server === 'daphne' && binds.length > 0) return binds.map((word) => withPort(word, port));
    if (socket) return [{ ...socket, text: `unix:${socket.text}` }];
    if (host) return [withPort(host, port)];
    return [];
  }
  if (server === 'uwsgi') {
    const http = option('--http', '--http-socket', '--socket', '-s');
    return http ? [http] : [];
  }
  return binds;
}

function withPort(host: Word, port: Word | undefined): Word {
  return port && !/:\d+$/.test(host.text)
    ? { ...host, text: `${host.text}:${port.text}`, literal: host.literal && port.literal }
    : host;
}

function optional<K extends string>(name: K, value: Word | undefined): { readonly [P in K]?: Word } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [P in K]?: Word };
}
