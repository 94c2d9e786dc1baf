/** The command that starts the web service of a Blueprint, with the server it starts. */
import { defineFact, type Located, maskSource, project } from '@django-golive/core';
import type { ServerCommand } from '../files/application-server.js';
import { gunicornFiles } from '../files/gunicorn-config.js';
import { invocationsOfLine } from '../files/invocation.js';
import { type BlueprintService, blueprint } from '../files/render-blueprint.js';
import { serverIn } from '../platform/process.js';
import { variablesOf, webService } from './services.js';

/** The web service with a start command of its own. */
export interface RenderWeb {
  readonly service: BlueprintService;
  readonly about: Located;
  /** `undefined` where the command starts no server that is known. */
  readonly server: ServerCommand | undefined;
}

/** The web service; `undefined` where an image brings its command, or no file shows one. */
export const renderWeb = defineFact({
  id: 'render-web',
  needs: { project, blueprint, gunicornFiles },
  derive({ project, blueprint, gunicornFiles }): RenderWeb | undefined {
    const service = webService(project, blueprint);
    if (!blueprint || !service?.start) return undefined;
    return {
      service,
      about: {
        at: service.start.at,
        current: maskSource('', `startCommand: ${service.start.text}`),
        subject: `${blueprint.path}:${service.name}`,
      },
      server: serverIn(invocationsOfLine(service.start.text), {
        project,
        read: gunicornFiles,
        variables: variablesOf(service),
        directory: service.root,
      }),
    };
  },
});
