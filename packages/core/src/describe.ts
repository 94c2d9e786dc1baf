/** Values and source lines in words: the one place where secrets are masked, so that nothing behind it can print one. */
import type { Truth, Value } from './facts/value.js';
import { withoutRoot } from './project-root.js';

/** What stands for a secret in every report. */
export const masked = '••••••';

const sensitiveName =
  /(^|_)(SECRET|SECRETS|PASSWORD|PASSWD|PASS|PWD|PASSPHRASE|TOKEN|CREDENTIALS?|PRIVATE_?KEY|API_?KEYS?|APIKEY|ACCESS_?KEY|AUTH_?KEY|SIGNING_?KEY|ENCRYPTION_?KEYS?|FERNET_?KEYS?|SECRET_?KEY|SECRET_?KEY_FALLBACKS|DSN|SALT|WEBHOOK_URL|AUTHKEY)(_|$)/i;
const innocentName =
  /(^|_)(PASSWORD_HASHERS|PASSWORD_VALIDATORS|PASSWORD_RESET_TIMEOUT(_DAYS)?|TOKEN_(LIFETIME|EXPIRE\w*|MODEL|CLASS|URL|TTL|TYPE\w*|HEADER\w*|VALIDATORS?|CREATOR|SERIALIZER)|CSRF_HEADER_NAME|CSRF_COOKIE_NAME)($|_)|PASSWORD_(MIN_LENGTH|CHANGE\w*|EXPIR\w*|REQUIRED|INPUT\w*)($|_)/i;
