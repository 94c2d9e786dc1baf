/** Whether a site sends mail, as far as its code shows. */
import type { Evidence } from '../../fact.js';
import type { Project } from '../../source.js';
import { lineSpan } from '../../source.js';

const sends =
  /\b(send_mail|send_mass_mail|mail_admins|mail_managers|EmailMessage|EmailMultiAlternatives|email_user|PasswordResetView|password_reset|django\.contrib\.auth\.urls|allauth\.urls|dj_rest_auth\.urls|djoser\.urls|registration\.backends)\b/;
/** Files that are not the site's own code. */
export const notSite =
  /(^|\/)(tests?|testing|migrations|docs?|examples?|node_modules|venv|env|site-packages)(\/|$)|(^|\/)(test_[^/]*|[^/]*_tests?|tests|conftest)\.py$/;

/** The first line of the site's own code that sends mail; `undefined` where none does. */
export function sendsMail(project: Project, settingsFiles: readonly string[]): Evidence | undefined {
  for (const path of project.paths) {
    if (!path.endsWith('.py') || notSite.test(path) || settingsFiles.includes(path)) continue;
    const file = project.file(path);
    if (!file || !sends.test(file.text)) continue;
    const lines = file.text.split(/\r\n|\r|\n/);
    const index = lines.findIndex((line) => sends.test(line) && !/^\s*#/.test(line));
    if (index >= 0) return { at: file.at(lineSpan(file.text, index + 1)), note: 'The site sends mail here.' };
  }
  return undefined;
}
