/** setup.cfg and the literal parts of setup.py. */
import { createSourceFile, projectOf } from '@django-golive/core';
import { dependenciesOf } from '@django-golive/python-deps';
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

test('a list of setup.cfg that stands on one line is split at semicolons, as setuptools does it', () => {
  const listed = (text: string) =>
    cfg(text).declarations.map(({ name, specifier, marker }) => [name, specifier, marker]);
  expect(listed('[options]\ninstall_requires = Django==5.2.18; gunicorn>=23\npackages = find:\n')).toEqual([
    ['django', '==5.2.18', undefined],
    ['gunicorn', '>=23', undefined],
  ]);
  const reading = cfg(
    '[options.extras_require]\npdf = ReportLab>=1.2; RXP ;\n    # no more\n\nrest = pack ==1.1, ==1.3',
  );
  expect(names(reading)).toEqual(['optional reportlab', 'optional rxp', 'optional pack']);
  expect(reading.declarations[1]?.at.start).toEqual({ line: 2, column: 23 });
  expect(reading.problems).toEqual([]);
  // Where there are more lines, each is a requirement.
  expect(listed('[options]\ninstall_requires = Django==5.2.18; os_name == "posix"\n  gunicorn\n')).toEqual([
    ['django', '==5.2.18', 'os_name == "posix"'],
    ['gunicorn', '', undefined],
  ]);
  expect(listed('[options]\ninstall_requires =\n  Django; os_name == "posix"\n')).toEqual([
    ['django', '', 'os_name == "posix"'],
  ]);
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
  'BASE = ["django"] if new else ["south"]\nsetup(install_requires=BASE)',
  'BASE = ["django"]\nBASE.remove("django")\nsetup(install_requires=BASE)',
  'BASE = ["django"]\nBASE[0] = "flask"\nsetup(install_requires=BASE)',
  'BASE = ["django"]\nif old:\n    BASE = ["south"]\nsetup(install_requires=BASE)',
  'with x() as y:\n    if old:\n        BASE = ["south"]\nsetup(install_requires=BASE)',
  'setup(install_requires=["django==%d" % 5])',
  'setup(install_requires=["django=={}".format(version())])',
  'setup(install_requires=[name for name in ["django"]])',
  'setup(install_requires=["django"][:1])',
  'setup(install_requires=["django"] + EXTRA if new else [])',
  'setup(install_requires=["django" if new else "south"])',
  'setup(install_requires="django" + EXTRA)',
])('what is computed is told and not guessed: %s', (text) => {
  const reading = py(text);
  expect(reading.declarations).toEqual([]);
  expect(reading.problems[0]?.why).toContain('computed');
});

test.each([
  'setup(install_requires=BASE + ["django"])',
  'setup(install_requires=["django"] + EXTRA)',
  'setup(install_requires=["django"] + helpers.more("a, b")[0] + rest())',
  'setup(install_requires=["django", f"x=={V}"])',
  'setup(install_requires=["x" if old else "y", "django", *more(a, b)])',
  'setup(install_requires=[VERSION and "x", (lambda a, b: "y")(1, 2), "django"])',
  'V = version()\nsetup(install_requires=["django", f"x=={V}"])',
  'V = "1"\nsetup(install_requires=["django", f"x=={V:>3}"])',
  'BASE = ["django"]\nif windows:\n    BASE.append("pywin32")\nsetup(install_requires=BASE)',
  'BASE = ["django"]\nif windows:\n    BASE += ["pywin32"]\nsetup(install_requires=BASE)',
  'BASE = BASE + ["django"]\nsetup(install_requires=BASE)',
  'BASE = ["django"]\nBASE += more()\nsetup(install_requires=BASE)',
  'BASE = ["django"]\nBASE.insert(0, "x")\nsetup(install_requires=BASE)',
])('what is computed of a list is told, and the rest is kept: %s', (text) => {
  const reading = py(text);
  expect(reading.declarations.map(({ name }) => name)).toEqual(['django']);
  expect(reading.problems.map(({ why }) => why)).toEqual([
    'a part of `install_requires` is computed, so its packages are not known',
  ]);
});

