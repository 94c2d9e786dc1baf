/** What is to be done before, during and after a deployment on Heroku, in this project's own names. */
import { type ChecklistItem, defineChecklist, deployment, features, project, settings } from '@django-golive/core';
import { item } from '../checklist-item.js';
import { firstAdministrator } from '../checklist-steps.js';
import { appJson } from '../files/app-json.js';
import { publicHosts } from '../public-hosts.js';
import { shellWord } from '../shell-word.js';
import { buildManifest } from './build-manifest.js';
import { collectstaticScript } from './collectstatic.js';

/** Heroku's checklist. */
export const checklist = defineChecklist(
  { project, settings, deployment, features, appJson, buildManifest },
  ({ project, settings, deployment, features, appJson, buildManifest }): readonly ChecklistItem[] => {
    // With images of the project's own, neither build packs nor the files that only they read count.
    const images = (buildManifest?.dockerfiles.length ?? 0) > 0;
    const script = shellWord(collectstaticScript(project, undefined)?.path ?? 'manage.py');
    const module = settings.module === '' ? undefined : settings.module;
    const flag = module === undefined ? '' : ` --settings=${shellWord(module)}`;
    const processes = deployment.processes
      .filter(({ role }) => role === 'worker' || role === 'beat')
      .map(({ name }) => name);
    const [host] = publicHosts(settings).filter((name) => !name.endsWith('.herokuapp.com'));
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
    // `heroku create` does not read app.json, which the button and review apps start from.
    const declared = new Set(
      appJson?.variables.filter(({ required, value }) => required && value !== '').map(({ name }) => name),
    );
    const keys = settings.get('SECRET_KEY').reads;
    const missing = [
      ...new Set([
        ...settings.environment
          .filter(
            ({ name, required, sensitive, given }) =>
              (required || (sensitive && keys.includes(name))) && given === undefined,
          )
          .map(({ name }) => name),
        ...declared,
      ]),
    ].filter((name) => !byOtherSteps.includes(name));
    const key = keys.length === 1 ? keys[0] : missing.find((name) => name === 'SECRET_KEY');
    const released = deployment.processes.some(({ role }) => role === 'release');
    const releases = deployment.processes.some(
      ({ role, command }) => role === 'release' && /\bmigrate\b/.test(command ?? ''),
    );
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
            'A file in the root names the Python to use, and Heroku has it.',
            [],
            ['heroku/python-version-invalid', 'heroku/python-unsupported'],
            ['heroku/uv-python-version-missing', 'heroku/python-unspecified'],
          ),
      item(
        'clean-tree',
        'before',
        'No virtual environment and no environment file is committed.',
        ["git ls-files | grep -E '(^|/)(\\.?venv/|\\.env$)'"],
        ['heroku/virtualenv-committed', 'secrets/env-committed'],
      ),
      images
        ? undefined
        : item(
            'static-files',
            'before',
            'Static files can be collected with the variables of the build alone.',
            [`python ${script} collectstatic --noinput --dry-run${flag}`],
            [],
            ['heroku/collectstatic-fails', 'heroku/collectstatic-disabled'],
          ),
      item(
        'deploy-check',
        'before',
        "Django's own deployment check passes.",
        [`python ${script} check --deploy${flag}`],
        [],
      ),
      images
        ? item(
            'create',
            'during',
            'Create the app on the container stack, which builds the images of heroku.yml.',
            ['heroku create --stack container'],
            [],
          )
        : item(
            'create',
            'during',
            'Create the app with the Python build pack.',
            ['heroku create --buildpack heroku/python'],
            [],
          ),
      database
        ? item(
            'database',
            'during',
            'Attach Heroku Postgres; it sets `DATABASE_URL`.',
            ['heroku addons:create heroku-postgresql:essential-0'],
            [],
            ['heroku/database-url-ignored'],
          )
        : undefined,
      redis
        ? item(
            'redis',
            'during',
            'Attach Heroku Key-Value Store; it sets `REDIS_URL`, with a self-signed certificate.',
            ['heroku addons:create heroku-redis:mini'],
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
      missing.length === 0
        ? undefined
        : item(
            'config-vars',
            'during',
            `Set the config vars that ${declared.size > 0 ? 'app.json and the settings' : 'the settings'} need: ${missing.map((name) => `\`${name}\``).join(', ')}.`,
            key !== undefined && missing.includes(key)
              ? [`heroku config:set ${key}="$(python -c 'import secrets; print(secrets.token_urlsafe(64))')"`]
              : [],
            [],
          ),
      item(
        'push',
        'during',
        `Push: ${images ? 'the images are built' : 'the build installs and collects'}${released ? ', the release phase follows' : ''}.`,
        ['git push heroku HEAD:main'],
        [],
      ),
      item(
        'migrate',
        'during',
        releases ? 'The release phase has migrated the database.' : 'Migrate the database.',
        releases ? ['heroku releases:output'] : [`heroku run python ${script} migrate --noinput`],
        [],
        ['heroku/migrations-not-released'],
      ),
      firstAdministrator(settings, [`heroku run python ${script} createsuperuser`]),
      processes.length === 0
        ? undefined
        : item(
            'scale',
            'during',
            `Scale up ${processes.map((name) => `\`${name}\``).join(' and ')}: such processes start with no dyno.`,
            [`heroku ps:scale ${processes.map((name) => `${name}=1`).join(' ')}`],
            [],
            ['heroku/worker-missing'],
          ),
      host === undefined
        ? undefined
        : item(
            'domain',
            'during',
            `Attach the domain \`${host}\` and its certificate.`,
            [`heroku domains:add ${host}`, 'heroku certs:auto:enable'],
            [],
          ),
      item('logs', 'after', 'The log shows no R10, R14, H10 or H12.', ['heroku logs --tail'], []),
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
            'Backups of the database are scheduled, and one has been restored elsewhere.',
            ["heroku pg:backups:schedule DATABASE_URL --at '02:00 UTC'"],
            [],
          )
        : undefined,
      features.uses('local-media')
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
        'You know the way back; it does not undo migrations.',
        ['heroku releases', 'heroku rollback'],
        [],
      ),
    ];
    return items.filter((entry) => entry !== undefined);
  },
);
