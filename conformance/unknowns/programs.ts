/** Small settings programs that hang on two environment variables: aliases, changes and exits under conditions that are not known. */
import { type Program, settingsPath } from '../fuzz/program.js';
import type { Random } from '../fuzz/random.js';

const names = ['A', 'B', 'C', 'D'];
const words = ["'a'", "'b'", "''", "'1'", "'x,y'"];

/** A program; what its variables may be, `pairs` of `contradictions.ts` says. */
export function randomProgram(random: Random): Program {
  const lines = [
    'import json, os',
    "first = os.environ['FIRST']",
    "second = os.environ['SECOND']",
    "A, B, C, D = [], {}, 'a', 1",
    'E = A',
    'H = B',
  ];
  const count = 3 + random.below(7);
  for (let at = 0; at < count; at += 1) lines.push(...statement(random, 2));
  lines.push('SAME = E is A');
  return { files: { [settingsPath]: `${lines.join('\n')}\n` }, env: {} };
}

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
    ]),
  ];
}

function statement(random: Random, depth: number): string[] {
  if (depth <= 0) return simple(random);
  switch (random.below(10)) {
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
    default:
      return simple(random);
  }
}
