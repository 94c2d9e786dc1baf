/** Which Django the project runs on, as far as its declarations decide it, and what the calendar says of it. */
import type { Dependency, PlatformVersion, SupportStatus } from '@django-golive/core';
import {
  djangoSupportsPython,
  isSupported,
  type ReleaseLine,
  releaseLine,
  releaseLines,
  securityReleasesAfter,
  supportStatus,
} from './lifecycle.js';
import { admits, parseSpecifier, type Specifier } from './specifier.js';
import { seriesOf } from './version.js';

/** The Django that a declaration gives, or `undefined` where none is declared. */
export function djangoVersion(django: Dependency | undefined, today: string): PlatformVersion | undefined {
  if (!django) return undefined;
  const admitted = django.version === undefined ? admittedSeries(django) : [];
  const series = django.version === undefined ? onlyOne(admitted) : seriesOf(django.version);
  const line = series === undefined ? undefined : releaseLine('django', series);
  // Where files disagree, what even the newest of their versions lacks is lacking.
  const least = django.version ?? django.pins?.at(-1)?.version;
  const status = series === undefined ? commonStatus(admitted, today) : supportStatus(line, today);
  const pythons = line?.pythons
    .map(([python]) => python ?? '')
    .filter((python) => pythonOf(line, python, django.version));
  const later = (line?.pythons ?? []).flatMap(([python = '', since]) =>
    since !== undefined && pythons?.includes(python) === false ? [[python, since] as const] : [],
  );
  return {
    at: django.lockedAt && django.version !== undefined ? django.lockedAt : django.at,
    ...(django.trail ? { trail: django.trail } : {}),
    current: django.current ?? django.declared,
    subject: 'deps:django',
    specifier: django.specifier,
    source: (django.lockedAt ?? django.at).path,
    status,
    ...(django.version === undefined ? {} : { version: django.version }),
    ...(series === undefined ? {} : { series }),
    ...(line?.securityUntil ? { supportedUntil: line.securityUntil } : {}),
    ...(line ? { lts: line.lts, latest: line.latest } : {}),
    ...(django.pins && series !== undefined ? { pins: django.pins } : {}),
    ...(series !== undefined && least !== undefined && line
      ? { securityReleases: securityReleasesAfter(series, least) }
      : {}),
    ...(later.length > 0 ? { laterPythons: Object.fromEntries(later) } : {}),
    ...(pythons && pythons.length > 0 ? { pythons, livePythons: pythons.filter((one) => isLive(one, today)) } : {}),
  };
}

function isLive(python: string, today: string): boolean {
  const line = releaseLine('python', python);
  return line !== undefined && isSupported(line, today);
}

/**
 * The series to work with: the declared one; of a range, the newest supported one that it and the project's Python admit;
 * without a declaration, the newest supported LTS.
 */
export function workingSeries(
  version: PlatformVersion | undefined,
  django: Dependency | undefined,
  python: string | undefined,
  today: string,
): string {
  if (version?.series !== undefined) return version.series;
  const released = releaseLines('django').filter((line) => line.released <= today);
  const supported = released.filter((line) => isSupported(line, today));
  if (!django) return (supported.findLast((line) => line.lts) ?? supported.at(-1) ?? released.at(-1))?.series ?? '5.2';
  const admitted = new Set(admittedSeries(django));
  const fits = (line: ReleaseLine) => python === undefined || djangoSupportsPython(line, python) !== false;
  const choose = (lines: readonly ReleaseLine[]) => lines.findLast((line) => admitted.has(line.series));
  const best = choose(supported.filter(fits)) ?? choose(supported) ?? choose(released.filter(fits)) ?? choose(released);
  return (best ?? supported.at(-1) ?? released.at(-1))?.series ?? '5.2';
}

/** The series that a range admits. One that is not out yet counts too, so that an open end is never taken for one series. */
export function admittedSeries(django: Dependency): readonly string[] {
  if (django.url !== undefined) return [];
  const specifier = parseSpecifier(django.specifier);
  if (!specifier) return [];
  const lines = releaseLines('django');
  const [major = 0, minor = 0] = (lines.at(-1)?.series ?? '').split('.').map(Number);
  const coming = minor >= 2 ? `${major + 1}.0` : `${major}.${minor + 1}`;
  return ['0.96', '1.0', '1.1', '1.2', ...lines.map((line) => line.series), coming, `${major + 2}.0`].filter((series) =>
    admitsSeries(specifier, series),
  );
}

/** A series is admitted with any of its releases, those after the snapshot's newest included. */
function admitsSeries(specifier: Specifier, series: string): boolean {
  if (admits(specifier, series)) return true;
  return Array.from({ length: 60 }, (_, patch) => `${series}.${patch + 1}`).some((version) =>
    admits(specifier, version),
  );
}

function onlyOne(series: readonly string[]): string | undefined {
  return series.length === 1 ? series[0] : undefined;
}

/** The status of a range, where all series it admits share it. */
function commonStatus(admitted: readonly string[], today: string): SupportStatus {
  const statuses = new Set(admitted.map((series) => statusOf(series, today)));
  const [only] = statuses;
  return statuses.size === 1 && only ? only : 'unknown';
}

function statusOf(series: string, today: string): SupportStatus {
  const line = releaseLine('django', series);
  const first = releaseLines('django')[0];
  return !line && first && Number(series) < Number(first.series) ? 'ended' : supportStatus(line, today);
}

function pythonOf(line: ReleaseLine, python: string, version: string | undefined): boolean {
  return djangoSupportsPython(line, python, version) === true;
}
