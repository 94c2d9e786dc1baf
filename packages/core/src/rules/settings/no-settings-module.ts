/** A Django project whose settings cannot be found: then nothing about them can be said. */
import { dependencies } from '../../facts/dependencies.js';
import { entryPoints } from '../../facts/entry-points.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { lineSpan } from '../../source.js';

export const noSettingsModule = defineRule({
  id: 'settings/no-settings-module',
  title: 'No settings module was found',
  sound: 'The settings module was found',
  category: 'deployment',
  severity: 'high',
  effort: minutes(5),
  risk: 'Nothing about the settings could be judged.',
  references: [docs('topics/settings')],
  since: '0.1.0',
  needs: { dependencies, entryPoints, project, settings },
  problems: {},
  questions: { where: 'The project uses Django, and no settings module was found. Which one does production load?' },
  // A module that is named and missing has a rule of its own.
  when: ({ dependencies, entryPoints, project }) =>
    entryPoints.all.every((entry) => entry.module === undefined) &&
    (dependencies.django !== undefined || managers(project.paths).length > 0),
  *check({ dependencies, project, settings }, { question }) {
    if (settings.path !== undefined) return;
    const [manager] = managers(project.paths);
    const file = manager === undefined ? undefined : project.file(manager);
    const at = file ? file.at(lineSpan(file.text, 1)) : dependencies.django?.at;
    if (at) yield question('where', { at, subject: 'settings' });
  },
});

const managers = (paths: readonly string[]): readonly string[] =>
  paths.filter((path) => /(^|\/)manage\.py$/.test(path));
