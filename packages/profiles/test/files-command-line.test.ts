import { createSourceFile } from '@django-golive/core';
import { describe, expect, test } from 'vitest';
import { serverOf } from '../src/files/application-server.js';
import { parseCommandLine } from '../src/files/command-line.js';
import { celeryCommandOf, managementCommandOf, roleOf } from '../src/files/django-command.js';
import { readEnvFile } from '../src/files/env-file.js';
import { invocationsOfLine, invocationsOfWords } from '../src/files/invocation.js';
import { expandVariables } from '../src/files/variable-expansion.js';

const wordsOf = (text: string): readonly (readonly string[])[] =>
  parseCommandLine(text).map((command) => command.words.map((word) => word.text));
const programsOf = (text: string): readonly string[] =>
  invocationsOfLine(text).map((item) => [item.program, ...item.args.map((word) => word.text)].join(' '));

describe('a command line', () => {
  test('is split as a shell splits it', () => {
    expect(wordsOf(`a 'b c' "d \\" $X" e\\ f`)).toEqual([['a', 'b c', 'd " $X', 'e f']]);
    expect(wordsOf('a && b; c | d & e || f')).toEqual([['a'], ['b'], ['c'], ['d'], ['e'], ['f']]);
    expect(wordsOf('a \\\n  b # comment && c\nd > out 2>&1 < in')).toEqual([['a', 'b'], ['d']]);
    expect(wordsOf('cat <<EOF\nx && y\nEOF\nnext')).toEqual([['cat'], ['next']]);
  });

  test('keeps expansions together and says that they are not literal', () => {
    const [command] = parseCommandLine('gunicorn -b "0.0.0.0:${PORT:-8000}" $(cat x y) plain');
    expect(command?.words.map((word) => [word.text, word.literal])).toEqual([
      ['gunicorn', true],
      ['-b', true],
      ['0.0.0.0:${PORT:-8000}', false],
      ['$(cat x y)', false],
      ['plain', true],
    ]);
  });

  test('knows where each word stands', () => {
    const text = "FOO='a b' gunicorn  x";
    const [command] = parseCommandLine(text);
    expect(
      command?.assignments.map((item) => [item.name, item.value, text.slice(item.span.start, item.span.end)]),
    ).toEqual([['FOO', 'a b', "FOO='a b'"]]);
    expect(command?.words.map((word) => text.slice(word.span.start, word.span.end))).toEqual(['gunicorn', 'x']);
  });

  test('marks what runs on while the rest starts', () => {
    const background = (text: string): readonly string[] =>
      invocationsOfLine(text).flatMap((one) => (one.background ? one.program : []));
    expect(background('a && b & c')).toEqual(['a', 'b']);
    expect(background('a; b | c & d && e 2>&1')).toEqual(['b', 'c']);
    expect(background("sh -c 'a; exec b' & c")).toEqual(['a', 'b']);
  });

  test('marks what may not run', () => {
    const script =
      'if [ "$A" = 1 ]; then\n  one\nelse\n  two\nfi\nthree\nfalse || four\nf() {\n five\n}\nsix\nfor x in a b; do seven; done\neight';
    expect(parseCommandLine(script).map((command) => [command.words[0]?.text, command.conditional])).toEqual([
      ['[', false],
      ['one', true],
      ['two', true],
      ['three', false],
      ['false', false],
      ['four', true],
      ['five', true],
      ['six', false],
      ['seven', true],
      ['eight', false],
    ]);
  });

  test('of any broken text ends', () => {
    for (const text of [
      '"',
      "'",
      '$(',
      '${',
      '`',
      '((((',
      '))))',
      '<<',
      '<<EOF',
      '&&&&',
      '\\',
      'if then fi }',
      '$'.repeat(5000),
    ]) {
      expect(Array.isArray(parseCommandLine(text))).toBe(true);
    }
  });
});

describe('an invocation', () => {
  test('is what is left without launchers', () => {
    expect(programsOf('exec gunicorn a:b')).toEqual(['gunicorn a:b']);
    expect(programsOf('FOO=1 env BAR=2 python3.12 -u -m gunicorn a:b')).toEqual(['gunicorn a:b']);
    expect(
      programsOf('poetry run python manage.py migrate --noinput && newrelic-admin run-program gunicorn a:b'),
    ).toEqual(['manage.py migrate --noinput', 'gunicorn a:b']);
    expect(programsOf('uv run --no-dev --directory src gunicorn a:b')).toEqual(['gunicorn a:b']);
    expect(programsOf(`bash -lc "python manage.py migrate && exec gunicorn 'a:b'"`)).toEqual([
      'manage.py migrate',
      'gunicorn a:b',
    ]);
    expect(programsOf('bash scripts/start.sh web')).toEqual(['start.sh web']);
    expect(programsOf('tini -- gosu app:app daphne a:b')).toEqual(['daphne a:b']);
    expect(programsOf('sudo -u www-data FOO=1 /venv/bin/celery -A x worker')).toEqual(['celery -A x worker']);
    expect(programsOf('./wait-for-it.sh db:5432 -- python manage.py runserver 0.0.0.0:8000')).toEqual([
      'manage.py runserver 0.0.0.0:8000',
    ]);
  });

  test('carries the variables and the directory it gets', () => {
    const [item] = invocationsOfLine('export A=1; cd src && B=2 gunicorn x:y');
    expect(item?.variables.map((variable) => `${variable.name}=${variable.value}`)).toEqual(['A=1', 'B=2']);
    expect(item?.directory).toBe('src');
  });

  test('says whether a shell stays in between', () => {
    expect(invocationsOfLine('gunicorn x:y')[0]?.underShell).toBe(true);
    expect(invocationsOfLine('exec gunicorn x:y')[0]?.underShell).toBe(false);
    const words = ['sh', '-c', 'gunicorn x:y'].map((text) => ({ text, span: { start: 0, end: 0 }, literal: true }));
    expect(invocationsOfWords(words)[0]?.underShell).toBe(true);
  });
});

