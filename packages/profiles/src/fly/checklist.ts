/** What is to be done before, during and after a deployment on Fly.io, in this project's own names. */
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
import { flyConfig } from '../files/fly-config.js';
import { newKey } from '../new-key.js';
import { openedFilesStep } from '../opened-files.js';
import { publicHosts } from '../public-hosts.js';
import { shellWord } from '../shell-word.js';
import { takesUploads } from '../uploads.js';
import { flyImage } from './image.js';

/** Fly.io's checklist. */
export const checklist = defineChecklist(
  { apps, project, settings, deployment, features, flyConfig, flyImage },
  ({ apps, project, settings, deployment, features, flyConfig, flyImage }): readonly ChecklistItem[] => {
    const module = settings.module === '' ? undefined : settings.module;
    const flag = module === undefined ? '' : ` --settings=${shellWord(module)}`;
    const missing = missingVariables(settings);
    const [host] = publicHosts(settings).filter((name) => !name.endsWith('.fly.dev'));
    const postgres = features.uses('postgresql');
    const celery = celeryApplication(project, settings);
    const releases = /\bmigrate\b/.test(flyConfig?.release?.text ?? '');
    const manage = shellWord(`${flyImage?.workdir ?? ''}${flyImage?.workdir === undefined ? '' : '/'}manage.py`);
    const items: (ChecklistItem | undefined)[] = [
      item(
        'port',
        'before',
        'The server of the image listens on all addresses, on the `internal_port` of fly.toml.',
        [],
        ['fly/port-mismatch'],
        ['fly/development-server'],
      ),
      openedFilesStep(
        settings,
        'read what it holds from a variable, since the platform has only what is built from the repository',
      ),
      item(
        'clean-tree',
        'before',
        'No secret is in fly.toml, and .dockerignore keeps environment files out of the image.',
        [],
        [],
        ['fly/secret-in-config', 'secrets/env-committed'],
      ),
      item('deploy-check', 'before', "Django's own deployment check passes.", [
        `python ${manageScript(project)} check --deploy${flag}`,
      ]),
      flyConfig
        ? item('validate', 'before', 'fly.toml is valid.', ['fly config validate'])
        : item('launch', 'during', 'Create the app and its files without deploying yet.', ['fly launch --no-deploy']),
      missing.length === 0
        ? undefined
        : item(
            'secrets',
            'during',
            `Set the secrets that the settings demand: ${missing.map((name) => `\`${name}\``).join(', ')}.`,
            missing.includes('SECRET_KEY') ? [`fly secrets set SECRET_KEY="$(${newKey('python')})"`] : [],
          ),
      postgres
        ? item('database', 'during', 'Create a Postgres and attach it; that sets `DATABASE_URL`.', [
            'fly mpg create',
            'fly mpg attach',
          ])
        : undefined,
      features.uses('sqlite') || takesUploads(features, apps, settings)
        ? item(
            'volume',
            'during',
            'A volume is mounted where files have to stay; each machine has its own.',
            ['fly volumes list'],
            [],
            ['database/sqlite-on-ephemeral-disk', 'media/ephemeral', 'fly/release-on-volume'],
          )
        : undefined,
      (features.uses('redis') ?? features.uses('celery'))
        ? item('redis', 'during', 'Create a Redis, and set its address as a secret.', ['fly redis create'])
        : undefined,
      module === undefined
        ? undefined
        : item(
            'settings-module',
            'during',
            `\`[env]\` or the image gives \`DJANGO_SETTINGS_MODULE\`, set to \`${module}\`.`,
          ),
      item('deploy', 'during', 'Deploy.', ['fly deploy']),
      item(
        'migrate',
        'during',
        releases ? 'The release command has migrated the database.' : 'Migrate the database.',
        releases ? ['fly releases'] : [`fly ssh console -C ${shellWord(`python ${manage} migrate --noinput`)}`],
        [],
        ['fly/migrations-not-released'],
      ),
      features.uses('celery') && !deployment.processes.some(({ role }) => role === 'worker')
        ? item(
            'worker',
            'during',
            `A process group of its own runs the worker${celery === undefined ? '' : `: \`worker = "celery -A ${celery} worker"\` in \`[processes]\` of fly.toml, then deploy again`}.`,
            ['fly scale count worker=1'],
          )
        : undefined,
      firstAdministrator(settings, [`fly ssh console --pty -C ${shellWord(`python ${manage} createsuperuser`)}`]),
      host === undefined
        ? undefined
        : item('domain', 'during', `Add the certificate of \`${host}\`, and point its DNS to the app.`, [
            `fly certs add ${host}`,
          ]),
      item(
        'status',
        'after',
        'All machines run, and their checks pass.',
        ['fly status', 'fly checks list'],
        [],
        ['fly/health-check-redirected'],
      ),
      item('logs', 'after', 'The log shows no errors.', ['fly logs']),
      item(
        'https',
        'after',
        'Plain HTTP is redirected to HTTPS.',
        host === undefined ? [] : [`curl -sI http://${host}/`],
        ['https/ssl-redirect-disabled'],
      ),
      postgres ? item('backups', 'after', 'A backup of the database has been restored elsewhere.') : undefined,
      item('rollback', 'after', 'You know the way back; it does not undo migrations.', ['fly releases --image']),
    ];
    return items.filter((entry) => entry !== undefined);
  },
);
