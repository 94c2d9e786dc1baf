/** Packages that their own authors have given up. */
import { type Dependencies, type Dependency, dependencies } from '../../facts/dependencies.js';
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { cwe, defineRule, hours } from '../../rule.js';
import type { Project } from '../../source.js';
import { listed } from '../listed.js';
import { isInstalled, mayBring } from './declared.js';

export const abandoned = defineRule({
  id: 'deps/abandoned',
  title: 'A package is no longer maintained',
  sound: 'No package of production is known to be given up',
  category: 'dependencies',
  severity: 'low',
  effort: hours(4),
  risk: 'A hole that is found in it stays open, and one day it keeps Django or Python from being updated.',
  references: [cwe(1104)],
  since: '0.1.0',
  needs: { dependencies, deployment, project, settings },
  problems: { given: '{names}: {who} given up by those who made {it}.' },
  when: ({ dependencies }) => dependencies.all.some((row) => isInstalled(row) && row.direct),
  *check({ dependencies, deployment, project, settings }, { problem }) {
    const rows = dependencies.all.filter(
      (row) =>
        isInstalled(row) &&
        row.direct &&
        row.standing?.state === 'given-up' &&
        // A fork from somewhere else is maintained by whoever made it.
        row.url === undefined &&
        // Known faults are told by deps/vulnerable, with the same advice where no version mends them.
        row.advisories.length === 0 &&
        // A list of all that was installed names what another package asks for.
        !mayBring(dependencies, [row.name]) &&
        !(row.name === 'django-heroku' && deployment.target === 'heroku'),
    );
    const [first] = rows;
    if (!first) return;
    const one = rows.length === 1;
    yield {
      ...problem(
        'given',
        { at: first.at, subject: 'maintenance' },
        {
          names: listed(rows.map(({ name }) => name)),
          who: one ? 'it was' : 'they were',
          it: one ? 'it' : 'them',
        },
      ),
      evidence: rows.map(({ at, name, standing }) => ({ at, note: `\`${name}\`: ${standing?.source ?? ''}` })),
      remedy: {
        summary: `${rows.map((row) => insteadOf(dependencies, row)).join('. ')}.${storage(project, settings, rows)}`,
        path: first.at.path,
      },
    };
  },
});

/** What takes its place: one that is declared beside it needs no further line. */
function insteadOf(dependencies: Dependencies, { name, standing }: Dependency): string {
  const instead = standing?.instead ?? '';
  const [, successor] = /`([\w.-]+)`/.exec(instead) ?? [];
  const there = successor === undefined ? undefined : dependencies.get(successor);
  return there && isInstalled(there) && there.direct
    ? `Delete the line of \`${name}\`: \`${successor}\`, which takes its place, is declared already. Whatever still imports the old one has to go over to it first`
    : `Instead of \`${name}\`, ${instead}`;
}

/** The storage that imports boto goes with it. */
function storage(project: Project, settings: Settings, rows: readonly Dependency[]): string {
  const named = settings.files.some((path) => /\bstorages\.backends\.s3boto\./.test(project.file(path)?.text ?? ''));
  return named && rows.some(({ name }) => name === 'boto')
    ? ' The storage `storages.backends.s3boto` imports it: name `storages.backends.s3boto3.S3Boto3Storage` in the settings in the same step.'
    : '';
}
