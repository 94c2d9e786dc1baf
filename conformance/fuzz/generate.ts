/** Makes random settings programs: several modules that import each other, of statements that mostly fit together. */
import { expression, type Grammar, type Place, statement } from './expand.js';
import { environmentValues, variableNames } from './literals.js';
import type { Program } from './program.js';
import { settingsPath } from './program.js';
import type { Random } from './random.js';
import { type Variable, withVariable } from './scope.js';

const libraries = [
  'ast',
  'base64',
  'collections',
  'contextlib',
  'copy',
  'dataclasses',
  'datetime',
  'enum',
  'functools',
  'itertools',
  'json',
  'math',
  'operator',
  'os',
  'pathlib',
  're',
  'shlex',
  'string',
  'sys',
  'textwrap',
  'types',
  'typing',
  'urllib.parse',
];

/** Where further modules may lie, with their dotted names. */
const modulePlaces = [
  { path: 'config/base.py', dotted: 'config.base' },
  { path: 'config/local.py', dotted: 'config.local' },
  { path: 'config/parts/__init__.py', dotted: 'config.parts' },
  { path: 'config/parts/db.py', dotted: 'config.parts.db' },
  { path: 'lib.py', dotted: 'lib' },
  { path: 'config/__init__.py', dotted: 'config' },
];

interface Written {
  readonly dotted: string;
  readonly variables: readonly Variable[];
}

/** A program; equal choices give an equal one. */
export function generateProgram(random: Random, grammar: Grammar): Program {
  let serial = 0;
  const place: Place = {
    random,
    grammar,
    variables: [],
    depth: 0,
    serial: () => ++serial,
    inside: new Set(),
  };
  const env: Record<string, string> = {};
  for (const name of variableNames)
    if (name !== 'MISSING' && random.chance(0.5)) env[name] = random.pick(environmentValues);
  const files: Record<string, string> = { 'config/__init__.py': '' };
  const written: Written[] = [];
  const others = random.chance(0.5) ? [] : modulePlaces.filter(() => random.chance(0.35));
  for (const { path, dotted } of others) {
    if (path.startsWith('config/parts/')) files['config/parts/__init__.py'] ??= '';
    const later = random.chance(0.08) ? [{ dotted: 'config.settings', variables: [] }] : [];
    const { text, variables } = writeModule(place, dotted, [...written, ...later], 2 + random.below(4));
    files[path] = text;
    written.push({ dotted, variables });
  }
  files[settingsPath] = writeModule(place, 'config.settings', written, 4 + random.below(9)).text;
  return { files, env };
}

function writeModule(
  place: Place,
  dotted: string,
  others: readonly Written[],
  count: number,
): { readonly text: string; readonly variables: readonly Variable[] } {
  const { random } = place;
  const lines: string[] = [];
  let variables: readonly Variable[] = [];
  const pending = [...others];
  for (let index = 0; index < count; index += 1) {
    const other = pending[0];
    if (other && random.chance(index === 0 ? 0.8 : 0.4)) {
      pending.shift();
      const imported = importOf(random, dotted, other);
      lines.push(imported.text);
      for (const { name, kind } of imported.bound) variables = withVariable(variables, name, kind);
    }
    const here = { ...place, variables, depth: 1 + random.below(4) };
    const { text, bound } = statement(here);
    lines.push(random.chance(0.94) ? guarded(text, bound, here) : text);
    for (const { name, kind } of bound) variables = withVariable(variables, name, kind);
  }
  const own = variables.filter(({ name }) => /^\w+$/.test(name));
  if (random.chance(0.15) && own.length > 0)
    lines.push(
      `__all__ = [${own
        .filter(() => random.chance(0.7))
        .map(({ name }) => `'${name}'`)
        .join(', ')}]`,
    );
  const body = lines.join('\n');
  const used = libraries.filter((name) => new RegExp(`\\b${name.replace('.', '\\.')}\\b`).test(body));
  const head = used.length > 0 ? [`import ${used.join(', ')}`] : [];
  return { text: `${[...head, body].join('\n')}\n`, variables };
}

/** A statement whose exception becomes a value, so that what comes after it is compared too. */
function guarded(text: string, bound: readonly Variable[], place: Place): string {
  const repairs = bound
    .filter(({ name }) => /^\w+$/.test(name))
    .map(({ name, kind }) => `    ${name} = ${expression(kind, { ...place, variables: [], depth: 0 })}`);
  return [
    'try:',
    `    ${text.replaceAll('\n', '\n    ')}`,
    'except Exception as error:',
    `    ERROR_${place.serial()} = [type(error).__name__, str(error)]`,
    ...repairs,
  ].join('\n');
}

/** One of the ways to import another module, and what can be used then. */
function importOf(
  random: Random,
  from: string,
  { dotted, variables }: Written,
): { readonly text: string; readonly bound: readonly Variable[] } {
  const dot = dotted.lastIndexOf('.');
  const [parent, last] = [dotted.slice(0, Math.max(dot, 0)), dotted.slice(dot + 1)];
  const simple = variables.filter(({ name }) => /^\w+$/.test(name));
  const under = (prefix: string) => simple.map(({ name, kind }) => ({ name: `${prefix}.${name}`, kind }));
  const inConfig = /^config\.[^.]+$/.test(from) && !from.endsWith('.parts');
  const relative = inConfig && dotted.startsWith('config.') ? dotted.slice('config'.length) : undefined;
  const one = simple.length > 0 ? random.pick(simple) : undefined;
  const ways = [
    { text: `from ${dotted} import *`, bound: simple },
    { text: `import ${dotted} as m`, bound: under('m') },
    { text: `import ${dotted}`, bound: under(dotted) },
    { text: `import importlib\nm2 = importlib.import_module('${dotted}')`, bound: under('m2') },
    ...(one
      ? [{ text: `from ${dotted} import ${one.name} as shared`, bound: [{ name: 'shared', kind: one.kind }] }]
      : []),
    ...(parent === '' ? [] : [{ text: `from ${parent} import ${last}`, bound: under(last) }]),
    ...(relative === undefined
      ? []
      : [
          { text: `from ${relative} import *`, bound: simple },
          { text: `from ${relative} import *`, bound: simple },
        ]),
    ...(relative && !relative.slice(1).includes('.') ? [{ text: `from . import ${last}`, bound: under(last) }] : []),
  ];
  return random.pick(ways);
}
