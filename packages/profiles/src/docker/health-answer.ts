/** What a health check needs besides an allowed host: the program that asks, in its image, and a path that something answers. */
import { itemsOf, type Project, type Settings, stringOf, type Urls } from '@django-golive/core';
import type { Container } from './containers.js';
import type { HealthCheck } from './health-check.js';

/** Official images of Python, by what they leave out. */
const without: readonly (readonly [image: RegExp, programs: readonly string[]])[] = [
  [/^(?:docker\.io\/)?(?:library\/)?python:\S*\bslim\b/, ['curl', 'wget']],
  [/^(?:docker\.io\/)?(?:library\/)?python:\S*\balpine/, ['curl']],
];

/** A command of a RUN that makes accounts and directories alone, whatever its words are. */
const installsNothing =
  /(?<=^|&&|;|\n)[ \t]*(adduser|useradd|usermod|addgroup|groupadd|groupmod|mkdir|chown|chmod)\b(?:[^&;|`\n$\\]|\$(?!\()|\\\r?\n)*/g;

/** The program of a check that its image certainly lacks. */
export function lacksProgram({ image, service }: Container): string | undefined {
  const text = (service?.healthcheck ?? image?.healthcheck)?.text ?? '';
  const program = /\b(curl|wget)\b/.exec(text)?.[1];
  if (!image || program === undefined || image.base.variable || /\|\|\s*(?!exit\b|false\b)/.test(text))
    return undefined;
  if (!without.some(([base, programs]) => base.test(image.base.image) && programs.includes(program))) return undefined;
  const built = image.instructions.filter(({ keyword }) => /^(RUN|COPY|ADD)$/i.test(keyword));
  // A script, or a list in a file, installs what nobody sees here.
  const brings = new RegExp(`\\b${program}\\b|\\.sh\\b|xargs|\\$\\(|\\$\\{?\\w|<<`);
  return built.some(({ text }) => brings.test(text.replace(installsNothing, ''))) ? undefined : program;
}

/** Whether it is certain that Django answers the path of a check with 404. */
export function leadsNowhere(
  project: Project,
  settings: Settings,
  urls: Urls,
  { start, server }: Container,
  check: HealthCheck,
): boolean {
  const path = check.path.replace(/^\/|[?#].*$/g, '');
  const names = itemsOf(settings.get('MIDDLEWARE').value).map(stringOf);
  const own = names.some(
    (name) =>
      name === undefined || !/^(django\.(?!contrib\.(flatpages|redirects))|whitenoise\.|corsheaders\.)/.test(name),
  );
  const fixed = ['STATIC_URL', 'MEDIA_URL'].map((name) => stringOf(settings.get(name).value)?.replace(/^\//, '') ?? '');
  if (
    !urls.complete ||
    urls.routes.length === 0 ||
    urls.path === undefined ||
    path === '' ||
    own ||
    fixed.some((prefix) => prefix !== '' && path.startsWith(prefix)) ||
    settings.get('FORCE_SCRIPT_NAME').origin === 'assigned'
  )
    return false;
  // Another server in the container, or another application around Django's, may answer.
  if (
    server?.server === 'uwsgi' ||
    start.opaque ||
    start.programs.some(({ invocation }) => /^(nginx|apache2\S*|httpd\S*|caddy|supervisord)$/.test(invocation.program))
  )
    return false;
  const word = path.replace(/\/$/, '').split('/').pop() ?? path;
  const around = project.paths.some(
    (one) => /(^|\/)(asgi|wsgi|main|app|server)\.py$/.test(one) && (project.file(one)?.text ?? '').includes(word),
  );
  return (
    !around &&
    !urls.routes.some(({ pattern, includes }) =>
      [path, `${path}/`].some((one) => mayMatch(pattern, includes !== undefined, one)),
    )
  );
}

/** Patterns that cannot be read here are taken to match. */
function mayMatch(pattern: string, open: boolean, path: string): boolean {
  const regular = /[\\^$()[\]*+?|]/.test(pattern.replace(/<[^<>]*>/g, ''));
  const source = regular
    ? pattern
        .replaceAll('(?P<', '(?<')
        .replace(/\^|\\A/g, '')
        .replace(/\$|\\Z/g, '')
    : pattern
        .split(/<[^<>]*>/)
        .map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
        .join('.+');
  try {
    return new RegExp(`^(?:${source})${open || regular ? '' : '$'}`).test(path);
  } catch {
    return true;
  }
}
