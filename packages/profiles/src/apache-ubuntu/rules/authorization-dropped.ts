/** The Authorization header, which mod_wsgi keeps from the application unless it is told to pass it. */
import { defineRule, entriesOf, lookup, minutes, project, settings, stringsOf, web } from '@django-golive/core';
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
  severity: 'critical',
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
  when: ({ settings, webApplication }) => settings.path !== undefined && webApplication?.kind === 'mod_wsgi',
  *check({ project, settings, apacheSites, webApplication }, { problem }) {
    const script = webApplication?.script;
    if (!script) return;
    const setting = settings.get('REST_FRAMEWORK');
    const classes = stringsOf(lookup(setting.value, 'DEFAULT_AUTHENTICATION_CLASSES'));
    const ninja = entriesOf(settings.get('NINJA_JWT').value).length > 0;
    const name = classes.find((path) => byHeader.test(path)) ?? (ninja ? 'ninja_jwt' : undefined);
    if (name === undefined) return;
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
      },
    };
  },
});
