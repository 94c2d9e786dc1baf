/** Mirrors of Django's checks of e-mail, trusted origins, the upload directory and the process's environment. */
import {
  type Answer,
  anyOfAll,
  both,
  contains,
  either,
  entryOf,
  equalsText,
  iterated,
  maybeNoText,
  not,
  truth,
} from '../answer.js';
import { type LoadedSettings, optionsOf } from '../loaded.js';
import { check, type SettingsCheck } from './check.js';
import { directoryExists } from './directories.js';

const developmentBackends = ['console', 'dummy', 'filebased', 'locmem'].map(
  (name) => `django.core.mail.backends.${name}.EmailBackend`,
);

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
    return anyOfAll(each, origins.some(maybeNoText));
  });
  const [first = 'crash'] = answers;
  return answers.every((answer) => answer === first) ? first : 'maybe';
}

function uploadDirectoryMissing(settings: LoadedSettings): Answer {
  const value = settings.get('FILE_UPLOAD_TEMP_DIR');
  if (!value) return 'no';
  return both(
    () => truth(value),
    // `Path(…)` takes a text or a path.
    () => (['bytes', 'int', 'bool'].includes(value.kind) ? 'crash' : not(directoryExists(settings, value))),
  );
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
