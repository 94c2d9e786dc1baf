/** The places in a container that the site itself writes to, as its settings and its start name them. */
import {
  type Deployment,
  entriesOf,
  type Features,
  lookup,
  type Settings,
  stringOf,
  type Value,
} from '@django-golive/core';
import { managementCommandOf } from '../files/django-command.js';
import { directoryOf, liesIn, resolvePath } from '../files/paths.js';
import type { Container } from './containers.js';
import { pathInContainer } from './path-in-container.js';

/** Absolute directories: for uploads, databases of SQLite, log files, caches, and what the start collects or makes. */
export function writtenPaths(
  container: Container,
  settings: Settings,
  features: Features,
  { root }: Deployment,
): readonly string[] {
  const value = (name: string) => settings.get(name).value;
  const placed = (path: Value | undefined): readonly string[] => {
    const text = stringOf(path);
    return text ? [pathInContainer(container, settings.path, text, root) ?? []].flat() : [];
  };
  const workdir = container.service?.workdir ?? container.image?.workdir ?? '/';
  const commands = container.start.programs.map(({ invocation }) => ({
    invocation,
    name: managementCommandOf(invocation)?.name,
  }));
  const collects = commands.some(({ name }) => name === 'collectstatic');
  const files = [
    ...entriesOf(value('DATABASES'))
      .filter(([, database]) => /sqlite3|spatialite/.test(stringOf(lookup(database, 'ENGINE')) ?? ''))
      .map(([, database]) => lookup(database, 'NAME')),
    ...entriesOf(lookup(value('LOGGING'), 'handlers')).map(([, handler]) => lookup(handler, 'filename')),
  ].filter((file) => !/^$|memory/.test(stringOf(file) ?? ''));
  const directories = [
    ...(features.uses('local-media') ? [value('MEDIA_ROOT')] : []),
    ...(collects ? [value('STATIC_ROOT')] : []),
    ...entriesOf(value('CACHES'))
      .filter(([, cache]) => /FileBasedCache/.test(stringOf(lookup(cache, 'BACKEND')) ?? ''))
      .map(([, cache]) => lookup(cache, 'LOCATION')),
  ];
  const made = commands.flatMap(({ invocation: { program, args }, name }): readonly string[] => {
    // What is compiled or made lies beside the code.
    if (name === 'makemigrations' || name === 'compilemessages') return [workdir];
    if (program !== 'mkdir') return [];
    return args.flatMap(({ text }) => (/^-|\$/.test(text) ? [] : resolvePath(workdir, text)));
  });
  return [...files.flatMap(placed).map(directoryOf), ...directories.flatMap(placed), ...made];
}

/** Those that lie in no other. */
export function outermost(paths: readonly string[]): readonly string[] {
  const all = [...new Set(paths)];
  return all.filter((path) => !all.some((other) => other !== path && liesIn(path, other)));
}
