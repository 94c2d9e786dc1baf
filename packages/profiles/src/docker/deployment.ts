/** How the project runs in containers, in the words that the settings reader and core's rules understand. */
import {
  caddyLabelIn,
  type Deployment,
  deployment,
  type Location,
  type Process,
  type Project,
  type Provider,
  project,
  provide,
  shownLine,
  type Trait,
} from '@django-golive/core';
import { applicationOf } from '../files/application-name.js';
import { isLoopback } from '../files/compose-port.js';
import { repositoryRoot } from '../files/container-image.js';
import { managementCommandOf, roleOf } from '../files/django-command.js';
import { documentedNames } from '../files/documented-names.js';
import { workerClassOf } from '../files/gunicorn-config.js';
import { uwsgiVariables } from '../files/uwsgi-variables.js';
import { collectstaticAtBuild } from './build-commands.js';
import { isForDevelopment, isPublic } from './container-purpose.js';
import { type Container, type Containers, containers } from './containers.js';
import { codeUnseenIn } from './foreign-code.js';
import { healthCheckOf } from './health-check.js';
import { leftOut } from './left-out.js';
import { type ReverseProxy, reverseProxy } from './reverse-proxy.js';

/** Provides `deployment` for containers. */
export const dockerDeployment: Provider = provide(
  deployment,
  { project, containers, reverseProxy },
  ({ project, containers, reverseProxy }): Deployment => {
    const own = containers.all.filter((container) => container.django);
    const web = own.find((container) => container.role === 'web');
    const check = web && healthCheckOf(web);
    const root = web?.image && repositoryRoot(web.image);
    return {
      target: 'docker',
      processes: own.flatMap((container) => processOf(project, container)),
      platformVariables: {},
      documented: documentedNames(project),
      traits: traitsOf(project, web, containers, reverseProxy),
      volumes: [
        ...new Set([
          ...(web?.service?.mounts ?? [])
            .filter((mount) => mount.kind === 'volume' || mount.kind === 'bind')
            .map((mount) => mount.target),
        ]),
      ],
      ...(containers.all.some(({ image }) => image) ? { files: filesOf(containers) } : {}),
      ...imagesOf(own),
      leftOut: leftOut(project, web?.image, web?.service?.mounts).filter((path) => !isServedWith(containers, path)),
      ...(check?.failsOnRefusal ? { healthCheck: { host: check.host, at: check.at } } : {}),
      ...(root === undefined ? {} : { root }),
      ...(web?.image ? { collectstatic: collectstaticAtBuild(project, web) } : {}),
    };
  },
);

/** The stages that services are built to: an image by itself is built as a platform's settings say, which nobody sees here. */
function imagesOf(containers: readonly Container[]): Pick<Deployment, 'images'> {
  const built = containers.flatMap(({ service, image }) => (service?.build && image ? image.stage.at : []));
  return built.length === 0 ? {} : { images: built };
}

/** Whether a Compose file that was passed over hands a file of variables to a server that is made for production. */
function isServedWith({ all, passedOver }: Containers, path: string): boolean {
  const built = all.flatMap(({ image }) => image?.dockerfile.path ?? []);
  return (passedOver?.services ?? []).some(
    ({ build, command, envFiles }) =>
      envFiles.some((file) => file.path === path) &&
      (command
        ? /\b(gunicorn|uvicorn|daphne|hypercorn|granian|uwsgi)\b/.test(command.text) && !/--reload\b/.test(command.text)
        : build?.dockerfile !== undefined && built.includes(build.dockerfile)),
  );
}

/** What the containers are started from and built of: other files of the kind are for other places. */
function filesOf({ all, compose }: Containers): readonly string[] {
  return [...new Set([...(compose?.paths ?? []), ...all.flatMap(({ image }) => image?.dockerfile.path ?? [])])];
}

function processOf(project: Project, container: Container): readonly Process[] {
  const { role, main } = container;
  if (role === undefined) return [];
  const own = uwsgiVariables(project, container.server);
  const variables = [...container.variables.filter(({ name }) => own.every((one) => one.name !== name)), ...own];
  const module = variables.find((variable) => variable.name === 'DJANGO_SETTINGS_MODULE');
  const flag = container.server?.settings ?? (main && managementCommandOf(main.invocation)?.settings);
  const application = container.server && applicationOf(project, container.server);
  const settings =
    flag?.literal && main
      ? { module: flag.text, at: flag.at ?? main.at }
      : module?.value !== undefined
        ? { module: module.value, at: module.at }
        : undefined;
  const process: Process = {
    name: container.name,
    role,
    at: main?.at ?? container.at,
    variables,
    ...(container.service?.envFiles.some(({ present }) => !present) ? { variablesUnseen: true } : {}),
    ...(main
      ? { command: shownLine([main.invocation.word, ...main.invocation.args].map((word) => word.text).join(' ')) }
      : {}),
    ...(application === undefined ? {} : { application }),
    ...(settings ? { settings } : {}),
    ...workerClassOf(container.server),
    ...codeUnseenIn(container.image),
    ...(container.directory === undefined ? {} : { directory: container.directory }),
  };
  const release = container.start.programs.flatMap((program): Process[] => {
    const command = managementCommandOf(program.invocation);
    if (!command || program === main || !/^(migrate|collectstatic)$/.test(command.name)) return [];
    return [
      {
        ...besideServer(container, process),
        name: `${container.name}: ${command.name}`,
        role: 'release',
        at: program.at,
        command: `${command.invocation.program} ${command.name}`,
        ...(command.settings?.literal ? { settings: { module: command.settings.text, at: program.at } } : {}),
      },
    ];
  });
  return [process, ...release, ...keptUp(container, process)];
}

