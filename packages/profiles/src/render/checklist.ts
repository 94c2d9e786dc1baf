/** What is to be done before, during and after a deployment on Render, in this project's own names. */
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
import {
  celeryApplication,
  firstAdministrator,
  manageScript,
  missingVariables,
  servedApplication,
} from '../checklist-steps.js';
import { blueprint } from '../files/render-blueprint.js';
import { openedFilesStep } from '../opened-files.js';
import { managedBy } from '../platform/managed.js';
import { publicHosts } from '../public-hosts.js';
import { requirementsOf } from '../requirements.js';
import { shellWord } from '../shell-word.js';
import { takesUploads } from '../uploads.js';
import { commandsOf, webService } from './services.js';

/** Render's checklist. */
export const checklist = defineChecklist(
  { apps, project, settings, deployment, dependencies, features, blueprint },
  ({ apps, project, settings, deployment, dependencies, features, blueprint }): readonly ChecklistItem[] => {
    const service = webService(project, blueprint);
    const managed = service && managedBy(project, service.root, commandsOf(service));
    const script = manageScript(project);
    const module = settings.module === '' ? undefined : settings.module;
    const flag = module === undefined ? '' : ` --settings=${shellWord(module)}`;
    const wsgi = deployment.processes.find(({ role }) => role === 'web')?.application;
    const application = servedApplication(deployment, settings);
    // gunicorn listens on `$PORT` by itself.
    const start = application && dependencies.get('gunicorn') ? [`gunicorn ${shellWord(application)}`] : [];
    const requirements = requirementsOf(dependencies, project);
    const celery = celeryApplication(project, settings);
    const missing = missingVariables(settings);
    const [host] = publicHosts(settings).filter((name) => !name.endsWith('.onrender.com'));
    const database = features.uses('postgresql') ?? features.uses('sqlite');
    const queue = features.uses('celery');
    const items: (ChecklistItem | undefined)[] = [
      item(
        'start-command',
        'before',
        `The start command serves the application on \`$PORT\`${wsgi === undefined ? '' : `: \`${wsgi}\``}.`,
        [],
        ['render/port-not-bound'],
        ['render/development-server'],
      ),
      item(
        'python-version',
        'before',
        'A file or variable that Render reads names the Python to use.',
        [],
        [],
        ['render/python-version'],
      ),
      openedFilesStep(
        settings,
        'read what it holds from a variable, since the platform has only what is in the repository',
      ),
      item(
        'clean-tree',
        'before',
        'No secret is committed, in render.yaml or elsewhere.',
        [],
        [],
        ['render/secret-in-blueprint', 'secrets/env-committed'],
      ),
      item('deploy-check', 'before', "Django's own deployment check passes.", [
        `python ${script} check --deploy${flag}`,
      ]),
      item(
        'create',
        'during',
        blueprint
          ? 'Validate the Blueprint, and create it in the dashboard: New, Blueprint.'
          : 'Create a web service in the dashboard, with its build and start command.',
        blueprint ? ['render blueprints validate'] : start,
      ),
      item(
        'build-command',
        'during',
        managed?.names.has('collectstatic')
          ? 'The build has collected the static files.'
          : 'The build installs the packages and collects the static files.',
        managed?.names.has('collectstatic')
          ? []
          : [
              `${requirements === undefined ? '' : `pip install -r ${shellWord(requirements)} && `}python ${script} collectstatic --noinput`,
            ],
      ),
      database
        ? item(
            'database',
            'during',
            'A Postgres database is made, and its internal URL given to the service.',
            [],
            [],
            ['render/free-database', 'database/sqlite-on-ephemeral-disk'],
          )
        : undefined,
      features.uses('redis') || queue
        ? item(
            'key-value',
            'during',
            queue
              ? 'A Key Value instance is made with the policy `noeviction`, and its internal URL given to the services.'
              : 'A Key Value instance is made, and its internal URL given to the services.',
          )
        : undefined,
      queue && !deployment.processes.some(({ role }) => role === 'worker')
        ? item(
            'worker',
            'during',
            'A background worker is made from the same repository.',
            celery === undefined ? [] : [`celery -A ${celery} worker`],
          )
        : undefined,
      module === undefined
        ? undefined
        : item('settings-module', 'during', `Every service has \`DJANGO_SETTINGS_MODULE\`, set to \`${module}\`.`),
      missing.length === 0
        ? undefined
        : item(
            'variables',
            'during',
            `The dashboard gives what the settings demand: ${missing.map((name) => `\`${name}\``).join(', ')}.`,
          ),
      item(
        'migrate',
        'during',
        managed?.names.has('migrate')
          ? 'The deployment has migrated the database.'
          : 'The pre-deploy command migrates the database; on a free service the end of the build does.',
        managed?.names.has('migrate') ? [] : [`python ${script} migrate --noinput`],
        [],
        ['render/migrations-not-run'],
      ),
      firstAdministrator(settings, [`python ${script} createsuperuser`]),
      host === undefined
        ? undefined
        : item('domain', 'during', `The domain \`${host}\` is added to the service, and its DNS points to Render.`),
      item('logs', 'after', 'The log of the service shows that it listens, and no errors.', []),
      item(
        'https',
        'after',
        'Plain HTTP is redirected to HTTPS.',
        host === undefined ? [] : [`curl -sI http://${host}/`],
      ),
      takesUploads(features, apps, settings)
        ? item('media', 'after', 'An upload is still there after a deployment.', [], [], ['media/ephemeral'])
        : undefined,
      database
        ? item(
            'backups',
            'after',
            'A backup of the database has been restored elsewhere.',
            [],
            [],
            ['render/free-database'],
          )
        : undefined,
      item('rollback', 'after', 'You know the way back in the dashboard; it does not undo migrations.'),
    ];
    return items.filter((entry) => entry !== undefined);
  },
);
