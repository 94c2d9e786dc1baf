/** A login that lets anybody try passwords as fast as the server answers. */
import { type Dependencies, dependencies } from '../../facts/dependencies.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { isWritten, type Source, siteCode, sources } from '../../facts/sources.js';
import { type Route, urls } from '../../facts/urls.js';
import { isAssigned, stringsOf } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes, type Remedy, web } from '../../rule.js';
import { isServerFile } from '../../server-files.js';
import type { Location, Project } from '../../source.js';
import { atLeastSeries } from '../settings/django-series.js';
import { inHome } from '../settings/environment-style.js';
import { hasFinalValues } from '../settings/final-values.js';
import { middlewareOf } from '../settings/middleware.js';
import { aboutRoute } from '../urls/routes.js';
import { callsWithoutRequest } from './authenticate-calls.js';

/** What slows a guesser down, by its application, middleware, backend or package. */
const throttle =
  /\b(axes|defender|django_defender|ratelimit|django_ratelimit|brutebuster|allauth|lockout|django_lockout|simple_ratelimit|ratelimiter|throttl\w*|two_factor|kagi|otp_\w+|django_otp|mfa|captcha|recaptcha|hcaptcha|turnstile|cas|django_cas_ng|mozilla_django_oidc|djangosaml2|social_django|django_auth_ldap|django_auth_adfs|microsoft_auth|fail2ban|admin_honeypot)\b/i;
const packages =
  /^(django-(axes|defender|ratelimit\w*|brutebuster|allauth|lockout|otp|two-factor-auth|mfa\d*|simple-captcha|recaptcha|hcaptcha|turnstile|cas-ng|auth-ldap|auth-adfs|fail2ban|honeypot|admin-honeypot)|mozilla-django-oidc|djangosaml2|social-auth-app-django)$/;
const edge = /limit_req|rateLimit|rate_limit|fail2ban|mod_evasive|crowdsec|ratelimit/i;
const own = /user_login_failed|\bratelimit\b|rate_limit|login_attempts|failed_attempts|failed_logins|lockout|throttle/i;
/** Beside the files of servers: an ingress, roles of Ansible, a jail of fail2ban. */
const edgeFile = /\.(ya?ml|toml|vcl|j2|template)$|(^|\/)fail2ban\//i;

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
  needs: { dependencies, project, settings, sources, urls },
  problems: { open: '`/{pattern}` takes passwords, and nothing in the repository limits how many are tried.' },
  // What the proxy or the project's own code may do is neither praised nor missed.
  when: ({ dependencies, project, settings, sources, urls }) =>
    hasFinalValues(settings) &&
    urls.routes.some(isLogin) &&
    (isSlowed(settings) || !maybeSlowed(dependencies, project, siteCode(sources, settings))),
  *check({ project, settings, sources, urls }, { problem }) {
    if (isSlowed(settings)) return;
    const route = urls.routes.find((candidate) => candidate.served === 'yes' && isLogin(candidate));
    if (!route) return;
    yield {
      ...problem('open', aboutRoute(route), { pattern: route.pattern }),
      // The host, or a service in front of it, may do it.
      confidence: 'tentative',
      remedy: axesFor(
        settings,
        callsWithoutRequest(project, siteCode(sources, settings)),
        nameField(project, settings, siteCode(sources, settings)),
      ),
    };
  },
});

/** What django-axes asks for, beside the backends that are there: 5.28 left Django 2.2, 5.36 brought a backend of its own. */
function axesFor(settings: Settings, withoutRequest: readonly Location[], field: string | undefined): Remedy {
  const { django } = settings;
  if (!atLeastSeries(django, '1.11')) {
    const summary = 'Limit them in the server in front of Django, or move to a Django that has packages for it.';
    return { summary };
  }
  const newest = atLeastSeries(django, '3.2');
  const version = newest ? '' : atLeastSeries(django, '2.2') ? '==5.27.*' : '==5.0.*';
  const own = stringsOf(settings.get('AUTHENTICATION_BACKENDS').value);
  const backends = [newest ? 'axes.backends.AxesStandaloneBackend' : 'axes.backends.AxesBackend', ...own];
  const together = newest
    ? "AXES_LOCKOUT_PARAMETERS = [['username', 'ip_address']]"
    : 'AXES_LOCK_OUT_BY_COMBINATION_USER_AND_IP = True';
  // Forms of Django say `username`, an API the name of the model's field; without either all visitors of a proxy count as one.
  const given = '(credentials or request.POST).get';
  const named =
    field === undefined
      ? ''
      : `\n# The admin calls it \`username\`, others may call it as the model does.\nAXES_USERNAME_CALLABLE = lambda request, credentials: ${given}('username') or ${given}('${field}')`;
  const listed = backends.map((name) => `    '${name}',\n`).join('');
  const calls = withoutRequest.slice(0, 3).map(({ path, start }) => `\`${path}:${start.line}\``);
  // It raises AxesBackendRequestParameterRequired, and nobody could sign in there.
  const first =
    calls.length === 0
      ? ''
      : ` Before that, pass the request on as the first argument of \`authenticate()\`, without which the package raises an error: ${calls.join(', ')}${withoutRequest.length > 3 ? ' and others' : ''}.`;
  return {
    summary: `Limit them, for example with the package \`django-axes${version}\`${newest ? '' : `, the last that is for Django ${django}`}.${first}`,
    code: `INSTALLED_APPS += ['axes']\nMIDDLEWARE += ['axes.middleware.AxesMiddleware']\nAUTHENTICATION_BACKENDS = [\n${listed}]\n# Behind a proxy all visitors may seem to come from one address: alone it would lock everybody out, and for ever.\n${together}${named}\nAXES_COOLOFF_TIME = 1  # hours`,
    language: 'python',
    ...inHome(settings),
  };
}

/** What a model of the project's own has instead of a user name. */
function nameField(project: Project, settings: Settings, code: readonly Source[]): string | undefined {
  if (!isAssigned(settings.get('AUTH_USER_MODEL'))) return undefined;
  const fields = code.flatMap(
    ({ path }) => /^\s+USERNAME_FIELD\s*=\s*['"](\w+)['"]/m.exec(project.file(path)?.text ?? '')?.[1] ?? [],
  );
  return fields.find((name) => name !== 'username');
}

/** Django's own login: of the admin, of its URL configuration, or its view mapped by hand. */
function isLogin({ includes, view, pattern }: Route): boolean {
  if (includes !== undefined) return /^django\.contrib\.(admin|auth\.urls)$/.test(includes);
  return (view?.name ?? '').startsWith('django.contrib.auth.views.') && /login/i.test(`${view?.name} ${pattern}`);
}

/** Whether the settings run something that slows a guesser down. */
function isSlowed(settings: Settings): boolean {
  return [
    ...stringsOf(settings.get('INSTALLED_APPS').value),
    ...stringsOf(middlewareOf(settings).value),
    ...stringsOf(settings.get('AUTHENTICATION_BACKENDS').value),
  ].some((name) => throttle.test(name));
}

/** Whether a decorator, a signal or the server in front may do it. */
function maybeSlowed(dependencies: Dependencies, project: Project, code: readonly Source[]): boolean {
  if (dependencies.all.some(({ name, kind }) => kind !== 'dev' && packages.test(name))) return true;
  if (isWritten(project, code, own)) return true;
  return project.paths.some(
    (path) => (isServerFile(path) || edgeFile.test(path)) && edge.test(project.file(path)?.text ?? ''),
  );
}
