/** Migrations that are written on the server, where nobody sees or keeps them. */
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { deployLines, managementArguments } from './deploy-files.js';

export const makemigrationsInDeploy = defineRule({
  id: 'migrations/makemigrations-in-deploy',
  title: 'Migrations are made during the deployment',
  sound: 'Migrations are made by developers',
  category: 'database',
  severity: 'high',
  effort: minutes(30),
  risk: 'Each server writes migrations of its own, which clash with those of the repository or are lost with the disk.',
  references: [docs('topics/migrations', 'version-control')],
  since: '0.1.0',
  needs: { deployment, project },
  problems: { made: '`{path}` runs `makemigrations`.' },
  when: ({ deployment, project }) => [...deployLines(project, deployment)].length > 0,
  *check({ deployment, project }, { problem }) {
    for (const { path, text, at } of deployLines(project, deployment)) {
      const args = managementArguments(text, 'makemigrations');
      // With these it writes nothing.
      if (args === undefined || /--check\b|--dry-run\b/.test(args)) continue;
      yield {
        ...problem('made', { at, subject: path }, { path }),
        confidence: 'firm',
        remedy: {
          summary:
            'Run `makemigrations` where the models are changed, commit what it writes, and run only `migrate` here.',
          path,
        },
      };
    }
  },
});
