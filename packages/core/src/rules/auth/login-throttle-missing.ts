/** A login that lets anybody try passwords as fast as the server answers. */
import { dependencies } from '../../facts/dependencies.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { type Route, urls } from '../../facts/urls.js';
import { stringsOf } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes, web } from '../../rule.js';
import { hasFinalValues } from '../settings/final-values.js';
import { middlewareOf } from '../settings/middleware.js';
import { aboutRoute } from '../urls/routes.js';

/** What slows a guesser down, by its application, middleware, backend or package. */
const throttle =
  /\b(axes|defender|django_defender|ratelimit|django_ratelimit|brutebuster|allauth|lockout|django_lockout|simple_ratelimit|ratelimiter|throttl\w*|two_factor|kagi|otp_\w+|django_otp|mfa|captcha|recaptcha|hcaptcha|turnstile|cas|django_cas_ng|mozilla_django_oidc|djangosaml2|social_django|django_auth_ldap|django_auth_adfs|microsoft_auth|fail2ban|admin_honeypot)\b/i;
const packages =
  /^(django-(axes|defender|ratelimit\w*|brutebuster|allauth|lockout|otp|two-factor-auth|mfa\d*|simple-captcha|recaptcha|hcaptcha|turnstile|cas-ng|auth-ldap|auth-adfs|fail2ban|honeypot|admin-honeypot)|mozilla-django-oidc|djangosaml2|social-auth-app-django)$/;
const edge = /limit_req|rateLimit|rate_limit|fail2ban|mod_evasive|crowdsec|ratelimit/i;
const edgeFile = /\.(conf|ya?ml|toml|vcl|j2|template)$|(^|\/)(Caddyfile|nginx[^/]*|fail2ban\/.*|haproxy[^/]*)$/i;

export const loginThrottleMissing = defineRule({
  id: 'auth/login-throttle-missing',
  title: 'Passwords can be tried without limit',
  sound: 'Trying passwords is slowed down',
  category: 'security',
  severity: 'low',
  effort: minutes(45),
  risk: "A stranger tries the passwords of known accounts, the admin's among them, as fast as the server answers.",
  references: [
    cwe(307),
    docs('topics/auth', 'topic-authorization'),
    web('django-axes', 'https://django-axes.readthedocs.io/'),
  ],
  since: '0.1.0',
  needs: { dependencies, project, settings, urls },
  problems: { open: '`/{pattern}` takes passwords, and nothing in the repository limits how many are tried.' },
  when: ({ settings, urls }) => hasFinalValues(settings) && urls.routes.some(isLogin),
  *check({ dependencies, project, settings, urls }, { problem }) {
    const names = [
      ...stringsOf(settings.get('INSTALLED_APPS').value),
      ...stringsOf(middlewareOf(settings).value),
      ...stringsOf(settings.get('AUTHENTICATION_BACKENDS').value),
    ];
    if (names.some((name) => throttle.test(name))) return;
    if (dependencies.all.some(({ name, kind }) => kind !== 'dev' && packages.test(name))) return;
    // The proxy may do it, or the project's own code.
    if (project.paths.some((path) => edgeFile.test(path) && edge.test(project.file(path)?.text ?? ''))) return;
    const own =
      /user_login_failed|\bratelimit\b|rate_limit|login_attempts|failed_attempts|failed_logins|lockout|throttle/i;
    if (project.paths.some((path) => path.endsWith('.py') && own.test(project.file(path)?.text ?? ''))) return;
    const route = urls.routes.find((candidate) => candidate.served === 'yes' && isLogin(candidate));
    if (!route) return;
    yield {
      ...problem('open', aboutRoute(route), { pattern: route.pattern }),
      // The host, or a service in front of it, may do it.
      confidence: 'tentative',
      remedy: {
        summary: 'Limit them, for example with django-axes.',
        code: "INSTALLED_APPS += ['axes']\nMIDDLEWARE += ['axes.middleware.AxesMiddleware']\nAUTHENTICATION_BACKENDS = ['axes.backends.AxesStandaloneBackend', *AUTHENTICATION_BACKENDS]",
        language: 'python',
        ...(settings.path === undefined ? {} : { path: settings.path }),
      },
    };
  },
});

/** Django's own login: of the admin, of its URL configuration, or its view mapped by hand. */
function isLogin({ includes, view, pattern }: Route): boolean {
  if (includes !== undefined) return /^django\.contrib\.(admin|auth\.urls)$/.test(includes);
  return (view?.name ?? '').startsWith('django.contrib.auth.views.') && /login/i.test(`${view?.name} ${pattern}`);
}
