/** Which files bound the versions that a build installs: `-c` on its command lines, and the variables of pip and uv for it. */
import type { Location, Project } from '@django-golive/core';
import { type BuildText, cleanPath } from './build-texts.js';
import type { Problem } from './declaration.js';
import { maskCredentials } from './mask-credentials.js';
import { namedWords } from './named-words.js';
import { isCertain } from './shell-conditions.js';

/** A file of constraints as a build names it. */
export interface NamedConstraint {
  readonly path: string;
  readonly from: string;
  readonly by: string;
  /** Its versions take the place of what is asked for: `--override` of uv. */
  readonly override: boolean;
  /** What it bounds, as the command names it; absent where it bounds all that is installed. */
  readonly over?: readonly string[];
  readonly at: Location | undefined;
}

const COMMAND = /\b(?:pip3?|pip\d\.\d+|uv\s+pip)\s+(?:-\S+\s+)*(?:install|wheel|download|sync)\b([^\n&|;]*)/g;
const OPTION =
  /(?:^|[\s"',])(?:-c[\s"',]*|--(constraint|override)s?(?:[\s"',]+|=["']?))((?:\$\([^()\n]*\)|["'](?=\/)|[^\s"',;&|<>\])`])+)/g;
/** `ENV PIP_CONSTRAINT=…`, `export UV_CONSTRAINT=…`, before a command, or as YAML has it. */
const VARIABLE =
  /(?:^|[\s;&|"'])(?:PIP_CONSTRAINT|UV_(?:CONSTRAINT|(OVERRIDE)))["']?(?:[^\S\n]*[=:][^\S\n]*|[^\S\n]+|\s*\n\s*value:[^\S\n]*)("[^"\n]*"|'[^'\n]*'|[^\s"';&|]+)/g;
/** Where the project's own lists stand. */
const PROJECT_FILES = ['pyproject.toml', 'setup.cfg', 'setup.py'];

/** Every file of constraints that the texts name. */
export function namedConstraints(project: Project, texts: readonly BuildText[]): readonly NamedConstraint[] {
  const commands = texts.flatMap((build) =>
    [...build.text.matchAll(COMMAND)]
      .filter(({ index }) => isCertain(build.waysTo(index)))
      .map((match) => commandOf(project, build, match))
      .filter(({ over }) => over.length > 0),
  );
  const bounding = commands.flatMap(({ constraints, over }) => constraints.map((one) => ({ ...one, over })));
  const everywhere = (path: string) =>
    commands.every(({ constraints }) => constraints.some((constraint) => constraint.path === path));
  return [
    ...bounding.map(({ over, ...one }) => (everywhere(one.path) ? one : { ...one, over })),
    ...texts.flatMap((build) => variablesOf(project, build)),
  ];
}

/** Constraints that nobody can read here. */
export function unseenConstraints(
  texts: readonly BuildText[],
  constraints: readonly NamedConstraint[],
  isThere: (constraint: NamedConstraint) => boolean,
): readonly Problem[] {
  return constraints.flatMap((one): readonly Problem[] => {
    if (!one.at || isThere(one)) return [];
    // What a command of the build writes is of what is read elsewhere.
    const name = one.path.slice(one.path.lastIndexOf('/') + 1).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const written = new RegExp(`(?:>|\\s-o|--output(?:-file)?)[\\s=]*["']?\\S*${name}\\b`);
    if (texts.some(({ text }) => written.test(text))) return [];
    const path = maskCredentials(one.path);
    const why = /[$`]/.test(path)
      ? `what \`${path}\` names here is not known, and with it the versions that it allows`
      : `\`${path}\` is not in the repository, so the versions that it allows are not known`;
    return [{ at: one.at, why, versions: true }];
  });
}

function commandOf(project: Project, build: BuildText, match: RegExpExecArray) {
  const [whole, rest = ''] = match;
  const start = match.index + whole.length - rest.length;
  const constraints = [...rest.matchAll(OPTION)].map((option) =>
    namedAt(project, build, option[2] ?? '', start + option.index + option[0].length, option[1] === 'override'),
  );
  const lists = namedWords(whole).map(({ word, index }) =>
    build.originOf(build.put(word, match.index), match.index + index),
  );
  const isProject = /\s["']?\.{1,2}\/?(?:\[[^\]]*\])?["']?(?=\s|$)|\s--group\b/.test(rest);
  const plain = rest.replace(/(?:\s-{1,2}[\w-]+(?:=\S*)?(?:\s+[./]\S*|\s+\S*\.(?:txt|in)\b)?)/g, ' ');
  const byName = [...plain.matchAll(/(?:^|[\s"'])([A-Za-z][\w.-]*)/g)].some(
    ([, name = '']) => !/^(?:pip|setuptools|wheel|uv|poetry|pipenv|pdm|virtualenv|pip-tools)$/i.test(name),
  );
  return {
    constraints,
    over: [...lists, ...(isProject ? PROJECT_FILES : []), ...(byName ? [build.path] : [])],
  };
}

function variablesOf(project: Project, build: BuildText): readonly NamedConstraint[] {
  return [...build.text.matchAll(VARIABLE)].flatMap((match) => {
    const [whole, override, value = ''] = match;
    if (!isCertain(build.waysTo(match.index + whole.length - 1))) return [];
    const words = value.replace(/^["']|["']$/g, '').split(/\s+/);
    return words
      .filter((word) => word !== '')
      .map((word) => namedAt(project, build, word, match.index + whole.length, override !== undefined));
  });
}

function namedAt(project: Project, build: BuildText, word: string, end: number, override: boolean): NamedConstraint {
  const meant = build.put(word, end - 1);
  const path = /^\w+:\/\//.test(meant) ? meant : cleanPath(build.originOf(meant, end - 1));
  const at = project.file(build.path)?.at({ start: end - word.length, end });
  return { path, from: build.from, by: build.by, override, at };
}
