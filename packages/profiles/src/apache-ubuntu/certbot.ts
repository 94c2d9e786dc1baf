/** What certbot's plugin for Apache does not manage by itself. */
import type { ChecklistItem } from '@django-golive/core';
import { certificatesFirst } from '../own-server/named-certificates.js';
import type { ApacheSites } from './virtual-hosts.js';
import type { WebApplication } from './web-application.js';

/** What mod_wsgi takes outside of virtual hosts alone, after the contexts of its documentation; a second `WSGIDaemonProcess` of the same name is refused. */
const serverOnly =
  /^wsgi(daemonprocess|acceptmutex|casesensitivity|destroyinterpreter|dontwritebytecode|freethreading|importscript|interpreteroptions|lazyinitialization|perinterpretergil|py3kwarningflag|python(eggs|hashseed|home|optimize|path|warnings)|restrict(embedded|signal|stdin|stdout)|servermetrics|slowrequests|socket(prefix|rotation)|switchinterval|telemetry(options|service)|verbosedebugging)$|^(listen|loadfile|loadmodule|serverroot|user|group)$/;

/** What has to be mended before certbot runs, with a space before it; empty where nothing has. */
export function beforeCertbot(sites: ApacheSites, web: WebApplication | undefined): string {
  if (sites.configs.length === 0 || sites.hosts.some((host) => host.ssl || host.ports.includes('443'))) return '';
  if (sites.hosts.length === 0) {
    const outside = sites.configs.flatMap(({ directives }) => directives.filter(({ name }) => serverOnly.test(name)));
    const names = [...new Set(outside.map(({ written }) => `\`${written}\``))];
    const what =
      names.length === 0
        ? 'the directives'
        : `all but ${[names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(' and ')}`;
    return ` certbot looks for a virtual host on port 80: put ${what} into a \`<VirtualHost *:80>\` with a \`ServerName\`.`;
  }
  return web?.daemon?.host === undefined
    ? ''
    : ` certbot copies the virtual host for port 80, and Apache refuses a second \`WSGIDaemonProcess\` of the same name: in \`${web.daemon.at.path}\`, move that directive out of the \`<VirtualHost>\`, above it, before the file is copied to the server.`;
}

/** What visitors and certbot miss in virtual hosts without TLS, with a space before it. */
export function beforeVisitors({ hosts }: ApacheSites): string {
  if (hosts.length === 0 || hosts.some((host) => host.ssl || host.ports.includes('443'))) return '';
  const [wrong] = hosts.some(({ ports }) => ports.length === 0 || ports.some((port) => /^(80|\*)$/.test(port)))
    ? []
    : (hosts[0]?.ports ?? []);
  const names = hosts.flatMap((host) => host.names.map(({ name }) => name));
  const [local] = names.every((name) => /^(localhost|[\d.]+|\[?[\da-f:]*:[\da-f:]*\]?)$/.test(name)) ? names : [];
  const missing = [
    ...(wrong === undefined ? [] : [`the address \`*:80\` in place of port ${wrong}`]),
    ...(names.length === 0 ? ['a `ServerName`'] : []),
    ...(local === undefined ? [] : [`a \`ServerName\` in place of \`${local}\``]),
  ];
  return missing.length === 0 ? '' : ` Visitors and certbot come to port 80: give it ${missing.join(', and ')}.`;
}

/** The step that gets the certificates that virtual hosts name; Ubuntu makes one for tests by itself. */
export function certificatesOf(sites: ApacheSites, domains: readonly string[]): ChecklistItem | undefined {
  const named = (directive: string): readonly string[] => [
    ...new Set(
      sites
        .named(directive)
        .filter(({ within }) => !within.some(({ conditional }) => conditional))
        .flatMap(({ args }) => args[0]?.text ?? [])
        .filter((path) => !path.includes('ssl-cert-snakeoil')),
    ),
  ];
  return certificatesFirst({
    server: 'Apache',
    unit: 'apache2',
    files: named('SSLCertificateFile'),
    keys: named('SSLCertificateKeyFile'),
    domains,
    refutedBy: ['apache-ubuntu/https-missing', 'apache-ubuntu/certificate-unusable'],
  });
}
