/** A Python that the build pack no longer has, or not yet. */
import { defineRule, dependencies, minutes, type PlatformVersion, web } from '@django-golive/core';
import { pythonVersionFiles } from '../../files/python-version.js';
import { buildManifest } from '../build-manifest.js';

// heroku-buildpack-python v351: 3.10 to 3.14, 3.10 until January 2027.
const oldest = 10;
const newest = 14;

export const pythonUnsupported = defineRule({
  id: 'heroku/python-unsupported',
  title: 'Heroku has no such Python',
  sound: 'Heroku has the Python that the project asks for',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(60),
  risk: 'The build stops with an error, so nothing is released.',
  references: [
    web(
      'Heroku: Supported Python versions',
      'https://devcenter.heroku.com/articles/python-support#supported-python-versions',
    ),
  ],
  since: '0.1.0',
  needs: { pythonVersionFiles, buildManifest, dependencies },
  problems: { removed: "`{path}` asks for Python {version}; Heroku's oldest is 3.10." },
  questions: {
    newer:
      '`{path}` asks for Python {version}, which is newer than the build pack this rule was written for (3.14). Does Heroku have it?',
  },
  when: ({ pythonVersionFiles, buildManifest }) =>
    buildManifest === undefined && pythonVersionFiles.inForce?.version !== undefined,
  *check({ pythonVersionFiles: { inForce }, dependencies }, { problem, question }) {
    const version = inForce?.version;
    if (!inForce || version === undefined) return;
    const about = { at: inForce.at, subject: inForce.path, current: inForce.written };
    if (isRemoved(version)) {
      yield {
        ...problem('removed', about, { path: inForce.path, version }),
        remedy: { summary: `${moveOf(dependencies.django)}, and write its release line into ${fileOf(inForce.path)}.` },
      };
    } else if (isNewer(version)) yield question('newer', about, { path: inForce.path, version });
  },
});

/** Whether Heroku has dropped a Python: no file may ask for it. */
export function isRemoved(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < 3 || (major === 3 && minor < oldest);
}

function isNewer(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 3 || (major === 3 && minor > newest);
}

/** Whether Heroku has a Python. */
const fits = (line: string): boolean => !isRemoved(line) && !isNewer(line);

/** What must be raised: Django as well, where no Python that it supports is left. */
function moveOf(django: PlatformVersion | undefined): string {
  const newest = django?.pythons?.filter(fits).at(-1);
  if (newest !== undefined)
    return `Move to Python ${newest}, the newest that Django ${django?.series} runs on and Heroku has`;
  if (!isLeftBehind(django)) return 'Move to a Python that your Django supports and Heroku has';
  return `Heroku has no Python left that Django ${django?.version ?? django?.series} supports: move to a newer Django first, then to a Python that both have`;
}

/** Whether Heroku has no Python left that a Django supports. */
export function isLeftBehind(django: PlatformVersion | undefined): boolean {
  // What Django 1 supported ends with 3.7, and is not in the data.
  return !(django?.pythons?.some(fits) ?? !django?.series?.startsWith('1.'));
}

/** The build pack reads `runtime.txt` first. */
function fileOf(path: string): string {
  return path === 'runtime.txt'
    ? '`.python-version`; delete `runtime.txt`, which is read before it'
    : '`.python-version`';
}
