/** The parts of a report that facts alone make, whatever the rules said. */

import { type ReportDependency, type ReportManifest, todayOf } from './dependency-today.js';
import { describeValue, maskText } from './describe.js';
import type { Dependencies, PlatformVersion } from './facts/dependencies.js';
import type { Settings, Startup } from './facts/settings.js';
import type { Urls } from './facts/urls.js';
import { isKnown, lacks, lookup, stringsOf } from './facts/value-reading.js';
import type { Report, ReportFinding, ReportPlatform, ReportStartup, ReportVariable } from './report.js';
import { reportEvidence, reportLocation } from './report-place.js';
import { shownVariable } from './variable-name.js';

/** What Django REST framework asks for where the settings name nothing. */
const allowAny = 'rest_framework.permissions.AllowAny';

/** Who may ask for what. */
export function urlsOf(tree: Urls | undefined, configuration: Settings | undefined): Report['urls'] {
  const rest = configuration?.get('REST_FRAMEWORK').value;
  const classes = lookup(rest, 'DEFAULT_PERMISSION_CLASSES');
  const names = classes
    ? isKnown(classes)
      ? stringsOf(classes)
      : undefined
    : lacks(rest, 'DEFAULT_PERMISSION_CLASSES')
      ? [allowAny]
      : undefined;
  return {
    routes: (tree?.routes ?? []).map(({ pattern, view, includes, served, at }) => ({
      pattern,
      view: view?.name ?? includes ?? null,
      access:
        view === undefined
          ? includes === undefined
            ? 'unknown'
            : 'package'
          : view.kind === 'package' && view.access === 'unknown'
            ? 'package'
            : view.access,
      writes: view?.writes ?? null,
      csrf: view?.csrf ?? 'maybe',
      served,
      location: reportLocation(at),
    })),
    complete: tree?.complete ?? false,
    apiDefault: names ?? null,
  };
}

/** The rules whose critical findings are of files that every start of the site, or its first request, loads in vain. */
const stopping: Readonly<Record<string, string>> = {
  'startup/syntax-error': 'SyntaxError',
  'startup/name-missing': 'ImportError',
  'startup/own-module-missing': 'ModuleNotFoundError',
  'startup/module-not-in-python': 'ModuleNotFoundError',
};

/** The startup verdict, without offsets and secrets: whether the settings load, and the rest of the site with them. */
export function startupOf(startup: Startup | undefined, findings: readonly ReportFinding[]): ReportStartup {
  const stops = findings.find(
    ({ rule, severity, status }) => Object.hasOwn(stopping, rule) && severity === 'critical' && status !== 'suppressed',
  );
  if (stops && startup?.ok !== false) {
    const { evidence, location, message, rule } = stops;
    return { ok: false, type: stopping[rule] ?? '', message: message.replace(/\.$/, ''), location, evidence };
  }
  if (!startup) return { ok: null, why: 'The settings could not be read.' };
  if (startup.ok === null) return { ok: null, why: maskText(startup.why) };
  if (startup.ok) return { ok: true };
  const { type, message, at, trail } = startup.error;
  return { ok: false, type, message: maskText(message), location: reportLocation(at), evidence: reportEvidence(trail) };
}

/** The environment contract. `documented` are the names that files of the project explain. */
export function environmentOf(
  configuration: Settings | undefined,
  documented: ReadonlySet<string>,
): readonly ReportVariable[] {
  return (configuration?.environment ?? []).map((variable) => ({
    name: shownVariable(variable.name),
    required: variable.required,
    sensitive: variable.sensitive,
    cast: variable.cast ?? null,
    default: variable.default ? describeValue(variable.name, variable.default) : null,
    given: variable.given?.by ?? null,
    documented: documented.has(variable.name),
    reads: variable.reads.map(reportLocation),
  }));
}

/** The files that declare and lock, each with what it is taken for and why. */
export function manifestsOf(declared: Dependencies | undefined): readonly ReportManifest[] {
  return (declared?.manifests ?? []).map(({ path, format, lock, kind, because }) => ({
    path,
    format,
    lock,
    kind,
    because: because ?? null,
  }));
}

/** What is declared directly, and whatever has an advisory. */
export function dependenciesOf(declared: Dependencies | undefined): readonly ReportDependency[] {
  return (declared?.all ?? [])
    .filter((dependency) => dependency.direct || dependency.advisories.length > 0)
    .map((dependency) => ({
      name: dependency.name,
      version: dependency.version ?? null,
      specifier: dependency.specifier,
      kind: dependency.kind,
      ...todayOf(dependency, declared?.advisoryData?.asOf),
      location: reportLocation(dependency.at),
      advisories: dependency.advisories.map((advisory) => ({
        id: advisory.id,
        fixed: advisory.fixed ?? null,
        score: advisory.score ?? null,
      })),
    }));
}

/** A version of Django or Python, with what the calendar says. */
export function platform(version: PlatformVersion | undefined): ReportPlatform | null {
  if (!version) return null;
  return {
    version: version.version ?? null,
    series: version.series ?? null,
    specifier: version.specifier,
    status: version.status,
    supportedUntil: version.supportedUntil ?? null,
    latest: version.latest ?? null,
    source: version.source,
  };
}
