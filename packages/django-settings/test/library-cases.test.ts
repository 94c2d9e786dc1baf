/** Settings that use libraries, evaluated, against what CPython 3.11 gave with the real libraries and Django 5.2 installed. */
import { projectOf, projectRoot, type Value } from '@django-golive/core';
import { describe, expect, test } from 'vitest';
import { createEnvironment } from '../src/environment/scenario.js';
import { EXTRAS } from '../src/environment/surroundings.js';
import { evaluateModule } from '../src/evaluate/evaluate-module.js';
import { freeze } from '../src/evaluate/freeze.js';
import { libraryModules } from '../src/evaluate/library/index.js';
import recorded from './library-cases.json' with { type: 'json' };

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly truth: {
    readonly names?: Readonly<Record<string, unknown>>;
    readonly raises?: string;
    readonly message?: string;
  };
}

function run({ files, env }: Case) {
  return evaluateModule({
    project: projectOf(files),
    module: 'settings',
    roots: [''],
    root: projectRoot,
    environment: createEnvironment({
      scenario: 'strict',
      given: new Map(Object.entries(env).map(([name, value]) => [name, { value }])),
    }),
    libraries: libraryModules,
    declares: (name) => name !== 'nope_mod',
    python: [3, 11],
    extras: new Map<string, unknown>([
      [EXTRAS.djangoVersion, '5.2.18'],
      [EXTRAS.directory, projectRoot],
      [EXTRAS.declares, () => true],
    ]),
  });
}

/** A value in the notation of the recording. */
function noted(value: Value): unknown {
  switch (value.kind) {
    case 'none':
      return null;
    case 'bool':
      return value.value;
    case 'str':
      return value.value.replaceAll(projectRoot, '<root>');
    case 'int':
      return { int: value.value.toString() };
    case 'float':
      return { float: Number.isInteger(value.value) ? `${value.value}.0` : String(value.value) };
    case 'bytes':
      return { bytes: value.value };
    case 'list':
      return value.items.map(noted);
    case 'tuple':
    case 'set':
      return { [value.kind]: value.items.map(noted) };
    case 'dict':
      return { dict: value.entries.map(([key, one]) => [noted(key), noted(one)]) };
    case 'path':
      return { path: value.value.replaceAll(projectRoot, '<root>') };
    case 'timedelta':
      return { timedelta: value.seconds };
    case 'regex':
      return { regex: value.pattern };
    case 'unknown':
      return { unknown: value.why };
    default:
      return { [value.kind]: true };
  }
}

/** The order of a dict's entries is the library's own affair. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  if ('dict' in value && Array.isArray(value.dict)) {
    const pairs = value.dict.map(sorted) as [unknown, unknown][];
    return { dict: pairs.sort((left, right) => (JSON.stringify(left[0]) < JSON.stringify(right[0]) ? -1 : 1)) };
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, sorted(one)]));
}

const cases = recorded as unknown as readonly Case[];

describe('libraries in settings', () => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const { names, startup } = run(one);
    if (one.truth.raises !== undefined) {
      expect(startup).toMatchObject({ ok: false, error: { type: one.truth.raises } });
      const message = startup.ok === false ? startup.error.message.replaceAll(projectRoot, '<root>') : '';
      expect(message).toBe(one.truth.message);
      return;
    }
    expect(startup).toEqual({ ok: true });
    const found = Object.fromEntries(
      [...names]
        .filter(([name]) => /^[A-Z][A-Z0-9_]*$/u.test(name))
        .map(([name, { value }]) => [name, noted(freeze(value))]),
    );
    expect(sorted(found)).toEqual(sorted(one.truth.names));
  });
});
