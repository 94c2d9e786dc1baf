/** The Python that settings ask for by `sys.version_info`, where the project only bounds it. */
import { type Dependencies, type PlatformVersion, settings } from '@django-golive/core';
import { expect, test } from 'vitest';
import { libraryModules } from '../src/evaluate/library/index.js';
import { factOf } from './facts-of.js';

const files = {
  'manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\n",
  'shop/__init__.py': '',
  'shop/settings.py': [
    'import sys',
    'BELOW = sys.version_info < (3, 10)',
    'AT_LEAST = sys.version_info >= (3, 10)',
    'EXACT = sys.version_info >= (3, 10, 2)',
    'NEWER = sys.version_info >= (3, 11)',
    "if sys.version_info < (3, 9): raise RuntimeError('too old')",
  ].join('\n'),
};

function read(declared: Partial<Dependencies>) {
  const { get, startup } = factOf(settings, files, false, declared);
  const said = (name: string) => {
    const { value } = get(name);
    return value.kind === 'bool' ? value.value : undefined;
  };
  return { startup: startup.ok, said: ['BELOW', 'AT_LEAST', 'EXACT', 'NEWER'].map(said) };
}

const asks = (specifier: string) => ({ python: { specifier } as PlatformVersion });

test.each([
  ['the project asks for it', asks('>=3.10')],
  ['the project asks for it and ends it', asks('>= 3.10.4, <4')],
  ['Poetry writes it', asks('^3.10')],
  ['Django needs it', { django: { pythons: ['3.10', '3.11', '3.12'] } as unknown as PlatformVersion }],
])('is at least the oldest that may run them: %s', (_, declared) => {
  expect(read(declared)).toEqual({ startup: true, said: [false, true, undefined, undefined] });
});

test('is not known where either of two would do, or nothing is said', () => {
  expect(read(asks('>=3.8 || >=3.10')).said[0]).toBeUndefined();
  expect(read({})).toEqual({ startup: null, said: [undefined, undefined, undefined, undefined] });
});

test.each([6, 7, 8, 9, 10, 11, 12, 13, 14])(
  'modelled modules of the standard library can be imported in Python 3.%i',
  (minor) => {
    const modules = [...libraryModules].filter(([, { standard }]) => standard).map(([name]) => name);
    const lines = modules.flatMap((name) => ['try:', `    import ${name}`, 'except ModuleNotFoundError:', '    pass']);
    const python = {
      specifier: `==3.${minor}.*`,
      series: `3.${minor}`,
      version: `3.${minor}.1`,
    } as unknown as PlatformVersion;
    const found = factOf(
      settings,
      { ...files, 'shop/settings.py': ['import sys', ...lines, 'MINOR = sys.version_info[1]'].join('\n') },
      false,
      { python },
    );
    expect(found.startup).toEqual({ ok: true });
    expect(found.get('MINOR').value).toEqual({ kind: 'int', value: BigInt(minor) });
  },
);
