/** Mirrors of django.contrib.admin.checks.check_dependencies: what the admin needs beside itself. */
import { type Answer, both, contains, entryOf, not } from '../answer.js';
import type { LoadedSettings } from '../loaded.js';
import { atLeast } from '../series.js';
import { type Finding, type SettingsCheck, together } from './check.js';
import { type DjangoApplication, installed } from './installed.js';
import { findClass, type Named } from './subclasses.js';
import { type Engine, templateEngines } from './template-engines.js';

const applications: readonly (readonly [id: string, application: DjangoApplication])[] = [
  ['admin.E401', 'contenttypes'],
  ['admin.E405', 'auth'],
  ['admin.E406', 'messages'],
];
const middleware: readonly (readonly [id: string, path: string])[] = [
  ['admin.E408', 'django.contrib.auth.middleware.AuthenticationMiddleware'],
  ['admin.E409', 'django.contrib.messages.middleware.MessageMiddleware'],
  ['admin.E410', 'django.contrib.sessions.middleware.SessionMiddleware'],
];
const backends = [
  'ModelBackend',
  'AllowAllUsersModelBackend',
  'RemoteUserBackend',
  'AllowAllUsersRemoteUserBackend',
].map((name) => `django.contrib.auth.backends.${name}`);
const simple = 'django.contrib.admin.apps.SimpleAdminConfig';

export const adminChecks: readonly SettingsCheck[] = [
  {
    since: '2.2',
    reads: ['INSTALLED_APPS', 'TEMPLATES', 'MIDDLEWARE', 'AUTHENTICATION_BACKENDS'],
    run: (settings) => {
      const there = installed(settings, 'admin');
      return there === 'no' ? [] : dependencies(settings, there);
    },
  },
];

function dependencies(settings: LoadedSettings, there: Answer): readonly Finding[] {
  const needed = applications.map(
    ([id, application]): Finding => ({ id, printed: not(installed(settings, application)) }),
  );
  const engines = templateEngines(settings);
  if (engines === 'crash') return [];
  const templates = engines ? ofTemplates(settings, firstDjango(engines)) : { findings: unknownEngine, mayStop: true };
  const used = middleware.map(([id, path]) => ({ id, named: findClass(settings.get('MIDDLEWARE'), [path]) }));
  const findings = [...needed, ...templates.findings, ...used.map(({ id, named }) => missing(id, named))];
  const mayStop = templates.mayStop || used.some(({ named }) => named.mayStop);
  return together(findings, mayStop).map((finding) => ({
    ...finding,
    printed: both(
      () => there,
      () => finding.printed,
    ),
  }));
}

const unknownEngine: readonly Finding[] = ['admin.E402', 'admin.E403', 'admin.E404', 'admin.W411'].map((id) => ({
  id,
  printed: 'maybe',
}));

/** The first engine of Django's, `none`, or `undefined` where it is not known which that is. */
function firstDjango(engines: readonly Engine[]): Engine | 'none' | undefined {
  const first = engines.find(({ django }) => django !== false);
  return first === undefined ? 'none' : first.django ? first : undefined;
}

function ofTemplates(
  settings: LoadedSettings,
  engine: Engine | 'none' | undefined,
): { readonly findings: readonly Finding[]; readonly mayStop: boolean } {
  if (engine === undefined) return { findings: unknownEngine, mayStop: true };
  if (engine === 'none') return { findings: [{ id: 'admin.E403', printed: 'yes' }], mayStop: false };
  const lacks = (path: string): Answer => {
    const processors = entryOf(engine.options, 'context_processors');
    if (processors === undefined || processors === 'crash') return 'maybe';
    if (processors === 'absent' || processors.kind === 'none') return 'yes';
    return not(contains(processors, path));
  };
  const authentication = findClass(settings.get('AUTHENTICATION_BACKENDS'), backends);
  const withoutAuth = lacks('django.contrib.auth.context_processors.auth');
  const withoutRequest = lacks('django.template.context_processors.request');
  const findings: readonly Finding[] = [
    {
      id: 'admin.E402',
      printed: both(
        () => withoutAuth,
        () => authentication.answer,
      ),
    },
    { id: 'admin.E404', printed: lacks('django.contrib.messages.context_processors.messages') },
    ...(atLeast(settings.series, '3.1')
      ? [
          {
            id: 'admin.W411',
            printed: both(
              // Without automatic discovery there is an admin site only once the URLs have made one.
              () => (contains(settings.get('INSTALLED_APPS'), simple) === 'no' ? 'yes' : 'maybe'),
              () => withoutRequest,
            ),
          },
        ]
      : []),
  ];
  const mayStop = withoutAuth !== 'no' && authentication.mayStop;
  return { findings, mayStop: mayStop || [withoutAuth, withoutRequest].includes('maybe') };
}

function missing(id: string, { answer, suspect }: Named): Finding {
  const why = suspect === undefined ? {} : { why: `\`${suspect}\` may be derived from the class it asks for` };
  return { id, printed: not(answer), ...why };
}
