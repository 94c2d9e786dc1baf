/** Health checks that Django answers with 400 or with a redirect to HTTPS: a container that runs and counts as broken. */
import {
  changedLine,
  defineRule,
  docs,
  hasFinalValues,
  holds,
  inHome,
  isKnown,
  isTrue,
  itemsOf,
  minutes,
  project,
  type Settings,
  settings,
  stringOf,
  stringsOf,
  type Truth,
  urls,
  type Value,
  web,
} from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { containers } from '../containers.js';
import { lacksProgram, leadsNowhere } from '../health-answer.js';
import { type HealthCheck, healthCheckOf } from '../health-check.js';

const common = 'django.middleware.common.CommonMiddleware';
const security = 'django.middleware.security.SecurityMiddleware';

export const healthCheckRefused = defineRule({
  id: 'docker/health-check-refused',
  title: "Django refuses the container's health check",
  sound: "Django answers the container's health check",
  category: 'deployment',
  severity: 'high',
  effort: minutes(10),
  risk: 'The container counts as unhealthy: `docker compose up --wait` fails, and what waits for it never starts.',
  references: [
    docs('ref/settings', 'allowed-hosts'),
    web('Docker: HEALTHCHECK', 'https://docs.docker.com/reference/dockerfile/#healthcheck'),
  ],
  since: '0.1.0',
  needs: { project, settings, containers, urls },
  problems: {
    host: 'The check asks `{url}`, and `ALLOWED_HOSTS` does not hold `{host}`: the answer is 400.',
    redirect: 'The check asks `{url}` and is redirected to HTTPS, which nothing speaks on that port.',
    program: 'The check runs `{program}`, which `{image}` does not have and nothing installs.',
    nowhere: 'The check asks `{url}`, and no route leads to that path: the answer is 404.',
  },
  questions: {
    host: 'The health check asks `{url}`. Does `ALLOWED_HOSTS` hold `{host}` in production?',
    redirect: 'The health check asks `{url}`. Is it redirected to HTTPS, which nothing speaks on that port?',
  },
  when: ({ settings, containers }) =>
    hasFinalValues(settings) && containers.all.some((container) => container.server && healthCheckOf(container)),
  *check({ project, settings, containers, urls }, { problem, question }) {
    for (const container of containers.all) {
      const check = container.django && container.server ? healthCheckOf(container) : undefined;
      if (!check) continue;
      const about = lineAt(project, check.at, `${container.name}:health-check`);
      const { url, host } = check;
      const refused = check.failsOnRefusal ? refuses(settings, host) : 'no';
      const redirected = check.follows ? redirects(settings, check) : 'no';
      const program = lacksProgram(container);
      if (refused === 'yes') {
        const [name] = stringsOf(settings.get('ALLOWED_HOSTS').value).filter((entry) => !/^[.*]/.test(entry));
        yield {
          ...problem('host', about, { url, host }),
          confidence: containers.confidence,
          evidence: [{ at: settings.get('ALLOWED_HOSTS').at, note: '`ALLOWED_HOSTS` is set here.' }],
          remedy: {
            summary: `Name an allowed host in the check${redirects(settings, check) === 'no' ? '' : ', and say that it came over HTTPS as your proxy does'}; or add \`${host}\` to \`ALLOWED_HOSTS\`.`,
            ...(name === undefined
              ? {}
              : {
                  ...changedLine(project, check.at, (line) =>
                    line.replace(/\bcurl\b/, () => `curl --header "Host: ${name}"`),
                  ),
                  language: 'bash' as const,
                }),
            path: check.at.path,
          },
        };
      } else if (redirected === 'yes') {
        yield {
          ...problem('redirect', about, { url }),
          confidence: containers.confidence,
          evidence: [{ at: settings.get('SECURE_SSL_REDIRECT').at, note: '`SECURE_SSL_REDIRECT` is set here.' }],
          remedy: {
            summary:
              refused === 'maybe'
                ? `Let the path of the check through, and see that \`ALLOWED_HOSTS\` holds \`${host}\`: without it the answer is 400 then.`
                : 'Let the path of the check through.',
            code: `SECURE_REDIRECT_EXEMPT = [r'^${check.path
              .replace(/^\//, '')
              .replace(/[?#].*$/, '')
              .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$']`,
            language: 'python',
            path: inHome(settings).path ?? check.at.path,
          },
        };
      } else if (program !== undefined && container.image) {
        yield {
          ...problem('program', about, { program, image: container.image.base.image }),
          confidence: containers.confidence,
          remedy: {
            summary: `Install \`${program}\` in the image, or let Python ask.`,
            code: `python -c "import urllib.request; urllib.request.urlopen('${url}')"`,
            language: 'bash',
            path: check.at.path,
          },
        };
      } else if (check.failsOnRefusal && leadsNowhere(project, settings, urls, container, check)) {
        yield {
          ...problem('nowhere', about, { url }),
          confidence: containers.confidence,
          remedy: {
            summary: `Give the site a view at \`${check.path}\` that answers without signing in, or ask a path that has one.`,
            path: check.at.path,
          },
        };
      } else if (refused === 'maybe') yield question('host', about, { url, host });
      else if (redirected === 'maybe') yield question('redirect', about, { url });
    }
  },
});

