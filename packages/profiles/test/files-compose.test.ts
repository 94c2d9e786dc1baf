import { projectOf } from '@django-golive/core';
import { describe, expect, test } from 'vitest';
import { readCompose } from '../src/files/compose.js';

function service(texts: Record<string, string>, name = 'web', paths: readonly string[] = ['compose.yaml']) {
  return readCompose(projectOf(texts), paths)?.services.find((item) => item.name === name) ?? expect.fail('no service');
}

const variables = (texts: Record<string, string>, paths?: readonly string[]) =>
  service(texts, 'web', paths).variables.map(({ name, value }) => [name, value]);

describe('a Compose file', () => {
  test('gives variables in both spellings', () => {
    expect(
      variables({ 'compose.yaml': 'services:\n  web:\n    environment:\n      A: 1\n      B:\n      C: "yes"\n' }),
    ).toEqual([
      ['A', '1'],
      ['B', undefined],
      ['C', 'yes'],
    ]);
    expect(variables({ 'compose.yaml': 'services:\n  web:\n    environment:\n      - A=x=y\n      - B\n' })).toEqual([
      ['A', 'x=y'],
      ['B', undefined],
    ]);
  });

  test('interpolates from a tracked .env, and never guesses what the host sets', () => {
    const texts = {
      'compose.yaml':
        'services:\n  web:\n    environment:\n      A: ${X}\n      B: ${Y}\n      C: ${Y:-d}\n      D: a$$b\n',
      '.env': 'X=1\n',
    };
    expect(variables(texts)).toEqual([
      ['A', '1'],
      ['B', undefined],
      ['C', 'd'],
      ['D', 'a$b'],
    ]);
    const untracked = readCompose(projectOf(texts, { untracked: ['.env'] }), ['compose.yaml'])?.services[0]?.variables;
    expect(untracked?.find(({ name }) => name === 'A')?.value).toBeUndefined();
  });

  test('puts environment before env_file', () => {
    const texts = {
      'compose.yaml':
        'services:\n  web:\n    env_file: [a.env, {path: b.env, required: false}]\n    environment:\n      A: last\n',
      'a.env': 'A=first\nB=2\n',
    };
    expect(variables(texts)).toEqual([
      ['A', 'first'],
      ['B', '2'],
      ['A', 'last'],
    ]);
    expect(service(texts).envFiles.map(({ path, present, required }) => [path, present, required])).toEqual([
      ['a.env', true, true],
      ['b.env', false, false],
    ]);
  });

  test('resolves anchors, merge keys and extends', () => {
    const texts = {
      'compose.yaml':
        'x-base: &base\n  image: app\n  restart: always\nservices:\n  common:\n    <<: *base\n    environment: {A: 1}\n  web:\n    extends: {service: common}\n    restart: "no"\n    environment: {B: 2}\n',
    };
    const web = service(texts);
    expect([web.image?.text, web.restart?.policy]).toEqual(['app', 'no']);
    expect(web.variables.map(({ name }) => name)).toEqual(['A', 'B']);
  });

  test('is merged with the files after it', () => {
    const texts = {
      'compose.yaml':
        'services:\n  web:\n    image: app\n    command: one\n    ports: ["80:80"]\n    environment: {A: 1, B: 1}\n',
      'compose.prod.yaml':
        'services:\n  web:\n    command: [gunicorn, config.wsgi]\n    ports: ["443:443"]\n    environment: [B=2]\n',
    };
    const web = service(texts, 'web', ['compose.yaml', 'compose.prod.yaml']);
    expect(web.command?.invocations[0]?.program).toBe('gunicorn');
    expect(web.ports.map(({ published }) => published)).toEqual(['80', '443']);
    expect(new Map(web.variables.map(({ name, value }) => [name, value])).get('B')).toBe('2');
  });

  test('publishes ports in every spelling', () => {
    const web = service({
      'compose.yaml':
        'services:\n  web:\n    ports:\n      - "8000"\n      - 8001:80\n      - 127.0.0.1:8002:80/tcp\n      - "${P:-9}:80"\n      - {target: 80, published: 8003, host_ip: 127.0.0.1}\n',
    });
    expect(web.ports.map(({ host, published, target }) => [host, published, target])).toEqual([
      [undefined, undefined, '8000'],
      [undefined, '8001', '80'],
      ['127.0.0.1', '8002', '80'],
      [undefined, '9', '80'],
      ['127.0.0.1', '8003', '80'],
    ]);
  });

  test('tells mounts apart', () => {
    const web = service(
      {
        'deploy/compose.yaml':
          'services:\n  web:\n    volumes:\n      - data:/data/\n      - ../src:/app:ro\n      - /var/lib/x\n      - {type: bind, source: ./conf, target: /conf}\n',
      },
      'web',
      ['deploy/compose.yaml'],
    );
    expect(web.mounts.map(({ kind, path, target, readOnly }) => [kind, path, target, readOnly])).toEqual([
      ['volume', undefined, '/data', false],
      ['bind', 'src', '/app', true],
      ['anonymous', undefined, '/var/lib/x', false],
      ['bind', 'deploy/conf', '/conf', false],
    ]);
  });

  test('says where each thing stands', () => {
    const web = service({
      'compose.yaml': 'services:\n  web:\n    environment:\n      A: 1\n    ports:\n      - "80:80"\n',
    });
    expect([web.at.start.line, web.variables[0]?.at.start.line, web.ports[0]?.at.start.line]).toEqual([2, 4, 6]);
  });

  test('may be anything: it never throws, and ends', () => {
    const bomb = `a: &a [x,x]\n${Array.from({ length: 30 }, (_, index) => `b${index}: &b${index} [${index === 0 ? '*a,*a' : `*b${index - 1},*b${index - 1}`}]`).join('\n')}\nservices:\n  web:\n    ports: *b29\n`;
    for (const text of [
      '',
      '{',
      '- a',
      'services: []',
      'services:\n  web: 1',
      'services: {web: {ports: {a: b}, environment: [[1]], depends_on: 1, volumes: [{}]}}',
      'services: {web: {extends: web}}',
      bomb,
      '\t',
    ]) {
      expect(() => readCompose(projectOf({ 'compose.yaml': text }), ['compose.yaml'])).not.toThrow();
    }
  });
});
