/** Directories that nginx hands out as files: by `alias`, by `root`, by `try_files`. */
import type { Location } from '@django-golive/core';
import { resolvePath } from '../files/paths.js';
import { holding, type NginxLocation, type NginxServer } from './sites.js';

/** A location that serves files. */
export interface ServedFiles {
  readonly server: NginxServer;
  readonly location: NginxLocation | undefined;
  /** The prefix of the URLs. */
  readonly url: string;
  /** The directory of the server that answers for it, without a slash at its end. */
  readonly directory: string;
  /** As written. */
  readonly by: 'alias' | 'root';
  readonly written: string;
  readonly at: Location;
}

/** What the servers hand out under prefixes; regular expressions and paths of variables are left out. */
export function servedFiles(servers: readonly NginxServer[]): readonly ServedFiles[] {
  return servers.flatMap((server) => server.locations.flatMap((location) => servedBy(server, location)));
}

function servedBy(server: NginxServer, location: NginxLocation): readonly ServedFiles[] {
  const { path, modifier, directives } = location;
  if (
    modifier === '~' ||
    modifier === '~*' ||
    path.startsWith('@') ||
    directives.some(({ name }) => name === 'internal' || name === 'return' || name === 'deny')
  )
    return [];
  // Where a location hands on, its files are those that it tries before.
  if (location.pass) return [];
  const alias = directives.findLast(({ name }) => name === 'alias');
  const root = holding(location, 'root').at(-1);
  const found = alias ?? root;
  const written = found?.args[0]?.text;
  if (!found || written === undefined || !written.startsWith('/') || /[${]/.test(written)) return [];
  return [
    {
      server,
      location,
      url: path,
      directory: alias ? resolvePath('/', written) : resolvePath('/', `${written}/${path}`),
      by: alias ? 'alias' : 'root',
      written,
      at: found.at,
    },
  ];
}

/** Roots that answer for every URL of a server: no location takes them all, or the one that does tries files first. */
export function openRoots(servers: readonly NginxServer[]): readonly ServedFiles[] {
  return servers.flatMap((server) => {
    const all = server.locations.find(({ path, modifier }) => path === '/' && (modifier === '' || modifier === '^~'));
    const tries = all?.directives.some(
      ({ name, args }) => name === 'try_files' && args.some(({ text }) => /^\$uri/.test(text)),
    );
    const around = all?.pass && tries ? all : all ? undefined : server;
    const root = around && holding(around, 'root').at(-1);
    const written = root?.args[0]?.text;
    if (!root || written === undefined || !written.startsWith('/') || /[${]/.test(written)) return [];
    if (!all && server.directives.some(({ name }) => name === 'return')) return [];
    return [
      {
        server,
        location: all,
        url: '/',
        directory: resolvePath('/', written),
        by: 'root' as const,
        written,
        at: root.at,
      },
    ];
  });
}
