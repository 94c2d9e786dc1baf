/** The host names of ALLOWED_HOSTS that a visitor could ask for: what a checklist's addresses are made of. */
import { type Settings, stringsOf } from '@django-golive/core';
import { isPlaceholderHost } from './files/placeholder.js';

/** Full names without wildcards; local names and those of templates left out. */
export function publicHosts(settings: Settings): readonly string[] {
  return stringsOf(settings.get('ALLOWED_HOSTS').value).filter(
    (host) => /^(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)+$/i.test(host) && !isPlaceholderHost(host),
  );
}
