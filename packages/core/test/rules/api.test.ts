/** The rules about the API, sign-in, origins and templates, where a page's examples are too few. */
import { describe, expect, test } from 'vitest';
import { drfPermissionOpen } from '../../src/rules/api/drf-permission-open.js';
import { jwtKeyLiteral } from '../../src/rules/api/jwt-key-literal.js';
import { openViews } from '../../src/rules/api/open-views.js';
import { middlewareOrder } from '../../src/rules/auth/middleware-order.js';
import { allowAll } from '../../src/rules/cors/allow-all.js';
import { allowAllCredentials } from '../../src/rules/cors/allow-all-credentials.js';
import { regexBroad } from '../../src/rules/cors/regex-broad.js';
import { asyncUnsafeAllowed } from '../../src/rules/startup/async-unsafe-allowed.js';
import { cannotStart } from '../../src/rules/startup/cannot-start.js';
import { contextProcessorMissing } from '../../src/rules/templates/context-processor-missing.js';
import { projectOf } from '../../src/source.js';
import { say, settingsOf, unknown, verdicts } from './given.js';

const head =
  'from rest_framework import generics, permissions, viewsets\nfrom rest_framework.decorators import api_view, permission_classes\n\n';
const views = (code: string, path = 'shop/views.py') =>
  openViews(projectOf({ [path]: head + code })).map(({ name }) => name);

describe('open views', () => {
  test('are classes of the framework without a permission', () => {
    expect(views('class OrderViewSet(viewsets.ModelViewSet):\n    queryset = None\n')).toEqual(['OrderViewSet']);
    expect(views('class Orders(generics.ListCreateAPIView):\n    queryset = None\n')).toEqual(['Orders']);
  });

  test('are not those that name a permission, in a line or in a method', () => {
    expect(views('class A(viewsets.ModelViewSet):\n    permission_classes = [permissions.IsAdminUser]\n')).toEqual([]);
    expect(views('class A(viewsets.ModelViewSet):\n\n    def get_permissions(self):\n        return []\n')).toEqual([]);
  });

  test('are not those with a base of the project, which may bring a permission along', () => {
    expect(views('class A(OwnerMixin, viewsets.ModelViewSet):\n    queryset = None\n')).toEqual([]);
  });

  test('are not those that other views build on, nor those with a guard above', () => {
    expect(views('class BaseView(generics.ListAPIView):\n    queryset = None\n')).toEqual([]);
    expect(views('class Orders(BaseAPIView):\n    queryset = None\n')).toEqual([]);
    expect(
      views("@method_decorator(login_required, name='dispatch')\nclass Orders(generics.ListAPIView):\n    pass\n"),
    ).toEqual([]);
  });

  test('are not those that nobody could be signed in for', () => {
    expect(views('class LoginView(generics.CreateAPIView):\n    pass\n')).toEqual([]);
    expect(views('class StripeWebhook(generics.CreateAPIView):\n    pass\n')).toEqual([]);
  });

  test('are functions without a permission, unless another decorator may guard them', () => {
    expect(views("@api_view(['POST'])\ndef orders(request):\n    pass\n")).toEqual(['orders']);
    expect(
      views("@api_view(['POST'])\n@permission_classes([permissions.IsAdminUser])\ndef orders(request):\n    pass\n"),
    ).toEqual([]);
    expect(views("@login_required\n@api_view(['POST'])\ndef orders(request):\n    pass\n")).toEqual([]);
  });

  test('are not those of tests', () => {
    expect(views('class A(viewsets.ModelViewSet):\n    pass\n', 'shop/tests/views.py')).toEqual([]);
  });
});

describe('the default permission', () => {
  const apps = { INSTALLED_APPS: ['rest_framework'] };
  const project = projectOf({
    'shop/views.py': `${head}class OrderViewSet(viewsets.ModelViewSet):\n    queryset = None\n`,
  });

  test('does not matter where every view names its own', () => {
    expect(say(drfPermissionOpen, { settings: settingsOf(apps) })).toEqual(['strength:each']);
  });

  test('matters where views rest on it', () => {
    expect(say(drfPermissionOpen, { settings: settingsOf(apps), project })).toEqual(['problem:unset']);
    const guarded = { DEFAULT_PERMISSION_CLASSES: ['shop.permissions.IsStaff'] };
    expect(say(drfPermissionOpen, { settings: settingsOf({ ...apps, REST_FRAMEWORK: guarded }), project })).toEqual([]);
    expect(say(drfPermissionOpen, { settings: settingsOf({ ...apps, REST_FRAMEWORK: unknown }), project })).toEqual([
      'question:unproven',
    ]);
  });
});

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
