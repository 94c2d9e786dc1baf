/** A proxy that speaks plain HTTP and tells Django its own scheme: behind another one that ends TLS, Django sees HTTP for ever. */
import type { Evidence } from '../../fact.js';
import type { Deployment } from '../../facts/deployment.js';
import { lineOfServer, serverFiles } from '../../server-files.js';
import type { Project } from '../../source.js';
import { inUse } from './edge-header.js';

/** The line of nginx's configuration that tells `http` of every request; none where a file that is in use may speak TLS. */
export function plainScheme(project: Project, deployment: Deployment): Evidence | undefined {
  if (deployment.traits.has('tls-in-server')) return undefined;
  const files = inUse(project, deployment, [...serverFiles(project)]);
  const texts = files.map(({ text }) => text.replace(/^[ \t]*#.*$/gm, ''));
  // Parts that lie on the server alone, as those of certbot do, may hold the rest.
  const speaksTls =
    /\blisten\s[^;]{0,300}\b(443|ssl|quic)\b|\bssl_certificate|\binclude\s[^;]{0,300}(letsencrypt|sites-|ssl|tls)/;
  if (texts.some((text) => speaksTls.test(text)) || !texts.some((text) => /\blisten\s/.test(text))) return undefined;
  const told = texts.flatMap((text) =>
    [...text.matchAll(/\bproxy_set_header\s+X-Forwarded-Proto\s+([^;]+);/gi)].map(([, value = '']) => value),
  );
  if (told.length === 0 || told.some((value) => !/^["']?\$\{?scheme\}?["']?\s*$/.test(value))) return undefined;
  return lineOfServer(
    files,
    (line) => /\bproxy_set_header\s+X-Forwarded-Proto\s/i.test(line),
    'tells its own scheme, `http`, here',
  );
}
