/** What a deployment file is for, by its path: names of environments, and names that only look like one. */
import { expect, test } from 'vitest';
import { purposeOf } from '../src/file-purpose.js';

test('a path speaks of an environment by one of its words', () => {
  expect(purposeOf('deploy/nginx.demo.conf')).toBe('other');
  expect(purposeOf('docker-compose.dev.yml')).toBe('development');
  expect(purposeOf('docker-compose_prod.yml')).toBe('production');
  expect(purposeOf('conf/site.conf')).toBe('unsaid');
});

test('a project that calls itself a demo or a test names no environment by that', () => {
  expect(purposeOf('demo_site.conf')).toBe('unsaid');
  expect(purposeOf('test-project/apache/site.conf')).toBe('unsaid');
  expect(purposeOf('demo_site/docker-compose.dev.yml')).toBe('development');
});
