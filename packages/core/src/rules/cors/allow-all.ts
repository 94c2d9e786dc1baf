/** Every site may read this one's answers, though not with the visitor's session. */
import { describeValue, truthOf } from '../../describe.js';
import { type Dependencies, dependencies } from '../../facts/dependencies.js';
import { deployment } from '../../facts/deployment.js';
import { type Setting, type Settings, type SettingsWith, settings, settingsWith } from '../../facts/settings.js';
import { type Access, type Route, urls } from '../../facts/urls.js';
import { isKnown, stringsOf } from '../../facts/value-reading.js';
import { cwe, defineRule, minutes, type Remedy, web } from '../../rule.js';
import { tokensOnly } from '../api/tokens-only.js';
import { atLeastSeries } from '../settings/django-series.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { isThisMachine } from '../settings/host-entry.js';
import { ownViews } from '../urls/routes.js';
import { allowAllOrigins, allowedOrigins, corsRuns, sessionGoesAlong } from './cors-settings.js';

/** Targets whose addresses lie on the open internet. */
const hosted: ReadonlySet<string> = new Set(['fly', 'heroku', 'pythonanywhere', 'railway', 'render']);

export const allowAll = defineRule({
  id: 'cors/allow-all',
  title: "Every site may read this one's answers",
  sound: 'Only named sites may read answers across origins',
  category: 'security',
  // Without the visitor's session, what can be read is what anybody can, but for addresses inside a private network.
  severity: 'medium',
  effort: minutes(15),
  risk: "Any page on the web can read what this site answers to its visitor's browser, inside a private network too.",
  references: [
    cwe(942),
    web(
      'django-cors-headers: CORS_ALLOW_ALL_ORIGINS',
      'https://github.com/adamchainz/django-cors-headers#cors_allow_all_origins-bool',
    ),
  ],
  since: '0.1.0',
  needs: { dependencies, deployment, settings, settingsWith, urls },
  problems: {
    all: '`{name}` is {value} in `{module}`.',
    fallback: '`{name}` is {value} in `{module}` where `{variable}` is not given.',
  },
  questions: {
    unproven: '`{name}` is {value}. Is it false in production?',
    tokens:
      '`{name}` is {value}. The API knows its callers by tokens, which other sites do not have. Can it be reached from inside a private network only?',
    reading:
      '`{name}` is {value}. The views of this site that answer everybody only read. Can it be reached from inside a private network only?',
    public: '`{name}` is {value}, for addresses that match {addresses} alone. Is everything there public?',
  },
  // With a session that goes along it is far worse, and has a rule of its own.
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    corsRuns(settings) === 'yes' &&
    !(
      truthOf(allowAllOrigins(settings).value) === 'yes' &&
      truthOf(settings.get('CORS_ALLOW_CREDENTIALS').value) === 'yes' &&
      sessionGoesAlong(settings) !== 'no'
    ),
  *check({ dependencies, deployment, settings, settingsWith, urls }, { problem, question }) {
    const setting = allowAllOrigins(settings);
    const on = truthOf(setting.value);
    const shown = { name: setting.name, value: describeValue(setting.name, setting.value) };
    if (on === 'maybe') yield question('unproven', setting, shown);
    if (on !== 'yes') return;
    const addresses = settings.get('CORS_URLS_REGEX');
    const pattern =
      addresses.value.kind === 'str'
        ? addresses.value.value
        : addresses.value.kind === 'regex'
          ? addresses.value.pattern
          : '';
    if (addresses.origin === 'assigned' && !/^\^?\.\*\$?$|^$/.test(pattern)) {
      yield question('public', setting, { ...shown, addresses: `\`${pattern}\`` });
      return;
    }
    // On the open internet another site's page then reads no more than any program does: profiles of such targets weigh it so.
    const harmless = tokensOnly(settings) ? 'tokens' : urls.complete && onlyRead(urls.routes) ? 'reading' : undefined;
    if (harmless !== undefined && !hosted.has(deployment.target)) {
      yield question(harmless, setting, shown);
      return;
    }
    const variable = namingVariable(settings, settingsWith);
    if (variable !== undefined) {
      yield {
        ...problem('fallback', setting, { ...shown, module: settings.module, variable }),
        confidence: 'tentative',
        remedy: {
          summary: `Let nothing be allowed where \`${variable}\` is not given, in place of this line.`,
          code: `${setting.name} = False`,
          language: 'python',
          path: setting.at.path,
        },
      };
      return;
    }
    yield {
      ...problem('all', setting, { ...shown, module: settings.module }),
      // An interface that is meant for everybody, and reads only, may say so.
      confidence: confidenceIn(settings, setting) === 'certain' ? 'firm' : 'tentative',
      remedy: namedOrigins(dependencies, settings, setting),
    };
  },
});

