import { createSourceFile, projectOf } from '@django-golive/core';
import { describe, expect, test } from 'vitest';
import { readApacheConfig } from '../src/files/apache-config.js';
import { deployedFile, relativeTo } from '../src/files/deployed-path.js';
import { readSystemdUnit } from '../src/files/systemd-unit.js';

const read = (text: string) => readApacheConfig(createSourceFile('site.conf', () => text));

describe('an Apache configuration', () => {
  test('is directives with their arguments, each at its place', () => {
    const text =
      'Define root /srv\n# Alias /no /no\nAlias "/a b/" ${root}/x\nWSGIDaemonProcess app \\\n  python-home="/v e" home=/x\n';
    const { directives } = read(text);
    expect(directives.map(({ name, args }) => [name, ...args.map((arg) => arg.text)])).toEqual([
      ['define', 'root', '/srv'],
      ['alias', '/a b/', '/srv/x'],
      ['wsgidaemonprocess', 'app', 'python-home="/v e"', 'home=/x'],
    ]);
    expect(directives[1]?.args.map(({ at }) => text.slice(at.span.start, at.span.end))).toEqual([
      '"/a b/"',
      '${root}/x',
    ]);
    expect(directives[2]?.at.start.line).toBe(4);
  });

  test('knows the sections around a directive', () => {
    const { directives, sections } = read(
      '<IfModule ssl>\n<VirtualHost *:443>\nServerName a\n<Directory /x>\nRequire all granted\n</Directory>\nSSLEngine on\n</VirtualHost>\n</IfModule>\nListen 80\n',
    );
    expect(directives.map(({ name, within }) => [name, within.map((section) => section.name).join('>')])).toEqual([
      ['servername', 'ifmodule>virtualhost'],
      ['require', 'ifmodule>virtualhost>directory'],
      ['sslengine', 'ifmodule>virtualhost'],
      ['listen', ''],
    ]);
    expect(sections[1]?.args[0]?.text).toBe('*:443');
  });

  test('may be anything: it never throws', () => {
    for (const text of [
      '',
      '<',
      '</x>',
      '<VirtualHost',
      '"',
      `Alias ${'"'.repeat(20000)}`,
      '\\',
      'A \\\n\\\n',
      '<a>\n'.repeat(500),
    ])
      expect(read(text).path).toBe('site.conf');
  });
});

describe('a systemd unit', () => {
  const unit = readSystemdUnit(
    createSourceFile(
      'deploy/web.service',
      () =>
        '[Service]\n# x\nEnvironment="A=1 2" B=3\nEnvironment=\nEnvironment=C=4 "D=5"\nEnvironmentFile=-/etc/x\nExecStart=\nExecStart=-/v/bin/gunicorn \\\n  --bind unix:/run/x.sock a.wsgi\nUser=www-data\n',
    ),
  );

  test('forgets what an empty assignment resets', () => {
    expect(unit.variables.map(({ name, value }) => [name, value])).toEqual([
      ['C', '4'],
      ['D', '5'],
    ]);
    expect(unit.environmentFiles.map(({ path, optional }) => [path, optional])).toEqual([['/etc/x', true]]);
  });

  test('starts one program', () => {
    expect(unit.start?.program).toBe('gunicorn');
    expect(unit.start?.args.map(({ text }) => text)).toEqual(['--bind', 'unix:/run/x.sock', 'a.wsgi']);
    expect(unit.get('User')?.at.start.line).toBe(10);
  });
});

test('a path of the server is found by its end', () => {
  const project = projectOf({ 'shop/wsgi.py': '', 'wsgi.py': '', 'other/wsgi.py': '' });
  expect(deployedFile(project, '/srv/app/shop/wsgi.py')).toEqual({ path: 'shop/wsgi.py', root: '/srv/app' });
  expect(deployedFile(project, '/srv/app/missing/wsgi.py')).toBeUndefined();
  expect(relativeTo('/srv/app/', '/srv/app/shop')).toBe('shop');
  expect(relativeTo('/srv/app', '/srv/application')).toBeUndefined();
});
