/** Static files under names that stay the same when their content changes. */
import { truthOf } from '../../describe.js';
import { type Apps, apps } from '../../facts/apps.js';
import { dependencies } from '../../facts/dependencies.js';
import { operator, project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { type Templates, templates } from '../../facts/templates.js';
import { isAssigned, lookup, stringOf, stringsOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { atLeastSeries } from '../settings/django-series.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { middlewareOf } from '../settings/middleware.js';
import { isLocalStorage, storagesRemedy } from '../settings/storages-remedy.js';
import { repositoryPath } from '../structure/repository-path.js';
import { collectedFiles } from './collected-files.js';
import { collects, keepsManifest, staticStorage, whitenoiseMiddleware } from './static-settings.js';
import { absentNames, asksForStatic, namesByAddress, namesFromVariables, type TemplateName } from './template-names.js';

/** Storages that keep the names of files. Others, of packages and of the project, may do what they like. */
const plain = new Set([
  'django.contrib.staticfiles.storage.StaticFilesStorage',
  'whitenoise.storage.CompressedStaticFilesStorage',
]);
const fileSystem = 'django.core.files.storage.FileSystemStorage';

/** Applications that give styles and scripts names by their content. */
const bundlers =
  /^(webpack_loader|django_vite|vite|compressor|pipeline|django_node_assets|django_esbuild|sass_processor)(\.|$)/;

export const manifestStorageMissing = defineRule({
  id: 'static/manifest-storage-missing',
  title: 'Static files keep their names when they change',
  sound: 'Static files change their names with their content',
  category: 'static-media',
  severity: 'low',
  effort: minutes(30),
  risk: 'After a deployment browsers show new pages with old styles and scripts, or files cannot be cached for long.',
  references: [docs('ref/contrib/staticfiles', 'manifeststaticfilesstorage')],
  since: '0.1.0',
  needs: { apps, dependencies, operator, project, settings, templates },
  problems: {
    plain: 'Static files are stored by `{storage}`, which keeps their names.',
    ignored:
      'Django {django} does not read `STATICFILES_STORAGE` (removed in 5.1), so static files are stored by `{storage}`, which keeps their names.',
  },
  // An API has nothing to cache, and bundlers name files by themselves.
  when: ({ project, settings, templates }) =>
    hasFinalValues(settings) &&
    collects(settings) === 'yes' &&
    // Where nothing is collected there is no manifest, and every page would fail for want of it.
    truthOf(settings.get('STATIC_ROOT').value) !== 'no' &&
    (plain.has(staticStorage(settings) ?? '') || keepsManifest(staticStorage(settings))) &&
    !/^(https?:)?\/\//.test(stringOf(settings.get('STATIC_URL').value) ?? '//') &&
    !stringsOf(settings.get('INSTALLED_APPS').value).some((app) => bundlers.test(app)) &&
    hasOwnFiles(project, settings) &&
    (!isIgnored(settings) || isLocalStorage(stringOf(settings.get('STATICFILES_STORAGE').value))) &&
    !countsByHand(project) &&
    !isBundled(project) &&
    asksForStatic(project, templates),
  *check({ apps, dependencies, operator, project, settings, templates }, { problem }) {
    const storage = staticStorage(settings);
    if (storage === undefined || !plain.has(storage)) return;
    const legacy = settings.get('STATICFILES_STORAGE');
    const before = firstInTemplates(project, settings, apps, templates);
    if (isIgnored(settings)) {
      // Which Django it is, `settings/removed-setting` asks.
      if (operator.django === undefined && dependencies.django?.series === undefined) return;
      const remedy = storagesRemedy(project, legacy.name, settings);
      yield {
        ...problem('ignored', legacy, { django: settings.django, storage }),
        confidence: confidenceIn(settings, legacy),
        ...(remedy
          ? {
              remedy: {
                ...remedy,
                summary: `${remedy.summary} ${collecting}${before}`,
              },
            }
          : {}),
      };
      return;
    }
    const setting = isAssigned(legacy) ? legacy : settings.get('STORAGES');
    yield {
      ...problem('plain', setting, { storage }),
      confidence: confidenceIn(settings, setting) === 'certain' ? 'firm' : 'tentative',
      remedy: writeInSettings(
        settings,
        `Let the storage name files by their content. ${collecting}${before}`,
        codeFor(settings),
      ),
    };
  },
});

const collecting =
  '`collectstatic` must run at each deployment, and stops at a file that a style sheet names and that is missing.';

/** What has to change in the templates first, lest the storage changes nothing or pages answer 500. */
function firstInTemplates(project: Project, settings: Settings, apps: Apps, templates: Templates): string {
  const shown = (names: readonly TemplateName[]): string =>
    `${names
      .slice(0, 3)
      .map(({ name, path }) => `\`${name}\` (\`${path}\`)`)
      .join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`;
  const [address, another] = namesByAddress(project, templates);
  const collected = apps.complete ? collectedFiles(project, settings, apps) : undefined;
  const absent = collected === undefined ? [] : absentNames(project, settings, apps, templates, collected);
  const named = namesFromVariables(templates);
  return [
    named.length > 0 &&
      ` Names that come from variables have to be those of files that are there when \`collectstatic\` runs: one that is made or uploaded later answers 500 under that storage, so serve it from MEDIA_URL first: ${shown(named)}.`,
    address &&
      ` First write \`{% static '${address.name}' %}\` where \`${address.path}\` has \`{{ STATIC_URL }}${address.name}\`${another ? ', and so in all such places' : ''}: no storage changes such a name.`,
    absent.length > 0 &&
      ` Templates name files that the repository lacks: unless a package or a build brings them, each such page answers 500 under that storage, so add them or correct the names first: ${shown(absent)}.`,
  ]
    .filter((one) => typeof one === 'string')
    .join('');
}

