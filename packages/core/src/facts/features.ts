/** What the project uses that a target may or may not carry, each with the place that shows it. */
import { defineFact, type Evidence } from '../fact.js';
import { dependencies } from './dependencies.js';
import { project } from './inputs.js';
import { type Setting, settings } from './settings.js';
import { entriesOf, isAssigned, isKnown, lookup, stringOf, stringsOf } from './value-reading.js';

/** What a capability matrix has a row for. */
export type Feature =
  | 'postgresql'
  | 'mysql'
  | 'geodjango'
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

const drivers: Readonly<Record<'postgresql' | 'mysql', readonly string[]>> = {
  postgresql: ['psycopg', 'psycopg2', 'psycopg2-binary', 'psycopg-binary'],
  mysql: ['mysqlclient', 'pymysql', 'mysql-connector-python'],
};

/** Code that uses Celery. A package by itself may be left over. */
const startsCelery = /^[ \t]*(from|import)[ \t]+(celery|django_celery_\w+)\b|\bCelery\(/m;

/** Files that the site does not run, and those that only tell what its tables once were. */
const aside =
  /(^|\/)(tests?|docs|migrations|node_modules|site-packages|\.?venv)\/|(^|\/)(test_[^/]*|tests|conftest)\.py$/;

/** Code that takes or keeps files: a field, an upload, a storage, or a path below MEDIA_ROOT other than for serving it. */
const takesFiles =
  /\bFILES\b|(File|Image|Photo|Video|Audio|Avatar)\w{0,30}Field\b|[Ss]torage\b|upload_to|^(?!.*document_root).*\bMEDIA_ROOT\b/m;

/** Packages that are often installed and whose models keep no files. */
const keepNoFiles =
  /^(django\.contrib|allauth|anymail|axes|bootstrap\w*|channels|cloudinary|corsheaders|crispy_\w+|crispy_forms|daphne|debug_toolbar|django_(browser_reload|celery_(beat|results)|countries|crontab|dramatiq|elasticsearch_dsl|extensions|filters|htmx|otp|rq|q|tables2)|djoser|drf_(spectacular|yasg)\w*|fontawesomefree|guardian|gunicorn|health_check|mptt|phonenumber_field|rest_framework\w*|rosetta|simple_history|social_django|storages|tailwind|theme|whitenoise|widget_tweaks)(\.|$)/;

/** The project's features, from its settings, dependencies and code. */
export const features = defineFact({
  id: 'features',
  needs: { project, settings, dependencies },
  derive({ project, settings, dependencies }): Features {
    const found = new Map<Feature, Evidence[]>();
    const add = (feature: Feature, evidence: Evidence): void => {
      found.set(feature, [...(found.get(feature) ?? []), evidence]);
    };
    const note = (feature: Feature, setting: Setting, text: string): void =>
      add(feature, { at: setting.at, note: text });

    const code = project.paths.filter((path) => path.endsWith('.py') && !aside.test(path));
    const isWritten = (pattern: RegExp): boolean =>
      code.some((path) => !settings.files.includes(path) && pattern.test(project.file(path)?.text ?? ''));
    const own = new Set(code.flatMap((path) => path.replace(/\.py$/, '').split('/')));
    const installed = stringsOf(settings.get('INSTALLED_APPS').value);
    const runs = (name: string): boolean =>
      name !== 'celery' ||
      installed.some((app) => /^django_celery_|^djcelery$/.test(app)) ||
      isWritten(startsCelery) ||
      // The package of the settings often makes the application, and is loaded along with them.
      settings.files.some((path) => /\bCelery\(/.test(project.file(path)?.text ?? ''));
    for (const [feature, names] of Object.entries(packages) as [Feature, readonly string[]][]) {
      for (const name of names) {
        const dependency = dependencies.get(name);
        if (dependency && dependency.kind !== 'dev' && dependency.applies !== false && runs(name)) {
          add(feature, { at: dependency.at, note: `\`${dependency.declared}\` is a dependency.` });
        }
      }
    }
    const databases = settings.get('DATABASES');
    // Which database a variable names, the files do not say: the driver that is installed for it does.
    const named = [databases.value, ...entriesOf(databases.value).flatMap(([, one]) => [one, lookup(one, 'ENGINE')])];
    if (named.some((value) => value && value.kind !== 'dict' && !isKnown(value))) {
      const declared = Object.entries(drivers).flatMap(([feature, names]) => {
        const driver = names.map((name) => dependencies.get(name)).find((one) => one && one.kind !== 'dev');
        return driver ? [{ feature: feature as Feature, driver }] : [];
      });
      // Of several, the engine that the settings write out is the one that is meant.
      const written = declared.filter(({ feature }) =>
        settings.files.some((path) =>
          new RegExp(`['"]ENGINE['"]: *['"]django\\.db\\.backends\\.${feature}`).test(project.file(path)?.text ?? ''),
        ),
      );
      for (const { feature, driver } of written.length > 0 ? written : declared)
        add(feature, {
          at: driver.at,
          note: `\`DATABASES\` comes from a variable, and \`${driver.declared}\` is a dependency.`,
        });
    }
    const chooser = settings.environment.find(
      ({ name, given }) => !given && /(^|_)(URL|URI|DSN|ENGINE)$/.test(name) && databases.reads.includes(name),
    );
    for (const [, database] of entriesOf(databases.value)) {
      const feature = engines[stringOf(lookup(database, 'ENGINE')) ?? ''];
      const product = feature === 'postgresql' ? 'PostgreSQL' : feature === 'mysql' ? 'MySQL' : 'SQLite';
      if (feature)
        note(
          feature,
          databases,
          feature === 'sqlite' && chooser
            ? `\`DATABASES\` falls back to SQLite where \`${chooser.name}\` is not set.`
            : `\`DATABASES\` uses ${product}.`,
        );
    }
    const caches = settings.get('CACHES');
    for (const [, cache] of entriesOf(caches.value)) {
      if (/redis/i.test(stringOf(lookup(cache, 'BACKEND')) ?? '')) note('redis', caches, '`CACHES` uses Redis.');
    }
    const redis = settings.environment.find(({ name }) => /(^|_)REDIS(_|$)/.test(name));
    const [read] = redis?.reads ?? [];
    if (redis && read) add('redis', { at: read, note: `The settings read \`${redis.name}\`.` });
    const asgi = settings.get('CHANNEL_LAYERS');
    if (isAssigned(asgi)) note('websockets', asgi, '`CHANNEL_LAYERS` is set.');
    for (const app of installed) {
      if (app === 'django.contrib.gis') note('geodjango', settings.get('INSTALLED_APPS'), `\`${app}\` is installed.`);
      if (app === 'channels') note('websockets', settings.get('INSTALLED_APPS'), '`channels` is installed.');
      if (app === 'django_celery_beat')
        note('scheduled-tasks', settings.get('INSTALLED_APPS'), '`django_celery_beat` is installed.');
    }
    const broker = ['CELERY_BROKER_URL', 'BROKER_URL'].map((name) => settings.get(name)).find(isAssigned);
    if (broker) note('celery', broker, `\`${broker.name}\` is set.`);
    const media = settings.get('MEDIA_ROOT');
    // Packages have models of their own: those that are not known may take files.
    const takes =
      isWritten(takesFiles) ||
      installed.length === 0 ||
      installed.some((app) => !keepNoFiles.test(app) && !own.has(app.split('.')[0] ?? ''));
    if (isAssigned(media) && storesFilesLocally(settings) && takes)
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
