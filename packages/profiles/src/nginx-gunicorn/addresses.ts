/** Where an application server listens, as far as its command, its files and its socket unit say. */
import type { Location, Project } from '@django-golive/core';
import { uwsgiFileOf } from '../files/application-name.js';
import { resolvePath } from '../files/paths.js';
import { readSystemdUnit } from '../files/systemd-unit.js';
import { readUwsgiConfig } from '../files/uwsgi-config.js';
import type { Service } from '../own-server/services.js';

/** An address, `127.0.0.1:8000` or `unix:/run/shop.sock`. */
export interface Address {
  readonly text: string;
  readonly at: Location;
  /** What is spoken there; `undefined` where the files leave it open. */
  readonly protocol: 'http' | 'uwsgi' | undefined;
  /** Whether systemd opens it before the server starts. */
  readonly bySystemd: boolean;
}

/** All addresses of a service; `undefined` where something outside of the repository may say. */
export function addressesOf(project: Project, service: Service): readonly Address[] | undefined {
  const sockets = socketsOf(project, service);
  if (sockets !== 'none') return sockets;
  const { server, at } = service;
  if (!server) return undefined;
  const option = (...names: readonly string[]): string | undefined =>
    names.map((name) => server.options.get(name)?.text).find((text) => text !== undefined);
  const written = (texts: readonly string[], where = at, protocol: Address['protocol'] = 'http') =>
    texts.some((text) => /[$%`{]/.test(text)) || texts.some((text) => /^unix:(?!\/)/.test(addressOf(text, service)))
      ? undefined
      : texts.map((text): Address => ({ text: addressOf(text, service), at: where, protocol, bySystemd: false }));
  switch (server.server) {
    case 'gunicorn': {
      if (service.variables.some(({ name }) => name === 'GUNICORN_CMD_ARGS')) return undefined;
      const [first] = server.bind;
      if (first)
        return written(
          server.bind.map(({ text }) => text),
          first.at,
        );
      if (server.config && !server.file) return undefined;
      // gunicorn takes a PORT of its environment, and a file that only the server has may give one.
      if (service.environmentFiles.length > 0 || service.variables.some(({ name }) => name === 'PORT'))
        return undefined;
      return written(['127.0.0.1:8000']);
    }
    case 'uvicorn':
    case 'daphne':
    case 'hypercorn':
    case 'waitress': {
      if (option('--fd', '--endpoint', '-e', '--listen') !== undefined && server.server !== 'waitress')
        return undefined;
      if (server.server === 'hypercorn')
        return server.config
          ? undefined
          : written(server.bind[0] ? server.bind.map(({ text }) => text) : ['127.0.0.1:8000']);
      const socket = option('--uds', '--unix-socket', ...(server.server === 'daphne' ? ['-u'] : []));
      if (socket !== undefined) return written([`unix:${socket}`]);
      const listen = option('--listen');
      if (listen !== undefined) return written([listen]);
      const standard = server.server === 'waitress' ? ['0.0.0.0', '8080'] : ['127.0.0.1', '8000'];
      return written([`${option('--host', '-b', '--bind') ?? standard[0]}:${option('--port', '-p') ?? standard[1]}`]);
    }
    case 'uwsgi': {
      const file = uwsgiFileOf(project, server);
      if ((server.config || server.options.has('--ini')) && !file) return undefined;
      const options = [
        ...[...server.options].map(([name, word]) => ({ name: name.replace(/^-+/, ''), value: word.text, at })),
        ...(file ? readUwsgiConfig(file) : []),
      ];
      const value = (text: string): string =>
        text.replace(
          /%\(([\w-]+)\)/g,
          (whole, name: string) => options.find((item) => item.name === name)?.value ?? whole,
        );
      const http = options.some((item) => item.name === 'protocol' && item.value === 'http');
      const found = options.flatMap((item): readonly (readonly Address[] | undefined)[] => {
        if (/^(socket|uwsgi-socket|s)$/.test(item.name))
          return [written([value(item.value)], item.at, http ? 'http' : 'uwsgi')];
        return /^(http|http-socket)$/.test(item.name) ? [written([value(item.value)], item.at)] : [];
      });
      return found.length === 0 || found.includes(undefined) ? undefined : found.flatMap((item) => item ?? []);
    }
    case 'runserver':
      return written([server.bind[0]?.text.replace(/^(\d+)$/, '127.0.0.1:$1') ?? '127.0.0.1:8000']);
    default:
      return undefined;
  }
}

/** Whether nginx reaches an address of a service under the one that it names. */
export function sameAddress(one: string, other: string): boolean {
  if (one.startsWith('unix:') || other.startsWith('unix:'))
    return one.replace(/^unix:\/var\/run\//, 'unix:/run/') === other.replace(/^unix:\/var\/run\//, 'unix:/run/');
  const [host = '', port] = splitAddress(one);
  const [otherHost = '', otherPort] = splitAddress(other);
  const any = (text: string): boolean => /^(0\.0\.0\.0|\[::\]|\*|)$/.test(text);
  const own = (text: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(text);
  return port === otherPort && (host === otherHost || any(host) || any(otherHost) || (own(host) && own(otherHost)));
}

function splitAddress(text: string): readonly [host: string, port: string] {
  const [, host = text, port = ''] = /^(.*):(\d+)$/.exec(text) ?? [];
  return [host, port];
}

function addressOf(text: string, service: Service): string {
  const path =
    /^unix:(?:\/\/)?(.*)$/.exec(text)?.[1] ?? (/^[^:]*\//.test(text) || /^[^:]+\.sock$/.test(text) ? text : undefined);
  if (path !== undefined) {
    const start = service.server?.directory?.text ?? service.directory?.text;
    return `unix:${path.startsWith('/') || start === undefined ? path : resolvePath(start, path)}`;
  }
  return text.replace(/^https?:\/\//, '').replace(/^:/, '0.0.0.0:');
}

/** What systemd listens on for a unit: `none` where no socket unit is meant. */
function socketsOf(project: Project, { unit, server }: Service): readonly Address[] | undefined | 'none' {
  if (!unit) return 'none';
  const stem = unit.path.replace(/\.service$/, '');
  const beside = project.file(`${stem}.socket`);
  const named = ['Requires', 'Sockets', 'Wants', 'After', 'BindsTo', 'Also'].some((key) =>
    unit.all(key).some(({ value }) => /\b[\w@-]+\.socket\b/.test(value) && !/docker\.socket|network/.test(value)),
  );
  if (!beside) {
    // A guide of the project may have one made on the server.
    const own = unit.name.replace(/\.service$/, '.socket');
    const tells = server?.server === 'gunicorn' ? ['gunicorn.socket', 'ListenStream=', own] : [own];
    const told = project.paths.some(
      (path) => /\.(sh|md|rst|txt|ya?ml)$/i.test(path) && tells.some((word) => project.file(path)?.text.includes(word)),
    );
    return named || told ? undefined : 'none';
  }
  return readSystemdUnit(beside)
    .all('ListenStream')
    .map(({ value, at }) => ({
      text: value.startsWith('/') ? `unix:${value}` : /^\d+$/.test(value) ? `0.0.0.0:${value}` : value,
      at,
      // uWSGI speaks whatever its own options say on a socket that it is given.
      protocol: server?.server === 'uwsgi' ? undefined : 'http',
      bySystemd: true,
    }));
}
