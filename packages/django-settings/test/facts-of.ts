/** Reads a fact of a project that is given as texts, with the package's own readers. */
import {
  createFactReader,
  type Dependencies,
  dependencies,
  deployment,
  type Fact,
  given,
  operator,
  project,
  projectOf,
  unknownDeployment,
} from '@django-golive/core';
import { readSettings } from '../src/index.js';

/** Every package is declared. */
const everything = {
  djangoSeries: '5.2',
  files: [],
  all: [],
  get: (name: string) => ({ name, specifier: '', kind: 'runtime', direct: true }),
  providing: () => [],
} as unknown as Dependencies;

/** The fact for these files; the environment is empty. */
export function factOf<T>(
  fact: Fact<T>,
  files: Readonly<Record<string, string>>,
  strict = false,
  declared: Partial<Dependencies> = {},
): T {
  return createFactReader([
    given(project, projectOf(files)),
    given(operator, { variables: {}, strict }),
    given(deployment, unknownDeployment),
    given(dependencies, { ...everything, ...declared }),
    ...readSettings,
  ])(fact);
}
