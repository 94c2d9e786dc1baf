/** The line of an image's build that collects static files, with the variables that lead to production's storage. */

import { expect, test } from 'vitest';
import { findingOf } from './finding-of.js';

const manage = "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n";
const code = (build: string) =>
  findingOf(
    'static/manifest-without-collectstatic',
    {
      'manage.py': manage,
      'config/wsgi.py': manage,
      'config/settings.py':
        "import os\nDEBUG = os.environ.get('DEBUG', '1') == '1'\nSECRET_KEY = 'for development' if DEBUG else os.environ['SECRET_KEY']\nINSTALLED_APPS = ['django.contrib.staticfiles']\nSTATIC_ROOT = '/app/static'\nplain = 'django.contrib.staticfiles.storage.StaticFilesStorage'\nSTORAGES = {'staticfiles': {'BACKEND': plain if DEBUG else 'whitenoise.storage.CompressedManifestStaticFilesStorage'}}\n",
      'requirements.txt': 'Django==5.2.8\ngunicorn==23.0.0\nwhitenoise==6.8.2\n',
      Dockerfile: `FROM python:3.13-slim AS build\nWORKDIR /app\nCOPY . .\n${build}\nCMD ["gunicorn", "config.wsgi", "--bind", "0.0.0.0:8000"]\n`,
    },
    'docker',
  )?.remedy?.code;

const given = 'DEBUG=False SECRET_KEY=build';

test.each([
  ['RUN python manage.py collectstatic --noinput', `RUN ${given} python manage.py collectstatic --noinput`],
  ['RUN uv run manage.py collectstatic', `RUN ${given} uv run manage.py collectstatic`],
  [
    'RUN python manage.py check && \\\n    python manage.py collectstatic --noinput && rm -rf /tmp/*',
    `RUN python manage.py check && \\\n    ${given} python manage.py collectstatic --noinput && rm -rf /tmp/*`,
  ],
  [
    'RUN python manage.py collectstatic --noinput\nFROM python:3.13-slim\nWORKDIR /app\nCOPY . .\nCOPY --from=build /app/static /app/static',
    `RUN ${given} python manage.py collectstatic --noinput`,
  ],
])('%s', (build, line) => {
  expect(code(build)).toBe(line);
});

test.each([
  ['a variable of the image', 'ENV DEBUG=0 SECRET_KEY=build\nRUN python manage.py collectstatic'],
  ['one that the line exports', 'RUN DEBUG=0 SECRET_KEY=build python manage.py collectstatic'],
  ['a secret that is mounted', 'RUN --mount=type=secret,id=env python manage.py collectstatic'],
])('%s leaves nothing to mend', (_name, build) => {
  expect(code(build)).toBeUndefined();
});
