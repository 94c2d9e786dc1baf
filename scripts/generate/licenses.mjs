/** Puts the licence into every package, since npm publishes only what lies inside the package's own folder. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../command.mjs';
import { workspaces } from '../prepare.mjs';

export const name = 'licences';

export function files() {
  const text = readFileSync(join(root, 'LICENSE'), 'utf8');
  return new Map(workspaces().map((workspace) => [`packages/${basename(workspace)}/LICENSE`, text]));
}
