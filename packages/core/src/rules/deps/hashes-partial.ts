/** Requirements files in which only some lines have hashes. */
import { dependencies } from '../../facts/dependencies.js';
import { defineRule, minutes, web } from '../../rule.js';
import { listed } from '../listed.js';

export const hashesPartial = defineRule({
  id: 'deps/hashes-partial',
  title: 'Some requirements have hashes and others have none',
  sound: 'Where requirements have hashes, all of them do',
  category: 'dependencies',
  severity: 'high',
  effort: minutes(10),
  risk: '`pip install -r` ends with "Hashes are required in --require-hashes mode", so nothing is deployed.',
  references: [
    web('pip: Hash-checking Mode', 'https://pip.pypa.io/en/stable/topics/secure-installs/#hash-checking-mode'),
  ],
  since: '0.1.0',
  needs: { dependencies },
  problems: { partial: '`{path}` has hashes, so pip asks for those of {names} as well, and stops.' },
  when: ({ dependencies }) => (dependencies.hashed ?? []).length > 0,
  *check({ dependencies }, { problem }) {
    for (const { at, bare } of dependencies.hashed ?? []) {
      const [first] = bare;
      if (!first) continue;
      const names = listed(bare.map(({ name }) => name));
      yield {
        ...problem('partial', { at: first.at, subject: `hashes:${at.path}` }, { path: at.path, names }),
        // Nothing says whether the list is installed by pip.
        confidence: 'firm',
        evidence: [{ at, note: 'This line has a hash.' }],
        remedy: {
          summary: 'Let the tool that wrote the hashes write the file anew, with all packages.',
          path: at.path,
        },
      };
    }
  },
});
