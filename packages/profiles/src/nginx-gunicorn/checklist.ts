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
  manageScript,
  missingVariables,
  servedApplication,
} from '../checklist-steps.js';
import { loadsEnvFile } from '../files/env-loading.js';
import { directoryOf } from '../files/paths.js';
import { systemPath } from '../files/settings-path.js';
import { services } from '../own-server/services.js';
import { serverSteps } from '../own-server/steps.js';
import { publicHosts } from '../public-hosts.js';
import { shellWord } from '../shell-word.js';
import { type ServerNames, serverNames } from './server-names.js';
import { nginxSites } from './sites.js';
import { type ServedDirectory, siteText, unitText } from './unit-text.js';
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
    const missing = missingVariables(settings).map((variable) => `\`${variable}\``);
    const loads = settings.files.some((path) => loadsEnvFile.test(project.file(path)?.text ?? ''));
    const websockets = features.uses('websockets') !== undefined;
    const names: ServerNames = serverNames(project, main, { variables: missing.length > 0 && !loads, websockets });
    const { root, venv, user, unit, start } = names;
    const script = `${root}/${manageScript(project).replace(/^'|'$/g, '')}`;
    const manage = shellWord(script);
    const python = `${shellWord(`${venv}/bin/python`)} ${manage}`;
    const as = user === 'root' ? 'sudo' : `sudo -u ${shellWord(user)}`;
    // A shell does not have what systemd reads from the file.
    const run =
      names.environmentFile === undefined
        ? `${as} ${python}`
        : `sudo systemd-run --pty --wait --collect --uid=${shellWord(user)} -p ${shellWord(`EnvironmentFile=${names.environmentFile}`)} -p ${shellWord(`WorkingDirectory=${main?.service?.directory?.text ?? root}`)} ${python}`;
    const config = main?.servers[0]?.config.path ?? nginxSites.configs[0]?.path;
    const site = names.site;
    const asgi = stringOf(settings.get('ASGI_APPLICATION').value)?.replace(/\.(\w+)$/, ':$1');
    const application = main === undefined && websockets ? asgi : servedApplication(deployment, settings);
    const celery = features.uses('celery') ? celeryApplication(project, settings) : undefined;
    const place = (name: string): string | undefined => {
      const text = stringOf(settings.get(name).value);
      if (text === undefined || text === '') return undefined;
      return main === undefined ? systemPath(text, root, root) : main.tree.settingPath(text);
    };
    const statics = place('STATIC_ROOT');
    const media = features.uses('local-media') ? place('MEDIA_ROOT') : undefined;
    const served = (url: string, directory: string | undefined): readonly ServedDirectory[] => {
      const prefix = stringOf(settings.get(url).value);
      return directory !== undefined && prefix?.startsWith('/') ? [{ prefix, directory }] : [];
    };
    const supervised = services.some(({ manager }) => manager === 'supervisor');
    const files = [...new Set(services.map(({ path }) => path))];
    const units = files.filter((path) => path.endsWith('.service'));
    const sockets = project.paths.filter(
      (path) => units.includes(path.replace(/\.socket$/, '.service')) && path.endsWith('.socket'),
    );
    const installed = (path: string): string => (path === main?.service?.path ? unit : (path.split('/').pop() ?? path));
    const enabled = [...sockets.map((path) => path.split('/').pop() ?? path), ...units.map(installed)];
    const steps = serverSteps(
      { project, settings, features, dependencies },
      {
        target: 'nginx-gunicorn',
        server: 'nginx',
        names: main?.servers.flatMap((server) => server.names.map(({ name }) => name)) ?? [],
        packages: supervised ? 'nginx supervisor' : 'nginx',
        root,
        venv,
        interpreter: 'python3',
        user,
        manage: run,
        home: names.environmentFile === undefined ? directoryOf(script) : undefined,
      },
    );
    const items: (ChecklistItem | undefined)[] = [
      steps.dns,
      item('python', 'before', "The project supports the server's Python.", ['lsb_release -ds', 'python3 --version']),
      item(
        'service',
        'before',
        main?.service
          ? `\`${main.service.path}\` starts the application${main.service.user === undefined || main.service.user.text === user ? `, as \`${user}\`` : ''}.`
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
        config === undefined
          ? siteText(names, publicHosts(settings), [...served('STATIC_URL', statics), ...served('MEDIA_URL', media)])
          : [],
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
      steps.packages,
      { ...steps.firewall, refutedBy: ['nginx-gunicorn/listens-publicly'] },
      user === 'root' || user === 'www-data'
        ? undefined
        : item('user', 'during', `The user \`${user}\` is there.`, [
            `id ${shellWord(user)} || sudo adduser --system --group ${shellWord(user)}`,
          ]),
      steps.code,
      steps.environment(...(names.installs === undefined || dependencies.get(names.installs) ? [] : [names.installs])),
      missing.length === 0
        ? undefined
        : item(
            'variables',
            'during',
            names.environmentFile !== undefined
              ? `The service gets ${missing.join(', ')} from \`${names.environmentFile}\`, a line \`NAME=value\` each, which only root and \`${user}\` can read.`
              : loads
                ? `The environment file that the settings load holds ${missing.join(', ')}, and only you and \`${user}\` can read it.`
                : `The service gets ${missing.join(', ')} from a file that \`EnvironmentFile=\` names and that only root and the service can read; the commands that follow need them as well.`,
            names.environmentFile === undefined
              ? []
              : [
                  `sudo touch ${shellWord(names.environmentFile)}`,
                  `sudo chmod 640 ${shellWord(names.environmentFile)}`,
                  `sudoedit ${shellWord(names.environmentFile)}`,
                ],
            [],
            ['nginx-gunicorn/env-file-syntax'],
          ),
      databaseOnServer(settings),
      // `migrate` makes the file of SQLite, as the one who runs the application.
      steps.sqlite,
      steps.deployCheck,
      steps.migrate,
      steps.messages,
      statics === undefined || user === 'root'
        ? steps.collectstatic
        : {
            ...steps.collectstatic,
            commands: [
              `sudo install -d -o ${shellWord(user)} -m 755 ${shellWord(statics)}`,
              ...steps.collectstatic.commands,
            ],
          },
      steps.administrator,
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
      steps.certificate,
      steps.answers,
      item('log', 'after', 'The logs of the service and of nginx are quiet.', [
        supervised && units.length === 0 ? 'sudo supervisorctl status' : `sudo journalctl -u ${shellWord(start)} -n 50`,
        'sudo tail -n 50 /var/log/nginx/error.log',
      ]),
      steps.websockets,
      steps.ports,
      item('reload', 'after', 'Every deployment ends with a restart of the service.', [
        supervised && units.length === 0
          ? `sudo supervisorctl restart ${shellWord(main?.service?.name ?? 'all')}`
          : `sudo systemctl restart ${shellWord(start)}`,
      ]),
      steps.backups,
    ];
    return items.filter((entry) => entry !== undefined);
  },
);
