/** One scenario of the production settings: what is given, the evaluation, and Django's layer over what came of it. */
import {
  type Dependencies,
  type Deployment,
  type EntryPoint,
  type Operator,
  type Project,
  type Settings,
  truthOf,
} from '@django-golive/core';
import { absentSettings } from './absent-settings.js';
import { buildSettings } from './build-settings.js';
import { importClosure, modulePaths } from './discover/import-closure.js';
import { seriesOf } from './django/series.js';
import { expectedEnvironment } from './environment/dynaconf-survey.js';
import type { Scenario, ScenarioSource } from './environment/scenario.js';
import { type Survey, surveyOf } from './environment/survey.js';
import { givenVariables, onlyOperatorVariables, servingProcess } from './given-variables.js';
import { withoutFiles } from './left-out.js';
import type { MetErrors, ModuleRun } from './module-run.js';
import { runProduction } from './production-run.js';
import { pythonOf } from './python-bounds.js';
import { runModule } from './run-module.js';
import type { SyntaxReader } from './syntax-reader.js';

/** What the settings of a scenario are read from. */
export interface SettingsInputs {
  readonly project: Project;
  readonly operator: Operator;
  readonly deployment: Deployment;
  readonly dependencies: Dependencies;
  readonly syntax: SyntaxReader;
  /** The production entry point. */
  readonly entry: EntryPoint | undefined;
  /** Variables that production has not, whatever reads them. */
  readonly absent?: readonly string[];
}

/** Text that shows that a file reads the environment, so that it is worth surveying. */
const readsEnvironment = /environ|getenv|\b(?:config|env)\s*[(.[]/;
/** What only the application's own code imports: importing such a file while settings load would fail, so they do not. */
const needsApplications =
  /^[ \t]*(?:from|import)[ \t]+(?:django\.(?:db|http|views|shortcuts|forms|template|dispatch|contrib\.(?:auth|admin|contenttypes)|core\.(?:mail|management\.base|serializers))|rest_framework|elasticsearch|wagtail\.\w*models)\b/m;

/** The settings in a scenario. Never throws, whatever the project holds. */
export function readSettingsOf(inputs: SettingsInputs, scenario: Scenario): Settings {
  const missing = inputs.deployment.leftOut ?? [];
  const project = withoutFiles(inputs.project, missing, inputs.entry?.path ?? '');
  if (project === inputs.project) return settingsOf(inputs, scenario);
  const settings = settingsOf({ ...inputs, project }, scenario);
  // What stays out of the image is not on the server either.
  const isLeft = ({ path }: { readonly path: string }): boolean => !missing.includes(path);
  return {
    ...settings,
    overrides: settings.overrides.filter(isLeft),
    ...(settings.wanted ? { wanted: settings.wanted.filter(isLeft) } : {}),
  };
}

function settingsOf(inputs: SettingsInputs, scenario: Scenario): Settings {
  const { project, operator, deployment, dependencies, entry } = inputs;
  const version = operator.django ?? dependencies.django?.version ?? dependencies.djangoSeries;
  const series = seriesOf(version) ?? dependencies.djangoSeries;
  if (entry?.module === undefined || entry.path === undefined) return absentSettings(project, series, entry);
  const production = scenario === 'production';
  const given = production
    ? givenVariables(project, operator, deployment, entry)
    : onlyOperatorVariables(scenario === 'unset' ? { ...operator, variables: {} } : operator, entry);
  const { module, path, roots } = entry;
  let steps = 0;
  const evaluate = (source: ScenarioSource, enough?: (errors: MetErrors) => boolean) => {
    const run = runModule({
      project,
      module,
      roots,
      scenario: source,
      recover: scenario !== 'strict',
      python: pythonOf(dependencies),
      django: version,
      directory: servingProcess(deployment, entry)?.directory ?? roots[0] ?? '',
      target: deployment.target,
      dependencies,
      syntax: inputs.syntax,
      enough,
    });
    steps += run.steps;
    return run;
  };
  const built = { project, module, path, series, roots, syntax: inputs.syntax, given };
  if (!production) {
    const run = evaluate({ scenario: 'strict', given });
    return buildSettings({ ...built, run, steps });
  }
  const found = survey(inputs, entry, module);
  const produce = (wanted: ReadonlySet<string>, survey: Survey = found): Produced => {
    const { run, required } = runProduction((provided, absent, enough) =>
      evaluate(
        {
          scenario: 'production',
          given,
          survey,
          provided: new Set([...wanted, ...provided]),
          absent: new Set([...absent, ...(inputs.absent ?? [])]),
        },
        enough,
      ),
    );
    return { run, settings: buildSettings({ ...built, run, required: new Set([...wanted, ...required]), steps }) };
  };
  const first = inOtherWords(produce(new Set()), found, (survey) => produce(new Set(), survey));
  const refused = wantedByDjango(first.settings, first.run);
  if (refused.size === 0) return first.settings;
  const second = produce(refused).settings;
  return second.startup.ok === false ? first.settings : second;
}

/** The settings of production, and the evaluation that they come from. */
interface Produced {
  readonly run: ModuleRun;
  readonly settings: Settings;
}

/** The other words for no: `int(os.environ['DEBUG'])` takes no `False`. */
const otherNoes = ['0', 'false', ''];

/** Where the settings stop on the very word that a switch was taken to have: with another one, if they load with that. */
function inOtherWords(first: Produced, found: Survey, produce: (survey: Survey) => Produced): Produced {
  const { startup } = first.settings;
  if (startup.ok !== false) return first;
  const { path, span } = startup.error.at;
  const hangs = new Set(
    first.run.refusals
      .filter(({ certain, at }) => certain && at.path === path && at.span.start === span.start)
      .flatMap(({ variables }) => variables),
  );
  for (const { variable, value, why } of first.run.assumptions) {
    if (value !== 'False' || !hangs.has(variable)) continue;
    for (const word of otherNoes) {
      const expected = new Map([...found.expected, [variable, { value: word, why }] as const]);
      const other = produce({ ...found, expected });
      if (other.settings.startup.ok !== false && truthOf(other.settings.get('DEBUG').value) === 'no') return other;
    }
  }
  return first;
}

/** Where Django refuses a setting on the fallback of variables that nothing gives: those, which an operator then has to give. */
function wantedByDjango({ startup, get }: Settings, run: ModuleRun): ReadonlySet<string> {
  if (startup.ok !== false || startup.error.setting === undefined) return new Set();
  const { reads } = get(startup.error.setting);
  return new Set(reads.filter((name) => run.missing.has(name) && !run.filed.has(name)));
}

/** What the settings files show of the variables that an operator decides with. */
function survey({ project, syntax }: SettingsInputs, { roots }: EntryPoint, module: string): Survey {
  const text = (path: string): string => project.file(path)?.text ?? '';
  const from = modulePaths(project, roots, module);
  const paths = importClosure(
    project,
    roots,
    from,
    (path) => from.includes(path) || !needsApplications.test(text(path)),
  );
  const telling = paths.filter((path) => readsEnvironment.test(text(path)));
  // Imported files come first, as Python runs them.
  const found = surveyOf(telling.reverse().map(syntax));
  const named = expectedEnvironment(project, paths.map(text));
  return named ? { ...found, expected: new Map([named, ...found.expected]) } : found;
}
