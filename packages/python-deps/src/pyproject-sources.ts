/** Where uv, Poetry and PDM fetch packages from, as pyproject.toml tells them. */
import type { PackageSource, SourceFile } from '@django-golive/core';
import { topOf } from './declaration.js';
import { maskCredentials } from './mask-credentials.js';
import { entryOf, listOf, type TomlDocument, type TomlPath, tableAt, textOf } from './toml.js';

/** Lists of tables with an address each. */
const LISTS = [
  ['tool', 'uv', 'index'],
  ['tool', 'poetry', 'source'],
  ['tool', 'pdm', 'source'],
] as const;

/** Keys of `[tool.uv]` that hold an address, or a list of them. */
const KEYS = [
  ['index-url', 'index'],
  ['extra-index-url', 'extra-index'],
  ['find-links', 'find-links'],
] as const;

const PYPI = /^https:\/\/(?:pypi\.(?:org|python\.org)\/simple|pypi\.org)\/?$/;

/** The sources beside PyPI over HTTPS. */
export function pyprojectSources(file: SourceFile, document: TomlDocument): readonly PackageSource[] {
  const listed = LISTS.flatMap(([tool, name, key]) =>
    listOf(entryOf(tableAt(document.value, tool, name), key)).flatMap((entry, at) =>
      sourceOf(
        entryOf(tableAt(entry), 'url'),
        [tool, name, key, at],
        'index',
        entryOf(tableAt(entry), 'verify_ssl') === false,
      ),
    ),
  );
  const uv = tableAt(document.value, 'tool', 'uv');
  const keyed = KEYS.flatMap(([key, kind]) => {
    const value = entryOf(uv, key);
    return (Array.isArray(value) ? listOf(value) : [value]).flatMap((url) =>
      sourceOf(url, ['tool', 'uv', key], kind, false),
    );
  });
  return [...listed, ...keyed];

  function sourceOf(
    value: unknown,
    path: TomlPath,
    kind: PackageSource['kind'],
    unchecked: boolean,
  ): readonly PackageSource[] {
    const url = textOf(value);
    if (url === undefined || PYPI.test(url)) return [];
    const span = document.spanOf(path);
    const masked = maskCredentials(url);
    return [
      {
        kind,
        url: masked,
        insecure: unchecked || /^http:/i.test(url),
        at: span ? file.at(span) : topOf(file),
        current: masked,
      },
    ];
  }
}
