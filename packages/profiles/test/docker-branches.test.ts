/** Which branch of a start script a container takes. */
import { docker } from '@django-golive/profiles';
import { describe, expect, test } from 'vitest';
import { parseCommandLine } from '../src/files/command-line.js';
import { answerOf } from '../src/files/shell-test.js';
import { tryRule } from './heroku-pythonanywhere-given.js';

describe('a test of a shell', () => {
  const values = new Map<string, string | undefined>([
    ['A', 'on'],
    ['EMPTY', ''],
    ['1', 'web'],
    ['*', 'web --x'],
  ]);
  test.each<[string, boolean | undefined]>([
    ['[ "$A" = on ]', true],
    ["[[ $A == 'on' ]]", true],
    ['test "x$A" != xon', false],
    ['[ "${EMPTY:-on}" = "on" ]', true],
    ['[ "$1" = "web" ] && [ -n "$A" ]', true],
    ['[[ "$A" == "off" && "$OTHER" == "x" ]]', false],
    ['[[ "$A" == "on" && "$OTHER" == "x" ]]', undefined],
    ['[ "$OTHER" = x ] || [ "$A" = on ]', true],
    ['! [ -z "$A" ]', true],
    ['[ ! -z "$EMPTY" ]', false],
    ['[[ -n "$*" ]]', true],
    ['[ "$EMPTY" ]', false],
    ["[ '$A' = on ]", false],
    // A pattern, a question of the disk, and a command.
    ['[[ $A == o* ]]', undefined],
    ['[ -f "$A" ]', undefined],
    ['$A', undefined],
    ['python manage.py check', undefined],
    ['[ "${A-x}" = on ]', undefined],
  ])('%s', (asked, answer) => {
    expect(answerOf(asked, (name) => values.get(name))).toBe(answer);
  });
});

test('a command says what is asked before it', () => {
  const script =
    'if [ "$A" = 1 ]; then\n  one\nelif test b\nthen two\nelse three\nfi\ncase "$1" in\n  a|b) four ;;\n  "c d") five;;\n  *) six\nesac\nfor x in y; do seven; done\neight';
  const branches = parseCommandLine(script).map(({ words, branches }) => [
    words[0]?.text,
    branches.map(({ test: asked, holds }) => `${asked} ${holds}`),
  ]);
  expect(branches).toEqual([
    ['[', []],
    ['one', ['[ "$A" = 1 ] true']],
    ['test', ['[ "$A" = 1 ] false']],
    ['two', ['[ "$A" = 1 ] false', 'test b true']],
    ['three', ['[ "$A" = 1 ] false', 'test b false']],
    ['four', ['[ "$1" = a ] || [ "$1" = b ] true']],
    ['five', ['[ "$1" = a ] || [ "$1" = b ] false', '[ "$1" = \'c d\' ] true']],
    ['six', ['[ "$1" = a ] || [ "$1" = b ] false', '[ "$1" = \'c d\' ] false', '[ "$1" = * ] true']],
    ['seven', ['undefined true']],
    ['eight', []],
  ]);
});

test.each([
  ['nested', 'if a; then b\n'.repeat(20_000)],
  ['in a row', `if a; then b\n${'elif c; then d\n'.repeat(20_000)}fi`],
  ['of a case', `case ${'x'.repeat(9000)} in\n${'a|b) c;;\n'.repeat(20_000)}esac`],
])('branches that are %s without end cost no more than the text', (_, text) => {
  const commands = parseCommandLine(text);
  expect(commands.length).toBeGreaterThan(19_000);
  expect(Math.max(...commands.map(({ branches }) => branches.length))).toBeLessThan(50);
});

describe('a container whose script chooses its server', () => {
  const script =
    'if [ "$USE_GUNICORN" = True ]; then\n  gunicorn config.wsgi -b 0.0.0.0:8000\nelse\n  python3 manage.py runserver 0.0.0.0:8000\nfi\n';
  const outcomeOf = (dockerfile: string, text = script, more: Readonly<Record<string, string>> = {}) => {
    const { outcome } = tryRule(docker, 'docker/development-server', {
      'manage.py': '',
      Dockerfile: `FROM python:3.13-slim\nWORKDIR /app\nCOPY . .\n${dockerfile}`,
      'start.sh': `#!/bin/sh\n${text}`,
      ...more,
    });
    return outcome;
  };
  const start = 'ENTRYPOINT ["/app/start.sh"]\n';

  test.each([
    ['is asked about, where nothing gives the variable', start, script, 'undetermined'],
    ['starts what a given variable says', `ENV USE_GUNICORN=True\n${start}`, script, 'passed'],
    ['starts what another value of it says', `ENV USE_GUNICORN=no\n${start}`, script, 'failed'],
    ['is not asked about a variable that only a developer gives', start, script.replace('= True', '!= dev'), 'passed'],
    ['is not known to get what the script sets itself', start, `USE_GUNICORN=True\n${script}`, 'passed'],
  ])('%s', (_, dockerfile, text, expected) => {
    expect(outcomeOf(dockerfile, text)).toBe(expected);
  });

  const byWord = 'if [ "$1" = dev ]; then\n  exec python manage.py runserver\nfi\nexec gunicorn config.wsgi\n';
  test.each([
    ['CMD ["dev"]\n', byWord, 'failed'],
    ['CMD ["web"]\n', byWord, 'passed'],
    ['CMD ["web"]\n', `shift\n${byWord}`, 'passed'],
    ['', 'if [ -z "$1" ]; then\n  exec python manage.py runserver\nfi\nexec gunicorn config.wsgi\n', 'undetermined'],
  ])('takes the words of %j', (command, text, expected) => {
    expect(outcomeOf(`${start}${command}`, text)).toBe(expected);
  });
});
