/** How the project runs on Railway, as far as the files say: variables and volumes stand in the dashboard. */
import type { Deployment, Location, Process, Project, Trait } from '@django-golive/core';
import { codeUnseenIn } from '../docker/foreign-code.js';
import { repositoryRoot } from '../files/container-image.js';
import { documentedNames } from '../files/documented-names.js';
import type { GunicornReader } from '../files/gunicorn-config.js';
import { invocationsOfLine } from '../files/invocation.js';
import type { RailwayConfig } from '../files/railway-config.js';
import { type NamedCommand, processOf } from '../platform/process.js';
import type { RailwayStart } from './start.js';
import { imageVariables } from './start.js';

// https://docs.railway.com/variables/reference
const serviceVariables = {
  PORT: undefined,
  RAILWAY_PUBLIC_DOMAIN: undefined,
  RAILWAY_PRIVATE_DOMAIN: undefined,
  RAILWAY_PROJECT_ID: undefined,
  RAILWAY_PROJECT_NAME: undefined,
  RAILWAY_ENVIRONMENT_ID: undefined,
  RAILWAY_ENVIRONMENT_NAME: undefined,
  RAILWAY_SERVICE_ID: undefined,
  RAILWAY_SERVICE_NAME: undefined,
  RAILWAY_DEPLOYMENT_ID: undefined,
  RAILWAY_REPLICA_ID: undefined,
};

/** The deployment. */
export function railwayDeployment(
  project: Project,
  config: RailwayConfig | undefined,
  start: RailwayStart | undefined,
  read: GunicornReader,
): Deployment {
  const image = start?.image;
  const brought = imageVariables(image);
  const process = (given: NamedCommand): Process => ({
    ...processOf(given, brought, project, image ? undefined : '', read),
    ...(image ? codeUnseenIn(image) : {}),
    variablesUnseen: true,
  });
  const root = image ? repositoryRoot(image) : '/app';
  const traits = new Map<Trait, Location | undefined>([
    ['tls-at-proxy', undefined],
    ['redirects-to-https', undefined],
    ['host-validated', undefined],
    ['ephemeral-disk', undefined],
  ]);
  return {
    target: 'railway',
    processes: [
      ...(start
        ? [
            process({
              name: 'web',
              command: start.text,
              at: start.at,
              invocations: start.invocations,
              place: () => start.at,
            }),
          ]
        : []),
      ...(config?.preDeploy
        ? [
            process({
              name: 'release',
              command: config.preDeploy.text,
              at: config.preDeploy.at,
              invocations: invocationsOfLine(config.preDeploy.text),
              place: () => config.preDeploy?.at ?? config.at,
            }),
          ]
        : []),
    ],
    platformVariables: serviceVariables,
    documented: documentedNames(project),
    traits,
    volumes: [],
    volumesUnseen: true,
    ...(root === undefined ? {} : { root }),
  };
}
