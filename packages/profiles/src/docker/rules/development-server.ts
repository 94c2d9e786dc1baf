/** Django's development server, or a server that reloads on change, as what production starts. */
import {
  defineRule,
  dependencies,
  docs,
  entryPoints,
  minutes,
  type Project,
  project,
  shownLine,
} from '@django-golive/core';
import { serverOf } from '../../files/application-server.js';
import { directoryOf, normalizePath } from '../../files/paths.js';
import { lineAt } from '../../files/shown-line.js';
import { type Container, containers } from '../containers.js';
import { serverStart } from '../server-start.js';
import type { StartedProgram } from '../start-programs.js';

export const developmentServer = defineRule({
  id: 'docker/development-server',
  title: 'The container starts a development server',
  sound: 'The container starts a server that is made for production',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(30),
  risk: 'One process that was never hardened answers everybody; it restarts on every file change and serves static files only in debug mode.',
  references: [docs('ref/django-admin', 'runserver'), docs('howto/deployment/wsgi')],
  since: '0.1.0',
  needs: { project, containers, dependencies, entryPoints },
  problems: {
    runserver: '`{name}` starts `{command}`.',
    reload: '`{name}` starts {server} with {option}.',
    otherwise: '`{name}` starts `{command}` unless {variables} is given, which `{path}` does not do.',
  },
  questions: {
    otherwise: '`{name}` starts `{command}` where {variables} is not given. Does production give it?',
    unsure: '`{path}` starts a development environment. Is it what production starts?',
  },
  when: ({ containers }) => containers.passedOver !== undefined || containers.all.some(({ django }) => django),
  *check({ project, containers, dependencies, entryPoints }, { problem, question }) {
    const declared = dependencies.get('gunicorn') !== undefined;
    for (const container of containers.all) {
      const { name, django, server, main, variables, start, service } = container;
      if (!django || !server || !main) continue;
      const about = lineAt(project, main.at, `${name}:server`);
      const asgi = server.workerClass?.text.includes('uvicorn') || /asgi/.test(server.application?.text ?? '');
      if (server.server === 'runserver') {
        // Imports start beside manage.py, wherever the container starts.
        const below = directoryOf(main.invocation.word.text);
        const home = normalizePath(`${container.directory ?? ''}/${below.startsWith('/') ? '' : below}`) ?? '';
        const path = project.paths.find(
          (one) => /(^|\/)wsgi\.py$/.test(one) && (home === '' || one.startsWith(`${home}/`)),
        );
        const module = path?.slice(home === '' ? 0 : home.length + 1);
        // manage.py may be the only one that names the settings.
        const named = variables.some((one) => one.name === 'DJANGO_SETTINGS_MODULE') || namesSettings(project, path);
        const settings = named ? undefined : entryPoints.all.find((one) => one.role === 'manage')?.module;
        yield {
          ...problem('runserver', about, {
            name,
            command: commandOf(main),
          }),
          // In a branch of a script another start may be the real one.
          confidence: main.invocation.conditional ? 'tentative' : containers.confidence,
          remedy: {
            summary: declared ? 'Start gunicorn.' : 'Start gunicorn, and add it to the dependencies.',
            ...(module === undefined
              ? {}
              : serverStart(project, main.at, {
                  application: `${module.replace(/\.py$/, '').replaceAll('/', '.')}:application`,
                  directory: below.startsWith('/') ? '' : below,
                  settings,
                  entrypoint: isHandedOn(container),
                  port: portOf(main),
                })),
          },
        };
        continue;
      }
      // One of several branches is taken for what starts; where nothing is given, it is another one.
      const other = start.programs.find(
        ({ ungiven, invocation }) => ungiven?.runs && serverOf(invocation)?.server === 'runserver',
      );
      if (other) {
        const told = {
          name,
          command: commandOf(other),
          variables: other.ungiven?.variables.map((one) => `\`${one}\``).join(' and ') || 'a command',
        };
        const where = lineAt(project, other.at, `${name}:otherwise`);
        if (service?.envFiles.every(({ present }) => present))
          yield { ...problem('otherwise', where, { ...told, path: service.at.path }), confidence: 'tentative' };
        else yield question('otherwise', where, told);
      }
      if (server.reload && server.reload.text !== 'false') {
        yield {
          ...problem('reload', about, {
            name,
            server: server.server,
            option: asgi ? '`--reload`' : `\`${server.reload.text}\``,
          }),
          confidence: containers.confidence,
          remedy: { summary: 'Take the reload option away.' },
        };
      }
    }
    const [service] = containers.passedOver?.services ?? [];
    if (service && containers.all.length === 0)
      yield question('unsure', lineAt(project, service.at, 'development'), { path: service.at.path });
  },
});

const commandOf = ({ invocation: { args } }: StartedProgram): string =>
  shownLine(['manage.py', ...args.map((word) => word.text)].join(' '));

/** The port that follows `runserver`, or its own. */
function portOf({ invocation: { args } }: StartedProgram): string {
  const ports = args.map(({ text }) => /^(?:[^\s/=]*:)?(\d{2,5})$/.exec(text)?.[1]);
  return ports.find((port) => port !== undefined) ?? '8000';
}

/** Whether the command is only what an entrypoint with Python or manage.py in it is given: another server would be as well. */
function isHandedOn({ image, main, service }: Container): boolean {
  const entrypoint = service?.entrypoint ?? image?.entrypoint;
  const command = service?.command ?? (service?.entrypoint ? undefined : image?.command);
  return (
    entrypoint !== undefined &&
    command !== undefined &&
    main?.script === undefined &&
    /\bpython[\d.]*\b|\bmanage\.py\b/.test(entrypoint.text)
  );
}

/** Whether a file says which settings it loads, or that cannot be seen. */
function namesSettings(project: Project, path: string | undefined): boolean {
  const text = path === undefined ? undefined : project.file(path)?.text;
  return text === undefined || /SETTINGS_MODULE|settings\.configure|configurations|load_dotenv|environ/.test(text);
}
