/** The steps of a checklist that are the same on a server of one's own, whichever web server stands in front of Django. */
import { type Dependencies, type Features, lookup, type Project, type Settings, stringOf } from '@django-golive/core';
import { item } from '../checklist-item.js';
import { firstAdministrator, installCommands, manageScript } from '../checklist-steps.js';
import { directoryOf } from '../files/paths.js';
import { isPlaceholderHost } from '../files/placeholder.js';
import { systemPath } from '../files/settings-path.js';
import { frontEndToBuild } from '../front-end.js';
import { openedFiles, openedInWords } from '../opened-files.js';
import { publicHosts } from '../public-hosts.js';
import { shellWord } from '../shell-word.js';
import { systemPackages } from './system-packages.js';
import { ownedFile, secretFile } from './written.js';

/** What the steps are made of. */
export interface ServerSteps {
  /** Of its rules' ids. */
  readonly target: string;
  /** `Apache`, `nginx`: also certbot's plugin and the names that its packages begin with. */
  readonly server: 'Apache' | 'nginx';
  /** The names that its configuration serves, with what a template left. */
  readonly names: readonly string[];
  /** Packages of the distribution beside those that the project needs. */
  readonly packages: string;
  /** Where the repository lies. */
  readonly root: string;
  /** The directory of a template that the configuration names in its place. */
  readonly standsFor?: string | undefined;
  readonly venv: string;
  /** The server's own interpreter, which the virtual environment is made with. */
  readonly interpreter: string;
  /** Who runs the application. */
  readonly user: string;
  /** `manage.py` with its interpreter, as a command line without a command. */
  readonly manage: string;
  /** Who it runs as there, where that is not the person at the shell. */
  readonly runner: string | undefined;
  /** The directory of `manage.py` on the server, where `manage` does not start there by itself: relative paths of the settings mean it. */
  readonly home: string | undefined;
  /** Directories of the repository that the web server opens by itself. */
  readonly opened?: readonly string[];
}

