/** The Authorization header, which mod_wsgi keeps from the application unless it is told to pass it. */
import {
  defineRule,
  entriesOf,
  hasFinalValues,
  isKnown,
  lookup,
  minutes,
  project,
  type Settings,
  settings,
  stringsOf,
  type Value,
  web,
} from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { apacheSites } from '../virtual-hosts.js';
import { webApplication } from '../web-application.js';

/** Authentication that reads the header. Django REST framework tries sessions and then Basic when nothing is set. */
const byHeader = /(Token|JWT|JSONWebToken|Basic|Knox|OAuth2|Bearer|ApiKey)\w*Authentication$/;

export const authorizationDropped = defineRule({
  id: 'apache-ubuntu/authorization-dropped',
  title: 'Apache drops the Authorization header',
  sound: 'Apache passes the Authorization header on',
  category: 'api',
  // Pages that know their visitors by a session go on working.
  severity: 'high',
  effort: minutes(5),
  risk: 'Every call of the API with a token is answered with 401.',
  references: [
    web(
      'mod_wsgi: WSGIPassAuthorization',
      'https://modwsgi.readthedocs.io/en/latest/configuration-directives/WSGIPassAuthorization.html',
    ),
  ],
  since: '0.1.0',
  needs: { project, settings, apacheSites, webApplication },
  problems: { dropped: '`{name}` reads the Authorization header, and no `WSGIPassAuthorization On` lets it through.' },
  questions: {
    unknown:
      'How the API authenticates is not known. Does it read the Authorization header, which no `WSGIPassAuthorization On` lets through?',
  },
  when: ({ settings, webApplication }) =>
    hasFinalValues(settings) &&
    webApplication?.kind === 'mod_wsgi' &&
    (readerOf(settings) !== undefined || !isAuthenticationKnown(settings)),
  *check({ project, settings, apacheSites, webApplication }, { problem, question }) {
    const script = webApplication?.script;
    if (!script) return;
    const setting = settings.get('REST_FRAMEWORK');
    const name = readerOf(settings);
    const passed =
      apacheSites
        .applying(script.host, 'WSGIPassAuthorization')
        .some((item) => /^on$/i.test(item.args[0]?.text ?? '')) ||
      [
        ...apacheSites.named('SetEnvIf'),
        ...apacheSites.named('SetEnvIfNoCase'),
        ...apacheSites.named('RewriteRule'),
        ...apacheSites.named('CGIPassAuth'),
      ].some((item) => item.args.some((arg) => /authorization/i.test(arg.text)) || item.name === 'cgipassauth');
    if (passed) return;
    if (name === undefined) {
      yield question('unknown', setting);
      return;
    }
    const token = !/Basic/.test(name);
    yield {
      ...problem('dropped', lineAt(project, script.at, `${script.url}:authorization`), {
        name: name.slice(name.lastIndexOf('.') + 1),
      }),
      // Basic beside sessions may be the default that nobody uses.
      confidence: token ? 'certain' : 'tentative',
      evidence: [{ at: setting.at, note: "The API's authentication is set here." }],
      remedy: {
        summary: 'Let the header through in the virtual host.',
        code: 'WSGIPassAuthorization On',
        language: 'apache',
        path: script.at.path,
        place: 'after',
      },
    };
  },
});

/** The authentication that reads the header, where the settings name one. */
function readerOf(settings: Settings): string | undefined {
  const classes = stringsOf(authenticationOf(settings));
  const ninja = entriesOf(settings.get('NINJA_JWT').value).length > 0;
  return classes.find((path) => byHeader.test(path)) ?? (ninja ? 'ninja_jwt' : undefined);
}

/** Django REST framework's own default is used where nothing is set. */
function isAuthenticationKnown(settings: Settings): boolean {
  const { kind } = settings.get('REST_FRAMEWORK').value;
  const classes = authenticationOf(settings);
  return kind !== 'unknown' && kind !== 'choice' && (classes === undefined || isKnown(classes));
}

function authenticationOf(settings: Settings): Value | undefined {
  return lookup(settings.get('REST_FRAMEWORK').value, 'DEFAULT_AUTHENTICATION_CLASSES');
}
