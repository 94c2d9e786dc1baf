/** What django-heroku does besides the key and the database, written out: without it nothing hands out static files or keeps a log. */
import { atLeastSeries, type Project, type Settings, stringsOf } from '@django-golive/core';

/** A part that goes with the package: its lines, and the words for it. */
export interface LostPart {
  readonly says: string;
  readonly lines: readonly string[];
}

/** The parts that the settings do not have themselves. */
export function lostParts(project: Project, settings: Settings): readonly LostPart[] {
  const texts = settings.files.map((path) => project.file(path)?.text ?? '');
  const atLeast = (series: string): boolean => atLeastSeries(settings.django, series);
  const has = (pattern: RegExp): boolean => texts.some((text) => pattern.test(text));
  return [
    ...(has(/whitenoise\.middleware/) || !has(/^MIDDLEWARE\s*[:=]/m) ? [] : [whiteNoise(settings)]),
    ...(has(/^\s*(STATICFILES_STORAGE|STORAGES)\b/m) || atLeast('5.1')
      ? []
      : [storage(atLeast('4.2') && !has(/^\s*DEFAULT_FILE_STORAGE\b/m))]),
    ...(has(/^\s*LOGGING\s*[:=]/m) ? [] : [logging]),
    ...(texts.some(namesHosts) ? [] : [hosts]),
  ];
}

/** Whether a line says which hosts the site has: an empty list, and this machine's own names, count as none. */
function namesHosts(text: string): boolean {
  if (/^[ \t]*ALLOWED_HOSTS\.(append|extend|insert)\b/m.test(text)) return true;
  const assigned =
    /^[ \t]*ALLOWED_HOSTS[ \t]*(?::[^=\n]*)?\+?=(?!=)[ \t]*(?:[[(]((?:['"]\[::1\]['"]|[^\])])*)[\])][ \t]*(?:#.*)?$)?/gm;
  return [...text.matchAll(assigned)].some(([, list]) => {
    if (list === undefined) return true;
    const rest = list.replace(/#.*$/gm, '').replace(/['"](\.?localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0|)['"]/g, '');
    return /[^\s,]/.test(rest);
  });
}

/** Behind SecurityMiddleware, wherever that stands. */
function whiteNoise(settings: Settings): LostPart {
  const entries = stringsOf(settings.get('MIDDLEWARE').value).filter((entry) => !/whitenoise/.test(entry));
  const index = entries.indexOf('django.middleware.security.SecurityMiddleware') + 1;
  const before = index === 0 ? '' : `*MIDDLEWARE[:${index}], `;
  return {
    says: 'WhiteNoise behind `SecurityMiddleware`',
    lines: [
      `MIDDLEWARE = [${before}'whitenoise.middleware.WhiteNoiseMiddleware', *MIDDLEWARE${index === 0 ? '' : `[${index}:]`}]`,
    ],
  };
}

function storage(modern: boolean): LostPart {
  const backend = "'whitenoise.storage.CompressedManifestStaticFilesStorage'";
  return {
    says: 'its storage of static files',
    lines: modern
      ? [
          'STORAGES = {',
          "    'default': {'BACKEND': 'django.core.files.storage.FileSystemStorage'},",
          `    'staticfiles': {'BACKEND': ${backend}},`,
          '}',
        ]
      : [`STATICFILES_STORAGE = ${backend}`],
  };
}

const logging: LostPart = {
  says: 'a log on the console',
  lines: [
    'LOGGING = {',
    "    'version': 1,",
    "    'disable_existing_loggers': False,",
    "    'handlers': {'console': {'class': 'logging.StreamHandler'}},",
    "    'root': {'handlers': ['console'], 'level': 'INFO'},",
    '}',
  ],
};

const hosts: LostPart = {
  says: 'the names of the site, which production now has to give in `ALLOWED_HOSTS`',
  lines: ["ALLOWED_HOSTS = [host for host in os.environ.get('ALLOWED_HOSTS', '').split(',') if host]"],
};
