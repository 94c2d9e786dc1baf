/** Production settings that nothing loads: the care taken there protects nobody. */
import { deployment } from '../../facts/deployment.js';
import { entryPoints } from '../../facts/entry-points.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { lineSpan } from '../../source.js';
import { leavesDebugOn } from './leaves-debug-on.js';
import { looksLikeDevelopment, looksLikeProduction } from './module-names.js';
import { passedOver } from './supposed-module.js';

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
  needs: { deployment, entryPoints, project, settings },
  problems: { orphan: '`{module}` is named as production settings, but {name} loads `{loaded}`.' },
  questions: {
    supposed:
      'The files give {name} no `DJANGO_SETTINGS_MODULE`, and so it loads `{loaded}` and not `{module}`, which is judged here for its name. Does something else name `{module}` where the site runs?',
    unseen:
      'The files name `{loaded}`; `{module}` is judged here for its name. Is `DJANGO_SETTINGS_MODULE` `{module}` where the site runs?',
  },
  // Development settings in production are the same fault seen from the other side.
  when: ({ entryPoints }) => {
    const loaded = entryPoints.production?.module;
    if (loaded === undefined || looksLikeDevelopment(loaded)) return false;
    // So they are where a module is judged for its name, and the files name that of development.
    const named = entryPoints.production?.insteadOf;
    if (named !== undefined && looksLikeDevelopment(named)) return false;
    return looksLikeProduction(loaded) || entryPoints.orphans.some(({ module }) => looksLikeProduction(module));
  },
  *check({ deployment, entryPoints, project, settings }, { problem, question }) {
    const web = entryPoints.production;
    const passed = passedOver(entryPoints, deployment);
    if (passed && !looksLikeDevelopment(passed.loaded)) {
      const { at, loaded, module, process } = passed;
      const about = { at, subject: loaded };
      yield process === undefined
        ? question('unseen', about, { loaded, module })
        : question('supposed', about, { loaded, module, name: process });
    }
    // Beside a production module that is loaded, others may serve other places.
    if (web?.module === undefined || looksLikeProduction(web.module)) return;
    for (const { module, path } of entryPoints.orphans) {
      const file = project.file(path);
      // One that leaves debug mode on is no better than what is loaded.
      if (!looksLikeProduction(module) || !file || leavesDebugOn(project, settings, module)) continue;
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
