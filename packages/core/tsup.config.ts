/** Builds the model and the rules for any JavaScript runtime; `schema` is apart because it loads zod. */
import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts', 'src/schema.ts'],
  format: 'esm',
  platform: 'neutral',
  target: 'es2023',
  dts: true,
  clean: true,
  tsconfig: 'tsconfig.build.json',
});
