import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeValue, isSensitiveName, masked, maskSource, maskText, truthOf, type Value } from '../src/index.js';

const str = (value: string): Value => ({ kind: 'str', value });
const dict = (entries: Record<string, Value>): Value => ({
  kind: 'dict',
  entries: Object.entries(entries).map(([key, value]) => [str(key), value]),
});

describe('names', () => {
  test.each([
    'SECRET_KEY',
    'DATABASE_PASSWORD',
    'PASSWORD',
    'AWS_SECRET_ACCESS_KEY',
    'STRIPE_API_KEY',
    'api_key',
    'JWT_SIGNING_KEY',
    'SENTRY_DSN',
    'EMAIL_HOST_PASSWORD',
    'GITHUB_TOKEN',
    'clientSecret',
    'DB_PASS',
  ])('%s is sensitive', (name) => {
    expect(isSensitiveName(name)).toBe(true);
  });
  test.each([
    'AUTH_PASSWORD_VALIDATORS',
    'PASSWORD_HASHERS',
    'PASSWORD_RESET_TIMEOUT',
    'DEBUG',
    'COMPASS',
    'ACCESS_TOKEN_LIFETIME',
    'BYPASS_CACHE',
    'KEY_PREFIX',
    'CSRF_COOKIE_NAME',
  ])('%s is not', (name) => {
    expect(isSensitiveName(name)).toBe(false);
  });
});

describe('values', () => {
  test('say why a part is not known in full, or not at all', () => {
    const why = `\`shop.local\` is not in the repository; by \`shop/${'x'.repeat(60)}.py\` it is made elsewhere`;
    const unknown: Value = { kind: 'unknown', why };
    const choice: Value = { kind: 'choice', options: [{ kind: 'bool', value: true }, unknown] };
    expect(describeValue('DEBUG', unknown)).toBe(`unknown (${why})`);
    expect(describeValue('DEBUG', choice)).toBe('True or unknown');
    const twice: Value = { kind: 'choice', options: [unknown, { ...unknown, why: `${why}, or there` }] };
    expect(describeValue('DEBUG', twice)).toBe('unknown');
    expect(describeValue('DEBUG', choice, 400)).toBe(`True or unknown (${why})`);
    expect(describeValue('DEBUG', { kind: 'unknown', why: 'x'.repeat(400) })).toBe('unknown');
  });

  test('a secret is masked under its name, also deep inside', () => {
    const value = dict({
      default: dict({ USER: str('shop'), PASSWORD: str('hunter2'), OPTIONS: dict({ passwd: str('hunter3') }) }),
    });
    const text = describeValue('DATABASES', value, 500);
    expect(text).toBe(`{'default': {'USER': 'shop', 'PASSWORD': '${masked}', 'OPTIONS': {'passwd': '${masked}'}}}`);
  });
  test('credentials in URLs and known tokens are masked under any name', () => {
    expect(describeValue('CACHE', str('redis://:s3cret@cache:6379/1'))).toBe(`'redis://:${masked}@cache:6379/1'`);
    expect(describeValue('X', str('sk_live_abcdefghij1234567890'))).toBe(`'${masked}'`);
  });
  test('an empty secret says that it is empty', () => {
    expect(describeValue('SECRET_KEY', str(''))).toBe("''");
  });
  test('no sensitive value ever shows, whatever it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9!@#$%^&*()_+-]{8,40}$/), (secret) => {
        expect(describeValue('SECRET_KEY', { kind: 'list', items: [str(secret)] }, 1000)).not.toContain(secret);
        expect(maskSource('SECRET_KEY', `SECRET_KEY = env('KEY', default='${secret}')`)).not.toContain(secret);
        expect(maskSource('DATABASES', `    'PASSWORD': "${secret}",`)).not.toContain(secret);
      }),
    );
  });
});

