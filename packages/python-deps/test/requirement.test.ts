/** Single requirements: what is read of them, and what an installer would refuse. */
import { normalizeName, parseRequirement } from '@django-golive/python-deps';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test('name, extras, specifier and marker come apart', () => {
  expect(parseRequirement("Django[argon2, Bcrypt] >= 4.2 , < 5 ; python_version >= '3.9'")).toEqual({
    requirement: {
      name: 'django',
      written: 'Django',
      extras: ['argon2', 'bcrypt'],
      specifier: '>= 4.2 , < 5',
      marker: "python_version >= '3.9'",
    },
  });
});

test('a direct reference takes the place of a version', () => {
  const { requirement } = parseRequirement("Pkg @ git+https://example.com/x.git@v1#egg=n ; python_version < '3'");
  expect(requirement).toMatchObject({ name: 'pkg', url: 'git+https://example.com/x.git@v1#egg=n', specifier: '' });
  expect(requirement?.marker).toBe("python_version < '3'");
});

test.each([
  'foo==1.x',
  'foo>=1.*',
  'foo = 1',
  'foo bar',
  'foo;',
  'foo>=',
  'foo~=1',
  'foo==1;python_version',
  'foo[a b]',
  'foo[',
  '-foo',
  '',
])('an installer refuses %j', (text) => {
  expect(parseRequirement(text).why).toBeDefined();
});

test('a wrong version does not lose the name', () => {
  const reading = parseRequirement('Django=4.2');
  expect(reading.requirement?.name).toBe('django');
  expect(reading.why).toContain('`==`');
});

test.each([
  'whitenoise is good',
  'Django 5.2.1',
  'django, celery',
  'django: 5.2',
  'django/celery',
  'celery[redis] and more',
  'django-',
])('the first word of %j is no package', (text) => {
  expect(parseRequirement(text)).toEqual({ why: expect.any(String) });
});

test('names are compared after PEP 503, and normalising twice changes nothing', () => {
  expect(normalizeName('Django__REST.framework')).toBe('django-rest-framework');
  fc.assert(fc.property(fc.string(), (name) => normalizeName(normalizeName(name)) === normalizeName(name)));
});

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string(), (text) => typeof parseRequirement(text) === 'object'));
  expect(parseRequirement('a'.repeat(100_000)).why).toBeDefined();
});
