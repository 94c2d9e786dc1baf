/** Railway: a service behind an edge that ends TLS and redirects plain HTTP. */
import { deployment, type Profile, project, provide } from '@django-golive/core';
import { containers } from '../docker/containers.js';
import { gunicornFiles } from '../files/gunicorn-config.js';
import { railwayConfig } from '../files/railway-config.js';
import { containersOfImages } from '../platform/built-image.js';
import { capabilities } from './capabilities.js';
import { checklist } from './checklist.js';
import { railwayDeployment } from './deployment.js';
import { railwayDetector } from './detection.js';
import { railwayRules } from './rules.js';
import { railwayImage, railwayStart } from './start.js';

/** The target Railway. */
export const railway: Profile = {
  id: 'railway',
  title: 'Railway',
  detector: railwayDetector,
  providers: [
    provide(
      deployment,
      { project, railwayConfig, railwayStart, gunicornFiles },
      ({ project, railwayConfig, railwayStart, gunicornFiles }) =>
        railwayDeployment(project, railwayConfig, railwayStart, gunicornFiles),
    ),
    provide(containers, { project, railwayConfig }, ({ project, railwayConfig }) =>
      containersOfImages(
        project,
        [railwayImage(project, railwayConfig)],
        railwayConfig?.start ? [railwayConfig.start] : [],
      ),
    ),
  ],
  rules: railwayRules,
  capabilities,
  checklist,
};
