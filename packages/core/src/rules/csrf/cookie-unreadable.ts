/** Scripts that read the CSRF token from a cookie which the settings keep from them. */
import { truthOf } from '../../describe.js';
import { project } from '../../facts/inputs.js';
import { type Setting, type Settings, settings } from '../../facts/settings.js';
import { type Templates, templates } from '../../facts/templates.js';
import { stringOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import type { Location, Project } from '../../source.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';

const script = /\.([cm]?jsx?|tsx?|vue)$/;
/** Other people's scripts, and what a build has made of the project's. */
const foreign =
  /(^|\/)(node_modules|vendors?|libs?|dist|build|bower_components|plugins|staticfiles|tests?|docs?|site-packages)\/|\.min\.|(^|\/)(axios|jquery)[^/]*\.js$/i;

export const cookieUnreadable = defineRule({
  id: 'csrf/cookie-unreadable',
  title: 'Scripts cannot read the CSRF token that they send',
  sound: 'Scripts can read the CSRF token that they send',
  category: 'deployment',
  severity: 'medium',
  effort: minutes(15),
  risk: 'What the pages send by script is refused with 403, for every visitor.',
  references: [
    docs('howto/csrf', 'acquiring-the-token-if-csrf-use-sessions-or-csrf-cookie-httponly-is-true'),
    docs('ref/settings', 'csrf-cookie-httponly'),
  ],
  since: '0.1.0',
  needs: { project, settings, templates },
  problems: { hidden: '`{setting}` is True, and `{path}` reads the token from the cookie `{cookie}`.' },
  when: ({ project, settings, templates }) =>
    hasFinalValues(settings) && cookieOf(settings) !== undefined && reader(project, settings, templates) !== undefined,
  *check({ project, settings, templates }, { problem }) {
    const setting = hiding(settings);
    const at = reader(project, settings, templates);
    if (!setting || !at) return;
    yield {
      ...problem('hidden', setting, { setting: setting.name, path: at.path, cookie: cookieOf(settings) ?? '' }),
      confidence: confidenceIn(settings, setting) === 'certain' ? 'firm' : 'tentative',
      evidence: [{ at, note: 'The script reads the cookie here.' }],
      remedy: {
        ...writeInSettings(
          settings,
          'Let scripts read it, which gives nothing away; or let them read the token from the page, where `{% csrf_token %}` writes it.',
          `${setting.name} = False`,
        ),
      },
    };
  },
});

/** The setting that keeps the token from scripts. */
function hiding(settings: Settings): Setting | undefined {
  return ['CSRF_USE_SESSIONS', 'CSRF_COOKIE_HTTPONLY']
    .map((name) => settings.get(name))
    .find(({ value }) => truthOf(value) === 'yes');
}

const cookieOf = (settings: Settings): string | undefined => stringOf(settings.get('CSRF_COOKIE_NAME').value);

/** Where a page or a script of the project itself asks for the cookie and sends it as the header. */
function reader(project: Project, settings: Settings, templates: Templates): Location | undefined {
  const cookie = cookieOf(settings)?.replace(/[^\w-]/g, '\\$&');
  const reads = new RegExp(
    `(?:getCookie|Cookies\\.get|cookie\\.get|readCookie)\\(\\s*(['"\`])${cookie}\\1|document\\.cookie\\b[\\s\\S]{0,160}\\b${cookie}\\b`,
  );
  const pages = templates.files.flatMap(({ path }) => (script.test(path) ? [] : path));
  for (const path of [...pages, ...project.paths.filter((path) => script.test(path))]) {
    const file = foreign.test(path) ? undefined : project.file(path);
    // A page that has the token in itself may take it from there.
    if (
      !file ||
      file.text.length > 400_000 ||
      !/X-CSRF-?Token/i.test(file.text) ||
      /csrfmiddlewaretoken|csrf_token/.test(file.text)
    )
      continue;
    const found = reads.exec(file.text);
    if (found) return file.at({ start: found.index, end: found.index + found[0].length });
  }
  return undefined;
}
