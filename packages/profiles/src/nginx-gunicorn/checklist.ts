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
import { celeryApplication, manageScript, servedApplication } from '../checklist-steps.js';
import { variablesToGive } from '../checklist-variables.js';
import { directoryOf } from '../files/paths.js';
import { systemPath } from '../files/settings-path.js';
import { accountInstead, databaseOnServer, timeZoneTables } from '../own-server/database.js';
import { logDirectories, logFiles, serviceLogDirectories } from '../own-server/directories.js';
import { mediaStep } from '../own-server/media.js';
import { certificatesFirst } from '../own-server/named-certificates.js';
import { services } from '../own-server/services.js';
import { serverSteps } from '../own-server/steps.js';
import { installUnits, isTemplate, type UnitFile } from '../own-server/unit-files.js';
import { serverVariables, settingsLoadFile } from '../own-server/variables.js';
import { workerUnit } from '../own-server/worker-unit.js';
import { publicHosts } from '../public-hosts.js';
import { shellWord } from '../shell-word.js';
import { certificatePaths } from './certificates.js';
import { type ServerNames, serverNames } from './server-names.js';
import { servedRoots, siteLogDirectories } from './site-places.js';
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
    const demands = variablesToGive(settings).needed.length > 0;
    const websockets = features.uses('websockets') !== undefined;
    const names: ServerNames = serverNames(project, main, {
      variables: demands && !settingsLoadFile(project, settings),
      websockets,
    });
    const { root, venv, user, unit, start } = names;
    const script = `${root}/${manageScript(project).replace(/^'|'$/g, '')}`;
    const home = directoryOf(script) === '' ? root : directoryOf(script);
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
    const units = services.flatMap((service): readonly UnitFile[] =>
      service.manager === 'systemd'
        ? [{ path: service.path, name: service.path === main?.service?.path ? unit : service.name }]
        : [],
    );
    const sockets = project.paths
      .filter(
        (path) => path.endsWith('.socket') && units.some((one) => one.path === path.replace(/socket$/, 'service')),
      )
      .map((path): UnitFile => ({ path, name: path.split('/').pop() ?? path }));
    const supervisor = supervised && units.length === 0;
    const worker = workerUnit(project, settings, services, celery, names, home);
    const install = installUnits(project, root, [...sockets, ...units]);
    const enabled = [...(main?.service ? [] : [unit]), ...install.enabled, ...(worker?.names ?? [])];
    // What a timer starts runs the new code by itself, and so does what ends.
    const running = units.filter(
      ({ path, name }) =>
        enabled.includes(name) &&
        services.some(
          (service) =>
            service.path === path && service.role !== 'release' && service.unit?.get('Type')?.value !== 'oneshot',
        ),
    );
    const restarted = [
      ...new Set([
        start,
        ...running.map(({ name }) => name.replace(/\.service$/, '')),
        ...(worker?.names ?? []).map((name) => name.replace(/\.service$/, '')),
      ]),
    ];
    const logs = logFiles(settings, (text) =>
      main === undefined ? systemPath(text, root, root) : main.tree.settingPath(text),
    );
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
        runner: user === 'root' ? undefined : user,
        opened: servedRoots(main),
        home: names.environmentFile === undefined ? directoryOf(script) : undefined,
      },
    );
    const certificates = certificatesFirst({
      server: 'nginx',
      unit: 'nginx',
      files: certificatePaths(main?.servers ?? [], 'ssl_certificate'),
      keys: certificatePaths(main?.servers ?? [], 'ssl_certificate_key'),
      domains: steps.domains,
    });
    const filled =
      config !== undefined && isTemplate(project, config)
        ? ` \`${config}\` is a template: write it, filled in, to \`/etc/nginx/sites-available/${site}\`.`
        : '';
    const items: (ChecklistItem | undefined)[] = [
      steps.dns,
      item('python', 'before', "The project supports the server's Python.", ['lsb_release -ds', 'python3 --version']),
      item(
        'service',
        'before',
        main?.service
          ? `\`${main.service.path}\` starts the application${main.service.user === undefined || main.service.user.text === user ? `, as \`${user}\`` : ''}.`
          : `A unit is written, \`/etc/systemd/system/${unit}\`, that starts ${application === undefined ? 'the application' : `\`${application}\``} with gunicorn.`,
        main?.service ? [] : unitText(names, application, home, settings.module),
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
      steps.account,
      steps.code,
      steps.environment(...(names.installs === undefined || dependencies.get(names.installs) ? [] : [names.installs])),
      steps.openedFiles,
      serverVariables(project, settings, {
        user,
        root,
        home,
        environmentFile: names.environmentFile,
        unread: (wanted) =>
          `The service gets ${wanted} from a file that \`EnvironmentFile=\` names and that only root and the service can read; the commands that follow need them as well.`,
        refutedBy: 'nginx-gunicorn/env-file-syntax',
        account: accountInstead(settings, features, dependencies),
      }),
      databaseOnServer(settings, features, dependencies),
      timeZoneTables(settings, features, dependencies),
      logDirectories(logs, serviceLogDirectories(project, files), { user, root }),
      // `migrate` makes the file of SQLite, as the one who runs the application.
      steps.sqlite,
      steps.deployCheck,
      steps.migrate,
      steps.messages,
      steps.frontEnd,
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
      mediaStep(project, settings, features, media, {
        user,
        said: `\`${user}\` may write uploads, and nginx may read them`,
        refutedBy: ['nginx-gunicorn/body-size-default'],
      }),
      item(
        'units',
        'during',
        supervisor
          ? 'Let supervisor start the programs.'
          : `Start ${enabled.map((name) => `\`${name}\``).join(' and ')}.${install.templates}${worker?.sentence ?? ''}`,
        supervisor
          ? [
              ...files
                .filter((path) => !isTemplate(project, path))
                .map((path) => `sudo cp ${shellWord(`${root}/${path}`)} /etc/supervisor/conf.d/`),
              'sudo supervisorctl reread',
              'sudo supervisorctl update',
            ]
          : [
              ...install.commands,
              ...(worker?.commands ?? []),
              'sudo systemctl daemon-reload',
              `sudo systemctl enable --now ${enabled.map(shellWord).join(' ')}`,
            ],
        [],
        ['nginx-gunicorn/restart-missing', 'nginx-gunicorn/celery-unit-missing'],
      ),
      certificates,
      item('site', 'during', `Enable the site.${filled}`, [
        ...siteLogDirectories(main).map((directory) => `sudo install -d ${shellWord(directory)}`),
        ...(config === undefined || filled !== ''
          ? []
          : [`sudo cp ${shellWord(`${root}/${config}`)} ${shellWord(`/etc/nginx/sites-available/${site}`)}`]),
        `sudo ln -sf ${shellWord(`/etc/nginx/sites-available/${site}`)} /etc/nginx/sites-enabled/`,
        'sudo rm -f /etc/nginx/sites-enabled/default',
        'sudo nginx -t',
        'sudo systemctl reload nginx',
      ]),
      certificates === undefined ? steps.certificate : undefined,
      steps.answers,
      item('log', 'after', 'The logs of the service and of nginx are quiet.', [
        supervisor ? 'sudo supervisorctl status' : `sudo journalctl -u ${shellWord(start)} -n 50`,
        'sudo tail -n 50 /var/log/nginx/error.log',
      ]),
      steps.websockets,
      steps.ports,
      item(
        'reload',
        'after',
        `Every deployment ends with a restart of ${restarted.length > 1 ? 'all that runs the code' : 'the service'}.`,
        [
          supervisor
            ? `sudo supervisorctl restart ${services.length > 1 ? 'all' : shellWord(main?.service?.name ?? 'all')}`
            : `sudo systemctl restart ${restarted.map(shellWord).join(' ')}`,
        ],
      ),
      steps.backups,
    ];
    return items.filter((entry) => entry !== undefined);
  },
);
