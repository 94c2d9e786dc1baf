/** Requirements files that a build names, whatever they are called. */
import { projectOf } from '@django-golive/core';
import { dependenciesOf } from '@django-golive/python-deps';
import { describe, expect, test } from 'vitest';

const read = (files: Record<string, string>, target = 'docker') =>
  dependenciesOf(projectOf({ 'manage.py': '', ...files }), { target, processes: [] }, '2026-11-20');
const runtime = (files: Record<string, string>, target?: string) =>
  read(files, target)
    .all.filter(({ kind, applies }) => kind === 'runtime' && applies === true)
    .map(({ name, version }) => (version === undefined ? name : `${name}==${version}`));

const LIVE = 'Django==5.2.3';
const OTHER = 'Django==4.2.1';

describe('a requirements file that the build names', () => {
  test.each([
    ['beside one of the usual name', 'RUN pip install -r deps/live.txt', 'deps/live.txt'],
    ['by the name of a list', 'RUN pip install -r deps.txt', 'deps.txt'],
    ['by the name of packages', 'RUN pip install -r packages.txt', 'packages.txt'],
    ['in a directory of settings', 'RUN pip install -r config/production.txt', 'config/production.txt'],
    ['by the long option', 'RUN pip install --requirement=config/production.txt', 'config/production.txt'],
    ['without an ending', 'RUN pip install -r deps/live', 'deps/live'],
    ['with another ending', 'RUN pip install -r deps/live.list', 'deps/live.list'],
    ['behind other short options', 'RUN pip install -Ur deps/live.txt', 'deps/live.txt'],
    ['behind others, attached', 'RUN pip install -qUrdeps/live.txt', 'deps/live.txt'],
    ['attached', 'RUN pip install -rdeps/live.txt', 'deps/live.txt'],
    ['after the shell changes its directory', 'RUN cd deps && pip install -r live.txt', 'deps/live.txt'],
    [
      'after a change in a part of the line',
      'RUN (cd deps && ls) && cd deps && pip install -r live.txt',
      'deps/live.txt',
    ],
    ['in the working directory', 'WORKDIR /app/deps\nRUN pip install -r live.txt', 'deps/live.txt'],
    ['from the working directory', 'WORKDIR /srv\nCOPY . .\nRUN pip install -r ./deps/live.txt', 'deps/live.txt'],
    ['with a directory of the image', 'RUN pip install -r /app/deps/live.txt', 'deps/live.txt'],
  ])('%s is what production installs', (_, run, path) => {
    expect(runtime({ Dockerfile: `FROM python:3.13\n${run}`, 'requirements.txt': OTHER, [path]: LIVE })).toEqual([
      'django==5.2.3',
    ]);
    const alone = read({ Dockerfile: `FROM python:3.13\n${run}`, [path]: LIVE });
    expect(alone.manifests).toMatchObject([{ path, kind: 'runtime', because: '`Dockerfile` installs it' }]);
  });

  test('is the one in the directory that the shell is in, where several have its name', () => {
    const files = { 'deps/requirements.txt': LIVE, 'requirements.txt': OTHER, 'worker/requirements.txt': OTHER };
    const image = (run: string) => runtime({ ...files, Dockerfile: `FROM python:3.13\n${run}` });
    expect(image('RUN cd deps && pip install -r requirements.txt')).toEqual(['django==5.2.3']);
    expect(image('RUN cd /app/deps; pip install -r requirements.txt')).toEqual(['django==5.2.3']);
    expect(image('RUN pushd deps && pip install -r requirements.txt && popd')).toEqual(['django==5.2.3']);
    expect(image('WORKDIR /app\nCOPY . .\nWORKDIR deps\nRUN pip install -r requirements.txt')).toEqual([
      'django==5.2.3',
    ]);
    expect(image('WORKDIR /app/deps\nCOPY . /app\nRUN pip install -r requirements.txt')).toEqual(['django==5.2.3']);
    expect(image('RUN cd deps && ls\nRUN pip install -r requirements.txt')).toEqual(['django==4.2.1']);
    expect(image('RUN (cd deps && ls) && pip install -r requirements.txt')).toEqual(['django==4.2.1']);
    expect(image('RUN cd deps && cd .. && pip install -r requirements.txt')).toEqual(['django==4.2.1']);
    expect(image('RUN cd deps && cd - && pip install -r requirements.txt')).toEqual(['django==4.2.1']);
    expect(image('WORKDIR /app/deps\nRUN ls\nWORKDIR /app\nRUN pip install -r requirements.txt')).toEqual([
      'django==4.2.1',
    ]);
    expect(image('WORKDIR /app/deps\nCOPY requirements.txt .\nRUN pip install -r requirements.txt')).toEqual([
      'django==4.2.1',
    ]);
  });

  test('counts with the one that the same build names in the project itself', () => {
    const files = { 'requirements.txt': 'Django==5.2.3', 'deps/live.txt': 'gunicorn==23.0' };
    expect(
      runtime({ ...files, Dockerfile: 'FROM python:3.13\nRUN pip install -r requirements.txt -r deps/live.txt' }),
    ).toEqual(['django==5.2.3', 'gunicorn==23.0']);
    const apart = { ...files, Dockerfile: 'FROM python:3.13\nRUN pip install -r requirements.txt' };
    expect(runtime({ ...apart, 'Dockerfile.mail': 'FROM python:3.13\nRUN pip install -r deps/live.txt' })).toEqual([
      'django==5.2.3',
    ]);
  });

  test('is what the image copies or mounts under that name', () => {
    const files = { 'requirements/prod.txt': LIVE, 'requirements.txt': OTHER };
    const image = (run: string) => runtime({ ...files, Dockerfile: `FROM python:3.13\n${run}` });
    const mount = (options: string) =>
      image(`RUN --mount=type=cache,target=/root/.cache --mount=${options} pip install -r requirements.txt`);
    expect(mount('type=bind,source=requirements/prod.txt,target=requirements.txt')).toEqual(['django==5.2.3']);
    expect(mount('src=requirements/prod.txt,dst=/requirements.txt,type=bind')).toEqual(['django==5.2.3']);
    expect(mount('source=requirements/prod.txt,target=/tmp/requirements.txt')).toEqual(['django==4.2.1']);
    expect(
      image('WORKDIR /app\nRUN --mount=type=bind,source=requirements,target=/app/lists pip install -r lists/prod.txt'),
    ).toEqual(['django==5.2.3']);
    expect(image('COPY requirements/prod.txt ./\nRUN pip install -r prod.txt')).toEqual(['django==5.2.3']);
    expect(image('COPY requirements/p*.txt /tmp/\nRUN pip install -r /tmp/prod.txt')).toEqual(['django==5.2.3']);
    expect(image('COPY ["requirements/prod.txt", "/tmp/r.txt"]\nRUN pip install -r /tmp/r.txt')).toEqual([
      'django==5.2.3',
    ]);
    // A mount is there for its own command alone, and a later copy takes the place of an earlier one.
    expect(
      image(
        'COPY requirements.txt .\nRUN --mount=type=bind,source=requirements/prod.txt,target=requirements.txt ls\nRUN pip install -r requirements.txt',
      ),
    ).toEqual(['django==4.2.1']);
    expect(image('COPY requirements/prod.txt r.txt\nCOPY requirements.txt r.txt\nRUN pip install -r r.txt')).toEqual([
      'django==4.2.1',
    ]);
    expect(
      image(
        'WORKDIR /app\nCOPY requirements/prod.txt requirements.txt\nFROM python:3.13\nCOPY . .\nRUN pip install -r requirements.txt',
      ),
    ).toEqual(['django==4.2.1']);
  });

  test('by a variable is the one that the variable holds', () => {
    const files = { 'requirements/prod.txt': LIVE, 'requirements.txt': OTHER, 'requirements/dev.txt': OTHER };
    const image = (run: string, more = {}) => runtime({ ...files, ...more, Dockerfile: `FROM python:3.13\n${run}` });
    for (const run of [
      'ARG REQ=requirements/prod.txt\nRUN pip install -r $REQ',
      'ENV A=1 REQ="requirements/prod.txt"\nRUN pip install -r "${REQ}"',
      'ENV REQ requirements/prod.txt\nRUN pip install --requirement=$REQ',
      'ARG DIR=requirements\nARG REQ=$DIR/prod.txt\nRUN pip install -r ${REQ}',
      'RUN pip install -r ${REQ:-requirements/prod.txt}',
      'RUN REQ=requirements/prod.txt && pip install -r $REQ',
      'ARG REQ\nENV REQ=${REQ:-requirements/prod.txt}\nRUN pip install -r $REQ',
    ])
      expect([run, image(run)]).toEqual([run, ['django==5.2.3']]);
    // The last value before the command is the one it sees.
    const twice =
      'ARG REQ=requirements/prod.txt\nRUN pip install -r $REQ\nFROM python:3.13\nARG REQ=requirements.txt\nRUN ls';
    expect(image(twice)).toEqual(['django==5.2.3']);
    const compose = 'services:\n  web:\n    build:\n      args:\n        REQ: requirements/prod.txt\n';
    expect(image('ARG REQ\nRUN pip install -r $REQ', { 'docker-compose.yml': compose })).toEqual(['django==5.2.3']);
    const tests = compose.replace('prod', 'tests');
    const tested = { 'docker-compose.yml': tests, 'requirements/tests.txt': OTHER };
    expect(image('ARG REQ=requirements/prod.txt\nRUN pip install -r $REQ', tested)).toEqual(['django==5.2.3']);
    // Which of two it is, nobody knows.
    expect(
      read({
        ...files,
        'docker-compose.yml': compose,
        Dockerfile: 'FROM python:3.13\nARG REQ=requirements.txt\nRUN pip install -r $REQ',
      }).get('django'),
    ).toMatchObject({ applies: undefined });
  });
});

