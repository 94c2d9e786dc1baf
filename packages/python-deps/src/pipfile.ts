/** Reads Pipfile. */
import type { DependencyKind, PackageIndex, PackageSource, SourceFile } from '@django-golive/core';
import { type Declaration, emptyReading, type Problem, type Purpose, type Reading, topOf } from './declaration.js';
import { kindOfGroup } from './dependency-groups.js';
import { maskCredentials } from './mask-credentials.js';
import { normalizeName } from './names.js';
import { packageIndex } from './package-index.js';
import { parseSpecifier } from './specifier.js';
import { entryOf, isTable, listOf, readToml, type TomlTable, tableAt, textOf } from './toml.js';

const MARKERS = [
  'sys_platform',
  'os_name',
  'platform_machine',
  'platform_system',
  'python_version',
  'platform_python_implementation',
];
/** Tables of a Pipfile that are not categories of packages. */
const SETTINGS = new Set(['requires', 'scripts', 'pipenv', 'source']);

/** Reads a Pipfile. Never throws. */
export function readPipfile(file: SourceFile): Reading {
  const document = readToml(file.text);
  const declarations: Declaration[] = [];
  const problems: Problem[] = document.problems.map(({ span, why }) => ({ at: file.at(span), why }));
  const place = (path: readonly (string | number)[]) => {
    const span = document.spanOf(path);
    return span ? file.at(span) : topOf(file);
  };
  for (const [category, table] of Object.entries(document.value)) {
    if (SETTINGS.has(category) || !isTable(table)) continue;
    for (const [written, value] of Object.entries(table)) {
      const at = place([category, written]);
      const declared = file.text.slice(at.span.start, at.span.end);
      const entry = readEntry(written, value, declared);
      if (typeof entry === 'string') problems.push({ at, why: entry });
      else {
        const index = indexIn(document.value.source, value);
        declarations.push({ ...entry, at, ...purposeOfCategory(category), ...(index ? { index } : {}) });
      }
    }
  }
  const requires = tableAt(document.value, 'requires');
  const key = ['python_full_version', 'python_version'].find((name) => textOf(entryOf(requires, name)) !== undefined);
  const version = key && textOf(entryOf(requires, key));
  return {
    ...emptyReading(file.path, 'pipfile'),
    declarations,
    problems,
    sources: listOf(entryOf(document.value, 'source')).flatMap((entry, index) =>
      sourceOf(entry, place(['source', index])),
    ),
    ...(key && version && version !== '*' ? { python: { specifier: version, at: place(['requires', key]) } } : {}),
  };
}

/** The source that an entry names, else the first one, which pipenv asks for all. */
export function indexIn(sources: unknown, entry: unknown): PackageIndex | undefined {
  const tables = listOf(sources).map((source) => tableAt(source));
  const name = textOf(entryOf(tableAt(entry), 'index'));
  const [first] = tables;
  const found = name === undefined ? first : tables.find((table) => entryOf(table, 'name') === name);
  return packageIndex(textOf(entryOf(found ?? {}, 'url')), name !== undefined && found !== first);
}

/** What a category of packages is for. */
export function kindOfCategory(category: string): DependencyKind {
  if (category === 'packages' || category === 'default') return 'runtime';
  return category === 'dev-packages' || category === 'develop' ? 'dev' : kindOfGroup(category);
}

/** The same, with the category's name where it is not the main one. */
export function purposeOfCategory(category: string): Purpose {
  const kind = kindOfCategory(category);
  if (/^(?:packages|default)$/.test(category)) return { kind };
  return { kind, group: category === 'develop' ? 'dev-packages' : category };
}

/** One entry of a category, or why it cannot be read. */
export function readEntry(
  written: string,
  value: unknown,
  declared: string,
): Omit<Declaration, 'at' | 'kind'> | string {
  const table: TomlTable = isTable(value) ? value : { version: value };
  const version = textOf(entryOf(table, 'version')) ?? '*';
  // A bare version is that one: pipenv puts `==` before it (`dependency_as_pip_install_line`).
  const bare = typeof value === 'string' && /^\s*\d/.test(version);
  const specifier = version === '*' ? '' : `${bare ? '==' : ''}${version.trim()}`;
  if (!parseSpecifier(specifier)) return `\`${specifier}\` is not a version specifier`;
  const url = ['git', 'file', 'path'].map((key) => textOf(entryOf(table, key))).find((text) => text !== undefined);
  const marker = markerOf(table);
  return {
    name: normalizeName(written),
    declared: maskCredentials(declared).replace(/\s+/g, ' ').trim(),
    extras: listOf(entryOf(table, 'extras'))
      .flatMap((extra) => textOf(extra) ?? [])
      .map(normalizeName),
    specifier,
    ...(url === undefined ? {} : { url: maskCredentials(url) }),
    ...(marker === undefined ? {} : { marker }),
    direct: true,
  };
}

/** `sys_platform = "== 'win32'"` is one marker in two parts. */
function markerOf(table: TomlTable): string | undefined {
  const parts = MARKERS.flatMap((name) => {
    const text = textOf(entryOf(table, name));
    return text === undefined ? [] : [`${name} ${text}`];
  });
  const written = textOf(entryOf(table, 'markers'));
  if (written !== undefined) parts.push(parts.length > 0 ? `(${written})` : written);
  return parts.length > 0 ? parts.join(' and ') : undefined;
}

function sourceOf(entry: unknown, at: Reading['problems'][number]['at']): readonly PackageSource[] {
  const url = textOf(entryOf(tableAt(entry), 'url'));
  if (url === undefined || /^https:\/\/pypi\.(?:org|python\.org)\/simple\/?$/.test(url)) return [];
  const insecure = /^http:/i.test(url) || entryOf(tableAt(entry), 'verify_ssl') === false;
  const masked = maskCredentials(url);
  return [{ kind: 'index', url: masked, insecure, at, current: masked }];
}
