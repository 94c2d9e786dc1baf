/** Whether a deployment migrates the database by itself. */
import { defineRule, minutes, project, settings, web } from '@django-golive/core';
import { migratingStep, workflows } from '../../files/github-workflow.js';
import { blueprint } from '../../files/render-blueprint.js';
import { managedBy, mayMigrate } from '../../platform/managed.js';
import { needsMigrations, riskWithout, toMigrate } from '../../platform/migrations.js';
import { commandsOf, webService } from '../services.js';

export const migrationsNotRun = defineRule({
  id: 'render/migrations-not-run',
  title: 'No deployment migrates the database',
  sound: 'Each deployment migrates the database',
  category: 'deployment',
  severity: 'medium',
  effort: minutes(5),
  risk: 'New code meets the old schema until somebody migrates by hand, and answers with server errors.',
  references: [web('Render: Deploy steps', 'https://render.com/docs/deploys#deploy-steps')],
  since: '0.1.0',
  needs: { blueprint, project, settings, workflows },
  problems: { missing: 'No command of `{service}` in `{path}` runs `migrate`.' },
  when: ({ blueprint, project, settings }) => {
    const service = webService(project, blueprint);
    return service !== undefined && service.runtime !== 'docker' && needsMigrations(project, settings);
  },
  *check({ blueprint, project, settings, workflows }, { problem }) {
    const service = webService(project, blueprint);
    if (!service || !blueprint || migratingStep(workflows)) return;
    if (mayMigrate(managedBy(project, service.root, commandsOf(service)))) return;
    yield {
      ...problem(
        'missing',
        { at: service.at, subject: `render.yaml:${service.name}:migrate` },
        { service: service.name, path: blueprint.path },
      ),
      ...riskWithout(toMigrate(project, settings)),
      confidence: 'firm',
      remedy:
        service.plan === 'free'
          ? {
              summary: 'Migrate at the end of the build: free services have no pre-deploy command.',
              code: `buildCommand: ${service.build ? `${service.build.text} && ` : ''}python manage.py migrate --noinput`,
              language: 'yaml',
              path: blueprint.path,
            }
          : {
              summary: 'Migrate before the new code answers.',
              code: 'preDeployCommand: python manage.py migrate --noinput',
              language: 'yaml',
              path: blueprint.path,
              ...(service.start ? { place: 'after', at: service.start.at } : {}),
            },
    };
  },
});
