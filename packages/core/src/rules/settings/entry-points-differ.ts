/** Processes of one deployment that load different settings. */

import type { Evidence } from '../../fact.js';
import { deployment, type ProcessRole } from '../../facts/deployment.js';
import { type EntryPoint, entryPoints } from '../../facts/entry-points.js';
import { defineRule, docs, minutes } from '../../rule.js';
import type { Location } from '../../source.js';

/** manage.py and CI load development or test settings in most projects, and should. */
const deployed: ReadonlySet<ProcessRole> = new Set(['web', 'worker', 'beat', 'release']);

export const entryPointsDiffer = defineRule({
  id: 'settings/entry-points-differ',
  title: 'Processes of one deployment load different settings',
  sound: 'All processes of the deployment load the same settings',
  category: 'deployment',
  severity: 'medium',
  effort: minutes(15),
  risk: 'A worker that reads another database, key or debug mode than the web process does its work in the wrong place.',
  references: [docs('topics/settings', 'envvar-DJANGO_SETTINGS_MODULE')],
  since: '0.1.0',
  needs: { deployment, entryPoints },
  problems: { differ: '{name} loads `{module}`, while the web process loads `{web}`.' },
  questions: {
    unseen:
      '`{module}` is loaded by {names} and `{web}` by the web process, unless variables that no file shows say otherwise. Do they?',
  },
  when: ({ entryPoints }) =>
    entryPoints.production?.module !== undefined &&
    entryPoints.all.some((entry) => entry.role !== 'web' && deployed.has(entry.role)),
  *check({ deployment, entryPoints }, { problem, question }) {
    const processOf = ({ name }: EntryPoint) => deployment.processes.find((process) => process.name === name);
    // A variable may name or choose the module that no file shows, and the default of manage.py or wsgi.py then decides nothing.
    const isOpen = (entry: EntryPoint): boolean => !entry.fixed && processOf(entry)?.variablesUnseen === true;
    const isNamedElsewhere = (entry: EntryPoint): boolean =>
      !entry.fixed &&
      processOf(entry)?.variables.some(
        ({ name, value }) => name === 'DJANGO_SETTINGS_MODULE' && value === undefined,
      ) === true;
    const web = entryPoints.production;
    if (web?.module === undefined || isNamedElsewhere(web)) return;
    const unseen = new Map<string, { name: string; at: Location; reasons: readonly Evidence[] }[]>();
    for (const entry of entryPoints.all) {
      const { at, module, name } = entry;
      if (entry.role === 'web' || !deployed.has(entry.role) || isNamedElsewhere(entry)) continue;
      if (module === undefined || at === undefined || module === web.module) continue;
      // What is taken for production by its name must be given by something that is in no file, and that may hold for both.
      if (web.supposed && !entry.fixed) continue;
      const reasons = [{ at, note: entry.reason }, ...(web.at ? [{ at: web.at, note: web.reason }] : [])];
      if (web.supposed || isOpen(web) || isOpen(entry)) {
        unseen.set(module, [...(unseen.get(module) ?? []), { name, at, reasons }]);
        continue;
      }
      yield {
        ...problem('differ', { at, subject: `${name}:${module}` }, { name, module, web: web.module }),
        // Both may be meant: a worker can have settings of its own that build on the same base.
        confidence: 'firm',
        evidence: reasons,
        ...(processOf(entry)?.command?.includes('collectstatic') ? { risk: collecting } : {}),
        remedy: { summary: `Give every process \`DJANGO_SETTINGS_MODULE=${web.module}\`.`, path: at.path },
      };
    }
    for (const [module, entries] of unseen) {
      const [first] = entries;
      if (!first) continue;
      const names = entries.map(({ name }) => name).join(', ');
      yield {
        ...question('unseen', { at: first.at, subject: `unseen:${module}` }, { names, module, web: web.module }),
        evidence: first.reasons,
      };
    }
  },
});

const collecting = 'Static files may be collected into another directory, or under other names, than pages ask for.';
