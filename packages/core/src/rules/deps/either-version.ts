/** Words for the version of a package of which files give different ones. */
import type { Dependency, VersionPlace } from '../../facts/dependencies.js';

/** `5.2.4 (requirements.txt) or 5.2.11 (uv.lock)`. */
export function eitherOf(pins: readonly VersionPlace[]): string {
  return pins.map(({ at, version }) => `${version} (\`${at.path}\`)`).join(' or ');
}

/** The version of a row, or each that it may have; `undefined` where no file says one. */
export function versionOf({ version, pins }: Dependency): string | undefined {
  return version ?? (pins && eitherOf(pins));
}
