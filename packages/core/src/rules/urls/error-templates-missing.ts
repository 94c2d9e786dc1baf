/** No page of the site's own for errors: visitors see a line of text on white. */
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { isPage, type Template, type Templates, templates } from '../../facts/templates.js';
import { urls } from '../../facts/urls.js';
import { defineRule, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { atLeastSeries } from '../settings/django-series.js';
import { hasFinalValues } from '../settings/final-values.js';

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
  needs: { project, settings, templates, urls },
  problems: { missing: 'There is no template {names}, so visitors see a bare line of text.' },
  // A site whose pages are made elsewhere has none of its own, and an unread URL configuration may name handlers.
  // Before Django 1.6 no text of its own stands in: the template that is missing is an error itself.
  when: ({ settings, templates, urls }) =>
    hasFinalValues(settings) &&
    atLeastSeries(settings.django, '1.6') &&
    urls.path !== undefined &&
    templates.files.some(isOwnPage),
  *check({ project, settings, templates, urls }, { problem }) {
    const configuration = urls.path === undefined ? '' : (project.file(urls.path)?.text ?? '');
    const missing = ['404', '500'].filter(
      (code) =>
        !new RegExp(`^\\s*handler${code}\\b`, 'm').test(configuration) && !isThere(project, templates, `${code}.html`),
    );
    // One of several files may bring the handlers by a star.
    if (missing.length === 0 || /^\s*from\s+\S+\s+import\s+\*|handler\d{3}/m.test(configuration)) return;
    yield {
      ...problem('missing', settings.get('ROOT_URLCONF'), {
        names: missing.map((code) => `\`${code}.html\``).join(' and none '),
      }),
      confidence: 'firm',
      remedy: {
        summary: `Put them into a directory of \`${atLeastSeries(settings.django, '1.8') ? 'TEMPLATES' : 'TEMPLATE_DIRS'}\`; keep \`500.html\` free of what needs the database or a context.`,
      },
    };
  },
});

/** What the admin or a package needs is no page of the site's own. */
function isOwnPage(template: Template): boolean {
  return isPage(template) && !template.names.some((name) => /(^|\/)(admin|registration|rest_framework)\//.test(name));
}

/** Where not all directories of templates are known, any file of the name may be the one. */
function isThere(project: Project, templates: Templates, name: string): boolean {
  return (
    templates.get(name) !== undefined ||
    (!templates.complete && project.paths.some((path) => path === name || path.endsWith(`/${name}`)))
  );
}
