/** Certificates that nginx cannot start with, or that everybody has. */
import { cwe, defineRule, minutes, project, web } from '@django-golive/core';
import { deployedFile } from '../../files/deployed-path.js';
import { isPlaceholderHost, isPlaceholderPath } from '../../files/placeholder.js';
import { lineAt } from '../../files/shown-line.js';
import { hasUnseen, nginxSites } from '../sites.js';

export const certificateUnusable = defineRule({
  id: 'nginx-gunicorn/certificate-unusable',
  title: 'The certificate of the server cannot serve',
  sound: 'The servers of nginx name certificates of their own',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(20),
  risk: 'nginx does not start, browsers warn every visitor, or the private key is known to all who have the repository.',
  references: [
    cwe(321),
    web('nginx: Configuring HTTPS servers', 'https://nginx.org/en/docs/http/configuring_https_servers.html'),
  ],
  since: '0.1.0',
  needs: { project, nginxSites },
  problems: {
    missing: '`{listen}` speaks TLS, and the server names no `ssl_certificate`: nginx refuses the configuration.',
    snakeoil: '`{directive}` is `{path}`, the certificate that Ubuntu makes for tests.',
    committed: '`{directive}` is `{path}`, and the private key lies in the repository.',
  },
  questions: {
    placeholder: '`{directive}` is `{path}`, the name of a template. Does the server have your own in its place?',
  },
  when: ({ nginxSites }) => nginxSites.servers.some(({ tls }) => tls !== undefined),
  *check({ project, nginxSites }, { problem, question }) {
    const seen = new Set<string>();
    for (const server of nginxSites.servers) {
      const all = server.levels.flat();
      const certificates = all.filter(({ name }) => /^ssl_certificate(_key)?$/.test(name));
      const host = server.names
        .map(({ name }) => name)
        .find((name) => /^[a-z0-9.-]+\.[a-z]+$/.test(name) && !isPlaceholderHost(name));
      const remedy = (path: string) => ({
        summary: 'Let certbot get a certificate for the host; it writes its files into the configuration.',
        ...(host === undefined ? {} : { code: `sudo certbot --nginx -d ${host}`, language: 'bash' as const }),
        path,
      });
      const rejects = all.some(({ name, args }) => name === 'ssl_reject_handshake' && args[0]?.text === 'on');
      if (server.tls && certificates.length === 0 && !rejects && !hasUnseen(server, /./)) {
        const listen = server.directives.find(({ at }) => at === server.tls);
        yield {
          ...problem('missing', lineAt(project, server.tls, 'certificate'), {
            listen: [listen?.name ?? 'listen', ...(listen?.args ?? []).map(({ text }) => text)].join(' '),
          }),
          // certbot needs a configuration that nginx takes.
          remedy: {
            ...remedy(server.tls.path),
            summary:
              'Keep only the server for port 80, and let certbot add the one for HTTPS: it needs a configuration that nginx takes.',
          },
        };
      }
      for (const { name, args, at } of certificates) {
        const path = args[0]?.text ?? '';
        if (seen.has(`${name} ${path}`)) continue;
        seen.add(`${name} ${path}`);
        const about = lineAt(project, at, `${name}:${path}`);
        const data = { directive: name, path };
        const file = deployedFile(project, path);
        if (file && name === 'ssl_certificate_key' && project.tracked(file.path) !== false)
          yield { ...problem('committed', about, data), confidence: 'firm', remedy: remedy(at.path) };
        else if (/ssl-cert-snakeoil/.test(path)) yield { ...problem('snakeoil', about, data), remedy: remedy(at.path) };
        else if (name === 'ssl_certificate' && (isPlaceholderPath(path) || path.split('/').some(isPlaceholderHost)))
          yield question('placeholder', about, data);
      }
    }
  },
});
