/** Evaluates settings without knowing their environment and with values for it, and says where the first claims what the second denies. */
import { createProject, type Startup } from '@django-golive/core';
import { EXTRAS } from '../../packages/django-settings/src/environment/surroundings.js';
import type { Environment } from '../../packages/django-settings/src/evaluate/environment.js';
import { type Evaluation, evaluateModule } from '../../packages/django-settings/src/evaluate/evaluate-module.js';
import { freeze } from '../../packages/django-settings/src/evaluate/freeze.js';
import { libraryModules } from '../../packages/django-settings/src/evaluate/library/index.js';
import type { Program } from '../fuzz/program.js';
import { covers, textOf } from './covers.js';

/** Settings, and values that their variables may have; a variable that an environment lacks is not given. */
export interface Subject {
  readonly paths: readonly string[];
  readonly read: (path: string) => string;
  readonly module: string;
  readonly python?: readonly [major: number, minor: number];
  readonly declared?: readonly string[];
}

/** Values of environment variables, by name. */
export type Variables = Readonly<Record<string, string>>;

/** Nobody knows what these variables are; one that can do without being given may not be. */
function blindEnvironment(names: readonly string[], given: Variables): Environment {
  const others = givenEnvironment(given);
  return {
    lookup: (read) => {
      const { name, required } = read;
      if (!names.includes(name)) return others.lookup(read);
      const unknown = { kind: 'unknown', why: `\`${name}\` is not known`, variables: [name] } as const;
      return { state: 'unknown', value: required ? { ...unknown, type: 'str' } : unknown };
    },
    names: [],
    closed: false,
  };
}

function givenEnvironment(variables: Variables): Environment {
  return {
    lookup: ({ name }) => {
      const value = variables[name];
      return value === undefined ? { state: 'absent' } : { state: 'given', value };
    },
    names: Object.keys(variables),
    closed: true,
  };
}

/** Evaluates the settings in an environment. */
export function evaluateSubject(subject: Subject, environment: Environment | Variables): Evaluation {
  const { paths, read, module, python = [3, 13], declared = [] } = subject;
  return evaluateModule({
    project: createProject({ name: 'subject', paths, read, tracked: () => true }),
    module,
    roots: [''],
    root: '/project',
    environment: isEnvironment(environment) ? environment : givenEnvironment(environment),
    libraries: libraryModules,
    declares: (name) => declared.includes(name),
    python,
    extras: new Map<string, unknown>([
      [EXTRAS.declares, () => false],
      [EXTRAS.directory, '/project'],
      [EXTRAS.arguments, ['gunicorn']],
    ]),
  });
}

const isEnvironment = (one: Environment | Variables): one is Environment => typeof one.lookup === 'function';

/** What the evaluation without the variables `names` says wrongly of one with them; nothing where it is sound. `given` is known to both. */
export function contradictions(
  subject: Subject,
  names: readonly string[],
  samples: readonly Variables[],
  given: Variables = {},
): readonly string[] {
  const blind = evaluateSubject(subject, blindEnvironment(names, given));
  const required = new Set(blind.reads.flatMap((read) => (read.required ? [read.name] : [])));
  const fair = samples.filter((sample) => names.every((name) => name in sample || !required.has(name)));
  return fair.flatMap((sample) => {
    const found = against(blind, evaluateSubject(subject, { ...given, ...sample }), names);
    return found.map((text) => `${JSON.stringify(sample)}: ${text}`);
  });
}

/** Values of the two variables on which made-up programs hang. */
const pairs: readonly (readonly [string, string])[] = [
  ['a', 'a'],
  ['', '1'],
  ['1', ''],
  ['x,y', 'q,r'],
  ['b', ''],
  ['a,a', '1'],
  ['xz', 'a'],
];

/** The same of a made-up program. */
export function contradictionsOf({ files }: Program): readonly string[] {
  const subject: Subject = { paths: Object.keys(files), read: (path) => files[path] ?? '', module: 'config.settings' };
  const environments = pairs.map(([FIRST, SECOND]): Variables => ({ FIRST, SECOND }));
  return contradictions(subject, ['FIRST', 'SECOND'], environments);
}

function against(blind: Evaluation, seeing: Evaluation, names: readonly string[]): readonly string[] {
  const wrong = startupAgainst(blind, seeing, names);
  if (wrong !== undefined) return [wrong];
  if (seeing.startup.ok !== true || blind.startup.ok === false) return [];
  const found: string[] = [];
  for (const [name, { value, certain }] of blind.names) {
    const other = seeing.names.get(name);
    if (!isSetting(name) || (!other && !certain)) continue;
    if (!other) found.push(`${name} is said to be there, and is not`);
    else if (other.certain && !covers(freeze(value), freeze(other.value)))
      found.push(`${name} is said to be ${textOf(freeze(value))} and is ${textOf(freeze(other.value))}`);
  }
  if (blind.open !== undefined) return found;
  for (const name of seeing.names.keys())
    if (isSetting(name) && !blind.names.has(name)) found.push(`${name} is there, and was not foreseen`);
  return found;
}

/** Whoever gives a variable gives what the settings accept: an error that comes of its value is not foretold. */
function startupAgainst(blind: Evaluation, seeing: Evaluation, names: readonly string[]): string | undefined {
  const [said, is] = [blind.startup, seeing.startup];
  if (said.ok === null || is.ok === null) return undefined;
  if (said.ok && (is.ok || blind.doubtful)) return undefined;
  const [foretold, met] = [tell(said), tell(is)];
  // The words of an error that tells an unknown value are left out.
  if (foretold === met || (said.ok === false && said.error.message === '' && met.startsWith(foretold)))
    return undefined;
  const certain = seeing.refusals.find((refusal) => refusal.certain);
  if (certain?.variables.some((name) => names.includes(name))) return undefined;
  return `it is said that it ${foretold}, and it ${met}`;
}

function tell(startup: Exclude<Startup, { readonly ok: null }>): string {
  if (startup.ok) return 'starts';
  const { type, message, at } = startup.error;
  return `stops with ${type} at ${at.path}:${at.start.line}: ${message}`;
}

const isSetting = (name: string): boolean => /^[A-Z][A-Z0-9_]*$/.test(name);
