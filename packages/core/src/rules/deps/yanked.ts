/** Pinned releases that their authors have yanked. */
import { dependencies } from '../../facts/dependencies.js';
import { project } from '../../facts/inputs.js';
import { defineRule, minutes, web } from '../../rule.js';
import { confidenceInRow, isInstalled } from './declared.js';
import { upgradeLines } from './manifest-lines.js';

export const yanked = defineRule({
  id: 'deps/yanked',
  title: 'A pinned release was yanked',
  sound: 'No pinned release is known to be yanked',
  category: 'dependencies',
  severity: 'low',
  effort: minutes(10),
  risk: 'Its authors took it back for a fault. pip and uv install it only because it is pinned, and warn of it.',
  references: [web('PyPI: Yanking', 'https://docs.pypi.org/project-management/yanking/')],
  since: '0.1.0',
  needs: { dependencies, project },
  problems: {
    because: '`{name}` {version} was yanked: {why}.',
    unexplained: '`{name}` {version} was yanked.',
  },
  // What is known of few packages is no merit of those who use others.
  when: ({ dependencies }) => dependencies.all.some((row) => isInstalled(row) && row.yanked !== undefined),
  *check({ dependencies, project }, { problem }) {
    for (const row of dependencies.all) {
      const { name, version = '', yanked } = row;
      if (!yanked || !isInstalled(row)) continue;
      const { why, next, source } = yanked;
      const about = row.lockedAt ? { ...row, at: row.lockedAt } : row;
      yield {
        ...(why === undefined
          ? problem('unexplained', about, { name, version })
          : problem('because', about, { name, version, why })),
        confidence: confidenceInRow(row),
        evidence: [{ at: about.at, note: `${source} says so.` }],
        remedy:
          next === undefined
            ? { summary: `Take another release of \`${name}\`.`, path: about.at.path }
            : { summary: `Update \`${name}\` to ${next} or later.`, ...upgradeLines(dependencies, row, next, project) },
      };
    }
  },
});
