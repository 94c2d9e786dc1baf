/** Heroku: dynos, a router that ends TLS, and a build pack that installs and collects static files. */
import { deployment, type Profile, project, provide } from '@django-golive/core';
import { capabilities } from './capabilities.js';
import { checklist } from './checklist.js';
import { deploymentNeeds, herokuDeployment } from './deployment.js';
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
      ({ project, procfile, appJson, buildManifest, packageFiles }) =>
        herokuDeployment({
          project,
          procfile: procfile.found,
          appJson,
          manifest: buildManifest,
          packages: packageFiles,
        }),
    ),
  ],
  rules: herokuRules,
  capabilities,
  checklist,
};
