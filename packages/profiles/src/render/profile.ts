/** Render: services of a Blueprint or of the dashboard behind an edge that ends TLS and redirects plain HTTP. */
import { deployment, type Profile, project, provide } from '@django-golive/core';
import { containers } from '../docker/containers.js';
import { gunicornFiles } from '../files/gunicorn-config.js';
import { blueprint } from '../files/render-blueprint.js';
import { containersOfImages } from '../platform/built-image.js';
import { capabilities } from './capabilities.js';
import { checklist } from './checklist.js';
import { renderDeployment, renderImage } from './deployment.js';
import { renderDetector } from './detection.js';
import { renderRules } from './rules.js';
import { ownServices } from './services.js';

/** The target Render. */
export const render: Profile = {
  id: 'render',
  title: 'Render',
  detector: renderDetector,
  providers: [
    provide(deployment, { project, blueprint, gunicornFiles }, ({ project, blueprint, gunicornFiles }) =>
      renderDeployment(project, blueprint, gunicornFiles),
    ),
    provide(containers, { project, blueprint }, ({ project, blueprint }) => {
      const services = blueprint ? ownServices(project, blueprint) : [];
      return containersOfImages(
        project,
        services.map((service) => renderImage(project, service)),
        services.flatMap(({ start }) => start ?? []),
      );
    }),
  ],
  rules: renderRules,
  capabilities,
  checklist,
};
