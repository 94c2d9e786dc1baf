/** Sites of which browsers ask over HTTPS alone, whatever the server does: their whole top-level domain is on the list that ships. */
import type { Settings } from '../../facts/settings.js';
import { isKnown, itemsOf, stringOf } from '../../facts/value-reading.js';

/** Whole top-level domains for which browsers never use plain HTTP: they ship with the list (https://hstspreload.org). */
const preloaded =
  /\.(app|bank|boo|channel|dad|day|dev|esq|foo|ing|insurance|meme|mov|new|nexus|page|phd|prof|rsvp|zip)\.?(:\d+)?$/i;
const local = /^(localhost|127\.0\.0\.1|0\.0\.0\.0|\[?::1\]?|testserver|\.localhost)$/i;

/** Whether every host of the site, but those of the machine itself, lies under one of them. */
export function areHostsPreloaded(settings: Settings): boolean {
  const { value } = settings.get('ALLOWED_HOSTS');
  const hosts = itemsOf(value).map(stringOf);
  const outer = hosts.filter((host) => host === undefined || !local.test(host));
  return isKnown(value) && outer.length > 0 && outer.every((host) => host !== undefined && preloaded.test(host));
}
