/** Templates that are read and compiled anew for each page. */
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import type { Value } from '../../facts/value.js';
import { isKnown, itemsOf, lookup, stringOf, stringsOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { writeEntry } from '../settings/entry-remedy.js';
import { confidenceIn, hasFinalValues, openVariables } from '../settings/final-values.js';
import { hasOtherBranch } from '../structure/conditional-assignment.js';
import { djangoEngine, enginesOf } from './engines.js';

const cached = 'django.template.loaders.cached.Loader';

export const loaderUncached = defineRule({
  id: 'templates/loader-uncached',
  title: 'Templates are compiled anew for each page',
  sound: 'Templates are compiled once',
  category: 'caching-performance',
  severity: 'low',
  effort: minutes(5),
  risk: 'Each page costs the time to find, read and compile its templates and all that they include.',
  references: [docs('ref/templates/api', 'django.template.loaders.cached.Loader')],
  since: '0.1.0',
  needs: { project, settings },
  problems: { uncached: '`TEMPLATES` names its loaders, and the cached loader is not among them: {loaders}.' },
  // Django puts the cached loader in front only where the settings name no loaders.
  when: ({ settings }) => hasFinalValues(settings) && loadersOf(settings).length > 0,
  *check({ project, settings }, { problem }) {
    const setting = settings.get('TEMPLATES');
    if (rendersHardly(project, settings)) return;
    if (openVariables(settings, setting).length > 0 || hasOtherBranch(project, settings, setting)) return;
    for (const loaders of loadersOf(settings)) {
      const names = itemsOf(loaders).flatMap((item) => nameOf(item) ?? []);
      if (names.includes(cached) || names.length === 0) continue;
      yield {
        ...problem('uncached', setting, { loaders: names.map((name) => `\`${name}\``).join(', ') }),
        confidence: confidenceIn(settings, setting),
        remedy: writeEntry(
          { project, settings },
          setting,
          ['loaders'],
          'Put the cached loader around them.',
          `[\n    (\n        '${cached}',\n        [${names.map((name) => `'${name}'`).join(', ')}],\n    ),\n]`,
        ),
      };
      return;
    }
  },
});

/** The lists of loaders that Django's engines name and that are known to their end. */
function loadersOf(settings: Parameters<typeof enginesOf>[0]): readonly Value[] {
  return enginesOf(settings).flatMap(({ backend, options }) => {
    const loaders = lookup(options, 'loaders');
    return backend === djangoEngine && loaders !== undefined && loaders.kind !== 'none' && isKnown(loaders)
      ? [loaders]
      : [];
  });
}

/** A loader's name: alone, or in front of its arguments. */
const nameOf = (item: Value): string | undefined => stringOf(item) ?? stringOf(itemsOf(item)[0]);

/** Applications whose own templates a site renders. */
const withTemplates = /^(django\.contrib\.(admin|auth)|rest_framework|wagtail|cms|allauth|oscar)(\.|$)/;

/** An interface with a page or two of its own has nothing worth keeping. */
function rendersHardly(project: Project, settings: Settings): boolean {
  if (stringsOf(settings.get('INSTALLED_APPS').value).some((name) => withTemplates.test(name))) return false;
  const own = project.paths.filter((path) => /(^|\/)templates\/.*\.(html?|txt|xml)$/.test(path));
  return own.length > 0 && own.length <= 3;
}
