/** Which manifests the project's own build installs: `pip install -r …`, `uv sync`, `poetry install` in Dockerfiles and scripts. */
import type { Deployment, Project } from '@django-golive/core';
import { type Asked, askedIn } from './asked-groups.js';
import { defaultsOf, givenByBuilders, settledVariables, substitute, valuesBefore } from './build-variables.js';
import { purposeOf } from './dependency-groups.js';
import { originsIn } from './image-files.js';
import { builtText } from './image-stages.js';
import { namedWords } from './named-words.js';
import { directoryOf, isInOtherProject, projectDirectories } from './project-directories.js';
import { type Conditions, conditionsIn, isCertain } from './shell-conditions.js';
import { decideTest } from './shell-tests.js';
import { shellRegions } from './shell-texts.js';

/** What installs a project's packages. */
export type InstallTool = 'uv' | 'poetry' | 'pipenv' | 'pdm' | 'conda' | 'pip-project' | 'pip-group';

/** A requirements file as a command names it, with the directory and the name of what says so. */
export interface NamedFile {
  readonly path: string;
  readonly from: string;
  readonly by: string;
  /** The command stands in a branch of a script that may not be taken. */
  readonly doubted: boolean;
}

/** What the build files say is installed. */
export interface Installs {
  readonly requirements: readonly NamedFile[];
  /** Tools that install from their own lock file, or the project itself, each with the name of what says so. */
  readonly tools: ReadonlyMap<InstallTool, string>;
  /** Those of them that only branches of scripts run, which may not be taken. */
  readonly doubted: ReadonlySet<InstallTool>;
  /** The commands that install the project, or groups of it, with the extras and groups that they ask for. */
  readonly asks: readonly Asked[];
  /** Requirements files are installed by uv, which checks the hashes that are there and asks for no others. */
  readonly uvPip: boolean;
  /** What `ARG` and `ENV` lines give to names, where all of them agree. */
  readonly variables: ReadonlyMap<string, string>;
}

const SCRIPTS =
  /(?:^|\/)(?:build|build_files|release|deploy|upgrade|render-build|bin\/(?:post_compile|build))(?:\.sh)?$|(?:^|\/)(?:render\.ya?ml|nixpacks\.toml|railway\.(?:json|toml)|heroku\.yml)$/;
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

/** Reads the Dockerfiles and build scripts of production. `commands` are further command lines, such as a release phase, `images` the stages that are known to run. */
export function readInstalls(
  project: Project,
  commands: readonly string[],
  scripts: readonly string[] = buildFiles(project),
  images: Deployment['images'] = undefined,
): Installs {
  const requirements: NamedFile[] = [];
  const tools = new Map<InstallTool, string>();
  const certain = new Set<InstallTool>();
  const asks: Asked[] = [];
  let uvPip = false;
  const given = new Map<string, Set<string>>();
  const texts = scripts.map((path) => ({ path, text: project.file(path)?.text ?? '', by: `\`${path}\`` }));
  const started = commands.map((text) => ({ path: '', text, by: 'a command of the deployment' }));
  for (const { path: file, text: written, by } of [...texts, ...started]) {
    const text = builtText(project, file, written, images);
    const from = directoryOf(file);
    const waysTo = branchesOf(project, file, text);
    const renamed = copiedNames(text);
    for (const [name, value] of defaultsOf(text)) given.set(name, (given.get(name) ?? new Set()).add(value));
    const put = (written: string, offset: number) =>
      written.includes('$') ? substitute(written, valuesBefore(text, offset)) : written;
    const originOf = originsIn(project, file, text, put);
    const places = new Map<string, Conditions[]>();
    for (const { word, index } of namedWords(text)) {
      const named = [...new Set([put(word, index), ...valuesOfBuilders(project, text, word)])].filter(
        (each) => !cleanPath(each).includes('$'),
      );
      // What is built for tests, beside what is not, is not production's.
      const others = named.filter((each) => purposeOf(each) !== 'dev');
      const names = others.length > 0 ? others : named;
      for (const each of names) {
        const { path: origin, exact } = originOf(each, index);
        const written = cleanPath(origin);
        const path = exact ? written : (renamed.get(written.split('/').at(-1) ?? '') ?? written);
        const ways = waysTo(index);
        // An image that takes no production packages unless it is asked to is asked to.
        const asked =
          (ways.length === 0 && purposeOf(path) === 'production') || (ways.length > 0 && names.length > 1)
            ? [MAYBE]
            : ways;
        if (asked.length > 0) places.set(path, [...(places.get(path) ?? []), ...asked]);
      }
    }
    for (const [path, ways] of places) requirements.push({ path, from, by, doubted: !isCertain(ways) });
    for (const [tool, pattern] of TOOLS) {
      const ways = [...text.matchAll(pattern)].flatMap(({ index }) => waysTo(index));
      if (ways.length > 0 && !tools.has(tool)) tools.set(tool, by);
      if (isCertain(ways)) certain.add(tool);
    }
    for (const { asked, index } of askedIn(text, put)) if (waysTo(index).length > 0) asks.push(asked);
    uvPip ||= /\buv\s+pip\s+(?:install|sync)\b/.test(text);
  }
  if (requirements.length === 0 && tools.size === 0) requirements.push(...beanstalkInstalls(project));
  const agreed = [...given].flatMap(([name, [value, other]]) =>
    value === undefined || other !== undefined || value.includes('$') ? [] : [[name, value] as const],
  );
  const doubted = new Set([...tools.keys()].filter((tool) => !certain.has(tool)));
  return { requirements, tools, doubted, asks, uvPip, variables: new Map(agreed) };
}

