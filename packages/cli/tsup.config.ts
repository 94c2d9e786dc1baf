/** Builds the command line and the test kit for rule authors, the only code that needs Node. */
import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts', 'src/main.ts', 'src/testing.ts'],
  format: 'esm',
  platform: 'node',
  target: 'es2023',
  dts: true,
  clean: true,
  tsconfig: 'tsconfig.build.json',
  removeNodeProtocol: false,
});
