/** The rules about the API, sign-in, origins and templates, where a page's examples are too few. */
import { describe, expect, test } from 'vitest';
import { jwtKeyLiteral } from '../../src/rules/api/jwt-key-literal.js';
import { middlewareOrder } from '../../src/rules/auth/middleware-order.js';
import { allowAll } from '../../src/rules/cors/allow-all.js';
import { allowAllCredentials } from '../../src/rules/cors/allow-all-credentials.js';
import { regexBroad } from '../../src/rules/cors/regex-broad.js';
import { asyncUnsafeAllowed } from '../../src/rules/startup/async-unsafe-allowed.js';
import { cannotStart } from '../../src/rules/startup/cannot-start.js';
import { contextProcessorMissing } from '../../src/rules/templates/context-processor-missing.js';
import { say, settingsOf, verdicts } from './given.js';

describe('requests across origins', () => {
  const cors = { MIDDLEWARE: ['corsheaders.middleware.CorsMiddleware'] };

  test('from everywhere with the session are told of once', () => {
    const open = { ...cors, CORS_ALLOW_ALL_ORIGINS: true, CORS_ALLOW_CREDENTIALS: true };
    const settings = settingsOf({ ...open, SESSION_COOKIE_SAMESITE: 'None' });
    expect(say(allowAll, { settings })).toEqual(['not applicable']);
    expect(say(allowAllCredentials, { settings })).toEqual(['problem:all']);
    const held = settingsOf({ ...open, SESSION_COOKIE_SAMESITE: 'Lax' });
    expect(say(allowAll, { settings: held })).toEqual(['problem:all']);
    expect(say(allowAllCredentials, { settings: held })).toEqual(['not applicable']);
  });

  test('are governed by the new name where both are set', () => {
    const settings = settingsOf({ ...cors, CORS_ALLOW_ALL_ORIGINS: false, CORS_ORIGIN_ALLOW_ALL: true });
    expect(say(allowAll, { settings })).toEqual([]);
  });

  test.each([
    ['^https://\\w+\\.example\\.com$', []],
    ['^https://shop\\.example\\.com', ['problem:open']],
    ['.*', ['problem:everything']],
    ['^https://.*$', ['problem:everything']],
    ['^https://[\\w-]+\\.netlify\\.app$', ['problem:shared']],
    ['^http://localhost:\\d+$', []],
    ['^http://localhost:\\d+', []],
  ])('from %s', (pattern, expected) => {
    expect(say(regexBroad, { settings: settingsOf({ ...cors, CORS_ALLOWED_ORIGIN_REGEXES: [pattern] }) })).toEqual(
      expected,
    );
  });
});

test('middleware of the project may stand for what the admin needs', () => {
  const settings = settingsOf({
    INSTALLED_APPS: ['django.contrib.admin'],
    MIDDLEWARE: ['shop.middleware.Sessions', 'shop.auth.AuthMiddleware', 'shop.x.Messages'],
  });
  expect(say(middlewareOrder, { settings })).toEqual(['question:subclass', 'question:subclass', 'question:subclass']);
});

test('the admin asks for the context processor of sign-in only with the backend that uses it', () => {
  const templates = [
    {
      BACKEND: 'django.template.backends.django.DjangoTemplates',
      OPTIONS: {
        context_processors: [
          'django.contrib.messages.context_processors.messages',
          'django.template.context_processors.request',
        ],
      },
    },
  ];
  const apps = { INSTALLED_APPS: ['django.contrib.admin'], TEMPLATES: templates };
  expect(say(contextProcessorMissing, { settings: settingsOf(apps) })).toEqual(['problem:processor']);
  const other = settingsOf({ ...apps, AUTHENTICATION_BACKENDS: ['company.auth.Backend'] });
  expect(say(contextProcessorMissing, { settings: other })).toEqual([]);
});

describe('starting', () => {
  const at = {
    path: 'config/settings.py',
    span: { start: 0, end: 0 },
    start: { line: 1, column: 1 },
    end: { line: 1, column: 1 },
  };

  test('says the exception in one line, its secrets masked', () => {
    const error = { type: 'builtins.ValueError', message: 'bad\n  url postgres://u:hunter22@h/db', at, trail: [] };
    const [verdict] = verdicts(cannotStart, { settings: settingsOf({}, { startup: { ok: false, error } }) }) ?? [];
    expect(verdict?.data).toMatchObject({ type: 'ValueError', message: 'bad url postgres://u:••••••@h/db.' });
  });

  test('with the guard for async code off is told of where the variable is given', () => {
    const variables = [{ name: 'DJANGO_ALLOW_ASYNC_UNSAFE', value: 'false', at, by: 'compose' }];
    const deployment = { processes: [{ name: 'web', role: 'web' as const, variables, at }] };
    expect(say(asyncUnsafeAllowed, { deployment })).toEqual(['problem:given']);
    expect(say(asyncUnsafeAllowed, {})).toEqual(['not applicable']);
  });
});

describe('the key that signs tokens', () => {
  test('gets no credit of its own where it is the secret key', () => {
    const asked = (jwt: Record<string, string>) =>
      say(jwtKeyLiteral, { settings: settingsOf({ SECRET_KEY: 'k'.repeat(50), SIMPLE_JWT: jwt }) });
    expect(asked({ SIGNING_KEY: 'k'.repeat(50) })).toEqual(['not applicable']);
    expect(asked({ ALGORITHM: 'HS256' })).toEqual(['not applicable']);
    expect(asked({ ALGORITHM: 'none' })).toEqual(['problem:unsigned']);
  });
});
