/** How sure an advisory of PyPI is of a package that comes from somewhere else. */
import { expect, test } from 'vitest';
import { findingOf } from './finding-of.js';

const code = { 'config/settings.py': 'import requests\n' };
const confidence = (files: Record<string, string>) => findingOf('deps/vulnerable', { ...code, ...files })?.confidence;

test('it is certain of PyPI, likely of a mirror, and open of an index that is named for the package', () => {
  expect(confidence({ 'requirements.txt': 'requests==2.19.0\n' })).toBe('certain');
  const mirror = '--index-url https://pip.example.com/simple\nrequests==2.19.0\n';
  expect(confidence({ 'requirements.txt': mirror })).toBe('firm');
  const chosen =
    '[project]\nname = "shop"\ndependencies = ["requests==2.19.0"]\n[tool.uv.sources]\nrequests = { index = "own" }\n[[tool.uv.index]]\nname = "own"\nurl = "https://pip.example.com/simple"\n';
  expect(confidence({ 'pyproject.toml': chosen })).toBe('tentative');
});

test('and likely of a file that lies elsewhere', () => {
  const file = (host: string) => ({
    'requirements.txt': `requests @ https://${host}/packages/requests-2.19.0-py2.py3-none-any.whl\n`,
  });
  expect(confidence(file('files.pythonhosted.org'))).toBe('certain');
  expect(confidence(file('example.com'))).toBe('firm');
});
