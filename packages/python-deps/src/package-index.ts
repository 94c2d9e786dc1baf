/** The indexes that packages come from, where PyPI is not it. */
import type { PackageIndex } from '@django-golive/core';
import { maskCredentials } from './mask-credentials.js';
import { normalizeName } from './names.js';
import { entryOf, listOf, type TomlTable, tableAt, textOf } from './toml.js';

const PYPI = /^https?:\/\/(?:pypi\.(?:org|python\.org)\/simple|pypi\.org|files\.pythonhosted\.org)\/?$/i;

/** An index by its address; `undefined` for PyPI's own. */
export function packageIndex(url: string | undefined, chosen: boolean): PackageIndex | undefined {
  return url === undefined || PYPI.test(url) ? undefined : { url: maskCredentials(url), chosen };
}

/** Packages of a lock file, each with its index by the address that the lock gives. Where all are of one, that took PyPI's place. */
export function withIndexes<T extends object>(
  locked: readonly (readonly [T, string | undefined])[],
): readonly (T & { readonly index?: PackageIndex })[] {
  const chosen = new Set(locked.flatMap(([, url]) => url ?? [])).size > 1;
  return locked.map(([entry, url]) => {
    const index = packageIndex(url, chosen);
    return index ? { ...entry, index } : entry;
  });
}

/** What pyproject.toml says of the index of a package: `[tool.uv.sources]`, Poetry's `source`, or what replaces PyPI for all. */
export function pyprojectIndexes(document: TomlTable): (name: string) => PackageIndex | undefined {
  const uv = tableAt(document, 'tool', 'uv');
  const tables = [
    ...listOf(entryOf(uv, 'index')),
    ...listOf(entryOf(tableAt(document, 'tool', 'poetry'), 'source')),
    ...listOf(entryOf(tableAt(document, 'tool', 'pdm'), 'source')),
  ].map((entry) => tableAt(entry));
  const named = new Map(tables.map((table) => [textOf(entryOf(table, 'name')), textOf(entryOf(table, 'url'))]));
  // PDM's source of the name `pypi` takes PyPI's place, as a default of uv does.
  const replaced = tables.find((table) => entryOf(table, 'default') === true || entryOf(table, 'name') === 'pypi');
  const all = packageIndex(textOf(entryOf(replaced ?? {}, 'url')) ?? textOf(entryOf(uv, 'index-url')), false);
  const own = new Map<string, PackageIndex>();
  const choose = (name: string, key: unknown) => {
    const index = packageIndex(named.get(textOf(key)), true);
    if (textOf(key) !== undefined && index) own.set(normalizeName(name), index);
  };
  for (const [name, source] of Object.entries(tableAt(uv, 'sources')))
    for (const one of Array.isArray(source) ? listOf(source) : [source]) choose(name, entryOf(tableAt(one), 'index'));
  const poetry = tableAt(document, 'tool', 'poetry');
  const groups = Object.values(tableAt(poetry, 'group')).map((group) => tableAt(group, 'dependencies'));
  for (const table of [tableAt(poetry, 'dependencies'), ...groups])
    for (const [name, value] of Object.entries(table)) choose(name, entryOf(tableAt(value), 'source'));
  return (name) => own.get(name) ?? all;
}
