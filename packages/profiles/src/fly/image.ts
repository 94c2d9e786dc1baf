/** The image that Fly.io builds for the project. */
import { defineFact, project } from '@django-golive/core';
import { type ContainerImage, imageOf } from '../files/container-image.js';
import { readDockerfile } from '../files/dockerfile.js';
import { flyConfig } from '../files/fly-config.js';

/** The image; `undefined` where a buildpack makes it, or its Dockerfile is not there. */
export const flyImage = defineFact({
  id: 'fly-image',
  needs: { project, flyConfig },
  derive({ project, flyConfig }): ContainerImage | undefined {
    const file = flyConfig?.dockerfile === undefined ? undefined : project.file(flyConfig.dockerfile);
    const dockerfile = file && readDockerfile(file);
    if (!dockerfile) return undefined;
    const { target } = flyConfig ?? {};
    // The context is the directory of fly.toml, wherever the Dockerfile lies.
    return imageOf(project, dockerfile, { context: '', ...(target === undefined ? {} : { target }) });
  },
});
