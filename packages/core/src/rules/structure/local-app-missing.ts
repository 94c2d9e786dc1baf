/** Settings that name a module of the repository's own package which is not there. */
import { entryPoints } from '../../facts/entry-points.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { defineRule, docs, minutes, type Verdict } from '../../rule.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { staticStorage } from '../static/static-settings.js';
import { namedModules, whereIs } from './named-modules.js';

export const localAppMissing = defineRule({
  id: 'structure/local-app-missing',
  title: 'The settings name a module that is not in the repository',
  sound: 'The modules that the settings name are in the repository',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(15),
  risk: 'Django stops with ModuleNotFoundError: at its start, or at the first request.',
  references: [docs('ref/settings', 'installed-apps')],
  since: '0.1.0',
  needs: { entryPoints, project, settings },
  problems: { missing: '`{setting}` names `{entry}`, and `{path}` is not in the repository.' },
  when: ({ settings }) => hasFinalValues(settings),
  *check({ entryPoints, project, settings }, { problem }) {
    const told = new Set<string>();
    for (const { setting, entry, module } of namedModules(settings)) {
      // A server loads its WSGI module by itself; the setting is for the development server.
      if (setting.name === 'WSGI_APPLICATION' || told.has(module)) continue;
      const found = whereIs(project, entryPoints, module);
      if (found.kind !== 'missing') continue;
      told.add(module);
      yield {
        ...problem(
          'missing',
          { ...setting, subject: `${setting.subject}:${entry}` },
          { setting: setting.name, entry, path: found.expected },
        ),
        confidence: confidenceIn(settings, setting),
        ...milder(setting.name, entry, settings),
        remedy: {
          summary: 'Add the file to the repository, or correct the name; look whether .gitignore leaves it out.',
          path: setting.at.path,
        },
      };
    }
  },
});

/** What is loaded on use only: the rest of the site runs. */
function milder(name: string, entry: string, settings: Settings): Partial<Pick<Verdict, 'risk' | 'severity'>> {
  const isStatic = staticStorage(settings) === entry;
  if (name === 'STATICFILES_STORAGE' || (name === 'STORAGES' && isStatic))
    return { risk: '`collectstatic` stops, and every page that names a static file is a server error.' };
  const risk = onUse[name];
  return risk === undefined ? {} : { severity: 'high', risk };
}

const onUse: Readonly<Record<string, string>> = {
  AUTHENTICATION_BACKENDS: 'Whoever signs in, or is signed in, gets a server error.',
  CACHES: 'Whatever asks this cache is a server error.',
  DEFAULT_FILE_STORAGE: 'Whatever stores or shows an uploaded file is a server error.',
  EMAIL_BACKEND: 'Whatever sends a mail, such as a password reset, is a server error.',
  STORAGES: 'Whatever stores or shows a file by it is a server error.',
};
