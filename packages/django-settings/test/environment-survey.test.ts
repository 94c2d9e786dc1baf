/** What an operator is foreseen to set, from the text of settings files alone. */
import { describe, expect, test } from 'vitest';
import { createEnvironment } from '../src/environment/scenario.js';
import { surveyOf } from '../src/environment/survey.js';
import { str } from '../src/evaluate/value.js';
import { parse } from '../src/syntax/parse.js';

const survey = (source: string) => surveyOf([parse(source)]);

test('a variable that is held against a collection under a name names the environment', () => {
  const source =
    "VALID = {'local', 'production'}\nENV = os.getenv('ENV', 'local')\nif ENV not in VALID:\n    raise ValueError\n";
  expect(survey(source).expected.get('ENV')?.value).toBe('production');
});

describe('a variable that decides DEBUG', () => {
  test.each([
    ["DEBUG = os.environ.get('DEBUG', 'True') == 'True'", 'DEBUG', 'False'],
    ["DEBUG = config('DEBUG', default=True, cast=bool)", 'DEBUG', 'False'],
    ["DEBUG = config('DEBUG', cast=bool)", 'DEBUG', 'False'],
    ["DEBUG = env.bool('DJANGO_DEBUG', True)", 'DJANGO_DEBUG', 'False'],
    ["DEBUG = int(os.environ.get('DEBUG', 1))", 'DEBUG', '0'],
    ["DEBUG = bool(int(os.getenv('DEBUG', '1')))", 'DEBUG', '0'],
    ["DEBUG = os.environ.get('DEBUG') != 'False'", 'DEBUG', 'False'],
    ["DEBUG = os.environ.get('DEBUG', 'on').lower() in ('on', 'true')", 'DEBUG', 'False'],
    ["DEBUG = json.loads(os.environ.get('DEBUG', 'true'))", 'DEBUG', '0'],
    ["DEBUG = os.environ.get('ENV', 'dev') != 'production'", 'ENV', 'production'],
    ["DEBUG = os.environ.get('APP_ENV') == 'development'", 'APP_ENV', 'production'],
    ["DEBUG = not os.environ.get('PRODUCTION')", 'PRODUCTION', 'True'],
    ["IS_PROD = os.environ.get('IS_PROD') == 'true'\nDEBUG = not IS_PROD", 'IS_PROD', 'true'],
    ["DEBUG = get_bool_from_env('DEBUG', True)", 'DEBUG', 'False'],
    ["DEBUG = get_env('STAGE') == 'dev'", 'STAGE', 'production'],
    ["DEBUG = 'LIVE_SERVER' not in os.environ", 'LIVE_SERVER', '1'],
    ["DEBUG = True if os.environ['MODE'] == 'dev' else False", 'MODE', 'False'],
  ])('%s: %s is set to %j', (source, variable, value) => {
    expect(survey(source).expected.get(variable)?.value).toBe(value);
  });

  test.each([
    ["DEBUG = os.environ.get('DEBUG') == 'True'", 'DEBUG'],
    ["DEBUG = config('DEBUG', default=False, cast=bool)", 'DEBUG'],
    ["DEBUG = 'DEBUG' in os.environ", 'DEBUG'],
    ["DEBUG = os.environ.get('DEBUG', False)", 'DEBUG'],
  ])('%s: %s is left unset, which turns it off', (source, variable) => {
    expect(survey(source).expected.get(variable)?.value).toBeNull();
  });

  test('no value is found where any text turns it on', () => {
    expect(survey("DEBUG = bool(os.environ.get('DEBUG', True))").expected.has('DEBUG')).toBe(false);
  });
});

