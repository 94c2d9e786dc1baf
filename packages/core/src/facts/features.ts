/** What the project uses that a target may or may not carry, each with the place that shows it. */
import { defineFact, type Evidence } from '../fact.js';
import { dependencies } from './dependencies.js';
import { type Setting, settings } from './settings.js';
import { entriesOf, isAssigned, lookup, stringOf, stringsOf } from './value-reading.js';

/** What a capability matrix has a row for. */
export type Feature =
  | 'postgresql'
  | 'mysql'
  | 'sqlite'
  | 'redis'
  | 'celery'
  | 'scheduled-tasks'
  | 'websockets'
  | 'local-media'
  | 'machine-learning'
  | 'smtp';

/** A feature in use, with how we know. */
export interface UsedFeature {
  readonly feature: Feature;
  readonly evidence: readonly Evidence[];
}

/** The features the project uses. */
export interface Features {
  readonly used: readonly UsedFeature[];
  uses(feature: Feature): UsedFeature | undefined;
}

const packages: Readonly<Partial<Record<Feature, readonly string[]>>> = {
  celery: ['celery'],
  'scheduled-tasks': ['django-celery-beat', 'django-crontab', 'django-cron', 'apscheduler', 'django-apscheduler'],
  websockets: ['channels', 'daphne'],
  'machine-learning': [
    'tensorflow',
    'tensorflow-cpu',
    'torch',
    'keras',
    'transformers',
    'scikit-learn',
    'opencv-python',
    'opencv-python-headless',
    'xgboost',
    'prophet',
    'face-recognition',
    'dlib',
  ],
  redis: ['channels-redis', 'django-redis', 'django-rq'],
};

const engines: Readonly<Record<string, Feature>> = {
  'django.db.backends.postgresql': 'postgresql',
  'django.db.backends.postgresql_psycopg2': 'postgresql',
  'django.contrib.gis.db.backends.postgis': 'postgresql',
  'django.db.backends.mysql': 'mysql',
  'django.contrib.gis.db.backends.mysql': 'mysql',
  'mysql.connector.django': 'mysql',
  'django.db.backends.sqlite3': 'sqlite',
  'django.contrib.gis.db.backends.spatialite': 'sqlite',
};

/** The project's features, from its settings and dependencies. */
export const features = defineFact({
  id: 'features',
  needs: { settings, dependencies },
  derive({ settings, dependencies }): Features {
    const found = new Map<Feature, Evidence[]>();
    const add = (feature: Feature, evidence: Evidence): void => {
      found.set(feature, [...(found.get(feature) ?? []), evidence]);
    };
    const note = (feature: Feature, setting: Setting, text: string): void =>
      add(feature, { at: setting.at, note: text });

    for (const [feature, names] of Object.entries(packages) as [Feature, readonly string[]][]) {
      for (const name of names) {
        const dependency = dependencies.get(name);
        if (dependency && dependency.kind !== 'dev' && dependency.applies !== false) {
          add(feature, { at: dependency.at, note: `\`${dependency.declared}\` is a dependency.` });
        }
      }
    }
    const databases = settings.get('DATABASES');
    for (const [, database] of entriesOf(databases.value)) {
      const feature = engines[stringOf(lookup(database, 'ENGINE')) ?? ''];
      if (feature)
        note(
          feature,
          databases,
          `\`DATABASES\` uses ${feature === 'postgresql' ? 'PostgreSQL' : feature === 'mysql' ? 'MySQL' : 'SQLite'}.`,
        );
    }
    const caches = settings.get('CACHES');
    for (const [, cache] of entriesOf(caches.value)) {
      if (/redis/i.test(stringOf(lookup(cache, 'BACKEND')) ?? '')) note('redis', caches, '`CACHES` uses Redis.');
    }
    const asgi = settings.get('CHANNEL_LAYERS');
    if (isAssigned(asgi)) note('websockets', asgi, '`CHANNEL_LAYERS` is set.');
    for (const app of stringsOf(settings.get('INSTALLED_APPS').value)) {
      if (app === 'channels') note('websockets', settings.get('INSTALLED_APPS'), '`channels` is installed.');
      if (app === 'django_celery_beat')
        note('scheduled-tasks', settings.get('INSTALLED_APPS'), '`django_celery_beat` is installed.');
    }
    const broker = ['CELERY_BROKER_URL', 'BROKER_URL'].map((name) => settings.get(name)).find(isAssigned);
    if (broker) note('celery', broker, `\`${broker.name}\` is set.`);
    const media = settings.get('MEDIA_ROOT');
    if (isAssigned(media) && storesFilesLocally(settings))
      note('local-media', media, '`MEDIA_ROOT` is a directory of the file system.');
    const email = settings.get('EMAIL_BACKEND');
    const host = settings.get('EMAIL_HOST');
    if (stringOf(email.value) === 'django.core.mail.backends.smtp.EmailBackend' && isAssigned(host))
      note('smtp', host, '`EMAIL_HOST` is set.');

    return {
      used: [...found].map(([feature, evidence]) => ({ feature, evidence })),
      uses(feature) {
        const evidence = found.get(feature);
        return evidence && { feature, evidence };
      },
    };
  },
});

/** Whether uploads go to the file system: Django's default storage, by the setting of either generation. */
function storesFilesLocally(settings: { get(name: string): Setting }): boolean {
  const storages = settings.get('STORAGES');
  const backend = stringOf(lookup(lookup(storages.value, 'default'), 'BACKEND'));
  if (isAssigned(storages) && backend !== undefined) return backend === fileSystemStorage;
  const legacy = stringOf(settings.get('DEFAULT_FILE_STORAGE').value);
  return legacy === undefined || legacy === fileSystemStorage;
}

const fileSystemStorage = 'django.core.files.storage.FileSystemStorage';
