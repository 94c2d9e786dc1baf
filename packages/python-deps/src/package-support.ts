/** Adds to a dependency what the calendar says of its release line, where the support data know the package. */
import type { Dependency, PackageSupport, PlatformVersion } from '@django-golive/core';
import { supportEnd } from './lifecycle.js';
import { seriesOf } from './version.js';

/** Packages whose release lines are in the support data under their own name. */
const known = new Set(['wagtail']);

/** The same row with its support. */
export function withSupport(row: Dependency, django: PlatformVersion | undefined, today: string): Dependency {
  const support = row.name === 'django' ? supportOf(django) : lineOf(row, today);
  return support ? { ...row, support } : row;
}

function supportOf(django: PlatformVersion | undefined): PackageSupport | undefined {
  if (!django || django.status === 'unknown') return undefined;
  const { status, supportedUntil, latest } = django;
  return {
    status,
    ...(supportedUntil === undefined ? {} : { until: supportedUntil }),
    ...(latest === undefined ? {} : { latest }),
  };
}

function lineOf({ name, version }: Dependency, today: string): PackageSupport | undefined {
  const series = known.has(name) && version !== undefined ? seriesOf(version) : undefined;
  const until = series === undefined ? undefined : supportEnd(name, series);
  if (until === undefined) return undefined;
  return until === '' ? { status: 'supported' } : { status: today > until ? 'ended' : 'supported', until };
}
