/**
 * Which extras and groups the commands of a build install: the options of `uv sync`, `poetry install`, `pdm install`,
 * `pipenv install` and `pip install`, as their manuals have them.
 */
import { normalizeName } from './names.js';

/** One command that installs a project, or groups of it. */
export interface Asked {
  readonly tool: 'uv' | 'poetry' | 'pdm' | 'pipenv' | 'pip';
  /** The project's own list is installed. */
  readonly own: boolean;
  /** Asked for by name, in the spelling that names are compared in. */
  readonly extras: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly allExtras: boolean;
  /** Every group, or those that are installed unless something is said against it. */
  readonly unnamed: 'all' | 'defaults' | 'none';
  /** Left out whatever else is said. */
  readonly without: ReadonlySet<string>;
  /** The packages of uv's workspace that are meant in place of the project. */
  readonly packages?: readonly string[] | 'all';
  /** Where the command is told to work, as written. */
  readonly directory?: string;
  /** The directory of the workspace's member that it works in. */
  readonly home?: string;
  /** A variable may ask for more. */
  readonly open: boolean;
  /** It surely runs where production is made. */
  readonly sure?: boolean;
}

/** A command as it stands in a build file. */
export interface AskedAt {
  readonly asked: Asked;
  /** Of the command's first character. */
  readonly index: number;
  /** It takes away whatever else the environment holds: https://docs.astral.sh/uv/concepts/projects/sync/ */
  readonly exact: boolean;
}

const COMMAND =
  /\b(?:(uv)\s+(sync|export|run)|(poetry)\s+(install|sync|export)|(pdm)\s+(install|sync|export)|(pipenv)\s+(install|sync|requirements)|(pip)(?:3|\d?\.\d+)?\s+(install|wheel|sync))\b([^&|;\n]*)/g;
/** Options of `uv run` that take a word after them; what follows the first other word belongs to the program. */
const RUN_OPTIONS = /^--(?:group|only-group|no-group|extra|no-extra|with|package|python|project|directory|env-file)$/;

