/** What a site makes of the Host header: links in mail, redirects to itself, cached pages. */
import type { Settings } from '../../facts/settings.js';
import type { Urls } from '../../facts/urls.js';
import { isKnown, stringsOf } from '../../facts/value-reading.js';
import type { Project } from '../../source.js';
import { middlewareOf } from './middleware.js';

/** Code and pages that take it. */
const takes =
  /build_absolute_uri|get_host\b|get_current_site|HTTP_HOST|SERVER_NAME|RequestSite|PasswordReset|password_reset|cache_page|\bsitemaps?\b|syndication/;

const aside = /(^|\/)(tests?|docs|node_modules|site-packages|\.?venv)\/|(^|\/)(test_[^/]*|tests|conftest)\.py$/;

/** Applications that build no link of it; what the API framework does goes to the caller alone. */
const builtWithout =
  /^(django\.contrib\.(admin|auth|contenttypes|sessions|messages|staticfiles|humanize|postgres|gis)|rest_framework\w*|corsheaders|bootstrap\w*|crispy_\w+|debug_toolbar|django_(bootstrap5|extensions|filters|cleanup|tables2)|storages|tailwind|whitenoise|widget_tweaks|channels|daphne|jazzmin|import_export|ckeditor\w*|tinymce|mptt|taggit)(\.|$)/;

/** Whether nothing of the site takes the header, as far as all its URLs, applications, code and pages show. */
export function ignoresHost(project: Project, settings: Settings, urls: Urls): boolean {
  const apps = settings.get('INSTALLED_APPS').value;
  const middleware = middlewareOf(settings).value;
  if (!urls.complete || urls.routes.length === 0 || !isKnown(apps) || !isKnown(middleware)) return false;
  const isOwn = (name: string): boolean => {
    const [top = ''] = name.split('.');
    return project.paths.some((path) => `/${path}`.includes(`/${top}/`) || path.endsWith(`${top}.py`));
  };
  const isPlain = (name: string): boolean => builtWithout.test(name) || isOwn(name);
  return (
    stringsOf(apps).every(isPlain) &&
    !stringsOf(middleware).some((name) => /UpdateCache|FetchFromCache|CurrentSite/.test(name)) &&
    urls.routes.every(
      ({ includes, view }) => includes === undefined || isPlain(includes) || view?.kind !== 'package',
    ) &&
    !urls.routes.some(({ includes, view }) =>
      /auth\.urls|auth\.views\.PasswordReset/.test(`${includes} ${view?.name}`),
    ) &&
    !project.paths.some(
      (path) => /\.(py|html?|txt)$/.test(path) && !aside.test(path) && takes.test(project.file(path)?.text ?? ''),
    )
  );
}

/** What is left where nothing takes it. */
export const hostUnused = {
  severity: 'low',
  risk: 'Nothing was seen here that builds a link of the Host header; in the first that does, such as a password reset, stands whatever a caller sends.',
} as const;
