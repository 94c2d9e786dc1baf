/** HTTPS, cookies and forged requests, where the deployment or an unknown value decides. */
import { describe, expect, test } from 'vitest';
import type { Trait } from '../../src/facts/deployment.js';
import { unknownDeployment } from '../../src/profile.js';
import { sessionInsecure } from '../../src/rules/cookies/session-insecure.js';
import { originTooBroad } from '../../src/rules/csrf/origin-too-broad.js';
import { originWithoutScheme } from '../../src/rules/csrf/origin-without-scheme.js';
import { headerAtEdge } from '../../src/rules/https/edge-header.js';
import { redirectAtEdge } from '../../src/rules/https/edge-redirect.js';
import { hstsMissing } from '../../src/rules/https/hsts-missing.js';
import { proxySslHeaderMissing } from '../../src/rules/https/proxy-ssl-header-missing.js';
import { proxySslHeaderSpoofable } from '../../src/rules/https/proxy-ssl-header-spoofable.js';
import { sslRedirectDisabled } from '../../src/rules/https/ssl-redirect-disabled.js';
import { sslRedirectLoop } from '../../src/rules/https/ssl-redirect-loop.js';
import { securityMiddleware } from '../../src/rules/settings/middleware.js';
import { type Location, projectOf } from '../../src/source.js';
import { here, type Plain, read, say, settingsOf, unknown, verdicts } from './given.js';

const secured = { MIDDLEWARE: [securityMiddleware] };
const traits = (...names: readonly Trait[]) => ({ traits: new Map(names.map((name) => [name, undefined])) });
const header: Plain = {
  kind: 'tuple',
  items: [
    { kind: 'str', value: 'HTTP_X_FORWARDED_PROTO' },
    { kind: 'str', value: 'https' },
  ],
};

describe('the redirect to HTTPS', () => {
  test('is not missed where the server in front redirects', () => {
    const world = { settings: settingsOf(secured), deployment: traits('redirects-to-https') };
    expect(say(sslRedirectDisabled, world)).toEqual(['strength:at-edge']);
  });

  test('is a question on a platform with a switch of its own', () => {
    const world = { settings: settingsOf(secured), deployment: { target: 'pythonanywhere' } };
    expect(say(sslRedirectDisabled, world)).toEqual(['question:elsewhere']);
  });

  test('is never proposed without the header behind a proxy that Django cannot see past', () => {
    const world = { settings: settingsOf(secured), deployment: traits('tls-at-proxy') };
    const [verdict] = verdicts(sslRedirectDisabled, world) ?? [];
    expect(verdict?.remedy?.code).toContain('SECURE_PROXY_SSL_HEADER');
    const plain = verdicts(sslRedirectDisabled, { settings: settingsOf(secured) })?.[0];
    expect(plain?.remedy?.code).not.toContain('SECURE_PROXY_SSL_HEADER');
  });

  test('asks for a port that speaks TLS first, where the server has none', () => {
    const world = { settings: settingsOf(secured), deployment: traits('tls-unseen') };
    const [verdict] = verdicts(sslRedirectDisabled, world) ?? [];
    expect(verdict && 'remedy' in verdict && verdict.remedy?.summary).toMatch(/^First let the server speak TLS.*443/);
  });

  test('is given by the variable that it is read from', () => {
    const values = { ...secured, SECURE_SSL_REDIRECT: false };
    const settings = settingsOf(values, { reads: { SECURE_SSL_REDIRECT: ['HTTPS_ONLY'] } });
    const [verdict] = verdicts(sslRedirectDisabled, { settings, deployment: { target: 'none' } }) ?? [];
    const remedy = verdict && 'remedy' in verdict ? verdict.remedy : undefined;
    expect(remedy?.summary).toContain('give production `HTTPS_ONLY`, so that it is `True`');
    expect(remedy?.code).toBeUndefined();
  });

  test('never ends behind a proxy unless something tells Django of HTTPS', () => {
    const on = { ...secured, SECURE_SSL_REDIRECT: true };
    expect(say(sslRedirectLoop, { settings: settingsOf(on), deployment: traits('tls-at-proxy') })).toEqual([
      'problem:loop',
    ]);
    const trusted = traits('tls-at-proxy', 'forwarded-proto-trusted');
    expect(say(sslRedirectLoop, { settings: settingsOf(on), deployment: trusted })).toEqual([]);
    // Where a line shows that the server takes the proxy's word, the report says so.
    const shown = {
      traits: new Map<Trait, Location | undefined>([...trusted.traits, ['forwarded-proto-trusted', here]]),
    };
    expect(say(sslRedirectLoop, { settings: settingsOf(on), deployment: shown })).toEqual(['strength:trusted']);
    expect(say(proxySslHeaderMissing, { settings: settingsOf(secured), deployment: shown })).toEqual([
      'strength:trusted',
    ]);
    const named = settingsOf({ ...on, SECURE_PROXY_SSL_HEADER: header });
    expect(say(sslRedirectLoop, { settings: named, deployment: traits('tls-at-proxy') })).toEqual([]);
    expect(say(sslRedirectLoop, { settings: settingsOf(on) })).toEqual(['not applicable']);
  });

  test('that never ends is told of once', () => {
    const on = settingsOf({ ...secured, SECURE_SSL_REDIRECT: true });
    expect(say(proxySslHeaderMissing, { settings: on, deployment: traits('tls-at-proxy') })).toEqual([
      'not applicable',
    ]);
    expect(say(proxySslHeaderMissing, { settings: settingsOf(secured), deployment: traits('tls-at-proxy') })).toEqual([
      'problem:missing',
    ]);
  });
});

