/** The server that visitors reach, with the line that starts it. */
import { defineFact, type Located, maskSource, project } from '@django-golive/core';
import { startOf } from '../docker/start-programs.js';
import { type ServerCommand, serverOf } from '../files/application-server.js';
import { flyConfig } from '../files/fly-config.js';
import { gunicornFiles } from '../files/gunicorn-config.js';
import { invocationsOfLine } from '../files/invocation.js';
import { serverIn } from '../platform/process.js';
import { flyImage } from './image.js';
import { machineVariablesOf } from './machine-variables.js';

/** The web process. */
export interface FlyWeb {
  readonly about: Located;
  readonly server: ServerCommand;
  /** Variables that fly.toml and the image give it. */
  readonly given: ReadonlySet<string>;
}

/** The web process; `undefined` where the files do not show which server it is. */
export const flyWeb = defineFact({
  id: 'fly-web',
  needs: { project, flyConfig, flyImage, gunicornFiles },
  derive({ project, flyConfig, flyImage, gunicornFiles }): FlyWeb | undefined {
    if (!flyConfig) return undefined;
    const variables = machineVariablesOf(flyConfig, flyImage);
    const given = new Set(variables.map(({ name }) => name));
    const place = { project, read: gunicornFiles, variables };
    const { served } = flyConfig;
    const group = flyConfig.processes.find(({ name }) => served.length === 0 || served.includes(name));
    if (flyConfig.processes.length > 0) {
      const server = group && serverIn(invocationsOfLine(group.text), place);
      return group && server
        ? {
            about: { at: group.at, current: maskSource('', group.text), subject: `fly.toml:processes:${group.name}` },
            server,
            given,
          }
        : undefined;
    }
    const start = flyImage && startOf(project, flyImage, undefined);
    const main = start?.programs.findLast(({ invocation }) => !invocation.conditional && serverOf(invocation));
    const server = main && serverIn([main.invocation], place);
    return main && server ? { about: { at: main.at, subject: 'fly:web' }, server, given } : undefined;
  },
});
