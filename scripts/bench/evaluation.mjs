/** Evaluates the settings of one project again and again, and prints what each time took, as one line of JSON. */
import {
  createFactReader,
  dependencies,
  deployment,
  given,
  providersOf,
  settings as settingsFact,
} from '@django-golive/core';
import { readers } from '../../packages/cli/src/audit-project.ts';
import { chooseTarget } from '../../packages/cli/src/choose-target.ts';
import { loadProject } from '../../packages/cli/src/disk/load-project.ts';

const [directory, module, rounds] = process.argv.slice(2);
/** Evaluations before any is timed: V8 goes on making what runs often faster for about so many. */
const warming = 40;
const today = '2026-01-01';
const project = loadProject(directory);
const { profile } = chooseTarget(project, undefined, today);

const parserOf = readers.find(({ fact }) => fact.id === 'python-parser');
/** What the targets of one run share: each file parsed once. */
const parser = given(parserOf.fact, parserOf.derive({ project }));

/** The settings as an audit would ask for them, after the dependencies and the target's files: evaluated anew, and parsed anew or not. */
function evaluate(...parsed) {
  const read = createFactReader(
    providersOf(project, {
      providers: [...readers, ...parsed],
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

/** The median of what a few evaluations take. */
function median(...parsed) {
  const times = Array.from({ length: Number(rounds) }, () => evaluate(...parsed).took).sort((a, b) => a - b);
  return times[times.length >> 1];
}

const first = evaluate(parser);
for (let round = 0; round < warming; round += 1) evaluate(parser);
const warm = median(parser);
const anew = median();
const { settings } = first;
console.log(
  JSON.stringify({
    module: settings.module,
    path: settings.path,
    names: settings.names.length,
    files: settings.files.length,
    steps: settings.steps,
    cold: first.took,
    warm,
    anew,
    required: settings.environment.filter(({ required }) => required).map(({ name }) => name),
  }),
);