/** The steps by what they are about; each target's list puts them in its order, between its own. */
export function serverSteps(
  {
    project,
    settings,
    features,
    dependencies,
  }: { project: Project; settings: Settings; features: Features; dependencies: Dependencies },
  {
    target,
    server,
    names,
    packages,
    root,
    standsFor,
    venv,
    interpreter,
    user,
    manage,
    runner,
    home,
    opened,
  }: ServerSteps,
) {
  const hosts = names.filter(
    (name) => /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/.test(name) && !isPlaceholderHost(name),
  );
  const domains = [...new Set(hosts.length > 0 ? hosts : publicHosts(settings))];
  const [host] = domains;
  const plugin = server.toLowerCase();
  const flag = settings.module === '' ? '' : ` --settings=${shellWord(settings.module)}`;
  // Translations that nobody compiled are not shown.
  const translations = project.paths.filter(
    (path) => /(^|\/)LC_MESSAGES\/\w+\.po$/.test(path) && !project.paths.includes(path.replace(/po$/, 'mo')),
  );
  const translated = translations.length > 0;
  const locales = [...new Set(translations.map((path) => directoryOf(directoryOf(directoryOf(path)))))];
  const frontEnd = frontEndToBuild(project, settings, opened);
  const needed = [
    packages,
    `git python3-venv certbot python3-certbot-${plugin}`,
    ...systemPackages(settings, features, dependencies, translated),
    ...(frontEnd && !dependencies.get('django-gulp') && !dependencies.get('django-tailwind') ? ['nodejs npm'] : []),
  ].join(' ');
  const enter = home === undefined ? [] : [`cd ${shellWord(home)}`];
  const django = (command: string, ...first: readonly string[]): readonly string[] => [
    ...enter,
    ...first,
    `${manage} ${command}${flag}`,
  ];
  const modules = settings.overrides.map(({ path }) => path).filter((path) => path.endsWith('.py'));
  const opens = openedFiles(settings);
  // Ubuntu gives a home directory to its user alone; Apache itself looks for the script, whoever runs it.
  const [closed, owner] = /^\/home\/([^/]+)/.exec(root) ?? [];
  const opensHome = closed !== undefined && (server === 'Apache' || (user !== owner && user !== 'root'));
  const old = /\bexecute_manager\b/.test(project.file(manageScript(project).replace(/^'|'$/g, ''))?.text ?? '');
  const file = stringOf(lookup(lookup(settings.get('DATABASES').value, 'default'), 'NAME'));
  const database = file === undefined ? undefined : systemPath(file, root, undefined);
  return {
    dns: item(
      'dns',
      'before',
      `${domains.length > 0 ? domains.map((domain) => `\`${domain}\``).join(' and ') : 'The domain'} ${domains.length > 1 ? 'point' : 'points'} to the server.`,
      domains.map((domain) => `dig +short ${domain}`),
    ),
    packages: item('packages', 'during', 'Install the packages of the distribution.', [
      'sudo apt update',
      `sudo apt install ${needed}`,
    ]),
    firewall: item('firewall', 'during', 'Let SSH and the web server through, and nothing else.', [
      'sudo ufw allow OpenSSH',
      `sudo ufw allow '${server[0]?.toUpperCase()}${server.slice(1)} Full'`,
      'sudo ufw enable',
    ]),
    /** The distribution has its own, and nobody else's. */
    account:
      user === 'root' || user === 'www-data' || /[$%]/.test(user)
        ? undefined
        : item('user', 'during', `The user \`${user}\` is there.`, [
            `id ${shellWord(user)} || sudo adduser --system --group ${shellWord(user)}`,
          ]),
    code: item(
      'code',
      'during',
      `The code lies at \`${root}\`, and \`${user}\` may read it.${opensHome ? ` Ubuntu lets nobody else into \`${closed}\`: \`chmod o+x\` lets ${server === 'Apache' ? 'Apache' : `\`${user}\``} through to the code.` : ''}${standsFor === undefined ? '' : ` Write that in place of \`${standsFor}\`, the directory of a template, into the configuration.`}`,
      [
        ...(user === 'root' ? [] : [`sudo install -d -o "$USER" ${shellWord(root)}`]),
        "read -rp 'Address of the repository: ' repository",
        `git clone "$repository" ${shellWord(root)}`,
        ...(opensHome ? [`sudo chmod o+x ${shellWord(closed)}`] : []),
      ],
    ),
    /** `installs` are packages that no manifest declares. */
    environment: (...installs: readonly string[]) => {
      const declared = installCommands({ project, settings, dependencies }, root, venv);
      return item(
        'environment',
        'during',
        `Make the virtual environment and install the project's packages${declared.length === 0 ? ', which no file of the repository lists' : ''}.`,
        [
          `${interpreter} -m venv ${shellWord(venv)}`,
          ...declared,
          ...installs.map((what) => `${shellWord(`${venv}/bin/pip`)} install ${what}`),
        ],
      );
    },
    /** What the settings import and the repository does not hold. */
    localSettings:
      settings.startup.ok !== null || modules.length === 0
        ? undefined
        : item(
            'local-settings',
            'during',
            `Write ${modules.map((path) => `\`${path}\``).join(' and ')}, which the settings import and the repository lacks.`,
            modules.flatMap((path) => {
              return secretFile(`${root}/${path}`, user, madeLike(project, path, root));
            }),
          ),
    /** What the settings open and the repository does not hold. */
    openedFiles:
      opens.length === 0
        ? undefined
        : item(
            'opened-files',
            'during',
            `Put ${openedInWords(opens)} on the server, readable by \`${user}\`: the repository lacks ${opens.length > 1 ? 'them' : 'it'}, and the settings stop without.`,
            opens.flatMap(({ path }) =>
              path.startsWith('/')
                ? ownedFile(path, user)
                : secretFile(`${root}/${path}`, user, madeLike(project, path, root)),
            ),
          ),
    deployCheck: old
      ? undefined
      : item('deploy-check', 'during', "Django's own deployment check passes on the server.", django('check --deploy')),
    migrate: old
      ? item(
          'migrate',
          'before',
          'A supported Django is there: `manage.py` calls `execute_manager`, and the last one that has it has neither `migrate` nor `check --deploy`.',
        )
      : item('migrate', 'during', 'Migrate the database.', django('migrate --noinput')),
    // It writes beside the sources, as the one who runs it.
    messages: translated
      ? item(
          'messages',
          'during',
          'Compile the translations.',
          django(
            'compilemessages',
            ...(runner === undefined
              ? []
              : [
                  `sudo chown -R ${shellWord(runner)} ${locales.map((path) => shellWord(`${root}/${path}`)).join(' ')}`,
                ]),
          ),
        )
      : undefined,
    frontEnd:
      frontEnd &&
      item('front-end', 'during', `Build the front end: \`${frontEnd.missing}\` is not in the repository.`, [
        `cd ${shellWord(frontEnd.directory === '' ? root : `${root}/${frontEnd.directory}`)}`,
        ...frontEnd.commands,
      ]),
    collectstatic: item(
      'collectstatic',
      'during',
      `Collect the static files where ${server} serves them.`,
      django(
        'collectstatic --noinput',
        ...(dependencies.get('django-gulp') ? ['npm ci', 'sudo npm install -g gulp-cli'] : []),
      ),
      [],
      [`${target}/static-alias-mismatch`],
    ),
    administrator: firstAdministrator(settings, django('createsuperuser')),
    sqlite: features.uses('sqlite')
      ? item(
          'sqlite',
          'during',
          `\`${user}\` may write the database file and its directory.`,
          database === undefined || user === 'root'
            ? []
            : [
                `sudo chgrp ${shellWord(user)} ${shellWord(directoryOfPlace(database))}`,
                `sudo chmod g+w ${shellWord(directoryOfPlace(database))}`,
                `[ ! -e ${shellWord(database)} ] || sudo chown ${shellWord(user)} ${shellWord(database)}`,
              ],
        )
      : undefined,
    domains,
    certificate: item(
      'certificate',
      'during',
      'Get a certificate, and see that it renews.',
      [
        `sudo certbot --${plugin}${domains.map((domain) => ` -d ${domain}`).join('')} --redirect`,
        'sudo certbot renew --dry-run',
      ],
      [],
      [`${target}/https-missing`, `${target}/certificate-unusable`],
    ),
    answers: item(
      'answers',
      'after',
      'The site answers over HTTPS, and plain HTTP leads there.',
      host === undefined ? [] : [`curl -sI https://${host}/`, `curl -sI http://${host}/`],
    ),
    websockets: features.uses('websockets')
      ? item('websockets', 'after', 'A WebSocket connects.', [], [], [`${target}/websockets-not-proxied`])
      : undefined,
    ports: item('ports', 'after', 'Only SSH and the web server are reachable.', ['sudo ss -tlnp']),
    backups: item(
      'backups',
      'after',
      `${features.uses('local-media') ? 'Database and uploads are' : 'The database is'} saved every day, and one copy has been restored elsewhere.`,
    ),
  };
}

const directoryOfPlace = (place: string): string => `/${directoryOf(place.slice(1))}`;

/** The command that makes a file that is not in the repository: of a sample beside it, where there is one. */
function madeLike(project: Project, path: string, root: string): string {
  const like = project.paths.filter((each) => each.startsWith(`${path}.`));
  const sample = like.find((each) => /example|sample|template|dist/.test(each)) ?? like[0];
  return sample === undefined ? 'touch' : `cp ${shellWord(`${root}/${sample}`)}`;
}
