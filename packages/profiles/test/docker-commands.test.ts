/** How Docker's checklist runs the project's commands: with the image's own Python, and past what would swallow them. */
import { docker } from '@django-golive/profiles';
import { describe, expect, test } from 'vitest';
import { tryRule } from './heroku-pythonanywhere-given.js';

const stepsOf = (files: Readonly<Record<string, string>>) => {
  const { checklist } = tryRule(docker, 'docker/runs-as-root', { 'manage.py': '', ...files });
  return (id: string) => checklist.find((item) => item.id === id);
};
const image = (last: string, base = 'python:3.13-slim') => `FROM ${base}\nWORKDIR /app\nCOPY . .\n${last}`;
const entrypoint = 'ENTRYPOINT ["/app/start.sh"]\n';
const started = (text: string, more = '') =>
  stepsOf({ Dockerfile: image(`${entrypoint}${more}`), 'start.sh': `#!/bin/sh\nset -e\n${text}` });

describe('a command of the project', () => {
  test.each([
    ['what a distribution calls it', image('CMD ["gunicorn", "shop.wsgi"]\n', 'ubuntu:24.04'), 'python3 manage.py'],
    [
      'what an environment calls it',
      image('RUN python3 -m venv /venv\nENV PATH=/venv/bin:$PATH\nCMD ["gunicorn", "shop.wsgi"]\n', 'ubuntu:24.04'),
      'python manage.py',
    ],
    [
      'what the start calls it',
      image('CMD python3.12 manage.py check && gunicorn shop.wsgi\n'),
      'python3.12 manage.py',
    ],
    [
      'what the build calls it',
      image('RUN poetry run python src/manage.py collectstatic\nCMD ["poetry", "run", "gunicorn", "shop.wsgi"]\n'),
      'poetry run python src/manage.py',
    ],
  ])('is run by %s', (_, Dockerfile, manage) => {
    const [command] = stepsOf({ Dockerfile })('migrate')?.commands ?? [];
    expect(command).toMatch(new RegExp(`^docker run --rm --env-file \\.env \\S+:release ${manage} migrate --noinput$`));
  });

  test.each([
    ['starts a server and nothing else', 'gunicorn shop.wsgi\n', true],
    ['hands on what it is given', 'python manage.py check\nexec "$@"\n', false],
    ['starts a server before that', 'gunicorn shop.wsgi\nexec "$@"\n', true],
  ])('goes past an entrypoint that %s', (_, text, past) => {
    const [command = ''] = started(text)('deploy-check')?.commands ?? [];
    expect(command.includes('--entrypoint python ')).toBe(past);
  });

  test('goes past an entrypoint that is a line of a shell, and not past one that only starts others', () => {
    const check = (last: string) => stepsOf({ Dockerfile: image(last) })('deploy-check')?.commands[0];
    expect(check('ENTRYPOINT gunicorn shop.wsgi\n')).toContain('--entrypoint python ');
    expect(check('ENTRYPOINT ["tini", "--"]\nCMD ["gunicorn", "shop.wsgi"]\n')).not.toContain('--entrypoint');
  });
});

describe('a migration at the start', () => {
  const told = (text: string, command: string) =>
    started(
      text,
      `CMD [${command}]\n`,
    )('migrate')?.text.replace('Migrate the database once, not in every container.', '');
  const when = (test: string) => `if [ ${test} ]; then\n  python manage.py migrate\nfi\nexec "$@"\n`;

  test.each([
    ['python manage.py migrate\nexec "$@"\n', ' `start.sh` does so at each start, of this command too.'],
    [when('"$1" = gunicorn'), ' `start.sh` does so at each start.'],
    [when('"$1" = /venv/bin/gunicorn'), ' `start.sh` does not: what it asks before its `migrate` never holds.'],
    [when('"$MIGRATE" = True'), ''],
    ['python manage.py migrate\ngunicorn shop.wsgi\n', ' `start.sh` does so at each start.'],
  ])('is told of as it is: %j', (text, expected) => {
    expect(told(text, '"gunicorn", "shop.wsgi"')).toBe(expected);
  });

  test('is told of where the command of the image brings it', () => {
    const Dockerfile = image('CMD ["sh", "-c", "python manage.py migrate && gunicorn shop.wsgi"]\n');
    expect(stepsOf({ Dockerfile })('migrate')?.text).toMatch(/`Dockerfile` does so at each start\.$/);
  });
});
