/** What the calendar says of a release line on a given day, from the snapshot inside this package. */
import type { SupportStatus } from '@django-golive/core';
import { lifecycle } from './data/lifecycle.js';
import { compareVersions } from './version.js';

/** A release line and its dates, each `YYYY-MM-DD` or `null` where none is announced. */
export interface ReleaseLine {
  readonly series: string;
  readonly released: string;
  /** The last day of ordinary bug fixes. */
  readonly mainstreamUntil: string | null;
  /** The last day of security fixes. */
  readonly securityUntil: string | null;
  readonly lts: boolean;
  /** The newest release of the line on the day of the snapshot. */
  readonly latest: string;
  /** Python lines that the line supports, each with the first release that does, where it is not the first of all. */
  readonly pythons: readonly (readonly string[])[];
}

/** The shape of the snapshot. */
export interface Lifecycle {
  readonly asOf: string;
  readonly django: readonly ReleaseLine[];
  readonly djangoSecurityReleases: readonly (readonly string[])[];
  readonly python: readonly ReleaseLine[];
  /** The last day of support by product and line; `''` where none is announced. */
  readonly products: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The day of the support dates. */
export const lifecycleAsOf = lifecycle.asOf;

/** Every release line of Django or Python that the snapshot knows, oldest first. */
export function releaseLines(product: 'django' | 'python'): readonly ReleaseLine[] {
  return lifecycle[product];
}

/** The line of a series such as `5.2`. */
export function releaseLine(product: 'django' | 'python', series: string): ReleaseLine | undefined {
  return lifecycle[product].find((line) => line.series === series);
}

/** Whether a line still gets fixes on a day. A line that is not released yet, or not known, is `unknown`. */
export function supportStatus(line: ReleaseLine | undefined, today: string): SupportStatus {
  if (!line || today < line.released) return 'unknown';
  if (line.securityUntil !== null && today > line.securityUntil) return 'ended';
  if (line.mainstreamUntil !== null && today > line.mainstreamUntil) return 'security-only';
  return 'supported';
}

/** Whether a line is out and still gets at least security fixes. */
export function isSupported(line: ReleaseLine, today: string): boolean {
  const status = supportStatus(line, today);
  return status === 'supported' || status === 'security-only';
}

/** Whether a Django release supports a Python line; `undefined` where the snapshot does not know the Django line. */
export function djangoSupportsPython(django: ReleaseLine, python: string, version?: string): boolean | undefined {
  if (django.pythons.length === 0) return undefined;
  const since = django.pythons.find(([series]) => series === python);
  if (!since) return false;
  return since[1] === undefined || version === undefined || compareVersions(version, since[1]) >= 0;
}

/** Releases of Django's own line that mended a vulnerability after `version`, oldest first. */
export function securityReleasesAfter(series: string, version: string): readonly string[] {
  return lifecycle.djangoSecurityReleases
    .map(([release]) => release ?? '')
    .filter((release) => release.startsWith(`${series}.`) && compareVersions(release, version) > 0)
    .sort(compareVersions);
}

/**
 * The last day of support of another product's line (`postgresql` `14`, `debian` `12`), `YYYY-MM-DD`.
 * `''` where no end is announced; `undefined` where the snapshot does not know the line.
 */
export function supportEnd(product: string, series: string): string | undefined {
  const lines = Object.hasOwn(lifecycle.products, product) ? lifecycle.products[product] : undefined;
  return lines && Object.hasOwn(lines, series) ? lines[series] : undefined;
}
