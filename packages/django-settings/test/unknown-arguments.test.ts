/** What is done with something unknown is done to a container all the same: what it holds after that is not told as if nothing were. */
import { expect, test } from 'vitest';
import { libraryModules } from '../src/evaluate/library/index.js';
import type { NativeModule } from '../src/evaluate/native.js';
import { names } from './evaluate-support.js';

const host: NativeModule = {
  standard: true,
  load: (machine) => ({ name: machine.unknown('the host is not known', { type: 'str' }) }),
};
const libraries = new Map([...libraryModules, ['socket', host]]);
const unknown = 'import socket\nU = socket.name\n';

const cases: Readonly<Record<string, readonly [source: string, values: Readonly<Record<string, string>>]>> = {
  'a key that is not known may find any of the lists of a dict': [
    'A = {"a": [1], "b": 2}\nA[U].append(3)',
    { A: "{'a': [1, 3] | [1], 'b': 2}" },
  ],
  'so may an index, and `get`': [
    'A = [[1]]\nA[int(U)].append(2)\nB = {"a": [1]}\nB.get(U, []).append(2)',
    { A: '[[1, 2] | [1]]', B: "{'a': [1, 2] | [1]}" },
  ],
  'and each key of a loop that is not known': [
    'A = {"a": {"N": 1}}\nfor key in U.split():\n    A[key]["N"] = 2\nB = A["a"]["N"] == 1',
    { B: '?' },
  ],
  'a defaultdict may get a key that is not known': [
    'from collections import defaultdict\nA = defaultdict(list)\nA[U].append(1)\nB = len(A)',
    { B: '?' },
  ],
  'so may what `setdefault` finds': ['A = {"a": [1]}\nA.setdefault(U, []).append(2)\nB = A["a"] == [1]', { B: '?' }],
  'a sort in a direction that is not known has no order': [
    'A = [2, 1]\nA.sort(reverse=U == "a")\nB = sorted([2, 1], reverse=U == "a")',
    { A: '[?, ?]', B: '[?, ?]' },
  ],
  'an ordered dict has lost its order': [
    'from collections import OrderedDict\nA = OrderedDict(a=1, b=2)\nA.move_to_end(U)\nB = list(A) == ["a", "b"]',
    { B: '?' },
  ],
  'a file in memory was moved or written to': [
    'import io\nA = io.StringIO("abc")\nA.read(int(U))\nB = A.read()\nC = io.StringIO()\nC.write(U)\nD = C.getvalue()',
    { B: '?', D: '?' },
  ],
  'a parser holds what a text says that is not known': [
    'from configparser import ConfigParser\nA = ConfigParser()\nA.read_string(U)\nB = A.sections()\nC = A["web"]["host"]\n' +
      'D = ConfigParser()\nD.read_string("[a]\\nb = 1")\nD.set("a", "b", U)\nE = D.get("a", "b")',
    { B: '?', C: '?', E: '?' },
  ],
  'one that was only asked keeps what it holds': [
    'from configparser import ConfigParser\nA = ConfigParser()\nA.read_string("[a]\\nb = 1")\nA.get("a", U)\nB = A.get("a", "b")',
    { B: "'1'" },
  ],
};

for (const [name, [source, values]] of Object.entries(cases)) {
  test(name, () => {
    expect(names(unknown + source, { libraries })).toMatchObject(values);
  });
}
