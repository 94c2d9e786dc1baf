/** Lines of production's files that no version of a package meets together. */
import { dependencies } from '../../facts/dependencies.js';
import { defineRule, minutes, web } from '../../rule.js';
import { confidenceInRow } from './declared.js';

export const conflicting = defineRule({
  id: 'deps/conflicting',
  title: 'Two lines ask for versions that exclude each other',
  sound: 'No two lines ask for versions that exclude each other',
  category: 'dependencies',
  severity: 'high',
  effort: minutes(10),
  risk: 'pip and uv refuse to install either, so that the next deployment stops while it is built.',
  references: [
    web(
      'pip: Dependency resolution',
      'https://pip.pypa.io/en/stable/topics/dependency-resolution/#dealing-with-dependency-conflicts',
    ),
  ],
  since: '0.1.0',
  needs: { dependencies },
  problems: {
    both: '`{one}` and `{other}` are installed together, and no version is both: the installation is refused.',
    alone: '`{one}` admits no version: the installation is refused.',
  },
  when: ({ dependencies }) =>
    dependencies.impossible !== undefined && dependencies.manifests.some(({ kind }) => kind === 'runtime'),
  *check({ dependencies }, { problem }) {
    for (const { names, files } of dependencies.impossible ?? []) {
      const [one, other] = files;
      const about = { at: other.at, subject: `conflict:${names[0]}` };
      yield {
        ...(one.at === other.at
          ? problem('alone', about, { one: one.version })
          : problem('both', about, { one: one.version, other: other.version })),
        confidence: confidenceInRow(dependencies.get(names[0] ?? '')),
        evidence: [{ at: one.at, note: `\`${one.version}\` is asked for here.` }],
        remedy: {
          summary:
            one.at === other.at
              ? 'Write bounds between which there is a version that the site runs on.'
              : 'Keep the line whose version the site runs on, and delete the other.',
          path: other.at.path,
        },
      };
    }
  },
});
