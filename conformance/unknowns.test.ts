/** What golive says without knowing the environment must hold in every environment: of the recorded cases, and of made-up programs. */
import { describe, expect, test } from 'vitest';
import { caseNames, readCase } from './case.js';
import { showProgram } from './fuzz/program.js';
import { createRandom } from './fuzz/random.js';
import {
  contradictions,
  contradictionsOf,
  evaluateSubject,
  type Subject,
  type Variables,
} from './unknowns/contradictions.js';
import { randomProgram } from './unknowns/programs.js';

const values = ['', '0', '1', 'False', 'a,b'];

/** Variables that are left as the case gives them: models take a URL for one, and these two for what Django or the reader needs. */
const told = /_URL$|^DJANGO_(?:SETTINGS_MODULE|CONFIGURATION)$|^PYTHON_DOTENV_DISABLED$/;

/** All the variables with one value, then with another; and none of them given. */
const alike = (names: readonly string[]): readonly Variables[] => [
  ...values.map((value) => Object.fromEntries(names.map((name) => [name, value]))),
  {},
];

describe('the recorded cases', () => {
  for (const name of caseNames()) {
    const { options, paths, read } = readCase(name);
    const reads = paths.some((path) => path.endsWith('.py') && /environ|getenv|config\(|env\(/.test(read(path)));
    if (!reads) continue;
    test(name, () => {
      const [major = 3, minor = 13] = (options.python ?? '3.13').split('.').map(Number);
      const { settings: module = 'config.settings', declared = [], env = {} } = options;
      const subject: Subject = { paths, read, module, declared, python: [major, minor] };
      const names = new Set([...Object.keys(env), ...evaluateSubject(subject, env).reads.map((one) => one.name)]);
      const asked = [...names].filter((one) => !told.test(one));
      // A file that the repository lacks is another matter.
      if (asked.length === 0) return;
      const given = Object.fromEntries(Object.entries(env).filter(([one]) => told.test(one)));
      expect(contradictions(subject, asked, [env, ...alike(asked)], given)).toEqual([]);
    });
  }
});

describe('made-up programs', () => {
  for (let block = 0; block < 10; block += 1) {
    test(`the ${15 * block} to ${15 * block + 14}`, () => {
      for (let index = 15 * block; index < 15 * block + 15; index += 1) {
        const program = randomProgram(createRandom(`0:${index}`));
        expect(contradictionsOf(program), showProgram(program)).toEqual([]);
      }
    });
  }
});
