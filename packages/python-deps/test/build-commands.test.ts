/** What the commands of a build install: what they name, what they only say, and what cannot be told. */
import { projectOf } from '@django-golive/core';
import { dependenciesOf } from '@django-golive/python-deps';
import { describe, expect, test } from 'vitest';

const LISTS = { 'requirements.txt': 'Django==5.2.3', 'a.txt': 'celery==5.4.0', 'b.txt': 'redis==5.0.0' };
const read = (files: Record<string, string>) =>
  dependenciesOf(projectOf({ 'manage.py': '', ...LISTS, ...files }), { target: 'docker', processes: [] }, '2026-11-20');
const image = (run: string, more: Record<string, string> = {}) =>
  read({ Dockerfile: /^FROM/m.test(run) ? run : `FROM python:3.13\n${run}\n`, ...more });
const runtime = ({ all }: ReturnType<typeof read>) =>
  all.filter(({ kind }) => kind === 'runtime').map(({ name, applies }) => (applies ? name : `${name}?`));
const told = ({ problems }: ReturnType<typeof read>) =>
  problems.filter(({ build }) => build).map(({ at, why }) => `${at.path}:${at.start.line}:${at.start.column} ${why}`);
const reasons = ({ manifests }: ReturnType<typeof read>) =>
  manifests.filter(({ kind }) => kind === 'runtime').map(({ path, because }) => `${path}: ${because}`);

describe('a list that no file names', () => {
  test.each([
    ['by a variable', 'RUN pip install -r $REQS', 2, 20, 'what `$REQS` names'],
    ['by a variable in part', 'RUN pip install -r lists/${ENV}.txt', 2, 20, 'what `lists/${ENV}.txt` names'],
    ['by an argument', 'ARG REQS\nRUN pip install -r "$REQS"', 3, 21, 'what `$REQS` names'],
    ['by a command', 'RUN pip install -r $(./which-one)', 2, 20, 'what `$(./which-one)` names'],
    ['by each turn of a loop', 'RUN for f in $LISTS; do pip install -r $f; done', 2, 40, 'what `$f` names'],
    ['by a pattern', 'RUN for f in lists/*.txt; do pip install -r $f; done', 2, 45, 'what `$f` names'],
  ])('%s is told, and what is installed is not certain', (_, run, line, column, what) => {
    const found = image(run);
    expect(told(found)).toEqual([
      `Dockerfile:${line}:${column} ${what} here is not known, and with it what the build installs`,
    ]);
    expect(runtime(found)).toEqual(['django?']);
    expect(reasons(found)).toEqual([
      'requirements.txt: its name is the usual one, while what `Dockerfile` installs is not known',
    ]);
  });

  test('at an address is told, its credentials masked', () => {
    const found = image('RUN pip install -r https://me:secret@lists.example/requirements.txt');
    expect(told(found)).toEqual([
      'Dockerfile:2:20 `https://***@lists.example/requirements.txt` is not in the repository, so what it lists is not known',
    ]);
    expect(runtime(found)).toEqual(['django?']);
  });

  test('leaves what the build names beside it certain', () => {
    const found = image('RUN pip install -r a.txt -r $MORE');
    expect(runtime(found)).toEqual(['celery']);
    expect(told(found)).toHaveLength(1);
  });

  test('is nothing where a variable is known, empty, or for developers', () => {
    for (const run of [
      'ENV REQS=requirements.txt\nRUN pip install -r $REQS',
      'RUN pip install -r $APP_HOME/requirements.txt',
      'RUN pip install -r /srv/$APP/requirements.txt',
      'RUN pip install -r "$(dirname "$0")/requirements.txt"',
      'RUN pip install -r requirements.txt && if [ "$DEBUG" ]; then pip install -r $DEV_REQS; fi',
      'RUN pip install -r requirements.txt\nARG MORE=""\nRUN if [ -n "$MORE" ]; then pip install -r $MORE; fi',
    ])
      expect([run, told(image(run)), runtime(image(run))]).toEqual([run, [], ['django']]);
  });
});

