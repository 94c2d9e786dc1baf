/** Reads pyproject.toml: PEP 621, PEP 735, and what Poetry, PDM and uv add to them. */
import type { SourceFile } from '@django-golive/core';
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
import { kindOfGroup } from './dependency-groups.js';
import { maskCredentials } from './mask-credentials.js';
import { normalizeName } from './names.js';
import { readPoetry } from './poetry.js';
import { parseRequirement } from './requirement.js';
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
  for (const [name, list] of Object.entries(extras)) {
    lists.add(list, ['project', 'optional-dependencies', name], { kind: kindOfGroup(name), group: name, extra: true });
  }
  const groups = tableAt(document.value, 'dependency-groups');
  const production = productionGroups(groups);
  for (const [name, list] of Object.entries(groups)) {
    const kind = production.has(normalizeName(name)) ? 'runtime' : kindOfGroup(name);
    lists.add(list, ['dependency-groups', name], { kind, group: name });
  }
  const uv = tableAt(document.value, 'tool', 'uv');
  lists.add(entryOf(uv, 'dev-dependencies'), ['tool', 'uv', 'dev-dependencies'], { kind: 'dev', group: 'dev' });
  lists.add(
    entryOf(uv, 'constraint-dependencies'),
    ['tool', 'uv', 'constraint-dependencies'],
    { kind: 'runtime' },
    true,
  );
  const pdm = tableAt(document.value, 'tool', 'pdm', 'dev-dependencies');
  for (const [name, list] of Object.entries(pdm)) {
    lists.add(list, ['tool', 'pdm', 'dev-dependencies', name], { kind: 'dev', group: name });
  }

  const poetry = readPoetry(file, document);
  const declared = withUvSources(lists.declarations, tableAt(uv, 'sources'));
  const demand = pythonDemand(file, document, project) ?? poetry.python;
  return {
    ...emptyReading(file.path, isTable(tableAt(document.value, 'tool').poetry) ? 'poetry' : 'pyproject'),
    declarations: mergePoetry(declared, poetry.declarations),
    includes: dynamicFiles(file, document),
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
  return { declarations, problems, add };

  function add(list: unknown, path: TomlPath, purpose: Purpose, constraint = false): void {
    for (const [index, item] of listOf(list).entries()) {
      const text = textOf(item);
      // `{ include-group = "…" }` repeats what the other group already declares.
      if (text === undefined) continue;
      const span = document.spanOf([...path, index]);
      const at = span ? file.at(span) : topOf(file);
      const { requirement, why } = parseRequirement(text);
      if (why !== undefined) problems.push({ at, why });
      // `all = ["shop[s3]"]`: an extra that names other extras of the project itself.
      if (!requirement || requirement.name === own) continue;
      const declaration = declare(requirement, { at, declared: text, ...purpose });
      declarations.push(constraint ? { ...declaration, constraint: true } : declaration);
    }
  }
}

/** The groups that are there at run time, those included by them too. */
function productionGroups(groups: TomlTable): ReadonlySet<string> {
  const reached = new Set<string>();
  const queue = Object.keys(groups)
    .filter((name) => kindOfGroup(name) === 'runtime')
    .map(normalizeName);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    for (const [name, list] of Object.entries(groups)) {
      if (normalizeName(name) !== next) continue;
      for (const item of listOf(list)) {
        const included = textOf(entryOf(tableAt(item), 'include-group'));
        if (included !== undefined) queue.push(normalizeName(included));
      }
    }
  }
  return reached;
}

/** setuptools can read a project's dependencies from requirements files. */
function dynamicFiles(file: SourceFile, document: TomlDocument): readonly Inclusion[] {
  const entry = entryOf(tableAt(document.value, 'tool', 'setuptools', 'dynamic'), 'dependencies');
  const files = entryOf(tableAt(entry), 'file');
  const span = document.spanOf(['tool', 'setuptools', 'dynamic', 'dependencies']);
  const at = span ? file.at(span) : topOf(file);
  return (typeof files === 'string' ? [files] : listOf(files))
    .flatMap((path) => textOf(path) ?? [])
    .map((path) => ({ path, constraint: false, at }));
}

function pythonDemand(file: SourceFile, document: TomlDocument, project: unknown): PythonDemand | undefined {
  const specifier = textOf(entryOf(tableAt(project), 'requires-python'));
  if (specifier === undefined) return undefined;
  const span = document.spanOf(['project', 'requires-python']);
  return { specifier, at: span ? file.at(span) : topOf(file) };
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
