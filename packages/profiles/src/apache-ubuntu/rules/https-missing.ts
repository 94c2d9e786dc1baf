/** Settings that demand HTTPS, behind virtual hosts that offer none. */
import { defineRule, isTrue, minutes, type Project, project, settings } from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { isPublicHost } from '../../public-hosts.js';
import { beforeCertbot } from '../certbot.js';
import { apacheSites } from '../virtual-hosts.js';
import { webApplication } from '../web-application.js';

export const httpsMissing = defineRule({
  id: 'apache-ubuntu/https-missing',
  title: 'No virtual host serves HTTPS',
  sound: 'A virtual host serves HTTPS',
  category: 'security',
  severity: 'high',
  effort: minutes(30),
  risk: 'Passwords and sessions travel in the open, or the settings send every visitor to a port where nobody answers.',
  references: [],
  since: '0.1.0',
  needs: { project, settings, apacheSites, webApplication },
  problems: {
    port: '`SSLEngine on` is in the virtual host for port 80, and none is there for port 443: nobody answers `https://`, and `http://` gets an error.',
    demanded: '`{name}` is on in `{module}`, and the virtual hosts in the repository serve plain HTTP only.',
  },
  questions: {
    engine:
      'The virtual host on port 443 has neither `SSLEngine on` nor a certificate, and speaks plain HTTP there. Does certbot add them on the server?',
    elsewhere:
      '`{path}` has virtual hosts for plain HTTP only. Does certbot or another file add one for HTTPS on the server, or does a proxy end TLS?',
  },
  when: ({ webApplication }) => webApplication !== undefined && webApplication.hosts.length > 0,
  *check({ project, settings, apacheSites, webApplication }, { problem, question }) {
    const host = webApplication?.hosts[0];
    if (!host || apacheSites.hosts.some((item) => item.ssl) || runsCertbot(project)) return;
    const turned = apacheSites.hosts.find((item) => item.sslOnPlainPort);
    if (turned && !apacheSites.hosts.some((item) => item.ports.some((port) => port === '443' || port === '*'))) {
      const line = turned.directives.find((directive) => directive.name === 'sslengine');
      yield {
        ...problem('port', lineAt(project, turned.at, 'https')),
        confidence: 'firm',
        ...(line ? { evidence: [{ at: line.at, note: 'TLS is turned on here.' }] } : {}),
        remedy: {
          summary:
            'Write 443 in place of 80 into the address of this virtual host, and add one for port 80 that sends visitors on.',
          path: turned.at.path,
        },
      };
      return;
    }
    const open = apacheSites.hosts.find((item) => item.ports.includes('443'));
    if (open) {
      const brought = ['Include', 'IncludeOptional', 'SSLEngine', 'SSLCertificateFile'].some(
        (name) => apacheSites.named(name).length > 0,
      );
      if (!brought) yield question('engine', lineAt(project, open.at, 'https'));
      return;
    }
    // Options that certbot or a shared file brings are not here to be read.
    const included = [...apacheSites.named('Include'), ...apacheSites.named('IncludeOptional')].some((item) =>
      item.args.some((arg) => /ssl|letsencrypt|443/i.test(arg.text)),
    );
    const about = lineAt(project, host.at, 'https');
    const name = ['SECURE_SSL_REDIRECT', 'SESSION_COOKIE_SECURE'].find(
      (item) => isTrue(settings.get(item).value) === 'yes',
    );
    if (name === undefined || included || settings.path === undefined) {
      yield question('elsewhere', about, { path: host.at.path });
      return;
    }
    const domain = host.names.find((item) => isPublicHost(item.name))?.name;
    yield {
      ...problem('demanded', about, { name, module: settings.module }),
      confidence: 'tentative',
      evidence: [{ at: settings.get(name).at, note: `\`${name}\` is set here.` }],
      remedy: {
        summary: `Add a virtual host for port 443 with a certificate; certbot writes one.${domain === undefined ? ' Before that, `ServerName` has to become the name that visitors ask for.' : ''}${beforeCertbot(apacheSites, webApplication)}`,
        ...(domain ? { code: `certbot --apache -d ${domain} --redirect`, language: 'bash' as const } : {}),
        path: host.at.path,
      },
    };
  },
});

/** Whether the project's scripts or notes have certbot write the virtual host for HTTPS on the server. */
function runsCertbot(project: Project): boolean {
  return project.paths.some(
    (path) =>
      /\.(?:sh|bash|md|txt|rst|ya?ml)$/i.test(path) &&
      /\bcertbot\b[^\r\n]*[ \t]--apache\b/.test(project.file(path)?.text ?? ''),
  );
}
