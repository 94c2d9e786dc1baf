/** The project's own Python files as facts: their names, imports, and whether production loads them. */
import type { Project, Source, SourceImport, Sources, Truth } from '@django-golive/core';
import { findModule, moduleName } from '../discover/module-path.js';
import { inside, searchedFiles } from '../discover/searched-files.js';
import { goneFrom, inStandardLibrary, isOfWindows } from '../evaluate/stdlib.js';
import type { SyntaxReader } from '../syntax-reader.js';
import { absoluteModule } from './imports.js';
import { type Importing, type LoadingInputs, loadedFiles, packageAround } from './loaded-files.js';
import { missingModule } from './missing-module.js';
import { createMissingNames } from './missing-names.js';
import { createRefusals } from './refusals.js';

/** Files of tests that lie beside what they test. */
const testFile = /(^|\/)(test_[^/]*|[^/]*_tests?|tests?|conftest)\.py$/i;

/** Read them; each file's imports on first use. Never throws. */
export function readSources(inputs: LoadingInputs & { readonly syntax: SyntaxReader }): Sources {
  const { project, settings, syntax } = inputs;
  const { roots } = settings;
  const { python, secondary } = searchedFiles(project);
  const { certain, possible, otherwise } = loadedFiles(inputs);
  const refusals = createRefusals(project, syntax);
  const names = createMissingNames(inputs);
  const loadedOf = (path: string): Truth => (certain.has(path) ? 'yes' : possible.has(path) ? 'maybe' : otherwise);
  const locationOf = (importing: Importing | undefined) =>
    importing && project.file(importing.path)?.at(importing.place);
  const files = [...python].sort().map((path): Source => {
    let imports: readonly SourceImport[] | undefined;
    return {
      path,
      module: roots.map((root) => moduleName(root, path)).find((name) => name !== undefined),
      aside: secondary(path) || testFile.test(path),
      loaded: loadedOf(path),
      get importedAt() {
        return locationOf(certain.get(path) ?? possible.get(path));
      },
      get imports() {
        imports ??= readImports(inputs, roots, path);
        return imports;
      },
      get refusal() {
        return refusals.refusal(path);
      },
      get novelty() {
        return refusals.novelty(path);
      },
      get missingNames() {
        return names.in(path);
      },
    };
  });
  const byPath = new Map(files.map((file) => [file.path, file]));
  return { files, get: (path) => byPath.get(path), missing: names.of };
}

function readImports(
  { project, imports }: LoadingInputs,
  roots: readonly string[],
  path: string,
): readonly SourceImport[] {
  const file = project.file(path);
  const around = packageAround(roots, path);
  return imports(path).flatMap((one) => {
    if (!one.always || !file) return [];
    const module = absoluteModule(one, around);
    const origin = one.level > 0 ? 'project' : originOf(project, roots, module);
    const gone = origin === 'standard' ? goneFrom(module.split('.')[0] ?? module) : undefined;
    const missing =
      origin === 'project' ? missingModule(project, roots, { module, names: one.names }, around) : undefined;
    const found = { ...(gone ? { goneFrom: gone } : {}), ...(missing ? { missing } : {}) };
    return [{ module, names: one.names, origin, at: file.at(one), ...found }];
  });
}

/** A folder of the project is a package too, with `__init__.py` or without. */
function originOf(project: Project, roots: readonly string[], module: string): SourceImport['origin'] {
  const [top = ''] = module.split('.');
  if (findModule(project, roots, top) || roots.some((root) => project.isDirectory(inside(root, top)))) return 'project';
  if (isOfWindows(top)) return 'windows';
  return inStandardLibrary(top, undefined) === false ? 'package' : 'standard';
}