test('what other commands name with `-r` is no list of packages', () => {
  const files = { 'notes.txt': 'whitenoise', 'robots.txt': 'django', 'requirements.txt': LIVE };
  const { manifests } = read({
    ...files,
    Dockerfile:
      'FROM python:3.13\nRUN pip install -r requirements.txt && rm -r notes.txt\nRUN grep -r robots.txt . ; cp -r notes.txt /srv',
  });
  expect(manifests.map(({ path }) => path)).toEqual(['requirements.txt']);
});

test('`uv pip sync` and `pip-sync` name theirs without an option', () => {
  for (const run of ['uv pip sync --system -c limits.txt deps/live.txt', 'pip-sync deps/live.txt'])
    expect(
      runtime({
        Dockerfile: `FROM python:3.13\nRUN ${run}`,
        'deps/live.txt': LIVE,
        'limits.txt': '',
        'requirements.txt': OTHER,
      }),
    ).toEqual(['django==5.2.3']);
});

test.each([
  ['cat requirements/live.txt | xargs pip install', true],
  ['cat requirements/live.txt | grep -v "^#" | xargs -n 1 pip install', true],
  ['grep -v "^#" requirements/live.txt | xargs -n1 pip install', true],
  ['xargs -a requirements/live.txt pip install', true],
  ['xargs pip install < requirements/live.txt', true],
  ['pip install $(cat requirements/live.txt)', true],
  ['pip install `cat requirements/live.txt`', true],
  ['pip install $(grep -v pytest requirements/live.txt)', true],
  ['cat requirements/live.txt && pip install -r requirements.txt', false],
])('a list that another command hands to pip is what is installed: %s', (command, isListed) => {
  const files = { 'requirements/live.txt': 'celery\n', 'requirements.txt': 'flask\n' };
  expect(runtime({ ...files, Dockerfile: `FROM python:3.13\nRUN ${command}\n` })).toEqual([
    isListed ? 'celery' : 'flask',
  ]);
});