test('a loop over words installs each of them', () => {
  expect(runtime(image('RUN for f in a.txt b.txt; do pip install -r $f; done'))).toEqual(['celery', 'redis']);
  expect(runtime(image('RUN for f in "a" b; do \\\n  pip install -r ${f}.txt; \\\ndone'))).toEqual(['celery', 'redis']);
  expect(told(image('RUN for f in a.txt $MORE; do pip install -r $f; done'))).toHaveLength(1);
});

test('what is only said, taken away or commented out is not installed', () => {
  for (const run of [
    'RUN echo "pip install -r a.txt"',
    "RUN printf '%s\\n' 'pip install -r a.txt' >&2",
    'RUN pip uninstall -y -r a.txt',
    'RUN pip freeze -r a.txt',
    '# RUN pip install -r a.txt',
    'RUN ls # pip install -r a.txt',
    'RUN apt-get update && \\\n  # pip install -r a.txt\n  ls',
    'RUN echo "poetry install; uv sync"',
  ])
    expect([run, runtime(image(run)), reasons(image(run))]).toEqual([
      run,
      ['django'],
      ['requirements.txt: its name is the usual one'],
    ]);
  // What is written into a script runs later.
  expect(runtime(image('RUN echo "pip install -r a.txt" > /start.sh'))).toEqual(['celery']);
  expect(runtime(image('RUN echo "pip install" && pip install -r a.txt'))).toEqual(['celery']);
  expect(runtime(image('RUN echo "pip install gunicorn" && pip install -r a.txt'))).toEqual(['celery']);
});

