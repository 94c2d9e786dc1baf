/** Where a server listens, held against `$PORT`, to which a platform's proxy connects. */
import type { Location } from '@django-golive/core';
import type { ServerCommand } from '../files/application-server.js';

/** A server that the platform's proxy does not reach. */
export interface Unreached {
  /** `fixed`: another port; `loopback`: its own machine alone; `unnamed`: told nothing, it takes a port of its own. */
  readonly kind: 'fixed' | 'loopback' | 'unnamed';
  /** The address as written, or the one that the server takes by itself. */
  readonly address: string;
  /** The place, where another file than the command says so. */
  readonly at?: Location;
}

/** Where a server listens that is told nothing. gunicorn takes $PORT. */
const fallback: Readonly<Record<string, string>> = {
  gunicorn: '$PORT',
  uvicorn: '127.0.0.1:8000',
  daphne: '127.0.0.1:8000',
  hypercorn: '127.0.0.1:8000',
  waitress: 'port 8080',
};
const portVariables: Readonly<Record<string, readonly [port: string, host: string]>> = {
  uvicorn: ['UVICORN_PORT', 'UVICORN_HOST'],
};

/** Whether it can be said of a server where it listens: nginx or a proxy in front takes the port itself. */
export function isListener(server: ServerCommand | undefined): server is ServerCommand {
  return (
    server !== undefined &&
    server.server in fallback &&
    !server.invocation.launchers.some((launcher) => /nginx|proxy|haproxy/.test(launcher))
  );
}

/** Why the proxy does not reach a server; `undefined` where it does, or where nothing says. `port` is one that is right as well. */
export function unreached(
  server: ServerCommand,
  given: (variable: string) => boolean = () => false,
  port?: string,
): Unreached | undefined {
  const addresses = addressesOf(server);
  const faultOf = (address: string): 'fixed' | 'loopback' | undefined => {
    if (/^(localhost|127\.\d+\.\d+\.\d+|\[::1\]):/.test(address)) return 'loopback';
    return /[$`]/.test(address) || (port !== undefined && address.endsWith(`:${port}`)) ? undefined : 'fixed';
  };
  // gunicorn takes $PORT by itself where nothing is bound.
  if (server.server === 'gunicorn' && addresses.length === 0) return undefined;
  if (addresses.length === 0) {
    const names = portVariables[server.server] ?? [];
    if (names.some((name) => given(name) || server.invocation.variables.some((variable) => variable.name === name)))
      return undefined;
    return { kind: 'unnamed', address: fallback[server.server] ?? 'another port' };
  }
  const faults = addresses.map((address) => [address, faultOf(address)] as const);
  if (faults.some(([, fault]) => fault === undefined)) return undefined;
  const [address, kind] = faults[0] ?? [];
  const at = server.bind[0]?.at;
  return address !== undefined && kind ? { kind, address, ...(at ? { at } : {}) } : undefined;
}

/** A command line that starts the same server on `$PORT`. */
export function listeningCommand(server: ServerCommand): string {
  const application = server.application?.text ?? 'config.asgi:application';
  return (
    {
      uvicorn: `uvicorn ${application} --host 0.0.0.0 --port $PORT`,
      daphne: `daphne -b 0.0.0.0 -p $PORT ${application}`,
      hypercorn: `hypercorn --bind 0.0.0.0:$PORT ${application}`,
      waitress: `waitress-serve --port=$PORT ${application}`,
    }[server.server as string] ?? `gunicorn ${application}`
  );
}

/** `host:port` of every address that the command line asks for. */
function addressesOf(server: ServerCommand): readonly string[] {
  const text = (...names: readonly string[]): string | undefined =>
    names.map((name) => server.options.get(name)?.text).find((value) => value !== undefined);
  if (server.server === 'uvicorn' || server.server === 'daphne' || server.server === 'waitress') {
    const endpoint = text('--endpoint', '-e', '--listen', '--unix-socket', '--uds', '--fd', '-u');
    if (endpoint !== undefined) return [endpoint];
    const port = text('--port', '-p');
    const host = text('--host', '-b', '--bind') ?? (server.server === 'waitress' ? '0.0.0.0' : '127.0.0.1');
    return port === undefined && text('--host', '-b', '--bind') === undefined ? [] : [`${host}:${port ?? '8000'}`];
  }
  return server.bind.map((word) => word.text);
}
