/** `pkg-resources==0.0.0`: what old virtual environments on Debian list, and no index has. */
import { dependencies } from '../../facts/dependencies.js';
import { defineRule, minutes, web } from '../../rule.js';

export const pkgResourcesPinned = defineRule({
  id: 'deps/pkg-resources-pinned',
  title: 'The requirements name a package that no index has',
  sound: 'The requirements name no phantom package',
  category: 'dependencies',
  severity: 'high',
  effort: minutes(5),
  risk: '`pip install -r` ends with "No matching distribution found", so nothing is deployed.',
  references: [
    web(
      'Debian and Ubuntu: pkg-resources in pip freeze',
      'https://bugs.launchpad.net/ubuntu/+source/python-pip/+bug/1635463',
    ),
  ],
  since: '0.1.0',
  needs: { dependencies },
  problems: { phantom: "`{declared}` is no package: Debian's virtual environments list it by mistake." },
  when: ({ dependencies }) => dependencies.get('pkg-resources') !== undefined,
  *check({ dependencies }, { problem }) {
    const row = dependencies.get('pkg-resources');
    if (row?.kind !== 'runtime' || row.applies === false || !/==\s*0\.0\.0/.test(row.declared)) return;
    yield {
      ...problem('phantom', row, { declared: row.declared }),
      remedy: { summary: 'Take the line out.', path: row.at.path },
    };
  },
});
