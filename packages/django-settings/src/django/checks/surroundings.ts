/** Mirrors of Django's checks of e-mail, trusted origins, the upload directory and the process's environment. */
import type { Value } from '@django-golive/core';
import { type Answer, both, contains, either, entryOf, equalsText, iterated, not, truth } from '../answer.js';
import { type LoadedSettings, optionsOf, pathText } from '../loaded.js';
import { check, type SettingsCheck } from './check.js';

const developmentBackends = ['console', 'dummy', 'filebased', 'locmem'].map(
  (name) => `django.core.mail.backends.${name}.EmailBackend`,
);
/** Directories that every POSIX system has. */
const alwaysThere = ['/', '/tmp', '/var', '/var/tmp'];

export const surroundingsChecks: readonly SettingsCheck[] = [
  check('4_0.E001', ['CSRF_TRUSTED_ORIGINS'], originsWithoutScheme, { since: '4.0' }),
  check('files.E001', ['FILE_UPLOAD_TEMP_DIR'], uploadDirectoryMissing, { since: '4.0' }),
  check('async.E001', [], (settings) => unsafeAsync(settings), { since: '3.1' }),
  check(
    'mail.W001',
    ['MAILERS'],
    (settings) =>
      both(
        () => settings.assigned('MAILERS'),
        () => not(contains(settings.get('MAILERS'), 'default')),
      ),
    { since: '6.1' },
  ),
  check('mail.E001', ['MAILERS'], developmentMailer, { since: '6.1' }),
];

/** All origins are looked at before anything is printed, so one that is no string loses the errors about the others. */
function originsWithoutScheme(settings: LoadedSettings): Answer {
  const value = settings.get('CSRF_TRUSTED_ORIGINS');
  const answers = (value ? optionsOf(value) : []).map((option): Answer => {
    const origins = iterated(option);
    if (origins === 'crash') return 'crash';
    if (!origins) return option.kind === 'unknown' && option.truth === false ? 'no' : 'maybe';
    const each = origins.map((origin) => not(contains(origin, '://')));
    if (each.includes('crash')) return 'crash';
    return each.includes('yes') ? 'yes' : each.includes('maybe') ? 'maybe' : 'no';
  });
  const [first = 'crash'] = answers;
  return answers.every((answer) => answer === first) ? first : 'maybe';
}

function uploadDirectoryMissing(settings: LoadedSettings): Answer {
  const value = settings.get('FILE_UPLOAD_TEMP_DIR');
  if (!value) return 'no';
  return both(
    () => truth(value),
    () => not(isDirectory(settings, value)),
  );
}

function isDirectory(settings: LoadedSettings, value: Value): Answer {
  const path = pathText(value);
  if (path === undefined) return value.kind === 'unknown' || value.kind === 'choice' ? 'maybe' : 'crash';
  if (alwaysThere.includes(path.length > 1 ? path.replace(/\/+$/, '') : path)) return 'yes';
  const there = settings.isDirectory(path);
  return there === undefined ? 'maybe' : there ? 'yes' : 'no';
}

function unsafeAsync(settings: LoadedSettings): Answer {
  const value = settings.variable('DJANGO_ALLOW_ASYNC_UNSAFE');
  return value ? truth(value) : 'no';
}

function developmentMailer(settings: LoadedSettings): Answer {
  const mailers = settings.get('MAILERS');
  if (!mailers) return 'no';
  const mailer = entryOf(mailers, 'default');
  const backend = mailer && typeof mailer === 'object' ? entryOf(mailer, 'BACKEND') : mailer;
  if (backend === undefined) return 'maybe';
  if (backend === 'absent') return 'no';
  if (backend === 'crash' || backend.kind === 'list' || backend.kind === 'dict') return 'crash';
  return either(...developmentBackends.map((path) => () => equalsText(backend, path)));
}