test('forms fail behind a proxy since Django looks at origins, unless that of the site is trusted by its name', () => {
  const forms = {
    INSTALLED_APPS: ['django.contrib.admin'],
    MIDDLEWARE: ['django.middleware.csrf.CsrfViewMiddleware'],
  };
  const risk = (trusted: readonly string[], django = '5.2') =>
    verdicts(proxySslHeaderMissing, {
      settings: settingsOf({ ...secured, ...forms, CSRF_TRUSTED_ORIGINS: trusted }, { django }),
      deployment: traits('tls-at-proxy'),
    })?.[0]?.risk;
  const said = (verdict: string | undefined) => (verdict ?? proxySslHeaderMissing.risk).startsWith('Forms');
  expect([said(risk([])), said(risk([], '3.2')), said(risk(['https://shop.acme.io']))]).toEqual([true, false, false]);
});

test('a proxy header is believed wrongly only where the port is open', () => {
  const settings = settingsOf({ SECURE_PROXY_SSL_HEADER: header });
  expect(say(proxySslHeaderSpoofable, { settings, deployment: traits('app-port-published') })).toEqual([
    'problem:published',
  ]);
  expect(say(proxySslHeaderSpoofable, { settings })).toEqual(['not applicable']);
});

describe('server files', () => {
  const nginx = (line: string) => projectOf({ 'deploy/nginx.conf': `server {\n  ${line}\n}\n` });

  test('set a header, unless the line is a comment or hands the header on', () => {
    expect(headerAtEdge(nginx('add_header X-Frame-Options DENY;'), 'X-Frame-Options')?.at.start.line).toBe(2);
    expect(headerAtEdge(nginx('# add_header X-Frame-Options DENY;'), 'X-Frame-Options')).toBeUndefined();
    expect(headerAtEdge(nginx('proxy_hide_header X-Frame-Options;'), 'X-Frame-Options')).toBeUndefined();
    expect(
      headerAtEdge(projectOf({ 'docs/nginx.md': 'add_header X-Frame-Options' }), 'X-Frame-Options'),
    ).toBeUndefined();
  });

  test.each([
    ['nginx.conf', 'return 301 https://$host$request_uri;'],
    ['site.conf', 'Redirect permanent / https://example.com/'],
    ['site.conf', 'RewriteRule ^ https://%{HTTP_HOST}%{REQUEST_URI} [R=301,L]'],
    [
      'docker-compose.yml',
      '- "traefik.http.middlewares.x.redirectscheme.scheme=https"\n- "traefik.http.routers.web.middlewares=x"',
    ],
    ['fly.toml', 'force_https = true'],
    ['haproxy.cfg', 'redirect scheme https if !{ ssl_fc }'],
  ])('redirect: %s with %s', (path, line) => {
    expect(redirectAtEdge(projectOf({ [path]: `x\n${line}\n` }), unknownDeployment)?.at.start.line).toBe(2);
    expect(redirectAtEdge(projectOf({ [path]: `x\n# ${line}\n` }), unknownDeployment)).toBeUndefined();
  });
});

