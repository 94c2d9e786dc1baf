/** Dependencies as a case declares them: import names that count as installed, and the versions of Django, Python and a package. */
import type { Dependencies, Dependency, PlatformVersion } from '@django-golive/core';

const at = {
  path: 'case.json',
  span: { start: 0, end: 0 },
  start: { line: 1, column: 1 },
  end: { line: 1, column: 1 },
};

/** Nothing is declared but these. */
export function declaredOnly(
  names: readonly string[],
  django: string,
  python: string,
  pinned: string | undefined,
): Dependencies {
  const [pinnedName, pinnedVersion] = pinned?.split('==') ?? [];
  const all = [...names, ...(pinnedName ? [pinnedName] : [])].map(
    (name): Dependency => ({
      name,
      declared: name,
      extras: [],
      ...(name === pinnedName && pinnedVersion ? { version: pinnedVersion } : {}),
      specifier: '',
      applies: true,
      kind: 'runtime',
      advisories: [],
      direct: true,
      at,
    }),
  );
  const version = (series: string): PlatformVersion => ({
    series,
    specifier: series,
    status: 'unknown',
    source: 'case.json',
    at,
  });
  return {
    manifests: [],
    all,
    get: (name) => all.find((one) => one.name === name),
    providing: (name) => (names.includes(name) ? [name] : []),
    django: version(django),
    python: version(python),
    djangoSeries: django,
    problems: [],
    dataDate: '2026-01-01',
  };
}
