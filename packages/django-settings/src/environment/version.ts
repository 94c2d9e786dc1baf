/** Which release of a package the project would install, as the models of packages that ask for it many times take it along. */
import type { Machine } from '../evaluate/native.js';
import { packageAtLeast } from './package-version.js';

/** Whether the installed release is this one or a later one. A release that is not known counts as the newest. */
export type AtLeast = (...least: readonly number[]) => boolean;

/** The question for one package. */
export function releaseOf(machine: Machine, distribution: string): AtLeast {
  return (...least) => packageAtLeast(machine, distribution, ...least);
}
