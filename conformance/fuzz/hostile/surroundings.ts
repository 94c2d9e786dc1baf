/** Files that lead to the settings, or that targets read: hostile ones in their place. */
import type { Random } from '../random.js';
import { size, times } from './bomb.js';

const declared =
  'Django==5.2\ndjango-environ\npython-decouple\ndj-database-url\npython-dotenv\nenvirons\ndjango-configurations\ndjango-split-settings\nPyYAML\npydantic-settings\ndynaconf\n';

const makers: readonly (readonly [string, (random: Random) => string])[] = [
  [
    'manage.py',
    (random) =>
      `#!/usr/bin/env python\nimport os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', ${random.pick(["'config.settings'", "'.' * 100", "'a' * 10**9", 'os.environ["X"]', "'config.' + 'settings'", "f'{x}'", 'None', "'..config'", "'config.settings.x'"])})\n`,
  ],
  [
    'config/wsgi.py',
    (random) =>
      `import os\n${times(size(random, 3000), (index) => `os.environ[${random.pick(["'DJANGO_SETTINGS_MODULE'", `'V${index}'`])}] = 'config.settings'`, '\n')}\nfrom django.core.wsgi import get_wsgi_application\napplication = get_wsgi_application()\n`,
  ],
  [
    'Dockerfile',
    (random) =>
      random.pick([
        `FROM python:3.12\nENV DJANGO_SETTINGS_MODULE=config.settings\nCMD ["gunicorn", "config.wsgi"]\n`,
        `FROM ${'a'.repeat(size(random))}\n`,
        `FROM python\n${times(size(random, 5000), (index) => `ENV V${index}=\${V${index === 0 ? '' : index - 1}}\${V${index}}\n`)}`,
        `RUN ${'a \\\n'.repeat(size(random))}`,
        `FROM python\nENV ${'A=$A'.repeat(size(random, 5000))}\nCMD gunicorn config.wsgi`,
        `FROM python\nCMD ${'['.repeat(size(random, 20_000))}`,
        `RUN <<EOF\n${'x\n'.repeat(size(random))}`,
        `FROM python\nCMD ["gunicorn", "${'-'.repeat(size(random))}"]`,
        `# escape=\`\nFROM python\nARG A=${'$'.repeat(size(random, 20_000))}`,
      ]),
  ],
  [
    'Procfile',
    (random) =>
      random.pick([
        'web: gunicorn config.wsgi',
        `web: ${'A=1 '.repeat(size(random, 20_000))} gunicorn config.wsgi`,
        times(size(random, 20_000), (index) => `p${index}: x\n`),
        `web: ${'"'.repeat(size(random))}`,
        `web: ${'$('.repeat(size(random, 20_000))}`,
        `web: gunicorn ${"--env A='".repeat(size(random, 5000))}`,
        `web: ${'a && '.repeat(size(random, 20_000))} gunicorn config.wsgi`,
        `web:${' '.repeat(size(random))}x`,
      ]),
  ],
  [
    'docker-compose.yml',
    (random) =>
      random.pick([
        'services:\n  web:\n    build: .\n    environment: {A: 1}\n    command: gunicorn config.wsgi\n',
        `a: &a [1, 1]\n${times(size(random, 40), (index) => `b${index}: &b${index} [*${index === 0 ? 'a' : `b${index - 1}`}, *${index === 0 ? 'a' : `b${index - 1}`}]\n`)}services:\n  web:\n    environment: *b0\n`,
        `services: ${'{a: '.repeat(size(random, 3000))}`,
        `services:\n${times(size(random, 3000), (index) => `  s${index}:\n    extends: s${index + 1}\n    depends_on: [s${index}]\n    image: x\n`)}`,
        'services: &a\n  web: *a\n',
        `services:\n  web:\n    environment:\n${times(size(random, 3000), (index) => `      - V${index}=\${V${index}:-\${V${index}}}\n`)}`,
        'services: []',
        'services:\n  web: &w\n    <<: *w\n',
      ]),
  ],
  [
    '.env',
    (random) =>
      random.pick([
        `A=${'x'.repeat(size(random))}\n`,
        times(size(random, 20_000), (index) => `V${index}=\${V${index + 1}}\n`),
        'A="'.repeat(size(random, 5000)),
      ]),
  ],
  [
    'requirements.txt',
    (random) =>
      random.pick([
        declared,
        `-r requirements.txt\n`,
        `${'-r requirements.txt\n'.repeat(size(random, 3000))}`,
        `Django${'>=1,'.repeat(size(random, 20_000))}\n`,
        `Django==${'9'.repeat(size(random, 20_000))}\n`,
        `Django ; ${'('.repeat(size(random, 5000))}\n`,
        `x ; ${"python_version < '3' and ".repeat(size(random, 3000))}\n`,
        times(size(random, 5000), (index) => `p${index}==1.0\n`),
        `Django[${'a,'.repeat(size(random, 20_000))}]`,
        `Django==1.0${'.0'.repeat(size(random, 20_000))}\n`,
        `-e ${'git+'.repeat(size(random, 20_000))}`,
        `Django \\\n`.repeat(size(random, 20_000)),
      ]),
  ],
  [
    'pyproject.toml',
    (random) =>
      random.pick([
        `[project]\ndependencies = [${'"a",'.repeat(size(random, 5000))}]\n`,
        `[tool.poetry.dependencies]\n${times(size(random, 2000), (index) => `p${index} = "^1"\n`)}`,
        `a = ${'['.repeat(size(random, 3000))}`,
        `[dependency-groups]\na = [{include-group = "a"}]\n`,
        `[project]\nrequires-python = "${'>='.repeat(size(random, 5000))}"`,
      ]),
  ],
  [
    'setup.py',
    (random) =>
      `from setuptools import setup\nsetup(install_requires=[${times(size(random, 5000), (index) => `'p${index}'`, ', ')}])\n`,
  ],
  [
    'apache.conf',
    (random) =>
      random.pick([
        `<VirtualHost *:80>\n${'<Directory />\n'.repeat(size(random, 5000))}`,
        `WSGIScriptAlias / ${'/a'.repeat(size(random, 20_000))}\n`,
        `ServerName ${'a'.repeat(size(random))}\n`,
        `Define A \${A}\nInclude \${A}\nInclude apache.conf\n`,
        `SetEnv ${'\\\n'.repeat(size(random))}`,
      ]),
  ],
  [
    'app.json',
    (random) =>
      random.pick([
        '['.repeat(size(random, 20_000)),
        `{"env": {${times(size(random, 3000), (index) => `"V${index}": {"value": "x"}`, ',')}}}`,
        '{"env": '.repeat(size(random, 3000)),
        '{"env": {"A": {"generator": "secret"}}}',
      ]),
  ],
  [
    'uwsgi.ini',
    (random) =>
      `[uwsgi]\n${times(size(random, 3000), (index) => random.pick([`env = V${index}=%(v)`, 'ini = uwsgi.ini', `module = ${'a.'.repeat(50)}`, `env = DJANGO_SETTINGS_MODULE=config.settings`]), '\n')}`,
  ],
  [
    'app.service',
    (random) =>
      `[Service]\n${times(size(random, 3000), () => random.pick(['Environment="A=1" B=2', 'ExecStart=gunicorn config.wsgi', 'EnvironmentFile=/etc/x', `ExecStart=${'\\'.repeat(9)}`, '[Service', `Environment="${'a'.repeat(99)}`]), '\n')}`,
  ],
  [
    'gunicorn.conf.py',
    (random) =>
      `${random.pick(['bind = "0.0.0.0"', 'raw_env = ["A=1"] * 10**9', `raw_env = [${"'A=1',".repeat(size(random, 5000))}]`, `${'('.repeat(size(random, 5000))}`])}\n`,
  ],
  [
    'start.sh',
    (random) =>
      random.pick([
        'exec gunicorn config.wsgi\n',
        `${'if x; then\n'.repeat(size(random, 5000))}`,
        `export A=${'$(x '.repeat(size(random, 5000))}\n`,
        `cat <<EOF\n${'a\n'.repeat(size(random))}`,
        '#!/bin/sh\n. ./start.sh\nexec ./start.sh\n',
      ]),
  ],
];

/** A few such files. */
export function surroundings(random: Random): Readonly<Record<string, string>> {
  const found: Record<string, string> = random.chance(0.6) ? { 'requirements.txt': declared } : {};
  for (let count = random.pick([0, 0, 1, 2]); count > 0; count -= 1) {
    const [path, make] = random.pick(makers);
    found[path] = make(random);
  }
  return found;
}
