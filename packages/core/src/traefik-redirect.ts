/** Redirects to HTTPS as Traefik is told of them: by its files, by flags of its command, by labels of containers. */
import { type Location, lineSpan, type SourceFile } from './source.js';

/** A line without its comment: how far it is indented, what stands before and after its first `:`. */
interface Line {
  readonly file: SourceFile;
  readonly number: number;
  readonly text: string;
  readonly indent: number;
  readonly key: string;
  readonly value: string;
}

const inOneLine =
  /entrypoints?[._][\w-]+[._]http[._]redirections[._]entrypoint[._](scheme["']?\s*[=:]\s*["']?https|to["']?\s*[=:]\s*["']?(?!(web|http|:?80)["']?\s*$)[\w:-])|^--entrypoints=.*\bredirect\.entrypoint:https/i;
const middleware =
  /middlewares[._]([\w-]+)[._](redirectscheme[._]scheme|redirectregex[._]replacement)["']?\s*[=:]\s*["']?https/i;

/** The place that redirects every visitor of an entry point, or a middleware that does so and that a router names. */
export function traefikRedirectIn(files: Iterable<SourceFile>): Location | undefined {
  const lines = [...files].flatMap(linesOf);
  for (const [index, line] of lines.entries()) {
    const name = redirectingMiddleware(lines, index);
    if (name === undefined ? redirectsEntryPoint(lines, index) : isUsed(lines, name))
      return line.file.at(lineSpan(line.file.text, line.number));
  }
  return undefined;
}

function linesOf(file: SourceFile): readonly Line[] {
  return file.text.split(/\r\n|\r|\n/).flatMap((written, index): Line[] => {
    if (written.length > 2000 || /^\s*(#|$)/.test(written)) return [];
    const text = written.trimEnd();
    const sign = text.indexOf(':');
    return [
      {
        file,
        number: index + 1,
        text: text.trim().replace(/^-\s+["']?/, ''),
        indent: text.search(/\S/),
        key: (sign < 0 ? '' : text.slice(0, sign)).trim().toLowerCase(),
        value: bare(sign < 0 ? '' : text.slice(sign + 1)),
      },
    ];
  });
}

const bare = (text: string): string => text.replace(/\s#.*$/, '').replace(/["'\s]/g, '');

function redirectsEntryPoint(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (!line) return false;
  if (inOneLine.test(line.text)) return true;
  const table = /^\[entrypoints\.[\w-]+\.(http\.redirections\.entrypoint|redirect)\]/i.exec(line.text);
  if (table) {
    const rows = tableBelow(lines, index);
    return rows.has('to') || rows.has('entrypoint') ? rows.get('scheme') !== 'http' : rows.get('scheme') === 'https';
  }
  if (line.key !== 'redirections' || line.value !== '') return false;
  const rows = blockBelow(lines, index);
  return rows.has('to') ? rows.get('scheme') !== 'http' : rows.get('scheme') === 'https';
}

/** The name of a middleware that is defined on a line and redirects to HTTPS. */
function redirectingMiddleware(lines: readonly Line[], index: number): string | undefined {
  const line = lines[index];
  if (!line) return undefined;
  const labelled = middleware.exec(line.text)?.[1];
  if (labelled !== undefined) return labelled;
  const table = /^\[http\.middlewares\.([\w-]+)\.redirect(scheme|regex)\]/i.exec(line.text);
  if (table) return leadsToHttps(tableBelow(lines, index)) ? table[1] : undefined;
  if (!/^redirect(scheme|regex)$/.test(line.key) || line.value !== '' || !leadsToHttps(blockBelow(lines, index)))
    return undefined;
  const owner = lines.slice(0, index).findLast((one) => one.file === line.file && one.indent < line.indent);
  return owner?.key;
}

function leadsToHttps(rows: ReadonlyMap<string, string>): boolean {
  return rows.get('scheme') === 'https' || (rows.get('replacement')?.startsWith('https://') ?? false);
}

/** The keys below a line of YAML that are further in, by name. */
function blockBelow(lines: readonly Line[], index: number): ReadonlyMap<string, string> {
  const head = lines[index];
  const rows = new Map<string, string>();
  for (const line of lines.slice(index + 1, index + 20)) {
    if (!head || line.file !== head.file || line.indent <= head.indent) break;
    rows.set(line.key, line.value);
  }
  return rows;
}

/** The keys of a table of TOML. */
function tableBelow(lines: readonly Line[], index: number): ReadonlyMap<string, string> {
  const rows = new Map<string, string>();
  for (const line of lines.slice(index + 1, index + 20)) {
    if (line.text.startsWith('[') || line.file !== lines[index]?.file) break;
    const [, key = '', value = ''] = /^([\w-]+)\s*=(.*)$/.exec(line.text) ?? [];
    rows.set(key.toLowerCase(), bare(value));
  }
  return rows;
}

/** Whether a router, an entry point or a chain names it: on the line of its `middlewares`, or in the list below. */
function isUsed(lines: readonly Line[], name: string): boolean {
  const word = new RegExp(`(^|[^\\w-])${name}(@[\\w-]+)?(?![\\w.@-])`, 'i');
  return lines.some((line, index) => {
    const at = line.text.search(/middlewares["']?\s*[=:]/i);
    if (at < 0) return false;
    if (word.test(line.text.slice(at).replace(/^\w+/, ''))) return true;
    const items = lines.slice(index + 1, index + 20);
    const end = items.findIndex(({ file, indent }) => file !== line.file || indent < line.indent);
    return items
      .slice(0, end < 0 ? items.length : end)
      .some(({ text, key }) => key === '' && word.test(text) && !/[=:[]/.test(text));
  });
}
