/** What is to be done before, during and after a deployment on Railway, in this project's own names. */
import {
  apps,
  type ChecklistItem,
  defineChecklist,
  deployment,
  features,
  project,
  settings,
} from '@django-golive/core';
import { item } from '../checklist-item.js';
import { celeryApplication, firstAdministrator, manageScript, missingVariables } from '../checklist-steps.js';
import { railwayConfig } from '../files/railway-config.js';
import { newKey } from '../new-key.js';
import { openedFilesStep } from '../opened-files.js';
import { publicHosts } from '../public-hosts.js';
import { shellWord } from '../shell-word.js';
import { takesUploads } from '../uploads.js';

/** Railway's checklist. */
export const checklist = defineChecklist(
  { apps, project, settings, deployment, features, railwayConfig },
  ({ apps, project, settings, deployment, features, railwayConfig }): readonly ChecklistItem[] => {
    const script = manageScript(project);
    const celery = celeryApplication(project, settings);
    const module = settings.module === '' ? undefined : settings.module;
    const flag = module === undefined ? '' : ` --settings=${shellWord(module)}`;
    const missing = missingVariables(settings);
    const [host] = publicHosts(settings).filter((name) => !name.endsWith('.railway.app'));
    const postgres = features.uses('postgresql') ?? features.uses('sqlite');
    const migrates = deployment.processes.some(({ command }) => /\bmigrate\b/.test(command ?? ''));
    const items: (ChecklistItem | undefined)[] = [
      item(
        'start-command',
        'before',
        'The start command serves the application on `$PORT`.',
        [],
        ['railway/port-not-bound'],
        ['railway/development-server'],
      ),
      railwayConfig
        ? item(
            'configuration',
            'before',
            `What \`${railwayConfig.path}\` says stands in the settings of the service, or in \`.railway/railway.ts\`.`,
            [],
            [],
            ['railway/config-cutoff'],
          )
        : undefined,
      openedFilesStep(
        settings,
        'read what it holds from a variable, since the platform has only what is in the repository',
      ),
      item('clean-tree', 'before', 'No secret is committed.', [], [], ['secrets/env-committed']),
      item('deploy-check', 'before', "Django's own deployment check passes.", [
        `python ${script} check --deploy${flag}`,
      ]),
      item('create', 'during', 'Create the project and a service from this repository.', ['railway init']),
      postgres
        ? item(
            'database',
            'during',
            'Add Postgres; `DATABASE_URL` of the service refers to it as `${{Postgres.DATABASE_URL}}`.',
            ['railway add -d postgres'],
            [],
            ['database/sqlite-on-ephemeral-disk'],
          )
        : undefined,
      (features.uses('redis') ?? features.uses('celery'))
        ? item('redis', 'during', 'Add Redis, and let the variables refer to it.', ['railway add -d redis'])
        : undefined,
      features.uses('celery')
        ? item(
            'worker',
            'during',
            'A second service from the same repository starts the worker.',
            celery === undefined ? [] : [`celery -A ${celery} worker`],
          )
        : undefined,
      module === undefined
        ? undefined
        : item('settings-module', 'during', `Every service has \`DJANGO_SETTINGS_MODULE\`, set to \`${module}\`.`, [
            `railway variables --set DJANGO_SETTINGS_MODULE=${shellWord(module)}`,
          ]),
      missing.length === 0
        ? undefined
        : item(
            'variables',
            'during',
            `The variables hold what the settings demand: ${missing.map((name) => `\`${name}\``).join(', ')}.`,
            missing.includes('SECRET_KEY') ? [`railway variables --set SECRET_KEY="$(${newKey('python')})"`] : [],
          ),
      takesUploads(features, apps, settings)
        ? item('volume', 'during', 'A volume is mounted where uploads are kept.', [], [], ['media/ephemeral'])
        : undefined,
      item(
        'static-files',
        'during',
        'The build collects the static files.',
        [`python ${script} collectstatic --noinput`],
        [],
        ['railway/pre-deploy-files'],
      ),
      item(
        'migrate',
        'during',
        migrates ? 'The deployment has migrated the database.' : 'The pre-deploy command migrates the database.',
        migrates ? [] : [`python ${script} migrate --noinput`],
      ),
      item('deploy', 'during', 'Deploy.', ['railway up']),
      firstAdministrator(settings, ['railway ssh', `python ${script} createsuperuser`]),
      item(
        'domain',
        'during',
        host === undefined
          ? 'A domain is made for the service, and `ALLOWED_HOSTS` holds it.'
          : `The domain \`${host}\` is added to the service, and its DNS points to Railway.`,
        [`railway domain${host === undefined ? '' : ` ${host}`}`],
        [],
        ['settings/allowed-hosts-empty', 'settings/allowed-hosts-local-only'],
      ),
      item(
        'logs',
        'after',
        'The log shows that the server listens, and no errors.',
        ['railway logs'],
        [],
        ['railway/health-check-host'],
      ),
      item(
        'https',
        'after',
        'Plain HTTP is redirected to HTTPS.',
        host === undefined ? [] : [`curl -sI http://${host}/`],
      ),
      postgres ? item('backups', 'after', 'A backup of the database has been restored elsewhere.') : undefined,
      item('rollback', 'after', 'You know the way back in the dashboard; it does not undo migrations.'),
    ];
    return items.filter((entry) => entry !== undefined);
  },
);
