/** A log file in a directory that nobody makes: opening it ends Django's start. */
import { truthOf } from '../../describe.js';
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { isAssigned, lookup, stringOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { writeEntry } from '../settings/entry-remedy.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { repositoryPath } from '../structure/repository-path.js';
import { handlersOf, writesFile } from './handlers.js';

const script =
  /(^|\/)(Dockerfile[\w.-]*|Procfile|Makefile|[^/]*\.(sh|bash|ya?ml|service|conf|toml|json|py|ps1|md|rst))$|(^|\/)\.ebextensions\//;

export const directoryMissing = defineRule({
  id: 'logging/directory-missing',
  title: 'A log file lies in a directory that nobody makes',
  sound: 'The directories of log files are there',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(5),
  risk: 'Django stops at its start with FileNotFoundError wherever the repository is freshly cloned.',
  references: [docs('topics/logging', 'configuring-logging')],
  since: '0.1.0',
  needs: { deployment, project, settings },
  problems: {
    missing: 'The handler `{handler}` writes into `{directory}`, which is not in the repository, and nothing makes it.',
  },
  when: ({ settings }) =>
    hasFinalValues(settings) && isAssigned(settings.get('LOGGING')) && truthOf(settings.get('LOGGING').value) === 'yes',
  *check({ deployment, project, settings }, { problem }) {
    const setting = settings.get('LOGGING');
    const told = new Set<string>();
    for (const [handler, options] of handlersOf(settings)) {
      const file = stringOf(lookup(options, 'filename'));
      if (!writesFile(options) || file === undefined) continue;
      const path = repositoryPath(file);
      const directory = path?.includes('/') ? path.slice(0, path.lastIndexOf('/')) : undefined;
      if (
        directory === undefined ||
        told.has(directory) ||
        holdsFiles(project, directory) ||
        isMade(project, settings.files, directory)
      )
        continue;
      if (deployment.volumes.some((volume) => volume.endsWith(`/${directory}`))) continue;
      told.add(directory);
      yield {
        ...problem('missing', { ...setting, subject: `${setting.subject}:${directory}` }, { handler, directory }),
        confidence:
          confidenceIn(settings, setting) === 'certain' && lookup(options, 'delay') === undefined
            ? 'firm'
            : 'tentative',
        remedy: writeEntry(
          { project, settings },
          setting,
          ['handlers', handler],
          'Write to the console, and leave the keeping to the server; or make the directory before `LOGGING`.',
          "{'class': 'logging.StreamHandler'}",
        ),
      };
    }
  },
});

/** A directory comes with a clone only if git holds a file of it. */
function holdsFiles(project: Project, directory: string): boolean {
  return (
    project.isDirectory(directory) &&
    project.paths.some((path) => path.startsWith(`${directory}/`) && project.tracked(path) !== false)
  );
}

/** Whether some file of the repository makes a directory of that name. */
function isMade(project: Project, settingsFiles: readonly string[], directory: string): boolean {
  const name = directory.slice(directory.lastIndexOf('/') + 1);
  return project.paths.some((path) => {
    if (!script.test(path)) return false;
    const text = project.file(path)?.text ?? '';
    return (
      /\bmkdir\b|makedirs|\.mkdir\(|install\s+-d|ensure_dir|LogsDirectory|VOLUME|volumes:/.test(text) &&
      (text.includes(name) || settingsFiles.includes(path))
    );
  });
}
