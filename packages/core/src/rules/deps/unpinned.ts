/** Packages of production that are installed in whatever version is newest that day. */
import { dependencies } from '../../facts/dependencies.js';
import { settings } from '../../facts/settings.js';
import { cwe, defineRule, minutes, web } from '../../rule.js';
import { listed } from '../listed.js';
import { floating, isUnbounded, unusedLock } from './floating.js';

export const unpinned = defineRule({
  id: 'deps/unpinned',
  title: 'Packages are installed in any version',
  sound: 'Every package of production has a bound on its version',
  category: 'dependencies',
  severity: 'medium',
  effort: minutes(30),
  risk: 'The next installation takes releases that nobody tried, and a site that worked yesterday does not start.',
  references: [cwe(1357), web('pip: Repeatable installs', 'https://pip.pypa.io/en/stable/topics/repeatable-installs/')],
  since: '0.1.0',
  needs: { dependencies, settings },
  problems: { any: '{names} {is} installed in whatever version is the newest that day.' },
  when: ({ dependencies, settings }) =>
    settings.path !== undefined &&
    dependencies.all.some(({ kind, url }) => kind === 'runtime' && url === undefined) &&
    floating(dependencies) !== undefined,
  *check({ dependencies }, { problem }) {
    const rows = floating(dependencies)?.filter(isUnbounded) ?? [];
    const [first] = rows;
    if (!first) return;
    const lock = unusedLock(dependencies);
    const isConda = dependencies.manifests.find(({ path }) => path === first.at.path)?.format === 'conda';
    yield {
      ...problem(
        'any',
        {
          at: first.at,
          subject: 'versions',
          trail: rows.slice(1, 8).map(({ at, name }) => ({ at, note: `\`${name}\`` })),
        },
        { names: listed(rows.map(({ name }) => name)), is: rows.length === 1 ? 'is' : 'are' },
      ),
      remedy: {
        summary: `Write the versions of a machine on which the site runs into the file, or ${
          lock === undefined
            ? `let a tool such as ${isConda ? 'conda-lock' : 'uv or pip-tools'} keep a lock file`
            : `have production install from \`${lock}\`, which it passes by`
        }.`,
        // pip names what conda installed by where it was built, without a version.
        code: isConda ? 'conda env export' : 'pip freeze',
        language: 'bash',
        path: first.at.path,
      },
    };
  },
});
