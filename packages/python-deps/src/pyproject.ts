/** Reads pyproject.toml: PEP 621, PEP 735, and what Poetry, PDM and uv add to them. */
import type { DependencyKind, SourceFile } from '@django-golive/core';
import {
  type Declaration,
  declare,
  emptyReading,
  type Inclusion,
  type Problem,
  type Purpose,
  type PythonDemand,
  type Reading,
  topOf,
} from './declaration.js';
import { kindOfGroup, reached } from './dependency-groups.js';
import { namedReference } from './direct-reference.js';
import { maskCredentials } from './mask-credentials.js';
import { normalizeName } from './names.js';
import { pyprojectIndexes } from './package-index.js';
import { readPoetry } from './poetry.js';
import { pyprojectSources } from './pyproject-sources.js';
import { parseRequirement, type RequirementReading } from './requirement.js';
import {
  entryOf,
  isTable,
  listOf,
  readToml,
  type TomlDocument,
  type TomlPath,
  type TomlTable,
  tableAt,
  textOf,
} from './toml.js';

/** Reads one file. Never throws; a project without dependencies of its own gives an empty reading. */
export function readPyproject(file: SourceFile): Reading {
  const document = readToml(file.text);
  const project = tableAt(document.value, 'project');
  const lists = requirementLists(file, document, normalizeName(textOf(entryOf(project, 'name')) ?? ''));

  lists.add(entryOf(project, 'dependencies'), ['project', 'dependencies'], { kind: 'runtime' });
  const extras = tableAt(project, 'optional-dependencies');
  for (const name of Object.keys(extras)) lists.addExtra(extras, name);
  const groups = tableAt(document.value, 'dependency-groups');
  for (const name of Object.keys(groups)) lists.addGroup(groups, name);
  const uv = tableAt(document.value, 'tool', 'uv');
  lists.add(entryOf(uv, 'dev-dependencies'), ['tool', 'uv', 'dev-dependencies'], { kind: 'dev', group: 'dev' });
  lists.add(
    entryOf(uv, 'constraint-dependencies'),
    ['tool', 'uv', 'constraint-dependencies'],
    { kind: 'runtime' },
    true,
  );
  // What only another package asks for is held to them as well.
  lists.add(entryOf(uv, 'override-dependencies'), ['tool', 'uv', 'override-dependencies'], { kind: 'runtime' }, true);
  const pdm = tableAt(document.value, 'tool', 'pdm', 'dev-dependencies');
  for (const [name, list] of Object.entries(pdm)) {
    lists.add(list, ['tool', 'pdm', 'dev-dependencies', name], { kind: 'dev', group: name });
  }

  const poetry = readPoetry(file, document);
  const declared = withUvSources(
    withOverrides(lists.declarations, listOf(entryOf(uv, 'override-dependencies'))),
    tableAt(uv, 'sources'),
  );
  const indexOf = pyprojectIndexes(document.value);
  const demand = pythonDemand(file, document, project) ?? poetry.python;
  return {
    ...emptyReading(file.path, isTable(tableAt(document.value, 'tool').poetry) ? 'poetry' : 'pyproject'),
    declarations: mergePoetry(declared, poetry.declarations).map((line) => {
      const index = line.url === undefined ? indexOf(line.name) : undefined;
      return index ? { ...line, index } : line;
    }),
    includes: dynamicFiles(file, document),
    sources: pyprojectSources(file, document),
    problems: [
      ...document.problems.map(({ span, why }) => ({ at: file.at(span), why })),
      ...lists.problems,
      ...poetry.problems,
    ],
    ...(demand ? { python: demand } : {}),
  };
}

/** Gathers the requirement lists of one file. */
function requirementLists(file: SourceFile, document: TomlDocument, own: string) {
  const declarations: Declaration[] = [];
  const problems: Problem[] = [];
  return { declarations, problems, add, addExtra, addGroup };

  function add(list: unknown, path: TomlPath, purpose: Purpose, constraint = false): void {
    for (const [index, item] of listOf(list).entries()) {
      const text = textOf(item);
      if (text === undefined) continue;
      const span = document.spanOf([...path, index]);
      const at = span ? file.at(span) : topOf(file);
      const { requirement, why } = requirementOf(text);
      if (why !== undefined && !problems.some((problem) => problem.at.span.start === at.span.start))
        problems.push({ at, why });
      if (!requirement || requirement.name === own) continue;
      const declaration = declare(requirement, { at, declared: text, ...purpose });
      declarations.push(constraint ? { ...declaration, constraint: true } : declaration);
    }
  }

  /** An extra, with those that `all = ["shop[s3]"]` names of the project itself. */
  function addExtra(extras: TomlTable, name: string): void {
    const purpose = { kind: kindOfGroup(name), group: name, extra: true } as const;
    const named = (list: unknown) =>
      listOf(list).flatMap((item) => {
        const { requirement } = requirementOf(textOf(item) ?? '');
        return requirement && requirement.name === own ? requirement.extras : [];
      });
    for (const key of reached(extras, name, named))
      add(entryOf(extras, key), ['project', 'optional-dependencies', key], purpose);
  }

  /** A group, with those that it includes (PEP 735). */
  function addGroup(groups: TomlTable, name: string): void {
    const purpose = { kind: kindOfGroup(name), group: name };
    const known = new Set(Object.keys(groups).map(normalizeName));
    for (const [index, item] of listOf(entryOf(groups, name)).entries()) {
      const other = textOf(entryOf(tableAt(item), 'include-group'));
      if (other === undefined || known.has(normalizeName(other))) continue;
      const span = document.spanOf(['dependency-groups', name, index]) ?? document.spanOf(['dependency-groups', name]);
      const why = `it includes the group \`${other}\`, which is not there, and installers stop at it`;
      problems.push({ at: span ? file.at(span) : topOf(file), why });
    }
    const included = (list: unknown) =>
      listOf(list).flatMap((item) => textOf(entryOf(tableAt(item), 'include-group')) ?? []);
    for (const key of reached(groups, name, included)) add(entryOf(groups, key), ['dependency-groups', key], purpose);
  }
}

