/** Docker's rules about an image, for platforms that build one from the project's Dockerfile. */
import { type Location, type Project, type RuleSet, use } from '@django-golive/core';
import { type Containers, containerOf } from '../docker/containers.js';
import { buildCommandFails } from '../docker/rules/build-command-fails.js';
import { databaseEmptiedAtStart } from '../docker/rules/database-emptied-at-start.js';
import { imageUnsupported } from '../docker/rules/image-unsupported.js';
import { pythonUnspecified } from '../docker/rules/python-unspecified.js';
import { runsAsRoot } from '../docker/rules/runs-as-root.js';
import { secretInImage } from '../docker/rules/secret-in-image.js';
import { sourceBuildRisk } from '../docker/rules/source-build-risk.js';
import type { ContainerImage } from '../files/container-image.js';
import { invocationsOfLine } from '../files/invocation.js';

/** What holds for an image wherever it is built. */
export const imageRules: RuleSet = [
  secretInImage,
  buildCommandFails,
  sourceBuildRisk,
  imageUnsupported,
  pythonUnspecified,
  databaseEmptiedAtStart,
];

/** For platforms that start an image as the user that it names. */
export const imageUserRules: RuleSet = [
  use(runsAsRoot, {
    severity: 'medium',
    why: 'The platform keeps the machine apart from those of others: root has this container, and no host beside it.',
  }),
];

/** The containers of a platform that runs images and no Compose file; `commands` are what its own files start in them. */
export function containersOfImages(
  project: Project,
  images: readonly (ContainerImage | undefined)[],
  commands: readonly { readonly text: string; readonly at: Location }[] = [],
): Containers {
  const programs = commands.flatMap(({ text, at }) =>
    invocationsOfLine(text).map((invocation) => ({ invocation, at })),
  );
  const all = images.flatMap((image) => {
    if (!image) return [];
    const container = containerOf(project, 'web', image.stage.at, undefined, image);
    const { start } = container;
    return [{ ...container, start: { ...start, programs: [...start.programs, ...programs] } }];
  });
  return { all, compose: undefined, passedOver: undefined, confidence: 'certain' };
}
