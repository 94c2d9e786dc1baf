/** The project's Dockerfiles: which of them makes the image that production runs. */
import { compareText, defineFact, type Project, project, purposeOf } from '@django-golive/core';
import { serverOf } from '../files/application-server.js';
import { type ContainerImage, imageOf } from '../files/container-image.js';
import { managementCommandOf, roleOf } from '../files/django-command.js';
import { type Dockerfile, invocationsOf, readDockerfile } from '../files/dockerfile.js';
import { isDockerfilePath } from '../files/dockerfile-path.js';
import type { Invocation } from '../files/invocation.js';
import { directoryOf } from '../files/paths.js';
import { workflowBuilds } from './built-in-workflows.js';
import { startOf } from './start-programs.js';

/** All Dockerfiles, and the one that builds the Django project for production, where one does. */
export interface Dockerfiles {
  readonly all: readonly Dockerfile[];
  readonly production: ContainerImage | undefined;
  /** Whether no other could be meant: only one Dockerfile of the repository builds the project. */
  readonly sole: boolean;
}

/** The Dockerfiles of the project. */
export const dockerfiles = defineFact({
  id: 'dockerfiles',
  needs: { project },
  derive({ project }): Dockerfiles {
    const all = project.paths.filter(isDockerfilePath).flatMap((path): Dockerfile[] => {
      const file = project.file(path);
      const dockerfile = file && readDockerfile(file);
      return dockerfile ? [dockerfile] : [];
    });
    const images = all
      .filter((dockerfile) => {
        const purpose = purposeOf(dockerfile.path);
        return purpose === 'production' || purpose === 'unsaid';
      })
      .map((dockerfile) => imageOf(project, dockerfile, builtStage(project, dockerfile)))
      .filter((image) => runsDjango(project, image));
    return { all, production: mostLikely(project, images), sole: images.length === 1 };
  },
});

/** The stage that workflows build for production, where they agree on one that starts something: it need not be the last. */
function builtStage(project: Project, { path, stages }: Dockerfile): { readonly target?: string } {
  if (stages.length < 2) return {};
  const targets = workflowBuilds(project)
    .filter(({ dockerfile, target }) => dockerfile === path && !notProduction.test(target ?? ''))
    .map(({ target }) => stages.find(({ name }) => name !== undefined && name.toLowerCase() === target?.toLowerCase()));
  const [first] = targets;
  if (!first?.name || targets.some((stage) => stage !== first)) return {};
  const starts = first.instructions.some(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
  return starts ? { target: first.name } : {};
}

/** Stages for developers, and those that a build goes through. */
const notProduction =
  /(^|[-_])(dev|devel|develop|development|local|debug|tests?|testing|ci|lint|docs|build|builder)([-_]|$)/i;

/** Whether an image holds this Django project: it starts it, or it is made of its files with Python's tools. */
export function runsDjango(project: Project, image: ContainerImage): boolean {
  const starts = [image.entrypoint, image.command].some(
    (instruction) => instruction && invocationsOf(instruction).some(isDjangoProgram),
  );
  if (starts) return true;
  // What its build runs, such as `manage.py collectstatic`, must be in it.
  const manages = image.instructions.some(
    (instruction) => instruction.keyword === 'RUN' && invocationsOf(instruction).some(managementCommandOf),
  );
  if (manages) return true;
  const python =
    /(^|\/)(python|pypy|uv|django|miniconda3?|micromamba)\b/.test(image.base.image) ||
    image.instructions.some(
      (instruction) =>
        instruction.keyword === 'RUN' &&
        invocationsOf(instruction).some((item) => /^(pip3?|uv|poetry|pipenv|pdm|pip-sync)$/.test(item.program)),
    );
  if (!python) return false;
  return image.copies.some((copy) => holdsManage(project, image.context, copy.source));
}

/** Whether a program can only be this framework's: other Python services use the same servers. */
export function isDjangoProgram(invocation: Invocation): boolean {
  if (managementCommandOf(invocation)) return true;
  const server = serverOf(invocation);
  return (
    server !== undefined && (server.server === 'uwsgi' || /(^|\.)(wsgi|asgi)(:|$)/.test(server.application?.text ?? ''))
  );
}

/** Whether a copied path of the context holds the project's `manage.py`, or the context does as a whole. */
function holdsManage(project: Project, context: string, source: string): boolean {
  const path = [...context.split('/'), ...source.split('/')].filter((part) => part !== '' && part !== '.').join('/');
  return project.paths.some(
    (item) => item.endsWith('manage.py') && (path === '' || item === path || item.startsWith(`${path}/`)),
  );
}

/** The image that serves requests comes before one for workers, one named for production before others. */
function mostLikely(project: Project, images: readonly ContainerImage[]): ContainerImage | undefined {
  const ranked = images.map((image) => {
    const { path } = image.dockerfile;
    const roles = startOf(project, image, undefined).programs.map(({ invocation }) => roleOf(invocation));
    const serves = roles.includes('web') ? -20 : roles.includes('worker') || roles.includes('beat') ? 5 : 0;
    return {
      image,
      path,
      rank: serves + (purposeOf(path) === 'production' ? -25 : 0) + directoryOf(path).split('/').filter(Boolean).length,
    };
  });
  return ranked.sort((a, b) => a.rank - b.rank || compareText(a.path, b.path))[0]?.image;
}
