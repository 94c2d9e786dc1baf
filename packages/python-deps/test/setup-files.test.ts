/** setup.cfg and the literal parts of setup.py. */
import { createSourceFile } from '@django-golive/core';
import { expect, test } from 'vitest';
import { readSetupCfg } from '../src/setup-cfg.js';
import { readSetupPy } from '../src/setup-py.js';

const cfg = (text: string) => readSetupCfg(createSourceFile('setup.cfg', () => text));
const py = (text: string) => readSetupPy(createSourceFile('setup.py', () => text));
const names = (reading: ReturnType<typeof cfg>) => reading.declarations.map((entry) => `${entry.kind} ${entry.name}`);

test('setup.cfg declares in indented lists', () => {
  const reading = cfg(`[metadata]
name = shop
[options]
python_requires = >=3.10
install_requires =
    Django>=5.2  # framework
    pillow; sys_platform == "linux"
    # celery
[options.extras_require]
dev = pytest
s3 =
    django-storages
`);
  expect(names(reading)).toEqual(['runtime django', 'runtime pillow', 'dev pytest', 'optional django-storages']);
  expect(reading.declarations[1]?.marker).toBe('sys_platform == "linux"');
  expect(reading.declarations[0]?.at.start).toEqual({ line: 6, column: 5 });
  expect(reading.python?.specifier).toBe('>=3.10');
});

test('setup.py is read where it is literal', () => {
  const reading = py(`from setuptools import setup
REQUIRES = [
    'Django>=5.2',  # it's needed
    "pillow" "==11.0",
]
setup(
    name='shop',
    python_requires='>=3.10',
    install_requires=REQUIRES,
    extras_require={'dev': ['pytest'], 's3': ('django-storages',)},
)
`);
  expect(names(reading)).toEqual(['runtime django', 'runtime pillow', 'dev pytest', 'optional django-storages']);
  expect(reading.declarations[1]?.specifier).toBe('==11.0');
});

test.each([
  'setup(install_requires=open("requirements.txt").read().split())',
  'setup(install_requires=BASE + ["django"])',
  'setup(install_requires=["django"] + EXTRA)',
  'setup(install_requires=["django", f"x=={V}"])',
  'BASE = ["django"]\nBASE += more()\nsetup(install_requires=BASE)',
])('what is computed is told and not guessed: %s', (text) => {
  const reading = py(text);
  expect(reading.declarations).toEqual([]);
  expect(reading.problems[0]?.why).toContain('computed');
});

test('setup.cfg takes requirements from files', () => {
  const { includes, problems } = readSetupCfg(
    createSourceFile(
      'setup.cfg',
      () =>
        '[options]\ninstall_requires = file: requirements.in, more.txt\n[options.extras_require]\ntest = file: test.txt\n',
    ),
  );
  expect(includes.map(({ path, kind, at }) => [path, kind, at.start.line])).toEqual([
    ['requirements.in', 'runtime', 2],
    ['more.txt', 'runtime', 2],
    ['test.txt', 'dev', 4],
  ]);
  expect(problems).toEqual([]);
});
