/** The references in CSS and JavaScript that Django's manifest storage follows (`HashedFilesMixin.patterns`). */
import { atLeastSeries } from '../settings/django-series.js';

/** A reference to another static file. */
export interface FileReference {
  /** As written. */
  readonly url: string;
  /** The name it comes to: `img/logo.svg`. */
  readonly target: string;
  readonly offset: number;
  readonly kind: 'url' | 'map';
}

/** The references of a file that must be there, in order. A file of another kind has none. */
export function fileReferences(
  name: string,
  text: string,
  django: string,
  staticUrl: string,
): readonly FileReference[] {
  const isStyle = name.endsWith('.css');
  if (!isStyle && !name.endsWith('.js')) return [];
  const found: FileReference[] = [];
  const add = (kind: FileReference['kind'], url: string, offset: number): void => {
    const target = targetOf(name, url, staticUrl);
    if (target !== undefined) found.push({ url: url.trim(), target, offset, kind });
  };
  if (isStyle) {
    // Newer releases leave comments out; older ones stop at them as well, which is not worth a doubt.
    const code = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
    for (const match of code.matchAll(/url\(['"]?[^\S\n]*([^\n)]{0,2000}?)['"]?\)/gi))
      add('url', match[1] ?? '', match.index);
    for (const match of code.matchAll(/@import[^\S\n]*["'][^\S\n]*([^\n"']{0,2000})["']/gi))
      add('url', match[1] ?? '', match.index);
  }
  if (atLeastSeries(django, '4.0')) {
    const map = isStyle
      ? /^\/\*#[ \t]sourceMappingURL=([^\n]{0,2000}?)[ \t]*\*\/\r?$/gm
      : /^\/\/# sourceMappingURL=([^\n]{0,2000})$/gm;
    for (const match of text.matchAll(map)) add('map', match[1] ?? '', match.index);
  }
  return found;
}

/** The name that a reference comes to, as Django's converter works it out; `undefined` where it leaves it alone. */
function targetOf(name: string, url: string, staticUrl: string): string | undefined {
  if (/^[a-z]+:/i.test(url) || url.startsWith('//') || /[{}<>$\\]|\$\(/.test(url)) return undefined;
  const path = decoded(url.replace(/#.*$/s, ''))?.replace(/\?.*$/s, '').trim();
  if (path === undefined || path === '' || path.endsWith('/')) return undefined;
  if (path.startsWith('/')) return path.startsWith(staticUrl) ? normalised(path.slice(staticUrl.length)) : undefined;
  return normalised(name.includes('/') ? `${name.slice(0, name.lastIndexOf('/'))}/${path}` : path);
}

function decoded(url: string): string | undefined {
  try {
    return decodeURIComponent(url);
  } catch {
    return undefined;
  }
}

/** `posixpath.normpath`; `undefined` for what leads out of the static files. */
function normalised(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.length === 0 ? undefined : parts.join('/');
}