test('extras are kept where one of them is computed', () => {
  const reading = py('setup(extras_require={"s3": ["boto3"], "all": everything(), "pg": ["psycopg"] + MORE})');
  expect(names(reading)).toEqual(['optional boto3', 'optional psycopg']);
  expect(reading.problems).toHaveLength(1);
});

test.each([
  'setup(install_requires=open("requirements.txt").read().splitlines())',
  'setup(install_requires=io.open("requirements.txt", encoding="utf-8").read().split("\\n"))',
  'setup(install_requires=[line.strip() for line in open("requirements.txt")])',
  'setup(install_requires=[l.strip() for l in open("requirements.txt").readlines() if l.strip() and not l.startswith("#")])',
  'REQUIRED = open("requirements.txt").read().strip().split("\\n")\nsetup(install_requires=REQUIRED)',
  'with open("requirements.txt") as f:\n    REQUIRED = f.read().splitlines()\nsetup(install_requires=REQUIRED)',
  'with open("requirements.txt", "r") as f:\n    # each\n    required = [line.strip() for line in f if line]\n\nsetup(install_requires=required)',
  'with open("README.md") as f:\n    text = f.read()\nwith open("requirements.txt") as f:\n    required = f.readlines()\nsetup(install_requires=required)',
  'here = os.path.abspath(os.path.dirname(__file__))\nsetup(install_requires=open(os.path.join(here, "requirements.txt")).read().splitlines())',
  'setup(install_requires=open(os.path.join(os.path.dirname(__file__), "requirements.txt")).readlines())',
])('a list that is read from a file is that file: %s', (text) => {
  const { declarations, includes, problems } = py(text);
  expect(includes.map(({ path, kind }) => `${kind} ${path}`)).toEqual(['runtime requirements.txt']);
  expect([declarations, problems]).toEqual([[], []]);
});

test.each([
  'setup(install_requires=[l for l in open("requirements.txt") if "git" not in l])',
  'setup(install_requires=[l.split("==")[0] for l in open("requirements.txt")])',
  'setup(install_requires=open(NAME).read().splitlines())',
  'setup(install_requires=open(os.path.join(ROOT, "requirements.txt")).read().splitlines())',
  'setup(install_requires=open("requirements.txt").read().splitlines()[2:])',
  'if old:\n    with open("requirements.txt") as f:\n        required = f.readlines()\nsetup(install_requires=required)',
])('a file that is read otherwise is not taken for the list: %s', (text) => {
  const { includes, problems } = py(text);
  expect(includes).toEqual([]);
  expect(problems[0]?.why).toContain('computed');
});

test('what is read from a file is installed from it, beside what is literal', () => {
  const { all, problems } = dependenciesOf(
    projectOf({
      'manage.py': '',
      'setup.py':
        'setup(install_requires=["celery"] + open("lists/web.txt").read().splitlines() + open("gone").readlines())',
      'lists/web.txt': 'Django==5.2.3',
    }),
    { target: 'none', processes: [] },
    '2026-11-20',
  );
  expect(all.map(({ name, kind, at }) => [name, kind, at.path])).toEqual([
    ['celery', 'runtime', 'setup.py'],
    ['django', 'runtime', 'lists/web.txt'],
  ]);
  expect(problems.map(({ why }) => why)).toEqual(['`gone` is not in the repository']);
});

