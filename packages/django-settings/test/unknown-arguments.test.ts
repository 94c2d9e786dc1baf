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
  'a comprehension that goes over something unknown does what its elements do': [
    'A = []\n[A.append(x) for x in U.split(",")]\nB = []\nlist(map(B.append, U.split(",")))\nC = []\nany(C.append(x) for x in U.split(","))',
    { A: '[*?]', B: '[*?]', C: '[*?]' },
  ],
  'one with a condition that is not known may do it': [
    'A = []\n[A.append(x) for x in ["x"] if x in U]\nB = [x.strip() for x in ["x"]]',
    { A: "['x'] | []", B: "['x']" },
  ],
  'what a condition picks out may still be what it was picked from': [
    'A = [{"k": "a"}]\nfor row in [x for x in A if x["k"] in U]:\n    row["k"] = "b"\nB = A[0].get("k") == "a"\n' +
      'C = [[1], [2]]\nfor row in C[:int(U)]:\n    row.append(3)\nD = len(C[0])\n' +
      'E = {"a": [1]}\n{k: v for k, v in E.items() if k == U}.get("a", []).append(2)\nF = len(E["a"])',
    { B: '?', D: '?', F: '?' },
  ],
  'so may what is sorted or paired with something unknown': [
    'A = [[1], [2]]\nsorted(A, key=lambda x: U)[0].append(3)\nB = len(A[0])\n' +
      'C = [[1], [2]]\nfor row, x in zip(C, U.split(",")):\n    row.append(x)\nD = len(C[0])',
    { B: '?', D: '?' },
  ],
  'chance shuffles a list, and picks out of it': [
    'import random\nA = [1, 2]\nrandom.shuffle(A)\nB = A == [1, 2]\nC = [[1]]\nrandom.choice(C).append(2)\nD = len(C[0])',
    { B: '?', D: '?' },
  ],
  'what is only asked of something picked out leaves it as it is': [
    'A = [{"k": "a"}]\nB = [x.get("k") for x in [x for x in A if x["k"] in U]]\nC = A[0]["k"]',
    { C: "'a'" },
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
