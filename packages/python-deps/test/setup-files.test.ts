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
  'V = version()\nsetup(install_requires=["django", f"x=={V}"])',
  'V = "1"\nsetup(install_requires=["django", f"x=={V:>3}"])',
  'BASE = ["django"]\nif windows:\n    BASE.append("pywin32")\nsetup(install_requires=BASE)',
  'BASE = ["django"] if new else ["south"]\nsetup(install_requires=BASE)',
  'BASE = ["django"]\nBASE.remove("django")\nsetup(install_requires=BASE)',
  'BASE = ["django"]\nBASE[0] = "flask"\nsetup(install_requires=BASE)',
  'BASE = BASE + ["django"]\nsetup(install_requires=BASE)',
  'setup(install_requires=["django==%d" % 5])',
  'setup(install_requires=["django=={}".format(version())])',
  'setup(install_requires=[name for name in ["django"]])',
  'BASE = ["django"]\nBASE += more()\nsetup(install_requires=BASE)',
])('what is computed is told and not guessed: %s', (text) => {
  const reading = py(text);
  expect(reading.declarations).toEqual([]);
  expect(reading.problems[0]?.why).toContain('computed');
});

test.each([
  'setup(install_requires=["django>=5.2"] + ["celery"])',
  'BASE = ["django>=5.2"]\nsetup(install_requires=BASE + ["celery"])',
  'BASE = ["django>=5.2"]\nBASE += ["celery"]\nsetup(install_requires=BASE)',
  'BASE = []\nBASE.append("django>=5.2")\nBASE.extend(("celery",))\nsetup(install_requires=BASE)',
  'BASE = ["django>=5.2"]\nALL = [*BASE, "celery"]\nsetup(name="x", install_requires=ALL, zip_safe=True)',
  'V = "5.2"\nsetup(install_requires=[f"django>={V}", "celery"])',
  'V = "5.2"\nsetup(install_requires=["django>=%s" % V, "celery"])',
  'setup(install_requires=["%s>=%s" % ("django", "5.2"), "celery"])',
  'V = "5.2"\nsetup(install_requires=["django>={}".format(V), "cel" + "ery"])',
  'setup(install_requires=["{name}>={0}".format("5.2", name="django"), "celery"])',
  'setup(install_requires="""\ndjango>=5.2\ncelery\n""".split())',
  'BASE = ["django>=5.2", "celery"]\nif True:\n    print(1)\nsetup(install_requires=(BASE))',
])('setup.py builds its list of literals: %s', (text) => {
  const reading = py(text);
  expect(reading.declarations.map(({ name, specifier }) => name + specifier)).toEqual(['django>=5.2', 'celery']);
  expect(reading.problems).toEqual([]);
});

test('what happens to a name after setup is called, or to one of another block, is another matter', () => {
  expect(names(py('BASE = ["django"]\nsetup(install_requires=BASE)\nBASE.append("celery")\n'))).toEqual([
    'runtime django',
  ]);
  const deep = `${Array.from({ length: 60 }, (_, at) => `A${at + 1} = A${at}`).join('\n')}\nsetup(install_requires=A60)`;
  expect(py(`A0 = ["django"]\n${deep}`).problems).toHaveLength(1);
  const doubled = Array.from({ length: 18 }, (_, at) => `A${at + 1} = A${at} + A${at}`).join('\n');
  expect(py(`A0 = ["django"]\n${doubled}\nsetup(install_requires=A18)`).problems).toHaveLength(1);
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
