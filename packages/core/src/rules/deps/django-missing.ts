/** A Django project that does not declare Django. */
import { dependencies } from '../../facts/dependencies.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { confidenceInAbsence, declaredAs, declareRemedy, hasReadableManifest, isClosed } from './declared.js';
import { projectItself } from './first-line.js';

/** Packages that need Django and therefore install it. */
const needsDjango =
  /^(django|drf-|wagtail|dj-|dj3?stripe|mezzanine|graphene-django|channels|coderedcms|puput|aldryn|easy-thumbnails|sorl-thumbnail|social-auth-app-django|strawberry-graphql-django|oscar|nautobot|netbox|saleor|cookiecutter-django|python3-saml-django|mozilla-django|edx-)/;

export const djangoMissing = defineRule({
  id: 'deps/django-missing',
  title: 'Django is not declared',
  sound: 'Django is declared',
  category: 'dependencies',
  severity: 'high',
  effort: minutes(5),
  risk: 'A fresh installation has no Django, or whichever version is newest that day.',
  references: [docs('releases')],
  since: '0.1.0',
  needs: { dependencies, project, settings },
  problems: {
    missing: 'Packages are declared in `{path}`, and Django is not among them.',
    development: 'Django is declared in `{path}`, which production does not install.',
  },
  when: ({ dependencies, settings }) => settings.path !== undefined && hasReadableManifest(dependencies),
  *check({ dependencies, project, settings }, { problem }) {
    const declared = declaredAs(dependencies, ['django']);
    const row = dependencies.get('django');
    if (declared === 'runtime') return;
    if (declared === 'other' && row) {
      yield {
        ...problem('development', row, { path: row.at.path }),
        confidence: 'firm',
        remedy: declareRemedy(dependencies, 'Django', 'Declare it among the packages of production.'),
      };
      return;
    }
    if (
      dependencies.bases !== undefined ||
      dependencies.all.some((row) => row.kind !== 'dev' && (isClosed(row) || (!row.read && needsDjango.test(row.name))))
    )
      return;
    const about = projectItself(project, settings);
    const path = dependencies.manifests.find(({ kind }) => kind === 'runtime')?.path ?? '';
    const file = project.file(path);
    if (!about) return;
    yield {
      ...problem('missing', file ? { at: file.at({ start: 0, end: 0 }), subject: 'deps:django' } : about, { path }),
      confidence: confidenceInAbsence(dependencies),
      remedy: declareRemedy(
        dependencies,
        `Django~=${dependencies.djangoSeries}.0`,
        'Declare the version that the project runs on.',
      ),
    };
  },
});
