/** The web line of the Procfile, with the server it starts. */
import { defineFact, type Located, maskSource, project } from '@django-golive/core';
import type { ServerCommand } from '../files/application-server.js';
import { gunicornFiles } from '../files/gunicorn-config.js';
import { type Procfile, type ProcfileEntry, procfile } from '../files/procfile.js';
import { serverIn } from '../platform/process.js';
import { buildManifest } from './build-manifest.js';

/** The web line. */
export interface WebProcess {
  readonly entry: ProcfileEntry;
  /** `undefined` where the line starts no server that is known. */
  readonly server: ServerCommand | undefined;
}

/** The Procfile, unless heroku.yml builds images: a container app reads its commands there or from the image. */
export const activeProcfile = defineFact({
  id: 'heroku-active-procfile',
  needs: { procfile, buildManifest },
  derive({ procfile, buildManifest }): Procfile | undefined {
    return buildManifest && buildManifest.dockerfiles.length > 0 ? undefined : procfile.found;
  },
});

/** The web process; `undefined` where the Procfile has none. */
export const webProcess = defineFact({
  id: 'heroku-web-process',
  needs: { project, activeProcfile, gunicornFiles },
  derive({ project, activeProcfile, gunicornFiles }): WebProcess | undefined {
    const entry = activeProcfile?.entry('web');
    return entry && { entry, server: serverIn(entry.invocations, { project, read: gunicornFiles, variables: [] }) };
  },
});

/** A line of the Procfile as something to speak of, its secrets masked. */
export function aboutEntry(entry: ProcfileEntry): Located {
  return {
    at: entry.at,
    current: maskSource('', `${entry.name}: ${entry.command}`),
    subject: `Procfile:${entry.name}`,
  };
}
