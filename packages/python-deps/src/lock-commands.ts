/** Commands of a build that choose versions anew whatever a lock pins, and those that stop at a lock that has stayed behind. */
import type { Manifest } from '@django-golive/core';
import type { BuildText } from './build-texts.js';
import { isCertain } from './shell-conditions.js';

type Format = Manifest['format'];

/** What passes by the pins of a lock. */
export interface ChosenAnew {
  readonly by: string;
  /** It stands in a branch that may not be taken, or in an image that the target may not run. */
  readonly doubted: boolean;
}

/** What the commands of a build do with the locks, by the format of each. */
export interface LockCommands {
  readonly anew: ReadonlyMap<Format, ChosenAnew>;
  /** What stops where a lock does not follow what is declared, in words. */
  readonly stops: ReadonlyMap<Format, string>;
}

const ANEW: readonly (readonly [Format, RegExp, RegExp])[] = [
  [
    'uv-lock',
    /\buv\s+(?:sync|lock)\b(?![^&|;\n]*\s--(?:check|locked|frozen|dry-run)\b)[^&|;\n]*?\s(?:-[a-z]*U|--upgrade)(?![\w-])/g,
    /\buv\s+(?:sync|export|run)\b/g,
  ],
  ['poetry-lock', /\bpoetry\s+lock\b[^&|;\n]*?\s--regenerate\b/g, /\bpoetry\s+(?:install|sync|export)\b/g],
  [
    'pipfile-lock',
    /\bpipenv\s+(?:install\b[^&|;\n]*?\s--skip-lock\b|lock\b(?![^&|;\n]*\s(?:-r|--requirements|--keep-outdated)\b))/g,
    /\bpipenv\s+(?:install|sync|requirements)\b/g,
  ],
];

/** `--frozen` and `sync` of other tools take the lock as it is, and stop at nothing. */
const STOPS: readonly (readonly [Format, RegExp])[] = [
  [
    'uv-lock',
    /\buv\s+(?:lock\b[^&|;\n]*?\s--(?:check|locked)|(?:sync|export)\b(?![^&|;\n]*\s--frozen\b)[^&|;\n]*?\s--locked)(?![\w-])/g,
  ],
  ['poetry-lock', /\bpoetry\s+(?:check\b[^&|;\n]*?\s--lock|lock\b[^&|;\n]*?\s--check)(?![\w-])/g],
  ['pdm-lock', /\bpdm\s+(?:install|lock)\b[^&|;\n]*?\s--check(?![\w-])/g],
  [
    'pipfile-lock',
    /\bpipenv\s+(?:install\b(?![^&|;\n]*\s--(?:skip-lock|ignore-pipfile)\b)[^&|;\n]*?\s--deploy|verify)(?![\w-])/g,
  ],
];

/** Reads both kinds; `isMade` tells whether production is surely made by what stands in a text. */
export function lockCommands(texts: readonly BuildText[], isMade: (build: BuildText) => boolean): LockCommands {
  const anew = new Map<Format, ChosenAnew>();
  for (const [format, pattern, installs] of ANEW) {
    const [first, ...others] = texts.filter((build) => runs(build, installs).length > 0);
    // Where another file installs what is pinned, which of them makes production is not known.
    const found = first && runs(first, pattern);
    if (!first || !found?.[0] || others.some((build) => runs(build, pattern).length === 0)) continue;
    const sure = isMade(first) && found.some(({ index }) => isCertain(first.waysTo(index)));
    anew.set(format, { by: first.by, doubted: !sure });
  }
  const stops = new Map<Format, string>();
  for (const [format, pattern] of STOPS)
    for (const build of texts) {
      const stop = runs(build, pattern).find((match) => isMade(build) && isFatal(build, match));
      if (!stop || stops.has(format)) continue;
      // What stands between may hold a password.
      const words = stop[0].split(/\s+/);
      stops.set(format, `${build.by} runs \`${[...new Set([...words.slice(0, 2), ...words.slice(-1)])].join(' ')}\``);
    }
  return { anew, stops };
}

function runs({ text, waysTo }: BuildText, pattern: RegExp): readonly RegExpExecArray[] {
  return [...text.matchAll(pattern)].filter(({ index }) => waysTo(index).length > 0);
}

/** Whether all ends where the command fails: a Dockerfile does, and a script that asks for it; `||` and `;` go on. */
function isFatal({ path, text, waysTo }: BuildText, { 0: command, index }: RegExpExecArray): boolean {
  const rest = /^[^&|;\n]*(&&|[&|;]|$)/m.exec(text.slice(index + command.length));
  const line = /^[^\n]*/.exec(text.slice(index))?.[0] ?? '';
  const ends = /(?:docker|container)file[^/]*$/i.test(path) || /^\s*set\s+-\w*e|^#![^\n]*\s-\w*e/m.test(text);
  return ends && isCertain(waysTo(index)) && (rest?.[1] === '&&' || rest?.[1] === '') && !line.includes('||');
}
