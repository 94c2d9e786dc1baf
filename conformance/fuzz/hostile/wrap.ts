/** Where a bomb may stand: in a module as it is, or inside anything that Python lets it stand in. */
import type { Random } from '../random.js';
import { indented, size } from './bomb.js';

type Wrapper = (code: string, random: Random) => string;

const wrappers: readonly Wrapper[] = [
  (code) => `def bomb():\n${indented(code)}\n    return locals()\nbomb()`,
  (code) => `class Bomb:\n${indented(code)}\nBOMB = Bomb.X if hasattr(Bomb, 'X') else Bomb()`,
  (code) => `try:\n${indented(code)}\nexcept Exception as e:\n    CAUGHT = str(e)\nfinally:\n    DONE = 1`,
  (code) => `import os\nif os.environ.get('BOMB'):\n${indented(code)}\nelse:\n    X = None`,
  (code) => `import unknown_package\nif unknown_package.flag:\n${indented(code)}`,
  (code, random) => `for _ in range(${size(random, 300)}):\n${indented(code)}`,
  (code) => `import unknown_package\nfor _ in unknown_package.items:\n${indented(code)}`,
  (code) => `exec(${JSON.stringify(code)})`,
  (code) => `def bomb():\n    global X, BOMB\n${indented(code)}\nfrom functools import partial\npartial(bomb)()`,
  (code, random) => `def bomb(n):\n    if n > 0:\n        bomb(n - 1)\n${indented(code)}\nbomb(${size(random, 50)})`,
  (code) => `def bomb():\n${indented(code)}\n    yield locals()\nBOMB = list(bomb())`,
  (code) => `with open(__file__) as handle:\n${indented(code)}`,
  (code) => `while True:\n${indented(code)}\n    break`,
];

/** The code in some surroundings. */
export function wrap(code: string, random: Random): string {
  let wrapped = code;
  for (let count = random.pick([0, 0, 0, 1, 1, 2]); count > 0; count -= 1)
    wrapped = random.pick(wrappers)(wrapped, random);
  return wrapped;
}
