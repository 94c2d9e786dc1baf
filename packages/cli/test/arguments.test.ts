import { expect, test } from 'vitest';
import { readArguments } from '../src/arguments.js';
import { UsageError } from '../src/usage-error.js';

test('without words audits where the person stands', () => {
  expect(readArguments([])).toMatchObject({
    command: 'audit',
    positionals: [],
    failOn: 'high',
    outputs: [{ format: 'terminal', file: undefined }],
    operator: { strict: false, variables: {} },
  });
});

test('the command may be left out', () => {
  expect(readArguments(['shop'])).toMatchObject({ command: 'audit', positionals: ['shop'] });
  expect(readArguments(['audit', 'shop'])).toMatchObject({ command: 'audit', positionals: ['shop'] });
  expect(readArguments(['settings', 'shop', 'DEBUG'])).toMatchObject({
    command: 'settings',
    positionals: ['shop', 'DEBUG'],
  });
});

test('a version stays the text it is', () => {
  expect(readArguments(['--django', '5.10']).operator.django).toBe('5.10');
});

test('a variable keeps every sign after the first', () => {
  expect(readArguments(['-e', 'URL=postgres://u:p@h/d?a=b', '--env', 'EMPTY=']).operator.variables).toEqual({
    URL: 'postgres://u:p@h/d?a=b',
    EMPTY: '',
  });
});

test('targets may be several, each once, or none', () => {
  expect(readArguments(['-t', 'docker', '--target', 'heroku', '-t', 'docker']).targets).toEqual(['docker', 'heroku']);
  expect(readArguments([]).targets).toEqual([]);
});

test('several formats go to their files', () => {
  expect(readArguments(['-f', 'json=a=b.json', '-f', 'terminal']).outputs).toEqual([
    { format: 'json', file: 'a=b.json' },
    { format: 'terminal', file: undefined },
  ]);
});

test.each([
  [['--env', 'NOVALUE'], '--env takes NAME=VALUE, not "NOVALUE".'],
  [['--format', 'pdf'], 'There is no format "pdf". Formats: terminal, markdown, json, sarif.'],
  [['--format', 'json='], '--format json= names no file.'],
  [['-f', 'json', '-f', 'sarif'], /Only one format can go to standard output/],
  [['--fail-on', 'awful'], '--fail-on takes critical, high, medium, low, info or never, not "awful".'],
  [['--settings', 'config/settings.py'], /--settings takes a dotted module/],
  [['--django', 'latest'], /--django takes a version such as 5.2/],
  [['--nonsense'], "Unknown option '--nonsense'. See golive --help."],
])('%j is refused in words', (argv, message) => {
  expect(() => readArguments(argv)).toThrow(UsageError);
  expect(() => readArguments(argv)).toThrow(message);
});
