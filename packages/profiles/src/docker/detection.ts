/** How a project that is deployed in containers is recognised: by files that build or start it, not by words about them. */
import { defineDetector, type Evidence, project } from '@django-golive/core';
import { composeFiles } from './compose-files.js';
import { containers } from './containers.js';
import { startedByScript } from './deploy-script.js';
import { dockerfiles } from './dockerfiles.js';

/** Recognises Docker. */
export const dockerDetector = defineDetector(
  { project, dockerfiles, composeFiles, containers },
  ({ project, dockerfiles, composeFiles, containers }) => {
    const reasons: Evidence[] = [];
    let confidence = 0;
    const say = (weight: number, reason: Evidence): void => {
      confidence = Math.max(confidence, weight);
      reasons.push(reason);
    };
    const image = dockerfiles.production;
    const services =
      containers.compose?.services.filter((service) =>
        containers.all.some((container) => container.django && container.service === service),
      ) ?? [];
    if (image) say(0.75, { at: image.stage.at, note: `\`${image.dockerfile.path}\` builds an image of the project.` });
    const [service] = services;
    const web = containers.all.find(({ django, service }) => django && service !== undefined);
    const script = web && startedByScript(project, containers.compose?.paths ?? [], web);
    // Surer than the configuration of another server that lies beside it.
    if (script) say(0.95, { at: script, note: `\`${script.path}\` starts the containers.` });
    if (service) {
      const named = composeFiles.named;
      say(named ? 0.9 : image ? 0.8 : 0.6, {
        at: service.at,
        note: `The Compose service \`${service.name}\` runs the project${named ? ' in production' : ''}.`,
      });
    }
    if (!image && !service) {
      // Files for development, or a database alone, show that somebody has Docker, not where the project is deployed.
      const [dockerfile] = dockerfiles.all;
      const path = composeFiles.paths[0];
      const file = path === undefined ? undefined : project.file(path);
      if (dockerfile?.stages[0])
        say(0.2, {
          at: dockerfile.stages[0].at,
          note: `\`${dockerfile.path}\` is there, but builds no image of the project for production.`,
        });
      else if (file)
        say(0.15, {
          at: file.at({ start: 0, end: 0 }),
          note: `\`${file.path}\` is there, but does not run the project.`,
        });
    }
    return confidence === 0 ? undefined : { target: 'docker', confidence, reasons };
  },
);
