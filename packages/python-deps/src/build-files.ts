/** Which files say how the project is built: its Dockerfiles, and the scripts that platforms run. */
import type { Deployment, Project } from '@django-golive/core';
import { buildersOf } from './build-variables.js';
import { purposeOf } from './dependency-groups.js';
import { directoryOf, isInOtherProject, projectDirectories } from './project-directories.js';

/** Targets that run what the project's own build file makes. */
export const BUILT: ReadonlySet<string> = new Set(['docker', 'kubernetes', 'fly', 'render', 'railway']);

const SCRIPTS =
  /(?:^|\/)(?:build|build_files|release|deploy|upgrade|render-build|bin\/(?:post_compile|build))(?:\.sh)?$|(?:^|\/)(?:render\.ya?ml|nixpacks\.toml|railway\.(?:json|toml)|heroku\.yml)$/;

/** Those, and the build scripts that platforms run. `chosen` is what the target starts production from, where it says so. */
export function buildFiles(project: Project, chosen: Deployment['files']): readonly string[] {
  const scripts = project.paths.filter((path) => SCRIPTS.test(path) && path.split('/').length <= 3);
  return [...dockerfilesOf(project, chosen), ...scripts];
}

/** The Dockerfiles of production: of several in one directory, those that are built for it. */
export function dockerfilesOf(project: Project, chosen: Deployment['files'] = []): readonly string[] {
  const all = candidatesIn(project);
  const textOf = (path: string) => project.file(path)?.text ?? '';
  const started = all.filter((path) => chosen.includes(path));
  // An image by itself is only the likeliest: a file of Compose says what is built, if it builds the site at all.
  const isStarted = chosen.some((path) => /\.ya?ml$/.test(path)) && started.some((path) => INSTALLS.test(textOf(path)));
  const besides = (path: string) => all.filter((other) => directoryOf(other) === directoryOf(path));
  if (!isStarted && all.every((path) => besides(path).length === 1)) return all;
  const builders = buildersOf(project).map(textOf);
  const isBuilt = (path: string) => builders.some((text) => isNamed(text, path));
  // What a workflow builds may be another image than what Compose starts.
  if (isStarted) return all.filter((path) => started.includes(path) || isBuilt(path));
  return all.filter((path) => {
    const beside = besides(path);
    const isPlain = /(?:^|\/)(?:Dockerfile|Containerfile)$/i.test(path);
    const named = beside.filter(isBuilt);
    if (named.some((one) => INSTALLS_LIST.test(textOf(one))))
      return named.includes(path) || (isPlain && builders.some(buildsPlain));
    return named.includes(path) || !isPlain || !beside.some((one) => purposeOf(nameWords(one)) === 'production');
  });
}

const INSTALLS = /\b(?:pip3?|uv|poetry|pipenv|pdm|conda)\b/;
const INSTALLS_LIST = /\s-r\s|--requirement|\b(?:uv|poetry|pipenv|pdm)\s+(?:sync|install)\b/;
/** `build: .`, `build:` with what stands further in below it, `docker build …`, the step of an action. */
const BUILDS =
  /\bbuild:[^\S\n]*\S[^\n]*|^([^\S\n]*)build:[^\S\n]*\n(?:\1[^\S\n]+[^\n]*\n?)+|\bdocker\s+(?:buildx\s+)?build\b(?:[^\\\n]|\\\n)*|build-push-action(?:[^\n]*\n?){1,8}/gm;
const NAMES = /(?:\b(?:docker)?file(?:Path)?["']?\s*[:=]|\s-f|--file)[\s=]*["']?(?:\.\/)?([^\s"',}]+)/gi;

/** Whether something builds a Dockerfile without naming one: it has the usual name then. */
function buildsPlain(text: string): boolean {
  return [...text.matchAll(BUILDS)].some(([build]) => build.search(NAMES) < 0);
}

function isNamed(text: string, path: string): boolean {
  return [...text.matchAll(NAMES)].some(([, name = '']) => name === path || path.endsWith(`/${name}`));
}

function nameWords(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/dockerfile|containerfile/i, '');
}

/** Dockerfiles that are not for development or tests. */
function candidatesIn(project: Project): readonly string[] {
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
