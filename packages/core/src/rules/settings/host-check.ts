/** Middleware that looks at the host itself, as sites do that serve domains which a database names. */
import type { Settings } from '../../facts/settings.js';
import { stringsOf } from '../../facts/value-reading.js';
import type { Project } from '../../source.js';
import { classesIn } from '../class-bodies.js';
import { middlewareOf } from './middleware.js';

/** Packages that look the host up among the domains of their tenants, and answer 404 to others. */
const ofTenants = /^(django_tenants|tenant_schemas)\.middleware\b/;

const readsHost = /\bget_host\b|\b_get_raw_host\b|\bHTTP_HOST\b|\bheaders(\.get\(|\[)\s*['"]host['"]/i;
const refuses =
  /\braise\s+(\w+\.)*(DisallowedHost|SuspiciousOperation|PermissionDenied|Http404)\b|\bHttpResponse(BadRequest|Forbidden|NotFound)\b|\bget_object_or_404\b|\bstatus\s*=\s*4\d\d\b/;
/** A redirect from every host but the site's own. */
const sendsAway = /\bhost\w*(\(\))?\s*(!=|not\s+in)\s[\s\S]{0,500}?redirect\w*\(/i;

/** The entry of the middleware that may refuse hosts which are not the site's. */
export function hostCheck(project: Project, settings: Settings): string | undefined {
  const entries = stringsOf(middlewareOf(settings).value).filter((entry) => !entry.startsWith('django.'));
  return entries.find((entry) => ofTenants.test(entry) || bodiesOf(project, entry).some(looksAtHost));
}

function looksAtHost(body: string): boolean {
  if (/\braise\s+(\w+\.)*DisallowedHost\b/.test(body)) return true;
  return readsHost.test(body) && (refuses.test(body) || sendsAway.test(body));
}

/** The classes and functions of that name below the package that the entry begins with; it may import them from deeper in. */
function bodiesOf(project: Project, entry: string): readonly string[] {
  const [top = '', ...rest] = entry.split('.');
  const name = rest.at(-1);
  if (name === undefined) return [];
  const files = project.paths
    .filter((path) => path.endsWith('.py') && `/${path}`.replace(/\.py$/, '/').includes(`/${top}/`))
    .filter((path) => project.file(path)?.text.includes(name))
    .map((path) => ({ path }));
  const classes = classesIn(project, files).filter((one) => one.name === name);
  return [...classes.map(({ body }) => body), ...files.flatMap(({ path }) => functionIn(project, path, name))];
}

function functionIn(project: Project, path: string, name: string): readonly string[] {
  const text = project.file(path)?.text ?? '';
  const start = new RegExp(`^def[ \\t]+${name}[ \\t]*\\(`, 'm').exec(text)?.index;
  if (start === undefined) return [];
  const end = text.slice(start).search(/\n[^\s#)]/);
  return [end < 0 ? text.slice(start) : text.slice(start, start + end)];
}
