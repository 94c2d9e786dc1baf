import { createSourceFile } from '@django-golive/core';
import { describe, expect, test } from 'vitest';
import { type NginxDirective, readNginxConfig } from '../src/files/nginx-config.js';
import { readSupervisorConfig } from '../src/files/supervisor-config.js';

const read = (text: string) => readNginxConfig(createSourceFile('site.conf', () => text)).directives;
const shape = (items: readonly NginxDirective[]): unknown =>
  items.map(({ name, args, block }) => [name, ...args.map(({ text }) => text), ...(block ? [shape(block)] : [])]);

describe('a configuration of nginx', () => {
  test('is directives and blocks, each at its place', () => {
    const text =
      'server {\n  listen 80; # no; no\n  server_name "a b" ${name}.x;\n  location ~ \\.php$ { deny all; }\n  if ($host = x) { return 301 https://$host$request_uri; }\n}\n';
    const directives = read(text);
    expect(shape(directives)).toEqual([
      [
        'server',
        [
          ['listen', '80'],
          ['server_name', 'a b', '${name}.x'],
          ['location', '~', '\\.php$', [['deny', 'all']]],
          ['if', '($host', '=', 'x)', [['return', '301', 'https://$host$request_uri']]],
        ],
      ],
    ]);
    const name = directives[0]?.block?.[1];
    expect(text.slice(name?.at.span.start, name?.at.span.end)).toBe('server_name "a b" ${name}.x');
    expect(name?.args[0]?.at.start.line).toBe(3);
  });

  test('may be a template, and hold code of another language', () => {
    expect(
      shape(
        read(
          'server {\n{% if tls %}\n  listen 443 ssl;\n{% endif %}\n  server_name {{ domain }};\n  content_by_lua_block { if x then y = {1} end }\n  root /x;\n}\n',
        ),
      ),
    ).toEqual([
      [
        'server',
        [
          ['listen', '443', 'ssl'],
          ['server_name', '{{ domain }}'],
          ['root', '/x'],
        ],
      ],
    ]);
  });

  test('takes a missing semicolon as nginx does, and forgives braces', () => {
    expect(shape(read('a b\n c d;\n}\n} e { f g'))).toEqual([
      ['a', 'b', 'c', 'd'],
      ['e', [['f', 'g']]],
    ]);
  });

  test('may be anything: never a throw, never a place outside of it', () => {
    for (const text of [
      '',
      '{',
      '}',
      '"',
      '\\',
      '${',
      '{{',
      '{%',
      "a 'b",
      '{'.repeat(50_000),
      'a{'.repeat(50_000),
      '${'.repeat(50_000),
      '{{ '.repeat(50_000),
      `x ${'"\\'.repeat(50_000)}`,
    ]) {
      const pending = [...read(text)];
      for (let item = pending.pop(); item; item = pending.pop()) {
        expect(item.at.span.end).toBeLessThanOrEqual(text.length);
        pending.push(...(item.block ?? []));
      }
    }
  });
});

test('a configuration of supervisor is its programs', () => {
  const text =
    '[supervisord]\nlogfile=x\n[program:web]\n; command=no\ncommand=/v/bin/gunicorn ; the site\n  config.wsgi\ndirectory = /srv/shop\nenvironment=A="1,2",B=3\n[group:x]\ncommand=no\n';
  const programs = readSupervisorConfig(createSourceFile('shop.conf', () => text));
  expect(programs.map(({ name, get }) => [name, get('command')?.value, get('directory')?.value])).toEqual([
    ['web', '/v/bin/gunicorn config.wsgi', '/srv/shop'],
  ]);
  expect(programs[0]?.variables.map(({ name, value }) => [name, value])).toEqual([
    ['A', '1,2'],
    ['B', '3'],
  ]);
  expect(programs[0]?.get('command')?.at.start.line).toBe(5);
});