const MAYBE: Conditions = [{ at: 0, arm: 0 }];

/** On which conditions what stands at an offset of a build file runs. */
export function branchesOf(project: Project, path: string, text: string): (offset: number) => readonly Conditions[] {
  if (!/\b(?:if|case|for|while|until)\b|\|\||&&|\)\s*\{|\bfunction\b/.test(text)) return () => [[]];
  const variables = settledVariables(project, path, text);
  const hasFile = (name: string) => !name.startsWith('/') && project.file(cleanPath(name)) !== undefined;
  return conditionsIn(text, shellRegions(path, text), (words) => decideTest(words, { variables, hasFile }));
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

/** Dockerfiles that are not for development or tests, and the build scripts that platforms run. */
export function dockerfilesOf(project: Project): readonly string[] {
  const homes = projectDirectories(project);
  return project.paths.filter((path) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (
      !/^(?:Dockerfile(?:[.-][\w.-]+)?|[\w.-]+\.Dockerfile|Containerfile)$/i.test(name) ||
      /\.(?:md|txt|dockerignore)$/i.test(name)
    )
      return false;
    if (isInOtherProject(project, homes, path)) return false;
    return !path.split('/').some((part) => purposeOf(part.replace(/dockerfile|containerfile/i, '')) === 'dev');
  });
}

function buildFiles(project: Project): readonly string[] {
  const scripts = project.paths.filter((path) => SCRIPTS.test(path) && path.split('/').length <= 3);
  return [...dockerfilesOf(project), ...scripts];
}

/** What builds of the project put in place of the image's own values. */
function valuesOfBuilders(project: Project, text: string, word: string): readonly string[] {
  const [, name = ''] = /^\$\{?(\w+)/.exec(word) ?? /\/\$\{?(\w+)/.exec(word) ?? [];
  if (!new RegExp(`^[^\\S\\n]*ARG[^\\S\\n]+(?:[^\\n]*\\s)?${name}\\b`, 'im').test(text) || name === '') return [];
  return givenByBuilders(project, name).map((value) => substitute(word, new Map([[name, value]])));
}

/** `COPY requirements/production.txt requirements.txt` gives a file another name inside the image. */
function copiedNames(text: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const match of text.matchAll(/^\s*(?:COPY|ADD)\s+(?:--\S+\s+)*(\S+)\s+(\S+)\s*$/gim)) {
    const [, from = '', to = ''] = match;
    const target = to.split('/').at(-1) ?? '';
    if (/\.(?:txt|in)$/.test(from) && /\.(?:txt|in)$/.test(target) && !from.endsWith(target))
      names.set(target, cleanPath(from));
  }
  return names;
}

/** A path as it stands in the repository: what the image puts before it is not known there. */
function cleanPath(written: string): string {
  return written.replace(/^\$\{?\w+\}?\//, '').replace(/^(?:\.?\/)+/, '');
}
