/** The environment of a scenario: what is given, what an operator would set, and what production is taken to provide. */
import type { Assumption, Location } from '@django-golive/core';
import type { EnvironmentRead, VariableState } from '../evaluate/environment.js';
import type { PyUnknown, PyValue } from '../evaluate/value.js';
import type { AskedEnvironment, Asking } from './process.js';
import type { Expected, Survey } from './survey.js';

/**
 * `production` assumes what an operator would set and that what is required is provided; `unset` gives nothing and
 * `strict` exactly what is given: neither assumes anything.
 */
export type Scenario = 'production' | 'unset' | 'strict';

/** A variable that something gives. A value of `undefined` is set, to something that is not in the repository. */
export interface SuppliedVariable {
  readonly value: string | undefined;
  /** Only where the environment has none: an operator may give another. */
  readonly byDefault?: true;
  /** The line that gives it, where a file does. */
  readonly at?: Location;
}

/** An environment that tells afterwards what it took for granted. */
export interface ScenarioEnvironment extends AskedEnvironment {
  /** The assumptions that reads have met so far, in the order they were met. */
  assumptions(): readonly Assumption[];
  /** The variables that were taken to be absent, or perhaps absent, since nothing gives them. */
  missing(): ReadonlySet<string>;
  /** The variables of which a read was told that they are not there. */
  absent(): ReadonlySet<string>;
}

/** What a scenario is made of. */
export interface ScenarioSource {
  readonly scenario: Scenario;
  /** Strongest first is the caller's business: one entry a name. Ignored in `unset`. */
  readonly given: ReadonlyMap<string, SuppliedVariable>;
  /** What the settings files show of the variables an operator decides with. */
  readonly survey?: Survey;
  /** Variables that the environment is taken to provide, since the settings stop without. */
  readonly provided?: ReadonlySet<string>;
  /** Variables that are taken to be absent whatever reads them. */
  readonly absent?: ReadonlySet<string>;
}

/** What services that run tests set, each by its documentation: where the site runs there is no such service. */
const TEST_SERVICES: ReadonlySet<string> = new Set([
  'CI',
  'CONTINUOUS_INTEGRATION',
  'GITHUB_ACTIONS',
  'GITHUB_WORKFLOW',
  'GITLAB_CI',
  'CIRCLECI',
  'TRAVIS',
  'APPVEYOR',
  'BUILDKITE',
  'DRONE',
  'JENKINS_URL',
  'TEAMCITY_VERSION',
  'TF_BUILD',
  'SEMAPHORE',
  'BITBUCKET_BUILD_NUMBER',
]);

const DEVELOPMENT = /^(?:dev|develop|development|local)$/iu;
const DEBUG_NAME = /(?:^|_)DEBUG$/u;