/** A requirement; PDM also takes what pip's `-e` does. */
function requirementOf(text: string): RequirementReading {
  const editable = /^\s*-e\s+(.*)$/.exec(text)?.[1];
  if (editable === undefined) return parseRequirement(text);
  const { requirement } = namedReference(editable);
  return requirement
    ? { requirement }
    : { why: 'it installs from an address that does not say which package it holds' };
}

/** Tools can read a project's dependencies, and its extras, from requirements files. */
function dynamicFiles(file: SourceFile, document: TomlDocument): readonly Inclusion[] {
  const dynamic: TomlPath = ['tool', 'setuptools', 'dynamic'];
  const table = tableAt(document.value, 'tool', 'setuptools', 'dynamic');
  const hatch: TomlPath = ['tool', 'hatch', 'metadata', 'hooks', 'requirements_txt'];
  return [
    ...filesAt(entryOf(tableAt(entryOf(table, 'dependencies')), 'file'), [...dynamic, 'dependencies'], 'runtime'),
    ...Object.entries(tableAt(table, 'optional-dependencies')).flatMap(([name, entry]) =>
      filesAt(entryOf(tableAt(entry), 'file'), [...dynamic, 'optional-dependencies', name], kindOfGroup(name)),
    ),
    ...filesAt(
      entryOf(tableAt(document.value, 'tool', 'hatch', 'metadata', 'hooks', 'requirements_txt'), 'files'),
      [...hatch, 'files'],
      'runtime',
    ),
  ];

  function filesAt(files: unknown, path: TomlPath, kind: DependencyKind): readonly Inclusion[] {
    const span = document.spanOf(path);
    const at = span ? file.at(span) : topOf(file);
    return (typeof files === 'string' ? [files] : listOf(files))
      .flatMap((item) => textOf(item) ?? [])
      .map((item) => ({ path: item, constraint: false, kind, at }));
  }
}

function pythonDemand(file: SourceFile, document: TomlDocument, project: unknown): PythonDemand | undefined {
  const specifier = textOf(entryOf(tableAt(project), 'requires-python'));
  if (specifier === undefined) return undefined;
  const span = document.spanOf(['project', 'requires-python']);
  return { specifier, at: span ? file.at(span) : topOf(file) };
}

/** `override-dependencies` of uv takes the place of whatever bounds a package has. */
function withOverrides(declarations: readonly Declaration[], overrides: readonly unknown[]): readonly Declaration[] {
  const specifiers = new Map<string, string>();
  for (const item of overrides) {
    const { requirement } = requirementOf(textOf(item) ?? '');
    if (requirement && requirement.url === undefined && requirement.marker === undefined)
      specifiers.set(requirement.name, requirement.specifier);
  }
  return declarations.map((line) => {
    const specifier = line.url === undefined ? specifiers.get(line.name) : undefined;
    return specifier === undefined ? line : { ...line, specifier };
  });
}

/** `[tool.uv.sources]` replaces the version of a package by an address, or by the workspace's own code. */
function withUvSources(declarations: readonly Declaration[], sources: unknown): readonly Declaration[] {
  const urls = new Map<string, string>();
  for (const [name, source] of Object.entries(tableAt(sources))) {
    const url = ['git', 'url', 'path']
      .map((key) => textOf(entryOf(tableAt(source), key)))
      .find((text) => text !== undefined);
    if (url !== undefined) urls.set(normalizeName(name), maskCredentials(url));
    else if (entryOf(tableAt(source), 'workspace') === true) urls.set(normalizeName(name), 'workspace');
  }
  return declarations.map((declaration) => {
    const url = urls.get(declaration.name);
    return url === undefined ? declaration : { ...declaration, url };
  });
}

/** In Poetry 2 the project table declares and Poetry's own table only adds to it; each package counts once. */
function mergePoetry(declared: readonly Declaration[], poetry: readonly Declaration[]): readonly Declaration[] {
  const names = new Set(declared.filter((entry) => entry.kind === 'runtime').map((entry) => entry.name));
  return [...declared, ...poetry.filter((entry) => entry.kind !== 'runtime' || !names.has(entry.name))];
}
