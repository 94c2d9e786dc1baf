/** Texts of a Compose file after interpolation. */
import { type Expanded, expandVariables, type Lookup } from './variable-expansion.js';

/** A text for reading: a variable that nothing sets shows its default, else it stays as it is written. */
export function display(raw: string, lookup: Lookup): string {
  const expanded = interpolate(raw, lookup);
  return expanded.empty.length > 0 ? raw : (expanded.text ?? raw);
}

/** Interpolation where a default counts as the value: what `docker compose up` gives when the host's shell is silent. */
export function interpolate(raw: string, lookup: Lookup): Expanded {
  return expandVariables(raw, lookup, { doubled: true });
}
