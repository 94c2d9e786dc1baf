/** Certificates that Apache cannot start with, or that everybody has. */
import { cwe, defineRule, minutes, project, web } from '@django-golive/core';
import { deployedFile } from '../../files/deployed-path.js';
import { lineAt } from '../../files/shown-line.js';
import { isPublicHost } from '../../public-hosts.js';
import { apacheSites } from '../virtual-hosts.js';

const names = ['SSLCertificateFile', 'SSLCertificateKeyFile', 'SSLCertificateChainFile'];
const invented =
  /\/path\/to\/|your[-_]?(actual[-_]?)?(domain|site|server)|yourdomain|mydomain|example\.(com|org|net)|domain\.tld|<[\w -]+>/i;

export const certificateUnusable = defineRule({
  id: 'apache-ubuntu/certificate-unusable',
  title: 'The certificate of the virtual host cannot serve',
  sound: 'The virtual hosts name certificates of their own',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(20),
  risk: 'Apache does not start, browsers warn every visitor, or the private key is known to all who have the repository.',
  references: [
    cwe(321),
    web('mod_wsgi: Enabling HTTPS', 'https://modwsgi.readthedocs.io/en/latest/user-guides/enabling-https.html'),
  ],
  since: '0.1.0',
  needs: { project, apacheSites },
  problems: {
    placeholder: '`{directive}` is `{path}`, the name of a template.',
    snakeoil: '`{directive}` is `{path}`, the certificate that Ubuntu makes for tests.',
    committed: '`{directive}` is `{path}`, and the private key lies in the repository.',
  },
  when: ({ apacheSites }) => names.some((name) => apacheSites.named(name).length > 0),
  *check({ project, apacheSites }, { problem }) {
    for (const directive of names.flatMap((name) => apacheSites.named(name))) {
      const path = directive.args[0]?.text ?? '';
      const about = lineAt(project, directive.at, `${directive.written}:${path}`);
      const data = { directive: directive.written, path };
      const host = apacheSites.hosts.find((item) => item.directives.includes(directive));
      const name = host?.names.map((item) => item.name).find(isPublicHost);
      const remedy = {
        summary: 'Let certbot get a certificate for the host, and name its files.',
        code: `certbot --apache -d ${name ?? 'shop.example.net'}`,
        language: 'bash' as const,
        path: directive.at.path,
      };
      const file = deployedFile(project, path);
      if (file && directive.name === 'sslcertificatekeyfile' && project.tracked(file.path) !== false)
        yield { ...problem('committed', about, data), confidence: 'firm', remedy };
      else if (invented.test(path)) yield { ...problem('placeholder', about, data), remedy };
      else if (/ssl-cert-snakeoil/.test(path)) yield { ...problem('snakeoil', about, data), remedy };
    }
  },
});
