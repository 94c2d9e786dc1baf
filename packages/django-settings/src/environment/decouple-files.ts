/** python-decouple's own reading of `.env`: no escapes, no comments after a value, no references. */
import { fileLines, strip, stripOf } from '../evaluate/library/python-text.js';
import type { AtLeast } from './version.js';

/** The variables of a `.env` file, the last of equal names winning. */
export function readDecoupleEnv(text: string, atLeast: AtLeast = () => true): Map<string, string> {
  const found = new Map<string, string>();
  for (const raw of fileLines(text)) {
    const line = strip(raw);
    const equals = line.indexOf('=');
    if (line === '' || line.startsWith('#') || equals < 0) continue;
    found.set(strip(line.slice(0, equals)), unquoted(strip(line.slice(equals + 1)), atLeast));
  }
  return found;
}

/** Since 3.5 a pair of quotes goes; before, quotes of both kinds went, and before 3.2 even those without a partner. */
function unquoted(value: string, atLeast: AtLeast): string {
  const quote = value[0];
  const paired = value.length >= 2 && (quote === "'" || quote === '"') && value.at(-1) === quote;
  if (paired && atLeast(3, 5)) return value.slice(1, -1);
  return paired || !atLeast(3, 2) ? stripOf(value, `'"`) : value;
}
