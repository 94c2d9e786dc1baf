/** What starts the service: its own configuration, then the Procfile, then the image. */
import { defineFact, type GivenVariable, type Location, type Project, project } from '@django-golive/core';
import { startOf } from '../docker/start-programs.js';
import type { ServerCommand } from '../files/application-server.js';
import { type ContainerImage, imageOf } from '../files/container-image.js';
import { roleOf } from '../files/django-command.js';
import { readDockerfile } from '../files/dockerfile.js';
import { gunicornFiles } from '../files/gunicorn-config.js';
import { type Invocation, invocationsOfLine } from '../files/invocation.js';
import { type Procfile, procfile } from '../files/procfile.js';
import { type RailwayConfig, railwayConfig } from '../files/railway-config.js';
import { serverIn } from '../platform/process.js';

/** The command that starts the service. */
export interface RailwayStart {
  readonly text: string;
  readonly at: Location;
  readonly invocations: readonly Invocation[];
  /** The key or line that says so, for a remedy: `startCommand`, `web`; none where the image does. */
  readonly key: 'startCommand' | 'web' | undefined;
  readonly image: ContainerImage | undefined;
  /** The server, where the command starts one that is known. */
  readonly server: ServerCommand | undefined;
}

/** What starts the service; `undefined` where no file shows it. */
export const railwayStart = defineFact({
  id: 'railway-start',
  needs: { project, procfile, railwayConfig, gunicornFiles },
  derive({ project, procfile, railwayConfig, gunicornFiles }): RailwayStart | undefined {
    const start = startIn(project, procfile.found, railwayConfig);
    const variables = start ? imageVariables(start.image) : [];
    return start && { ...start, server: serverIn(start.invocations, { project, read: gunicornFiles, variables }) };
  },
});

function startIn(
  project: Project,
  procfile: Procfile | undefined,
  railwayConfig: RailwayConfig | undefined,
): Omit<RailwayStart, 'server'> | undefined {
  const image = railwayImage(project, railwayConfig);
  if (railwayConfig?.start) {
    const { text, at } = railwayConfig.start;
    return { text, at, invocations: invocationsOfLine(text), key: 'startCommand', image };
  }
  const web = image ? undefined : procfile?.entry('web');
  if (web) return { text: web.command, at: web.at, invocations: web.invocations, key: 'web', image: undefined };
  const start = image && startOf(project, image, undefined);
  const main =
    start?.programs.findLast(({ invocation }) => !invocation.conditional && roleOf(invocation) === 'web') ??
    start?.programs.at(-1);
  if (!main || start?.opaque) return undefined;
  const { word, args } = main.invocation;
  return {
    text: [word, ...args].map(({ text }) => text).join(' '),
    at: main.at,
    invocations: [main.invocation],
    key: undefined,
    image,
  };
}

/** What the image gives. */
export function imageVariables(image: ContainerImage | undefined): readonly GivenVariable[] {
  return [...(image?.variables.values() ?? [])].map((variable) => ({
    ...variable,
    by: `\`ENV\` of \`${image?.dockerfile.path ?? ''}\``,
  }));
}

/** Railway builds a Dockerfile wherever it finds one at the place it looks. */
export function railwayImage(project: Project, config: RailwayConfig | undefined): ContainerImage | undefined {
  const file = project.file(config?.dockerfile ?? 'Dockerfile');
  const dockerfile = file && readDockerfile(file);
  return dockerfile ? imageOf(project, dockerfile, { context: '' }) : undefined;
}
