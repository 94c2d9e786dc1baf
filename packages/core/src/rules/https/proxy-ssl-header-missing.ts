/** TLS at a proxy that Django knows nothing of: secure links, secure cookies and origin checks all guess wrong. */
import { caddyTellsIn } from '../../caddy-https.js';
import type { Evidence } from '../../fact.js';
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { type Templates, templates } from '../../facts/templates.js';
import { holds, isKnown, isTrue, stringsOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { serverFiles } from '../../server-files.js';
import { atLeastSeries } from '../settings/django-series.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { csrfMiddleware, runs } from '../settings/middleware.js';
import { schemeUntold } from './edge-header.js';
import { seesHttps } from './sees-https.js';

export const proxySslHeaderMissing = defineRule({
  id: 'https/proxy-ssl-header-missing',
  title: 'Django cannot tell that visitors use HTTPS',
  sound: 'Django can tell that visitors use HTTPS',
  category: 'security',
  severity: 'high',
  effort: minutes(10),
  risk: 'Links in mails and redirects say http://, and HSTS is never sent.',
  references: [docs('ref/settings', 'secure-proxy-ssl-header')],
  since: '0.1.0',
  needs: { deployment, project, settings, templates },
  problems: {
    missing: 'A proxy hands requests on over plain HTTP, and `SECURE_PROXY_SSL_HEADER` is not set in `{module}`.',
  },
  questions: {
    unproven:
      'A proxy hands requests on over plain HTTP, and no file shows how Django learns of HTTPS. Is `request.is_secure()` true in production?',
  },
  strengths: { trusted: "The application server takes the proxy's word for HTTPS, before Django is asked." },
  // With the redirect on, the same fault is an endless redirect and has a rule of its own.
  when: ({ deployment, settings }) =>
    hasFinalValues(settings) &&
    deployment.traits.has('tls-at-proxy') &&
    isTrue(settings.get('SECURE_SSL_REDIRECT').value) !== 'yes',
  *check({ deployment, project, settings, templates }, { problem, question, strength }) {
    const setting = settings.get('SECURE_PROXY_SSL_HEADER');
    const sees = seesHttps(settings, deployment);
    const trusted = deployment.traits.get('forwarded-proto-trusted');
    if (trusted) yield strength('trusted', { at: trusted });
    // A proxy without TLS may have another in front, or the site no HTTPS at all, which is a rule of its own.
    const unseen = sees === 'no' && deployment.traits.has('tls-unseen');
    if (sees === 'maybe' || unseen) yield question('unproven', setting);
    if (sees !== 'no' || unseen) return;
    const proxy = deployment.traits.get('tls-at-proxy');
    // A platform's router, Caddy and Traefik set the header themselves.
    const written = proxy && /nginx|openresty|httpd|apache/i.test(project.file(proxy.path)?.text ?? '');
    const untold = written ? schemeUntold(project, deployment) : undefined;
    const caddy = written ? undefined : caddyTellsIn(serverFiles(project));
    yield {
      ...problem('missing', setting, { module: settings.module }),
      // A file shows the proxy, not whether visitors reach it over HTTPS; a platform's router always ends TLS.
      confidence: proxy && confidenceIn(settings, setting) === 'certain' ? 'firm' : confidenceIn(settings, setting),
      ...(refusesForms(settings, templates)
        ? {
            risk: "Forms are refused with 403, those to sign in as well: Django takes their origin for another site's. Links in mails and redirects say http://, and HSTS is never sent.",
          }
        : { severity: 'medium' as const }),
      evidence: [
        ...(proxy ? [{ at: proxy, note: 'This proxy reaches Django over plain HTTP.' }] : []),
        ...(untold?.places ?? []),
      ],
      remedy: writeInSettings(
        settings,
        untold
          ? `First let \`${untold.places[0]?.at.path}\` set the header, so that it overwrites what a visitor sends (\`${untold.line}\` beside ${linesOf(untold.places)}), then tell Django of it.`
          : caddy
            ? `Tell Django of the header that Caddy sets itself, over what a visitor sends (\`${caddy.path}\`).`
            : 'Tell Django which header the proxy sets; the proxy must overwrite what a visitor sends under that name.',
        "SECURE_PROXY_SSL_HEADER = ('HTTP_X_FORWARDED_PROTO', 'https')",
      ),
    };
  },
});

/** The check of a form's origin came with Django 4.0, and passes where the site is trusted by its name. */
function refusesForms(settings: Settings, { files }: Templates): boolean {
  const trusted = settings.get('CSRF_TRUSTED_ORIGINS').value;
  return (
    atLeastSeries(settings.django, '4.0') &&
    isKnown(trusted) &&
    !stringsOf(trusted).some((origin) => origin.startsWith('https://')) &&
    runs(settings, csrfMiddleware) === 'yes' &&
    (holds(settings.get('INSTALLED_APPS').value, 'django.contrib.admin') === 'yes' ||
      files.some(({ tags }) => tags.some(({ name }) => name === 'csrf_token')))
  );
}

/** The lines at which something is to be written: `line 5`, or `lines 5, 9 and 12`. */
function linesOf(places: readonly Evidence[]): string {
  const lines = places.map(({ at }) => at.start.line);
  const last = lines.pop() ?? 1;
  return lines.length === 0 ? `line ${last}` : `lines ${lines.join(', ')} and ${last}`;
}
