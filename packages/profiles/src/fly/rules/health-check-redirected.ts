/** A health check of the proxy that Django redirects to HTTPS, which counts as a failure. */
import { defineRule, hasFinalValues, isTrue, minutes, settings, stringsOf, web } from '@django-golive/core';
import { flyConfig } from '../../files/fly-config.js';

const security = 'django.middleware.security.SecurityMiddleware';

export const healthCheckRedirected = defineRule({
  id: 'fly/health-check-redirected',
  title: 'Django redirects the health check',
  sound: 'Django answers the health check',
  category: 'deployment',
  severity: 'high',
  effort: minutes(10),
  risk: 'A redirect counts as a failure: the deployment stops, and machines that run count as broken.',
  references: [web('Fly.io: Health checks', 'https://fly.io/docs/reference/health-checks/')],
  since: '0.1.0',
  needs: { flyConfig, settings },
  problems: {
    redirect: 'The check asks for `{path}` over plain HTTP, and `SECURE_SSL_REDIRECT` sends it on to HTTPS.',
  },
  questions: { redirect: 'Does Django redirect the check of `{path}` to HTTPS? A redirect counts as a failure.' },
  when: ({ flyConfig, settings }) => hasFinalValues(settings) && (flyConfig?.checks.length ?? 0) > 0,
  *check({ flyConfig, settings }, { problem, question }) {
    const redirects = isTrue(settings.get('SECURE_SSL_REDIRECT').value);
    if (redirects === 'no' || !stringsOf(settings.get('MIDDLEWARE').value).includes(security)) return;
    const exempt = settings.get('SECURE_REDIRECT_EXEMPT');
    for (const { path, headers, at } of flyConfig?.checks ?? []) {
      if (headers.get('x-forwarded-proto') === 'https') continue;
      const about = { at, subject: `fly.toml:check:${path}` };
      if (redirects === 'maybe' || exempt.origin === 'assigned') {
        // Patterns are Python's; whether one matches is left to a person.
        if (stringsOf(exempt.value).every((pattern) => !matches(pattern, path)))
          yield question('redirect', about, { path });
        continue;
      }
      yield {
        ...problem('redirect', about, { path }),
        confidence: 'firm',
        evidence: [{ at: settings.get('SECURE_SSL_REDIRECT').at, note: '`SECURE_SSL_REDIRECT` is set here.' }],
        remedy: {
          summary:
            'Let the check say that it came over HTTPS; Django must know the header as well (`SECURE_PROXY_SSL_HEADER`).',
          code: 'headers = { X-Forwarded-Proto = "https" }',
          language: 'text',
          path: at.path,
          place: 'after',
        },
      };
    }
  },
});

/** Whether a plain pattern, as people write them, matches a path. */
function matches(pattern: string, path: string): boolean {
  const plain = pattern.replace(/^\^/, '').replace(/\/?\$$/, '');
  return /^[\w/.-]*$/.test(plain) && path.replace(/^\//, '').startsWith(plain);
}
