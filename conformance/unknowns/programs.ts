/** Small settings programs that hang on two environment variables: aliases, changes and exits under conditions that are not known. */
import { type Program, settingsPath } from '../fuzz/program.js';
import type { Random } from '../fuzz/random.js';

const names = ['A', 'B', 'C', 'D'];
const words = ["'a'", "'b'", "''", "'1'", "'x,y'"];

/** A program; what its variables may be, `pairs` of `contradictions.ts` says. */
export function randomProgram(random: Random): Program {
  const lines = [
    'import json, os',
    'from .base import *',
    'from . import base',
    "first = os.environ['FIRST']",
    "second = os.environ['SECOND']",
    "A, B, C, D = [], {}, 'a', 1",
    'E = A',
    'H = B',
  ];
  const count = 3 + random.below(7);
  for (let at = 0; at < count; at += 1) lines.push(...statement(random, 2));
  lines.push('SAME = E is A', 'SHARED = base.APPS is APPS', 'BASE_APPS = list(base.APPS)');
  return { files: { ...others, [settingsPath]: `${lines.join('\n')}\n` }, env: {} };
}

const others: Readonly<Record<string, string>> = {
  'config/__init__.py': '',
  'config/base.py': `import os
DEBUG = os.environ['FIRST'] == '1'
APPS = ['shop']
MIDDLEWARE = APPS
CACHES = {'default': {'BACKEND': 'dummy', 'OPTIONS': {}}, 'other': {}}
def extend(apps, name):
    if name:
        apps.append(name)
    return apps
`,
  'config/one.py': `from .base import APPS, CACHES
APPS += ['one']
MODE = 'one'
CACHES['default']['LOCATION'] = 'one'
`,
  'config/two.py': `from .base import *
APPS = APPS + ['two']
MODE = 'two'
CACHES.pop('other')
`,
};

const indent = (lines: readonly string[]): string[] => lines.map((line) => `    ${line}`);
const one = (random: Random, from: readonly string[]): string => random.pick(from);

function body(random: Random, depth: number): string[] {
  const lines = statement(random, depth - 1);
  return indent(random.below(3) === 0 ? [...lines, ...statement(random, depth - 1)] : lines);
}

function condition(random: Random): string {
  const variable = one(random, ['first', 'second']);
  return one(random, [
    `${variable} == ${one(random, words)}`,
    variable,
    `not ${variable}`,
    `${variable} in ('a', '1')`,
    `len(${variable}) > 1`,
    `${variable}.startswith('x')`,
    'C == "a"',
    'len(A) > 1',
    '"k" in B',
    `${variable} == "1" and A`,
    'D',
    'DEBUG',
    'DEBUG or second == "1"',
    'not (DEBUG and APPS)',
    '"other" in CACHES',
    'any(x == "a" for x in first.split(","))',
  ]);
}

function expression(random: Random): string {
  const variable = one(random, ['first', 'second']);
  return one(random, [
    variable,
    `${variable} or 'z'`,
    `'p' if ${condition(random)} else 'q'`,
    one(random, words),
    'C',
    `${variable}.split(',')`,
    `[x for x in ${variable}.split(',') if x]`,
    `(${variable} == '1')`,
    'len(A)',
    'list(A)',
    'dict(B)',
    `{'k': ${variable}}`,
    'None',
    '[1, 2]',
    `int(${variable} == 'a') + 1`,
    'E',
    'B.get("k", "none")',
    'A[0] if A else "empty"',
    'sorted(str(x) for x in A)',
    "os.environ.get('SECOND', 'none')",
    "os.environ.get('SECOND') or None",
    "[x.strip() for x in first.split(',') if x != 'a']",
    "{x: len(x) for x in first.split(',')}",
    "dict.fromkeys(second.split(','), 1)",
    'list(APPS)',
    'CACHES["default"]',
    'CACHES.get("other", {})',
    'extend(APPS, second)',
    'extend(list(APPS), first)',
    '{"a": A, **B}',
    'first and second',
    'second and A or E',
    'tuple(APPS)',
    'len(CACHES)',
    'list(B)',
    'next(iter(B), None)',
    'str(B)',
    'sorted(B)',
    "','.join(B)",
    '[*B.values()]',
    'json.dumps(list(B))',
  ]);
}

