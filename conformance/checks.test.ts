/** Holds the mirrors of Django's loader and checks to what real Django said of made-up settings. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Value } from '@django-golive/core';
import { djangoChecks, loadSettings, startupError } from '@django-golive/django-settings';
import { describe, expect, test } from 'vitest';

interface Recorded {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly error?: readonly [type: string, message: string];
  readonly checks?: readonly string[];
}

const folder = new URL('./checks/', import.meta.url);

function decode(encoded: unknown): Value {
  if (encoded === null) return { kind: 'none' };
  if (typeof encoded === 'boolean') return { kind: 'bool', value: encoded };
  if (typeof encoded === 'number') return { kind: 'int', value: BigInt(encoded) };
  if (typeof encoded === 'string') return { kind: 'str', value: encoded };
  const [[kind, inside] = ['', []]] = Object.entries(encoded as Record<string, unknown>);
  const items = Array.isArray(inside) ? inside : [];
  switch (kind) {
    case '$float':
      return { kind: 'float', value: Number(inside) };
    case '$bytes':
      return { kind: 'bytes', value: String(inside) };
    case '$path':
      return { kind: 'path', value: String(inside) };
    case '$dict':
      return { kind: 'dict', entries: items.map(([key, value]: [unknown, unknown]) => [decode(key), decode(value)]) };
    case '$list':
      return { kind: 'list', items: items.map(decode) };
    case '$tuple':
      return { kind: 'tuple', items: items.map(decode) };
    default:
      return { kind: 'set', items: items.map(decode) };
  }
}

describe.each(readdirSync(folder).sort())('Django %s', (file) => {
  const series = file.replace('.json', '');
  const sets = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as readonly Recorded[];
  test.each(sets.map((set, index) => [index, set] as const))(
    'made-up settings %i',
    (_, { settings, error, checks }) => {
      const assigned = new Map(
        Object.entries(settings).map(([name, value]) => [name, { value: decode(value), certain: true }] as const),
      );
      const loaded = loadSettings(assigned, series, {
        variable: () => undefined,
        isDirectory: () => undefined,
        takesReason: () => undefined,
      });
      const expected = startupError(loaded);
      expect(expected && [expected.type.split('.').at(-1), expected.message]).toEqual(error);
      if (!checks) return;
      const { ids, undecided } = djangoChecks(loaded);
      const open = new Set(undecided.map(({ id }) => id));
      expect(ids).toEqual(checks.filter((id) => !open.has(id)));
    },
  );
});