describe('a variable that names the environment', () => {
  test.each([
    [
      "ENVIRONMENT = os.environ.get('ENVIRONMENT', 'development')\nif ENVIRONMENT == 'production': pass",
      'ENVIRONMENT',
      'production',
    ],
    ["if os.getenv('DJANGO_ENV', 'dev').lower() in ['prod', 'staging']: pass", 'DJANGO_ENV', 'prod'],
    ["STAGE = env('STAGE')\nmatch STAGE:\n    case 'live':\n        pass", 'STAGE', 'live'],
    ["if os.environ.get('SERVER_KIND') == 'PRODUCTION': pass", 'SERVER_KIND', 'PRODUCTION'],
    ["ENV = os.environ.get('ENV')\nif ENV == 'local': pass", 'ENV', 'production'],
  ])('%j: %s is %s', (source, variable, value) => {
    expect(survey(source).expected.get(variable)?.value).toBe(value);
  });

  test('a variable that is only passed on is not one', () => {
    expect(survey("SENTRY_ENVIRONMENT = os.environ.get('SENTRY_ENVIRONMENT', 'x')").expected.size).toBe(0);
  });
});

describe('a scenario', () => {
  const ask = (
    source: string,
    scenario: 'production' | 'unset' | 'strict',
    given: Readonly<Record<string, string>> = {},
  ) =>
    createEnvironment({
      scenario,
      given: new Map(Object.entries(given).map(([name, value]) => [name, { value }])),
      survey: survey(source),
    });

  test('states what it assumes, once', () => {
    const environment = ask("DEBUG = config('DEBUG', default=True, cast=bool)", 'production');
    environment.ask({ name: 'DEBUG', required: false, default: str('True') }, 'defaulted');
    environment.ask({ name: 'DEBUG', required: false, default: str('True') }, 'defaulted');
    expect(environment.assumptions()).toEqual([{ variable: 'DEBUG', value: 'False', why: '`DEBUG` decides `DEBUG`' }]);
  });

  test('prefers what is given to what it would assume', () => {
    const environment = ask("DEBUG = config('DEBUG', default=True, cast=bool)", 'production', { DEBUG: 'True' });
    expect(environment.ask({ name: 'DEBUG', required: false }, 'defaulted')).toEqual({ state: 'given', value: 'True' });
    expect(environment.assumptions()).toEqual([]);
  });

  test('takes a required variable for provided, one with a default for absent', () => {
    const environment = ask("X = os.environ['X']\nY = os.environ.get('Y', '')", 'production');
    expect(environment.ask({ name: 'X', required: true }, 'required')).toMatchObject({
      state: 'unknown',
      value: { type: 'str', truth: true },
    });
    expect(environment.ask({ name: 'Y', required: false }, 'defaulted')).toEqual({ state: 'absent' });
  });

  test('does not know of an optional variable that a condition asks for', () => {
    const environment = ask("if os.environ.get('SENTRY_DSN'): pass\nKEY = os.environ.get('KEY')", 'production');
    expect(environment.ask({ name: 'SENTRY_DSN', required: false }, 'optional')).not.toHaveProperty('value.type');
    expect(environment.ask({ name: 'KEY', required: false }, 'optional')).toMatchObject({ value: { type: 'str' } });
  });

  test('lets the default of a helper apply whose own code reads without one', () => {
    const environment = ask("HOSTS = get_list_from_env('HOSTS', default=['a'])", 'production');
    expect(environment.ask({ name: 'HOSTS', required: false }, 'optional')).toEqual({ state: 'absent' });
  });

  test('has a variable for presence tests only where something requires it', () => {
    const environment = ask("A = os.environ['A']", 'production');
    expect(environment.ask({ name: 'A', required: false }, 'presence').state).toBe('unknown');
    expect(environment.ask({ name: 'B', required: false }, 'presence').state).toBe('absent');
  });

  test('assumes nothing when it is strict or unset', () => {
    for (const scenario of ['strict', 'unset'] as const) {
      const environment = ask("DEBUG = config('DEBUG', default=True, cast=bool)", scenario, { A: '1' });
      expect(environment.ask({ name: 'DEBUG', required: false }, 'defaulted')).toEqual({ state: 'absent' });
      expect(environment.closed).toBe(true);
      expect(environment.ask({ name: 'A', required: false }, 'presence').state).toBe(
        scenario === 'strict' ? 'given' : 'absent',
      );
    }
  });
});
