/** What is to be done before, during and after a deployment behind Apache, in this project's own names. */
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
import { celeryApplication, manageScript } from '../checklist-steps.js';
import { variablesToGive } from '../checklist-variables.js';
import { directoryOf, liesIn } from '../files/paths.js';
import { isPlaceholderPlace } from '../files/placeholder.js';
import { systemPath } from '../files/settings-path.js';
import { asgiUnit } from '../own-server/asgi-unit.js';
import { accountInstead, databaseOnServer, timeZoneTables } from '../own-server/database.js';
import { logDirectories, logFiles } from '../own-server/directories.js';
import { mediaStep } from '../own-server/media.js';
import { services } from '../own-server/services.js';
import { serverSteps } from '../own-server/steps.js';
import { installUnits, unitsBeside } from '../own-server/unit-files.js';
import { systemdUnits } from '../own-server/units.js';
import { serverVariables, settingsLoadFile } from '../own-server/variables.js';
import { unitsToWrite, workerUnit } from '../own-server/worker-unit.js';
import { publicHosts } from '../public-hosts.js';
import { shellWord } from '../shell-word.js';
import { beforeCertbot, beforeVisitors, certificatesOf } from './certbot.js';
import { errorLogs, logDirectoriesOf } from './error-logs.js';
import { hostText } from './host-text.js';
import { installSite, siteConfig } from './installed-site.js';
import { meantLogs, meantSettings } from './meant-settings.js';
import { neededModules } from './modules.js';
import { passedPort } from './passed-port.js';
import { environmentOfSite, insteadOf } from './virtual-environment.js';
import { apacheSites } from './virtual-hosts.js';
import { webApplication } from './web-application.js';

