/** The version of golive, as its package says. */
import { readFileSync } from 'node:fs';

/** Read from the package, so that a release is named in one place. */
export const version: string = (
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { readonly version: string }
).version;
