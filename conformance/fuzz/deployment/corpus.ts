/** Deployment files that are in order, to be spoilt: those of the rules' pages, of the examples, and of projects that are named. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DeploymentReader } from './readers.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const largest = 40_000;

/** The texts for each reader. `more` are directories of real projects. */
export function corpus(readers: readonly DeploymentReader[], more: readonly string[]): ReadonlyMap<string, string[]> {
  const found = new Map(readers.map(({ name }): [string, string[]] => [name, []]));
  const add = (path: string, text: () => string): void => {
    // Only what may fit is read.
    for (const reader of readers)
      if (reader.fits(path, 'server { <VirtualHost [program: \n[program:\n[uwsgi]')) {
        const written = text();
        if (written.length < largest && reader.fits(path, written)) found.get(reader.name)?.push(written);
      }
  };
  for (const path of filesBelow(join(root, 'packages/profiles/src'))) {
    if (!path.endsWith('.md')) continue;
    for (const [, name = '', text = ''] of readFileSync(path, 'utf8').matchAll(
      /^```[^\n]*\bfile=(\S+)[^\n]*\n([\s\S]*?)^```/gm,
    ))
      add(name, () => text);
  }
  // No page shows this form of Railway's file.
  add(
    'railway.toml',
    () =>
      '[build]\nbuilder = "RAILPACK"\n\n[deploy]\nstartCommand = "gunicorn config.wsgi"\npreDeployCommand = ["python manage.py migrate"]\nhealthcheckPath = "/health"\n',
  );
  for (const directory of [join(root, 'examples'), ...more])
    for (const path of filesBelow(directory)) add(path, () => readFileSync(path, 'utf8'));
  return found;
}

function* filesBelow(directory: string): Generator<string> {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    if (/^(node_modules|\.git|dist)$/.test(entry.name)) continue;
    const path = join(directory, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}
