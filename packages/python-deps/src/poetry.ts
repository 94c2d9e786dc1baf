/** Reads Poetry's own tables of pyproject.toml, whose versions (`^4.2`, `~4.2`, `*`) are put into PEP 440's words. */
import type { DependencyKind, SourceFile } from '@django-golive/core';
import { type Declaration, type Problem, type Purpose, type PythonDemand, topOf } from './declaration.js';
import { kindOfGroup, reached } from './dependency-groups.js';
import { maskCredentials } from './mask-credentials.js';
import { normalizeName } from './names.js';
import { poetrySpecifier } from './poetry-specifier.js';
import { entryOf, isTable, listOf, type TomlDocument, type TomlPath, type TomlTable, tableAt, textOf } from './toml.js';

/** What Poetry's tables declare. */
export interface PoetryReading {
  readonly declarations: readonly Declaration[];
  readonly problems: readonly Problem[];
  readonly python?: PythonDemand;
}

/** Reads `[tool.poetry…]`. Never throws. */
export function readPoetry(file: SourceFile, document: TomlDocument): PoetryReading {
  const declarations: Declaration[] = [];
  const problems: Problem[] = [];
  let python: PythonDemand | undefined;
  const root: TomlPath = ['tool', 'poetry'];
  const poetry = tableAt(document.value, 'tool', 'poetry');

  readTable(tableAt(poetry, 'dependencies'), [...root, 'dependencies'], 'runtime');
  readTable(tableAt(poetry, 'dev-dependencies'), [...root, 'dev-dependencies'], 'dev', 'dev');
  const groups = tableAt(poetry, 'group');
  const included = (group: unknown) =>
    listOf(entryOf(tableAt(group), 'include-groups')).flatMap((name) => textOf(name) ?? []);
  for (const [name, group] of Object.entries(groups)) {
    const kind = kindOfPoetryGroup(name, entryOf(tableAt(group), 'optional') === true);
    for (const key of reached(groups, name, included))
      readTable(tableAt(groups, key, 'dependencies'), [...root, 'group', key, 'dependencies'], kind, name);
  }
  return { declarations, problems, ...(python ? { python } : {}) };

  /** An optional package is there with each of the extras that name it. */
  function extrasWith(written: string): readonly Purpose[] {
    const naming = Object.entries(tableAt(poetry, 'extras')).filter(([, list]) =>
      listOf(list).some((name) => normalizeName(textOf(name) ?? '') === normalizeName(written)),
    );
    if (naming.length === 0) return [{ kind: 'optional' }];
    return naming.map(([group]) => ({ kind: kindOfGroup(group), group, extra: true }));
  }

  function readTable(table: TomlTable, path: TomlPath, kind: DependencyKind, group?: string): void {
    for (const [written, value] of Object.entries(table)) {
      const span = document.spanOf([...path, written]);
      const at = span ? file.at(span) : topOf(file);
      const declared = span ? file.text.slice(span.start, span.end) : `${written} = …`;
      // Several constraints for several platforms: each is a declaration with its own marker.
      for (const entry of Array.isArray(value) ? listOf(value) : [value]) {
        const declaration = readEntry(written, entry, declared);
        if (declaration === undefined)
          problems.push({ at, why: `\`${oneLine(declared)}\` is not a version that Poetry knows` });
        else if (normalizeName(written) === 'python') python ??= { specifier: declaration.specifier, at };
        else {
          const optional = isTable(entry) && entryOf(entry, 'optional') === true;
          const purposes =
            optional && kind === 'runtime' ? extrasWith(written) : [group === undefined ? { kind } : { kind, group }];
          declarations.push(...purposes.map((purpose) => ({ ...declaration, at, ...purpose })));
        }
      }
    }
  }
}

function readEntry(written: string, entry: unknown, declared: string): Omit<Declaration, 'at' | 'kind'> | undefined {
  const table: TomlTable = isTable(entry) ? entry : { version: entry };
  const version = textOf(entryOf(table, 'version'));
  const specifier = version === undefined ? '' : poetrySpecifier(version);
  const url = ['git', 'url', 'path', 'file']
    .map((key) => textOf(entryOf(table, key)))
    .find((text) => text !== undefined);
  if (specifier === undefined || (version === undefined && url === undefined && !isTable(entry))) return undefined;
  const marker = textOf(entryOf(table, 'markers')) ?? markerOf(table);
  return {
    name: normalizeName(written),
    declared: oneLine(maskCredentials(declared)),
    extras: listOf(entryOf(table, 'extras'))
      .flatMap((extra) => textOf(extra) ?? [])
      .map(normalizeName),
    specifier,
    ...(url === undefined ? {} : { url: maskCredentials(url) }),
    ...(marker === undefined ? {} : { marker }),
    direct: true,
  };
}

/** `python = "<3.12"` and `platform = "win32"` beside a version are markers in other words. */
function markerOf(table: TomlTable): string | undefined {
  const parts: string[] = [];
  const python = poetrySpecifier(textOf(entryOf(table, 'python')) ?? '') ?? '';
  const alternatives = python.split('||').map((alternative) =>
    alternative
      .split(',')
      .map((clause) => /^(\D+)(.+)$/.exec(clause.trim()))
      .flatMap((match) => (match ? [`python_full_version ${match[1]?.trim()} "${match[2]}"`] : []))
      .join(' and '),
  );
  if (alternatives.every((alternative) => alternative !== ''))
    parts.push(alternatives.length > 1 ? `(${alternatives.join(' or ')})` : (alternatives[0] ?? ''));
  const platform = textOf(entryOf(table, 'platform'));
  if (platform !== undefined) parts.push(`sys_platform == "${platform}"`);
  return parts.length > 0 ? parts.join(' and ') : undefined;
}

/** Poetry installs its groups unless told not to, but a production install leaves out what is named for development. */
function kindOfPoetryGroup(name: string, optional: boolean): DependencyKind {
  const kind = kindOfGroup(name);
  return optional && kind === 'runtime' ? 'optional' : kind;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