/** The origins in place of all, under the names that the installed release reads: the new ones are known since 3.5. */
function namedOrigins(dependencies: Dependencies, settings: Settings, setting: Setting): Remedy {
  const version = dependencies.get('django-cors-headers')?.version;
  const old = version === undefined ? setting.name === 'CORS_ORIGIN_ALLOW_ALL' : !atLeastSeries(version, '3.5');
  const [all, list] = old
    ? ['CORS_ORIGIN_ALLOW_ALL', 'CORS_ORIGIN_WHITELIST']
    : ['CORS_ALLOW_ALL_ORIGINS', 'CORS_ALLOWED_ORIGINS'];
  const named = stringsOf(allowedOrigins(settings).value);
  // A private address by itself may be an intranet's.
  const local =
    isKnown(allowedOrigins(settings).value) &&
    named.some((one) => isThisMachine(hostOf(one))) &&
    named.every(isOfDevelopers);
  if (truthOf(allowedOrigins(settings).value) === 'yes' && !local)
    return writeInSettings(settings, 'Allow only the origins that are named already.', `${all} = False`);
  const origin = `${version !== undefined && !atLeastSeries(version, '3.0') ? '' : 'https://'}app.example.com`;
  const code = `${all} = False\n${list} = [\n    '${origin}',\n]`;
  if (!local) return writeInSettings(settings, 'Name the origins that need it.', code);
  return {
    ...writeInSettings(
      settings,
      `Name the origins of production: those in \`${list}\` are machines of developers, whose settings may keep them.`,
      code,
    ),
    place: 'part',
  };
}

const hostOf = (origin: string): string => /^(?:https?:\/\/)?(\[[^\]]+\]|[^/:?#]+)/i.exec(origin)?.[1] ?? '';

/** Whether an origin is a machine of a developer's own, or one of its network. */
function isOfDevelopers(origin: string): boolean {
  const host = hostOf(origin);
  return (
    isThisMachine(host) || /^(10|192\.168|172\.(1[6-9]|2\d|3[01]))(\.\d+){2,3}$|^host\.docker\.internal$/i.test(host)
  );
}

/** The variable that names the origins, where nothing gives it and every site is allowed for want of it. */
function namingVariable(settings: Settings, settingsWith: SettingsWith): string | undefined {
  return settings.environment.find(
    ({ name, given }) =>
      given === undefined &&
      /CORS|ORIGIN/i.test(name) &&
      truthOf(allowAllOrigins(settingsWith({ [name]: 'https://app.example.com' })).value) === 'no',
  )?.name;
}

/** Views that change nothing for whoever is not signed in. */
const closed: ReadonlySet<Access> = new Set(['login', 'permission', 'public-read']);

/** Whether the views that answer everybody change nothing. Those that ask are closed: no session goes along. */
function onlyRead(routes: readonly Route[]): boolean {
  const own = ownViews(routes);
  const open = own.filter(({ view: { access, asks } }) => !asks && !closed.has(access));
  return own.length > 0 && open.every(({ view: { writes } }) => writes?.length === 0);
}
