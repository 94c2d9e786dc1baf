/** The ports of a container at which its server listens, where that is certain. */
import type { Container } from './containers.js';

/** Where a server listens that is told nothing (`reference` pages of each; gunicorn takes PORT where there is one). */
const standard: Readonly<Record<string, string>> = {
  gunicorn: '8000',
  uvicorn: '8000',
  daphne: '8000',
  hypercorn: '8000',
  granian: '8000',
  waitress: '8080',
  runserver: '8000',
};

/** `undefined` where something else may listen as well, or a value is not in the repository; empty for sockets alone. */
export function portsListenedTo(container: Container): readonly string[] | undefined {
  const { server, start, main, service, variables } = container;
  if (!server || !main || start.opaque || main.invocation.conditional || !(server.server in standard)) return undefined;
  if (server.invocation.launchers.some((launcher) => /nginx|proxy|supervisor/.test(launcher))) return undefined;
  const others = start.programs.filter((one) => one !== main).map(({ invocation }) => invocation);
  // A second program that stays may listen at the other port.
  if (
    others.some(({ program }) =>
      /nginx|caddy|apache|httpd|supervisor|s6|circus|honcho|uvicorn|gunicorn|daphne|celery|flower|debugpy/.test(
        program,
      ),
    )
  )
    return undefined;
  const given = new Map(variables.map(({ name, value }) => [name, value]));
  const open = ['GUNICORN_CMD_ARGS', 'UVICORN_PORT', 'UVICORN_HOST'].some((name) => given.has(name));
  const unseen = service?.envFiles.some(({ present }) => !present) ?? service === undefined;
  if (open) return undefined;
  if (server.bind.length === 0) {
    if (server.config && !server.file) return undefined;
    const port = portOption(container);
    if (port !== undefined) return /^\d+$/.test(port) ? [port] : undefined;
    // gunicorn takes a PORT that is given from outside.
    if (server.server === 'gunicorn' && (given.has('PORT') || unseen)) {
      const value = given.get('PORT');
      return value !== undefined && /^\d+$/.test(value) ? [value] : undefined;
    }
    return [standard[server.server] ?? ''];
  }
  const ports = server.bind.map(({ text }) => portIn(text, server.server, given));
  return ports.every((port) => port !== undefined) ? ports.filter((port) => port !== '') : undefined;
}

function portOption({ server }: Container): string | undefined {
  return ['--port', '-p'].map((name) => server?.options.get(name)?.text).find((text) => text !== undefined);
}

/** The port of an address, `''` for a socket. */
function portIn(address: string, server: string, given: ReadonlyMap<string, string | undefined>): string | undefined {
  const text = address.replace(/\$\{?(\w+)\}?/g, (whole, name: string) => given.get(name) ?? whole);
  if (/[$`]|^fd:/.test(text)) return undefined;
  if (/^unix:|\//.test(text.replace(/^\w+:\/\//, ''))) return '';
  const port = /:(\d+)$/.exec(text)?.[1] ?? /^(\d+)$/.exec(text)?.[1];
  return port ?? (/^[\w.-]+$|^\[[^\]]+\]$/.test(text) ? standard[server] : undefined);
}
