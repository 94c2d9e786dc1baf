/** The trail of a value: each line that had a part in it, in the order in which they ran, with what it contributed. */
import { describe, expect, test } from 'vitest';
import type { Evaluation } from '../src/evaluate/evaluate-module.js';
import { libraryModules } from '../src/evaluate/library/index.js';
import { evaluateFiles } from './evaluate-support.js';

/** `path:line words` of each step of a name. */
function trail({ names }: Evaluation, name: string): string[] {
  return (names.get(name)?.trail ?? []).map(({ at, note }) => `${at.path}:${at.start.line} ${note}`);
}

const main = (...lines: string[]): Evaluation => evaluateFiles({ 'main.py': `${lines.join('\n')}\n` });

describe('what made a value', () => {
  test('the lines of the names that it was made of, and of those that they were made of', () => {
    expect(
      trail(main("HOST = 'a.example'", 'UNUSED = 1', 'URL = f"https://{HOST}"', 'LINKS = [URL]'), 'LINKS'),
    ).toEqual([
      "main.py:1 `HOST` is 'a.example'",
      "main.py:3 `URL` is 'https://a.example'",
      "main.py:4 `LINKS` is ['https://a.example']",
    ]);
  });

  test('what the name held before, not how that was made', () => {
    expect(trail(main('X = 1', 'DEBUG = bool(X)', 'DEBUG = False'), 'DEBUG')).toEqual([
      'main.py:2 `DEBUG` is True',
      'main.py:3 `DEBUG` is False',
    ]);
  });

  test('the conditions around it, and what they were made of', () => {
    expect(trail(main('DEBUG = False', 'if not DEBUG:', '    SECURE = True'), 'SECURE')).toEqual([
      'main.py:1 `DEBUG` is False',
      'main.py:2 `not DEBUG` holds',
      'main.py:3 `SECURE` is True',
    ]);
  });

  test('the handler of an error, and where that was raised', () => {
    expect(trail(main('try:', '    import nothing', 'except ImportError:', '    MODE = 1'), 'MODE')).toEqual([
      'main.py:2 `ModuleNotFoundError` is handled, raised at main.py:2',
      'main.py:4 `MODE` is 1',
    ]);
  });

  test('the function that gave it, and where it read the environment', () => {
    const libraries = libraryModules;
    const helper = "import os\ndef on(name):\n    text = os.environ.get(name)\n    return text == '1'\n";
    const settings = "from helper import on\nDEBUG = on('DEBUG')\n";
    expect(trail(evaluateFiles({ 'helper.py': helper, 'main.py': settings }, { libraries }), 'DEBUG')).toEqual([
      'helper.py:2 `on()` is defined here',
      'main.py:1 imported from `helper`',
      'helper.py:3 `DEBUG` is not given',
      'helper.py:4 `on()` returns here',
      'main.py:2 `DEBUG` is False',
    ]);
  });

  test('the file that was read', () => {
    const files = {
      'conf.json': '{"debug": false}',
      'main.py': "import json, pathlib\nCONF = json.loads(pathlib.Path('/project/conf.json').read_text())\n",
    };
    const read = evaluateFiles(files, { libraries: libraryModules });
    expect(trail(read, 'CONF')).toEqual(['conf.json:1 `conf.json` is read', "main.py:2 `CONF` is a dict with 'debug'"]);
  });

  test('the attribute of a class of settings, and the variable that its value object read', () => {
    const text = [
      'from configurations import Configuration, values',
      'class Base(Configuration):',
      '    DEBUG = values.BooleanValue(True)',
      "    HOSTS = ['a']",
      'class Prod(Base):',
      '    DEBUG = False',
      "    HOSTS = Base.HOSTS + ['b']",
      "    URL = values.Value('x')",
      '',
    ].join('\n');
    const lookup = ({ name }: { readonly name: string }) =>
      name === 'DJANGO_CONFIGURATION' ? ({ state: 'given', value: 'Prod' } as const) : ({ state: 'absent' } as const);
    const environment = { lookup, names: ['DJANGO_CONFIGURATION'], closed: true };
    const found = evaluateFiles({ 'main.py': text }, { environment, libraries: libraryModules, declares: () => true });
    expect(found.names.get('DEBUG')?.at?.start.line).toBe(6);
    expect(trail(found, 'HOSTS')).toContain("main.py:7 `HOSTS` is ['a', 'b']");
    expect(trail(found, 'HOSTS')).toContain("main.py:4 `HOSTS` is ['a']");
    expect(found.names.get('URL')?.reads).toContain('DJANGO_URL');
  });

  test('the attributes of a class have accounts of their own', () => {
    const { names } = main('A = 1', 'B = 2', 'class Base:', '    X = A', '    Y = B', 'Y = Base.Y');
    expect(names.get('Y')?.trail.map(({ at }) => at.start.line)).toContain(6);
  });
});

