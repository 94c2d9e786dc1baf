/** Whether a deployment migrates the database by itself. */
import { defineRule, minutes, project, settings, web } from '@django-golive/core';
import { migratingStep, workflows } from '../../files/github-workflow.js';
import { railwayConfig } from '../../files/railway-config.js';
import { managedBy, mayMigrate } from '../../platform/managed.js';
import { needsMigrations } from '../../platform/migrations.js';
import { railwayStart } from '../start.js';

export const migrationsUnseen = defineRule({
  id: 'railway/migrations-unseen',
  title: 'No file shows what migrates the database',
  sound: 'A deployment migrates the database',
  category: 'deployment',
  severity: 'medium',
  effort: minutes(5),
  risk: 'New code meets the old schema until somebody migrates by hand, and answers with server errors.',
  references: [web('Railway: Pre-deploy command', 'https://docs.railway.com/deployments/pre-deploy-command')],
  since: '0.1.0',
  needs: { project, railwayConfig, railwayStart, settings, workflows },
  problems: {},
  questions: {
    unseen:
      'Nothing that the files start runs `migrate`. Does the pre-deploy command in the settings of the service (`python manage.py migrate --noinput`)?',
  },
  // Of a service without a start command Railway's builder chooses one; an image may do anything.
  when: ({ project, railwayStart, settings }) =>
    railwayStart !== undefined && railwayStart.image === undefined && needsMigrations(project, settings),
  *check({ project, railwayConfig, railwayStart, workflows }, { question }) {
    if (!railwayStart || migratingStep(workflows)) return;
    const commands = [railwayConfig?.build?.text, railwayConfig?.preDeploy?.text, railwayStart.text];
    if (mayMigrate(managedBy(project, '', commands))) return;
    yield question('unseen', { at: railwayStart.at, subject: 'railway:migrate' });
  },
});
