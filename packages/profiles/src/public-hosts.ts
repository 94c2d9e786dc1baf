/** Host names that a visitor could ask for, and a certificate could be made out to: what a checklist's addresses are made of. */
import { type Settings, stringsOf } from '@django-golive/core';
import { isPlaceholderHost } from './files/placeholder.js';

/** A full name without wildcards; no address, no local name and none of a template. */
export function isPublicHost(host: string): boolean {
  return /^(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)+$/i.test(host) && !isPlaceholderHost(host);
}

/** Those of ALLOWED_HOSTS. */
export function publicHosts(settings: Settings): readonly string[] {
  return stringsOf(settings.get('ALLOWED_HOSTS').value).filter(isPublicHost);
}
