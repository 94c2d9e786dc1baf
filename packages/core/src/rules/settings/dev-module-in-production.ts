/** Development settings that the deployed web process loads. */
import { entryPoints } from '../../facts/entry-points.js';
import { project } from '../../facts/inputs.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { looksLikeDevelopment, looksLikeProduction } from './module-names.js';

export const devModuleInProduction = defineRule({
  id: 'settings/dev-module-in-production',
  title: 'Production loads development settings',
  sound: 'Production does not load development settings',
  category: 'deployment',
  severity: 'high',
  effort: minutes(15),
  risk: 'The site runs with debug mode, test backends or a local database, whatever the production settings say.',
  references: [docs('topics/settings', 'envvar-DJANGO_SETTINGS_MODULE')],
  since: '0.1.0',
  needs: { entryPoints, project },
  problems: { development: '{name} loads `{module}`, which is named as settings for development.' },
  questions: {
    default: '{name} loads `{module}` unless the environment names another module. Which one does production name?',
  },
  when: ({ entryPoints }) => entryPoints.production?.module !== undefined,
  *check({ entryPoints, project }, { problem, question }) {
    const entry = entryPoints.production;
    if (entry?.module === undefined || entry.at === undefined || !looksLikeDevelopment(entry.module)) return;
    const { at, module, name } = entry;
    // A project with this one module has nothing else to load.
    const better = [...entryPoints.orphans.map((orphan) => orphan.module), ...entry.candidates].filter(
      (candidate) => candidate !== module && looksLikeProduction(candidate),
    );
    const about = { at, subject: module };
    const line = (project.file(at.path)?.text ?? '').split(/\r\n|\r|\n/)[at.start.line - 1] ?? '';
    if (/setdefault|environ\.get|getenv/.test(line)) yield question('default', about, { name, module });
    else {
      yield {
        ...problem('development', about, { name, module }),
        confidence: 'firm',
        evidence: [{ at, note: entry.reason }],
        ...(better[0] === undefined ? {} : { remedy: { summary: `Name \`${better[0]}\` instead.`, path: at.path } }),
      };
    }
  },
});
