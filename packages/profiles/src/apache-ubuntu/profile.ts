/** Apache 2.4 with mod_wsgi on an Ubuntu server, with systemd units beside it. */
import type { Profile } from '@django-golive/core';
import { capabilities } from './capabilities.js';
import { apacheChecklist } from './checklist.js';
import { apacheDeployment } from './deployment.js';
import { apacheDetector } from './detection.js';
import { apacheRules } from './rules.js';

/** The target Apache on Ubuntu. */
export const apacheUbuntu: Profile = {
  id: 'apache-ubuntu',
  title: 'Apache on Ubuntu',
  detector: apacheDetector,
  providers: [apacheDeployment],
  rules: apacheRules,
  capabilities,
  checklist: apacheChecklist,
};
