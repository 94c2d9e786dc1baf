/** Where a password is written in the source, and whether it is a value or only the fallback of a variable. */
import { type Location, lineSpan, type Project } from '../../source.js';

/** A password in a file of the repository. */
export interface LiteralPassword {
  readonly at: Location;
  /** The variable whose default it is. */
  readonly fallbackOf: string | undefined;
  /** It is a default, of a variable that the call does not name. */
  readonly fallback: boolean;
}

/** The opening of a call that stands before a default: `get('NAME', '…`, `env.db('NAME', default='…`, `config(default='…`. */
const call =
  /\(\s*(?:(['"])([A-Za-z_]\w*)\1\s*,\s*)?(?:\w+\s*=\s*[\w.]+\s*,\s*)*(?:(default|default_value)\s*=\s*)?[rRbBuUfF]{0,2}['"][^'"\n]*$/;

/** What a text is called that is the value of an entry or a name: `'KEY_PREFIX': '…`, `USER = '…`. */
const calledSo = /(?:['"](\w+)['"]\s*:|\b(\w+)\s*=)\s*[rRbBuUfF]{0,2}['"]$/;

/** Whether a quoted text is called something that no password is: the same word may be the user's name, or the project's. */
function isOther(before: string): boolean {
  const [, entry, name = entry] = calledSo.exec(before) ?? [];
  return name !== undefined && !/pass|pwd|pw$|secret|default|value|url|dsn|credential/i.test(name);
}

/** The first place that spells a password out, in quotes or inside a URL; files that git does not track do not count. */
export function literalPassword(
  project: Project,
  paths: readonly string[],
  password: string,
): LiteralPassword | undefined {
  for (const path of paths) {
    const file = project.file(path);
    if (!file || project.tracked(path) === false) continue;
    const { text } = file;
    for (let start = text.indexOf(password); start >= 0; start = text.indexOf(password, start + 1)) {
      const [before, after] = [text[start - 1] ?? '', text[start + password.length] ?? ''];
      const quoted = /['"]/.test(before) && before === after;
      const inUrl = before === ':' && after === '@';
      const line = text.slice(0, start).split(/\r\n|\r|\n/).length;
      const span = lineSpan(text, line);
      const named = inUrl || /pass|pwd|secret|:\/\//i.test(text.slice(Math.max(0, start - 160), start));
      if (
        (!quoted && !inUrl) ||
        (quoted && isOther(text.slice(Math.max(0, start - 80), start))) ||
        !named ||
        /^\s*#/.test(text.slice(span.start, span.end))
      )
        continue;
      const match = call.exec(text.slice(Math.max(0, start - 240), start));
      const [, , variable, keyword] = match ?? [];
      return { at: file.at(span), fallbackOf: variable, fallback: variable !== undefined || keyword !== undefined };
    }
  }
  return undefined;
}