describe('source lines', () => {
  test.each([
    ['SECRET_KEY', "SECRET_KEY = 'abc'", `SECRET_KEY = '${masked}'`],
    ['DEBUG', 'DEBUG = True', 'DEBUG = True'],
    [
      'SECRET_KEY',
      "SECRET_KEY = config('DJANGO_SECRET_KEY', default='abc')",
      `SECRET_KEY = config('DJANGO_SECRET_KEY', default='${masked}')`,
    ],
    [
      'DATABASES',
      "DATABASES = {'default': {'NAME': 'x', 'PASSWORD': 'y'}}",
      `DATABASES = {'default': {'NAME': 'x', 'PASSWORD': '${masked}'}}`,
    ],
    ['', 'ENV SECRET_KEY=abc DEBUG=0', `ENV SECRET_KEY=${masked} DEBUG=0`],
    ['', '      POSTGRES_PASSWORD: postgres', `      POSTGRES_PASSWORD: ${masked}`],
    ['X', "X = connect(password='abc', user='me')", `X = connect(password='${masked}', user='me')`],
    ['', "X['PASSWORD'] = 'abc'", `X['PASSWORD'] = '${masked}'`],
    ['', 'url = "postgres://u:p@db/app"', `url = "postgres://u:${masked}@db/app"`],
    ['', 'SECRET_KEY = os.environ["SECRET_KEY"]', 'SECRET_KEY = os.environ["SECRET_KEY"]'],
  ])('%s: %s', (name, source, shown) => {
    expect(maskSource(name, source)).toBe(shown);
  });
  test.each([
    ['quotes of three', 'password = """abc\ndef"""', `password = """${masked}"""`],
    ['a text that goes on in the next line', 'PASSWORD="abc\ndef" A=1', `PASSWORD="${masked}" A=1`],
    ['a text that never ends', "password = 'abc\\", `password = '${masked}`],
    ['a name after digits', "9PASSWORD = 'abc'", `9PASSWORD = '${masked}'`],
    ['a word after a sign', '?x=1&token=abc', `?x=1&token=${masked}`],
    ['a word after a dash', '(my-token=abc', `(my-token=${masked}`],
  ])('%s', (_what, source, shown) => {
    expect(maskSource('X', source)).toBe(shown);
  });

  // Each of these kept an audit busy for seconds, or for ever.
  test.each([
    ['backslashes', `password = "${'\\'.repeat(100_000)}\n`],
    ['spaces', `password${' '.repeat(100_000)}\n`],
    ['spaces behind a colon', `password:${' '.repeat(100_000)}`],
    [
      'lines that are indented',
      Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}while True:\n`).join(''),
    ],
    ['one long name', 'x'.repeat(200_000)],
    ['one name of dashes', 'a-'.repeat(100_000)],
    ['one name of underscores', `'${'_'.repeat(200_000)}SECRET': 1`],
    ['quotes', '\'"'.repeat(100_000)],
    ['colons', 'password:'.repeat(50_000)],
  ])('no text takes longer than it is long: %s', (_what, source) => {
    expect(maskSource('SECRET', source).length).toBeGreaterThan(0);
    expect(maskSource('X', source).length).toBeGreaterThan(0);
  });

  test('the mark of an unsafe key may be spoken of, the key behind it not', () => {
    expect(maskText('it begins with `django-insecure-`.')).toBe('it begins with `django-insecure-`.');
    expect(maskText('django-insecure-ab`c"d\'e')).toBe(masked);
  });

  test('text without secrets stays as it is', () => {
    expect(maskText('https://example.org/a:b?c=d')).toBe('https://example.org/a:b?c=d');
  });
});

describe('truth', () => {
  const many: Value = { kind: 'unknown', why: 'x', many: true };
  test.each<[Value, string]>([
    [str(''), 'no'],
    [str('False'), 'yes'],
    [{ kind: 'list', items: [] }, 'no'],
    [{ kind: 'list', items: [many] }, 'maybe'],
    [{ kind: 'list', items: [many, str('a')] }, 'yes'],
    [{ kind: 'unknown', why: 'x' }, 'maybe'],
    [{ kind: 'unknown', why: 'x', truth: true }, 'yes'],
    [{ kind: 'choice', options: [str('a'), str('b')] }, 'yes'],
    [{ kind: 'choice', options: [str('a'), str('')] }, 'maybe'],
  ])('%j is %s', (value, truth) => {
    expect(truthOf(value)).toBe(truth);
  });
});
