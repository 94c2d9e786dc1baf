/** Builds the command line and the test kit for rule authors, the only code that needs Node. */
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { defineConfig } from 'tsup';

/** `golive explain` needs the prose of the rules, which lies beside them in the sources. */
async function copyPages(): Promise<void> {
  const folders = [
    '../core/src/rules',
    ...readdirSync('../profiles/src').map((name) => `../profiles/src/${name}/rules`),
  ];
  for (const folder of folders) {
    const target = /^\.\.\/profiles\/src\/(.+)\/rules$/.exec(folder)?.[1];
    for (const path of pagesIn(folder)) {
      const to = `dist/pages/${target === undefined ? path : `${target}/${path}`}`;
      mkdirSync(dirname(to), { recursive: true });
      cpSync(`${folder}/${path}`, to);
    }
  }
}

function pagesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
}

export default defineConfig({
  entry: ['src/index.ts', 'src/main.ts', 'src/testing.ts'],
  format: 'esm',
  platform: 'node',
  target: 'es2023',
  dts: true,
  clean: true,
  tsconfig: 'tsconfig.build.json',
  removeNodeProtocol: false,
  onSuccess: copyPages,
});
