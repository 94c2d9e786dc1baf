/** What Apache's rules write for the project at hand, and what they do not claim. */
import { projectRoot } from '@django-golive/core';
import { apacheUbuntu } from '@django-golive/profiles';
import { describe, expect, test } from 'vitest';
import { said, tryRule, Unknown } from './heroku-pythonanywhere-given.js';

const site = (lines: string): string =>
  `<VirtualHost *:80>\n${lines}    WSGIScriptAlias / /srv/shop/config/wsgi.py\n</VirtualHost>\n`;

describe('SetEnv', () => {
  test('is mended with the module that it means, not with the one that is loaded already', () => {
    const tried = tryRule(apacheUbuntu, 'apache-ubuntu/setenv-not-environment', {
      'site.conf': site('    SetEnv DJANGO_SETTINGS_MODULE config.live\n'),
      'config/wsgi.py': '',
    });
    expect(tried.findings[0]?.remedy?.code).toBe("import os\n\nos.environ['DJANGO_SETTINGS_MODULE'] = 'config.live'");
  });
});

describe('Alias', () => {
  test('is quoted as the file writes it', () => {
    const tried = tryRule(
      apacheUbuntu,
      'apache-ubuntu/static-alias-mismatch',
      { 'site.conf': site('    Alias /static /srv/shop/static\n'), 'config/wsgi.py': '' },
      { STATIC_URL: '/static/', STATIC_ROOT: '/srv/shop/staticfiles' },
    );
    expect(tried.findings[0]?.message).toContain('`Alias /static` serves');
  });

  test('into the project on the server is right, and the setting that names another machine is wrong', () => {
    const remedy = (root: string) =>
      tryRule(
        apacheUbuntu,
        'apache-ubuntu/static-alias-mismatch',
        { 'site.conf': site('    Alias /static/ /srv/shop/static/\n'), 'config/wsgi.py': '' },
        { STATIC_URL: '/static/', STATIC_ROOT: root },
      ).findings[0]?.remedy;
    expect(remedy('/Users/ada/shop/static/')?.code).toBe("STATIC_ROOT = '/srv/shop/static'");
    expect(remedy('/srv/shop/staticfiles')?.language).toBe('apache');
  });
});

describe('a folder of another name on the server', () => {
  const files = (lines: string): Record<string, string> => ({
    'site.conf': site(lines),
    'www/manage.py': '',
    'www/config/wsgi.py': '',
  });
  const tried = (rule: string, given: Record<string, string>) =>
    tryRule(apacheUbuntu, `apache-ubuntu/${rule}`, given, {
      STATIC_URL: '/static/',
      STATIC_ROOT: `${projectRoot}/www/staticfiles`,
    });

  test("is the one whose script's path ends alike", () => {
    const given = files('    Alias /static/ /srv/shop/\n');
    expect(tried('project-exposed', given).findings[0]?.message).toContain('`/srv/shop/`, which holds `www/manage.py`');
    expect(tried('static-alias-mismatch', given).findings[0]?.message).toContain('`/srv/shop/staticfiles`');
    const right = files('    Alias /static/ /srv/shop/staticfiles/\n');
    expect(tried('project-exposed', right).outcome).toBe('passed');
    expect(tried('static-alias-mismatch', right).outcome).toBe('passed');
  });

  test('is asked for where two are like it', () => {
    const given = { ...files('    Alias /static/ /srv/shop/\n'), 'old/config/wsgi.py': '' };
    expect(tried('project-exposed', given).outcome).toBe('undetermined');
    expect(tried('static-alias-mismatch', given).outcome).toBe('undetermined');
  });
});

describe('what is not known', () => {
  const outcome = (rule: string, values: Parameters<typeof tryRule>[3]): string =>
    tryRule(
      apacheUbuntu,
      `apache-ubuntu/${rule}`,
      { 'site.conf': site('    ServerName shop.test\n    Alias /static/ /srv/shop/static/\n'), 'config/wsgi.py': '' },
      values,
    ).outcome;

  test('is never passed', () => {
    expect(outcome('server-name-not-allowed', { ALLOWED_HOSTS: new Unknown('HOSTS') })).toBe('undetermined');
    expect(outcome('static-alias-mismatch', { STATIC_URL: '/static/', STATIC_ROOT: new Unknown('ROOT') })).toBe(
      'undetermined',
    );
    expect(outcome('authorization-dropped', { REST_FRAMEWORK: new Unknown('API') })).toBe('undetermined');
    expect(outcome('sqlite-not-writable', { DATABASES: new Unknown('DATABASE_URL') })).toBe('notApplicable');
  });

  test('is not asked where there is nothing to ask', () => {
    expect(outcome('authorization-dropped', {})).toBe('notApplicable');
  });
});

describe('a name of a template', () => {
  test('stands in no command', () => {
    const { checklist } = tryRule(
      apacheUbuntu,
      'apache-ubuntu/server-name-not-allowed',
      { 'site.conf': site('    ServerName your-domain.com\n'), 'config/wsgi.py': '' },
      { ALLOWED_HOSTS: ['your-domain.com', 'www.your-domain.com'] },
    );
    expect(checklist.flatMap((item) => item.commands).join('\n')).not.toContain('your-domain');
    expect(checklist.find(({ id }) => id === 'dns')?.text).toBe('The domain points to the server.');
  });

  test.each(['your-domain.com', 'localhost', '203.0.113.7'])('stands in no remedy: %s', (name) => {
    const tried = tryRule(
      apacheUbuntu,
      'apache-ubuntu/https-missing',
      { 'site.conf': site(`    ServerName ${name}\n`), 'config/wsgi.py': '' },
      { SESSION_COOKIE_SECURE: true },
    );
    expect(said(tried)).toEqual(['problem demanded']);
    expect(JSON.stringify(tried.findings[0]?.remedy)).not.toContain(name);
    expect(tried.findings[0]?.remedy?.summary).toContain('`ServerName` has to become the name that visitors ask for');
  });

  test('is said where it stands', () => {
    const tried = tryRule(
      apacheUbuntu,
      'apache-ubuntu/placeholder-left',
      { 'site.conf': site('    ServerName your-domain.com\n'), 'config/wsgi.py': '' },
      {},
    );
    expect(said(tried)).toEqual(['question host']);
  });
});
