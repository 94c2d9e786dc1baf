/** Which release of a package the project would install, as the models of packages ask for it. */
import type { Machine } from '../evaluate/native.js';
import { versionOf } from './surroundings.js';

/** Whether the installed release is this one or a later one. A release that is not known counts as the newest. */
export type AtLeast = (major: number, minor: number, patch?: number) => boolean;

/** The question for one package. */
export function releaseOf(machine: Machine, distribution: string): AtLeast {
  return releaseFrom(versionOf(machine, distribution));
}

/** The question for a version as written; `undefined` is the newest. */
export function releaseFrom(version: string | undefined): AtLeast {
  const match = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?/u.exec(version ?? '');
  if (!match) return () => true;
  const numbers = match.slice(1).map((part) => Number(part ?? 0));
  return (...wanted) => {
    for (const [index, number] of wanted.entries()) {
      const here = numbers[index] ?? 0;
      if (here !== number) return here > (number ?? 0);
    }
    return true;
  };
}