describe('Caddy', () => {
  const site = (address: string) => `${address} {\n\treverse_proxy web:8000\n}\n`;
  const redirect = (text: string, path = 'deploy/Caddyfile') =>
    redirectAtEdge(projectOf({ [path]: text }), unknownDeployment)?.at;

  test.each([
    site('shop.example.com'),
    site('https://shop.example.com'),
    site('shop.example.com, *.shop.example.com'),
    site('shop.example.com,\nwww.shop.example.com'),
    'shop.example.com\nreverse_proxy web:8000\n',
    `{\n\temail a@example.com\n\tservers {\n\t\tmetrics\n\t}\n}\n# shop\n(common) {\n\tencode gzip\n}\n${site('shop.example.com')}`,
  ])('redirects by itself: %j', (text) => {
    expect(redirect(text)?.start.line).toBe(text.split('\n').findIndex((line) => /^(https:..)?shop/.test(line)) + 1);
  });

  test.each([
    site('http://shop.example.com'),
    site(':80'),
    site('shop.example.com:80'),
    site('shop.example.com:8443'),
    site('localhost'),
    site('{$SITE_ADDRESS}'),
    site('{$HOST:shop.example.com}'),
    `{\n\tauto_https off\n}\n${site('shop.example.com')}`,
    `{\n\tauto_https disable_redirects\n}\n${site('shop.example.com')}`,
    `${site('shop.example.com')}${site('http://shop.example.com')}`,
    `import sites/*\n${site('shop.example.com')}`,
    '(shop.example.com) {\n\treverse_proxy web:8000\n}\n',
    'shop.example.com {\n\tfile_server\n}\n',
    `# ${site('shop.example.com').replaceAll('\n', '\n# ')}`,
    'shop.example.com { reverse_proxy web:8000 }\n',
  ])('does not, or may not: %j', (text) => {
    expect(redirect(text)).toBeUndefined();
  });

  test('says so in its own file alone', () => {
    expect(redirect(site('shop.example.com'), 'nginx/site.conf')).toBeUndefined();
    expect(redirect(site('shop.example.com'), 'Caddyfile.dev')).toBeUndefined();
    expect(redirect(site('shop.example.com'), 'Caddyfile.prod')).toBeDefined();
  });
});

test('an unknown list of middleware is a question, and none where the value is right anyway', () => {
  const middleware = { MIDDLEWARE: { kind: 'list', items: [{ kind: 'unknown', why: 'x', many: true }] } } as const;
  expect(say(hstsMissing, { settings: settingsOf(middleware) })).toEqual(['question:unproven']);
  expect(say(hstsMissing, { settings: settingsOf({ ...middleware, SECURE_HSTS_SECONDS: 3600 }) })).toEqual([]);
});

test('a value that a variable may still change is firm, not certain', () => {
  const settings = settingsOf(
    { INSTALLED_APPS: ['django.contrib.sessions'], SESSION_COOKIE_SECURE: false },
    { reads: { SESSION_COOKIE_SECURE: ['SECURE'] }, environment: [read('SECURE')] },
  );
  expect(verdicts(sessionInsecure, { settings })).toMatchObject([{ confidence: 'firm' }]);
});

describe('trusted origins', () => {
  const origins = (list: Plain, django = '5.2') => settingsOf({ CSRF_TRUSTED_ORIGINS: list }, { django });

  test('are hosts before Django 4.0', () => {
    expect(say(originWithoutScheme, { settings: origins(['a.example'], '3.2') })).toEqual(['not applicable']);
  });

  test('of the machine itself and of private networks may be plain HTTP', () => {
    const list = [
      'http://localhost:3000',
      'http://127.0.0.1',
      'http://192.168.1.5:8000',
      'http://web:8000',
      'http://a.test',
    ];
    expect(say(originTooBroad, { settings: origins(list) })).toEqual([]);
  });

  test('that are not known are a question', () => {
    expect(say(originWithoutScheme, { settings: origins(unknown) })).toEqual(['question:unproven']);
  });
});

describe('a fallback that is not sound', () => {
  test('is told of with the variable that would change it', () => {
    const how = { reads: { SESSION_COOKIE_SECURE: ['SECURE_COOKIES'] }, environment: [read('SECURE_COOKIES')] };
    const cookies = { INSTALLED_APPS: ['django.contrib.sessions'], SESSION_COOKIE_SECURE: false };
    const [verdict] = verdicts(sessionInsecure, { settings: settingsOf(cookies, how) }) ?? [];
    expect(verdict).toMatchObject({ message: 'insecure', confidence: 'firm' });
    expect(verdict?.data.unless).toBe(' unless `SECURE_COOKIES` is given');
  });
});
