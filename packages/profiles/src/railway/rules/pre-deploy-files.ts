/** Files that the pre-deploy command writes, in a container of its own. */
import { defineRule, minutes, web } from '@django-golive/core';
import { managementCommandOf } from '../../files/django-command.js';
import { invocationsOfLine } from '../../files/invocation.js';
import { railwayConfig } from '../../files/railway-config.js';

const writing = new Set(['collectstatic', 'compress', 'compilemessages']);

export const preDeployFiles = defineRule({
  id: 'railway/pre-deploy-files',
  title: 'The pre-deploy command writes files that are thrown away',
  sound: 'The pre-deploy command writes no files that the site needs',
  category: 'static-media',
  severity: 'high',
  effort: minutes(10),
  risk: 'The files are not in the container that serves the site: pages come without styles, or fail under manifest storage.',
  references: [web('Railway: Pre-deploy command', 'https://docs.railway.com/deployments/pre-deploy-command')],
  since: '0.1.0',
  needs: { railwayConfig },
  problems: { lost: 'The pre-deploy command runs `{name}`, in a container of its own that ends with it.' },
  when: ({ railwayConfig }) => railwayConfig?.preDeploy !== undefined,
  *check({ railwayConfig }, { problem }) {
    const command = railwayConfig?.preDeploy;
    if (!command) return;
    const names = (text: string): readonly string[] =>
      invocationsOfLine(text).flatMap((invocation) => managementCommandOf(invocation)?.name ?? []);
    const elsewhere = new Set(
      [railwayConfig.build, railwayConfig.start].flatMap((item) => (item ? names(item.text) : [])),
    );
    for (const name of new Set(names(command.text))) {
      if (!writing.has(name) || elsewhere.has(name)) continue;
      yield {
        ...problem('lost', { at: command.at, subject: `${command.at.path}:${name}` }, { name }),
        // An image may have run it when it was built.
        confidence: 'firm',
        remedy: { summary: `Run \`${name}\` in the build, or at the start before the server.` },
      };
    }
  },
});
