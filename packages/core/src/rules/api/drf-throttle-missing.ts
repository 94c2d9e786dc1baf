/** An API that answers as often as anybody asks. */
import { dependencies } from '../../facts/dependencies.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { isWritten, siteCode, sources } from '../../facts/sources.js';
import { type Route, urls } from '../../facts/urls.js';
import { isKnown, itemsOf, lacks, lookup, stringOf, stringsOf } from '../../facts/value-reading.js';
import { cwe, defineRule, minutes, web } from '../../rule.js';
import { serverFiles } from '../../server-files.js';
import type { Project } from '../../source.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { middlewareOf } from '../settings/middleware.js';
import { type ApiView, apiViews, inWords } from './api-views.js';

/** What else counts requests: packages, and middleware by its name. */
const packages = ['django-ratelimit', 'django-smart-ratelimit', 'drf-extensions', 'slowapi', 'django-limits'];
const counting = /throttl|rate_?limit/i;
/** A view of the project's own that limits its callers. */
const limits =
  /^\s*(throttle_classes|throttle_scope)\s*[:=]|@throttle_classes\(|def (get_throttles|check_throttles)\b|\bratelimit\(/m;

/** The framework's own classes that take their rate from the settings. */
const rated = /^rest_framework\.throttling\.(Anon|User)RateThrottle$/;

export const drfThrottleMissing = defineRule({
  id: 'api/drf-throttle-missing',
  title: 'The API answers without a limit',
  sound: 'The API limits how often it is asked',
  category: 'api',
  severity: 'low',
  effort: minutes(30),
  risk: 'A program tries passwords, copies all data or keeps the workers busy, as fast as it can ask.',
  references: [
    cwe(770),
    web('Django REST framework: throttling', 'https://www.django-rest-framework.org/api-guide/throttling/'),
  ],
  since: '0.1.0',
  needs: { dependencies, project, settings, sources, urls },
  problems: {
    unset: '`REST_FRAMEWORK` names no `DEFAULT_THROTTLE_CLASSES`, and no view limits its callers: {views}.',
    rateless:
      '`DEFAULT_THROTTLE_CLASSES` names `{name}`, and without `DEFAULT_THROTTLE_RATES` it lets everything through.',
  },
  when: ({ project, settings, urls }) => {
    const { value } = settings.get('REST_FRAMEWORK');
    const classes = lookup(value, 'DEFAULT_THROTTLE_CLASSES');
    return (
      hasFinalValues(settings) &&
      (classes === undefined ? lacks(value, 'DEFAULT_THROTTLE_CLASSES') : isKnown(classes)) &&
      (called(apiViews(project, urls.routes)).length > 0 || urls.routes.some(takesPassword))
    );
  },
  *check({ dependencies, project, settings, sources, urls }, { problem }) {
    const setting = settings.get('REST_FRAMEWORK');
    const classes = lookup(setting.value, 'DEFAULT_THROTTLE_CLASSES');
    const code = `REST_FRAMEWORK = {\n    # … the entries there are now\n    'DEFAULT_THROTTLE_CLASSES': [\n        'rest_framework.throttling.AnonRateThrottle',\n        'rest_framework.throttling.UserRateThrottle',\n    ],\n    'DEFAULT_THROTTLE_RATES': {'anon': '60/min', 'user': '600/min'},\n}`;
    const remedy = {
      summary: `Limit callers by default, and the view that takes passwords more strictly.${takesBasic(settings, apiViews(project, urls.routes)) ? ' A password of Basic authentication is tried before a throttle counts: limit those in the server in front, or with django-axes.' : ''}`,
      code,
      language: 'python' as const,
      path: setting.at.path,
    };
    const names = itemsOf(classes).map(stringOf);
    const rateless = names.find((name) => name !== undefined && rated.test(name));
    if (rateless !== undefined && lacks(setting.value, 'DEFAULT_THROTTLE_RATES')) {
      yield {
        ...problem('rateless', setting, { name: rateless }),
        confidence: confidenceIn(settings, setting),
        remedy,
      };
      return;
    }
    if (names.length > 0) return;
    if (packages.some((name) => dependencies.get(name) !== undefined)) return;
    if (stringsOf(middlewareOf(settings).value).some((entry) => counting.test(entry))) return;
    if (isWritten(project, siteCode(sources, settings), limits) || isLimitedBefore(project)) return;
    const views = called(apiViews(project, urls.routes));
    const tokens = urls.routes.filter((route) => takesPassword(route) && !views.some((one) => one.route === route));
    yield {
      ...problem('unset', setting, { views: wordsOf(tokens, views) }),
      // A proxy that the files do not show may count as well.
      confidence: confidenceIn(settings, setting) === 'certain' ? 'firm' : 'tentative',
      evidence: [...tokens, ...views.map(({ route }) => route)]
        .slice(0, 5)
        .map(({ at, view }) => ({ at: view?.at ?? at, note: 'Nothing limits how often it is called.' })),
      remedy,
    };
  },
});

/** A view of a package that gives out tokens for passwords. */
function takesPassword({ served, view }: Route): boolean {
  return (
    served !== 'no' &&
    [view?.name ?? '', ...(view?.bases ?? [])].some((name) =>
      /^rest_framework(_simplejwt|_jwt|\.authtoken)\..*([Oo]btain)/.test(name),
    )
  );
}

/** The view that takes passwords first. */
function wordsOf([token, ...others]: readonly Route[], views: readonly ApiView[]): string {
  if (token === undefined) return inWords(views);
  const count = 1 + others.length + views.length;
  const name = `\`${token.view?.name.split('.').at(-1)}\`, which takes passwords`;
  return count === 1 ? `the view ${name}` : `${count} views, among them ${name}`;
}

/** Whether some view takes a password with each request: the framework authenticates before it counts. */
function takesBasic(settings: Settings, views: readonly ApiView[]): boolean {
  const classes = stringsOf(lookup(settings.get('REST_FRAMEWORK').value, 'DEFAULT_AUTHENTICATION_CLASSES'));
  return [...classes, ...views.map(({ text }) => text)].some((text) => /\bBasicAuthentication\b/.test(text));
}

/** Views that people and programs call; other services call a webhook as often as they must. */
const called = (views: readonly ApiView[]): readonly ApiView[] =>
  views.filter(({ route }) => !/webhook|callback|health|ping|liveness|readiness|metrics/i.test(route.view.name));

/** Whether a server in front limits requests anywhere: then somebody thought of it. */
function isLimitedBefore(project: Project): boolean {
  return [...serverFiles(project, 'steering')].some(({ text }) =>
    /limit_req|rate_?limit|mod_evasive|mod_qos/i.test(text),
  );
}
