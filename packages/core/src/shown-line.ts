/** A line of a file as it may be shown: secrets masked, by what they look like and by the names they stand behind. */
import { isSensitiveName, masked, maskSource } from './describe.js';
import { type Location, lineSpan, type Project } from './source.js';

/** A name and its value, as files of variables, of YAML and of shells write them. */
const pair = /(?<![\w-])([\d-]*)([A-Za-z_][\w-]*)(["']?\s*[=:]\s*)("[^"]*"|'[^']*'|\S+)/g;

const isSecret = (key: string, value: string): boolean =>
  isSensitiveName(key) && !/^["']?\$\{?\w+(:?\?[^}]*)?\}?["']?$/.test(value);

/** A line without its secrets. `name` is the variable it is about: where that is a secret, nothing behind it is shown. */
export function shownLine(line: string, name = ''): string {
  const plain = maskSource(name, line).replace(
    pair,
    (whole, before: string, key: string, sign: string, value: string) =>
      isSecret(key, value) ? `${before}${key}${sign}${masked}` : whole,
  );
  const place = name !== '' && isSensitiveName(name) ? plain.indexOf(name) : -1;
  if (place < 0) return plain;
  const before = plain.slice(0, place + name.length);
  const rest = plain.slice(before.length);
  return rest.trim() === '' ? plain : `${before}${/^["']?\s*[=:]?\s*/.exec(rest)?.[0] ?? ' '}${masked}`;
}

/** The line on which something lies, as it may be shown. */
export function lineAt(project: Project, { path, start }: Location): string {
  const file = project.file(path);
  if (!file) return '';
  const { start: first, end } = lineSpan(file.text, start.line);
  return shownLine(file.text.slice(first, end).trim());
}

/** Whether a text that was made of another one still holds a secret of it. */
export function keepsSecret(text: string, made: string): boolean {
  return [...text.matchAll(pair)].some(
    ([, , key = '', , value = '']) => value.length > 2 && isSecret(key, value) && made.includes(value),
  );
}