describe('what changed a value in place', () => {
  test('under another name, inside a function, and from another module', () => {
    const found = evaluateFiles({
      'base.py': "APPS = ['a', 'b', 'c', 'd']\nALIAS = APPS\nALIAS.append('e')\n",
      'main.py': [
        'from base import *',
        'import base',
        'def extend(apps):',
        "    apps += ['f']",
        'extend(APPS)',
        "base.APPS.insert(0, 'g')",
        "base.APPS.remove('b')",
        '',
      ].join('\n'),
    });
    const steps = trail(found, 'APPS');
    expect(steps.filter((step) => !/ALIAS|defined|imported/.test(step))).toEqual([
      'base.py:1 `APPS` is a list of 4 items',
      "base.py:3 'e' added",
      "main.py:5 'f' added",
      "main.py:6 'g' added at the start",
      "main.py:7 'b' taken out",
    ]);
    expect(found.names.get('APPS')?.at?.start.line).toBe(7);
  });

  test('the dict inside it', () => {
    const found = main(
      "DATABASES = {'default': {'NAME': 'x', 'USER': 'y'}}",
      "DATABASES['default']['CONN_MAX_AGE'] = 600",
      "DATABASES['default'].update(NAME='z')",
      "del DATABASES['default']['USER']",
    );
    expect(trail(found, 'DATABASES')).toEqual([
      "main.py:1 `DATABASES` is a dict with 'default'",
      "main.py:2 'CONN_MAX_AGE' set to 600",
      "main.py:3 'NAME' set to 'z'",
      "main.py:4 'USER' removed",
    ]);
  });

  test('a loop is told once, with all that it did', () => {
    const found = main("HOSTS = ['a']", "for x in ('b', 'c', 'd', 'e', 'f'):", '    HOSTS.append(x)');
    expect(trail(found, 'HOSTS').filter((step) => step.startsWith('main.py:3'))).toEqual([
      "main.py:3 'b', 'c', 'd' and 2 more added",
    ]);
  });

  test('names that no assignment binds', () => {
    const found = main("globals()['DEBUG'] = False", 'globals().update(A=1)');
    expect(trail(found, 'DEBUG')).toEqual(['main.py:1 `DEBUG` is False']);
    expect(trail(found, 'A')).toEqual(['main.py:2 `A` is 1']);
  });

  test('the making of a display is no change of it', () => {
    expect(trail(main("D = {'a': {'b': 1}}"), 'D')).toEqual(["main.py:1 `D` is a dict with 'a'"]);
  });
});

describe('secrets', () => {
  test('are masked under their own name and where they go', () => {
    const environment = {
      lookup: () => ({ state: 'given', value: 'hunter2' }) as const,
      names: ['DB_PASSWORD'],
      closed: true,
    };
    const text = "import os\nTEXT = os.environ['DB_PASSWORD'] + '!'\nD = {}\nD['x'] = TEXT\nD['API_KEY'] = 'k1'\n";
    const { names } = evaluateFiles({ 'main.py': text }, { environment, libraries: libraryModules });
    const told = [...names.values()].flatMap((one) => one.trail.map(({ note }) => note)).join('\n');
    expect(told).toContain('••••••');
    expect(told).not.toMatch(/hunter2|k1/);
  });
});

test('a trail is bounded, and keeps its latest steps', () => {
  const lines = Array.from(
    { length: 300 },
    (_, index) => `N${index} = ${index === 0 ? '[]' : `N${index - 1} + [${index}]`}`,
  );
  const steps = trail(main(...lines), 'N299');
  expect(steps).toHaveLength(40);
  expect(steps.at(-1)).toBe('main.py:300 `N299` is a list of 299 items');
});