test('an address that an image installs is listed by the name that it says', () => {
  const run = [
    'RUN pip install "git+https://example.com/lib.git@v1#egg=lib" -e git+https://example.com/two.git#egg=two[s3]',
    'RUN pip install "three @ git+https://example.com/three.git" https://example.com/unnamed.git',
    'RUN pip install https://example.com/four-1.0-py3-none-any.whl',
  ].join('\n');
  const { all } = read({ Dockerfile: `FROM python:3.13\n${run}\n`, 'requirements.txt': '' });
  expect(all.map(({ name, url, version }) => [name, url, version])).toEqual([
    ['four', 'https://example.com/four-1.0-py3-none-any.whl', '1.0'],
    ['lib', 'git+https://example.com/lib.git@v1#egg=lib', undefined],
    ['three', 'git+https://example.com/three.git', undefined],
    ['two', 'git+https://example.com/two.git#egg=two[s3]', undefined],
  ]);
});

test.each([
  ['a map', '        REQS: live.txt\n'],
  ['a list', '        - REQS=live.txt\n'],
])('what Compose gives to an argument of the image, as %s, stands in the place of its own value', (_, args) => {
  const compose = `services:\n  web:\n    build:\n      context: .\n      args:\n${args}    command: gunicorn\n`;
  const files = { 'live.txt': 'celery\n', 'base.txt': 'flask\n', 'compose.yaml': compose };
  const image = (...lines: string[]) => ({ ...files, Dockerfile: ['FROM python:3.13', ...lines].join('\n') });
  const runtime = (all: Record<string, string>) =>
    dependenciesOf(
      projectOf(all),
      { target: 'docker', processes: [], files: ['compose.yaml', 'Dockerfile'] },
      '2026-11-20',
    )
      .all.filter(({ kind, applies }) => kind === 'runtime' && applies === true)
      .map(({ name }) => name);
  expect(runtime(image('ARG REQS=base.txt', 'RUN pip install -r $REQS'))).toEqual(['celery']);
  expect(runtime(image('ARG REQS=base.txt', 'RUN pip install -r ./${REQS}'))).toEqual(['celery']);
  const asked = 'RUN if [ "$REQS" = "live.txt" ]; then pip install -r live.txt; else pip install -r base.txt; fi';
  expect(runtime(image('ARG REQS=base.txt', asked))).toEqual(['celery']);
  expect(runtime(image('ENV REQS=base.txt', 'RUN pip install -r $REQS'))).toEqual(['flask']);
});
