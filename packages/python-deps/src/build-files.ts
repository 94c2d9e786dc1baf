/** Which files say how the project is built: its Dockerfiles, and the scripts that platforms run. */
import type { Project } from '@django-golive/core';
import { purposeOf } from './dependency-groups.js';
import { isInOtherProject, projectDirectories } from './project-directories.js';

const SCRIPTS =
  /(?:^|\/)(?:build|build_files|release|deploy|upgrade|render-build|bin\/(?:post_compile|build))(?:\.sh)?$|(?:^|\/)(?:render\.ya?ml|nixpacks\.toml|railway\.(?:json|toml)|heroku\.yml)$/;

/** Dockerfiles that are not for development or tests, and the build scripts that platforms run. */
export function buildFiles(project: Project): readonly string[] {
  const scripts = project.paths.filter((path) => SCRIPTS.test(path) && path.split('/').length <= 3);
  return [...dockerfilesOf(project), ...scripts];
}

/** Dockerfiles that are not for development or tests. */
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
