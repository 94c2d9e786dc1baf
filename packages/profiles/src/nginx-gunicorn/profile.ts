/** nginx in front of an application server on an Ubuntu or Debian machine, with systemd or supervisor to start it. */
import type { Profile } from '@django-golive/core';
import { capabilities } from './capabilities.js';
import { nginxChecklist } from './checklist.js';
import { nginxDeployment } from './deployment.js';
import { nginxDetector } from './detection.js';
import { nginxRules } from './rules.js';

/** The target nginx and gunicorn on a server of one's own. */
export const nginxGunicorn: Profile = {
  id: 'nginx-gunicorn',
  title: 'nginx with gunicorn',
  detector: nginxDetector,
  providers: [nginxDeployment],
  rules: nginxRules,
  capabilities,
  checklist: nginxChecklist,
};