describe('a script of the repository that the build runs', () => {
  const SCRIPT = '#!/bin/sh\nset -e\npip install -r a.txt\n';
  test.each([
    ['by its path', 'RUN ./install.sh', 'install.sh'],
    ['by a shell', 'RUN bash -eux scripts/install.sh', 'scripts/install.sh'],
    ['by a shell that is given it', 'RUN sh -c ./x.sh', 'x.sh'],
    ['by a shell that is given it among others', 'RUN bash -c "ls && ./x.sh"', 'x.sh'],
    [
      'at a place of the image',
      'COPY docker/install.sh /usr/local/bin/\nRUN /usr/local/bin/install.sh',
      'docker/install.sh',
    ],
    ['in the working directory', 'WORKDIR /app\nCOPY . .\nRUN chmod +x bin/get && bin/get', 'bin/get'],
    ['at the start', 'COPY entrypoint.sh /\nENTRYPOINT ["/entrypoint.sh"]', 'entrypoint.sh'],
    ['at the start, behind others', 'CMD ["tini", "--", "bash", "docker/start.sh"]', 'docker/start.sh'],
    ['at the start, in a line', 'CMD ["sh", "-c", "cd /app && ./start.sh"]', 'start.sh'],
    ['as a part of its own', 'RUN . ./install.sh', 'install.sh'],
  ])('%s', (_, run, path) => {
    const found = image(run, { [path]: SCRIPT });
    expect(runtime(found)).toEqual(['celery']);
    expect(reasons(found)).toEqual([`a.txt: \`${path}\` (run by \`Dockerfile\`) installs it`]);
  });

  test('runs others, and none of them over and over', () => {
    const found = image('RUN ./one.sh', {
      'one.sh': './one.sh\n./two.sh',
      'two.sh': 'pip install -r a.txt\n. ./one.sh',
    });
    expect(reasons(found)).toEqual(['a.txt: `two.sh` (run by `one.sh`) installs it']);
  });

  test('works where the image is, with what it is handed', () => {
    const lists = { 'web/requirements.txt': 'whitenoise==6.7.0' };
    const at = (run: string, script: string) => runtime(image(run, { ...lists, 'scripts/install.sh': script }));
    expect(
      at('WORKDIR /app\nCOPY . .\nRUN cd web && ../scripts/install.sh', 'pip install -r requirements.txt'),
    ).toEqual(['whitenoise']);
    expect(at('RUN scripts/install.sh', 'cd web\npip install -r requirements.txt')).toEqual(['whitenoise']);
    expect(at('RUN scripts/install.sh a', 'pip install -r $1.txt')).toEqual(['celery']);
    expect(at('ENV LIST=b.txt\nRUN scripts/install.sh', 'pip install -r $LIST')).toEqual(['redis']);
  });

  test('is in doubt where it may not run, or where it may not install', () => {
    const script = { 'install.sh': SCRIPT };
    expect(runtime(image('RUN if [ "$X" ]; then ./install.sh; fi', script))).toEqual(['celery?']);
    expect(runtime(image('RUN [ "$X" ] && ./install.sh; ./install.sh', script))).toEqual(['celery']);
    expect(runtime(image('RUN ./install.sh', { 'install.sh': 'if [ "$X" ]; then pip install -r a.txt; fi' }))).toEqual([
      'celery?',
    ]);
    expect(runtime(image('RUN echo ./install.sh && cp install.sh /tmp', script))).toEqual(['django']);
  });

  test('is passed by where it tries things, whatever it installs for that', () => {
    expect(runtime(image('RUN ./tests/try-it', { 'tests/try-it': SCRIPT }))).toEqual(['django']);
    expect(runtime(image('RUN ./tools/build.sh', { 'tools/build.sh': SCRIPT }))).toEqual(['celery']);
  });

  test('that a platform runs by itself is read once', () => {
    expect(told(image('RUN ./build.sh', { 'build.sh': 'pip install -r $LIST' }))).toHaveLength(1);
  });

  test('tells of lists that it does not name, at its own line', () => {
    const found = image('RUN ./install.sh', { 'install.sh': '#!/bin/sh\npip install -r $LIST' });
    expect(told(found)).toEqual([
      'install.sh:2:16 what `$LIST` names here is not known, and with it what the build installs',
    ]);
    expect(reasons(found)).toEqual([
      'requirements.txt: its name is the usual one, while what `install.sh` (run by `Dockerfile`) installs is not known',
    ]);
  });

  test('installs packages by name as the image itself does', () => {
    expect(runtime(image('RUN ./install.sh', { 'install.sh': 'pip install -r a.txt gunicorn' }))).toEqual([
      'celery',
      'gunicorn',
    ]);
  });
});

describe('a target of make that the build runs', () => {
  const MAKEFILE = [
    'LIST ?= a',
    'PIP := python -m pip',
    '.PHONY: install lists',
    'all: install',
    'lists:',
    '\t@$(PIP) install -r $(LIST).txt # pip install -r requirements.txt',
    'install: lists',
    '\t$(MAKE) more',
    'more:',
    '\tcd lists && \\',
    '\tpip install -r ../b.txt',
    'dev:',
    '\tpip install -r requirements.txt',
  ].join('\n');
  test.each([
    ['with what it needs and asks for', 'RUN make install', ['celery', 'redis']],
    ['that stands first', 'RUN make', ['celery', 'redis']],
    ['alone', 'RUN make -s lists', ['celery']],
    ['with a value', 'RUN make lists LIST=b', ['redis']],
    ['of another name', 'RUN make other', ['django']],
  ])('%s', (_, run, expected) => {
    expect(runtime(image(run, { Makefile: MAKEFILE }))).toEqual(expected);
  });

  test('is named in the reason, and its lines tell what is not known', () => {
    expect(reasons(image('RUN make lists', { Makefile: MAKEFILE }))).toEqual([
      'a.txt: `Makefile` (run by `Dockerfile`) installs it',
    ]);
    expect(
      told(image('RUN make -C deploy install', { 'deploy/Makefile': 'install:\n\tpip install -r $(LISTS)' })),
    ).toEqual(['deploy/Makefile:2:17 what `${LISTS}` names here is not known, and with it what the build installs']);
  });

  test('is in doubt where make itself asks', () => {
    const makefile = 'install:\nifdef CI\n\tpip install -r a.txt\nelse\n\tpip install -r b.txt\nendif\n';
    expect(runtime(image('RUN make install', { Makefile: makefile }))).toEqual(['celery?', 'redis?']);
  });
});

