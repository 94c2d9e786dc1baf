/** Templates that are asked for and lie where no loader of the settings looks. */
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { sources } from '../../facts/sources.js';
import { templates } from '../../facts/templates.js';
import { itemsOf, lookup, stringOf, stringsOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { listed } from '../listed.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { shownPath } from '../structure/repository-path.js';
import { askedTemplates } from './asked-templates.js';
import { isDeadCode } from './dead-code.js';

export const templateNotFound = defineRule({
  id: 'templates/not-found',
  title: 'A template lies where no loader looks',
  sound: 'The templates that are asked for lie where their loaders look',
  category: 'deployment',
  severity: 'high',
  effort: minutes(10),
  risk: 'The page that asks for it answers 500: TemplateDoesNotExist.',
  references: [docs('ref/settings', 'templates-dirs'), docs('ref/settings', 'app-dirs')],
  since: '0.1.0',
  needs: { askedTemplates, project, settings, sources, templates },
  problems: { elsewhere: '`{name}` is asked for, and `{path}` lies where no loader of `TEMPLATES` looks.' },
  when: ({ askedTemplates, settings, templates }) =>
    hasFinalValues(settings) && templates.complete && askedTemplates.length > 0,
  *check({ askedTemplates, project, settings, sources, templates }, { problem }) {
    const setting = settings.get('TEMPLATES');
    const told = new Set<string>();
    const looked = directoriesOf(settings);
    const base = shownPath(stringOf(settings.get('BASE_DIR').value) ?? '');
    for (const { at, name } of askedTemplates) {
      if (told.has(name) || templates.get(name) || mayBeBrought(settings, name)) continue;
      told.add(name);
      const path = elsewhere(project, name);
      if (path === undefined || (at.path.endsWith('.py') && isDeadCode(project, at))) continue;
      const loaded = sources.get(at.path)?.loaded ?? 'yes';
      yield {
        ...problem('elsewhere', { at, subject: `${at.path}:${name}` }, { name, path }),
        // A package may bring one of this name, and code that only may be loaded may never ask.
        confidence: confidenceIn(settings, setting) === 'certain' && loaded === 'yes' ? 'firm' : 'tentative',
        evidence: [
          { at: setting.at, note: `\`TEMPLATES\` says where loaders look${looked === '' ? '' : `: in ${looked}`}.` },
        ],
        remedy: {
          summary: `${looked === '' ? '' : `\`DIRS\` looks in ${looked}${base === '' ? '' : `, since \`BASE_DIR\` is \`${base}\``}. `}Name \`${path.slice(0, path.length - name.length - 1)}\` in \`DIRS\` of \`TEMPLATES\`, or install the application that it belongs to.`,
          path: setting.at.path,
        },
      };
    }
  },
});

/** The directories of `DIRS`, in words; empty where it has none. */
function directoriesOf(settings: Settings): string {
  const backends = itemsOf(settings.get('TEMPLATES').value);
  const paths = backends.flatMap((backend) => stringsOf(lookup(backend, 'DIRS')).map(shownPath));
  return paths.length === 0 ? '' : listed([...new Set(paths)]);
}

/** Names that Django's own applications or other installed ones bring as well. */
function mayBeBrought(settings: Settings, name: string): boolean {
  const [folder = ''] = name.toLowerCase().split('/');
  if (/^(base|registration|[345]\d\d)\b/.test(folder)) return true;
  return stringsOf(settings.get('INSTALLED_APPS').value).some((entry) =>
    entry
      .toLowerCase()
      .split('.')
      .some((part) => part === folder),
  );
}

/** The project's own file of the name, in a directory of templates. */
function elsewhere(project: Project, name: string): string | undefined {
  return project.paths.find(
    (path) =>
      path.endsWith(name) &&
      /(^|\/)(templates|jinja2)\/$/.test(path.slice(0, path.length - name.length)) &&
      !/(^|\/)(node_modules|site-packages|tests?|docs?|examples?)\//.test(path),
  );
}
