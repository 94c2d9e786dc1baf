/** CI that never asks Django for what is wrong with the settings of production, or whether migrations are missing. */
import { isSensitiveName } from '../../describe.js';
import { apps } from '../../facts/apps.js';
import { entryPoints } from '../../facts/entry-points.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { defineRule, docs, minutes, type Remedy } from '../../rule.js';
import { manageDirectory } from '../deps/first-line.js';
import { ciItselfSays, ciSays, readableCiFiles, runsDjango, testingFile, topOf } from './ci-files.js';
import { stepFor } from './ci-step.js';
import { type Variables, variablesFor } from './test-environment.js';

const deployCheck = /\bcheck\b.*--deploy\b|\bgolive\b/;
const migrationCheck =
  /\bmakemigrations\b.*--(check|dry-run)|\bmigrate\b.*--check\b|migration-?linter|django-test-migrations|lintmigrations|pytest-django-migrations|\bgolive\b/;
/** A step that has the project and its packages at hand. */
const runsPython = /\b(python3?|pytest|tox|nox|manage\.py|uv run|poetry run|make|docker[ -]compose)\b/;

export const ciDeployCheckMissing = defineRule({
  id: 'testing/ci-deploy-check-missing',
  title: "CI does not ask Django's own checks",
  sound: "CI asks Django's own checks",
  category: 'testing-ci',
  severity: 'low',
  effort: minutes(15),
  risk: 'A setting that is unsafe in production, or a model without its migration, is found after the deployment.',
  references: [
    docs('ref/django-admin', 'cmdoption-check-deploy'),
    docs('ref/django-admin', 'cmdoption-makemigrations-check'),
  ],
  since: '0.1.0',
  needs: { apps, entryPoints, project, settings },
  problems: {
    deploy: 'CI never runs `manage.py check --deploy`.',
    migrations: 'CI never runs `manage.py makemigrations --check`.',
  },
  // Without CI, or with one that only copies files, another rule speaks.
  when: ({ project, settings }) => settings.path !== undefined && ciItselfSays(project, runsPython),
  *check({ apps, entryPoints, project, settings }, { problem }) {
    const path = testingFile(project) ?? readableCiFiles(project)[0];
    const at = path === undefined ? undefined : topOf(project, path);
    if (!at) return;
    const manage = `python ${manageDirectory(project)}manage.py`;
    const where = runsDjango(project, at.path)
      ? ''
      : testingFile(project) === undefined
        ? ' No step here was recognised as one that runs the tests: the packages of the site have to be installed before it.'
        : ' The tests are run by what this file calls: put it there, where Django is installed.';
    const own = entryPoints.all.find(({ role }) => role === 'manage')?.module === settings.module;
    const variables = variablesOf(settings);
    const flag = settings.module === '' ? '' : ` --settings=${settings.module}`;
    if (!ciSays(project, deployCheck))
      yield {
        ...problem('deploy', { at, subject: 'ci:deploy' }),
        risk: 'A setting that is unsafe in production is found after the deployment.',
        confidence: 'firm',
        remedy: added(
          stepFor(project, at.path, { manage, command: `check --deploy --fail-level WARNING${flag}` }, variables),
          `with the settings of production, that fails on a warning.${where}`,
        ),
      };
    if (apps.own.some(({ models }) => models.length > 0) && !ciSays(project, migrationCheck))
      yield {
        ...problem('migrations', { at, subject: 'ci:migrations' }),
        risk: 'A model without its migration is found after the deployment.',
        confidence: 'firm',
        remedy: added(
          stepFor(project, at.path, { manage, command: 'makemigrations --check' }, own ? variables : []),
          `that fails where a model has changed and its migration is not there.${where}`,
        ),
      };
  },
});

/** The remedy in words: a step of its own, or a further line in that of the tests. */
function added(step: Omit<Remedy, 'summary'>, that: string): Remedy {
  const line = step.place === 'after' && !/^\s*- run:/.test(step.code ?? '');
  return { summary: `Add a ${line ? 'line behind that of the tests,' : 'step'} ${that}`, ...step };
}

/** What the settings stop without, made up, and what makes them those of production. */
function variablesOf(settings: Settings): Variables {
  // A key of CI's own, of the length that the checks ask for, in place of one that the code falls back on.
  const ofKey = keysIn(settings);
  const isKey = (name: string) => ofKey.includes(name);
  const key = 'only-for-tests-'.repeat(4);
  const required = variablesFor(settings, undefined).map(([name, value]) => [name, isKey(name) ? key : value] as const);
  const keys = settings.environment.flatMap(({ name }) => (isKey(name) ? [[name, key] as const] : []));
  const production = settings.assumptions.map(({ variable, value }) => [variable, value] as const);
  // What is taken to make them production's has the last word: `ENVIRONMENT=production`, which they may stop without as well.
  return [...new Map([...production, ...keys, ...required, ...production])];
}

/** The key's own variables: settings that a dict gathers hang on all that it holds, and some variables only choose where the key comes from. */
function keysIn({ environment, get }: Settings): readonly string[] {
  const { reads } = get('SECRET_KEY');
  const named = reads.filter((name) => /SECRET_?KEY/i.test(name));
  if (named.length > 0) return named;
  const [only] = reads.length === 1 ? environment.filter(({ name, required }) => required && name === reads[0]) : [];
  return only ? [only.name] : reads.filter(isSensitiveName);
}
