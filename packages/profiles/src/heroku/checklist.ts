/** What is to be done before, during and after a deployment on Heroku, in this project's own names. */
import {
  apps,
  type ChecklistItem,
  defineChecklist,
  dependencies,
  deployment,
  features,
  project,
  settings,
} from '@django-golive/core';
import { item } from '../checklist-item.js';
import { firstAdministrator, missingVariables } from '../checklist-steps.js';
import { inCode } from '../checklist-variables.js';
import { appJson } from '../files/app-json.js';
import { pythonVersionFiles } from '../files/python-version.js';
import { openedFilesStep } from '../opened-files.js';
import { publicHosts } from '../public-hosts.js';
import { shellWord } from '../shell-word.js';
import { takesUploads } from '../uploads.js';
import { buildManifest } from './build-manifest.js';
import { collectstaticScript } from './collectstatic.js';
import { configVars, hostsOfOthers } from './config-vars.js';
import { createCommands } from './earlier-buildpacks.js';
import { migrateStep } from './migrate-step.js';
import { packageFiles } from './package-files.js';
import { lineToName } from './rules/python-unsupported.js';

/** Heroku's checklist. */
export const checklist = defineChecklist(
  {
    apps,
    project,
    settings,
    deployment,
    dependencies,
    features,
    appJson,
    buildManifest,
    packageFiles,
    pythonVersionFiles,
  },
  ({
    apps,
    project,
    settings,
    deployment,
    dependencies,
    features,
    appJson,
    buildManifest,
    packageFiles,
    pythonVersionFiles,
  }): readonly ChecklistItem[] => {
    // With images of the project's own, neither build packs nor the files that only they read count.
    const images = (buildManifest?.dockerfiles.length ?? 0) > 0;
    const script = shellWord(collectstaticScript(project, undefined)?.path ?? 'manage.py');
    const module = settings.module === '' ? undefined : settings.module;
    const flag = module === undefined ? '' : ` --settings=${shellWord(module)}`;
    const processes = deployment.processes
      .filter(({ role }) => role === 'worker' || role === 'beat')
      .map(({ name }) => name);
    const hosts = publicHosts(settings).filter((name) => !name.endsWith('.herokuapp.com'));
    const [host] = hosts;
    const redis = features.uses('redis') ?? features.uses('celery');
    // Settings that ask for DATABASE_URL want what Heroku Postgres gives, whatever they fall back on.
    const database =
      features.uses('postgresql') ??
      features.uses('sqlite') ??
      settings.environment.find(({ name }) => name === 'DATABASE_URL');
    const byOtherSteps = [
      ...(database ? ['DATABASE_URL'] : []),
      ...(redis ? ['REDIS_URL'] : []),
      ...(module === undefined ? [] : ['DJANGO_SETTINGS_MODULE']),
    ];
    const uploads = takesUploads(features, apps, settings);
    // What the settings know already is no new variable of theirs.
    const stored = settings.files.some((path) =>
      /DEFAULT_FILE_STORAGE|\bSTORAGES\b|storages\.|MediaStorage|Cloudinary/.test(project.file(path)?.text ?? ''),
    );
    const release = deployment.processes.find(({ role }) => role === 'release');
    const line = lineToName(packageFiles, pythonVersionFiles, project, dependencies);
    const chosen = settings.assumptions.map(({ variable, value }) => `\`${variable}=${value}\``);
    const missing = [...missingVariables(settings).map((name) => `\`${name}\``), ...chosen];
    const fromUrl =
      settings.environment.some(({ name }) => name === 'DATABASE_URL') ||
      dependencies.get('dj-database-url') !== undefined ||
      dependencies.get('django-heroku') !== undefined;
    const create = createCommands(project, settings, appJson);
    const others = hostsOfOthers(settings);
    const items: (ChecklistItem | undefined)[] = [
      images
        ? undefined
        : item(
            'start-files',
            'before',
            'The `web` line of the Procfile starts a server that listens on `$PORT`.',
            [],
            ['heroku/procfile-missing', 'heroku/port-not-bound'],
            ['heroku/web-module-missing', 'heroku/server-not-installed', 'heroku/development-server'],
          ),
      images
        ? undefined
        : item(
            'package-file',
            'before',
            'Exactly one package file lies in the root.',
            [],
            // The second rule applies only where there are two.
            ['heroku/package-file-missing'],
            ['heroku/package-files-several'],
          ),
      images
        ? undefined
        : item(
            'python-version',
            'before',
            'A file in the root, but not the deprecated `runtime.txt`, names the Python to use, and Heroku has it.',
            line === undefined
              ? []
              : [
                  ...(pythonVersionFiles.runtime ? ['git rm runtime.txt'] : []),
                  `echo ${line} > .python-version`,
                  'git add .python-version',
                  "git commit -m 'Name the Python release line'",
                ],
            ['heroku/python-version-invalid', 'heroku/python-unsupported'],
            ['heroku/uv-python-version-missing', 'heroku/python-unspecified', 'heroku/runtime-txt'],
          ),
      openedFilesStep(settings, 'read what it holds from a variable, since the platform has only what is pushed'),
      item(
        'clean-tree',
        'before',
        images
          ? 'No environment file with secrets is committed.'
          : 'No virtual environment is committed, which would stop the build, and no environment file with secrets.',
        [`git ls-files | grep -E '${images ? '' : '^(\\.venv|venv|\\.heroku/python)/|'}(^|/)\\.env$'`],
        ['heroku/virtualenv-committed', 'secrets/env-committed'],
      ),
      images
        ? undefined
        : item(
            'static-files',
            'before',
            `Static files can be collected with the config vars of the app; the build ends where that fails.${missing.length === 0 ? '' : ` To try it here, give your shell ${missing.join(', ')}.`}${database && fromUrl && !missing.includes('`DATABASE_URL`') ? ' Settings that connect to the database as they load need a `DATABASE_URL` as well.' : ''}`,
            [`python ${script} collectstatic --noinput${flag}`],
            [],
            ['heroku/collectstatic-fails', 'heroku/collectstatic-disabled'],
          ),
      item(
        'account',
        'during',
        "Heroku's command line is installed (devcenter.heroku.com/articles/heroku-cli). Log in, to an account that Heroku has verified.",
        ['heroku login'],
      ),
      images
        ? item(
            'create',
            'during',
            'Create the app on the container stack, which builds the images of heroku.yml.',
            ['heroku create --stack container'],
            [],
          )
        : item('create', 'during', create.text, create.commands, []),
      others === undefined
        ? undefined
        : item(
            'hosts',
            'during',
            `\`ALLOWED_HOSTS\` holds the app's own host, which \`heroku create\` has printed${others.length === 0 ? ' and which is not among its names' : `: ${inCode(others)} is another app's, unless the app has been there before`}. Add it and commit, or visitors come by a domain of your own alone.`,
            ['heroku info'],
          ),
      database
        ? item(
            'database',
            'during',
            'Attach Heroku Postgres, and wait for it: it takes some minutes, and sets `DATABASE_URL`.',
            ['heroku addons:create heroku-postgresql:essential-0', 'heroku pg:wait'],
            [],
            ['heroku/database-url-ignored'],
          )
        : undefined,
      redis
        ? item(
            'redis',
            'during',
            'Attach Heroku Key-Value Store, and wait for it: it sets `REDIS_URL`, with a self-signed certificate.',
            ['heroku addons:create heroku-redis:mini', 'heroku redis:wait'],
            [],
            ['heroku/redis-certificate-refused'],
          )
        : undefined,
      module === undefined
        ? undefined
        : item(
            'settings-module',
            'during',
            `Every process loads \`${module}\`.`,
            [`heroku config:set DJANGO_SETTINGS_MODULE=${shellWord(module)}`],
            [],
          ),
      configVars(project, settings, appJson, byOtherSteps, uploads && !stored),
      item(
        'push',
        'during',
        `Push what is committed: ${images ? 'the images are built' : 'the build installs and collects'}${release ? ', the release phase follows' : ''}.`,
        ['git status --short', 'git push heroku HEAD:main'],
        [],
      ),
      migrateStep(project, deployment, script, images),
      // Before there is an app, nothing has the variables that the settings demand.
      item('deploy-check', 'during', "Django's own deployment check passes with the config vars of the app.", [
        `heroku run --exit-code -- python ${script} check --deploy`,
      ]),
      firstAdministrator(settings, [`heroku run python ${script} createsuperuser`]),
      processes.length === 0
        ? undefined
        : item(
            'scale',
            'during',
            `Scale up ${processes.map((name) => `\`${name}\``).join(' and ')}: such processes start with no dyno.`,
            [`heroku ps:scale ${processes.map((name) => `${name}=1`).join(' ')}`],
            [],
            ['heroku/worker-missing', 'heroku/process-elsewhere'],
          ),
      host === undefined
        ? undefined
        : item(
            'domain',
            'during',
            hosts.length === 1
              ? `Attach the domain \`${host}\`, point its DNS record (a CNAME or ALIAS) to the target that \`heroku domains\` shows, and then get its certificate.`
              : `Attach the domains ${inCode(hosts)}, point the DNS record of each (a CNAME or ALIAS) to its target, which \`heroku domains\` shows, and then get the certificates.`,
            [
              ...hosts.map((each) => `heroku domains:add ${each}`),
              'heroku domains',
              ...hosts.map((each) => `heroku domains:wait ${each}`),
              'heroku certs:auto:enable --wait',
            ],
            [],
          ),
      item('answers', 'after', 'The processes are up, and the site answers.', ['heroku ps', 'heroku open']),
      item('logs', 'after', 'The log shows no R10, R14, H10, H12, H14 or H20.', ['heroku logs --tail']),
      item(
        'https',
        'after',
        'Plain HTTP is redirected to HTTPS.',
        host === undefined
          ? ['curl -sI "$(heroku info -s | sed -n s/^web_url=https/http/p)"']
          : [`curl -sI http://${host}/`],
        [],
      ),
      database
        ? item(
            'backups',
            'after',
            'Backups of the database are scheduled, and one has been restored into a second database, which `heroku addons:destroy RESTORED` takes away once you have looked into it.',
            [
              "heroku pg:backups:schedule DATABASE_URL --at '02:00 UTC'",
              'heroku pg:backups:capture DATABASE_URL',
              'heroku addons:create heroku-postgresql:essential-0 --as RESTORED --wait',
              'heroku pg:backups:restore "$(heroku pg:backups:url)" RESTORED_URL',
            ],
          )
        : undefined,
      uploads
        ? item(
            'media',
            'after',
            'An upload is still there after a restart.',
            ['heroku restart'],
            [],
            ['media/ephemeral'],
          )
        : undefined,
      item(
        'rollback',
        'after',
        `You know the way back: it takes back code and config vars, but no migrations and no add-ons${release ? ', and runs the release phase again' : ''}. Bad code is better reverted with Git and pushed. To go back at once: \`heroku rollback\`, which asks nothing and takes the running release off.`,
        ['heroku releases'],
        [],
      ),
    ];
    return items.filter((entry) => entry !== undefined);
  },
);