/** The old setting on a Django that no longer reads it; one that led elsewhere is told of as that (`settings/removed-setting`). */
const isIgnored = (settings: Settings): boolean =>
  atLeastSeries(settings.django, '5.1') &&
  isAssigned(settings.get('STATICFILES_STORAGE')) &&
  !isAssigned(settings.get('STORAGES'));

function codeFor(settings: Settings): string {
  const noise = stringsOf(middlewareOf(settings).value).includes(whitenoiseMiddleware);
  const wanted = noise
    ? 'whitenoise.storage.CompressedManifestStaticFilesStorage'
    : 'django.contrib.staticfiles.storage.ManifestStaticFilesStorage';
  const [storages, legacy] = [settings.get('STORAGES'), settings.get('STATICFILES_STORAGE')];
  // Django refuses STORAGES beside either of the old settings as long as it reads them, and the storage of uploads stays what it is.
  const old =
    isAssigned(legacy) || (isAssigned(settings.get('DEFAULT_FILE_STORAGE')) && !atLeastSeries(settings.django, '5.1'));
  if (!atLeastSeries(settings.django, '4.2') || (old && !isAssigned(storages)))
    return `STATICFILES_STORAGE = '${wanted}'`;
  if (isAssigned(storages)) return `STORAGES['staticfiles'] = {'BACKEND': '${wanted}'}`;
  const uploads = stringOf(lookup(lookup(storages.value, 'default'), 'BACKEND')) ?? fileSystem;
  return `STORAGES = {\n    'default': {'BACKEND': '${uploads}'},\n    'staticfiles': {'BACKEND': '${wanted}'},\n}`;
}

/** Styles or scripts that Django collects, other than what was collected. Names with a hash come from a build. */
function hasOwnFiles(project: Project, settings: Settings): boolean {
  const root = repositoryPath(stringOf(settings.get('STATIC_ROOT').value) ?? '');
  const named = stringsOf(settings.get('STATICFILES_DIRS').value).flatMap((path) => repositoryPath(path) || []);
  const files = project.paths.filter(
    (path) =>
      /\.(css|js)$/.test(path) &&
      // A frontend beside Django has assets that Django never sees.
      (/(^|\/)static\//.test(path) || named.some((directory) => path.startsWith(`${directory}/`))) &&
      !/(^|\/)(node_modules|site-packages|tests?|docs?)\//.test(path) &&
      (root === undefined || root === '' || !path.startsWith(`${root}/`)),
  );
  return files.length > 0 && !files.some((path) => /[.-][0-9a-f]{8,}\.(css|js)$/.test(path));
}

/** `{% static 'site.css' %}?v=3`: versions that are written by hand. */
function countsByHand(project: Project): boolean {
  return project.paths.some(
    (path) => path.endsWith('.html') && /\{%\s*static\s[^%]+%\}\?/.test(project.file(path)?.text ?? ''),
  );
}

/** The configuration of a bundler that writes hashes into names. */
function isBundled(project: Project): boolean {
  return project.paths.some(
    (path) =>
      /(^|\/)(webpack|vite|rollup|esbuild|rspack)[\w.-]*\.[cm]?[jt]s$/.test(path) &&
      !path.includes('node_modules/') &&
      /hash/i.test(project.file(path)?.text ?? ''),
  );
}