/** The environment of a scenario. */
export function createEnvironment(source: ScenarioSource): ScenarioEnvironment {
  const given = source.scenario === 'unset' ? new Map<string, SuppliedVariable>() : source.given;
  const closed = source.scenario !== 'production';
  const assumed = new Map<string, Assumption>();
  const missing = new Set<string>();
  const unknown = new Set<string>();
  const absent = new Set<string>();

  function ask(read: EnvironmentRead, how: Asking): VariableState {
    const state = answer(read, how);
    if (state.state === 'absent') absent.add(read.name);
    return state;
  }

  function answer(read: EnvironmentRead, how: Asking): VariableState {
    const supplied = given.get(read.name);
    if (supplied) {
      if (supplied.value !== undefined) return { state: 'given', value: supplied.value };
      unknown.add(read.name);
      return {
        state: 'unknown',
        value: unknownValue(read.name, 'is set to a value that is not in the repository', {}),
      };
    }
    if (closed || how === 'supplied') return { state: 'absent' };
    if (source.absent?.has(read.name)) {
      missing.add(read.name);
      return { state: 'absent' };
    }
    if (source.provided?.has(read.name)) {
      unknown.add(read.name);
      return provided(read.name);
    }
    if (TEST_SERVICES.has(read.name) && how !== 'required') return { state: 'absent' };
    const expected = expectedOf(read, how, source.survey);
    if (expected) {
      if (expected.value === null) return { state: 'absent' };
      assumed.set(read.name, { variable: read.name, value: expected.value, why: expected.why });
      return { state: 'given', value: expected.value };
    }
    const state = withoutGiver(read.name, how, source.survey);
    if (state.state === 'unknown') unknown.add(read.name);
    if (state.state === 'absent' || (state.state === 'unknown' && state.value.type === undefined))
      missing.add(read.name);
    return state;
  }

  return {
    ask,
    lookup: (read) => ask(read, read.required ? 'required' : read.default ? 'defaulted' : 'optional'),
    names: [...given.keys()],
    closed,
    settles: (variables) => !closed && variables.some((name) => unknown.has(name)),
    assumes: (variable) => assumed.has(variable),
    defaults: (variable) => given.get(variable)?.byDefault === true,
    givenAt: (variable) => given.get(variable)?.at,
    contradicts: (variable, value) =>
      !closed && !given.has(variable) && isSet(source.survey?.expected.get(variable)) && DEVELOPMENT.test(value),
    assumptions: () => [...assumed.values()],
    missing: () => missing,
    absent: () => absent,
  };
}

/** What an operator would set for a variable that decides DEBUG or names the environment. */
function expectedOf(read: EnvironmentRead, how: Asking, survey: Survey | undefined): Expected | undefined {
  const expected = survey?.expected.get(read.name);
  if (expected?.value === null && how === 'required')
    return { value: 'False', why: `\`${read.name}\` decides \`DEBUG\`` };
  if (expected) return expected;
  // Without a default that is true, a variable with such a name is off by not being there.
  if (!DEBUG_NAME.test(read.name) || how === 'optional' || how === 'presence') return undefined;
  if (how === 'defaulted' && read.default && isOff(read.default)) return undefined;
  const value = read.cast === 'int' ? '0' : 'False';
  return { value, why: `\`${read.name}\` is a debug switch, which production turns off` };
}

function isSet(expected: Expected | undefined): boolean {
  return expected !== undefined && expected.value !== null;
}

function isOff(value: PyValue): boolean {
  switch (value.kind) {
    case 'none':
      return true;
    case 'bool':
      return !value.value;
    case 'int':
      return value.value === 0n;
    case 'str':
      return /^(?:false|0|no|off|f|n|)$/iu.test(value.value);
    default:
      return false;
  }
}

function provided(name: string): VariableState {
  return {
    state: 'unknown',
    value: unknownValue(name, 'is given where it runs, which no file of the repository shows', { truth: true }),
  };
}

function withoutGiver(name: string, how: Asking, survey: Survey | undefined): VariableState {
  switch (how) {
    case 'required':
      return provided(name);
    case 'presence':
      return survey?.required.has(name) ? provided(name) : { state: 'absent' };
    case 'optional':
      if (survey?.required.has(name)) return provided(name);
      if (survey?.fallback.has(name) || survey?.defaulted.has(name)) return { state: 'absent' };
      if (survey?.tested.has(name)) return { state: 'unknown', value: perhaps(name) };
      return provided(name);
    default:
      return { state: 'absent' };
  }
}

/** Nobody sets a variable that is asked for to nothing; one that is given may be empty. */
function unknownValue(name: string, how: string, certain: { readonly truth?: true }): PyUnknown {
  return {
    kind: 'unknown',
    why: `the environment variable \`${name}\` ${how}`,
    type: 'str',
    ...certain,
    notNone: true,
    variables: [name],
  };
}

function perhaps(name: string): PyUnknown {
  return {
    kind: 'unknown',
    why: `whether the environment variable \`${name}\` is given is not known`,
    variables: [name],
  };
}
