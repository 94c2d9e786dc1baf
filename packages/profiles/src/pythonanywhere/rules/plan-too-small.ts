/** What needs a paid plan: the repository cannot show which one there is. */
import {
  type Dependencies,
  type Dependency,
  defineRule,
  dependencies,
  type Evidence,
  type Features,
  features,
  hasFinalValues,
  isTrue,
  minutes,
  type Settings,
  settings,
  web,
} from '@django-golive/core';
import { serverDatabases } from '../databases.js';

const large = [
  'torch',
  'tensorflow',
  'tensorflow-cpu',
  'transformers',
  'opencv-python',
  'face-recognition',
  'dlib',
  'keras',
  'paddlepaddle',
];

export const planTooSmall = defineRule({
  id: 'pythonanywhere/plan-too-small',
  title: 'The project needs more than a free account',
  sound: 'The project fits a free account',
  category: 'deployment',
  severity: 'high',
  effort: minutes(15),
  risk: 'On a free account the part that needs more fails: at installation, or at its first use.',
  references: [web('PythonAnywhere: Free accounts', 'https://help.pythonanywhere.com/pages/FreeAccountsFeatures/')],
  since: '0.1.0',
  needs: { settings, features, dependencies },
  problems: {},
  questions: {
    postgresql: 'The project uses PostgreSQL, a paid option. Does the account have it?',
    mysql: 'The project uses MySQL, which free accounts opened since January 2026 do not have. Does this account?',
    disk: "The project installs {package}. Is the plan's disk large enough (a free account has 512 MiB, virtualenv included)?",
    smtp: 'The project sends mail by SMTP, which a free account cannot reach. Is the plan a paid one?',
  },
  when: ({ settings, features, dependencies }) =>
    hasFinalValues(settings) &&
    (serverDatabases(settings).length > 0 ||
      heavyOf(dependencies) !== undefined ||
      mailOf(settings, features) !== undefined),
  *check({ settings, features, dependencies }, { question }) {
    const databases = settings.get('DATABASES');
    const kinds = new Set(serverDatabases(settings).map(({ kind }) => kind));
    for (const kind of kinds) yield question(kind, databases);
    const heavy = heavyOf(dependencies);
    if (heavy) yield question('disk', heavy, { package: heavy.declared });
    const mail = mailOf(settings, features);
    if (mail) yield question('smtp', { at: mail.at, subject: 'smtp' });
  },
});

/** The first package that takes much of the disk. */
function heavyOf(dependencies: Dependencies): Dependency | undefined {
  return large
    .flatMap((name) => dependencies.get(name) ?? [])
    .find(({ kind, applies }) => kind === 'runtime' && applies !== false);
}

/** Where mail is sent by SMTP in production; what `DEBUG` is on for shows nothing of it. */
function mailOf(settings: Settings, features: Features): Evidence | undefined {
  return isTrue(settings.get('DEBUG').value) === 'yes' ? undefined : features.uses('smtp')?.evidence[0];
}
