/** The steps about the image that runs: kept before a new one takes its name, looked through, gone back to. */
import type { ChecklistItem } from '@django-golive/core';
import { item } from '../checklist-item.js';

/** `image`: as Docker takes it, a word of a shell. `docker`: the command of Compose, where the project has a file for it. */
export function imageSteps(image: string, docker: string | undefined) {
  // A digest or the number of a version names one image for ever, and what a variable names is known to the shell alone.
  const name = /[@$'"]|:[^/:]*\d[^/:]*$/.test(image) ? undefined : image;
  const before = name?.replace(/(:[^/:]*)?$/, ':before');
  const back = docker
    ? `\`docker tag ${before} ${name}\` and \`${docker} up -d --no-build\``
    : `\`docker tag ${before} ${name}\` and the start of a new container`;
  return {
    keep:
      name === undefined
        ? undefined
        : item(
            'keep-image',
            'before',
            'Where an earlier version runs: keep its image under another name, before the new one takes its own. On a first deployment there is none.',
            [`docker tag ${name} ${before}`],
          ),
    scan: item(
      'scan',
      'after',
      'The image has been scanned for known vulnerabilities. Docker Scout asks for an account of Docker, and comes with Docker Desktop; on a server with Docker Engine alone it is installed first (docs.docker.com/scout/install), or the image is scanned where it was built.',
      ['docker login', `docker scout cves ${image}`],
    ),
    rollback: item(
      'rollback',
      'after',
      `The image of the version before is still there, and you know that going back does not undo migrations.${name === undefined ? '' : ` The way back: ${back}.`}`,
      name === undefined ? [] : [`docker image ls ${name.replace(/:[^/:]*$/, '')}`],
    ),
  } satisfies Readonly<Record<string, ChecklistItem | undefined>>;
}
