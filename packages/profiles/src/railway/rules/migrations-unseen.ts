/** Whether a deployment migrates the database by itself. */
import { defineRule, minutes, project, web } from '@django-golive/core';
import { railwayConfig } from '../../files/railway-config.js';
import { hasMigrations, managedBy, mayMigrate } from '../../platform/managed.js';
import { railwayStart } from '../start.js';

export const migrationsUnseen = defineRule({
  id: 'railway/migrations-unseen',
  title: 'No file shows what migrates the database',
  sound: 'A deployment migrates the database',
  category: 'deployment',
  severity: 'low',
  effort: minutes(5),
  risk: 'New code meets the old schema until somebody migrates by hand, and answers with server errors.',
  references: [web('Railway: Pre-deploy command', 'https://docs.railway.com/deployments/pre-deploy-command')],
  since: '0.1.0',
  needs: { project, railwayConfig, railwayStart },
  problems: {},
  questions: {
    unseen:
      'Nothing that the files start runs `migrate`. Does the pre-deploy command in the settings of the service (`python manage.py migrate --noinput`)?',
  },
  // Of a service without a start command Railway's builder chooses one; an image may do anything.
  when: ({ project, railwayStart }) =>
    railwayStart !== undefined && railwayStart.image === undefined && hasMigrations(project),
  *check({ project, railwayConfig, railwayStart }, { question }) {
    if (!railwayStart) return;
    const commands = [railwayConfig?.build?.text, railwayConfig?.preDeploy?.text, railwayStart.text];
    if (mayMigrate(managedBy(project, '', commands))) return;
    yield question('unseen', { at: railwayStart.at, subject: 'railway:migrate' });
  },
});
