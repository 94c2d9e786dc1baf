/** Projects that are in order, to be spoilt: the recorded cases and the examples. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { caseNames, readCase } from '../../case.js';
import type { HostileInput } from './input.js';

const examples = fileURLToPath(new URL('../../../examples/', import.meta.url));

/** Every project by name, read when it is asked for. */
export function corpus(): readonly (() => HostileInput)[] {
  const cases = caseNames().map((name) => () => ofCase(name));
  const folders = readdirSync(examples, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const others = folders.map(
    ({ name }) =>
      () =>
        ofExample(name),
  );
  // An example holds all that a case has not: entry points, targets, dependencies.
  return [...cases, ...others.flatMap((read) => Array.from({ length: 8 }, () => read))];
}

function ofCase(name: string): HostileInput {
  const { options, paths, read } = readCase(name);
  return {
    made: name,
    kinds: [],
    files: Object.fromEntries(paths.map((path) => [path, read(path)])),
    settings: options.settings ?? 'config.settings',
    variables: options.env ?? {},
    django: options.django ?? '5.2',
  };
}

function ofExample(name: string): HostileInput {
  const folder = join(examples, name);
  const paths = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.(?:md|json|svg)$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  return {
    made: `examples/${name}`,
    kinds: [],
    files: Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')])),
    settings: undefined,
    variables: {},
    django: '5.2',
  };
}
