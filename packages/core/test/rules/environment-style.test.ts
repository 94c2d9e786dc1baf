/** Remedies in the project's own words. */
import { expect, test } from 'vitest';
import { takeFromEnvironment, type Wanted } from '../../src/rules/settings/environment-style.js';
import { projectOf } from '../../src/source.js';
import { settingsOf } from './given.js';

const write = (source: string, wanted: Wanted, setting = 'X'): string | undefined =>
  takeFromEnvironment(
    { project: projectOf({ 'config/settings.py': source }), settings: settingsOf({}) },
    { setting, wanted, summary: 'Do it.' },
  ).code;

test.each([
  ['import os\n', 'text', "X = os.environ['X']"],
  ['', 'text', "import os\n\nX = os.environ['X']"],
  ['import os\n', 'boolean', "X = os.environ.get('X', '') == 'True'"],
  ['import os\n', 'list', "X = [item for item in os.environ.get('X', '').split(',') if item]"],
  ['from decouple import config\n', 'text', "X = config('X')"],
  ['from decouple import config\n', 'boolean', "X = config('X', default=False, cast=bool)"],
  ['from decouple import config\n', 'list', "from decouple import Csv, config\n\nX = config('X', cast=Csv())"],
  ['from decouple import config, Csv\n', 'list', "X = config('X', cast=Csv())"],
  ['import environ\nenv = environ.Env()\n', 'text', "X = env.str('X')"],
  ['import environ\nread = environ.Env(DEBUG=(bool, False))\n', 'boolean', "X = read.bool('X', default=False)"],
  ['from environs import Env\nenv = Env()\n', 'list', "X = env.list('X')"],
] as const)('%j: %s', (source, wanted, code) => {
  expect(write(source, wanted)).toBe(code);
});
