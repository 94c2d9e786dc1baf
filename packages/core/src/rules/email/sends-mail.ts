/** Whether a site sends mail, as far as its code shows. */
import type { Evidence } from '../../fact.js';
import { firstLine, type Source } from '../../facts/sources.js';
import type { Project } from '../../source.js';

const sends =
  /\b(send_mail|send_mass_mail|mail_admins|mail_managers|EmailMessage|EmailMultiAlternatives|email_user|PasswordResetView|password_reset|django\.contrib\.auth\.urls|allauth\.urls|dj_rest_auth\.urls|djoser\.urls|registration\.backends)\b/;

/** The first line of the site's code that sends mail; `undefined` where none does. */
export function sendsMail(project: Project, code: readonly Source[]): Evidence | undefined {
  const at = firstLine(project, code, sends);
  return at && { at, note: 'The site sends mail here.' };
}