function simple(random: Random): string[] {
  const value = expression(random);
  return [
    one(random, [
      `${one(random, names)} = ${value}`,
      `A = A + [${value}] if isinstance(A, list) else [${value}]`,
      `E.append(${value})`,
      `A = E`,
      `E = [${value}]`,
      `B['k'] = ${value}`,
      `B['m'] = ${value}`,
      `B.update(n=${value})`,
      `B.pop('k', None)`,
      `E += [${value}]`,
      `E.insert(0, ${value})`,
      `E[:] = []`,
      `F = ${value}`,
      `del E[:1]`,
      `B = {**B, 'z': ${value}}`,
      `B.setdefault('s', []).append(${value})`,
      `G = E`,
      'E = E or [0]',
      `E.extend(${value} if isinstance(${value}, list) else [${value}])`,
      `H = B`,
      'B.popitem() if B else None',
      "B['k'] = B.pop('m', 0)",
      "B.setdefault('m', 1)",
      'B.update(H) if isinstance(H, dict) else None',
      "B |= {'n': 1, 'k': 2}",
      "del B['k']",
      'B.clear()',
      `APPS += [${value}]`,
      'APPS.remove("shop") if "shop" in APPS else None',
      'MIDDLEWARE.insert(0, first)',
      `CACHES["default"]["OPTIONS"]["x"] = ${value}`,
      'CACHES["other"].update(CACHES["default"])',
      'CACHES["default"].update({"BACKEND": first, "K": [1]})',
      'CACHES.setdefault(first, {})["T"] = 1',
      'CACHES.pop(second, None)',
      'CACHES[second] = {"N": 1}',
      'CACHES = {**CACHES, "third": {"L": A}}',
      'A = [*APPS, *E] if isinstance(E, list) else A',
      'K = CACHES["default"]["OPTIONS"]',
      'K = {**K, "y": 2} if "K" in globals() else {"z": 1}',
      'APPS[0:1] = second.split(",")',
      'A, *E = APPS',
    ]),
  ];
}

function statement(random: Random, depth: number): string[] {
  if (depth <= 0) return simple(random);
  switch (random.below(14)) {
    case 0:
    case 1:
      return [`if ${condition(random)}:`, ...body(random, depth), 'else:', ...body(random, depth)];
    case 2:
      return [`if ${condition(random)}:`, ...body(random, depth)];
    case 3: {
      const leave = one(random, ['break', 'continue', 'pass']);
      return [
        `for item in ${one(random, ["first.split(',')", "['a', 'b']", 'list(E)', 'range(3)'])}:`,
        ...indent([`if ${one(random, ["item == 'a'", condition(random)])}:`, `    ${leave}`]),
        ...body(random, depth),
        ...(random.below(3) === 0 ? ['else:', ...body(random, depth)] : []),
      ];
    }
    case 4:
      return [
        'try:',
        ...body(random, depth),
        ...indent([one(random, ['int(first)', "{'a': 1}[first]", 'E[1]', "B['k']", 'raise KeyError(second)'])]),
        `except ${one(random, ['ValueError', 'KeyError', '(KeyError, IndexError)', 'Exception', 'LookupError'])}:`,
        ...body(random, depth),
        ...(random.below(3) === 0 ? ['finally:', ...body(random, depth)] : []),
      ];
    case 5: {
      return [
        'def change(box, word):',
        ...indent([
          `if ${one(random, ["word == 'a'", 'word', 'len(box) > 1', 'not word'])}:`,
          `    ${one(random, ['return box', 'return [word]', "box.append('f')", "raise ValueError('no')"])}`,
          one(random, ["box.append('g')", 'box = box + [word]', 'pass']),
          one(random, ['return box', 'return word', 'return None']),
        ]),
        `${one(random, ['F', 'E', 'G'])} = change(E if isinstance(E, list) else [], ${one(random, ['first', "'a'", 'second'])})`,
        'E = E if isinstance(E, list) else []',
      ];
    }
    case 6:
      return [
        'match first:',
        ...indent([
          "case 'a':",
          ...body(random, depth),
          "case '1' | '':",
          ...body(random, depth),
          'case _:',
          ...body(random, depth),
        ]),
      ];
    case 7:
      return [
        `if ${condition(random)}:`,
        `    from .${one(random, ['one', 'two'])} import *`,
        ...(random.chance(0.5) ? ['else:', `    from .${one(random, ['one', 'two', 'base'])} import *`] : []),
        'L = globals().get("MODE", "none")',
      ];
    case 8:
      return [
        'count = 0',
        `while ${one(random, ['count < 2', 'count < len(first)', `count < 3 and (${condition(random)})`])}:`,
        '    count += 1',
        ...body(random, depth),
        ...indent([one(random, ['if second == "a": break', 'if count > 1: break', 'pass', 'continue'])]),
        'M = count',
      ];
    case 9:
      return [
        'try:',
        `    ${one(random, ['import nowhere', 'from nowhere import *', 'from .three import *', 'from .one import MODE', 'N = int(os.environ.get("SECOND", "1"))', 'N = json.loads(first)', 'del CACHES[first]', 'APPS.remove(second)', 'N = APPS[APPS.index(first)]', 'N = CACHES[second]["BACKEND"]', 'N, P = first.split(",")', 'assert first, "none"'])}`,
        ...body(random, depth),
        `except ${one(random, ['ImportError', 'Exception', '(ValueError, KeyError)', 'ValueError', 'AssertionError', 'LookupError'])}:`,
        ...body(random, depth),
        ...(random.chance(0.4) ? ['else:', ...body(random, depth)] : []),
      ];
    default:
      return simple(random);
  }
}
