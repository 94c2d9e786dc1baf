/** Compose files read together, as `docker compose -f a -f b` merges them. */
import type { Location, Project } from '@django-golive/core';
import type { ComposeProject, ComposeService } from './compose-model.js';
import { readService } from './compose-service.js';
import { readEnvFile } from './env-file.js';
import { directoryOf, normalizePath } from './paths.js';
import type { Lookup } from './variable-expansion.js';
import { child, entriesIn, entryOf, itemsIn, readYaml, textOf, type YamlEntry, type YamlNode } from './yaml-tree.js';

/** Read Compose files in the order of `-f`. `undefined` where none of them defines a service. */
export function readCompose(project: Project, paths: readonly string[]): ComposeProject | undefined {
  const first = paths[0];
  if (first === undefined) return undefined;
  const directory = directoryOf(first);
  const around = { project, directory, interpolate: projectEnvironment(project, directory) };
  const files = paths.flatMap((path) => {
    const file = project.file(path);
    const root = file && readYaml(file);
    return root ? [{ path, root }, ...included(project, directory, root)] : [];
  });
  const order: string[] = [];
  const nodes = new Map<string, YamlEntry>();
  for (const { root } of files) {
    for (const entry of entriesIn(child(root, 'services'))) {
      if (entry.value.kind !== 'map') continue;
      const resolved = { ...entry, value: withParent(project, directory, root, entry.value, 0) };
      const before = nodes.get(entry.key);
      if (!before) order.push(entry.key);
      nodes.set(entry.key, before ? { ...before, value: merge(before.value, resolved.value) } : resolved);
    }
  }
  const services = order.flatMap((name): ComposeService[] => {
    const entry = nodes.get(name);
    return entry ? [readService(name, entry.at, entry.value, around)] : [];
  });
  if (services.length === 0) return undefined;
  return {
    paths: files.map((file) => file.path),
    services,
    volumes: files.flatMap(({ root }) => entriesIn(child(root, 'volumes')).map((entry) => entry.key)),
    joinsOthers: files.some(({ root }) =>
      entriesIn(child(root, 'networks')).some(({ value }) => {
        const external = child(value, 'external');
        return external !== undefined && textOf(external) !== 'false';
      }),
    ),
    version: versionOf(files.map(({ root }) => root)),
  };
}

/** The names of the services a file defines, and whether each could start by itself. */
export function servicesIn(
  project: Project,
  path: string,
): readonly { readonly name: string; readonly complete: boolean }[] {
  const file = project.file(path);
  const root = file && readYaml(file);
  return entriesIn(child(root, 'services')).flatMap((entry) =>
    entry.value.kind === 'map'
      ? [
          {
            name: entry.key,
            complete: ['image', 'build', 'extends', 'provider'].some((key) => entryOf(entry.value, key)),
          },
        ]
      : [],
  );
}

/** The variables of the `.env` beside the file, when version control tracks it: another machine has its own. */
function projectEnvironment(project: Project, directory: string): Lookup {
  const path = directory === '' ? '.env' : `${directory}/.env`;
  const file = project.file(path);
  if (!file) return () => null;
  const tracked = project.tracked(path) !== false;
  const values = new Map(readEnvFile(file).map((line) => [line.name, line.value]));
  return (name) => (values.has(name) ? (tracked ? values.get(name) : undefined) : null);
}

function included(project: Project, directory: string, root: YamlNode): readonly { path: string; root: YamlNode }[] {
  return itemsIn(child(root, 'include')).flatMap((item) => {
    const names = textOf(item) === undefined ? itemsIn(child(item, 'path')) : [item];
    return names.flatMap((name) => {
      const path = normalizePath(`${directory}/${textOf(name) ?? ''}`);
      const file = path === undefined ? undefined : project.file(path);
      const tree = file && readYaml(file);
      return path !== undefined && tree ? [{ path, root: tree }] : [];
    });
  });
}

/** A service over the one it extends. */
function withParent(project: Project, directory: string, root: YamlNode, node: YamlNode, depth: number): YamlNode {
  const extension = child(node, 'extends');
  if (!extension || depth > 8) return node;
  const name = textOf(extension) ?? textOf(child(extension, 'service'));
  const path = textOf(child(extension, 'file'));
  let source: YamlNode | undefined = root;
  if (path !== undefined) {
    const file = project.file(normalizePath(`${directory}/${path}`) ?? '');
    source = file && readYaml(file);
  }
  const parent = name === undefined ? undefined : child(child(source, 'services'), name);
  if (!parent || !source) return node;
  const base = withParent(project, directory, source, parent, depth + 1);
  const own =
    node.kind === 'map' ? { ...node, entries: node.entries.filter((entry) => entry.key !== 'extends') } : node;
  return merge(base, own);
}

/** Keys whose lists are joined rather than replaced. */
const joined = new Set([
  'ports',
  'expose',
  'volumes',
  'tmpfs',
  'env_file',
  'secrets',
  'configs',
  'dns',
  'external_links',
  'cap_add',
  'devices',
]);
/** Keys that are maps even when they are written as lists of `NAME=value`. */
const mapped = new Set(['environment', 'labels', 'args']);

function merge(before: YamlNode, after: YamlNode): YamlNode {
  if (before.kind !== 'map' || after.kind !== 'map') return after;
  const entries = [...before.entries];
  for (const entry of after.entries) {
    const index = entries.findIndex((item) => item.key === entry.key);
    const old = entries[index];
    if (!old) entries.push(entry);
    else entries[index] = { ...entry, value: mergeValue(entry.key, old.value, entry.value) };
  }
  return { ...after, entries, at: before.at };
}

function mergeValue(key: string, before: YamlNode, after: YamlNode): YamlNode {
  if (joined.has(key) || (mapped.has(key) && (before.kind === 'list' || after.kind === 'list'))) {
    return { kind: 'list', items: [...listed(before), ...listed(after)], at: after.at };
  }
  if (key === 'command' || key === 'entrypoint' || key === 'test') return after;
  if (key === 'depends_on') return { kind: 'map', entries: [...asEntries(before), ...asEntries(after)], at: after.at };
  return merge(before, after);
}

/** A map of variables as the list it means, each item at its own place. */
function listed(node: YamlNode): readonly YamlNode[] {
  if (node.kind !== 'map') return itemsIn(node);
  return node.entries.map((entry) => {
    const text =
      entry.value.kind === 'scalar' && entry.value.value !== null ? `${entry.key}=${entry.value.text}` : entry.key;
    return entry.value.kind === 'map' ? entry.value : { kind: 'scalar', value: text, text, at: entry.at };
  });
}

function asEntries(node: YamlNode): readonly YamlEntry[] {
  if (node.kind === 'map') return node.entries;
  return itemsIn(node).flatMap((item) => {
    const key = textOf(item);
    return key === undefined ? [] : [{ key, value: { kind: 'map', entries: [], at: item.at } as const, at: item.at }];
  });
}

function versionOf(roots: readonly YamlNode[]): Location | undefined {
  for (const root of roots) {
    const entry = entryOf(root, 'version');
    if (entry) return entry.at;
  }
  return undefined;
}
