/** What is to be done before, during and after a deployment with containers, in this project's own names. */
import {
  apps,
  type ChecklistItem,
  choosingVariables,
  defineChecklist,
  deployment,
  features,
  project,
  settings,
  stringOf,
} from '@django-golive/core';
import { item } from '../checklist-item.js';
import { celeryApplication, firstAdministrator, servedApplication } from '../checklist-steps.js';
import { managementCommandOf } from '../files/django-command.js';
import { openedFilesStep } from '../opened-files.js';
import { publicHosts } from '../public-hosts.js';
import { shellWord } from '../shell-word.js';
import { takesUploads } from '../uploads.js';
import { isCollectedByWorkflow } from './collected-by-workflow.js';
import { composeCommand, imageNameOf } from './commands.js';
import { containers } from './containers.js';
import { dataServices, dumpCommands } from './data-services.js';
import { dockerfiles } from './dockerfiles.js';
import { hostSteps, restartStep } from './host-steps.js';
import { imageSteps } from './kept-image.js';
import { reverseProxy } from './reverse-proxy.js';
import { takenEnvFile } from './rules/env-file-copied.js';
import { runCommands } from './run-commands.js';
import { staleVolume } from './stale-volume.js';
import { forSwarm, stackOf } from './swarm.js';
import { variablesStep } from './variables-step.js';

