/** The server that visitors reach, with the line that starts it. */
import { defineFact, type Located, maskSource, project } from '@django-golive/core';
import { startOf } from '../docker/start-programs.js';
import { type ServerCommand, serverOf } from '../files/application-server.js';
import { flyConfig } from '../files/fly-config.js';
import { invocationsOfLine } from '../files/invocation.js';
import { serverIn } from '../platform/process.js';
import { flyImage } from './image.js';

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
  needs: { project, flyConfig, flyImage },
  derive({ project, flyConfig, flyImage }): FlyWeb | undefined {
    if (!flyConfig) return undefined;
    const given = new Set([...flyConfig.variables.map(({ name }) => name), ...(flyImage?.variables.keys() ?? [])]);
    const { served } = flyConfig;
    const group = flyConfig.processes.find(({ name }) => served.length === 0 || served.includes(name));
    if (flyConfig.processes.length > 0) {
      const server = group && serverIn(invocationsOfLine(group.text));
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
    const server = main && serverOf(main.invocation);
    return main && server ? { about: { at: main.at, subject: 'fly:web' }, server, given } : undefined;
  },
});
