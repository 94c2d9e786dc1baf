/** `--env-file`: variables as Docker and systemd read such files, one `NAME=value` a line. */
import { readFileSync } from 'node:fs';
import { UsageError } from './usage-error.js';

/** The variables of a file. Throws `UsageError` when it cannot be read. */
export function readEnvFile(path: string): Readonly<Record<string, string>> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`--env-file: ${path} cannot be read.`);
  }
  const variables: Record<string, string> = {};
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)) {
    const match = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*)$/.exec(line.trimEnd());
    if (!match) continue;
    const [, name = '', value = ''] = match;
    variables[name] = /^(['"])(.*)\1$/.exec(value)?.[2] ?? value;
  }
  return variables;
}