/** Docker's checklist. */
export const dockerChecklist = defineChecklist(
  { apps, project, settings, deployment, features, containers, dockerfiles, reverseProxy },
  ({
    apps,
    project,
    settings,
    deployment,
    features,
    containers,
    dockerfiles,
    reverseProxy,
  }): readonly ChecklistItem[] => {
    const { compose } = containers;
    const web =
      containers.all.find(({ django, role }) => django && role === 'web') ??
      containers.all.find(({ django }) => django);
    const image = shellWord(`${project.name.toLowerCase().replace(/[^a-z0-9._-]+/g, '-') || 'app'}:release`);
    const docker = compose ? composeCommand(compose) : undefined;
    const service = shellWord(web?.name ?? 'web');
    const flag = settings.module === '' ? '' : ` --settings=${shellWord(settings.module)}`;
    const { manage, once, check, migrated } = runCommands(project, web, docker ?? image, docker !== undefined);
    const stays = !docker || web?.service?.restart !== undefined;
    const [host] = publicHosts(settings);
    const workers = containers.all
      .filter(({ django, role }) => django && (role === 'worker' || role === 'beat'))
      .map(({ name }) => name);
    const stale = web && staleVolume(web, settings, deployment.root);
    const celery = features.uses('celery') && celeryApplication(project, settings);
    const collects =
      web?.start.programs.some(({ invocation }) => managementCommandOf(invocation)?.name === 'collectstatic') ||
      web?.image?.instructions.some(({ keyword, text }) => keyword === 'RUN' && text.includes('collectstatic')) ||
      isCollectedByWorkflow(project);
    // What a container writes of its own goes with it, and one that only collects is gone at once.
    const collectedIsLost =
      stringOf(settings.get('STATIC_ROOT').value) !== undefined && (web?.service?.mounts.length ?? 0) === 0;
    const dumps = dumpCommands(compose, docker);
    // One that only installs starts nothing, and is built all the same.
    const built = web?.image ?? (web ? undefined : dockerfiles.production);
    const build =
      built && `docker build -f ${shellWord(built.dockerfile.path)} -t ${image} ${shellWord(built.context || '.')}`;
    const pulled = web?.service?.image !== undefined && !web.service.build;
    const uploads = takesUploads(features, apps, settings);
    const kept = [
      // A file that a missing variable falls back to is not what production should keep.
      ...(features.uses('sqlite') && choosingVariables(settings).length === 0 ? ['The SQLite database'] : []),
      ...(uploads ? [features.uses('sqlite') ? 'what visitors upload' : 'What visitors upload'] : []),
    ];
    const application = servedApplication(deployment, settings);
    const exposed = web?.image?.instructions
      .filter(({ keyword }) => keyword === 'EXPOSE')
      .flatMap(({ text }) => /^\s*(\d+)/.exec(text)?.[1] ?? [])
      .at(-1);
    // Compose builds what it lacks; an image by itself is there only once it is built.
    const inImage = (phase: ChecklistItem['phase']): readonly ChecklistItem[] => [
      item(
        'user',
        phase,
        'The application does not run as root.',
        docker
          ? [`${docker} run --rm${web?.service?.build ? ' --build' : ''} --entrypoint id ${service}`]
          : [`docker run --rm --entrypoint id ${image}`],
        ['docker/runs-as-root'],
        ['docker/host-access'],
      ),
      item('deploy-check', phase, "Django's own deployment check passes with the environment of production.", [
        `${web?.service?.build ? check.replace(' run --rm ', ' run --rm --build ') : check} check --deploy${flag}`,
      ]),
    ];
    const proofs = [
      'docker/secret-in-image',
      'docker/env-file-copied',
      ...(compose ? ['docker/secret-in-compose', 'docker/secret-fallback-in-compose'] : []),
    ];
    const taking = takenEnvFile(project, containers.all);
    const published = web?.service?.ports.find(({ published }) => /^\d+$/.test(published ?? ''))?.published;
    const steps = hostSteps(project, settings, { docker, port: docker ? published : exposed, proxy: reverseProxy });
    const images = imageSteps(
      compose && web?.service ? shellWord(imageNameOf(project, compose, web.service)) : image,
      docker,
    );
    const items: (ChecklistItem | undefined)[] = [
      steps.dns,
      web
        ? undefined
        : item(
            'dockerfile',
            'before',
            built
              ? `\`${built.dockerfile.path}\`, which starts nothing yet, starts a server${application ? ` for \`${application}\`` : ''}, as a user of its own.`
              : `A Dockerfile is written that installs the packages and starts a server${application ? ` for \`${application}\`` : ''}, as a user of its own.`,
          ),
      item(
        'start',
        'before',
        'The container starts a server for production, on an address that others reach.',
        [],
        // Behind a program that cannot be followed another server may start.
        web?.server && !web.start.opaque ? ['docker/development-server', 'docker/loopback-bind'] : [],
        ['docker/development-server', 'docker/loopback-bind'],
      ),
      item(
        'secrets',
        'before',
        `${compose ? 'Neither Dockerfile nor Compose file spells out a secret' : 'The Dockerfile spells out no secret'}, and no environment file lies where the image copies from${taking ? `: its \`COPY\` takes all, and no \`.dockerignore\` leaves \`${taking}\` out` : ''}.`,
        [],
        // A `.env` that lies where the image is built is in no repository.
        taking ? [] : proofs,
        proofs,
      ),
      steps.engine,
      steps.code,
      openedFilesStep(
        settings,
        'keep it on the host, and let a secret of Compose or a volume bring it to where the container opens it',
      ),
      variablesStep(project, settings, web, docker),
      images.keep,
      ...(docker ? inImage('before') : []),
      dataServices(compose).length === 0
        ? undefined
        : item(
            'data-services',
            'before',
            'Databases keep their data on volumes, are not told to let everybody in, and are not published.',
            [],
            ['docker/database-volume-missing', 'docker/database-without-password', 'docker/database-port-published'],
            ['docker/postgres-volume-misplaced'],
          ),
      kept.length > 0
        ? item(
            'volumes',
            'before',
            `${kept.join(' and ')} ${kept.length > 1 ? 'lie' : 'lies'} on a volume.`,
            docker ? [`${docker} config --volumes`] : [],
            ['docker/data-in-container'],
          )
        : undefined,
      collects || !collectedIsLost
        ? undefined
        : item(
            'collectstatic',
            'before',
            `The Dockerfile collects the static files, as neither it nor the start does yet: \`RUN ${manage} collectstatic --noinput\`, with stand-ins for the variables that the settings demand.`,
          ),
      dumps.length === 0
        ? undefined
        : item(
            'backup',
            'during',
            'Where an earlier version runs: back the database up before the new one touches it.',
            dumps,
          ),
      item(
        'build',
        'during',
        `${pulled ? 'Pull the image that was built' : 'Build the image'} from current base images.`,
        docker && (web?.service || !build)
          ? [`${docker} ${web?.service?.build ? 'build --pull' : 'pull'}`]
          : [(build ?? `docker build -t ${image} .`).replace('docker build', 'docker build --pull')],
        [],
      ),
      ...(docker ? [] : inImage('during')),
      item(
        'migrate',
        'during',
        `Migrate the database once, not in every container.${migrated}`,
        [`${once} migrate --noinput`],
        [],
        ['docker/database-emptied-at-start', 'docker/migrations-in-every-container', 'docker/makemigrations-at-start'],
      ),
      collects || collectedIsLost
        ? undefined
        : item('collectstatic', 'during', 'Collect static files: neither the image nor its start does.', [
            `${once} collectstatic --noinput`,
          ]),
      stale === undefined
        ? undefined
        : item(
            'static-volume',
            'during',
            `Collect the static files into the volume \`${stale.source}\` too: it hides those of a newer image.`,
            [`${once} collectstatic --noinput`],
          ),
      celery === undefined || workers.length > 0
        ? undefined
        : item(
            'worker',
            'during',
            `A ${docker ? 'service' : 'container'} of the same image runs \`celery -A ${celery} worker\`, as none does yet, and one more \`celery -A ${celery} beat\` where there is a schedule.`,
          ),
      docker
        ? item(
            'up',
            'during',
            `Start ${workers.length > 0 ? `all services, ${workers.map((name) => `\`${name}\``).join(' and ')} among them` : 'the services'}, and wait until they are healthy.`,
            [`${docker} up -d --wait --remove-orphans`],
            [],
            ['docker/service-at-localhost', 'docker/health-check-refused'],
          )
        : item(
            'up',
            'during',
            'Start the container, so that it comes back after a restart, with its port open to the proxy alone.',
            exposed === undefined
              ? []
              : [
                  `docker run -d --name ${shellWord(project.name)} --restart unless-stopped --env-file .env -p 127.0.0.1:${exposed}:${exposed} ${image}`,
                ],
            [],
            ['docker/health-check-refused'],
          ),
      firstAdministrator(settings, [
        `${docker ? once : once.replace('docker run --rm', 'docker run --rm -it')} createsuperuser`,
      ]),
      steps.firewall,
      steps.tls,
      docker
        ? item('healthy', 'after', 'Every service runs, and the logs are quiet.', [
            `${docker} ps`,
            `${docker} logs --since 5m`,
          ])
        : item('healthy', 'after', 'The container runs, and its log is quiet.', [
            `docker ps --filter ancestor=${image}`,
          ]),
      item(
        'answers',
        'after',
        'The site answers over HTTPS, and plain HTTP leads there.',
        host === undefined ? [] : [`curl -sI https://${host}/`, `curl -sI http://${host}/`],
      ),
      item(
        'ports',
        'after',
        'Only the ports of the proxy are open on the host.',
        ['sudo ss -tlnp'],
        [],
        ['docker/database-port-published'],
      ),
      restartStep(project, docker, stays, web?.name),
      images.scan,
      images.rollback,
    ];
    const list = items.filter((entry) => entry !== undefined);
    const stack = stackOf(project, compose);
    return docker && stack !== undefined ? forSwarm(list, stack, docker, compose?.paths ?? []) : list;
  },
);