describe('of several Dockerfiles in one directory', () => {
  const image = (list: string) => `FROM python:3.13\nRUN pip install -r ${list}.txt\n`;
  const files = { Dockerfile: image('a'), 'Dockerfile.shop': image('b') };
  const compose = (build: string) => `services:\n  web:\n${build}    ports: ["80:80"]\n`;
  const named = compose('    build:\n      context: .\n      dockerfile: Dockerfile.shop\n');

  test('the one that is named for production is production’s', () => {
    expect(runtime(read({ Dockerfile: image('a'), 'Dockerfile.prod': image('b') }))).toEqual(['redis']);
    expect(runtime(read({ Dockerfile: image('a'), 'prod.Dockerfile': image('b') }))).toEqual(['redis']);
    expect(runtime(read({ 'web/Dockerfile': image('a'), 'worker/Dockerfile.prod': image('b') }))).toHaveLength(2);
  });

  test.each([
    ['Compose', 'compose.yaml', named],
    ['a workflow', '.github/workflows/build.yml', 'steps:\n  - run: docker build -t shop -f Dockerfile.shop .\n'],
    [
      'an action',
      '.github/workflows/deploy.yml',
      '- uses: docker/build-push-action@v6\n  with:\n    file: ./Dockerfile.shop',
    ],
    ['a script', 'deploy.sh', 'docker buildx build --file="Dockerfile.shop" --push .'],
    ['a platform', 'fly.toml', '[build]\ndockerfile = "Dockerfile.shop"'],
  ])('the one that %s names is production’s', (_, path, text) => {
    expect(runtime(read({ ...files, [path]: text }))).toEqual(['redis']);
  });

  test('none is passed by that may be built as well', () => {
    for (const more of [
      {},
      { 'compose.dev.yaml': named },
      { 'compose.yaml': named, 'deploy.sh': 'docker build -t shop .' },
      { 'compose.yaml': named.replace('services:', 'services:\n  other:\n    build: .') },
      { 'compose.yaml': named.replace('services:', 'services:\n  other:\n    build:\n      context: .') },
      { 'compose.yaml': named, 'Dockerfile.shop': 'FROM python:3.13\nRUN pip install awscli' },
    ])
      expect([more, runtime(read({ ...files, ...more })).includes('celery')]).toEqual([more, true]);
  });

  test('the one that the target chose is built, whatever the others are called', () => {
    const how = { target: 'docker', processes: [], files: ['compose.yaml', 'Dockerfile'] };
    const project = projectOf({ 'manage.py': '', ...LISTS, Dockerfile: image('a'), 'Dockerfile.prod': image('b') });
    expect(runtime(dependenciesOf(project, how, '2026-11-20'))).toEqual(['celery']);
    // What a workflow builds is an image as well, whatever Compose starts for developers.
    const workflow = 'with:\n  file: Dockerfile.cloud\n';
    const two = { Dockerfile: image('lists/dev'), 'Dockerfile.cloud': image('b'), 'lists/dev.txt': 'ipdb' };
    const cloud = projectOf({ 'manage.py': '', ...LISTS, ...two, '.github/workflows/docker-build.yml': workflow });
    expect(runtime(dependenciesOf(cloud, how, '2026-11-20'))).toEqual(['redis']);
    // What is only pulled, the file of Compose does not build.
    const pulled = projectOf({ 'manage.py': '', ...LISTS, Dockerfile: image('a'), 'proxy/Dockerfile': 'FROM nginx' });
    const proxy = { ...how, files: ['compose.yaml', 'proxy/Dockerfile'] };
    expect(runtime(dependenciesOf(pulled, proxy, '2026-11-20'))).toEqual(['celery']);
  });
});
