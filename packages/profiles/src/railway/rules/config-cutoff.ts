/** A configuration file that Railway stops reading. */
import { defineRule, minutes, web } from '@django-golive/core';
import { type Procfile, procfile } from '../../files/procfile.js';
import { type RailwayConfig, railwayConfig } from '../../files/railway-config.js';
import { railwayStart } from '../start.js';

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
  needs: { procfile, railwayConfig, railwayStart },
  problems: { ends: 'Railway reads `{path}` until {end}, and not from that day on.' },
  questions: {
    rest: 'Railway reads `{path}` until {end}. The Procfile starts the same from that day on; does the service need {lost} of `{path}`, and is it written into its settings?',
  },
  when: ({ railwayConfig }) => railwayConfig !== undefined,
  *check({ procfile, railwayConfig, railwayStart }, { problem, question }) {
    if (!railwayConfig) return;
    const { at, path } = railwayConfig;
    // An image is started by its own command, whatever a Procfile says.
    if (procfile.found && !railwayStart?.image && startsTheSame(railwayConfig, procfile.found)) {
      const lost = railwayConfig.healthCheck ? 'the health check' : 'what else stands in it, such as when to restart,';
      yield question('rest', { at, subject: path }, { path, end, lost });
      return;
    }
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

/** Whether all commands of the file stand in the Procfile as well. */
function startsTheSame({ build, preDeploy, start }: RailwayConfig, procfile: Procfile): boolean {
  const web = procfile.entry('web');
  return !build && !preDeploy && start !== undefined && web !== undefined && plain(start.text) === plain(web.command);
}

/** A command without what gunicorn does by itself, which is to listen on `$PORT` where that is given. */
function plain(command: string): string {
  return command
    .replace(
      /(\sgunicorn\s.*?|^gunicorn\s.*?)\s(?:--bind[= ]|-b[= ]?)["']?(?:0\.0\.0\.0)?:\$\{?PORT\}?["']?(?=\s|$)/,
      '$1',
    )
    .replace(/\s+/g, ' ')
    .trim();
}
