/** Production settings that nothing loads: the care taken there protects nobody. */
import { entryPoints } from '../../facts/entry-points.js';
import { project } from '../../facts/inputs.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { lineSpan } from '../../source.js';
import { looksLikeDevelopment, looksLikeProduction } from './module-names.js';

export const orphanProductionModule = defineRule({
  id: 'settings/orphan-production-module',
  title: 'Production settings that nothing loads',
  sound: 'The production settings are the ones that are loaded',
  category: 'structure',
  severity: 'medium',
  effort: minutes(15),
  risk: 'What the module secures is not in force, although everybody believes it is.',
  references: [docs('topics/settings', 'envvar-DJANGO_SETTINGS_MODULE')],
  since: '0.1.0',
  needs: { entryPoints, project },
  problems: { orphan: '`{module}` is named as production settings, but {name} loads `{loaded}`.' },
  // Development settings in production are the same fault seen from the other side.
  when: ({ entryPoints }) => {
    const loaded = entryPoints.production?.module;
    if (loaded === undefined || looksLikeDevelopment(loaded)) return false;
    return looksLikeProduction(loaded) || entryPoints.orphans.some(({ module }) => looksLikeProduction(module));
  },
  *check({ entryPoints, project }, { problem }) {
    const web = entryPoints.production;
    // Beside a production module that is loaded, others may serve other places.
    if (web?.module === undefined || looksLikeProduction(web.module)) return;
    for (const { module, path } of entryPoints.orphans) {
      const file = project.file(path);
      if (!looksLikeProduction(module) || !file) continue;
      yield {
        ...problem(
          'orphan',
          { at: file.at(lineSpan(file.text, 1)), subject: module },
          { module, name: web.name, loaded: web.module },
        ),
        // The environment of a server that is in no file may name it.
        confidence: 'tentative',
        evidence: web.at ? [{ at: web.at, note: web.reason }] : [],
        remedy: {
          summary: `Let the web process load it: \`DJANGO_SETTINGS_MODULE=${module}\`; or delete it.`,
          ...(web.at ? { path: web.at.path } : {}),
        },
      };
    }
  },
});
