/** python-decouple's own reading of `.env`: no escapes, no comments after a value, no references. */
import { fileLines, strip } from '../evaluate/library/python-text.js';

/** The variables of a `.env` file, the last of equal names winning. */
export function readDecoupleEnv(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const raw of fileLines(text)) {
    const line = strip(raw);
    const equals = line.indexOf('=');
    if (line === '' || line.startsWith('#') || equals < 0) continue;
    const value = strip(line.slice(equals + 1));
    found.set(strip(line.slice(0, equals)), isQuoted(value) ? value.slice(1, -1) : value);
  }
  return found;
}

function isQuoted(value: string): boolean {
  if (value.length < 2) return false;
  const quote = value[0];
  return (quote === "'" || quote === '"') && value.at(-1) === quote;
}
