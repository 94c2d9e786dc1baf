/** Names in another spelling than the files': found on Windows and macOS, and nowhere else. */
import { entryPoints } from '../../facts/entry-points.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { templates } from '../../facts/templates.js';
import { defineRule, minutes, web } from '../../rule.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { askedTemplates } from '../templates/asked-templates.js';
import { isDeadCode } from '../templates/dead-code.js';
import { namedModules, whereIs } from './named-modules.js';
import { templateNames } from './template-names.js';

export const caseMismatch = defineRule({
  id: 'structure/case-mismatch',
  title: 'A name differs from its file in upper and lower case',
  sound: 'Names are spelt as their files are',
  category: 'deployment',
  severity: 'high',
  effort: minutes(10),
  risk: 'What works on Windows and macOS is not found on a Linux server.',
  references: [web('Python: PEP 235, import on case-insensitive platforms', 'https://peps.python.org/pep-0235/')],
  since: '0.1.0',
  needs: { askedTemplates, entryPoints, project, settings, templates },
  problems: {
    module: '`{setting}` names `{entry}`, and the file is `{path}`.',
    template: '`{name}` is asked for, and the template is `{path}`.',
  },
  when: ({ settings }) => hasFinalValues(settings),
  *check({ askedTemplates, entryPoints, project, settings, templates }, { problem }) {
    for (const { setting, entry, module } of namedModules(settings)) {
      const found = whereIs(project, entryPoints, module);
      if (found.kind !== 'respelt') continue;
      yield {
        ...problem(
          'module',
          { ...setting, subject: `${setting.subject}:${entry}` },
          { setting: setting.name, entry, path: found.path },
        ),
        confidence: confidenceIn(settings, setting),
        remedy: { summary: 'Spell the name as the file is spelt.', path: setting.at.path },
      };
    }
    for (const { at, name, path } of templateNames(templates, askedTemplates)) {
      if (at.path.endsWith('.py') && isDeadCode(project, at)) continue;
      yield {
        ...problem('template', { at, subject: `${at.path}:${name}` }, { name, path }),
        confidence: 'firm',
        remedy: { summary: 'Spell the name as the file is spelt.', path: at.path },
      };
    }
  },
});
