/** Makes the hostile input of a seed and a number: the same for ever. */
import { createRandom, type Random } from '../random.js';
import type { BombMaker } from './bomb.js';
import { bombs } from './bombs/index.js';
import type { HostileInput } from './input.js';
import { mix } from './mix.js';
import { spoil } from './spoil.js';
import { surroundings } from './surroundings.js';
import { wrap } from './wrap.js';

/** Makes inputs over a corpus. */
export function createGenerator(corpus: readonly (() => HostileInput)[]) {
  return (seed: string, index: number): HostileInput => {
    const random = createRandom(`${seed}:${index}`);
    const base = random.pick(corpus)();
    const other = random.pick(Object.values(random.pick(corpus)().files)) ?? '';
    const ways = random.pick(mix.ways);
    let files = { ...base.files };
    const made: Made = { words: [base.made], kinds: new Set() };
    if (ways !== 'bomb') files = spoiltFiles(files, random, other, made);
    if (ways !== 'spoil') files = bombedFiles(files, random, made);
    if (random.chance(0.4)) {
      const around = surroundings(random);
      files = { ...files, ...around };
      made.words.push(...Object.keys(around));
      made.kinds.add('surroundings');
    }
    return {
      ...base,
      made: made.words.join(', '),
      kinds: [...made.kinds],
      files,
      settings: random.chance(0.2) ? undefined : base.settings,
      django: random.pick(['5.2', '5.2', '3.2', '4.2', '6.1']),
    };
  };
}

/** What an input is made of so far. */
interface Made {
  readonly words: string[];
  readonly kinds: Set<string>;
}

function spoiltFiles(files: Record<string, string>, random: Random, other: string, made: Made) {
  const paths = Object.keys(files);
  const telling = paths.filter((path) =>
    /settings|manage|wsgi|\.env|\.ini|\.toml|ya?ml|Procfile|Dockerfile|require/.test(path),
  );
  const spoilt = { ...files };
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const path = random.pick(telling.length > 0 && random.chance(0.8) ? telling : paths);
    const { text, kinds } = spoil(spoilt[path] ?? '', random, other);
    spoilt[path] = text;
    made.words.push(`${path} (${kinds.join(', ')})`);
    for (const kind of kinds) made.kinds.add(kind);
  }
  return spoilt;
}

function bombedFiles(files: Record<string, string>, random: Random, made: Made) {
  const path = settingsPath(files, random);
  const bombed = { ...files };
  for (let count = random.pick([1, 1, 1, 2, 3]); count > 0; count -= 1) {
    const theme = random.pick(mix.bombs);
    const [name, make] = random.pick<[string, BombMaker]>(Object.entries(bombs[theme]));
    made.words.push(`${theme}: ${name}`);
    made.kinds.add(theme);
    const { code, files: beside } = bombOf(make, random);
    Object.assign(bombed, beside);
    const lines = random.chance(0.3) ? [] : (bombed[path] ?? '').split('\n');
    lines.splice(placeIn(lines, random), 0, wrap(code, random));
    bombed[path] = `${lines.join('\n')}\nAFTER = 1\n`;
  }
  return bombed;
}

function bombOf(make: BombMaker, random: Random) {
  const bomb = make(random);
  return typeof bomb === 'string' ? { code: bomb, files: {} } : { files: {}, ...bomb };
}

function settingsPath(files: Readonly<Record<string, string>>, random: Random): string {
  const paths = Object.keys(files).filter((path) => /settings.*\.py$/.test(path));
  return paths.length > 0 ? random.pick(paths) : 'config/settings.py';
}

/** A line that begins a statement, mostly. */
function placeIn(lines: readonly string[], random: Random): number {
  const places = lines.flatMap((line, index) => (/^[A-Za-z]/.test(line) ? [index] : []));
  return places.length > 0 && random.chance(0.8) ? random.pick(places) : random.below(lines.length + 1);
}
