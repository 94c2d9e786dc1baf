/** Django's development server as what the server keeps running. */
import { defineRule, docs, minutes, type Project, project } from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { services } from '../../own-server/services.js';

export const developmentServer = defineRule({
  id: 'nginx-gunicorn/development-server',
  title: 'The service starts the development server',
  sound: 'The service starts a server that is made for production',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(30),
  risk: 'One process that was never hardened answers everybody; it restarts on every file change and serves static files only in debug mode.',
  references: [docs('ref/django-admin', 'runserver'), docs('howto/deployment/wsgi/gunicorn')],
  since: '0.1.0',
  needs: { project, services },
  problems: { runserver: '`{name}` starts `manage.py runserver`.' },
  when: ({ services }) => services.some(({ server }) => server !== undefined),
  *check({ project, services }, { problem }) {
    for (const { name, server, at, manager, command, directory } of services) {
      if (server?.server !== 'runserver') continue;
      const application = applicationBeside(project);
      yield {
        ...problem('runserver', lineAt(project, at, `${name}:server`), { name }),
        remedy: {
          summary: `Start gunicorn at a socket that nginx passes to${application === undefined ? '; `config` stands for your package' : ''}.`,
          code: `${manager === 'systemd' ? 'ExecStart' : 'command'}=${programs(command)}/gunicorn ${place(command, directory?.text)}${application ?? 'config.wsgi'}:application --bind unix:/run/app/gunicorn.sock`,
          language: 'ini',
          path: at.path,
          place: 'instead',
        },
      };
    }
  },
});

/** The directory of the programs that the service starts its Python from. */
function programs(command: string): string {
  return /(\/[\w./@-]+\/bin)\/python[\d.]*\s/.exec(command)?.[1] ?? '/srv/app/venv/bin';
}

/** Where `manage.py` lies, as far as the service does not start there anyway: the package is imported from it. */
function place(command: string, directory: string | undefined): string {
  const [, own] = /\s(\/[\w./@-]+)\/manage\.py\s/.exec(command) ?? [];
  return own === undefined || own === directory?.replace(/\/+$/, '') ? '' : `--chdir ${own} `;
}

/** `shop.wsgi`, where one `wsgi.py` is in a package beside the one `manage.py`. */
function applicationBeside({ paths }: Project): string | undefined {
  const [manage, ...others] = paths.filter((path) => /(^|\/)manage\.py$/.test(path));
  if (manage === undefined || others.length > 0) return undefined;
  const home = manage.slice(0, -'manage.py'.length);
  const found = paths.filter((path) => path.startsWith(home) && /^\w+\/wsgi\.py$/.test(path.slice(home.length)));
  return found.length === 1 ? found[0]?.slice(home.length, -'.py'.length).replace('/', '.') : undefined;
}
