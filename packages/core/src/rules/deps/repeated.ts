/** Packages that one file asks for twice, in ways that agree. */
import { dependencies } from '../../facts/dependencies.js';
import { groupBy } from '../../group.js';
import { defineRule, minutes, web } from '../../rule.js';
import { listed } from '../listed.js';

export const repeated = defineRule({
  id: 'deps/repeated',
  title: 'A package is listed twice',
  sound: 'No package is listed twice',
  category: 'dependencies',
  severity: 'info',
  effort: minutes(5),
  risk: 'Whoever updates one line overlooks the other, and then both can no longer hold.',
  references: [
    web('pip: Requirements file format', 'https://pip.pypa.io/en/stable/reference/requirements-file-format/'),
  ],
  since: '0.1.0',
  needs: { dependencies },
  problems: { twice: '`{path}` lists {names} more than once.' },
  when: ({ dependencies }) => dependencies.manifests.some(({ kind, lock }) => kind === 'runtime' && !lock),
  *check({ dependencies }, { problem }) {
    const byFile = groupBy(dependencies.repeated ?? [], ({ files }) => files[1].at.path);
    for (const [path, all] of byFile) {
      const [first] = all;
      if (!first) continue;
      yield {
        ...problem(
          'twice',
          { at: first.files[1].at, subject: `repeated:${path}` },
          { path, names: listed(all.flatMap(({ names }) => names)) },
        ),
        evidence: all
          .flatMap(({ files }) => files)
          .slice(0, 12)
          .map(({ at, version }) => ({ at, note: `\`${version}\`` })),
        remedy: { summary: 'Keep one line of each.', path },
      };
    }
  },
});
