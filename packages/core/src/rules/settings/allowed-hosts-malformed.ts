/** Entries of ALLOWED_HOSTS that look right and match nothing. */
import { maskText } from '../../describe.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { stringsOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes, type Remedy } from '../../rule.js';
import type { Project } from '../../source.js';
import { writeInstead } from './entry-remedy.js';
import { confidenceIn, hasFinalValues } from './final-values.js';
import { meantHost, namesHosts, whyNever } from './host-entry.js';

export const allowedHostsMalformed = defineRule({
  id: 'settings/allowed-hosts-malformed',
  title: 'An allowed host never matches',
  sound: 'Allowed hosts are written as Django compares them',
  category: 'deployment',
  severity: 'high',
  effort: minutes(5),
  risk: 'Requests for that host are answered with 400 Bad Request.',
  references: [docs('ref/settings', 'allowed-hosts')],
  since: '0.1.0',
  needs: { project, settings },
  problems: { never: '`ALLOWED_HOSTS` holds `{entry}`, which matches no request: {why}.' },
  when: ({ settings }) => hasFinalValues(settings) && namesHosts(settings),
  *check({ project, settings }, { problem }) {
    const setting = settings.get('ALLOWED_HOSTS');
    const entries = stringsOf(setting.value);
    if (entries.includes('*')) return;
    for (const entry of entries) {
      const why = whyNever(entry);
      const host = meantHost(entry);
      // Listed twice, once rightly: the other form does the work.
      if (why === undefined || entries.includes(host)) continue;
      yield {
        ...problem('never', { ...setting, subject: `${setting.subject}:${host}` }, { entry: maskText(entry), why }),
        confidence: confidenceIn(settings, setting),
        remedy: remedyOf(project, settings, entry, host),
      };
    }
  },
});

/** The host alone; where a file gives the entry to a variable, others may need the whole address that is in it. */
function remedyOf(project: Project, settings: Settings, entry: string, host: string): Remedy {
  const setting = settings.get('ALLOWED_HOSTS');
  const holds = (path: string | undefined): boolean =>
    path !== undefined && (project.file(path)?.text ?? '').includes(entry);
  const read = settings.environment.find(({ name, given }) => setting.reads.includes(name) && holds(given?.at?.path));
  const from = read?.given?.at?.path;
  if (read === undefined || from === undefined || holds(setting.at.path))
    return {
      summary: 'Write the host alone.',
      ...writeInstead(project, setting.at, entry, `'${maskText(host)}'`),
    };
  return /host/i.test(read.name)
    ? { summary: `Write the host alone into \`${read.name}\`.`, path: from }
    : {
        summary: `\`${read.name}\` holds a whole address: take the host out of it (\`urlsplit(…).hostname\`), or name the host in a variable of its own.`,
        path: setting.at.path,
      };
}
