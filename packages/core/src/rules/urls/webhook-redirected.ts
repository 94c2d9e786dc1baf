/** Addresses for a provider's calls beside which another one redirects to them: the body of a POST does not survive that. */
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { isWritten, siteCode, sources } from '../../facts/sources.js';
import { type Route, type Urls, urls } from '../../facts/urls.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { type Location, lineSpan, type Project } from '../../source.js';
import { hasFinalValues } from '../settings/final-values.js';
import { commonMiddleware, runs } from '../settings/middleware.js';
import { aboutRoute } from './routes.js';

const localeMiddleware = 'django.middleware.locale.LocaleMiddleware';
/** What stands for the language in a pattern below `i18n_patterns`. */
const language = '<language>/';
const hook = /web[-_]?hook|callback|(?<![a-z])ipn(?![a-z])/i;
/** URL configurations of packages that hold addresses for providers. */
const packages = /^(anymail\.urls|djstripe\.urls|paypal\.standard\.ipn\.urls)$/;

export const webhookRedirected = defineRule({
  id: 'urls/webhook-redirected',
  title: 'A provider’s calls may be redirected, and lose what they say',
  sound: 'Addresses for calls of providers have no language in them',
  category: 'deployment',
  severity: 'medium',
  effort: minutes(10),
  risk: 'The redirect turns the POST into a GET without a body, or the provider does not follow it: what it reports is lost.',
  references: [
    docs('topics/i18n/translation', 'language-prefix-in-url-patterns'),
    docs('ref/settings', 'append-slash'),
  ],
  since: '0.1.0',
  needs: { project, settings, sources, urls },
  problems: {},
  questions: {
    language:
      '`/{pattern}` is for calls from outside, and without the language its address is redirected, which loses the body of a POST. Which address has the provider?',
    slash:
      '`{path}` names `/{bare}`, which Django redirects to `/{bare}/`, and that loses the body of a POST. Which address has the provider?',
  },
  // Where nothing could redirect them there is nothing to say.
  when: ({ project, settings, urls }) =>
    hasFinalValues(settings) &&
    urls.routes.some(isHook) &&
    (urls.routes.some(({ pattern }) => pattern.startsWith(language)) ||
      bareAddress(project, settings, urls) !== undefined),
  *check({ project, settings, sources, urls }, { question }) {
    const code = siteCode(sources, settings);
    const prefixed = urls.routes.find(
      (route) =>
        isHook(route) &&
        redirectsLanguages(project, settings, urls, route) &&
        // An address that code or a page makes has the language in it.
        !(route.name !== undefined && (isWritten(project, code, made(route.name)) || isShown(project, route.name))),
    );
    if (prefixed) {
      yield question('language', { ...aboutRoute(prefixed), subject: 'webhook' }, { pattern: prefixed.pattern });
      return;
    }
    const found = bareAddress(project, settings, urls);
    if (found) yield question('slash', { at: found.at, subject: 'webhook' }, { path: found.at.path, bare: found.bare });
  },
});

/** Whether a route is for calls of a machine elsewhere: its name says so, and it takes a POST without a token of the site's. */
function isHook({ includes, name = '', pattern, served, view }: Route): boolean {
  if (served !== 'yes') return false;
  if (includes !== undefined) return packages.test(includes);
  if (!view || view.access === 'login' || view.access === 'permission' || view.writes?.length === 0) return false;
  if (!hook.test(`${pattern} ${name} ${view.name}`)) return false;
  return view.csrf === 'no' || (view.api && view.writes?.join() === 'POST' && view.access === 'public');
}

/** Whether LocaleMiddleware answers the address without a language by a redirect to the one with it. */
function redirectsLanguages(project: Project, settings: Settings, urls: Urls, { at, pattern, trail }: Route): boolean {
  const i18n = settings.get('USE_I18N').value;
  const files = [urls.path, at.path, ...trail.map((step) => step.at.path)];
  return (
    pattern.startsWith(language) &&
    runs(settings, localeMiddleware) === 'yes' &&
    i18n.kind === 'bool' &&
    i18n.value &&
    // Without a prefix for the default language there is no redirect.
    !files.some((path) => path !== undefined && project.file(path)?.text.includes('prefix_default_language')) &&
    !urls.routes.some((other) => other.pattern === pattern.slice(language.length))
  );
}

const made = (name: string): RegExp => new RegExp(`\\breverse\\w*\\(\\s*f?['"]([\\w.-]+:)*${escaped(name)}['"]`);
const escaped = (text: string): string => text.replace(/[^\w-]/g, '\\$&');

/** Whether a page shows the address, for somebody to give it to the provider. */
function isShown(project: Project, name: string): boolean {
  const tag = new RegExp(`\\{%\\s*url\\s+['"]([\\w.-]+:)*${escaped(name)}['"]`);
  return project.paths.some((path) => path.endsWith('.html') && tag.test(project.file(path)?.text ?? ''));
}

function appendsSlash(settings: Settings): boolean {
  const { value } = settings.get('APPEND_SLASH');
  return value.kind === 'bool' && value.value && runs(settings, commonMiddleware) === 'yes';
}

/** The first address of the site that the repository gives without the slash that a provider's calls need. */
function bareAddress(
  project: Project,
  settings: Settings,
  urls: Urls,
): { readonly at: Location; readonly bare: string } | undefined {
  for (const route of appendsSlash(settings) ? urls.routes.filter(isHook) : []) {
    const bare = bareOf(urls, route);
    const at = bare === undefined ? undefined : named(project, bare);
    if (at && bare !== undefined) return { at, bare };
  }
  return undefined;
}

/** An address that ends in a slash, without it; `undefined` where another pattern may answer that one. */
function bareOf(urls: Urls, { pattern, view }: Route): string | undefined {
  if (!view || !/^[\w/-]+\/$/.test(pattern)) return undefined;
  const bare = pattern.slice(0, -1);
  return urls.routes.some((other) => other.pattern === bare || other.pattern.includes(`${bare}/?`)) ? undefined : bare;
}

/** Where the repository gives an address of the site without the last slash. */
function named(project: Project, bare: string): Location | undefined {
  const own = String.raw`(?:localhost|127\.0\.0\.1|0\.0\.0\.0|[\w-]+\.ngrok[\w.-]*)(?::\d+)?`;
  // One word may be the path of anybody's address.
  const hosts = bare.includes('/') ? String.raw`(?:${own}|https?://[^\s/'"\x60()]+)` : own;
  const pattern = new RegExp(`${hosts}/${bare}(?![\\w/-]|\\.\\w)`);
  for (const path of project.paths) {
    if (!/\.(md|rst|txt|py|sh|ya?ml|toml)$|(^|\/)(\.env[\w.-]*|Makefile|Procfile\S*)$/.test(path)) continue;
    if (/(^|\/)(tests?|node_modules|site-packages)(\/|[_.])|_test\.py$|CHANGELOG/i.test(path)) continue;
    const file = project.file(path);
    if (!file || !pattern.test(file.text)) continue;
    const line = file.text.slice(0, file.text.search(pattern)).split(/\r\n|\r|\n/).length;
    return file.at(lineSpan(file.text, line));
  }
  return undefined;
}
