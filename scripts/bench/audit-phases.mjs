/** Audits one project again and again, each phase timed, and prints the medians as one line of JSON. */
import {
  apps,
  createFactReader,
  dependencies,
  deployment,
  entryPoints,
  providersOf,
  settings,
  settingsUnset,
  sources,
  urls,
} from '@django-golive/core';
import { auditLoaded, readers } from '../../packages/cli/src/audit-project.ts';
import { chooseTarget } from '../../packages/cli/src/choose-target.ts';
import { loadProject } from '../../packages/cli/src/disk/load-project.ts';

const [directory, rounds] = process.argv.slice(2);
const today = '2026-01-01';
const facts = { dependencies, deployment, entryPoints, settings, settingsUnset, apps, urls, sources };

/** The milliseconds of each phase; a fact's are those that the facts before it have not taken. */
function once() {
  const times = {};
  let last = performance.now();
  const lap = (name) => {
    const now = performance.now();
    times[name] = now - last;
    last = now;
  };
  const project = loadProject(directory);
  for (const path of project.paths) project.file(path)?.text;
  lap('load');
  const { profile } = chooseTarget(project, undefined, today);
  lap('target');
  const read = createFactReader(providersOf(project, { providers: readers, today, ...(profile ? { profile } : {}) }));
  for (const [name, fact] of Object.entries(facts)) {
    read(fact);
    lap(name);
  }
  const known = Object.values(times).reduce((sum, time) => sum + time, 0);
  auditLoaded(project, { today });
  const whole = performance.now() - last + times.load;
  times['rules and report'] = whole - known;
  return { ...times, whole };
}

const all = Array.from({ length: Number(rounds) }, once);
const median = (name) => all.map((one) => one[name]).sort((a, b) => a - b)[all.length >> 1];
console.log(JSON.stringify(Object.fromEntries(Object.keys(all[0]).map((name) => [name, median(name)]))));
