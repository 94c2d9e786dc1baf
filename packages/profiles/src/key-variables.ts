/** The variables without which there is no secret key, although the settings load. */
import type { Settings } from '@django-golive/core';

/** Those that the key is read from, and that neither a file nor a fallback gives. */
export function keyVariables(settings: Settings): readonly string[] {
  const { reads, value } = settings.get('SECRET_KEY');
  if (value.kind !== 'unknown') return [];
  return settings.environment
    .filter(
      ({ name, given, presumed, default: fallback }) =>
        reads.includes(name) && given === undefined && presumed && (fallback === undefined || fallback.kind === 'none'),
    )
    .map(({ name }) => name);
}
