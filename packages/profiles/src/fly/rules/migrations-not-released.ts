/** Whether a deployment migrates the database by itself. */
import { defineRule, minutes, project, settings, web } from '@django-golive/core';
import { startOf } from '../../docker/start-programs.js';
import { managementCommandOf } from '../../files/django-command.js';
import { flyConfig } from '../../files/fly-config.js';
import { migratingStep, workflows } from '../../files/github-workflow.js';
import { invocationsOfLine } from '../../files/invocation.js';
import { mayMigrate } from '../../platform/managed.js';
import { needsMigrations, riskWithout, toMigrate } from '../../platform/migrations.js';
import { flyImage } from '../image.js';

export const migrationsNotReleased = defineRule({
  id: 'fly/migrations-not-released',
  title: 'No deployment migrates the database',
  sound: 'Each deployment migrates the database',
  category: 'deployment',
  severity: 'medium',
  effort: minutes(5),
  risk: 'New code meets the old schema until somebody migrates by hand, and answers with server errors.',
  references: [
    web(
      'Fly.io: release_command',
      'https://fly.io/docs/reference/configuration/#run-one-off-commands-before-releasing-a-deployment',
    ),
  ],
  since: '0.1.0',
  needs: { flyConfig, flyImage, project, settings, workflows },
  problems: { missing: 'fly.toml has no `release_command`, and nothing that the machines start runs `migrate`.' },
  when: ({ flyConfig, flyImage, project, settings }) =>
    flyConfig !== undefined && flyImage !== undefined && needsMigrations(project, settings),
  *check({ flyConfig, flyImage, project, settings, workflows }, { problem }) {
    if (!flyConfig || !flyImage || flyConfig.release || migratingStep(workflows)) return;
    const start = startOf(project, flyImage, undefined);
    const programs = [
      ...start.programs.map(({ invocation }) => invocation),
      ...flyConfig.processes.flatMap(({ text }) => invocationsOfLine(text)),
    ];
    // A script that is not there, or a command of one's own, may migrate.
    if (start.opaque || programs.some((program) => program.word.text.endsWith('.sh'))) return;
    const names = new Set(programs.flatMap((program) => managementCommandOf(program)?.name ?? []));
    if (mayMigrate({ names, open: false })) return;
    yield {
      ...problem('missing', { at: flyConfig.at, subject: 'fly.toml:release_command' }),
      ...riskWithout(toMigrate(project, settings)),
      confidence: 'firm',
      remedy: {
        summary: 'Migrate before each release.',
        code: '[deploy]\n  release_command = "python manage.py migrate --noinput"',
        language: 'text',
        path: flyConfig.path,
        // A second table of that name would be an error.
        place: /^\s*\[deploy\]/m.test(project.file(flyConfig.path)?.text ?? '') ? 'part' : 'end',
      },
    };
  },
});
