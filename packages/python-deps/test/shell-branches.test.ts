/** What a build installs only under a condition is no certainty; what a condition decides for sure is one. */
import { projectOf } from '@django-golive/core';
import { dependenciesOf } from '@django-golive/python-deps';
import { expect, test } from 'vitest';

const read = (files: Record<string, string>, processes: { readonly command: string }[] = []) =>
  dependenciesOf(
    projectOf({ 'manage.py': '', ...files }),
    { target: 'docker', processes: processes as never },
    '2026-11-20',
  );
const LISTS = {
  'a.txt.md': '',
  'requirements.txt': 'celery==5.4.0',
  'requirements-a.txt': 'django==5.2.1',
  'requirements-b.txt': 'jinja2==3.1.0',
};
/** Each requirements file that a command of the image names, and how sure it is that it is installed: yes, maybe or no. */
const installed = (run: string, more: Record<string, string> = {}) => {
  const { all } = read({ Dockerfile: /^FROM/m.test(run) ? run : `FROM python:3.13\n${run}\n`, ...LISTS, ...more });
  return Object.fromEntries(
    all
      .filter(({ kind }) => kind === 'runtime')
      .map(({ name, applies }) => [
        { django: 'a', jinja2: 'b' }[name] ?? name,
        applies === undefined ? 'maybe' : 'yes',
      ]),
  );
};
const A = 'pip install -r requirements-a.txt';
const B = 'pip install -r requirements-b.txt';

test.each([
  ['after other commands', `RUN apt-get update && ${A}; ${B}`, { a: 'yes', b: 'yes' }],
  ['under a test', `RUN ${A} && if [ "$X" ]; then ${B}; fi`, { a: 'yes', b: 'maybe' }],
  ['in either arm', `RUN if [ "$X" = 1 ]; then ${A}; else ${B}; fi`, { a: 'maybe', b: 'maybe' }],
  ['in all arms', `RUN if [ "$X" = 1 ]; then ${A} --no-deps; elif true; then ${A}; else ${A}; fi`, { a: 'yes' }],
  ['after a test', `RUN ${A}; [ -n "$X" ] && ${B}`, { a: 'yes', b: 'maybe' }],
  ['as an alternative', `RUN ${A} || ${B}`, { a: 'yes', b: 'maybe' }],
  ['after what may be missing', `RUN command -v uv || pip install uv && ${A}`, { a: 'yes', uv: undefined }],
  ['in both ways of a test', `RUN test -d x && ${A} -q || ${A}`, { a: 'yes' }],
  ['in a case', `RUN case "$X" in prod|live) ${A} ;; *) ${B} ;; esac`, { a: 'maybe', b: 'maybe' }],
  ['in a loop over words', `RUN for i in 1 2 3; do ${A} && break; done`, { a: 'yes' }],
  [
    'in a loop over what is found',
    `RUN for i in $LIST; do ${A}; done; while read x; do ${B}; done`,
    { a: 'maybe', b: 'maybe' },
  ],
  ['as what a loop asks', `RUN until ${A}; do sleep 5; done`, { a: 'yes' }],
  ['in functions', `RUN f() { ${A}; }; g() { ${B}; }; f`, { a: 'yes', b: 'maybe' }],
  ['in a called function of a branch', `RUN f() { ${A}; }; if [ "$X" ]; then f; fi; ${B}`, { a: 'maybe', b: 'yes' }],
  ['in a subshell', `RUN (cd x && ${A}) | tee log; { ${B}; }`, { a: 'yes', b: 'yes' }],
  ['in a script of a script', `RUN bash -c 'if [ "$X" ]; then ${A}; fi'; ${B}`, { a: 'maybe', b: 'yes' }],
  [
    'over lines',
    `RUN set -e \\\n  # why\n  && if [ "$X" ]; then \\\n ${A}; \\\n fi && \\\n ${B}`,
    { a: 'maybe', b: 'yes' },
  ],
  ['in a document', `RUN <<EOF\nif [ "$X" ]; then\n  ${A}\nfi\n${B}\nEOF`, { a: 'maybe', b: 'yes' }],
  ['beside a document', `RUN cat <<EOF > x\nif then\nEOF\nRUN ${A}`, { a: 'yes' }],
])('%s', (_, run, expected) => {
  expect(installed(run)).toEqual(expected);
});

test.each([
  [
    'a default',
    'ARG X=0\nRUN if [ "$X" -eq 1 ]; then pip install -r requirements-a.txt; else pip install -r requirements-b.txt; fi',
    { b: 'yes' },
  ],
  [
    'a default of the file',
    'ARG X=1\nFROM python:3.13\nARG X\nRUN if [ $X = 1 ]; then pip install -r requirements-a.txt; fi',
    { a: 'yes' },
  ],
  ['no default', 'ARG X\nRUN if [ -z "$X" ]; then pip install -r requirements-a.txt; fi', { a: 'maybe' }],
  ['an empty default', 'ARG X=""\nRUN if [ -z "$X" ]; then pip install -r requirements-a.txt; fi', { a: 'yes' }],
  ['a variable', 'ENV X=prod Y=1\nRUN [ "$X" != dev ] && pip install -r requirements-a.txt', { a: 'yes' }],
  [
    'a case',
    'ENV X prod\nRUN case $X in dev) pip install -r requirements-a.txt;; *) pip install -r requirements-b.txt;; esac',
    { b: 'yes' },
  ],
  [
    'two values',
    'FROM python:3.13 AS base\nENV X=1\nFROM base\nENV X=2\nRUN [ $X = 2 ] && pip install -r requirements-a.txt',
    { a: 'maybe' },
  ],
  [
    'one that the script sets',
    'ENV X=1\nRUN X=$(nproc); [ "$X" = 1 ] && pip install -r requirements-a.txt',
    { a: 'maybe' },
  ],
  [
    'a file that is there',
    'RUN if [ -f requirements-a.txt ]; then pip install -r requirements-a.txt; fi',
    { a: 'yes' },
  ],
  ['a file that is not', 'RUN [ -f requirements-c.txt ] || pip install -r requirements-a.txt', { a: 'maybe' }],
  ['a negation', 'ARG X=1\nRUN if ! [ "$X" = 2 ]; then pip install -r requirements-a.txt; fi', { a: 'yes' }],
])('a condition is decided by %s', (_, run, expected) => {
  expect(installed(run)).toEqual(expected);
});

