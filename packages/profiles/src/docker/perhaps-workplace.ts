/** Whether production may be something else than the Compose file that is taken for it: then its faults are asked about. */
import type { Project } from '@django-golive/core';
import { isPublic } from './container-purpose.js';
import type { Containers } from './containers.js';
import { isPerhapsForOneMachine } from './one-machine.js';
import { isWorkplace, mountsSource } from './workplace.js';

/** What lets a Compose file look like a developer's, in words; `undefined` where nothing does or its name says production. */
export function signOfWorkplace(project: Project, { all, compose, confidence }: Containers): string | undefined {
  if (confidence === 'certain' || !compose) return undefined;
  if (isWorkplace(all)) return 'starts a development server on the mounted source';
  const page = pageThatWritesAnother(project, compose.paths);
  if (page !== undefined) return `is not the one that \`${page}\` has made for production`;
  const mounts = all.some((one) => one.django && one.role === 'web' && mountsSource(one));
  return !isPublic(project, compose) && isPerhapsForOneMachine(project, compose, mounts)
    ? 'looks made for the machine of a developer'
    : undefined;
}

/** The page on deployment that has its readers write a Compose file of their own, and names none of these. */
function pageThatWritesAnother(project: Project, paths: readonly string[]): string | undefined {
  const names = paths.map((path) => path.slice(path.lastIndexOf('/') + 1));
  return project.paths.find((path) => {
    if (!/^(docs?\/([\w-]+\/)*)?deploy\w*\.(md|rst|txt)$/i.test(path)) return false;
    const text = project.file(path)?.text ?? '';
    return writesOne.test(text) && !names.some((name) => text.includes(name));
  });
}

const writesOne = /\b(create|write|make)\b[^.\n]{0,30}\b(docker[- ]?)?compose[- ](file|configuration)\b/i;
