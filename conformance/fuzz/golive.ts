/** Evaluates a program with golive's evaluator, and turns what it throws into an answer. */
import { createProject, type ProjectSource, type Startup, type Value } from '@django-golive/core';
import { createEnvironment } from '../../packages/django-settings/src/environment/scenario.js';
import { EXTRAS } from '../../packages/django-settings/src/environment/surroundings.js';
import { evaluateModule } from '../../packages/django-settings/src/evaluate/evaluate-module.js';
import { freeze } from '../../packages/django-settings/src/evaluate/freeze.js';
import { libraryModules } from '../../packages/django-settings/src/evaluate/library/index.js';
import type { Program } from './program.js';

/** What golive says of a name. */
export interface Said {
  readonly value: Value;
  readonly certain: boolean;
}

/** What golive says of a program. */
export type Answer =
  | {
      readonly names: ReadonlyMap<string, Said>;
      /** Why there may be further names. */
      readonly open: string | undefined;
      readonly startup: Startup;
      /** Whether the words of the error that stops it are not known. */
      readonly wordless: boolean;
      /** Whether something was not known on the way, so that it is not known either what it would have raised. */
      readonly doubtful: boolean;
    }
  | { readonly crash: string };

/** Where a program lies, its Python, and the variables whose values golive is not told. */
export interface Surroundings {
  readonly root: string;
  readonly python: readonly [major: number, minor: number];
  readonly hidden: ReadonlySet<string>;
}

/** What `run.py` gives every program besides. */
const surroundingVariables = {
  PATH: '/usr/bin:/bin',
  HOME: '/nonexistent',
  LANG: 'C.UTF-8',
  DJANGO_SETTINGS_MODULE: 'config.settings',
};

/** Evaluate a program. Never throws. */
export function evaluateProgram({ files, env }: Program, { root, python, hidden }: Surroundings): Answer {
  const source: ProjectSource = {
    name: 'fuzz',
    paths: Object.keys(files),
    read: (path) => files[path] ?? '',
    tracked: () => true,
  };
  const given = Object.entries({ ...surroundingVariables, ...env }).map(
    ([name, value]) => [name, { value: hidden.has(name) ? undefined : value }] as const,
  );
  try {
    const { names, open, startup, doubtful, wordless } = evaluateModule({
      project: createProject(source),
      module: 'config.settings',
      roots: [''],
      root,
      environment: createEnvironment({ scenario: 'strict', given: new Map(given) }),
      libraries: libraryModules,
      declares: () => false,
      python,
      extras: new Map<string, unknown>([
        [EXTRAS.declares, () => false],
        [EXTRAS.directory, root],
        [EXTRAS.arguments, ['gunicorn']],
      ]),
      recover: false,
    });
    const said = [...names].map(([name, { value, certain }]) => [name, { value: freeze(value), certain }] as const);
    return { names: new Map(said), open, startup, doubtful, wordless };
  } catch (error) {
    return { crash: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
