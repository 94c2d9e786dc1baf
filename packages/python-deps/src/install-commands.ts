/** Which manifests the project's own build installs: `pip install -r …`, `uv sync`, `poetry install` in Dockerfiles and scripts. */
import type { Location, Project } from '@django-golive/core';
import { absentLists } from './absent-lists.js';
import { type Asked, type AskedAt, askedIn } from './asked-groups.js';
import { type BuildText, cleanPath, MAYBE } from './build-texts.js';
import { defaultsOf, givenByBuilders, isArgument, substitute, turnsIn } from './build-variables.js';
import { condaFiles } from './conda-files.js';
import type { Problem } from './declaration.js';
import { purposeOf } from './dependency-groups.js';
import { isMadeUpon } from './image-stages.js';
import { type LockCommands, lockCommands } from './lock-commands.js';
import { maskCredentials } from './mask-credentials.js';
import { type NamedConstraint, namedConstraints } from './named-constraints.js';
import { namedWords } from './named-words.js';
import { procfileInstalls } from './procfile-directory.js';
import { type Conditions, isCertain } from './shell-conditions.js';
import { memberDirectory } from './uv-workspace.js';

/** What installs a project's packages. */
export type InstallTool = 'uv' | 'poetry' | 'pipenv' | 'pdm' | 'conda' | 'pip-project' | 'pip-group';

/** A requirements file as a command names it, with the directory and the name of what says so. */
export interface NamedFile {
  readonly path: string;
  readonly from: string;
  readonly by: string;
  /** The command stands in a branch of a script that may not be taken. */
  readonly doubted: boolean;
  readonly at?: Location;
}

/** A command that installs nobody knows what, with the name of what holds it. */
export interface UnseenList extends Problem {
  readonly by: string;
}

/** What the build files say is installed. */
export interface Installs {
  readonly requirements: readonly NamedFile[];
  /** Files that its commands make an environment of conda's from. */
  readonly conda: readonly NamedFile[];
  /** Files of constraints that its commands name. */
  readonly constraints: readonly NamedConstraint[];
  /** Requirements files that its commands take, and that no file of the repository is known to be. */
  readonly unseen: readonly UnseenList[];
  /** Tools that install from their own lock file, or the project itself, each with the name of what says so. */
  readonly tools: ReadonlyMap<InstallTool, string>;
  /** Those of them that only branches of scripts run, which may not be taken. */
  readonly doubted: ReadonlySet<InstallTool>;
  /** What its commands do with locks. */
  readonly locks: LockCommands;
  /** The commands that install the project, or groups of it, with the extras and groups that they ask for. */
  readonly asks: readonly Asked[];
  /** The directory that production is made of alone, where a Procfile below the root says so. */
  readonly directory?: string;
  /** Requirements files are installed by uv, which checks the hashes that are there and asks for no others. */
  readonly uvPip: boolean;
  /** What `ARG` and `ENV` lines give to names, where all of them agree. */
  readonly variables: ReadonlyMap<string, string>;
}

