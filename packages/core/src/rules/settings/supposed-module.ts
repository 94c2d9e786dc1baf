/** Settings that are taken for production's by their name, while what the target starts loads others. */
import type { Deployment } from '../../facts/deployment.js';
import type { EntryPoints } from '../../facts/entry-points.js';
import type { Location } from '../../source.js';

/** What the files name, where another module is judged in its place. */
export interface PassedOver {
  /** The module that is judged. */
  readonly module: string;
  /** The one that the files name. */
  readonly loaded: string;
  readonly at: Location;
  /** The process whose variables are all in the files, and that so loads `loaded`; without it nothing denies that `module` is named where the site runs. */
  readonly process?: string;
}

/** The module that the files name, where another one is judged in its place for its name. */
export function passedOver({ production }: EntryPoints, deployment: Deployment): PassedOver | undefined {
  if (production?.module === undefined || production.insteadOf === undefined || !production.at) return undefined;
  const { module, insteadOf: loaded, at } = production;
  const web = deployment.processes.find(({ role }) => role === 'web');
  if (!web || web.variablesUnseen || web.variables.some(({ name }) => name === 'DJANGO_SETTINGS_MODULE'))
    return { module, loaded, at };
  return { module, loaded, at, process: web.name };
}
