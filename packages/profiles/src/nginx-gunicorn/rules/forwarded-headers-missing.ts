/** What nginx does not tell Django of a request: the host that was asked for, and whether it came over HTTPS. */
import {
  changedText,
  defineRule,
  docs,
  hasFinalValues,
  isKnown,
  isTrue,
  itemsOf,
  minutes,
  openVariables,
  project,
  settings,
  stringOf,
  stringsOf,
  web,
} from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { headerTo } from '../forwarded.js';
import { type Passing, webApplications } from '../web-applications.js';

const block =
  'proxy_set_header Host $http_host;\nproxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;\nproxy_set_header X-Forwarded-Proto $scheme;';

export const forwardedHeadersMissing = defineRule({
  id: 'nginx-gunicorn/forwarded-headers-missing',
  title: 'nginx does not tell Django which host was asked for, and how',
  sound: 'nginx tells Django which host was asked for',
  category: 'deployment',
  severity: 'high',
  effort: minutes(5),
  risk: 'Requests are refused with 400, forms fail the check of their origin, and links in mails have a name that nobody can reach.',
  references: [
    docs('ref/settings', 'allowed-hosts'),
    docs('ref/settings', 'secure-proxy-ssl-header'),
    web('nginx: proxy_set_header', 'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_set_header'),
  ],
  since: '0.1.0',
  needs: { project, settings, webApplications },
  problems: {
    refused: 'nginx does not hand on `Host`: Django is asked for `{host}`, which `ALLOWED_HOSTS` does not allow.',
    invalid: 'nginx does not hand on `Host`: Django is asked for `{host}`, which it refuses as no name of a host.',
    host: 'nginx does not hand on `Host`: Django is asked for `{host}`.',
    scheme: '`SECURE_PROXY_SSL_HEADER` believes `{header}`, and nginx does not set it.',
  },
  when: ({ settings, webApplications }) =>
    hasFinalValues(settings) &&
    webApplications.all.some(({ passings }) => passings.some(({ location }) => location.pass?.protocol === 'http')),
  *check({ project, settings, webApplications }, { problem }) {
    const allowed = settings.get('ALLOWED_HOSTS');
    const names = stringsOf(allowed.value);
    const trusted = stringOf(itemsOf(settings.get('SECURE_PROXY_SSL_HEADER').value)[0] ?? { kind: 'none' });
    const header = trusted?.startsWith('HTTP_') ? headerName(trusted) : undefined;
    const forwardedHost = isTrue(settings.get('USE_X_FORWARDED_HOST').value);
    const statics = ['STATIC_URL', 'MEDIA_URL'].flatMap(
      (name) => stringOf(settings.get(name).value)?.replace(/^\/?/, '/') ?? [],
    );
    const redirects = isTrue(settings.get('SECURE_SSL_REDIRECT').value) !== 'no';
    const seen = new Set<string>();
    for (const passing of webApplications.all.flatMap(({ passings }) => passings)) {
      const { pass } = passing.location;
      if (pass?.protocol !== 'http') continue;
      // The host of a WebSocket is not checked.
      if (passing.location.path !== '/' && headerTo(passing, 'Upgrade') !== undefined) continue;
      // Files are handed out whatever host is asked for.
      const files = statics.some((url) => url.length > 1 && passing.location.path.startsWith(url));
      if (files && !redirects) continue;
      const first = (message: string): boolean => {
        const key = `${passing.server.at.path}:${passing.server.at.span.start}:${message}`;
        return !seen.has(key) && Boolean(seen.add(key));
      };
      if (
        !files &&
        losesHost(passing) &&
        !(forwardedHost !== 'no' && headerTo(passing, 'X-Forwarded-Host') !== undefined) &&
        first('host')
      ) {
        const host = pass.host;
        const name = host.replace(/:\d+$/, '').toLowerCase();
        const about = lineAt(project, pass.at, `${passing.location.path}:host`);
        const remedy = {
          summary: 'Hand on what the visitor asked for, beside each `proxy_pass`.',
          ...changedText(project, pass.at, (text) => `${text};\n${block.replace(/;$/, '')}`),
          language: 'nginx' as const,
        };
        if (!/^([a-z0-9.-]+|\[[a-f0-9:.]+\])$/.test(name) && !/[${]/.test(host))
          yield { ...problem('invalid', about, { host }), remedy };
        else if (
          isKnown(allowed.value) &&
          openVariables(settings, allowed).length === 0 &&
          names.length > 0 &&
          !names.some((item) => item === '*' || item === name || (item.startsWith('.') && `.${name}`.endsWith(item)))
        )
          yield {
            ...problem('refused', about, { host }),
            evidence: [{ at: allowed.at, note: '`ALLOWED_HOSTS` is set here.' }],
            remedy,
          };
        else
          yield {
            ...problem('host', about, { host }),
            risk: 'Forms fail the check of their origin, and links in mails and redirects lead to a name that nobody can reach.',
            remedy,
          };
      }
      if (header !== undefined && headerTo(passing, header) === undefined && first('scheme'))
        yield {
          ...problem('scheme', lineAt(project, pass.at, `${passing.location.path}:scheme`), { header }),
          risk: 'Every request counts as plain HTTP, which the redirect to HTTPS turns into an endless one, while a visitor who sends the header passes for secure.',
          evidence: [{ at: settings.get('SECURE_PROXY_SSL_HEADER').at, note: 'The header is believed here.' }],
          remedy: {
            summary: 'Set the header beside each `proxy_pass`; that overwrites what a visitor sends.',
            ...changedText(project, pass.at, (text) => `${text};\nproxy_set_header ${header} $scheme`),
            language: 'nginx',
          },
        };
    }
  },
});

/** Whether Django gets the name in `proxy_pass` instead of the one that was asked for. */
function losesHost(passing: Passing): boolean {
  const host = headerTo(passing, 'Host');
  return host === undefined || (host !== 'unseen' && host.value === '$proxy_host');
}

/** `HTTP_X_FORWARDED_PROTO` as a header is written. */
function headerName(variable: string): string {
  return variable
    .slice('HTTP_'.length)
    .toLowerCase()
    .replace(
      /(^|_)([a-z])/g,
      (_, before: string, letter: string) => `${before === '' ? '' : '-'}${letter.toUpperCase()}`,
    );
}