/** The checklist of Apache on Ubuntu. */
export const apacheChecklist = defineChecklist(
  { project, settings, deployment, dependencies, features, apacheSites, webApplication, systemdUnits, services },
  ({
    project,
    settings: judged,
    dependencies,
    features,
    apacheSites,
    webApplication,
    systemdUnits,
    services,
  }): readonly ChecklistItem[] => {
    // What is written anew, and what runs by hand, takes the settings that production is to have.
    const meant = webApplication?.kind === 'mod_wsgi' ? meantSettings(apacheSites, project, judged) : undefined;
    const settings = { ...judged, ...meant };
    const name = project.name.toLowerCase().replace(/[^a-z0-9._-]+/g, '-') || 'app';
    const said = webApplication?.root;
    const standsFor = said !== undefined && isPlaceholderPlace(said) ? said : undefined;
    const root = standsFor === undefined ? (said ?? `/srv/${name}`) : `/srv/${name}`;
    const environment = environmentOfSite(apacheSites, webApplication?.daemon);
    const venv =
      environment === undefined
        ? `${root}/venv`
        : standsFor !== undefined && environment.startsWith(`${standsFor}/`)
          ? root + environment.slice(standsFor.length)
          : environment;
    const script = manageScript(project).replace(/^'|'$/g, '');
    const home = directoryOf(`${root}/${script}`);
    const daemon = webApplication?.daemon;
    const user = daemon?.options.get('user')?.value ?? 'www-data';
    const group = daemon?.options.get('group')?.value ?? 'www-data';
    const config = siteConfig(apacheSites, webApplication)?.path;
    const site = config?.slice(config.lastIndexOf('/') + 1).replace(/\.conf$/, '') ?? name;
    const units = unitsBeside(systemdUnits, services, {
      root: said,
      servesItself: webApplication?.kind === 'proxy' || features.uses('websockets') !== undefined,
    });
    const celery = features.uses('celery') ? celeryApplication(project, settings) : undefined;
    const module = stringOf(settings.get('WSGI_APPLICATION').value)?.split('.').slice(0, -1).join('/');
    const inner = module && `${[...(settings.roots[0] ? [settings.roots[0]] : []), module].join('/')}.py`;
    const wsgi = inner && `${root}/${inner}`;
    const loaded = webApplication?.file ?? inner;
    const scripts = loaded === undefined ? [] : [loaded];
    const environmentFile =
      variablesToGive(settings).needed.length === 0 || settingsLoadFile(project, settings, scripts)
        ? undefined
        : `${home}/.env`;
    const place = { venv, user, environmentFile };
    const asgi =
      webApplication?.kind === 'proxy'
        ? undefined
        : asgiUnit({ project, settings, dependencies }, services, passedPort(apacheSites), place, home);
    const worker = unitsToWrite([workerUnit(project, settings, services, celery, place, home), asgi]);
    const install = installUnits(project, root, units);
    const enabled = [...install.enabled, ...worker.names];
    const restarted = [
      ...units.filter(({ get }) => get('Type')?.value !== 'oneshot').map((unit) => unit.name),
      ...worker.names,
    ].filter((name) => enabled.includes(name));
    const served = (url: string, directory: string | undefined) => {
      const prefix = stringOf(settings.get(url).value);
      return directory !== undefined && prefix?.startsWith('/') ? [{ prefix, directory }] : [];
    };
    const placeOf = (setting: string): string | undefined =>
      systemPath(stringOf(settings.get(setting).value) ?? '', root, undefined);
    const media = features.uses('local-media') ? placeOf('MEDIA_ROOT') : undefined;
    const logs = [
      ...logFiles(settings, (text) => systemPath(text, root, home)),
      ...meantLogs(meant, project, settings, root),
    ];
    // Whoever writes a log first owns it, and locks the others out.
    const runner = logs.length > 0 ? user : undefined;
    const python = `${runner === undefined ? '' : `sudo -u ${shellWord(runner)} `}${shellWord(`${venv}/bin/python`)} ${shellWord(`${root}/${script}`)}`;
    const statics = placeOf('STATIC_ROOT');
    const needed = neededModules(apacheSites);
    const proxies = features.uses('websockets') || webApplication?.kind === 'proxy' ? ['proxy', 'proxy_http'] : [];
    const modules = [...new Set(['wsgi', 'ssl', 'headers', 'rewrite', ...proxies, ...needed.names])].join(' ');
    const steps = serverSteps(
      { project, settings, features, dependencies },
      {
        target: 'apache-ubuntu',
        server: 'Apache',
        names: webApplication?.hosts.flatMap((host) => host.names.map(({ name }) => name)) ?? [],
        packages: ['apache2 libapache2-mod-wsgi-py3', ...needed.packages].join(' '),
        root,
        standsFor,
        venv,
        interpreter: '/usr/bin/python3',
        user,
        manage: python,
        runner,
        home,
      },
    );
    const installed = steps.environment(...(asgi?.installs ?? []));
    const certificates = certificatesOf(apacheSites, steps.domains);
    const items: (ChecklistItem | undefined)[] = [
      steps.dns,
      item(
        'python',
        'before',
        "The server's Python is the version that mod_wsgi is built for, and the project supports it.",
        ['lsb_release -ds', '/usr/bin/python3 --version'],
        [],
      ),
      item(
        'configuration',
        'before',
        webApplication || apacheSites.configs.length > 0
          ? `The virtual host leads to the project's script, in a daemon process with its virtual environment.${beforeVisitors(apacheSites)}${certificates === undefined ? beforeCertbot(apacheSites, webApplication) : ''}`
          : `A virtual host is written, \`/etc/apache2/sites-available/${site}.conf\`: it leads to ${wsgi ? `\`${wsgi}\`` : "the project's script"}, in a daemon process with the virtual environment \`${venv}\`, and grants its directory and those of the files that it serves (\`Require all granted\`).`,
        webApplication || apacheSites.configs.length > 0 || wsgi === undefined
          ? []
          : hostText({
              site,
              venv,
              home,
              script: wsgi,
              hosts: publicHosts(settings),
              served: [...served('STATIC_URL', statics), ...served('MEDIA_URL', media)],
              authorization: dependencies.get('djangorestframework') !== undefined,
            }),
        // A script that the repository does not hold cannot be told from a wrong path.
        webApplication?.kind === 'mod_wsgi' && webApplication.file !== undefined
          ? [
              'apache-ubuntu/script-missing',
              'apache-ubuntu/process-group-missing',
              'apache-ubuntu/virtualenv-missing',
              'apache-ubuntu/access-not-granted',
              // Packages of another Python are no environment of this one.
              ...(daemon?.options.has('python-home') ? [] : ['apache-ubuntu/python-of-another-build']),
            ]
          : [],
        ['apache-ubuntu/setenv-not-environment'],
      ),
      item(
        'names',
        'before',
        'Django allows every name that Apache serves.',
        [],
        ['apache-ubuntu/server-name-not-allowed'],
      ),
      item(
        'exposed',
        'before',
        'No `Alias` and no `DocumentRoot` opens the source to visitors.',
        [],
        ['apache-ubuntu/project-exposed'],
      ),
      steps.packages,
      steps.firewall,
      steps.account,
      steps.code,
      webApplication?.kind === 'mod_wsgi' && environment === undefined
        ? {
            ...installed,
            text: `${installed.text} ${daemon ? `\`WSGIDaemonProcess\` gets \`python-home=${venv}\`${insteadOf(daemon)}` : `\`WSGIPythonHome ${venv}\` stands outside of the virtual host`}: without it Apache does not use them.`,
          }
        : installed,
      steps.localSettings,
      steps.openedFiles,
      serverVariables(project, settings, {
        user,
        root,
        home,
        unread: (wanted) =>
          `The settings find ${wanted} in the environment of the process, which \`SetEnv\` does not reach: ${loaded === undefined ? 'the WSGI script' : `\`${loaded}\``} and \`${script}\` begin with \`from dotenv import load_dotenv\` and \`load_dotenv('${home}/.env')\`. Only you and \`${user}\` can read that file, a line \`NAME='value'\` each.`,
        install: `${shellWord(`${venv}/bin/pip`)} install python-dotenv`,
        scripts,
        refutedBy: 'apache-ubuntu/setenv-not-environment',
        account: accountInstead(settings, features, dependencies),
      }),
      databaseOnServer(settings, features, dependencies),
      timeZoneTables(settings, features, dependencies),
      logDirectories(logs, [], { user, root }),
      steps.deployCheck,
      steps.migrate,
      steps.messages,
      steps.frontEnd,
      statics === undefined || (runner === undefined && liesIn(statics, root))
        ? steps.collectstatic
        : {
            ...steps.collectstatic,
            commands: [
              `sudo install -d -o ${runner === undefined ? '"$USER"' : shellWord(runner)} -m 755 ${shellWord(statics)}`,
              ...steps.collectstatic.commands,
            ],
          },
      steps.administrator,
      mediaStep(project, settings, features, media, { user, group, said: `\`${user}\` may write uploads` }),
      media === undefined || daemon?.options.has('lang') || daemon?.options.has('locale')
        ? undefined
        : item(
            'locale',
            'during',
            "Names of uploads beyond ASCII can be written: Apache's processes have a locale of UTF-8.",
            [
              "sudo sed -i 's/^export LANG=C$/export LANG=C.UTF-8/' /etc/apache2/envvars",
              'sudo systemctl restart apache2',
            ],
          ),
      steps.sqlite && { ...steps.sqlite, refutedBy: ['apache-ubuntu/sqlite-not-writable'] },
      certificates,
      item('site', 'during', 'Enable the modules and the site.', [
        ...logDirectoriesOf(apacheSites, webApplication).map((directory) => `sudo install -d ${shellWord(directory)}`),
        ...installSite(apacheSites, webApplication, root, site),
        `sudo a2enmod ${modules}`,
        'sudo a2dissite 000-default',
        `sudo a2ensite ${shellWord(site)}`,
        'sudo apachectl configtest',
        'sudo systemctl reload apache2',
      ]),
      certificates === undefined ? steps.certificate : undefined,
      enabled.length === 0
        ? undefined
        : item(
            'units',
            'during',
            `Start ${enabled.map((unit) => `\`${unit}\``).join(' and ')}.${install.templates}${worker.sentence}`,
            [
              ...install.commands,
              ...worker.commands,
              'sudo systemctl daemon-reload',
              `sudo systemctl enable --now ${enabled.map(shellWord).join(' ')}`,
            ],
            [],
            ['apache-ubuntu/celery-unit-missing'],
          ),
      steps.answers,
      item('log', 'after', 'The error log names mod_wsgi with the right Python, and nothing else.', [
        `sudo tail -n 50 ${errorLogs(apacheSites, webApplication).map(shellWord).join(' ')}`,
      ]),
      steps.websockets,
      item(
        'authorization',
        'after',
        'A call of the API with a token succeeds, where there is an API.',
        [],
        [],
        ['apache-ubuntu/authorization-dropped'],
      ),
      steps.ports,
      item(
        'reload',
        'after',
        `Every deployment ends with a reload of the code${restarted.length === 0 ? '' : ', in the services as well'}.`,
        [
          // Apache's own processes keep what they have imported.
          webApplication?.file === undefined || webApplication.group === undefined
            ? 'sudo systemctl reload apache2'
            : `touch ${shellWord(`${root}/${webApplication.file}`)}`,
          ...(restarted.length === 0 ? [] : [`sudo systemctl restart ${restarted.map(shellWord).join(' ')}`]),
        ],
      ),
      steps.backups,
    ];
    return items.filter((entry) => entry !== undefined);
  },
);