test('a default is none where what builds the image gives another value', () => {
  const run =
    'ARG X=0\nRUN if [ "$X" = 1 ]; then pip install -r requirements-a.txt; else pip install -r requirements-b.txt; fi';
  const compose = (value: number) => `services:\n  web:\n    build:\n      args:\n        X: ${value}\n`;
  expect(installed(run, { 'docker-compose.yml': compose(1) })).toEqual({ a: 'maybe', b: 'maybe' });
  expect(installed(run, { 'docker-compose.yml': compose(0), 'docker-compose.dev.yml': compose(1) })).toEqual({
    b: 'yes',
  });
});

test("what a branch installs is not production's where its name says that it is for tests", () => {
  const { manifests, all } = read({
    Dockerfile:
      'FROM python:3.13\nARG editable=0\nRUN if [ "$editable" -eq 1 ]; then pip install -r requirements-tests.txt; else pip install shop; fi',
    'requirements-tests.txt': 'django==2.2.24\npytest==5.4.1',
    'setup.py': 'from setuptools import setup\nsetup(name="shop", install_requires=["celery"])',
  });
  expect(manifests).toMatchObject([
    { path: 'setup.py', kind: 'runtime' },
    { path: 'requirements-tests.txt', kind: 'dev' },
  ]);
  expect(all.filter(({ kind }) => kind === 'runtime').map(({ name, applies }) => [name, applies])).toEqual([
    ['celery', true],
    ['shop', true],
  ]);
});

test('what is named for production is only taken for passed by where no build asks for it', () => {
  const run =
    'ARG LIVE=false\nRUN pip install -r requirements.txt\nRUN if [ "$LIVE" = true ]; then pip install -r requirements/production.txt; fi';
  const { all } = read({
    Dockerfile: `FROM python:3.13\n${run}`,
    'requirements.txt': 'django==5.2.1',
    'requirements/production.txt': 'gunicorn==23.0.0',
  });
  expect(all.map(({ name, kind, applies }) => [name, kind, applies])).toEqual([
    ['django', 'runtime', true],
    ['gunicorn', 'runtime', undefined],
  ]);
});

test('tools, packages by name and what platforms run are judged alike', () => {
  const locks = {
    'uv.lock': '[[package]]\nname = "django"\nversion = "5.2.1"',
    'pyproject.toml': '[project]\nname = "x"',
  };
  const django = (run: string) => read({ Dockerfile: `FROM python:3.13\n${run}`, ...locks }).get('django')?.applies;
  expect(django('RUN uv sync')).toBe(true);
  expect(django('RUN if [ "$X" ]; then uv sync --dev; else uv sync; fi')).toBe(true);
  expect(django('RUN if [ "$X" ]; then uv sync; fi')).toBe(undefined);
  const named = read({
    Dockerfile: 'FROM python:3.13\nRUN [ "$X" ] && pip install gunicorn\nRUN false && pip install uwsgi',
  });
  expect(named.all.map(({ name, applies }) => [name, applies])).toEqual([['gunicorn', undefined]]);
  const render = (command: string) => read({ 'render.yaml': command, ...LISTS }).get('django')?.applies;
  expect(render('services:\n  - type: web\n    buildCommand: pip install -r requirements-a.txt\n')).toBe(true);
  expect(render('services:\n  - buildCommand: "[ $X ] && pip install -r requirements-a.txt"\n')).toBe(undefined);
  expect(render('a: |\n  if [ $X ]; then\n    pip install -r requirements-a.txt\n  fi\nb: c\n')).toBe(undefined);
  const [process] = [{ command: 'sh -c "if [ $X ]; then pip install -r requirements-a.txt; fi"' }];
  expect(read(LISTS, [process]).get('django')?.applies).toBe(undefined);
  const script = (text: string) => read({ 'build.sh': text, ...LISTS }).get('django')?.applies;
  expect(script('#!/bin/sh\nif [ "$X" ]\nthen\n  pip install -r requirements-a.txt\nfi\n')).toBe(undefined);
  expect(script('#!/bin/sh\n. venv/bin/activate\npip install -r requirements-a.txt\n')).toBe(true);
});

test('what is no shell, or calls itself without end, ends', () => {
  for (const text of [
    'if '.repeat(5000),
    '('.repeat(5000),
    'f() { f; f; }; f',
    'case x in',
    '"',
    '$(',
    '<<',
    'a(){',
    '\\',
  ])
    expect(() => installed(`RUN ${text}\nRUN if [ 1 ]; then ${A}; fi`)).not.toThrow();
  expect(installed(`RUN f() { f; f; ${A}; }; f`)).toEqual({ a: 'maybe' });
});
