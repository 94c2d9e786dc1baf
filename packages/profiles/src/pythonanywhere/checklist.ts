/** What is to be done before, during and after a deployment on PythonAnywhere, in this project's own names. */
import {
  type ChecklistItem,
  defineChecklist,
  dependencies,
  deployment,
  entriesOf,
  features,
  lookup,
  project,
  settings,
  stringOf,
  truthOf,
} from '@django-golive/core';
import { item } from '../checklist-item.js';
import { firstAdministrator } from '../checklist-steps.js';
import { inCode, otherVariables, variablesToGive } from '../checklist-variables.js';
import { directoryOf } from '../files/paths.js';
import { codeOf } from '../files/python-code.js';
import { frontEndToBuild } from '../front-end.js';
import { keptOutOfGit } from '../kept-out-of-git.js';
import { printedKey } from '../new-key.js';
import { openedFiles, openedInWords } from '../opened-files.js';
import { timeZoneQuery } from '../own-server/database.js';
import { settingsLoadFile } from '../own-server/variables.js';
import { publicHosts } from '../public-hosts.js';
import { shellWord } from '../shell-word.js';
import { deployScript, placeInHome } from './deploy-script.js';
import { installIntoVirtualenv } from './install.js';
import { pythonFor } from './python-choice.js';
import { placeInWords } from './setting-place.js';
import { isThreadedTorch } from './torch.js';
import { virtualenvFor } from './virtualenv.js';
import { webAppHost } from './web-app-host.js';
import { wsgiFile } from './wsgi-file.js';

