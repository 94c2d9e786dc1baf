/** A further command in CI, started as the step that runs the tests starts its own: there Django and the variables are. */

import { expect, test } from 'vitest';
import { remedyOf } from './finding-of.js';

const manage = "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n";
const model = 'from django.db import models\n\n\nclass Thing(models.Model):\n    name = models.TextField()\n';

/** The code for missing migrations, beside a check of the settings that is there already. */
const codeIn = (path: string, text: string, directory = '') =>
  remedyOf('testing/ci-deploy-check-missing', {
    [`${directory}manage.py`]: manage,
    [`${directory}config/__init__.py`]: '',
    [`${directory}config/settings.py`]: "INSTALLED_APPS = ['shop']\n",
    [`${directory}shop/__init__.py`]: '',
    [`${directory}shop/models.py`]: model,
    'check.sh': 'python manage.py check --deploy\n',
    [path]: text,
  })?.code;

const workflow = (steps: string) => `on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;
const inWorkflow = (steps: string, directory = '') => codeIn('.github/workflows/ci.yml', workflow(steps), directory);

test('a step is given what the step of the tests is given', () => {
  const env = '        env:\n          DJANGO_ENV: test\n          DB_PASSWORD: ${{ secrets.DB_PASSWORD }}\n';
  const wanted = `      - run: poetry run python manage.py makemigrations --check\n${env}`.trimEnd();
  expect(inWorkflow(`      - run: poetry run python manage.py test\n${env}`)).toBe(wanted);
  expect(inWorkflow(`      - name: Test\n${env}        run: poetry run pytest\n`)).toBe(wanted);
});

test('a step begins in the directory in which the tests do', () => {
  const there = '        working-directory: ./site\n';
  const steps = `      - name: Test\n        run: uv run pytest\n${there}`;
  expect(inWorkflow(steps, 'site/')).toBe(
    `      - run: uv run python manage.py makemigrations --check\n${there}`.trimEnd(),
  );
  expect(inWorkflow('      - run: cd site && python3 manage.py test\n', 'site/')).toBe(
    '      - run: cd site && python3 manage.py makemigrations --check',
  );
});

test('a line joins the others of its step', () => {
  const block = '      - env:\n          DJANGO_ENV: test\n        run: |\n          poetry install\n';
  expect(inWorkflow(`${block}          poetry run pytest -v\n      - run: echo done\n`)).toBe(
    '          poetry run python manage.py makemigrations --check',
  );
  const circle = `jobs:\n  build:\n    steps:\n      - run: |\n          poetry install\n      - run: |\n          poetry run python manage.py migrate\n          poetry run python manage.py test\n`;
  expect(codeIn('.circleci/config.yml', circle)).toBe('          poetry run python manage.py makemigrations --check');
  const gitlab = 'test:\n  script:\n    - pip install .\n    - pipenv run pytest\n';
  expect(codeIn('.gitlab-ci.yml', gitlab)).toBe('    - pipenv run python manage.py makemigrations --check');
});

test('no line is cut in two, and none goes into a step of another program', () => {
  const shared = /^python manage\.py makemigrations --check$/;
  expect(inWorkflow('      - run: |\n          pytest \\\n            -v\n')).toMatch(shared);
  expect(
    inWorkflow(
      '      - uses: appleboy/ssh-action@v1\n        with:\n          script: |\n            cd /srv\n            python manage.py test\n',
    ),
  ).toMatch(shared);
});

test('an entry of a list stays one line', () => {
  const remedy = remedyOf('testing/ci-deploy-check-missing', {
    'manage.py': manage,
    'config/__init__.py': '',
    'config/settings.py': "import os\nSECRET_KEY = os.environ['SECRET_KEY']\n",
    '.gitlab-ci.yml': 'test:\n  script:\n    - pip install .\n    - pytest\n',
  });
  expect(remedy?.code).toMatch(/^ {4}- SECRET_KEY=\S+ python manage\.py check --deploy [^\n]*$/);
  expect(remedy?.summary).toMatch(/^Add a line behind that of the tests, with the settings of production/);
});
