/** A configuration file that Railway stops reading. */
import { defineRule, minutes, web } from '@django-golive/core';
import { railwayConfig } from '../../files/railway-config.js';

/** The first day on which it is no longer read: https://docs.railway.com/config-as-code */
const end = '2026-12-01';

export const configCutoff = defineRule({
  id: 'railway/config-cutoff',
  title: 'Railway stops reading this configuration file',
  sound: 'The configuration lies where Railway reads it',
  category: 'deployment',
  severity: 'high',
  effort: minutes(20),
  risk: 'The start command, the pre-deploy command and the health check vanish, and the next deployment runs without them.',
  references: [web('Railway: Config as Code', 'https://docs.railway.com/config-as-code')],
  since: '0.1.0',
  needs: { railwayConfig },
  problems: { ends: 'Railway reads `{path}` until {end}, and not from that day on.' },
  when: ({ railwayConfig }) => railwayConfig !== undefined,
  *check({ railwayConfig }, { problem }) {
    if (!railwayConfig) return;
    const { at, path } = railwayConfig;
    yield {
      ...problem('ends', { at, subject: path }, { path, end }),
      // What it says may stand in the dashboard as well.
      confidence: 'firm',
      remedy: {
        summary:
          'Write the same into the settings of the service, or into `.railway/railway.ts` (Infrastructure as Code).',
      },
    };
  },
});
