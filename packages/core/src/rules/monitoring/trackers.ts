/** Services that tell people of errors: how a project is connected with one, and what is only installed. */
import type { Dependencies, Dependency } from '../../facts/dependencies.js';
import type { Deployment } from '../../facts/deployment.js';
import type { EntryPoints } from '../../facts/entry-points.js';
import type { Settings } from '../../facts/settings.js';
import { lineIn, type Sources } from '../../facts/sources.js';
import { entriesOf, lookup, stringOf, stringsOf } from '../../facts/value-reading.js';
import type { Location, Project } from '../../source.js';
import { isInstalled } from '../deps/declared.js';
import { middlewareOf } from '../settings/middleware.js';

/** A client library of an error tracker. */
export interface Tracker {
  readonly name: string;
  readonly distributions: readonly string[];
  /** A line that starts it. */
  readonly start: RegExp;
  /** The line to write, for a remedy. */
  readonly code: string;
}

/** The one that a remedy names where the project has none. */
export const sentry: Tracker = {
  name: 'Sentry',
  distributions: ['sentry-sdk', 'raven'],
  start: /\bsentry_sdk\.init\(|\bRAVEN_CONFIG\s*=/,
  code: "import sentry_sdk\n\nsentry_sdk.init(dsn=os.environ['SENTRY_DSN'])",
};

const trackers: readonly Tracker[] = [
  sentry,
  {
    name: 'Rollbar',
    distributions: ['rollbar'],
    start: /\brollbar\.init\(|\bROLLBAR\s*=/,
    code: "ROLLBAR = {'access_token': os.environ['ROLLBAR_TOKEN'], 'environment': 'production', 'root': BASE_DIR}",
  },
  {
    name: 'Bugsnag',
    distributions: ['bugsnag'],
    start: /\bbugsnag\.configure\(|\bBUGSNAG\s*=/,
    code: "BUGSNAG = {'api_key': os.environ['BUGSNAG_KEY']}",
  },
  {
    name: 'Honeybadger',
    distributions: ['honeybadger'],
    start: /\bhoneybadger\.configure\(|\bHONEYBADGER\s*=/,
    code: "HONEYBADGER = {'API_KEY': os.environ['HONEYBADGER_KEY']}",
  },
];

/** Applications, middleware and log handlers of packages that report errors. */
const reporting =
  /\b(elasticapm|newrelic|ddtrace|scout_apm|airbrake|pybrake|raygun4py|appsignal|logfire|opentelemetry|opencensus|applicationinsights|watchtower|error_report|telegram_handler|rollbar|bugsnag|honeybadger|raven|sentry|sentry_sdk|google\.cloud)\b/i;
/** Agents that wrap the process. */
const wrapper = /\b(ddtrace-run|newrelic-admin|opentelemetry-instrument|elasticapm-run)\b/;
/** Packages that report, or may, without a line that could be looked for. */
const agents =
  /^(newrelic|ddtrace|elastic-apm|opentelemetry-.*|scout-apm|appsignal|logfire|raygun4py|pybrake|airbrake|opencensus.*|azure-monitor-opentelemetry|google-cloud-(error-reporting|logging)|instana|aws-xray-sdk|watchtower|bugsink|posthog)$/;
/** How a project hears of its errors through a service. */
export type Tracking =
  | { readonly kind: 'connected' }
  /** A package is installed that may report without a line that could be looked for. */
  | { readonly kind: 'unseen' }
  /** The package is installed, and nothing starts it. */
  | { readonly kind: 'unconnected'; readonly tracker: Tracker; readonly dependency: Dependency }
  /** It is started only by files that production does not load. */
  | { readonly kind: 'elsewhere'; readonly tracker: Tracker; readonly at: Location }
  | { readonly kind: 'none' };

/** What the settings, the code and the processes show. */
export function trackingOf(facts: {
  readonly dependencies: Dependencies;
  readonly deployment: Deployment;
  readonly entryPoints: EntryPoints;
  readonly project: Project;
  readonly settings: Settings;
  readonly sources: Sources;
}): Tracking {
  const { dependencies, deployment, settings } = facts;
  if (
    namesIn(settings).some((name) => reporting.test(name)) ||
    deployment.processes.some(({ command }) => wrapper.test(command ?? ''))
  )
    return { kind: 'connected' };
  const found = starts(facts);
  if (found.some(({ loaded }) => loaded)) return { kind: 'connected' };
  if (dependencies.all.some((row) => row.kind !== 'dev' && agents.test(row.name))) return { kind: 'unseen' };
  const [elsewhere] = found;
  if (elsewhere) return { kind: 'elsewhere', tracker: elsewhere.tracker, at: elsewhere.at };
  for (const tracker of trackers) {
    const dependency = tracker.distributions
      .flatMap((name) => dependencies.get(name) ?? [])
      .find((row) => isInstalled(row) && row.direct);
    if (dependency) return { kind: 'unconnected', tracker, dependency };
  }
  return { kind: 'none' };
}

/** The classes and applications that settings name and that may report. */
function namesIn(settings: Settings): readonly string[] {
  const logging = entriesOf(settings.get('LOGGING').value).flatMap(([, part]) => entriesOf(part));
  return [
    ...stringsOf(settings.get('INSTALLED_APPS').value),
    ...stringsOf(middlewareOf(settings).value),
    ...logging.flatMap(([, entry]) =>
      [lookup(entry, 'class'), lookup(entry, '()')].flatMap((it) => stringOf(it) ?? []),
    ),
  ];
}

interface Start {
  readonly tracker: Tracker;
  readonly at: Location;
  /** Whether production may come to the line; files that nothing leads to, and settings of another environment, it does not load. */
  readonly loaded: boolean;
}

/** The lines of the project's own code that start a tracker. */
function starts(facts: {
  readonly entryPoints: EntryPoints;
  readonly project: Project;
  readonly settings: Settings;
  readonly sources: Sources;
}): readonly Start[] {
  const { entryPoints, project, settings, sources } = facts;
  const otherSettings = new Set(
    [...entryPoints.orphans, ...entryPoints.all].flatMap(({ path }) =>
      path === undefined || settings.files.includes(path) ? [] : [path],
    ),
  );
  return sources.files.flatMap(({ aside, loaded, path }): readonly Start[] =>
    aside
      ? []
      : trackers.flatMap((tracker) => {
          const at = lineIn(project, path, tracker.start);
          return at ? [{ tracker, at, loaded: loaded !== 'no' && !otherSettings.has(path) }] : [];
        }),
  );
}
