/** Passwords with every request: Basic authentication as an API's default. */
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { isWritten, siteCode, sources } from '../../facts/sources.js';
import { type Route, urls, type View } from '../../facts/urls.js';
import { holds, isAssigned, lacks, lookup, stringsOf } from '../../facts/value-reading.js';
import { cwe, defineRule, minutes, web } from '../../rule.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { apiViews, inWords } from './api-views.js';

const basic = 'rest_framework.authentication.BasicAuthentication';

export const drfAuthenticationBasic = defineRule({
  id: 'api/drf-authentication-basic',
  title: 'The API takes passwords with every request',
  sound: 'The API does not take passwords with every request',
  category: 'api',
  severity: 'low',
  effort: minutes(30),
  risk: 'Passwords are stored in clients and sent all the time, and nothing slows down who tries one after the other.',
  references: [
    cwe(522),
    web(
      'Django REST framework: authentication',
      'https://www.django-rest-framework.org/api-guide/authentication/#basicauthentication',
    ),
  ],
  since: '0.1.0',
  needs: { project, settings, sources, urls },
  problems: {
    basic: '`DEFAULT_AUTHENTICATION_CLASSES` names `{name}`.',
    unset: 'The default of `DEFAULT_AUTHENTICATION_CLASSES` holds `{name}`, and it is left to {views}.',
  },
  // Without a view of the framework nobody signs in to one.
  when: ({ project, settings, sources, urls }) =>
    hasFinalValues(settings) &&
    holds(settings.get('INSTALLED_APPS').value, 'rest_framework') === 'yes' &&
    (urls.routes.some(mayBeFrameworks) ||
      (!urls.complete &&
        (urls.path === undefined || isWritten(project, siteCode(sources, settings), /\brest_framework\b/)))),
  *check({ project, settings, urls }, { problem }) {
    const setting = settings.get('REST_FRAMEWORK');
    const names = stringsOf(lookup(setting.value, 'DEFAULT_AUTHENTICATION_CLASSES'));
    const name = names.find((one) => one === basic);
    if (!isAssigned(setting) || lacks(setting.value, 'DEFAULT_AUTHENTICATION_CLASSES')) {
      const standard = stringsOf(lookup(setting.value, 'DEFAULT_PERMISSION_CLASSES'));
      const guarded = standard.some((one) => !one.endsWith('.AllowAny'));
      const asksForAccount = ({ access }: View): boolean =>
        access === 'login' ||
        access === 'permission' ||
        access === 'public-read' ||
        (access === 'api-default' && guarded);
      const views = apiViews(project, urls.routes).filter(
        ({ plain, route, text }) =>
          plain && asksForAccount(route.view) && !/\b(authentication_classes|get_authenticators)\b/.test(text),
      );
      if (views.length === 0) return;
      const ways = [
        'rest_framework.authentication.SessionAuthentication',
        ...(holds(settings.get('INSTALLED_APPS').value, 'rest_framework.authtoken') === 'yes'
          ? ['rest_framework.authentication.TokenAuthentication']
          : []),
      ];
      const others = isAssigned(setting) ? '    # … the entries there are now\n' : '';
      yield {
        ...problem('unset', setting, { name: basic, views: inWords(views) }),
        confidence: confidenceIn(settings, setting) === 'certain' ? 'firm' : 'tentative',
        evidence: views
          .slice(0, 5)
          .map(({ route }) => ({ at: route.view.at, note: 'It names no way to sign in of its own.' })),
        remedy: {
          summary: 'Name the ways that are in use: the session for pages, tokens for programs.',
          code: `REST_FRAMEWORK = {\n${others}    'DEFAULT_AUTHENTICATION_CLASSES': [\n${ways.map((way) => `        '${way}',\n`).join('')}    ],\n}`,
          language: 'python',
          path: setting.at.path,
        },
      };
      return;
    }
    if (name === undefined) return;
    yield {
      ...problem('basic', setting, { name }),
      // Fine inside a network where both sides prove themselves.
      confidence: confidenceIn(settings, setting) === 'certain' ? 'firm' : 'tentative',
      remedy: { summary: 'Take it out of the list; programs can use tokens.', path: setting.at.path },
    };
  },
});

/** A view of the framework, or of a package that may build on it; Django's own do not. */
function mayBeFrameworks({ view, includes }: Route): boolean {
  if (view?.api || includes?.startsWith('rest_framework')) return true;
  return view?.kind === 'package' && !view.name.startsWith('django.');
}
