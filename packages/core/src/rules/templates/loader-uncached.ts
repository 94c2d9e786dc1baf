/** Templates that are read and compiled anew for each page. */
import { project } from '../../facts/inputs.js';
import { type Setting, type Settings, settings } from '../../facts/settings.js';
import type { Value } from '../../facts/value.js';
import { isKnown, itemsOf, lookup, stringOf, stringsOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes, type Remedy } from '../../rule.js';
import type { Project } from '../../source.js';
import { listed } from '../listed.js';
import { atLeastSeries } from '../settings/django-series.js';
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
      if (names.includes(cached) || !names.some(isPlain)) continue;
      yield {
        ...problem('uncached', setting, { loaders: names.map((name) => `\`${name}\``).join(', ') }),
        confidence: confidenceIn(settings, setting),
        remedy: around(project, settings, setting, names),
      };
      return;
    }
  },
});

/** The cached loader, where it keeps no template from a developer: in production's own file, where that is not the one with the list. */
function around(project: Project, settings: Settings, setting: Setting, names: readonly string[]): Remedy {
  const value = `[\n${runsOf(names).map(written).join('')}]`;
  const others = names.filter((name) => !isPlain(name));
  const summary =
    others.length === 0
      ? 'Put the cached loader around them.'
      : `Put the cached loader around Django's own. It keeps one template a name, and ${listed(others)} may have another for each request.`;
  const home = settings.home ?? settings.path;
  const engines = enginesOf(settings).length;
  if (home !== undefined && home !== setting.at.path && engines === 1 && !isReassigned(project, home)) {
    const code = `TEMPLATES[0]['OPTIONS']['loaders'] = ${value}`;
    return { summary, code, language: 'python', path: home, place: 'end' };
  }
  // Since 4.1 the server of development forgets them itself when one is saved.
  const kept = atLeastSeries(settings.django, '4.1')
    ? ''
    : ' Do so under `if not DEBUG:` where development loads this file as well: under `runserver` a changed template is not seen before the next start.';
  return writeEntry({ project, settings }, setting, ['loaders'], `${summary}${kept}`, value);
}

/** Loaders that find the same template under a name each time. */
const isPlain = (name: string): boolean => /^django\.template\.loaders\.\w+\.Loader$/.test(name);

/** The loaders in their order, those side by side that may be cached together as one. */
function runsOf(names: readonly string[]): readonly (readonly string[])[] {
  const runs: string[][] = [];
  for (const name of names) {
    const last = runs.at(-1);
    if (last?.[0] !== undefined && isPlain(name) && isPlain(last[0])) last.push(name);
    else runs.push([name]);
  }
  return runs;
}

const written = (run: readonly string[]): string => {
  const names = run.map((name) => `'${name}'`).join(', ');
  return run.every(isPlain) ? `    (\n        '${cached}',\n        [${names}],\n    ),\n` : `    ${names},\n`;
};

/** Whether a file makes something else of the engines, which have then another shape there. */
const isReassigned = (project: Project, path: string): boolean =>
  /^[ \t]*TEMPLATES\b/m.test(project.file(path)?.text ?? '');

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