test('each requirement of a text of several lines has its own place', () => {
  const { declarations, problems } = py(
    'setup(\n  install_requires="""\n    Django>=5.2  # framework\n    # celery\n  gunicorn\n  pillow is good\n""",\n  tests_require="pytest mock".split(),\n)',
  );
  expect(declarations.map(({ name, at }) => [name, at.start.line, at.start.column, at.end.column])).toEqual([
    ['django', 3, 5, 16],
    ['gunicorn', 5, 3, 11],
    ['pytest', 8, 18, 24],
    ['mock', 8, 25, 29],
  ]);
  expect(problems.map(({ at }) => at.start.line)).toEqual([6]);
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

test('what a dict hands to setup is read where it is literal, and told where it is not', () => {
  const said = (text: string) => {
    const { declarations, problems, python } = py(`from setuptools import setup\n${text}\n`);
    return [
      ...declarations.map(({ kind, name, at }) => `${kind} ${name} ${at.start.line}`),
      ...problems.map(({ at, why }) => `${at.start.line}: ${why}`),
      ...(python ? [python.specifier] : []),
    ];
  };
  const kw = `kw = {\n  'name': 'shop',\n  'install_requires': ['Django>=5'],\n  "python_requires": ">=3.10",\n}\n`;
  expect(said(`${kw}setup(**kw)`)).toEqual(['runtime django 4', '>=3.10']);
  expect(said(`${kw}setup(name='x', **kw, version='1')`)).toEqual(['runtime django 4', '>=3.10']);
  expect(said(`setup(**{'install_requires': 'Django', 'extras_require': {'dev': ['pytest']}})`)).toEqual([
    'runtime django 2',
    'dev pytest 2',
  ]);
  expect(said(`kw = dict(name='x', install_requires=['Django'])\nsetup(**kw)`)).toEqual(['runtime django 2']);
  expect(said(`setup(**dict(install_requires=['Django']))`)).toEqual(['runtime django 2']);
  const unknown = (line: number, word: string) =>
    `${line}: what \`**${word}\` hands to \`setup\` is computed, so what it requires is not known`;
  expect(said('setup(**read_configuration("x"))')).toEqual([unknown(2, 'read_configuration')]);
  expect(said('from shop import kw\nsetup(name="x", **kw)')).toEqual([unknown(3, 'kw')]);
  expect(said(`${kw}kw.update(more)\nsetup(**kw)`)).toEqual([unknown(8, 'kw')]);
  expect(said(`${kw}kw |= more\nsetup(**kw)`)).toEqual([unknown(8, 'kw')]);
  expect(said(`${kw}kw['install_requires'] = more\nsetup(**kw)`)).toEqual([unknown(8, 'kw')]);
  expect(said(`base = {'name': 'x'}\nsetup(**{**other, 'install_requires': ['Django']})`)).toEqual([
    'runtime django 3',
    unknown(3, '{'),
  ]);
  expect(said(`setup(**dict(other, install_requires=['Django']))`)).toEqual(['runtime django 2', unknown(2, 'dict')]);
  // What is written out beside it, setup takes from nowhere else.
  expect(said(`setup(install_requires=['Django'], **versions())`)).toEqual(['runtime django 2']);
  expect(said(`def setup(**kw): pass\nsetup(name='x')`)).toEqual([]);
});

test('a quotation mark that is never closed costs its item of setup.py alone', () => {
  const told = (text: string) => {
    const { declarations, problems } = py(text);
    return [declarations.map(({ name }) => name), problems.map(({ at }) => at.start.line)];
  };
  expect(told('setup(install_requires=[\n "django==5.2.1",\n "celery==5.5,\n "lxml",\n])\n')).toEqual([
    ['django', 'lxml'],
    [3],
  ]);
  expect(told('setup(install_requires=["django==5.2.1", "celery],\n extras_require={"s3": ["boto3"]})\n')).toEqual([
    ['django', 'boto3'],
    [1],
  ]);
});

test('texts of setup.py with no comma between them are the one text that Python makes of them', () => {
  const reading = py('setup(install_requires=[\n "django==5.2.1"\n "celery==5.5",\n "lxml" "==6.0",\n])\n');
  expect(reading.declarations.map(({ name, specifier }) => name + specifier)).toEqual(['lxml==6.0']);
  expect(reading.problems.map(({ at, why }) => [at.start.line, why])).toEqual([
    [2, '`install_requires`: no comma parts `django==5.2.1` from `celery==5.5`, so that Python makes one text of them'],
  ]);
});
