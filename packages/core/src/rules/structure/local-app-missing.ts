/** Settings that name a module of the repository's own package which is not there. */
import { entryPoints } from '../../facts/entry-points.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
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
        // Backends are loaded when somebody signs in; the rest of the site runs.
        ...(setting.name === 'AUTHENTICATION_BACKENDS'
          ? ({ severity: 'high', risk: 'Whoever signs in, or is signed in, gets a server error.' } as const)
          : {}),
        remedy: {
          summary: 'Add the file to the repository, or correct the name; look whether .gitignore leaves it out.',
          path: setting.at.path,
        },
      };
    }
  },
});
