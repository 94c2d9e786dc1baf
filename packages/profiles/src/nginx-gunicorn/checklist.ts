/** What is to be done before, during and after a deployment behind nginx, in this project's own names. */
import {
  type ChecklistItem,
  defineChecklist,
  dependencies,
  deployment,
  features,
  project,
  settings,
  stringOf,
} from '@django-golive/core';
import { item } from '../checklist-item.js';
import {
  celeryApplication,
  databaseOnServer,
  firstAdministrator,
  manageScript,
  servedApplication,
} from '../checklist-steps.js';
import { isPlaceholderHost } from '../files/placeholder.js';
import { services } from '../own-server/services.js';
import { publicHosts } from '../public-hosts.js';
import { shellWord } from '../shell-word.js';
import { type ServerNames, serverNames } from './server-names.js';
import { nginxSites } from './sites.js';
import { unitText } from './unit-text.js';
import { webApplications } from './web-applications.js';

/** The checklist of nginx with gunicorn. */
export const nginxChecklist = defineChecklist(
  { project, settings, deployment, dependencies, features, nginxSites, services, webApplications },
  ({
    project,
    settings,
    deployment,
    dependencies,
    features,
    nginxSites,
    services,
    webApplications,
  }): readonly ChecklistItem[] => {
    const { main } = webApplications;
    const names: ServerNames = serverNames(project, main);
    const { root, venv, user, unit, start } = names;
    const manage = shellWord(`${root}/${manageScript(project).replace(/^'|'$/g, '')}`);
    const python = `${shellWord(`${venv}/bin/python`)} ${manage}`;
    const as = user === 'root' ? 'sudo' : `sudo -u ${shellWord(user)}`;
    // A shell does not have what systemd reads from the file.
    const run =
      names.environmentFile === undefined
        ? `${as} ${python}`
        : `sudo systemd-run --pty --wait --collect --uid=${shellWord(user)} -p ${shellWord(`EnvironmentFile=${names.environmentFile}`)} -p ${shellWord(`WorkingDirectory=${main?.service?.directory?.text ?? root}`)} ${python}`;
    const flag = settings.module === '' ? '' : ` --settings=${shellWord(settings.module)}`;
    const config = main?.servers[0]?.config.path ?? nginxSites.configs[0]?.path;
    const site = names.site;
    const written = main?.servers.flatMap((server) => server.names.map(({ name }) => name)) ?? [];
    const hosts = written.filter(
      (name) => /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/.test(name) && !isPlaceholderHost(name),
    );
    const domains = [...new Set(hosts.length > 0 ? hosts : publicHosts(settings))];
    const [host] = domains;
    const manifest = dependencies.manifests.find(
      ({ kind, lock, format }) => kind === 'runtime' && !lock && format === 'requirements',
    )?.path;
    const missing = settings.environment
      .filter(({ required, given }) => required && given === undefined)
      .map((variable) => `\`${variable.name}\``);
    const application = servedApplication(deployment, settings);
    const celery = features.uses('celery') ? celeryApplication(project, settings) : undefined;
    const place = (name: string): string | undefined => {
      const text = stringOf(settings.get(name).value);
      return text === undefined || text === '' ? undefined : main?.tree.settingPath(text);
    };
    const media = features.uses('local-media') ? place('MEDIA_ROOT') : undefined;
    const supervised = services.some(({ manager }) => manager === 'supervisor');
    const packages = [
      'nginx python3-venv certbot python3-certbot-nginx',
      ...(supervised ? ['supervisor'] : []),
      ...(features.uses('postgresql') ? ['postgresql libpq-dev'] : []),
      ...(features.uses('mysql') ? ['mysql-server default-libmysqlclient-dev build-essential pkg-config'] : []),
      ...(features.uses('redis') ? ['redis-server'] : []),
    ].join(' ');
    const files = [...new Set(services.map(({ path }) => path))];
    const units = files.filter((path) => path.endsWith('.service'));
    const sockets = project.paths.filter(
      (path) => units.includes(path.replace(/\.socket$/, '.service')) && path.endsWith('.socket'),
    );
    const installed = (path: string): string => (path === main?.service?.path ? unit : (path.split('/').pop() ?? path));
    const enabled = [...sockets.map((path) => path.split('/').pop() ?? path), ...units.map(installed)];
    const items: (ChecklistItem | undefined)[] = [
      item(
        'dns',
        'before',
        `${domains.length > 0 ? domains.map((domain) => `\`${domain}\``).join(' and ') : 'The domain'} ${domains.length > 1 ? 'point' : 'points'} to the server.`,
        domains.map((domain) => `dig +short ${domain}`),
      ),
      item('python', 'before', "The project supports the server's Python.", ['lsb_release -ds', 'python3 --version']),
      item(
        'service',
        'before',
        main?.service
          ? `\`${main.service.path}\` starts the application, as \`${user}\`.`
          : `A unit is written, \`/etc/systemd/system/${unit}\`, that starts ${application === undefined ? 'the application' : `\`${application}\``} with gunicorn.`,
        main?.service ? [] : unitText(names, application),
        main?.service
          ? [
              'nginx-gunicorn/command-invalid',
              'nginx-gunicorn/module-missing',
              'nginx-gunicorn/development-server',
              'nginx-gunicorn/runs-as-root',
            ]
          : [],
      ),
      item(
        'configuration',
        'before',
        config === undefined
          ? `A server of nginx is written, \`/etc/nginx/sites-available/${site}\`: it passes requests to \`${names.address}\` and hands on \`Host\` and \`X-Forwarded-Proto\`.`
          : `\`${config}\` passes requests to where the application server listens, and hands on \`Host\` and \`X-Forwarded-Proto\`.`,
        [],
        [],
        [
          'nginx-gunicorn/upstream-mismatch',
          'nginx-gunicorn/socket-unreachable',
          'nginx-gunicorn/forwarded-headers-missing',
          'nginx-gunicorn/placeholder-left',
        ],
      ),
      item(
        'names',
        'before',
        'Django allows every name that nginx serves.',
        [],
        [],
        ['nginx-gunicorn/server-name-not-allowed'],
      ),
      item(
        'exposed',
        'before',
        'No `root` and no `alias` opens the source to visitors.',
        [],
        [],
        ['nginx-gunicorn/project-exposed', 'nginx-gunicorn/alias-traversal'],
      ),
      item('packages', 'during', 'Install the packages of the distribution.', [
        'sudo apt update',
        `sudo apt install ${packages}`,
      ]),
      item(
        'firewall',
        'during',
        'Let SSH and the web server through, and nothing else.',
        ['sudo ufw allow OpenSSH', "sudo ufw allow 'Nginx Full'", 'sudo ufw enable'],
        [],
        ['nginx-gunicorn/listens-publicly'],
      ),
      user === 'root' || user === 'www-data'
        ? undefined
        : item('user', 'during', `The user \`${user}\` is there.`, [
            `id ${shellWord(user)} || sudo adduser --system --group ${shellWord(user)}`,
          ]),
      item('code', 'during', `The code lies at \`${root}\`, and \`${user}\` may read it.`),
      item('environment', 'during', "Make the virtual environment and install the project's packages.", [
        `python3 -m venv ${shellWord(venv)}`,
        ...(manifest === undefined
          ? []
          : [`${shellWord(`${venv}/bin/pip`)} install -r ${shellWord(`${root}/${manifest}`)}`]),
        ...(names.installs === undefined || dependencies.get(names.installs)
          ? []
          : [`${shellWord(`${venv}/bin/pip`)} install ${names.installs}`]),
      ]),
      missing.length === 0
        ? undefined
        : item(
            'variables',
            'during',
            `The service gets ${missing.join(', ')}${names.environmentFile === undefined ? ' from a file that `EnvironmentFile=` names and that only root and the service can read' : ` from \`${names.environmentFile}\`, which only root and \`${user}\` can read`}.`,
            names.environmentFile === undefined ? [] : [`sudo chmod 640 ${shellWord(names.environmentFile)}`],
            [],
            ['nginx-gunicorn/env-file-syntax'],
          ),
      databaseOnServer(settings),
      item('deploy-check', 'during', "Django's own deployment check passes on the server.", [
        `${run} check --deploy${flag}`,
      ]),
      item('migrate', 'during', 'Migrate the database.', [`${run} migrate --noinput${flag}`]),
      item(
        'collectstatic',
        'during',
        'Collect the static files where nginx serves them.',
        [`${run} collectstatic --noinput${flag}`],
        [],
        ['nginx-gunicorn/static-alias-mismatch'],
      ),
      firstAdministrator(settings, [`${run} createsuperuser${flag}`]),
      media === undefined
        ? undefined
        : item(
            'media',
            'during',
            `\`${user}\` may write uploads, and nginx may read them.`,
            [`sudo install -d -o ${shellWord(user)} -m 755 ${shellWord(media)}`],
            [],
            ['nginx-gunicorn/body-size-default'],
          ),
      features.uses('sqlite')
        ? item('sqlite', 'during', `\`${user}\` may write the database file and its directory.`)
        : undefined,
      item(
        'units',
        'during',
        supervised && units.length === 0
          ? 'Let supervisor start the programs.'
          : `Start ${(enabled.length > 0 ? enabled : [unit]).map((name) => `\`${name}\``).join(' and ')}.`,
        supervised && units.length === 0
          ? [
              ...files.map((path) => `sudo cp ${shellWord(`${root}/${path}`)} /etc/supervisor/conf.d/`),
              'sudo supervisorctl reread',
              'sudo supervisorctl update',
            ]
          : [
              ...[...sockets, ...units].map(
                (path) =>
                  `sudo cp ${shellWord(`${root}/${path}`)} ${shellWord(`/etc/systemd/system/${installed(path)}`)}`,
              ),
              'sudo systemctl daemon-reload',
              `sudo systemctl enable --now ${(enabled.length > 0 ? enabled : [unit]).map(shellWord).join(' ')}`,
            ],
        [],
        ['nginx-gunicorn/restart-missing'],
      ),
      celery === undefined
        ? undefined
        : item(
            'worker',
            'during',
            `A service runs the worker of \`${celery}\`.`,
            [],
            [],
            ['nginx-gunicorn/celery-unit-missing'],
          ),
      item('site', 'during', 'Enable the site.', [
        ...(config === undefined
          ? []
          : [`sudo cp ${shellWord(`${root}/${config}`)} ${shellWord(`/etc/nginx/sites-available/${site}`)}`]),
        `sudo ln -sf ${shellWord(`/etc/nginx/sites-available/${site}`)} /etc/nginx/sites-enabled/`,
        'sudo rm -f /etc/nginx/sites-enabled/default',
        'sudo nginx -t',
        'sudo systemctl reload nginx',
      ]),
      item(
        'certificate',
        'during',
        'Get a certificate, and see that it renews.',
        [
          `sudo certbot --nginx${domains.map((domain) => ` -d ${domain}`).join('')} --redirect`,
          'sudo certbot renew --dry-run',
        ],
        [],
        ['nginx-gunicorn/https-missing', 'nginx-gunicorn/certificate-unusable'],
      ),
      item(
        'answers',
        'after',
        'The site answers over HTTPS, and plain HTTP leads there.',
        host === undefined ? [] : [`curl -sI https://${host}/`, `curl -sI http://${host}/`],
      ),
      item('log', 'after', 'The logs of the service and of nginx are quiet.', [
        supervised && units.length === 0 ? 'sudo supervisorctl status' : `sudo journalctl -u ${shellWord(start)} -n 50`,
        'sudo tail -n 50 /var/log/nginx/error.log',
      ]),
      features.uses('websockets')
        ? item('websockets', 'after', 'A WebSocket connects.', [], [], ['nginx-gunicorn/websockets-not-proxied'])
        : undefined,
      item('ports', 'after', 'Only SSH and the web server are reachable.', ['sudo ss -tlnp']),
      item('reload', 'after', 'Every deployment ends with a restart of the service.', [
        supervised && units.length === 0
          ? `sudo supervisorctl restart ${shellWord(main?.service?.name ?? 'all')}`
          : `sudo systemctl restart ${shellWord(start)}`,
      ]),
      item('backups', 'after', 'Database and uploads are saved every day, and one copy has been restored elsewhere.'),
    ];
    return items.filter((entry) => entry !== undefined);
  },
);
