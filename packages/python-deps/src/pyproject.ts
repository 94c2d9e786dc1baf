/** Reads pyproject.toml: PEP 621, PEP 735, and what Poetry, PDM and uv add to them. */
import type { DependencyKind, Location, SourceFile } from '@django-golive/core';
import {
  type Declaration,
  declare,
  emptyReading,
  type GroupDefaults,
  type Inclusion,
  type Problem,
  type Purpose,
  type PythonDemand,
  type Reading,
  topOf,
} from './declaration.js';
import { kindOfGroup, reached } from './dependency-groups.js';
import { namedReference } from './direct-reference.js';
import { localProjects } from './local-projects.js';
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
  const all = mergePoetry(declared, poetry.declarations, listOf(entryOf(project, 'dynamic')));
  const indexOf = pyprojectIndexes(document.value);
  const demand = pythonDemand(file, document, project) ?? poetry.python;
  return {
    ...emptyReading(file.path, isTable(tableAt(document.value, 'tool').poetry) ? 'poetry' : 'pyproject'),
    declarations: all.map((line) => {
      const index = line.url === undefined ? indexOf(line.name) : undefined;
      return index ? { ...line, index } : line;
    }),
    includes: [...dynamicFiles(file, document), ...localProjects(document.value, all)],
    sources: pyprojectSources(file, document),
    problems: [
      ...document.problems.map(({ span, why, clear }) => ({
        at: file.at(span),
        why,
        ...(clear ? { versions: true as const } : {}),
      })),
      ...lists.problems,
      ...poetry.problems,
    ],
    groupDefaults: groupDefaults(document.value),
    ...(demand ? { python: demand } : {}),
    ...(isListedElsewhere(document.value) ? { dynamic: true } : {}),
  };
}

/** Poetry's own table is the list that `dynamic` leaves open, where Poetry builds the project. */
function isListedElsewhere(document: TomlTable): boolean {
  if (!listOf(entryOf(tableAt(document, 'project'), 'dynamic')).includes('dependencies')) return false;
  return !isTable(entryOf(tableAt(document, 'tool', 'poetry'), 'dependencies'));
}

/** Poetry also takes what it says of a group of PEP 735 from its own table. */
function groupDefaults(document: TomlTable): GroupDefaults {
  const chosen = entryOf(tableAt(document, 'tool', 'uv'), 'default-groups');
  const groups = Object.entries(tableAt(document, 'tool', 'poetry', 'group'));
  return {
    ...(chosen === 'all' ? { uv: 'all' as const } : {}),
    ...(Array.isArray(chosen) ? { uv: listOf(chosen).flatMap((name) => normalizeName(textOf(name) ?? '')) } : {}),
    optional: groups.flatMap(([name, group]) =>
      entryOf(tableAt(group), 'optional') === true ? [normalizeName(name)] : [],
    ),
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
      const at = placeOf([...path, index]);
      if (text === undefined) {
        if (path[0] !== 'dependency-groups' || textOf(entryOf(tableAt(item), 'include-group')) === undefined)
          lose(at, 'it is no requirement, and installers stop at it');
        continue;
      }
      const { requirement, why } = requirementOf(text);
      if (why !== undefined) lose(at, why);
      if (!requirement || requirement.name === own) continue;
      const declaration = declare(requirement, { at, declared: text, ...purpose });
      declarations.push(constraint ? { ...declaration, constraint: true } : declaration);
    }
  }

  /** Where the first of some paths that is there stands. */
  function placeOf(...paths: readonly TomlPath[]): Location {
    const span = paths.map((path) => document.spanOf(path)).find((found) => found !== undefined);
    return span ? file.at(span) : topOf(file);
  }

  /** A list that several groups include is told of once. */
  function lose(at: Location, why: string): void {
    if (!problems.some((problem) => problem.at.span.start === at.span.start)) problems.push({ at, why });
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
      const why = `it includes the group \`${other}\`, which is not there, and installers stop at it`;
      problems.push({ at: placeOf(['dependency-groups', name, index], ['dependency-groups', name]), why });
    }
    const included = (list: unknown) =>
      listOf(list).flatMap((item) => textOf(entryOf(tableAt(item), 'include-group')) ?? []);
    const all = reached(groups, name, included);
    for (const key of all) add(entryOf(groups, key), ['dependency-groups', key], purpose);
    const own = normalizeName(name);
    if ([...all].some((key) => included(entryOf(groups, key)).some((other) => normalizeName(other) === own)))
      lose(placeOf(['dependency-groups', name]), `the group \`${name}\` includes itself, and installers stop at it`);
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
      filesAt(entryOf(tableAt(entry), 'file'), [...dynamic, 'optional-dependencies', name], kindOfGroup(name), name),
    ),
    ...filesAt(
      entryOf(tableAt(document.value, 'tool', 'hatch', 'metadata', 'hooks', 'requirements_txt'), 'files'),
      [...hatch, 'files'],
      'runtime',
    ),
  ];

  function filesAt(files: unknown, path: TomlPath, kind: DependencyKind, extra?: string): readonly Inclusion[] {
    const span = document.spanOf(path);
    const at = span ? file.at(span) : topOf(file);
    return (typeof files === 'string' ? [files] : listOf(files))
      .flatMap((item) => textOf(item) ?? [])
      .map((item) => ({ path: item, constraint: false, kind, at, ...(extra === undefined ? {} : { extra }) }));
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
    // Several for several platforms: none of them is a release of PyPI.
    const url = (Array.isArray(source) ? listOf(source) : [source])
      .flatMap((one) => ['git', 'url', 'path'].map((key) => textOf(entryOf(tableAt(one), key))))
      .find((text) => text !== undefined);
    if (url !== undefined) urls.set(normalizeName(name), maskCredentials(url));
    else if (entryOf(tableAt(source), 'workspace') === true) urls.set(normalizeName(name), 'workspace');
  }
  return declarations.map((declaration) => {
    const url = urls.get(declaration.name);
    return url === undefined ? declaration : { ...declaration, url };
  });
}

/**
 * In Poetry 2 the project's tables declare, and Poetry's own add where from: what only the latter name is not installed, but for
 * lists that are `dynamic`. Where the former are empty, the latter are all there is.
 */
function mergePoetry(
  declared: readonly Declaration[],
  poetry: readonly Declaration[],
  dynamic: readonly unknown[],
): readonly Declaration[] {
  const lines = declared.filter(({ constraint }) => constraint !== true);
  const listed = {
    own: lines.some(({ group }) => group === undefined),
    extras: lines.some(({ extra }) => extra === true),
    groups: new Set(lines.flatMap(({ group, extra }) => (group === undefined || extra ? [] : [normalizeName(group)]))),
  };
  const names = new Set(lines.filter(({ kind }) => kind === 'runtime').map(({ name }) => name));
  const left = poetry.filter((line) => {
    if (line.kind === 'runtime' && names.has(line.name)) return false;
    const { group, extra, kind } = line;
    if (group !== undefined && !extra) return !listed.groups.has(normalizeName(group));
    if (!listed.own && !listed.extras) return true;
    const isOptional = extra === true || kind === 'optional';
    return isOptional
      ? !listed.extras && dynamic.includes('optional-dependencies')
      : !listed.own && dynamic.includes('dependencies');
  });
  const own = poetry.filter(({ kind }) => kind === 'runtime');
  const enriched = declared.map((line) => {
    const url = own.find(({ name, url }) => name === line.name && url !== undefined)?.url;
    return line.kind !== 'runtime' || line.url !== undefined || url === undefined ? line : { ...line, url };
  });
  return [...enriched, ...left];
}
