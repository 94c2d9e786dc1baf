/** What is known of releases and packages by name: those that were yanked, and those that their authors gave up. */
import { projectOf } from '@django-golive/core';
import { describe, expect, test } from 'vitest';

import { type AdvisorySource, shippedAdvisories } from '../src/advisories.js';
import { standingOf } from '../src/data/standing.js';
import { yankedReleases } from '../src/data/yanked.js';
import { normalizeName } from '../src/names.js';
import { advisoriesFromOsv } from '../src/osv.js';
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

describe('of what nobody knows, advisories say nothing', () => {
  const told = (line: string, source?: AdvisorySource) => {
    const files = projectOf({ 'requirements.txt': `${line}\n` });
    const found = dependenciesOf(files, { target: 'none', processes: [] }, '2026-11-30', source).all[0];
    return found && (found.unseen ?? 'nothing known against it');
  };

  test('such as a package that is on no list', () => {
    expect(told('notapkg-zzz==1.0')).toBe('no package so called is known here, nor any advisory of one');
    expect(told('constructor==1.0')).toMatch(/^no package/);
  });

  test('such as a release of a line that is not known', () => {
    expect(told('requests==99.0')).toBe('no release after 2.x is known of it');
    expect(told('whitenoise==99.0')).toMatch(/^no release after 6\.x/);
    expect(told('certifi==20300.1')).toMatch(/^no release/);
  });

  test('while the releases of packages that are known are clear', () => {
    for (const line of [
      'requests==2.34.2',
      'whitenoise==6.6.0',
      'python-decouple==3.8',
      'redis==5.0.1',
      'gunicorn==27.0.1',
      'certifi==2026.2.25',
      'dj-database-url==2.1.0',
      'psycopg2-binary==2.9.9',
      'django-htmx==1.19.0',
    ])
      expect([line, told(line)]).toEqual([line, 'nothing known against it']);
  });

  test('and so is what a tool found where it locked it', () => {
    const lock =
      '[[package]]\nname = "notapkg-zzz"\nversion = "1.0"\nsource = { registry = "https://pypi.org/simple" }\n';
    expect(row('notapkg-zzz', { 'uv.lock': lock })?.unseen).toBeUndefined();
  });

  test('and what an export of advisories names is known by that', async () => {
    const affected = [
      {
        package: { ecosystem: 'PyPI', name: 'notapkg-zzz' },
        ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '0.5' }] }],
      },
    ];
    const source = await advisoriesFromOsv([{ id: 'A', modified: '2026-11-20T00:00:00Z', affected }], {
      from: 'a test',
    });
    expect(told('notapkg-zzz==0.9', source)).toBe('nothing known against it');
  });
});
