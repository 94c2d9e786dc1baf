/** Heroku: dynos, a router that ends TLS, and a build pack that installs and collects static files. */
import { deployment, type Profile, project, provide } from '@django-golive/core';
import { containers } from '../docker/containers.js';
import { containersOfImages } from '../platform/built-image.js';
import { buildManifest } from './build-manifest.js';
import { capabilities } from './capabilities.js';
import { checklist } from './checklist.js';
import { deploymentNeeds, herokuDeployment, manifestImages } from './deployment.js';
import { herokuDetector } from './detection.js';
import { herokuRules } from './rules.js';

/** The target Heroku. */
export const heroku: Profile = {
  id: 'heroku',
  title: 'Heroku',
  detector: herokuDetector,
  providers: [
    provide(
      deployment,
      { project, ...deploymentNeeds },
      ({ project, procfile, appJson, buildManifest, packageFiles, gunicornFiles }) =>
        herokuDeployment({
          project,
          procfile: procfile.found,
          appJson,
          manifest: buildManifest,
          packages: packageFiles,
          read: gunicornFiles,
        }),
    ),
    provide(containers, { project, buildManifest }, ({ project, buildManifest }) =>
      containersOfImages(
        project,
        manifestImages(project, buildManifest).map(({ image }) => image),
      ),
    ),
  ],
  rules: herokuRules,
  capabilities,
  checklist,
};
