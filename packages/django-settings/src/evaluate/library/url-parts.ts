/** `urllib.parse`: how Python takes URLs apart and puts them together, to the letter. */
import { PythonError } from './plain.js';
import { reprText } from './python-text.js';
import { decodeUtf8, encodeUtf8 } from './utf8.js';

/** `SplitResult`, or `ParseResult` where `params` is given. */
export interface UrlParts {
  readonly scheme: string;
  readonly netloc: string;
  readonly path: string;
  readonly params: string;
  readonly query: string;
  readonly fragment: string;
}

const USES_PARAMS = new Set(' ftp hdl prospero http https shttp rtsp rtsps rtspu sip sips mms sftp tel'.split(' '));
const USES_RELATIVE = new Set(
  ' ftp http gopher nntp imap wais file https shttp mms prospero rtsp rtsps rtspu sftp svn svn+ssh ws wss'.split(' '),
);
export const USES_NETLOC = new Set(
  (
    ' ftp http gopher nntp telnet imap wais file mms https shttp snews prospero rtsp rtsps rtspu rsync svn svn+ssh ' +
    'sftp nfs git git+ssh ws wss itms-services'
  ).split(' '),
);

/** `urlsplit`. Raises ValueError as Python does. */
export function splitUrl(text: string, scheme = ''): UrlParts {
  let url = text.replace(/^[\0- ]+/u, '').replace(/[\t\r\n]/gu, '');
  let found = scheme;
  const named = /^([A-Za-z][A-Za-z0-9+.-]*):/u.exec(url);
  if (named?.[1] !== undefined) {
    found = named[1].toLowerCase();
    url = url.slice(named[0].length);
  }
  let netloc = '';
  if (url.startsWith('//')) {
    const end = url.slice(2).search(/[/?#]/u);
    netloc = end < 0 ? url.slice(2) : url.slice(2, 2 + end);
    url = end < 0 ? '' : url.slice(2 + end);
    checkBrackets(netloc);
  }
  const [beforeFragment, fragment] = cut(url, '#');
  const [path, query] = cut(beforeFragment, '?');
  checkNormalForm(netloc);
  return { scheme: found, netloc, path, params: '', query, fragment };
}

/** `urlparse`. */
export function parseUrl(text: string, scheme = ''): UrlParts {
  const parts = splitUrl(text, scheme);
  if (!USES_PARAMS.has(parts.scheme) || !parts.path.includes(';')) return parts;
  const from = parts.path.includes('/')
    ? parts.path.indexOf(';', parts.path.lastIndexOf('/'))
    : parts.path.indexOf(';');
  if (from < 0) return parts;
  return { ...parts, path: parts.path.slice(0, from), params: parts.path.slice(from + 1) };
}

/** `urlunparse`. */
export function unparseUrl(parts: UrlParts): string {
  let url = parts.params === '' ? parts.path : `${parts.path};${parts.params}`;
  if (parts.netloc !== '') {
    if (url !== '' && !url.startsWith('/')) url = `/${url}`;
    url = `//${parts.netloc}${url}`;
  } else if (url.startsWith('//')) url = `//${url}`;
  else if (parts.scheme !== '' && USES_NETLOC.has(parts.scheme) && (url === '' || url.startsWith('/')))
    url = `//${url}`;
  if (parts.scheme !== '') url = `${parts.scheme}:${url}`;
  if (parts.query !== '') url += `?${parts.query}`;
  if (parts.fragment !== '') url += `#${parts.fragment}`;
  return url;
}

/** `urljoin`. */
export function joinUrl(base: string, url: string): string {
  if (base === '') return url;
  if (url === '') return base;
  const from = parseUrl(base);
  const to = parseUrl(url, from.scheme);
  if (to.scheme !== from.scheme || !USES_RELATIVE.has(to.scheme)) return url;
  if (USES_NETLOC.has(to.scheme) && to.netloc !== '') return unparseUrl(to);
  const netloc = USES_NETLOC.has(to.scheme) ? from.netloc : to.netloc;
  if (to.path === '' && to.params === '') {
    const query = to.query === '' ? from.query : to.query;
    return unparseUrl({ ...to, netloc, path: from.path, params: from.params, query });
  }
  const baseParts = from.path.split('/');
  if (baseParts.at(-1) !== '') baseParts.pop();
  const segments = to.path.startsWith('/')
    ? to.path.split('/')
    : withoutInnerBlanks([...baseParts, ...to.path.split('/')]);
  const resolved: string[] = [];
  for (const segment of segments) {
    if (segment === '..') resolved.pop();
    else if (segment !== '.') resolved.push(segment);
  }
  if (segments.at(-1) === '.' || segments.at(-1) === '..') resolved.push('');
  return unparseUrl({ ...to, netloc, path: resolved.join('/') || '/' });
}

function withoutInnerBlanks(segments: readonly string[]): string[] {
  return segments.filter((segment, index) => segment !== '' || index === 0 || index === segments.length - 1);
}

/** `.username` and `.password`. */
export function userOf(parts: UrlParts): { readonly username: string | null; readonly password: string | null } {
  const at = parts.netloc.lastIndexOf('@');
  if (at < 0) return { username: null, password: null };
  const info = parts.netloc.slice(0, at);
  const colon = info.indexOf(':');
  return colon < 0
    ? { username: info, password: null }
    : { username: info.slice(0, colon), password: info.slice(colon + 1) };
}

function hostInfo(parts: UrlParts): readonly [host: string, port: string] {
  const info = parts.netloc.slice(parts.netloc.lastIndexOf('@') + 1);
  const open = info.indexOf('[');
  if (open < 0) return cut(info, ':');
  const [host, rest] = cut(info.slice(open + 1), ']');
  return [host, cut(rest, ':')[1]];
}

/** `.hostname`. */
export function hostOf(parts: UrlParts): string | null {
  const [host] = hostInfo(parts);
  if (host === '') return null;
  const percent = host.indexOf('%');
  return percent < 0 ? host.toLowerCase() : host.slice(0, percent).toLowerCase() + host.slice(percent);
}

/** `.port`. Raises ValueError as Python does. */
export function portOf(parts: UrlParts): bigint | null {
  const [, port] = hostInfo(parts);
  if (port === '') return null;
  if (!/^[0-9]+$/u.test(port)) {
    throw new PythonError('ValueError', `Port could not be cast to integer value as ${reprText(port)}`);
  }
  const number = BigInt(port);
  if (number > 65535n) throw new PythonError('ValueError', 'Port out of range 0-65535');
  return number;
}

/** `unquote`. */
export function unquote(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/[\0-\x7f]+/gu, (run) =>
    run.includes('%')
      ? decodeUtf8(
          run.replace(/%([0-9A-Fa-f]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        )
      : run,
  );
}

/** `unquote_plus`. */
export function unquotePlus(text: string): string {
  return unquote(text.replaceAll('+', ' '));
}

/** `quote`. Raises UnicodeEncodeError for a lone surrogate. */
export function quote(text: string, safe = '/'): string {
  const bytes = encodeUtf8(text);
  if (bytes === undefined)
    throw new PythonError('UnicodeEncodeError', "'utf-8' codec can't encode: surrogates not allowed");
  let out = '';
  for (const byte of bytes) {
    const kept = /[A-Za-z0-9_.~-]/u.test(byte) || (byte < '\x80' && safe.includes(byte));
    out += kept ? byte : `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return out;
}

/** `quote_plus`. */
export function quotePlus(text: string, safe = ''): string {
  if (!text.includes(' ')) return quote(text, safe);
  return quote(text, `${safe} `).replaceAll(' ', '+');
}

/** `parse_qsl`. */
export function parsePairs(query: string, keepBlank = false, separator = '&'): [string, string][] {
  const pairs: [string, string][] = [];
  for (const piece of query.split(separator)) {
    if (piece === '') continue;
    const [name, value] = cut(piece, '=');
    if (!keepBlank && value === '') continue;
    pairs.push([unquotePlus(name), unquotePlus(value)]);
  }
  return pairs;
}

/** `parse_qs`. */
export function parseQuery(query: string, keepBlank = false, separator = '&'): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [name, value] of parsePairs(query, keepBlank, separator)) {
    const values = found.get(name);
    if (values) values.push(value);
    else found.set(name, [value]);
  }
  return found;
}

function cut(text: string, at: string): readonly [before: string, after: string] {
  const index = text.indexOf(at);
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + at.length)];
}

function checkBrackets(netloc: string): void {
  const [open, close] = [netloc.includes('['), netloc.includes(']')];
  if (open !== close) throw new PythonError('ValueError', 'Invalid IPv6 URL');
  if (!open) return;
  const host = cut(cut(netloc, '[')[1], ']')[0];
  if (host.startsWith('v')) {
    if (!/^v[a-fA-F0-9]+\.[^\n]+$/u.test(host)) throw new PythonError('ValueError', 'IPvFuture address is invalid');
    return;
  }
  if (/^\d+\.\d+\.\d+\.\d+$/u.test(host)) {
    throw new PythonError('ValueError', 'An IPv4 address cannot be in brackets');
  }
  if (!isIpv6(host)) {
    throw new PythonError('ValueError', `${reprText(host)} does not appear to be an IPv4 or IPv6 address`);
  }
}

function isIpv6(host: string): boolean {
  const [address] = cut(host, '%');
  const doubled = address.split('::');
  if (doubled.length > 2) return false;
  const groups = doubled.flatMap((half) => (half === '' ? [] : half.split(':')));
  const mapped = groups.at(-1)?.includes('.') === true;
  if (mapped && !/^(?:\d{1,3}\.){3}\d{1,3}$/u.test(groups.pop() ?? '')) return false;
  const count = groups.length + (mapped ? 2 : 0);
  return groups.every((group) => /^[0-9a-fA-F]{1,4}$/u.test(group)) && (doubled.length === 2 ? count < 8 : count === 8);
}

function checkNormalForm(netloc: string): void {
  if (!/[^\0-\x7f]/u.test(netloc)) return;
  const kept = netloc.replace(/[@:#?]/gu, '');
  const normal = kept.normalize('NFKC');
  if (kept === normal) return;
  if (/[/?#@:]/u.test(normal)) {
    throw new PythonError('ValueError', `netloc ${netloc} contains invalid characters under NFKC normalization`);
  }
}
