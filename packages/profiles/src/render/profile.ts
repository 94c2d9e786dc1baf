/** Render: services of a Blueprint or of the dashboard behind an edge that ends TLS and redirects plain HTTP. */
import { deployment, type Profile, project, provide } from '@django-golive/core';
import { blueprint } from '../files/render-blueprint.js';
import { capabilities } from './capabilities.js';
import { checklist } from './checklist.js';
import { renderDeployment } from './deployment.js';
import { renderDetector } from './detection.js';
import { renderRules } from './rules.js';

/** The target Render. */
export const render: Profile = {
  id: 'render',
  title: 'Render',
  detector: renderDetector,
  providers: [
    provide(deployment, { project, blueprint }, ({ project, blueprint }) => renderDeployment(project, blueprint)),
  ],
  rules: renderRules,
  capabilities,
  checklist,
};
