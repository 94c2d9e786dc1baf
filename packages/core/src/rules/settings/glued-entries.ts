/** Recognising two known names in one string, where nothing legitimate is spelt like that. */
import type { Settings } from '../../facts/settings.js';
import type { Project } from '../../source.js';

type Parts = readonly [first: string, second: string] | undefined;

const contrib = [
  'admin',
  'admindocs',
  'auth',
  'contenttypes',
  'flatpages',
  'gis',
  'humanize',
  'messages',
  'postgres',
  'redirects',
  'sessions',
  'sitemaps',
  'sites',
  'staticfiles',
  'syndication',
].map((name) => `django.contrib.${name}`);

/** Dotted paths of apps or middleware. One of the two must be Django's own, which fixes where it ends or begins. */
function paths(entry: string): Parts {
  if (entry.length > 300 || !/^[\w.]+$/.test(entry)) return undefined;
  // Django's path second: a package may be called `social_django`, but none has modules of the names Django has.
  const second = /^(.+[A-Za-z0-9])(django\.(?:contrib|middleware)\.[\w.]+)$/.exec(entry);
  if (second?.[1] !== undefined && second[2] !== undefined && isDjangos(second[2])) return [second[1], second[2]];
  // Django's path first: a class ends in Middleware, an app is one of those that exist.
  const middleware = /^(django\.(?:contrib\.\w+\.)?middleware\.(?:\w+\.)?\w*?Middleware)([A-Za-z]\w*\.[\w.]+)$/.exec(
    entry,
  );
  if (middleware?.[1] !== undefined && middleware[2] !== undefined) return [middleware[1], middleware[2]];
  const app = contrib
    .filter((name) => entry.startsWith(name) && /^[a-z_]{3,}(\.[\w.]+)?$/.test(entry.slice(name.length)))
    .sort((a, b) => b.length - a.length)[0];
  if (app === undefined || isDjangos(entry)) return undefined;
  return [app, entry.slice(app.length)];
}

/** Whether a path leads to an application or a middleware module that Django has. */
function isDjangos(path: string): boolean {
  if (/^django\.middleware\.(cache|clickjacking|common|csp|csrf|gzip|http|locale|security)(\.|$)/.test(path))
    return true;
  return contrib.some((name) => path === name || path.startsWith(`${name}.`));
}

/** Two hosts in one: a second host begins where a name cannot go on. */
function hosts(entry: string): Parts {
  const local = /^(localhost|127\.0\.0\.1)(?=[A-Za-z0-9])(?!\.)(.+)$/i.exec(entry);
  if (
    local?.[1] !== undefined &&
    local[2] !== undefined &&
    /^(127\.|localhost|www\.|\[::1\]|0\.0\.0\.0)/i.test(local[2])
  ) {
    return [local[1], local[2]];
  }
  const tail = /^(.+?[A-Za-z0-9])(localhost|127\.0\.0\.1)$/i.exec(entry);
  if (tail?.[1] !== undefined && tail[2] !== undefined && tail[1].includes('.')) return [tail[1], tail[2]];
  const www = /^(.+\.(?:com|org|net|io|dev|app|co|edu|de|fr|uk))(www\..+)$/i.exec(entry);
  return www?.[1] !== undefined && www[2] !== undefined ? [www[1], www[2]] : undefined;
}

const PAIR = /(["'])([\w.]+)\1(?=(?:\s|#[^\n]*\n)*(["'])([\w.]+)\3)/g;

/** The two texts that the settings' files have side by side, and that Python makes an entry of; a path may well be cut at one of its dots. */
function sideBySide(project: Project, { files }: Settings, entry: string): Parts {
  const texts = files.map((path) => project.file(path)?.text ?? '');
  if (texts.some((text) => text.includes(`'${entry}'`) || text.includes(`"${entry}"`))) return undefined;
  for (const text of texts)
    for (const [, , first = '', , second = ''] of text.matchAll(PAIR))
      if (first + second === entry && !first.endsWith('.') && !second.startsWith('.')) return [first, second];
  return undefined;
}

export const glued = { paths, hosts, sideBySide };
