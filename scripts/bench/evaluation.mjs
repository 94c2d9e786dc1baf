/** Evaluates the settings of one project again and again, and prints what each time took, as one line of JSON. */
import { createFactReader, dependencies, deployment, providersOf, settings as settingsFact } from '@django-golive/core';
import { readers } from '../../packages/cli/src/audit-project.ts';
import { chooseTarget } from '../../packages/cli/src/choose-target.ts';
import { loadProject } from '../../packages/cli/src/disk/load-project.ts';

const [directory, module, rounds] = process.argv.slice(2);
const today = '2026-01-01';
const project = loadProject(directory);
const { profile } = chooseTarget(project, undefined, today);

/** The settings as an audit would ask for them, after the dependencies and the target's files: parsed and evaluated anew. */
function evaluate() {
  const read = createFactReader(
    providersOf(project, {
      providers: readers,
      today,
      ...(module ? { operator: { settings: module } } : {}),
      ...(profile ? { profile } : {}),
    }),
  );
  // What the settings hang on and is no work of the evaluation.
  read(dependencies);
  read(deployment);
  const begun = performance.now();
  const settings = read(settingsFact);
  return { settings, took: performance.now() - begun };
}

const first = evaluate();
const warm = Array.from({ length: Number(rounds) }, () => evaluate().took).sort((a, b) => a - b);
const { settings } = first;
console.log(
  JSON.stringify({
    module: settings.module,
    path: settings.path,
    names: settings.names.length,
    files: settings.files.length,
    steps: settings.steps,
    cold: first.took,
    warm: warm[warm.length >> 1],
    required: settings.environment.filter(({ required }) => required).map(({ name }) => name),
  }),
);
