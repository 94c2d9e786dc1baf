/** No page of the site's own for errors: visitors see a line of text on white. */
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { urls } from '../../facts/urls.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { hasFinalValues } from '../settings/final-values.js';

/** A template that a person would look at; what the admin or a mail needs is none. */
const page =
  /(^|\/)(templates|jinja2)\/(?!.*(^|\/)(admin|emails?|mails?|registration|rest_framework)\/).+\.(html?|jinja2?|j2)$/;

export const errorTemplatesMissing = defineRule({
  id: 'urls/error-templates-missing',
  title: 'The site has no error pages of its own',
  sound: 'The site has error pages of its own',
  category: 'structure',
  severity: 'info',
  effort: minutes(30),
  risk: "Visitors who meet an error see Django's bare line of text and no way back.",
  references: [docs('ref/views', 'error-views'), docs('topics/http/views', 'customizing-error-views')],
  since: '0.1.0',
  needs: { project, settings, urls },
  problems: { missing: 'There is no template {names}, so visitors see a bare line of text.' },
  // A site whose pages are made elsewhere has none of its own, and an unread URL configuration may name handlers.
  when: ({ project, settings, urls }) =>
    hasFinalValues(settings) && urls.path !== undefined && project.paths.some((path) => page.test(path)),
  *check({ project, settings, urls }, { problem }) {
    const configuration = urls.path === undefined ? '' : (project.file(urls.path)?.text ?? '');
    const missing = ['404', '500'].filter(
      (code) =>
        !new RegExp(`^\\s*handler${code}\\b`, 'm').test(configuration) &&
        !project.paths.some((path) => new RegExp(`(^|/)${code}\\.(html?|jinja2?|j2)$`).test(path)),
    );
    // One of several files may bring the handlers by a star.
    if (missing.length === 0 || /^\s*from\s+\S+\s+import\s+\*|handler\d{3}/m.test(configuration)) return;
    yield {
      ...problem('missing', settings.get('ROOT_URLCONF'), {
        names: missing.map((code) => `\`${code}.html\``).join(' and none '),
      }),
      confidence: 'firm',
      remedy: {
        summary:
          'Put them into a directory of `TEMPLATES`; keep `500.html` free of what needs the database or a context.',
      },
    };
  },
});
