/** Which lists of packages the project's own build installs, as opposed to those that are only named for it. */
import type { Manifest } from '../../facts/dependencies.js';

/** Whether a file of the repository says so: "`Dockerfile` installs it". */
export function isInstalledByBuild({ because }: Manifest): boolean {
  return /^`.* installs it$/.test(because ?? '');
}
