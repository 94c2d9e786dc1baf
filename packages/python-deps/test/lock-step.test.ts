/** Whether a lock file follows what is declared beside it. */
import { projectOf } from '@django-golive/core';
import { dependenciesOf } from '@django-golive/python-deps';
import { expect, test } from 'vitest';

const behind = (files: Record<string, string>) =>
  dependenciesOf(projectOf(files), { target: 'none', processes: [] }, '2026-11-30').outOfStep?.map(
    ({ name, lock, version, at }) => [name, lock, version, at.start.line],
  );
const locked = (name: string, version: string) => `[[package]]\nname = "${name}"\nversion = "${version}"\n`;
const project = (...lines: string[]) =>
  `[project]\nname = "shop"\nversion = "1"\ndependencies = [\n${lines.map((line) => `  ${JSON.stringify(line)},\n`).join('')}]\n`;

test('a package that the lock lacks, and a version that its line does not admit', () => {
  const lock = locked('django', '5.2.1') + locked('redis', '5.0.0');
  expect(behind({ 'pyproject.toml': project('Django>=5.2', 'redis>=6', 'celery'), 'uv.lock': lock })).toEqual([
    ['redis', 'uv.lock', '5.0.0', 6],
    ['celery', 'uv.lock', undefined, 7],
  ]);
});

test("Poetry's own words for versions are understood", () => {
  const poetry =
    '[tool.poetry.dependencies]\npython = "^3.12"\ndjango = "^5.2"\nredis = "~6.1"\ncelery = ">=5.3 || ^4.0"\n';
  const lock = locked('django', '5.3.0') + locked('redis', '6.2.0') + locked('celery', '4.4.7');
  expect(behind({ 'pyproject.toml': poetry, 'poetry.lock': lock })).toEqual([['redis', 'poetry.lock', '6.2.0', 4]]);
});

test('a pre-release meets the line that it was locked for', () => {
  expect(behind({ 'pyproject.toml': project('django>=6.0a1'), 'pdm.lock': locked('django', '6.0a1') })).toEqual([]);
});

test('what a marker, an extra, a group or an address decides is not judged', () => {
  const files = {
    'pyproject.toml': `${project("tomli>=2; python_version < '3.11'", 'fork @ git+https://example.com/fork.git')}
[project.optional-dependencies]
smtp = ["mailer"]
[dependency-groups]
dev = ["pytest"]
`,
    'uv.lock': locked('django', '5.2.1'),
  };
  expect(behind(files)).toEqual([]);
});

test('neither is a lock in another directory, one that could not be read, nor one that is empty', () => {
  const declared = { 'pyproject.toml': project('celery') };
  expect(behind({ ...declared, 'other/uv.lock': locked('django', '5.2.1') })).toEqual([]);
  expect(behind({ ...declared, 'uv.lock': `${locked('django', '5.2.1')}<<<<<<< HEAD\n` })).toEqual([]);
  expect(behind({ ...declared, 'uv.lock': 'version = 1\n' })).toEqual([]);
});

test('a lock behind a pin is no disagreement of installers, and what it has in step is what is installed', () => {
  const pyproject = project('django==5.2.20', 'redis>=6,<7', 'celery');
  const files = { 'pyproject.toml': pyproject, 'uv.lock': locked('django', '5.2.1') + locked('redis', '6.2.0') };
  const read = dependenciesOf(projectOf(files), { target: 'none', processes: [] }, '2026-11-30');
  expect(read.outOfStep?.map(({ name }) => name)).toEqual(['django', 'celery']);
  expect(read.conflicts).toEqual([]);
  expect(read.problems).toEqual([]);
  expect(read.django).toMatchObject({ series: '5.2', specifier: '>=5.2.1,<=5.2.20' });
  expect(read.get('redis')?.version).toBe('6.2.0');

  const ranged = { ...files, 'pyproject.toml': project('django>=5.2,<6', 'celery') };
  const django = dependenciesOf(projectOf(ranged), { target: 'none', processes: [] }, '2026-11-30').django;
  expect(django?.version).toBe('5.2.1');
});

test('another installer that disagrees with the lock is told all the same', () => {
  const files = { 'requirements.txt': 'django==4.2.1\n', 'uv.lock': locked('django', '5.2.1') };
  const read = dependenciesOf(projectOf(files), { target: 'none', processes: [] }, '2026-11-30');
  expect(read.conflicts).toMatchObject([{ names: ['django'] }]);
  expect(read.outOfStep).toEqual([]);
});

test('of two versions, what even the newer one lacks is known, and what affects both', () => {
  const read = (later: string) => {
    const files = {
      'requirements.txt': 'django==5.2.1\npillow==8.0.0\n',
      'uv.lock': locked('django', later) + locked('pillow', '8.1.0'),
    };
    return dependenciesOf(projectOf(files), { target: 'none', processes: [] }, '2026-11-30');
  };
  const { django, get } = read('5.2.4');
  expect(django?.version).toBeUndefined();
  expect(django?.pins?.map(({ at, version }) => `${at.path} ${version}`)).toEqual([
    'requirements.txt 5.2.1',
    'uv.lock 5.2.4',
  ]);
  expect(django?.securityReleases).not.toContain('5.2.4');
  expect(django?.securityReleases).toContain('5.2.6');
  const ids = (name: string) => get(name)?.advisories.map(({ id }) => id) ?? [];
  expect(ids('pillow').length).toBeGreaterThan(10);
  expect(get('pillow')).toMatchObject({ pins: [{ version: '8.0.0' }, { version: '8.1.0' }] });
  expect(get('pillow')?.upgrade).toBeDefined();
  expect(read('5.2.99').get('django')?.advisories).toEqual([]);
});

test('a lock behind a pin of a group for production is behind, and no disagreement of installers', () => {
  const pyproject =
    '[project]\nname = "shop"\nversion = "1"\n[dependency-groups]\nbase = ["django==5.2.7"]\nproduction = [{include-group = "base"}]\ndev = ["redis==7"]\n';
  const files = {
    'manage.py': '',
    Dockerfile: 'FROM python:3.13\nRUN uv sync --group production\n',
    'pyproject.toml': pyproject,
    'uv.lock': locked('django', '5.2') + locked('redis', '6.2.0'),
  };
  const read = dependenciesOf(projectOf(files), { target: 'docker', processes: [] }, '2026-11-30');
  // A plain `uv sync` takes `dev` along.
  expect(read.outOfStep?.map(({ name, version }) => [name, version])).toEqual([
    ['django', '5.2'],
    ['redis', '6.2.0'],
  ]);
  expect(read.conflicts).toEqual([]);
});
