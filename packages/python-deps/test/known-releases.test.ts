/** What is known of releases and packages by name: those that were yanked, and those that their authors gave up. */
import { projectOf } from '@django-golive/core';
import { describe, expect, test } from 'vitest';
import { shippedAdvisories } from '../src/advisories.js';
import { standingOf } from '../src/data/standing.js';
import { yankedReleases } from '../src/data/yanked.js';
import { normalizeName } from '../src/names.js';
import { dependenciesOf } from '../src/read-dependencies.js';
import { compareVersions, parseVersion } from '../src/version.js';
import { yankedOf } from '../src/yanked.js';

const row = (name: string, files: Record<string, string>) =>
  dependenciesOf(projectOf(files), { target: 'none', processes: [] }, '2026-11-30').get(name);

describe('yanked releases', () => {
  const all = Object.entries(yankedReleases).flatMap(([name, releases]) =>
    Object.entries(releases).map(([version, release]) => ({ name, version, ...release })),
  );

  test.each(all)('$name $version has a source, and what follows it is later', ({ name, version, source, next }) => {
    expect(normalizeName(name)).toBe(name);
    expect(parseVersion(version)).toBeDefined();
    expect(source).toMatch(/^https:\/\//);
    if (next !== undefined) expect(compareVersions(next, version)).toBe(1);
    const sound = yankedOf(name, version, shippedAdvisories)?.next;
    if (sound !== undefined) expect(shippedAdvisories.find(name, sound)).toEqual([]);
  });

  test('is one by any way of writing its number', () => {
    expect(row('requests', { 'requirements.txt': 'requests==2.32.0.0\n' })?.yanked?.why).toMatch(/CVE-2024-35195/);
  });

  test('is one where a lock file pins it', () => {
    const files = {
      'pyproject.toml': '[tool.poetry.dependencies]\npython = "^3.11"\nlxml = "^4.7"\n',
      'poetry.lock': '[[package]]\nname = "lxml"\nversion = "4.7.0"\n\n[metadata]\nlock-version = "2.0"\n',
    };
    expect(row('lxml', files)?.yanked).toBeDefined();
  });

  test('is none of a range, nor of a fork from somewhere else', () => {
    expect(row('requests', { 'requirements.txt': 'requests>=2.32.0,<2.32.2\n' })?.yanked).toBeUndefined();
    const fork = 'requests @ https://example.com/requests-2.32.0-py3-none-any.whl\n';
    expect(row('requests', { 'requirements.txt': fork })?.yanked).toBeUndefined();
  });
});

test('a package that was given up carries who says so', () => {
  expect(row('south', { 'requirements.txt': 'South==1.0.2\n' })?.standing).toEqual(standingOf('south'));
  expect(standingOf('south')).toMatchObject({ state: 'given-up', source: 'https://github.com/andrewgodwin/south' });
  expect(standingOf('psycopg2-binary')?.state).toBe('advised-against');
  expect(standingOf('toString')).toBeUndefined();
});
