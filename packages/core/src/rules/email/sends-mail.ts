/** Whether a site sends mail, as far as its code shows. */
import type { Evidence } from '../../fact.js';
import { firstLine, type Source } from '../../facts/sources.js';
import type { Project } from '../../source.js';

/**
 * What sends, in a line that does more than import it. A project may have views of its own for passwords: only Django's, by a
 * dotted name or where they are imported from, are known to send mail.
 */
const sends =
  /^(?!\s*(?:from|import)\b)(?!\s*\w+\s*,?\s*\)?\s*(?:#.*)?$)[^#]*\b(?:send_mail|send_mass_mail|mail_admins|mail_managers|EmailMessage|EmailMultiAlternatives|email_user)\b/;

/** Views that send mail whenever they are asked to, where what calls a function may never run. */
const routes =
  /\b(?:(?:auth|auth_views|contrib\.auth\.views)\.(?:PasswordResetView|password_reset)|from django\.contrib\.auth\.views import .*\b(?:PasswordResetView|password_reset)|(?:allauth|dj_rest_auth|djoser)\.urls|django\.contrib\.auth\.urls|registration\.backends)\b/;

/** The first line of the site's code that sends mail; `undefined` where none does. */
export function sendsMail(project: Project, code: readonly Source[]): Evidence | undefined {
  const at = firstLine(project, code, routes) ?? firstLine(project, code, sends);
  return at && { at, note: 'The site sends mail here.' };
}