/** Every such command of a text. `put` puts in what variables hold there. */
export function askedIn(text: string, put: (written: string, offset: number) => string): readonly AskedAt[] {
  return [...text.matchAll(COMMAND)].flatMap((match) => {
    const [tool, verb, rest = ''] = match.slice(1).filter((part) => part !== undefined);
    // A command inside a list of texts ends with its text.
    const [line = ''] = put(rest, match.index).split(/["']\s*(?:,|\]\s*$)/, 1);
    const words = [...line.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) => word.replace(/["']/g, ''));
    const asked = READERS[tool as Asked['tool']](verb ?? '', [
      ...(tool === 'uv' ? uvOptions(text, match.index, verb, put) : []),
      ...words,
    ]);
    const exact = tool === 'uv' && verb === 'sync' && !words.includes('--inexact');
    return asked
      ? [{ asked: { ...asked, tool: tool as Asked['tool'], open: line.includes('$') }, index: match.index, exact }]
      : [];
  });
}

/** Variables that stand for options of uv: https://docs.astral.sh/uv/reference/environment/ */
const UV_OPTIONS = [
  ['UV_NO_DEV', '--no-dev'],
  ['UV_NO_DEFAULT_GROUPS', '--no-default-groups'],
  ['UV_NO_SYNC', '--no-sync'],
] as const;

/** The options that variables of uv give, set before the command or right in front of it. */
function uvOptions(
  text: string,
  index: number,
  verb: string | undefined,
  put: (written: string, offset: number) => string,
): readonly string[] {
  const lead = /(?:\b\w+=\S*[^\S\n]+)*$/.exec(text.slice(Math.max(0, index - 300), index))?.[0] ?? '';
  return UV_OPTIONS.flatMap(([name, option]) => {
    if (option === '--no-sync' && verb !== 'run') return [];
    const value = new RegExp(`\\b${name}=["']?(\\w+)`).exec(lead)?.[1] ?? put(`\${${name}}`, index);
    return /^(?:1|true|yes|on|y|t)$/i.test(value) ? [option] : [];
  });
}

type Reader = (verb: string, words: readonly string[]) => Omit<Asked, 'tool' | 'open'> | undefined;

const READERS: Readonly<Record<Asked['tool'], Reader>> = { uv, poetry, pdm, pipenv, pip };

/** https://docs.astral.sh/uv/reference/cli/#uv-sync */
function uv(verb: string, all: readonly string[]): ReturnType<Reader> {
  const end = all.findIndex((word, at) => !word.startsWith('-') && !RUN_OPTIONS.test(all[at - 1] ?? ''));
  const words = verb === 'run' && end >= 0 ? all.slice(0, end) : all;
  if (words.some((word) => /^--(?:no-sync|no-project|isolated)$/.test(word))) return undefined;
  const only = [...valuesOf(words, ['--only-group']), ...(words.includes('--only-dev') ? ['dev'] : [])];
  const without = [...valuesOf(words, ['--no-group']), ...(words.includes('--no-dev') ? ['dev'] : [])];
  const none = only.length > 0 || words.includes('--no-default-groups');
  return {
    own: only.length === 0,
    extras: new Set(valuesOf(words, ['--extra'])),
    groups: new Set([...only, ...valuesOf(words, ['--group']), ...(words.includes('--dev') ? ['dev'] : [])]),
    allExtras: words.includes('--all-extras'),
    unnamed: words.includes('--all-groups') ? 'all' : none ? 'none' : 'defaults',
    without: new Set([...without, ...valuesOf(words, ['--no-extra'])]),
    ...workspaceIn(words),
  };
}

function workspaceIn(words: readonly string[]): Pick<Asked, 'packages' | 'directory'> {
  const packages = valuesOf(words, ['--package']);
  const isAll = words.some((word) => /^--all(?:-packages)?$/.test(word));
  const at = words.findIndex((word) => /^--(?:project|directory)(?:=|$)/.test(word));
  const directory = words[at]?.includes('=') ? words[at]?.replace(/^[^=]*=/, '') : words[at + 1];
  return {
    ...(isAll ? { packages: 'all' } : packages.length > 0 ? { packages } : {}),
    ...(at < 0 || directory === undefined ? {} : { directory }),
  };
}

/** https://python-poetry.org/docs/cli/#install; `export` takes the main group alone unless it is told otherwise. */
function poetry(verb: string, words: readonly string[]): ReturnType<Reader> {
  const isOld = words.includes('--no-dev') && verb !== 'export';
  const only = [...valuesOf(words, ['--only']), ...(isOld ? ['main'] : [])];
  const none = only.length > 0 || verb === 'export' || words.includes('--only-root');
  return {
    own: only.length === 0 ? !words.includes('--only-root') : only.includes('main'),
    extras: new Set(valuesOf(words, ['--extras', '-E'])),
    // Beside `--only`, the others say nothing.
    groups: new Set(only.length > 0 ? only : valuesOf(words, ['--with'])),
    allExtras: words.includes('--all-extras'),
    unnamed: words.includes('--all-groups') ? 'all' : none ? 'none' : 'defaults',
    without: new Set(only.length > 0 ? [] : valuesOf(words, ['--without'])),
  };
}

/** https://pdm-project.org/latest/reference/cli/#install; `-G` names extras and groups alike. */
function pdm(_: string, words: readonly string[]): ReturnType<Reader> {
  const named = valuesOf(words, ['--group', '--with', '-G']);
  const isAll = named.includes(':all');
  return {
    own: !words.includes('--no-default'),
    extras: new Set(named),
    groups: new Set(named),
    allExtras: isAll,
    unnamed: isAll ? 'all' : words.some((word) => /^--(?:prod|production|no-dev)$/.test(word)) ? 'none' : 'defaults',
    without: new Set(valuesOf(words, ['--without'])),
  };
}

/** https://pipenv.pypa.io/en/latest/commands.html; without categories, those of the packages are meant. */
function pipenv(_: string, words: readonly string[]): ReturnType<Reader> {
  const isForDevelopers = words.some((word) => /^(?:--dev|-d|--dev-only)$/.test(word));
  const categories = valuesOf(words, ['--categories']);
  const named = isForDevelopers ? [...(categories.length > 0 ? categories : ['packages']), 'dev-packages'] : categories;
  return {
    own: named.length === 0 || named.some((name) => name === 'packages' || name === 'default'),
    extras: new Set(),
    groups: new Set(named),
    allExtras: false,
    unnamed: 'none',
    without: new Set(),
  };
}

/** https://pip.pypa.io/en/stable/cli/pip_install/; `uv pip` also takes extras of a pyproject.toml after `-r`. */
function pip(_: string, words: readonly string[]): ReturnType<Reader> {
  const places = words.flatMap((word) => /^[./][\w./-]*(?:\[([^\]]*)\])?$/.exec(word) ?? []);
  const own =
    words.some(
      (word, at) => /^\.\/?(?:\[[^\]]*\])?$/.test(word) && !/^(?:-t|--target|--prefix)$/.test(words[at - 1] ?? ''),
    ) || words.some((word) => /(?:^|[/=])(?:pyproject\.toml|pylock(?:\.[\w-]+)?\.toml|setup\.(?:py|cfg))$/.test(word));
  const inBrackets = places.flatMap((_place, at) => (at % 2 === 1 ? namesIn(places[at] ?? '') : []));
  const groups = valuesOf(words, ['--group']).map((name) => name.slice(name.lastIndexOf(':') + 1));
  if (!own && inBrackets.length === 0 && groups.length === 0) return undefined;
  return {
    own: own || inBrackets.length > 0,
    extras: new Set([...inBrackets, ...valuesOf(words, ['--extra'])]),
    groups: new Set(groups),
    allExtras: words.includes('--all-extras'),
    unnamed: 'none',
    without: new Set(),
  };
}

/** The values of options, after a blank, after `=`, or right behind a short one. */
function valuesOf(words: readonly string[], options: readonly string[]): readonly string[] {
  return words.flatMap((word, at) => {
    const option = options.find((name) => word === name || word.startsWith(name.length === 2 ? name : `${name}=`));
    if (option === undefined) return [];
    return namesIn(word === option ? (words[at + 1] ?? '') : word.slice(option.length).replace(/^=/, ''));
  });
}

function namesIn(written: string): readonly string[] {
  return written
    .split(/[\s,]+/)
    .filter((name) => name !== '' && !name.includes('$'))
    .map(normalizeName);
}
