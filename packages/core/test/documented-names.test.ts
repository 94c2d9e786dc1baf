/** What sample environment files document. */
import { expect, test } from 'vitest';
import { documentedNames } from '../src/documented-names.js';
import { projectOf } from '../src/source.js';

const namesIn = (files: Readonly<Record<string, string>>) => [...documentedNames(projectOf(files))];

test('a sample environment file documents the names it sets, and those it offers in a comment', () => {
  const text =
    '# The key of the site\nSECRET_KEY=change-me\nexport DEBUG=False\n#SENTRY_DSN=\n# see x=y\n  PORT = 80\n';
  expect(namesIn({ '.env.example': text })).toEqual(['SECRET_KEY', 'DEBUG', 'SENTRY_DSN', 'PORT']);
});

test('samples go by many names, and lie beside the code', () => {
  const files = { 'backend/env.sample': 'A=1', '.env.dist': 'B=1', 'template.env': 'C=1', '.env.prod.example': 'D=1' };
  expect(namesIn(files).sort()).toEqual(['A', 'B', 'C', 'D']);
});

test('an environment file in use documents nothing, nor does the sample of a frontend', () => {
  expect(namesIn({ '.env': 'A=1', 'frontend/.env.example': 'B=1', 'env_example.py': 'C=1' })).toEqual([]);
});
