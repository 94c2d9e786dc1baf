import { projectOf } from '@django-golive/core';
import { describe, expect, test } from 'vitest';
import { imageOf, repositoryPathOf } from '../src/files/container-image.js';
import { invocationsOf, readDockerfile } from '../src/files/dockerfile.js';
import { ignores, readDockerIgnore } from '../src/files/dockerignore.js';

function image(text: string, others: Record<string, string> = {}) {
  const project = projectOf({ Dockerfile: text, ...others });
  const file = project.file('Dockerfile');
  const dockerfile = file && readDockerfile(file);
  if (!dockerfile) return expect.fail('no stage');
  return { project, dockerfile, image: imageOf(project, dockerfile) };
}

describe('a Dockerfile', () => {
  test('is the stages that build on each other', () => {
    const { image: made } = image(
      'ARG V=3.13\nFROM python:${V}-slim AS base\nENV A=1 B="two words"\nUSER app\nFROM node AS js\nUSER root\nFROM base\nENV C $A/x\nWORKDIR /app\nWORKDIR src\n',
    );
    expect(made.base.image).toBe('python:3.13-slim');
    expect([...made.variables.values()].map(({ name, value }) => [name, value])).toEqual([
      ['A', '1'],
      ['B', 'two words'],
      ['C', '1/x'],
    ]);
    expect(made.user?.name).toBe('app');
    expect(made.workdir).toBe('/app/src');
  });

  test('hands build arguments from before the first stage to a stage that names them', () => {
    const { image: made } = image('ARG HOME="/srv"\nFROM python\nARG HOME\nWORKDIR ${HOME}\nCOPY . ${HOME}\n');
    expect(made.workdir).toBe('/srv');
    expect(made.copies.map(({ target }) => target)).toEqual(['/srv']);
  });

  test('says where each variable stands', () => {
    const { image: made, dockerfile } = image('FROM python\nENV A=1 \\\n    # a note\n    B=2\n');
    expect(
      [...made.variables.values()].map(({ at }) => dockerfile.file.text.slice(at.span.start, at.span.end)),
    ).toEqual(['A=1', 'B=2']);
  });

  test('keeps a command only beside its own entrypoint', () => {
    expect(image('FROM python AS a\nCMD ["old"]\nFROM a\nENTRYPOINT ["new"]\n').image.command).toBeUndefined();
    expect(
      image('FROM python\nCMD ["own"]\nENTRYPOINT ["new"]\n').image.command?.words?.map(({ text }) => text),
    ).toEqual(['own']);
  });

  test('reads comments inside a command, heredocs and both forms of a command', () => {
    const { image: made } = image(
      'FROM python\nRUN pip install \\\n  # a note\n  django && ls\nRUN <<EOF\npip install x\nEOF\nCMD gunicorn a.wsgi\n',
    );
    const runs = made.instructions.filter(({ keyword }) => keyword === 'RUN').flatMap(invocationsOf);
    expect(runs.map(({ program, args }) => [program, ...args.map(({ text }) => text)])).toEqual([
      ['pip', 'install', 'django'],
      ['ls'],
      ['pip', 'install', 'x'],
    ]);
    expect(made.command && invocationsOf(made.command)[0]?.underShell).toBe(true);
  });

  test('knows which file of the repository lies where', () => {
    const { project, image: made } = image(
      'FROM python\nWORKDIR /app\nCOPY . .\nCOPY --from=x /y /z\nCOPY deploy/start.sh /usr/local/bin/\nCOPY deploy/start.sh /go\n',
      { 'deploy/start.sh': '', 'src/manage.py': '' },
    );
    expect(repositoryPathOf(project, made, '/app/src/manage.py')).toBe('src/manage.py');
    expect(repositoryPathOf(project, made, '/usr/local/bin/start.sh')).toBe('deploy/start.sh');
    expect(repositoryPathOf(project, made, '/go')).toBe('deploy/start.sh');
    expect(repositoryPathOf(project, made, '/z')).toBeUndefined();
  });

  test('may be anything: it never throws', () => {
    for (const text of [
      '',
      'FROM',
      'FROM \nCMD [',
      'RUN x',
      'FROM a\nENV\nENV =\nCOPY\nCMD [1]\nEXPOSE $X\nHEALTHCHECK CMD',
      `FROM a\n${'RUN \\\n'.repeat(3000)}`,
      '\u0000\uFEFFFROM x',
    ]) {
      const project = projectOf({ Dockerfile: text });
      const file = project.file('Dockerfile');
      const dockerfile = file && readDockerfile(file);
      if (dockerfile) expect(imageOf(project, dockerfile).stage).toBeDefined();
    }
  });
});

test('.dockerignore is read as Docker reads it', () => {
  const read = (text: string) => readDockerIgnore(projectOf({ '.dockerignore': text }), '', 'Dockerfile');
  expect(ignores(read('.env*'), '.env.prod')).toBe(true);
  expect(ignores(read('.env'), 'sub/.env')).toBe(false);
  expect(ignores(read('**/.env'), 'sub/.env')).toBe(true);
  expect(ignores(read('**/.env'), '.env')).toBe(true);
  expect(ignores(read('*\n!src'), 'src/a.py')).toBe(false);
  expect(ignores(read('# .env\n/media/'), 'media/x')).toBe(true);
});
