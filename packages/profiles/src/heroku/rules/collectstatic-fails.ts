/** The build collects static files by itself, and ends when that fails. */
import {
  defineRule,
  describeValue,
  docs,
  entryPoints,
  hasFinalValues,
  holds,
  lookup,
  minutes,
  project,
  replacesCollectstatic,
  type Settings,
  settings,
  staticRootRemedy,
  stringOf,
  truthOf,
  type Value,
  web,
} from '@django-golive/core';
import { appJson } from '../../files/app-json.js';
import { buildManifest } from '../build-manifest.js';
import { collectstaticScript } from '../collectstatic.js';

/** Storages that write into STATIC_ROOT. */
const local = /^(django\.contrib\.staticfiles\.storage\.|whitenoise\.(storage|django)\.)/;

export const collectstaticFails = defineRule({
  id: 'heroku/collectstatic-fails',
  title: "The build's collectstatic fails",
  sound: "The settings let the build's collectstatic write somewhere",
  category: 'static-media',
  severity: 'critical',
  effort: minutes(5),
  risk: 'The build stops with ImproperlyConfigured, so nothing is released.',
  references: [
    web('Heroku: Django and static assets', 'https://devcenter.heroku.com/articles/django-assets'),
    docs('ref/settings', 'static-root'),
  ],
  since: '0.1.0',
  needs: { project, settings, entryPoints, appJson, buildManifest },
  problems: {
    rootless: '`STATIC_ROOT` is {value} in `{module}`, and the build runs `python {script} collectstatic`.',
    appless:
      '`django.contrib.staticfiles` is not in `INSTALLED_APPS` of `{module}`, and the build runs `python {script} collectstatic`.',
  },
  when: ({ project, settings, entryPoints, appJson, buildManifest }) =>
    hasFinalValues(settings) &&
    buildManifest === undefined &&
    // What is not known is neither a failure nor a directory to write into.
    isDecided(settings) &&
    !replacesCollectstatic(project, settings) &&
    collectstaticScript(project, appJson) !== undefined &&
    // The build loads what manage.py names: only where that is the web process's module is anything known of it.
    entryPoints.all.every(({ role, module }) => (role !== 'build' && role !== 'manage') || module === settings.module),
  *check({ project, settings, entryPoints, appJson }, { problem }) {
    const script = collectstaticScript(project, appJson)?.path ?? 'manage.py';
    const apps = settings.get('INSTALLED_APPS');
    const root = settings.get('STATIC_ROOT');
    const installed = holds(apps.value, 'django.contrib.staticfiles');
    if (installed === 'no') {
      yield { ...problem('appless', apps, { module: settings.module, script }), confidence: 'firm' };
      return;
    }
    if (
      installed === 'maybe' ||
      truthOf(root.value) !== 'no' ||
      !writesLocally(settings.get('STORAGES').value, settings.get('STATICFILES_STORAGE').value)
    )
      return;
    yield {
      ...problem('rootless', root, {
        value: describeValue('STATIC_ROOT', root.value),
        module: settings.module,
        script,
      }),
      remedy: staticRootRemedy(project, settings, entryPoints, 'Name a directory that collectstatic may write into.'),
    };
  },
});

function isDecided(settings: Settings): boolean {
  const installed = holds(settings.get('INSTALLED_APPS').value, 'django.contrib.staticfiles');
  return installed === 'no' || (installed === 'yes' && truthOf(settings.get('STATIC_ROOT').value) !== 'maybe');
}

function writesLocally(storages: Value, legacy: Value): boolean {
  const backend =
    stringOf(lookup(lookup(storages, 'staticfiles'), 'BACKEND')) ??
    (storages.kind === 'none' ? stringOf(legacy) : undefined);
  const older = stringOf(legacy);
  return backend !== undefined && local.test(backend) && (older === undefined || local.test(older));
}