/** Whether a request that names the host is answered with 400. */
function refuses(settings: Settings, host: string): Truth {
  const { value } = settings.get('ALLOWED_HOSTS');
  const entries = stringsOf(value).map((entry) => entry.toLowerCase());
  const name = host.replace(/^\[|\]$/g, '');
  if (entries.some((entry) => entry === '*' || entry === host || entry === name || entry === `.${name}`)) return 'no';
  const debug = isTrue(settings.get('DEBUG').value);
  if (debug === 'yes' && entries.length === 0) return 'no';
  const asks = holds(settings.get('MIDDLEWARE').value, common);
  if (asks === 'no' && redirectsAtAll(settings) === 'no') return 'no';
  return isKnown(value) && debug === 'no' && asks === 'yes' && !answersEarlier(settings) ? 'yes' : 'maybe';
}

/** Whether the path of the check is redirected to HTTPS. */
function redirects(settings: Settings, check: HealthCheck): Truth {
  const all = redirectsAtAll(settings);
  if (all === 'no') return 'no';
  const exempt = settings.get('SECURE_REDIRECT_EXEMPT').value;
  const path = check.path.replace(/^\//, '').replace(/[?#].*$/, '');
  if (itemsOf(exempt).some((item) => matches(item, path))) return 'no';
  return all === 'yes' && isKnown(exempt) && !answersEarlier(settings) ? 'yes' : 'maybe';
}

function redirectsAtAll(settings: Settings): Truth {
  const on = isTrue(settings.get('SECURE_SSL_REDIRECT').value);
  const runs = holds(settings.get('MIDDLEWARE').value, security);
  return on === 'no' || runs === 'no' ? 'no' : on === 'yes' && runs === 'yes' ? 'yes' : 'maybe';
}

/** A pattern that cannot be read here is taken to match: the check may well be what it is for. */
function matches(item: Value, path: string): boolean {
  const pattern = item.kind === 'regex' ? item.pattern : stringOf(item);
  if (pattern === undefined) return false;
  try {
    return new RegExp(pattern).test(path);
  } catch {
    return true;
  }
}

/** Middleware of others in front of Django's own may answer health checks by itself. */
function answersEarlier(settings: Settings): boolean {
  const names = itemsOf(settings.get('MIDDLEWARE').value);
  const last = names.findIndex((item) => stringOf(item) === common);
  return names
    .slice(0, last < 0 ? undefined : last)
    .some((item) => !/^(django\.|whitenoise\.|corsheaders\.)/.test(stringOf(item) ?? ''));
}
