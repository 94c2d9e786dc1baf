/** Whether what is written to a path is still there after the next deployment. */
import type { Deployment } from '../../facts/deployment.js';
import type { Truth } from '../../facts/value.js';
import type { Project } from '../../source.js';
import { isWithin, repositoryPath } from './repository-path.js';

/** `maybe` where the files do not show which directories outlive a restart, or where the code lies. */
export function survives(project: Project, { traits, volumes, volumesUnseen, root }: Deployment, path: string): Truth {
  if (!traits.has('ephemeral-disk')) return 'yes';
  const inside = repositoryPath(path);
  if (inside !== undefined && root === undefined && volumes.length > 0) return 'maybe';
  const place = inside === undefined ? path : `${root ?? ''}/${inside}`;
  if (volumes.some((volume) => isWithin(place, volume))) return 'yes';
  // A disk that is mounted over a directory hides the code in it, so none is mounted over one that holds code.
  return volumesUnseen && !(inside !== undefined && holdsCode(project, inside)) ? 'maybe' : 'no';
}

function holdsCode(project: Project, path: string): boolean {
  const directory = path.slice(0, path.lastIndexOf('/') + 1);
  return project.paths.some(
    (other) =>
      other.startsWith(directory) && !other.slice(directory.length).includes('/') && /\.(py|txt|toml)$/.test(other),
  );
}