const TOOLS = [
  ['uv', /\buv\s+sync\b|\buv\s+(?:export|run)\b/g],
  ['poetry', /\bpoetry\s+(?:install|sync|export)\b/g],
  ['pipenv', /\bpipenv\s+(?:install|sync|requirements|lock)\b/g],
  [
    'conda',
    /\b(?:conda|(?:micro)?mamba)\s+(?:env\s+(?:create|update)\b|(?:install|create)\b[^&|;\n]*\s(?:-f|--file)\b)/g,
  ],
  ['pdm', /\bpdm\s+(?:install|sync|export)\b/g],
  ['pip-project', /\bpip3?\s+install\b[^&|;\n]*?\s(?:-e\s+)?['"]?\.(?:\[[^\]]*\])?['"]?(?:\s|$)/gm],
  ['pip-group', /\bpip3?\s+install\b[^&|;\n]*?\s--group\b/g],
] as const;

/**
 * What the commands of a build install; `chosen` are the files that the target starts production from, `isMade` tells whether
 * production is surely made by what stands in a text.
 */
export function readInstalls(
  project: Project,
  texts: readonly BuildText[],
  chosen: readonly string[] = [],
  isMade: (build: BuildText) => boolean = () => true,
): Installs {
  const requirements: NamedFile[] = [];
  const unseen: UnseenList[] = [];
  const tools = new Map<InstallTool, string>();
  const certain = new Set<InstallTool>();
  const asks: Asked[] = [];
  let uvPip = false;
  const given = new Map<string, Set<string>>();
  for (const build of texts) {
    const { path: file, text, by, from, put, originOf, waysTo } = build;
    for (const [name, value] of defaultsOf(text)) given.set(name, (given.get(name) ?? new Set()).add(value));
    const turnsOf = turnsIn(text);
    const places = new Map<string, Conditions[]>();
    const positions = new Map<string, Location | undefined>();
    for (const { word, index } of namedWords(text)) {
      const ways = waysTo(index);
      for (const turn of turnsOf(word, index)) {
        const built = valuesOfBuilders(project, text, turn, chosen);
        const own = built.byCompose ? [] : [put(turn, index)];
        const named = [...new Set([...own, ...built.words.map((each) => put(each, index))])].filter(isKnown);
        // What is built for tests, beside what is not, is not production's.
        const others = named.filter((each) => purposeOf(each) !== 'dev');
        const names = others.length > 0 ? others : named;
        const at = project.file(file)?.at({ start: index + 1 - word.length, end: index + 1 });
        if (names.length === 0 && ways.length > 0 && at && purposeOf(turn.replace(/^\w+:\/\/[^/]*/, '')) !== 'dev')
          unseen.push({ at, by, why: whyUnseen(put(turn, index), word) });
        for (const each of names) {
          const path = originOf(each, index);
          // An image that takes no production packages unless it is asked to is asked to.
          const asked =
            (ways.length === 0 && purposeOf(path) === 'production') || (ways.length > 0 && names.length > 1)
              ? [MAYBE]
              : ways;
          if (asked.length > 0) places.set(path, [...(places.get(path) ?? []), ...asked]);
          positions.set(path, at);
        }
      }
    }
    for (const [path, ways] of places) {
      const at = positions.get(path);
      requirements.push({ path, from, by, doubted: !isCertain(ways), ...(at ? { at } : {}) });
    }
    for (const [tool, pattern] of TOOLS) {
      const ways = [...text.matchAll(pattern)].flatMap(({ index }) => waysTo(index));
      if (ways.length > 0 && !tools.has(tool)) tools.set(tool, by);
      if (isCertain(ways)) certain.add(tool);
    }
    const commands = askedIn(text, put);
    for (const { asked, index, exact } of commands) {
      if (exact && commands.some((other) => other.exact && undoes(build, other, index))) continue;
      const home = memberDirectory(project, build, asked, index);
      const ways = waysTo(index);
      const sure = isCertain(ways) && !asked.open && isMade(build);
      if (ways.length > 0) asks.push({ ...asked, sure, ...(home === undefined ? {} : { home }) });
    }
    uvPip ||= /\buv\s+pip\s+(?:install|sync)\b/.test(text);
  }
  const isSaid = requirements.length > 0 || tools.size > 0;
  if (!isSaid) requirements.push(...beanstalkInstalls(project));
  const beside = isSaid || requirements.length > 0 ? [] : procfileInstalls(project);
  requirements.push(...beside);
  const agreed = [...given].flatMap(([name, [value, other]]) =>
    value === undefined || other !== undefined || value.includes('$') ? [] : [[name, value] as const],
  );
  const doubted = new Set([...tools.keys()].filter((tool) => !certain.has(tool)));
  const constraints = namedConstraints(project, texts);
  unseen.push(...absentLists(project, texts, requirements));
  const locks = lockCommands(texts, isMade);
  const conda = texts.flatMap(condaFiles);
  const directory = beside[0]?.from;
  return {
    ...{ requirements, conda, constraints, unseen, tools, doubted, locks, asks, uvPip, variables: new Map(agreed) },
    ...(directory === undefined ? {} : { directory }),
  };
}

/** Whether an exact command surely comes after one like it and makes the same environment anew. */
function undoes({ path, text, waysTo, originOf }: BuildText, { index }: AskedAt, earlier: number): boolean {
  return (
    index > earlier &&
    isCertain(waysTo(index)) &&
    (text.match(/UV_PROJECT_ENVIRONMENT/g) ?? []).length < 2 &&
    originOf('pyproject.toml', index) === originOf('pyproject.toml', earlier) &&
    isMadeUpon(path, text, earlier, index)
  );
}

/** Whether a word is the name of a file: nothing in it is left to find, and it is no address. */
function isKnown(word: string): boolean {
  return !/[$`*?{]|^\w+:\/\//.test(cleanPath(word));
}

function whyUnseen(meant: string, word: string): string {
  return /^\w+:\/\//.test(meant)
    ? `\`${maskCredentials(meant)}\` is not in the repository, so what it lists is not known`
    : `what \`${word}\` names here is not known, and with it what the build installs`;
}

/** Elastic Beanstalk's Python takes one file of the root, `requirements.txt` before Pipenv's; what configures it lies in the root as well. */
function beanstalkInstalls(project: Project): Installs['requirements'] {
  const path = 'requirements.txt';
  if (project.file(path) === undefined) return [];
  const configured = project.paths.find(
    (each) =>
      /^\.ebextensions\/[^/]+\.config$/.test(each) &&
      /aws:elasticbeanstalk:container:python|^\s*WSGIPath\b/m.test(project.file(each)?.text ?? ''),
  );
  return configured === undefined
    ? []
    : [{ path, from: '', by: `Elastic Beanstalk (\`${configured}\`)`, doubted: false }];
}

/** What builds of the project put in place of the image's own values. */
function valuesOfBuilders(
  project: Project,
  text: string,
  word: string,
  chosen: readonly string[],
): { readonly words: readonly string[]; readonly byCompose: boolean } {
  const [, name = ''] = /\$\{?(\w+)/.exec(word) ?? [];
  if (name === '' || !isArgument(text, name)) return { words: [], byCompose: false };
  const { values, byCompose } = givenByBuilders(project, name, chosen);
  return { words: values.map((value) => substitute(word, new Map([[name, value]]))), byCompose };
}
