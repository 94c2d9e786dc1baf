/** What one rule blames no other praises, nor does a remedy lead to it. */
import { examine } from 'django-golive/testing';
import { expect, test } from 'vitest';
import { catalogue } from './catalogue.js';
import { remedyOf } from './finding-of.js';

test('an image of a Python that has ended is not praised', () => {
  const rule = catalogue().find((entry) => entry.rule.id === 'docker/image-unsupported')?.rule;
  if (!rule) throw new Error('There is no such rule.');
  const passed = (python: string) =>
    examine(
      rule,
      {
        Dockerfile: `FROM python:${python}-slim\nWORKDIR /app\nCOPY . .\nCMD ["gunicorn", "config.wsgi"]\n`,
        'compose.yaml': 'services:\n  web:\n    build: .\n    restart: always\n  db:\n    image: postgres:17\n',
        'manage.py': '',
        'requirements.txt': 'Django==4.2.16\n',
      },
      { target: 'docker' },
    ).report.strengths.length;
  expect([passed('3.9'), passed('3.12')]).toEqual([0, 1]);
});

test('the Python that a file moves to is one that gets fixes', () => {
  const remedy = (version: string) =>
    remedyOf(
      'heroku/runtime-txt',
      { 'runtime.txt': `python-${version}\n`, 'requirements.txt': 'Django==5.2.8\n' },
      'heroku',
    );
  expect(remedy('3.10.4')?.code).toMatch(/^echo '3\.1[34]' > \.python-version/);
  expect(remedy('3.10.4')?.summary).toMatch(/^Name Python 3\.1[34], since 3\.10 gets no security fixes/);
  expect(remedy('3.12.1')?.code).toMatch(/^echo '3\.12' > \.python-version/);
});
