/** Docker: an image of the project, alone or among the services of a Compose file. */
import type { Profile } from '@django-golive/core';
import { capabilities } from './capabilities.js';
import { dockerChecklist } from './checklist.js';
import { dockerDeployment } from './deployment.js';
import { dockerDetector } from './detection.js';
import { dockerRules } from './rules.js';

/** The target Docker. */
export const docker: Profile = {
  id: 'docker',
  title: 'Docker',
  detector: dockerDetector,
  providers: [dockerDeployment],
  rules: dockerRules,
  capabilities,
  checklist: dockerChecklist,
};
