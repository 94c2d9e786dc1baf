/** Names that the site's code or its settings take from the site's own modules, and that those do not define. */
import type { Located } from '../../fact.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { sources } from '../../facts/sources.js';
import { itemsOf, lookup, stringOf, stringsOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes, web } from '../../rule.js';
import { lineSpan, type Project } from '../../source.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { middlewareOf } from '../settings/middleware.js';
import { djangoEngine } from '../templates/engines.js';
import { wayToFile } from './way-to-file.js';

export const nameMissing = defineRule({
  id: 'startup/name-missing',
  title: 'The code takes a name that its own module does not define',
  sound: 'The names that the code takes from its own modules are defined there',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(15),
  risk: 'The file cannot be loaded, and with it the whole site: every request, and every command, stops with ImportError or AttributeError.',
  references: [
    web('Python: the import statement', 'https://docs.python.org/3/reference/simple_stmts.html#the-import-statement'),
    docs('topics/http/urls', 'how-django-processes-a-request'),
  ],
  since: '0.1.0',
  needs: { project, settings, sources },
  problems: {
    code: '`{path}` takes `{name}` from `{module}`, and `{file}` does not define it.',
    setting: '`{setting}` names `{entry}`, and `{file}` does not define `{name}`.',
  },
  when: ({ settings, sources }) => settings.path !== undefined && sources.files.some(({ loaded }) => loaded === 'yes'),
  *check({ project, settings, sources }, { problem }) {
    const told = new Set<string>();
    for (const source of sources.files) {
      // That the settings themselves stop is told of them.
      if (source.aside || source.loaded !== 'yes' || settings.files.includes(source.path)) continue;
      for (const { at, module, name, path: file } of source.missingNames ?? []) {
        if (told.has(`${module}.${name}`)) continue;
        told.add(`${module}.${name}`);
        const about = {
          at,
          trail: wayToFile(sources, source),
          subject: `name:${module}.${name}`,
          current: lineOf(project, at),
        };
        yield {
          ...problem('code', about, { path: source.path, name, module, file }),
          confidence: 'firm',
          remedy: { summary: `Define \`${name}\` in \`${file}\`, or take it out here.`, path: source.path },
        };
      }
    }
    for (const { setting, entry, about } of named(settings)) {
      const lost = sources.missing?.(entry);
      if (!lost || told.has(`${lost.module}.${lost.name}`)) continue;
      told.add(`${lost.module}.${lost.name}`);
      yield {
        ...problem('setting', about, { setting, entry, name: lost.name, file: lost.path }),
        confidence: confidenceIn(settings, settings.get(setting)) === 'certain' ? 'firm' : 'tentative',
        remedy: { summary: `Define \`${lost.name}\` in \`${lost.path}\`, or correct the name.`, path: about.at.path },
      };
    }
  },
});

/** Every name of a class or function that Django imports because a setting has it, at its start or with a request. */
function named(settings: Settings): readonly { setting: string; entry: string; about: Located }[] {
  if (!hasFinalValues(settings)) return [];
  const middleware = middlewareOf(settings);
  const found = stringsOf(middleware.value).map((entry) => ({ setting: middleware.name, entry }));
  for (const setting of ['AUTHENTICATION_BACKENDS', 'DATABASE_ROUTERS'])
    found.push(...stringsOf(settings.get(setting).value).map((entry) => ({ setting, entry })));
  for (const engine of itemsOf(settings.get('TEMPLATES').value))
    if (stringOf(lookup(engine, 'BACKEND')) === djangoEngine)
      for (const entry of stringsOf(lookup(lookup(engine, 'OPTIONS'), 'context_processors')))
        found.push({ setting: 'TEMPLATES', entry });
  return found.map(({ setting, entry }) => {
    const { at, trail, subject } = setting === middleware.name ? middleware : settings.get(setting);
    return { setting, entry, about: { at, trail, subject: `${subject}:${entry}` } };
  });
}

function lineOf(project: Project, at: Located['at']): string {
  const text = project.file(at.path)?.text ?? '';
  const { start, end } = lineSpan(text, at.start.line);
  return text.slice(start, end).trim().slice(0, 160);
}