/** PythonAnywhere's checklist. Where the account is not known, paths begin at the home directory. */
export const checklist = defineChecklist(
  { project, settings, deployment, dependencies, features, wsgiFile, deployScript },
  ({ project, settings, deployment, dependencies, features, wsgiFile, deployScript }): readonly ChecklistItem[] => {
    const script =
      project.paths
        .filter((path) => /(^|\/)manage\.py$/.test(path))
        .sort((left, right) => left.length - right.length)[0] ?? 'manage.py';
    const { host: domain, user, home: named } = webAppHost(project, settings, wsgiFile);
    // A shell knows the home directory as `~`, Python does not.
    const accountHome = user === undefined ? '~' : `/home/${user}`;
    const inHome = placeInHome(project, deployScript) ?? project.name;
    const inner = directoryOf(script);
    const above = inner !== '' && named?.endsWith(`/${inner}`) ? named.slice(0, -inner.length - 1) : named;
    const place = deployment.root ?? (deployScript?.directory === undefined ? above : undefined);
    const root = place === undefined ? `${accountHome}/${shellWord(inHome)}` : shellWord(place);
    const home = inner === '' ? root : `${root}/${shellWord(inner)}`;
    const module = settings.module === '' ? undefined : settings.module;
    const flag = module === undefined ? '' : ` --settings=${shellWord(module)}`;
    const python = pythonFor(dependencies);
    const { venv, make } = virtualenvFor(
      project.name,
      python,
      deployScript?.venv && `${root}/${shellWord(deployScript.venv)}`,
    );
    // virtualenvwrapper runs a file of its own after it has activated one.
    const hook = `${venv}/bin/${deployScript?.venv === undefined ? 'postactivate' : 'activate'}`;
    const install = installIntoVirtualenv(project, settings, dependencies, root);
    const wanted = variablesToGive(settings);
    const key = printedKey(settings, wanted.needed);
    const opens = openedFiles(settings);
    const loads = settingsLoadFile(project, settings);
    // Without a path django-environ reads the file beside the module that asks for it, and nowhere else.
    const beside = settings.files.find((path) => /\bread_env\(\s*\)/.test(codeOf(project.file(path)?.text ?? '')));
    const envHome =
      beside === undefined ? home : directoryOf(beside) === '' ? root : `${root}/${shellWord(directoryOf(beside))}`;
    const frontEnd = frontEndToBuild(project, settings);
    const gulp = dependencies.get('django-gulp') !== undefined;
    const staticRoot = settings.get('STATIC_ROOT');
    const inWords = (name: string): string => placeInWords(settings, name, place);
    const mediaRoot = settings.get('MEDIA_ROOT');
    const wsgiPath =
      domain === undefined ? 'the WSGI file of the Web tab' : `\`/var/www/${domain.replaceAll('.', '_')}_wsgi.py\``;
    const engines = entriesOf(settings.get('DATABASES').value).map(([, one]) => stringOf(lookup(one, 'ENGINE')) ?? '');
    const isFile = engines.length > 0 && engines.every((engine) => engine.endsWith('.sqlite3'));
    const zones = timeZoneQuery(settings, features, dependencies);
    const mapped = truthOf(staticRoot.value) !== 'no';
    const items: (ChecklistItem | undefined)[] = [
      item(
        'hosts',
        'before',
        `\`ALLOWED_HOSTS\` names the web app's host${domain === undefined ? '' : ` (\`${domain}\`)`}.`,
        [],
        // A domain of one's own may be another site's; one of the platform is the web app's.
        /pythonanywhere\.com$/.test(domain ?? '') && publicHosts(settings).some((name) => name.toLowerCase() === domain)
          ? ['settings/allowed-hosts-local-only']
          : [],
        ['settings/allowed-hosts-local-only', 'settings/allowed-hosts-empty'],
      ),
      item(
        'paths',
        'before',
        'No path that the settings give to the database, files or logs depends on the working directory.',
        [],
        ['pythonanywhere/relative-path'],
      ),
      item(
        'services',
        'before',
        'No database, cache or queue is looked for on `localhost`.',
        [],
        [],
        ['pythonanywhere/database-host-local', 'pythonanywhere/local-service'],
      ),
      isThreadedTorch(project, dependencies)
        ? item(
            'torch-threads',
            'before',
            'Code of the site that uses PyTorch calls `torch.set_num_threads(1)` first: without it some calls hang in a web worker.',
          )
        : undefined,
      item('plan', 'before', 'The plan carries what the project needs: disk, database, mail, hosts it calls.', [], []),
      item('code', 'during', `In a Bash console, clone the repository to \`${root}\`.`),
      opens.length === 0
        ? undefined
        : item(
            'opened-files',
            'during',
            `Put ${openedInWords(opens)} there: the repository lacks ${opens.length > 1 ? 'them' : 'it'}, and the settings stop without.`,
          ),
      item(
        'virtualenv',
        'during',
        `Make a virtualenv with ${python === undefined ? `a Python that Django ${settings.django} supports` : `Python ${python}`} and install the packages.${deployScript?.venv === undefined ? ` In a console that is opened later \`workon ${project.name}-venv\` comes first.` : ''}`,
        [...make, ...(install === undefined ? [] : [install])],
        [],
      ),
      wanted.needed.length === 0
        ? undefined
        : item(
            'environment',
            'during',
            `Give the web app${loads ? ', consoles and tasks' : ' and consoles'} ${inCode(wanted.needed)}, from a \`.env\` file that only the account can read and git leaves alone${loads ? '' : ", a line `NAME='value'` each"}.${loads ? '' : ` A scheduled task has them where its command begins with \`${deployScript?.venv === undefined ? `source virtualenvwrapper.sh && workon ${project.name}-venv` : `source ${venv}/bin/activate`} &&\`.`}${otherVariables(wanted)}${key.sentence}`,
            [
              ...key.commands,
              ...keptOutOfGit(project, root, `${envHome}/.env`),
              `touch ${envHome}/.env && chmod 600 ${envHome}/.env`,
              `nano ${envHome}/.env`,
              // Of itself neither a console nor the web app reads such a file.
              ...(loads
                ? []
                : [
                    'pip install --no-cache-dir python-dotenv',
                    `echo 'set -a; source ${envHome}/.env; set +a' >> ${hook}`,
                    `source ${hook}`,
                  ]),
            ],
            [],
            ['pythonanywhere/environment-not-loaded'],
          ),
      item('deploy-check', 'during', "Django's own deployment check passes in the console.", [
        `cd ${home}`,
        `python manage.py check --deploy${flag}`,
      ]),
      item(
        'database',
        'during',
        isFile
          ? 'Migrate the database.'
          : 'Create the database on the Databases tab where the settings name one, and migrate.',
        [`python manage.py migrate --noinput${flag}`],
        [],
        ['pythonanywhere/mysql-name-without-account', 'pythonanywhere/postgres-port-default'],
      ),
      zones === undefined
        ? undefined
        : item(
            'time-zones',
            'during',
            `Django asks MySQL to convert times where a query goes by date, as \`USE_TZ\` is on: \`${zones}\` in a MySQL console of the Databases tab answers with a time. Where it is \`NULL\`, ask PythonAnywhere to fill the server's tables of time zones.`,
          ),
      frontEnd &&
        item(
          'front-end',
          'during',
          `Build the front end, with Node from \`nvm\` or on another machine: \`${frontEnd.missing}\` is not in the repository.`,
          [
            `cd ${frontEnd.directory === '' ? root : `${root}/${shellWord(frontEnd.directory)}`}`,
            ...frontEnd.commands,
            `cd ${home}`,
          ],
        ),
      mapped
        ? item(
            'collectstatic',
            'during',
            `Collect the static files${gulp ? ', with Node from `nvm`: `django-gulp` runs gulp first' : ''}.`,
            [...(gulp ? ['npm ci', 'npm install -g gulp-cli'] : []), `python manage.py collectstatic --noinput${flag}`],
            [],
          )
        : undefined,
      firstAdministrator(settings, [`python manage.py createsuperuser${flag}`]),
      item(
        'web-app',
        'during',
        `Add a web app on the Web tab, where there is none yet: manual configuration${python === undefined ? '' : `, Python ${python}`}, with the virtualenv \`${venv}\`.`,
      ),
      item(
        'wsgi-file',
        'during',
        `Edit ${wsgiPath}, and delete all but its section for Django: ${module === undefined ? 'the settings module' : `\`DJANGO_SETTINGS_MODULE\` is \`${module}\``}, and \`sys.path\` begins with ${home.startsWith('~') ? 'the full path of ' : ''}\`${home}\`.${wanted.needed.length === 0 || loads ? '' : ` Before \`get_wsgi_application\` it has \`from dotenv import load_dotenv\` and \`load_dotenv(${envHome.startsWith('~') ? `os.path.expanduser('${envHome}/.env')` : `'${envHome}/.env'`})\`.`}`,
        [],
        [],
        ['pythonanywhere/repository-wsgi-ignored'],
      ),
      mapped
        ? item(
            'static-mapping',
            'during',
            `Map ${inWords('STATIC_URL')} to ${inWords('STATIC_ROOT')} on the Web tab.`,
            [],
            [],
          )
        : undefined,
      stringOf(mediaRoot.value)
        ? item(
            'media-mapping',
            'during',
            `Map ${inWords('MEDIA_URL')} to ${inWords('MEDIA_ROOT')} on the Web tab.`,
            [],
            [],
          )
        : undefined,
      domain === undefined || /pythonanywhere\.com$/.test(domain)
        ? undefined
        : item(
            'domain',
            'during',
            `\`${domain}\` is a CNAME record that points to the value the Web tab shows (\`webapp-….pythonanywhere.com\`), and the Web tab has got it a certificate.`,
            [`dig +short CNAME ${domain}`],
          ),
      item(
        'force-https',
        'during',
        'Turn on "Force HTTPS" on the Web tab: mapped files never pass through Django.',
        [],
        [],
      ),
      features.uses('celery') || features.uses('scheduled-tasks')
        ? item(
            'tasks',
            'during',
            'Enter planned jobs on the Tasks page, each with absolute paths.',
            [],
            [],
            ['pythonanywhere/queue-unsupported', 'pythonanywhere/crontab-unavailable'],
          )
        : undefined,
      item(
        'reload',
        'during',
        `Reload the web app with the button of the Web tab: what was changed on that tab counts from then on.${domain === undefined ? ' Do so after each later deployment.' : ' After a later deployment of code alone the command does the same.'}`,
        domain === undefined ? [] : [`touch /var/www/${domain.replaceAll('.', '_')}_wsgi.py`],
        [],
        ['pythonanywhere/reload-missing'],
      ),
      domain === undefined
        ? undefined
        : item(
            'answers',
            'after',
            'The site answers, and plain HTTP is redirected to HTTPS.',
            [`curl -sI https://${domain}/`, `curl -sI http://${domain}/`],
            [],
          ),
      domain === undefined
        ? undefined
        : item('error-log', 'after', 'The error log stays empty.', [`tail -n 50 /var/log/${domain}.error.log`], []),
      item('renewal', 'after', 'A free web app ends after a month unless its owner renews it on the Web tab.', [], []),
      item('backup', 'after', 'The database is copied elsewhere, regularly.', [], []),
    ];
    return items.filter((entry) => entry !== undefined);
  },
);
