/** Logs in files that go with the container, or lie wherever the process happened to start. */
import { truthOf } from '../../describe.js';
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { type Setting, type Settings, settings } from '../../facts/settings.js';
import { isAssigned, isKnown, lookup, stringOf } from '../../facts/value-reading.js';
import { defineRule, minutes, type Remedy, web } from '../../rule.js';
import type { Project } from '../../source.js';
import { writeEntry } from '../settings/entry-remedy.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { projectPath } from '../settings/project-path.js';
import { repositoryPath, shownPath } from '../structure/repository-path.js';
import { hasConsoleBeside, liveConsoleBeside } from './console-beside.js';
import { isIdle } from './error-reach.js';
import { handlersOf, writesFile } from './handlers.js';

export const fileOnEphemeralDisk = defineRule({
  id: 'logging/file-on-ephemeral-disk',
  title: 'Logs are written where they are lost',
  sound: 'Log files outlive a restart',
  category: 'logging-monitoring',
  severity: 'medium',
  effort: minutes(15),
  risk: 'After the restart that follows a crash, the log of the crash is gone.',
  references: [web('The Twelve-Factor App: logs', 'https://12factor.net/logs')],
  since: '0.1.0',
  needs: { deployment, project, settings },
  problems: {
    ephemeral: 'The handler `{handler}` writes to `{path}`, on a disk that is lost at every restart.',
    replaced:
      'The handler `{handler}` writes to `{path}` in the container, on a disk that goes with it when it is replaced.',
    relative: 'The handler `{handler}` writes to `{path}`, wherever the process happens to start.',
  },
  questions: {
    unknown: 'Where the handler `{handler}` writes is not wholly known. Does its file outlive a restart in production?',
  },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    isAssigned(settings.get('LOGGING')) &&
    truthOf(settings.get('LOGGING').value) === 'yes' &&
    handlersOf(settings).some(([, options]) => writesFile(options) && !isIdle(settings, options)),
  *check(facts, { problem, question }) {
    const { deployment, settings } = facts;
    const setting = settings.get('LOGGING');
    for (const [handler, options] of handlersOf(settings)) {
      if (!writesFile(options) || isIdle(settings, options)) continue;
      const filename = lookup(options, 'filename');
      const file = stringOf(filename);
      // Of a record that the console has as well, nothing is lost with the file.
      if (hasConsoleBeside(settings, handler)) continue;
      const about = { ...setting, subject: `${setting.subject}:${handler}` };
      if (file === undefined) {
        if (filename && !isKnown(filename)) yield question('unknown', about, { handler });
        continue;
      }
      const kind = !file.startsWith('/')
        ? 'relative'
        : deployment.traits.has('ephemeral-disk') && !isKept(deployment, file)
          ? deployment.traits.has('containers')
            ? 'replaced'
            : 'ephemeral'
          : undefined;
      if (kind === undefined) continue;
      yield {
        ...problem(kind, about, { handler, path: shownPath(file) }),
        confidence: confidenceIn(settings, setting) === 'certain' ? 'firm' : 'tentative',
        ...(kind === 'ephemeral' ? {} : { risk: risks[kind] }),
        remedy:
          kind === 'relative' && !deployment.traits.has('ephemeral-disk')
            ? writeEntry(
                facts,
                setting,
                ['handlers', handler, 'filename'],
                rooted,
                projectPath(settings, shownPath(file)),
              )
            : remedyFor(facts, setting, handler),
      };
    }
  },
});

const risks = {
  replaced:
    'Each deployment, and each new container in place of one that crashed, takes the log of what went before with it.',
  relative:
    'A server, a worker and a command that start elsewhere write elsewhere, and the log that is looked at says nothing.',
};

const rooted = 'Begin the path at a directory that does not depend on the process.';

/** A second handler that writes to standard error would write each line twice. */
function remedyFor(
  facts: { readonly project: Project; readonly settings: Settings },
  setting: Setting,
  handler: string,
): Remedy {
  const beside = liveConsoleBeside(facts.settings, handler);
  if (beside !== undefined)
    return {
      summary: `Delete the handler \`${handler}\`, and name \`${beside}\`, which writes to standard error, in every logger that names it.`,
      path: setting.at.path,
    };
  return writeEntry(
    facts,
    setting,
    ['handlers', handler],
    'Write to standard error and leave the keeping to the platform.',
    "{'class': 'logging.StreamHandler'}",
  );
}

/** Standard output and error as files, and directories that a volume keeps. */
function isKept(
  { volumes, root }: { readonly volumes: readonly string[]; readonly root?: string },
  file: string,
): boolean {
  if (/^\/(dev|proc)\//.test(file)) return true;
  const inside = repositoryPath(file);
  const paths = inside === undefined ? [file] : root === undefined ? [] : [`${root}/${inside}`];
  // Where the repository lies in the container is not known: any volume may be the one.
  if (paths.length === 0) return volumes.length > 0;
  return volumes.some((volume) => paths.some((path) => path === volume || path.startsWith(`${volume}/`)));
}
