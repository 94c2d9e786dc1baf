/** Settings that are taken for production's by their name, while what the target starts loads others. */
import type { Deployment } from '../../facts/deployment.js';
import type { EntryPoints } from '../../facts/entry-points.js';
import type { Location } from '../../source.js';

/** What the files say that the web process loads. */
export interface PassedOver {
  /** The module that is judged. */
  readonly module: string;
  /** The one that the files name. */
  readonly loaded: string;
  readonly name: string;
  readonly at: Location;
}

/** The module that the web process loads as far as the target's files show, where another one is judged in its place. */
export function passedOver({ production }: EntryPoints, deployment: Deployment): PassedOver | undefined {
  if (production?.module === undefined || production.insteadOf === undefined || !production.at) return undefined;
  const web = deployment.processes.find(({ role }) => role === 'web');
  // Without a process, or with variables that no file shows, nothing says that the module's name is not given.
  if (!web || web.variablesUnseen || web.variables.some(({ name }) => name === 'DJANGO_SETTINGS_MODULE'))
    return undefined;
  return { module: production.module, loaded: production.insteadOf, name: web.name, at: production.at };
}