const sensitiveUrl = /^(\w[\w+.-]*:\/\/[^/\s:@]*):([^@\s]+)@/;
const wellKnownToken =
  /\b(AKIA|ASIA)[0-9A-Z]{16}\b|\b(sk|rk)_(live|test)_[0-9A-Za-z]{10,}|\bgh[pousr]_[0-9A-Za-z]{30,}|\bxox[abprs]-[0-9A-Za-z-]{10,}|\bSG\.[\w-]{16,}\.[\w-]{16,}|\bAIza[0-9A-Za-z_-]{35}|\beyJ[\w-]{10,2000}\.[\w-]{10,}\.[\w-]{5,}|-----BEGIN [A-Z ]*PRIVATE KEY-----|\bdjango-insecure-(?!`(?:[\s.,]|$))\S+/g;

/** Whether a name says that its value is a secret. Longer words that only contain one (`PASSWORD_HASHERS`) do not. */
export function isSensitiveName(name: string): boolean {
  return (
    sensitiveName.test(name.replace(/([a-z])([A-Z])/g, '$1_$2').replace(/[-.\s]/g, '_')) && !innocentName.test(name)
  );
}

/** Text with credentials inside URLs and well-known token formats masked. */
export function maskText(text: string): string {
  return maskUrls(withoutRoot(text)).replace(wellKnownToken, masked);
}

/** URLs without their passwords. One look at each character, since a stranger writes the text. */
function maskUrls(text: string): string {
  if (!text.includes('://')) return text;
  // From `://` on: the user, the password, and what follows it.
  const credentials = /(:\/\/[^/\s:@'"]*):([^@\s'"]+)(@?)/y;
  let out = '';
  let done = 0;
  // Up to here no `@` follows.
  let barren = -1;
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    if (at < done || at < barren || !/[\w+.-]/.test(text[at - 1] ?? '')) continue;
    credentials.lastIndex = at;
    const found = credentials.exec(text);
    if (found?.[3] === '@') {
      out += `${text.slice(done, at)}${found[1]}:${masked}@`;
      done = credentials.lastIndex;
    } else if (found) barren = at + found[0].length;
  }
  return out + text.slice(done);
}

/** Whether a string looks like a credential whatever its name. */
export function looksLikeCredential(text: string): boolean {
  return sensitiveUrl.test(text) || text.search(wellKnownToken) >= 0;
}

/**
 * `'PASSWORD': '…'`, `password='…'`, `os.environ['TOKEN'] = '…'`, `secret: str = '…'`. It looks at each character a few times at
 * most, since a stranger writes the text: a name begins only where no name goes on, and no two of its loops take the same character.
 */
const keyedLiteral =
  /((['"]?)(?<![\w.-])[\d.-]*([A-Za-z_][\w.-]*)\2\s*(?:\]\s*)?(?::[\w[\],\s]+)?[:=]\s*)([rRbBuUfF]{0,2})("""|'''|["'])((?:\\[\s\S]?|(?!\5)[^\\])*)(\5|$)/g;

/** `PASSWORD=…`, `token: …`, `--password=…`, in the same way; after another sign only what follows a dash is a name. */
const keyedWord = /(^|[\s;&]|(?<![\w-])\w*-)([\w-]+)(=|:\s+)([^\s'"()[\]{},$<][^\s'",;)]*)/g;

/**
 * A line of source as it may be shown: where `name` is sensitive every string literal in it is masked, and
 * everywhere string literals that stand under a sensitive key (`'PASSWORD': '…'`, `password='…'`), credentials in
 * URLs and known token formats. Works on Python, YAML, `.env` and command lines alike.
 */
export function maskSource(name: string, source: string): string {
  let text = source;
  if (isSensitiveName(name)) text = maskLiterals(text);
  text = text.replace(
    keyedLiteral,
    (whole, before: string, _q: string, key: string, prefix: string, quote: string, content: string, close: string) =>
      isSensitiveName(key) && content !== '' ? `${before}${prefix}${quote}${masked}${close}` : whole,
  );
  text = text.replace(keyedWord, (whole, before: string, key: string, sign: string, value: string) =>
    isSensitiveName(key) && !/^(None|True|False|null|true|false|\d+)$/.test(value) && !/[.(]/.test(value)
      ? `${before}${key}${sign}${masked}`
      : whole,
  );
  return maskText(text);
}

function maskLiterals(source: string): string {
  return source.replace(
    /([rRbBuUfF]{0,2})("""|'''|"|')((?:\\[\s\S]|(?!\2)[\s\S])*)(\2|$)/g,
    (_whole, prefix: string, quote: string, content: string, close: string) =>
      content === '' || namesVariable(content)
        ? `${prefix}${quote}${content}${close}`
        : `${prefix}${quote}${masked}${close}`,
  );
}

/** `config('SECRET_KEY')` names where the secret is kept; that is no secret. */
function namesVariable(text: string): boolean {
  return /^[A-Z][A-Z0-9_]*$/.test(text) && isSensitiveName(text);
}

/**
 * A value as Python would write it, for a sentence: shortened, and masked where `name` (or a key inside it) is
 * sensitive or the text is a credential. Why a part is not known is said in full or not at all.
 */
export function describeValue(name: string, value: Value, limit = 120): string {
  const told = write(name, value, 0, { left: limit, reasons: true });
  if (told.length <= (value.kind === 'unknown' ? 2 * limit : limit)) return told;
  const text = write(name, value, 0, { left: limit, reasons: false });
  return text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
}

/** Characters that may still be written: what lies behind them is not looked at, since a value can hold another many times. */
interface Room {
  left: number;
  /** Whether it is said why something is not known. */
  readonly reasons: boolean;
}

function write(name: string, value: Value, depth: number, room: Room): string {
  if (depth > 8 || room.left < 0) return '…';
  const text = writeKind(name, value, depth, room);
  // Containers took theirs item by item.
  room.left -= 'items' in value || 'entries' in value || 'options' in value ? 2 : text.length;
  return text;
}

function writeKind(name: string, value: Value, depth: number, room: Room): string {
  switch (value.kind) {
    case 'none':
      return 'None';
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'int':
      return isSensitiveName(name) ? masked : value.value.toString();
    case 'float':
      return Number.isInteger(value.value) ? value.value.toFixed(1) : String(value.value);
    case 'str':
      return quote(name, value.value);
    case 'bytes':
      return `b${quote(name, value.value)}`;
    case 'list':
      return `[${items(name, value.items, depth, room)}]`;
    case 'tuple':
      return value.items.length === 1
        ? `(${items(name, value.items, depth, room)},)`
        : `(${items(name, value.items, depth, room)})`;
    case 'set':
      return value.items.length === 0 ? 'set()' : `{${items(name, value.items, depth, room)}}`;
    case 'dict':
      return `{${asLongAsThereIs(room, value.entries, ([key, item]) =>
        key.kind === 'unknown'
          ? '…'
          : `${write('', key, depth + 1, room)}: ${write(keyName(name, key), item, depth + 1, room)}`,
      ).join(', ')}}`;
    case 'path':
      return `Path(${quote(name, value.value)})`;
    case 'timedelta':
      return `timedelta(seconds=${value.seconds})`;
    case 'regex':
      return `re.compile(${quote('', value.pattern)})`;
    case 'callable':
      return `<function ${value.name}>`;
    case 'object':
      return `<${value.type}>`;
    case 'unknown':
      return value.many ? '…' : room.reasons ? `unknown (${maskText(value.why)})` : 'unknown';
    case 'choice':
      // Options that differ in what is not told are the same to whoever reads them.
      return [...new Set(asLongAsThereIs(room, value.options, (option) => write(name, option, depth + 1, room)))].join(
        ' or ',
      );
  }
}

function items(name: string, values: readonly Value[], depth: number, room: Room): string {
  return asLongAsThereIs(room, values, (value) => write(name, value, depth + 1, room)).join(', ');
}

function asLongAsThereIs<T>(room: Room, parts: readonly T[], show: (part: T) => string): string[] {
  const shown: string[] = [];
  for (const part of parts) {
    if (room.left < 0) break;
    shown.push(show(part));
  }
  return shown;
}

/** A key speaks for its value; a name that is itself a secret speaks for all it holds. */
function keyName(name: string, key: Value): string {
  return isSensitiveName(name) || key.kind !== 'str' ? name : key.value;
}

function quote(name: string, text: string): string {
  if (text !== '' && isSensitiveName(name)) return `'${masked}'`;
  const shown = maskText(text);
  const mark = shown.includes("'") && !shown.includes('"') ? '"' : "'";
  const escaped = shown
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replaceAll(mark, `\\${mark}`);
  return mark + escaped + mark;
}

/** Python's truth of a value, as far as it is certain. */
export function truthOf(value: Value): Truth {
  switch (value.kind) {
    case 'none':
      return 'no';
    case 'bool':
      return value.value ? 'yes' : 'no';
    case 'int':
      return value.value === 0n ? 'no' : 'yes';
    case 'float':
      return value.value === 0 ? 'no' : 'yes';
    case 'str':
    case 'bytes':
      return value.value === '' ? 'no' : 'yes';
    case 'list':
    case 'tuple':
    case 'set':
      return truthOfCount(value.items.map((item) => item));
    case 'dict':
      return truthOfCount(value.entries.map(([key]) => key));
    case 'timedelta':
      return value.seconds === 0 ? 'no' : 'yes';
    case 'path':
    case 'regex':
    case 'callable':
      return 'yes';
    case 'object':
      return 'maybe';
    case 'unknown':
      return value.truth === undefined ? 'maybe' : value.truth ? 'yes' : 'no';
    case 'choice': {
      const truths = new Set(value.options.map(truthOf));
      const [only] = truths;
      return truths.size === 1 && only !== undefined ? only : 'maybe';
    }
  }
}

function truthOfCount(values: readonly Value[]): Truth {
  if (values.length === 0) return 'no';
  return values.every((value) => value.kind === 'unknown' && value.many) ? 'maybe' : 'yes';
}
