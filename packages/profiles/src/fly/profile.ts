/** Fly.io: machines made of one image behind a proxy that ends TLS. */
import { deployment, type Profile, project, provide } from '@django-golive/core';
import { containers } from '../docker/containers.js';
import { flyConfig } from '../files/fly-config.js';
import { gunicornFiles } from '../files/gunicorn-config.js';
import { containersOfImages } from '../platform/built-image.js';
import { capabilities } from './capabilities.js';
import { checklist } from './checklist.js';
import { flyDeployment } from './deployment.js';
import { flyDetector } from './detection.js';
import { flyImage } from './image.js';
import { flyRules } from './rules.js';

/** The target Fly.io. */
export const fly: Profile = {
  id: 'fly',
  title: 'Fly.io',
  detector: flyDetector,
  providers: [
    provide(
      deployment,
      { project, flyConfig, flyImage, gunicornFiles },
      ({ project, flyConfig, flyImage, gunicornFiles }) => flyDeployment(project, flyConfig, flyImage, gunicornFiles),
    ),
    provide(containers, { project, flyConfig, flyImage }, ({ project, flyConfig, flyImage }) =>
      containersOfImages(project, [flyImage], flyConfig?.processes),
    ),
  ],
  rules: flyRules,
  capabilities,
  checklist,
};