describe('an application server', () => {
  const server = (line: string) => serverOf(invocationsOfLine(line)[0] ?? expect.fail('no invocation'));

  test('is read with its options, whatever their order', () => {
    const gunicorn = server(
      'gunicorn --bind=0.0.0.0:8000 config.wsgi:application -w 3 --reload --env DJANGO_SETTINGS_MODULE=config.prod --chdir src',
    );
    expect(gunicorn?.application?.text).toBe('config.wsgi:application');
    expect(gunicorn?.bind.map((word) => word.text)).toEqual(['0.0.0.0:8000']);
    expect([
      gunicorn?.workers?.text,
      gunicorn?.settings?.text,
      gunicorn?.directory?.text,
      gunicorn?.reload?.text,
    ]).toEqual(['3', 'config.prod', 'src', '--reload']);
    expect(server('gunicorn -b :8000 -k uvicorn.workers.UvicornWorker a.asgi')?.workerClass?.text).toBe(
      'uvicorn.workers.UvicornWorker',
    );
  });

  test('has one address, however its options spell it', () => {
    const binds = (line: string): readonly string[] | undefined => server(line)?.bind.map((word) => word.text);
    expect(binds('uvicorn a.asgi:application --host 0.0.0.0 --port $PORT')).toEqual(['0.0.0.0:$PORT']);
    expect(binds('daphne -b 0.0.0.0 -p 8001 a.asgi:application')).toEqual(['0.0.0.0:8001']);
    expect(binds('uvicorn a.asgi:application')).toEqual([]);
    expect(binds('python manage.py runserver 0.0.0.0:8000')).toEqual(['0.0.0.0:8000']);
    expect(binds('uwsgi --http :8000 --module a.wsgi')).toEqual([':8000']);
  });

  test('is told from what only looks like one', () => {
    expect(serverOf(invocationsOfLine('echo gunicorn')[0] ?? expect.fail())).toBeUndefined();
    expect(server('python manage.py migrate')).toBeUndefined();
  });
});

test('a process is known by its program', () => {
  const role = (line: string) => roleOf(invocationsOfLine(line)[0] ?? expect.fail());
  expect(role('celery -A proj worker -l info')).toBe('worker');
  expect(role('celery -A proj beat')).toBe('beat');
  expect(role('python manage.py migrate')).toBe('release');
  expect(role('python manage.py rqworker default')).toBe('worker');
  expect(role('gunicorn a.wsgi')).toBe('web');
  expect(role('nginx -g "daemon off;"')).toBeUndefined();
  expect(celeryCommandOf(invocationsOfLine('celery -A proj worker -B')[0] ?? expect.fail())).toMatchObject({
    embeddedBeat: true,
    app: { text: 'proj' },
  });
  expect(
    managementCommandOf(invocationsOfLine('python manage.py --settings=a.b migrate')[0] ?? expect.fail()),
  ).toMatchObject({ name: 'migrate', settings: { text: 'a.b' } });
});

describe('an environment file', () => {
  const read = (text: string, reader?: 'compose' | 'systemd') =>
    readEnvFile(
      createSourceFile('.env', () => text),
      reader,
    ).map((line) => [line.name, line.value]);

  test('is read as Compose reads it', () => {
    expect(read('A=1 # note\n# C=3\nexport B="x y"\nD=\'$x#1\'\nE=a#b\nF\nG=\n=bad\nnot a line\n')).toEqual([
      ['A', '1'],
      ['B', 'x y'],
      ['D', '$x#1'],
      ['E', 'a#b'],
      ['F', undefined],
      ['G', ''],
    ]);
  });

  test('is read as systemd reads it', () => {
    expect(read('A=1 # note\n', 'systemd')).toEqual([['A', '1 # note']]);
    expect(
      readEnvFile(
        createSourceFile('.env', () => 'export A=1'),
        'systemd',
      )[0]?.exported,
    ).toBe(true);
  });
});

describe('expansion', () => {
  const lookup = (name: string): string | null | undefined =>
    ({ SET: 'v', EMPTY: '', SECRET: undefined })[name] === undefined
      ? name === 'SECRET'
        ? undefined
        : null
      : { SET: 'v', EMPTY: '' }[name];

  test('follows the shell', () => {
    expect(expandVariables('$SET-${SET}x${NONE:-d}${EMPTY-e}${EMPTY:-f}${SET:+g}', lookup).text).toBe('v-vxdfg');
    expect(expandVariables('${NONE:-${SET}}', lookup).text).toBe('v');
    expect(expandVariables('a$$b', lookup, { doubled: true }).text).toBe('a$b');
    expect(expandVariables('${NONE}', lookup)).toMatchObject({ text: '', empty: ['NONE'] });
  });

  test('never guesses what is not in the repository', () => {
    expect(expandVariables('x${SECRET}', lookup).text).toBeUndefined();
    expect(expandVariables('${NONE:?needed}', lookup)).toMatchObject({ text: undefined, required: ['NONE'] });
    expect(expandVariables('${SECRET:-d}', lookup).text).toBeUndefined();
  });
});
