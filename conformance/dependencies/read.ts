/** Prints what golive reads of the dependencies of directories, one JSON a line: `node scripts/run-source.mjs conformance/dependencies/read.ts DIR…`. */
import { createFactReader, type Dependency, dependencies, providersOf } from '@django-golive/core';
import { readDependencies } from '@django-golive/python-deps';
import { chooseTarget, loadProject } from 'django-golive';

const today = '2026-11-01';

for (const directory of process.argv.slice(2)) {
  const project = loadProject(directory);
  const { profile } = chooseTarget(project, undefined, today);
  const plan = { providers: readDependencies, today, ...(profile ? { profile } : {}) };
  const read = createFactReader(providersOf(project, plan));
  const { all, django, python, manifests, problems } = read(dependencies);
  const line = {
    directory,
    target: profile?.id ?? 'none',
    django: { version: django?.version ?? null, series: django?.series ?? null },
    python: { version: python?.version ?? null, series: python?.series ?? null, specifier: python?.specifier ?? null },
    manifests,
    rows: all.map(rowOf),
    problems: problems.map(({ at, why }) => `${at.path}:${at.start.line} ${why}`),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function rowOf({ name, version, specifier, url, kind, applies, direct, at, lockedAt }: Dependency) {
  return {
    name,
    version: version ?? null,
    specifier,
    url: url ?? null,
    kind,
    applies: applies ?? null,
    direct,
    at: `${at.path}:${at.start.line}`,
    lockedAt: lockedAt ? `${lockedAt.path}:${lockedAt.start.line}` : null,
  };
}
