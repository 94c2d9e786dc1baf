/** Builds the package for any JavaScript runtime: a Node built-in does not resolve on the neutral platform. */
import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts'],
  format: 'esm',
  platform: 'neutral',
  target: 'es2023',
  dts: true,
  clean: true,
  tsconfig: 'tsconfig.build.json',
  // @iarna/toml speaks of Node's `global`; built in, it speaks of what every runtime has.
  noExternal: [/^@iarna\/toml/],
  define: { global: 'globalThis' },
});
