/** Modules and files: cycles, crowds, and every way out of the project. */
import { type Bomb, type BombMaker, size, times } from '../bomb.js';

const ring = (count: number, line: (next: string) => string): Bomb => ({
  code: `${line('bomb.m0')}\nX = 1`,
  files: Object.fromEntries([
    ['bomb/__init__.py', ''],
    ...Array.from(
      { length: count },
      (_, index) => [`bomb/m${index}.py`, `${line(`bomb.m${(index + 1) % count}`)}\nM${index} = ${index}`] as const,
    ),
  ]),
});

const outside = [
  "'/etc/passwd'",
  "'../../../../etc/passwd'",
  "'/proc/self/environ'",
  "'/dev/zero'",
  "'/dev/stdin'",
  "'config/../../../../etc/hosts'",
  "'~/.ssh/id_rsa'",
  "'\\x00'",
  "'file:///etc/passwd'",
  "'C:\\\\\\\\x'",
  "BASE + '/../../outside'",
  "'' ",
  "'.'",
  "'/'",
  "'a' * 100000",
  '0',
  '10**9',
  'None',
  "b'/etc/passwd'",
  "'config/settings.py/../x'",
  "'//etc//passwd'",
  "'CON'",
];

export const files: Readonly<Record<string, BombMaker>> = {
  ring: (random) => ring(size(random, 200), (next) => `from ${next} import *`),
  'ring of modules': (random) => ring(size(random, 200), (next) => `import ${next}`),
  'ring of names': (random) => ring(size(random, 200), (next) => `from ${next} import NAME`),
  'ring in functions': (random) =>
    ring(size(random, 60), (next) => `def f():\n    from ${next} import f as g\n    return g()\nF = f()`),
  chain: (random) => {
    const count = size(random, 1000);
    return {
      code: 'from bomb.m0 import *\nX = LAST',
      files: Object.fromEntries([
        ['bomb/__init__.py', ''],
        ...Array.from(
          { length: count },
          (_, index) =>
            [`bomb/m${index}.py`, index === count - 1 ? 'LAST = 1' : `from .m${index + 1} import *`] as const,
        ),
      ]),
    };
  },
  tree: (random) => {
    const count = size(random, 2000);
    return {
      code: times(count, (index) => `from bomb.m${index} import *`, '\n'),
      files: Object.fromEntries([
        ['bomb/__init__.py', ''],
        ...Array.from(
          { length: count },
          (_, index) => [`bomb/m${index}.py`, `N${index} = ${index}\nX = [${index}]`] as const,
        ),
      ]),
    };
  },
  'by two': (random) => {
    const count = size(random, 40);
    return {
      code: 'import bomb.m0',
      files: Object.fromEntries([
        ['bomb/__init__.py', ''],
        ...Array.from(
          { length: count },
          (_, index) =>
            [
              `bomb/m${index}.py`,
              `import sys\nfrom bomb import m${index + 1}\nsys.modules.pop('bomb.m${index + 1}', None)\nfrom bomb import m${index + 1}`,
            ] as const,
        ),
      ]),
    };
  },
  crowd: (random) => ({
    code: 'from bomb import *\nX = 1',
    files: {
      'bomb/__init__.py': `${times(size(random, 20_000), (index) => `NAME_${index} = ${index}`, '\n')}\n${random.pick(['', "__all__ = [n for n in dir() if n[0] != '_']", '__all__ = dir() * 100', "__all__ = ['X'] * 100000", '__all__ = 5', "__all__ = ['missing']"])}`,
    },
  }),
  'crowds in crowds': (random) => ({
    code: times(size(random, 50), () => 'from bomb import *\nimport bomb\nX = dir(bomb)\nY = vars(bomb)', '\n'),
    files: { 'bomb.py': times(size(random, 3000), (index) => `NAME_${index} = [${index}]`, '\n') },
  }),
  itself: () => 'from config.settings import *\nimport config.settings\nfrom . import settings\nX = settings',
  reload: (random) =>
    `import importlib, sys\nfor i in range(${size(random)}):\n    importlib.reload(sys.modules[__name__])\nX = 1`,
  'import by name': (random) =>
    `import importlib\nfor i in range(${size(random)}):\n    try:\n        importlib.import_module('bomb.m%d' % i)\n    except ImportError:\n        pass\nX = 1`,
  opened: (random) => `import os\nBASE = os.path.dirname(__file__)\nX = open(${random.pick(outside)}).read()`,
  'opened in a loop': (random) =>
    `x = []\nfor i in range(${size(random)}):\n    with open(__file__) as f:\n        x += f.readlines()\nX = x`,
  'read by path': (random) =>
    `from pathlib import Path\nBASE = str(Path(__file__).parent)\nX = Path(${random.pick(outside)}).${random.pick(['read_text()', 'read_bytes()', 'exists()', 'resolve()', 'iterdir()', "rglob('*')", "glob('**/*')", 'is_file()', 'stat()', 'open().read()', 'parent.parent', 'expanduser()', 'absolute()', 'as_posix()', 'as_uri()'])}\nY = list(X) if X else 0`,
  'executed file': (random) => `import os\nBASE = '.'\nexec(open(${random.pick(outside)}).read())\nX = 1`,
  'executed ring': () => ({
    code: "exec(open('bomb.py').read())\nX = 1",
    files: { 'bomb.py': "exec(open('bomb.py').read())" },
  }),
  'executed tree': (random) => ({
    code: "exec(open('bomb.py').read())\nX = 1",
    files: { 'bomb.py': times(size(random, 30), () => "exec(open('bomb.py').read())", '\n') },
  }),
  'joined out': (random) =>
    `import os\nBASE = os.path.dirname(os.path.abspath(__file__))\nX = open(os.path.join(BASE, ${random.pick(outside)}))\nY = X.read()`,
  'search path': (random) =>
    `import sys\nsys.path[:0] = ['/etc', '..', '/', '../..', '${'a/'.repeat(random.below(300))}']\nimport passwd, hosts\nX = 1`,
  globbed: (random) => ({
    code: `import glob, os\nX = glob.glob('${random.pick(['**', '**/*', '**/**/**/*.py', '/**', '../**', '*/*/*/*', '[a-z]*/**'])}', recursive=True)\nY = [open(p).read() for p in X]\nZ = list(os.walk('.'))`,
    files: Object.fromEntries(
      Array.from(
        { length: size(random, 3000) },
        (_, index) => [`tree/${index % 7}/${index % 11}/${index % 13}/f${index}.txt`, 'x'] as const,
      ),
    ),
  }),
  'large file': (random) => ({
    code: `X = open('bomb.txt').${random.pick(['read()', 'readlines()', 'read().split()', 'read().splitlines()', 'read() * 3', 'readline()', 'read(10**9)', 'read().encode()', 'read().strip().split(",")'])}\nY = [l.strip() for l in open('bomb.txt')]`,
    files: {
      'bomb.txt': random
        .pick(['a', '\n', 'a\n', 'a,', '\0', '\u{feff}', '\u{d800}', 'é\r\n'])
        .repeat(size(random, 2_000_000)),
    },
  }),
  'large module': (random) => ({
    code: 'from bomb import *\nX = 1',
    files: {
      'bomb.py': random
        .pick(['x = 1\n', '(', '# a\n', "'a'\n", 'if x:\n', '\t', '\\\n', '"""', '@', 'lambda:', 'def f():\n  pass\n'])
        .repeat(size(random, 500_000)),
    },
  }),
  'long names': (random) => ({
    code: `import ${'a'.repeat(size(random))}`,
    files: { [`${'a/'.repeat(random.below(500))}b.py`]: 'X = 1' },
  }),
  'odd paths': (random) => ({
    code: 'X = 1',
    files: {
      [random.pick([
        '__proto__.py',
        'constructor/__init__.py',
        '../x.py',
        '/etc/x.py',
        'a//b.py',
        './c.py',
        'a b.py',
        'é.py',
        '.py',
        'config/settings.py/x.py',
        'con\0.py',
        '__init__.py',
        'toString.py',
      ])]: 'X = 1\nfrom config.settings import *',
    },
  }),
  'odd names': () =>
    '__proto__ = 1\nconstructor = 2\ntoString = 3\nX = {"__proto__": 1, "constructor": 2, "hasOwnProperty": 3}\nY = dict(__proto__=1)\nclass A:\n    __proto__ = 1\n    constructor = 2\nZ = A().constructor\nW = A.__proto__\nimport __proto__, constructor',
};
