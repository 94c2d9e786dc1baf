/** Python files and files of variables that the repository has and the image has not: `.dockerignore` keeps them out of the build. */
import type { Project } from '@django-golive/core';
import type { ComposeMount } from '../files/compose-model.js';
import type { ContainerImage } from '../files/container-image.js';
import { ignores, readDockerIgnore } from '../files/dockerignore.js';

/** What settings are read from: modules, and `.env`, `.env.production` or `shop.env` beside them. */
const read = /\.py$|(^|\/)(\.env(\.[\w-]+)*|[\w-]+\.env)$/;

/** Their paths. None where a mount brings them back, or where even manage.py would be missing: then the build is another one. */
export function leftOut(
  project: Project,
  image: ContainerImage | undefined,
  mounts: readonly ComposeMount[] = [],
): readonly string[] {
  if (!image) return [];
  const ignore = readDockerIgnore(project, image.context, image.dockerfile.path);
  if (ignore.patterns.length === 0) return [];
  const start = image.context === '' ? '' : `${image.context}/`;
  const paths = project.paths.filter(
    (path) => read.test(path) && path.startsWith(start) && ignores(ignore, path.slice(start.length)),
  );
  if (paths.some((path) => /(^|\/)manage\.py$/.test(path))) return [];
  const mounted = mounts.flatMap(({ path }) => (path === undefined ? [] : [path]));
  return paths.filter(
    (path) => !mounted.some((directory) => directory === '' || path === directory || path.startsWith(`${directory}/`)),
  );
}
