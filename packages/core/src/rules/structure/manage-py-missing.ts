/** Commands that call manage.py in a repository that has none. */
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { defineRule, docs, minutes } from '../../rule.js';

export const managePyMissing = defineRule({
  id: 'structure/manage-py-missing',
  title: 'There is no manage.py',
  sound: 'manage.py is there',
  category: 'structure',
  severity: 'high',
  effort: minutes(10),
  risk: 'Migrations and collectstatic cannot be run the way every guide and platform runs them.',
  references: [docs('ref/django-admin')],
  since: '0.1.0',
  needs: { deployment, project, settings },
  problems: { called: '`{process}` runs `manage.py`, and the repository has none.' },
  questions: { none: 'The repository has no `manage.py`. How are migrations and collectstatic run?' },
  when: ({ settings }) => settings.path !== undefined,
  *check({ deployment, project, settings }, { problem, question }) {
    if ([...project.paths, ...project.skipped.map(({ path }) => path)].some((path) => /(^|\/)manage\.py$/.test(path)))
      return;
    const caller = deployment.processes.find(({ command }) => /(^|[\s/])manage\.py(\s|$)/.test(command ?? ''));
    if (caller) {
      yield {
        ...problem('called', caller, { process: caller.name }),
        // An image may bring one along.
        confidence: 'firm',
        remedy: {
          summary: 'Make one, or call `python -m django` with DJANGO_SETTINGS_MODULE in the environment.',
          code: `#!/usr/bin/env python\nimport os\nimport sys\n\nfrom django.core.management import execute_from_command_line\n\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', '${settings.module}')\nexecute_from_command_line(sys.argv)`,
          language: 'python',
          path: 'manage.py',
        },
      };
      return;
    }
    // A package with an entry point of its own runs commands in another way.
    const scripts = project.paths.some(
      (path) =>
        /(^|\/)(pyproject\.toml|setup\.(py|cfg))$/.test(path) &&
        /execute_from_command_line|scripts|entry_points|django-admin/.test(project.file(path)?.text ?? ''),
    );
    if (!scripts) yield question('none', settings.get('ROOT_URLCONF'));
  },
});
