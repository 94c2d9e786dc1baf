/** Settings that demand HTTPS, behind servers of nginx that offer none. */
import { defineRule, isAssigned, isTrue, minutes, type Project, project, settings } from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { isPublicHost } from '../../public-hosts.js';
import { nginxSites } from '../sites.js';
import { webApplications } from '../web-applications.js';

export const httpsMissing = defineRule({
  id: 'nginx-gunicorn/https-missing',
  title: 'No server of nginx speaks HTTPS',
  sound: 'A server of nginx speaks HTTPS',
  category: 'security',
  severity: 'high',
  effort: minutes(30),
  risk: 'Passwords and sessions travel in the open, or the settings send every visitor to a port where nobody answers.',
  references: [],
  since: '0.1.0',
  needs: { project, settings, nginxSites, webApplications },
  problems: {
    demanded: '`{name}` is on in `{module}`, and the servers of nginx in the repository speak plain HTTP only.',
  },
  questions: {
    elsewhere:
      'The servers of nginx in the repository speak plain HTTP only. Does certbot add one for HTTPS on the server, or does a proxy end TLS?',
  },
  when: ({ webApplications }) => webApplications.all.some(({ servers }) => servers.length > 0),
  *check({ project, settings, nginxSites, webApplications }, { problem, question }) {
    const server = webApplications.all.flatMap(({ servers }) => servers)[0];
    if (!server || nginxSites.servers.some(({ tls, listens }) => tls || listens.some(({ port }) => port === '443')))
      return;
    const about = lineAt(project, server.at, 'https');
    const name = ['SECURE_SSL_REDIRECT', 'SESSION_COOKIE_SECURE'].find(
      (item) => isTrue(settings.get(item).value) === 'yes',
    );
    // A file of the project that orders a certificate, or settings that know of a proxy, mean another server than these.
    if (
      name === undefined ||
      settings.path === undefined ||
      isAssigned(settings.get('SECURE_PROXY_SSL_HEADER')) ||
      ordersCertificate(project)
    ) {
      yield question('elsewhere', about);
      return;
    }
    const domain = server.names.find((item) => isPublicHost(item.name))?.name;
    yield {
      ...problem('demanded', about, { name, module: settings.module }),
      confidence: 'tentative',
      evidence: [{ at: settings.get(name).at, note: `\`${name}\` is set here.` }],
      remedy: {
        summary: 'Let certbot get a certificate and add the server for port 443.',
        ...(domain ? { code: `sudo certbot --nginx -d ${domain} --redirect`, language: 'bash' as const } : {}),
        path: server.at.path,
      },
    };
  },
});

function ordersCertificate(project: Project): boolean {
  return project.paths.some(
    (path) =>
      /\.(sh|md|rst|txt|ya?ml|conf)$|Makefile$/i.test(path) &&
      !/node_modules/.test(path) &&
      /certbot|letsencrypt|acme\.sh|cloudflare/i.test(project.file(path)?.text ?? ''),
  );
}
