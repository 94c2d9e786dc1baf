/** Which manifests the project's own build installs: `pip install -r …`, `uv sync`, `poetry install` in Dockerfiles and scripts. */
import type { Project } from '@django-golive/core';
import { purposeOf } from './dependency-groups.js';
import { directoryOf, isInOtherProject, projectDirectories } from './project-directories.js';

/** What installs a project's packages. */
export type InstallTool = 'uv' | 'poetry' | 'pipenv' | 'pdm' | 'conda' | 'pip-project';

/** What the build files say is installed. */
export interface Installs {
  /** Requirements files as commands name them, with the directory and the name of what says so. */
  readonly requirements: readonly { readonly path: string; readonly from: string; readonly by: string }[];
  /** Tools that install from their own lock file, or the project itself, each with the name of what says so. */
  readonly tools: ReadonlyMap<InstallTool, string>;
  /** Extras and groups that are asked for by name. */
  readonly extras: ReadonlySet<string>;
  /** `--all-extras`: every extra is. */
  readonly allExtras: boolean;
  /** What `ARG` and `ENV` lines give to names, where all of them agree. */
  readonly variables: ReadonlyMap<string, string>;
}

const SCRIPTS =
  /(?:^|\/)(?:build|build_files|release|deploy|upgrade|render-build|bin\/(?:post_compile|build))(?:\.sh)?$|(?:^|\/)(?:render\.ya?ml|nixpacks\.toml|railway\.(?:json|toml)|heroku\.yml)$/;
const TOOLS = [
  ['uv', /\buv\s+sync\b|\buv\s+(?:export|run)\b/],
  ['poetry', /\bpoetry\s+(?:install|sync|export)\b/],
  ['pipenv', /\bpipenv\s+(?:install|sync|requirements|lock)\b/],
  [
    'conda',
    /\b(?:conda|(?:micro)?mamba)\s+(?:env\s+(?:create|update)\b|(?:install|create)\b[^&|;\n]*\s(?:-f|--file)\b)/,
  ],
  ['pdm', /\bpdm\s+(?:install|sync|export)\b/],
  ['pip-project', /\bpip3?\s+install\b[^&|;\n]*?\s(?:-e\s+)?['"]?\.(?:\[[^\]]*\])?['"]?(?:\s|$)/m],
] as const;

/** Reads the Dockerfiles and build scripts of production. `commands` are further command lines, such as a release phase. */
export function readInstalls(project: Project, commands: readonly string[]): Installs {
  const requirements: Installs['requirements'][number][] = [];
  const tools = new Map<InstallTool, string>();
  const extras = new Set<string>();
  let allExtras = false;
  const given = new Map<string, Set<string>>();
  const texts = buildFiles(project).map((path) => ({
    from: directoryOf(path),
    text: project.file(path)?.text ?? '',
    by: `\`${path}\``,
  }));
  const started = commands.map((text) => ({ from: '', text, by: 'a command of the deployment' }));
  for (const { from, text, by } of [...texts, ...started]) {
    const joined = text
      .slice(0, 200_000)
      .replace(/\\\r?\n/g, ' ')
      .replace(/^\s*#.*$/gm, '');
    const renamed = copiedNames(joined);
    const variables = defaultsOf(joined);
    for (const [name, value] of variables) given.set(name, (given.get(name) ?? new Set()).add(value));
    for (const match of joined.matchAll(
      /(?:^|[\s"'])(?:-r|--requirements?)[\s="',]*([^\s"',;&|\])]+\.(?:txt|in|pip))\b/g,
    )) {
      const path = cleanPath(substitute(match[1] ?? '', variables));
      if (!path.includes('$')) requirements.push({ path: renamed.get(path.split('/').at(-1) ?? '') ?? path, from, by });
    }
    for (const [tool, pattern] of TOOLS) if (!tools.has(tool) && pattern.test(joined)) tools.set(tool, by);
    for (const name of namedExtras(joined)) if (purposeOf(name) !== 'dev') extras.add(name);
    allExtras ||= /\b(?:uv|poetry)\b[^&|;\n]*\s--all-extras\b/.test(joined);
  }
  if (requirements.length === 0 && tools.size === 0) requirements.push(...beanstalkInstalls(project));
  const agreed = [...given].flatMap(([name, [value, other]]) =>
    value === undefined || other !== undefined || value.includes('$') ? [] : [[name, value] as const],
  );
  return { requirements, tools, extras, allExtras, variables: new Map(agreed) };
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
  return configured === undefined ? [] : [{ path, from: '', by: `Elastic Beanstalk (\`${configured}\`)` }];
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

/** The values that `ARG` and `ENV` lines give to names. */
export function defaultsOf(text: string): ReadonlyMap<string, string> {
  const pattern = /^\s*(?:ARG|ENV)\s+(\w+)(?:=|\s+)["']?([^\s"']+)/gim;
  return new Map([...text.matchAll(pattern)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

/** The text with `$NAME`, `${NAME}` and `${NAME:-default}` put in where they are known. */
export function substitute(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(
    /\$(?:\{(\w+)(?::?-([^}]*))?\}|(\w+))/g,
    (whole, braced?: string, fallback?: string, bare?: string) => {
      return values.get(braced ?? bare ?? '') ?? fallback ?? whole;
    },
  );
}

/** A path as it stands in the repository: what the image puts before it is not known there. */
function cleanPath(written: string): string {
  return written.replace(/^\$\{?\w+\}?\//, '').replace(/^(?:\.?\/)+/, '');
}

function namedExtras(text: string): readonly string[] {
  const inBrackets = [...text.matchAll(/\bpip3?\s+install\b[^&|;\n]*?\.\[([^\]]*)\]/g)].map((match) => match[1] ?? '');
  const asOptions = [...text.matchAll(/\b(?:uv|poetry|pdm)\b[^&|;\n]*/g)].flatMap((command) =>
    [...command[0].matchAll(/(?:--extra|--extras|-E|--with|--group|-G)[\s=]+["']?([\w.,-]+)/g)].map(
      (match) => match[1] ?? '',
    ),
  );
  return [...inBrackets, ...asOptions]
    .flatMap((names) => names.split(/[\s,]+/))
    .filter((name) => name !== '')
    .map((name) => name.toLowerCase());
}
