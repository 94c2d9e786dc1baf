/** Gives an input to golive, and says what golive did that it must never do. */
import {
  createFactReader,
  createProject,
  dependencies,
  entryPoints,
  given,
  providersOf,
  settings,
  settingsUnset,
} from '@django-golive/core';
import { describeSettings, readSettings } from '@django-golive/django-settings';
import { profiles } from '@django-golive/profiles';
import { reporters } from '@django-golive/reporters';
import { auditLoaded, readers } from '../../../packages/cli/src/audit-project.js';
import { budgets } from '../../../packages/django-settings/src/budgets.js';
import { declaredOnly } from '../../declared-only.js';
import type { HostileInput } from './input.js';

/** What came of an input. */
export interface Examined {
  /** Steps of its costliest scenario. */
  readonly steps: number;
  readonly problem: string | undefined;
}

const declared = [
  'environ',
  'decouple',
  'dotenv',
  'environs',
  'dj_database_url',
  'yaml',
  'configurations',
  'split_settings',
];
const today = '2026-01-01';
/** Production is evaluated again as long as all evaluations together are within the budget of one. */
const mostSteps = 2 * budgets.steps + 100 * budgets.graceSteps;

/** Never throws. `thorough`: the whole audit and every reporter as well. */
export function examine(input: HostileInput, thorough: boolean): Examined {
  let steps = 0;
  const problems: string[] = [];
  const guarded = (what: string, run: () => void) => {
    try {
      run();
    } catch (error) {
      problems.push(`${what} threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  };
  const project = projectOf(input, problems);
  const { variables, django } = input;
  const named = input.settings === undefined ? {} : { settings: input.settings };
  const profile = profiles[input.made.length % (profiles.length + 1)];
  const readerOf = (strict: boolean) =>
    createFactReader(
      providersOf(project, {
        // What is declared is a reader's of its own: whole audits ask it.
        providers: thorough
          ? readers
          : [given(dependencies, declaredOnly(declared, django, '3.12', undefined)), ...readSettings],
        today,
        operator: { variables, django, strict, ...named },
        ...(profile ? { profile } : {}),
      }),
    );
  const production = readerOf(false);
  guarded('the entry points', () => production(entryPoints));
  for (const [scenario, fact, read] of [
    ['strict', settings, readerOf(true)],
    ['production', settings, production],
    ['unset', settingsUnset, production],
  ] as const) {
    guarded(`the scenario ${scenario}`, () => {
      const found = read(fact);
      steps = Math.max(steps, found.steps);
      if (found.steps > mostSteps) problems.push(`the scenario ${scenario} took ${found.steps} steps`);
      if (thorough) JSON.stringify(describeSettings(found, { reveal: true }));
      JSON.stringify(describeSettings(found, { reveal: false }));
      for (const name of found.names) found.get(name);
    });
  }
  if (thorough) {
    guarded('the audit', () => {
      const report = auditLoaded(project, { today, operator: { variables, django, ...named } });
      const crashed = report.outcomes.filter(({ outcome }) => outcome === 'crashed').map(({ rule }) => rule);
      if (crashed.length > 0) problems.push(`these rules crashed: ${crashed.join(', ')}`);
      for (const [name, render] of Object.entries(reporters))
        guarded(name, () => render(report, { color: false, columns: 100 }));
    });
  }
  return { steps, problem: problems.length > 0 ? problems.slice(0, 3).join('\n') : undefined };
}

/** A project that tells when a file is read that it does not list. */
function projectOf({ files }: HostileInput, problems: string[]) {
  const listed = new Map(Object.entries(files));
  return createProject({
    name: 'hostile',
    paths: listed.keys(),
    read(path) {
      const text = listed.get(path);
      if (text === undefined) problems.push(`it read ${path}, which is not of the project`);
      return text ?? '';
    },
    tracked: () => true,
  });
}