/** What another program of the container has in common with its server: not the application, and nothing that the server's own options or file give. */
function besideServer({ variables }: Container, process: Process): Process {
  const { application: _served, settings: _named, workerClass: _workers, ...rest } = process;
  const module = variables.find(({ name }) => name === 'DJANGO_SETTINGS_MODULE');
  return {
    ...rest,
    variables,
    ...(module?.value === undefined ? {} : { settings: { module: module.value, at: module.at } }),
  };
}

/** What supervisord or a shell with `&` keeps up in the same container, beside the main program. */
function keptUp(container: Container, process: Process): readonly Process[] {
  return container.start.programs.flatMap((program): Process[] => {
    const { word, args, background, conditional } = program.invocation;
    const beside = program.supervised !== undefined || background || container.main?.invocation.background;
    const role = beside && !conditional && program !== container.main ? roleOf(program.invocation) : undefined;
    if (role === undefined || (program.supervised === undefined && /^(release|manage)$/.test(role))) return [];
    return [
      {
        ...besideServer(container, process),
        name: `${container.name}: ${program.supervised ?? program.invocation.program}`,
        role,
        at: program.at,
        command: shownLine([word, ...args].map(({ text }) => text).join(' ')),
      },
    ];
  });
}

function traitsOf(
  project: Project,
  web: Container | undefined,
  { compose, confidence }: Containers,
  proxy: ReverseProxy | undefined,
): ReadonlyMap<Trait, Location | undefined> {
  const traits = new Map<Trait, Location | undefined>();
  if (!web) return traits;
  if (web.service?.networkMode !== 'host') traits.set('containers', web.at);
  traits.set('ephemeral-disk', web.at);
  if (compose && isPublic(project, compose)) traits.set('certificate-ordered', web.at);
  if (proxy) {
    traits.set('tls-at-proxy', proxy.service.at);
    if (/^(nginx|caddy)$/.test(proxy.kind) && proxy.files.length > 0 && !proxy.tls)
      traits.set('tls-unseen', proxy.service.at);
    if (proxy.redirects) traits.set('redirects-to-https', proxy.redirects);
    if (proxy.servesStatic) traits.set('serves-static', proxy.servesStatic);
    if (proxy.servesMedia) traits.set('serves-media', proxy.servesMedia);
  }
  // The proxy that reads such labels may be started elsewhere, for several sites at once.
  const labelled = proxy ? undefined : caddyLabelIn((compose?.paths ?? []).flatMap((path) => project.file(path) ?? []));
  if (labelled) {
    traits.set('tls-at-proxy', labelled);
    traits.set('redirects-to-https', labelled);
  }
  // A port for this machine alone is reached by visitors only through a server of the host.
  const ports = web.service?.ports.filter((port) => port.published !== undefined) ?? [];
  const [local] = ports;
  const trusted = web.server?.forwardedAllowIps;
  // What the server believes of that one may stand in a file or a variable whose value is not in the repository.
  const open =
    (web.server?.config !== undefined && !web.server.file) ||
    trusted?.at !== undefined ||
    web.server?.file?.get('secure_scheme_headers') !== undefined ||
    web.variables.some(({ name }) => name === 'GUNICORN_CMD_ARGS' || name === 'FORWARDED_ALLOW_IPS');
  if (!proxy && local && ports.every((port) => isLoopback(port.host)) && !open && !speaksTls(web)) {
    traits.set('behind-host-server', local.at);
  }
  const variable = web.variables.find((item) => item.name === 'FORWARDED_ALLOW_IPS');
  if (web.server && /^(gunicorn|uvicorn)$/.test(web.server.server)) {
    if (trusted?.text === '*') traits.set('forwarded-proto-trusted', trusted.at ?? web.main?.at);
    else if (!trusted && variable?.value === '*') traits.set('forwarded-proto-trusted', variable.at);
  }
  const reached = web.service?.ports.filter((port) => port.published !== undefined && !isLoopback(port.host)) ?? [];
  const published = reached.find((port) => !port.host?.includes('$')) ?? reached[0];
  // A port that a developer's server opens says nothing of the one in production.
  if (published && (confidence === 'certain' || !isForDevelopment(project, web)))
    traits.set(published.host?.includes('$') ? 'app-port-at-variable' : 'app-port-published', published.at);
  return traits;
}

/** Whether the application server has a certificate of its own. */
function speaksTls({ server }: Container): boolean {
  return ['--certfile', '--ssl-certfile', '--endpoint', '-e', '--https'].some((name) => server?.options.has(name));
}
