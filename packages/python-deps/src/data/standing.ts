/**
 * Packages that their own authors have given up or send people away from, each with where they say so. Short lists: a package that
 * has only been quiet for long is on neither.
 */
import type { Standing } from '@django-golive/core';

type Entry = Omit<Standing, 'state'>;

const givenUp: Readonly<Record<string, Entry>> = {
  boto: { source: 'https://github.com/boto/boto', instead: 'use `boto3`' },
  'django-bootstrap-v5': {
    source: 'https://github.com/zostera/django-bootstrap-v5',
    instead: 'use `django-bootstrap5`, which it was renamed to',
  },
  'django-celery': {
    source: 'https://docs.celeryq.dev/en/stable/django/first-steps-with-django.html',
    instead:
      'use `celery` itself, with `django-celery-beat` and `django-celery-results` for what it kept in the database',
  },
  'django-ckeditor': {
    source: 'https://github.com/django-ckeditor/django-ckeditor',
    instead: 'use another editor: CKEditor 4, which it brings, has known holes that nobody mends',
  },
  'django-jet': {
    source: 'https://github.com/geex-arts/django-jet/issues/443',
    instead: "use Django's own admin, or the fork `django-jet-reboot`",
  },
  'django-heroku': {
    source: 'https://github.com/heroku/django-heroku',
    instead: 'use `dj-database-url` and `whitenoise`, which it configured',
  },
  'django-q': { source: 'https://django-q2.readthedocs.io/', instead: 'use `django-q2`, the fork that goes on' },
  'django-rest-auth': { source: 'https://github.com/Tivix/django-rest-auth', instead: 'use `dj-rest-auth`' },
  'django-rest-swagger': {
    source: 'https://github.com/marcgibbons/django-rest-swagger',
    instead: 'use `drf-spectacular`',
  },
  'djangorestframework-jwt': {
    source: 'https://github.com/jpadilla/django-rest-framework-jwt',
    instead: 'use `djangorestframework-simplejwt`',
  },
  'mysql-python': {
    source: 'https://github.com/PyMySQL/mysqlclient',
    instead: 'use `mysqlclient`, the fork that goes on and knows Python 3',
  },
  nose: { source: 'https://nose.readthedocs.io/en/latest/', instead: "use `pytest`, or Django's own test runner" },
  oauth2client: { source: 'https://github.com/googleapis/oauth2client', instead: 'use `google-auth`' },
  // "The last PIL release was in 2009 (1.1.7) and no future releases are expected."
  pil: { source: 'https://pillow.readthedocs.io/en/latest/about.html', instead: 'use `pillow`, the fork that goes on' },
  pycrypto: { source: 'https://github.com/pycrypto/pycrypto', instead: 'use `pycryptodome`' },
  'python-social-auth': {
    source: 'https://github.com/omab/python-social-auth',
    instead: 'use `social-auth-app-django`',
  },
  sklearn: {
    source: 'https://pypi.org/project/sklearn/',
    instead: 'use `scikit-learn`, which is the name of the package; `sklearn` is only what code imports',
  },
  // Its author has archived it, as an "archival copy of the South migration framework for Django 1.x".
  south: {
    source: 'https://github.com/andrewgodwin/south',
    instead: 'use the migrations that Django has of its own since 1.7',
  },
  raven: { source: 'https://github.com/getsentry/raven-python', instead: 'use `sentry-sdk`' },
};

/** They work and are maintained; `instead` is what their own documents advise. */
const advised: Readonly<Record<string, Entry>> = {
  // "If you are looking to add Swagger/OpenAPI support to a new project you might want to take a look at drf-spectacular."
  'drf-yasg': {
    source: 'https://sourceforge.net/mirror/drf-yasg/',
    instead: 'its authors send new projects to `drf-spectacular`, which writes OpenAPI 3',
  },
  // "For production use you are advised to use the source distribution."
  'psycopg2-binary': {
    source: 'https://www.psycopg.org/docs/install.html#psycopg-vs-psycopg-binary',
    instead: 'its authors advise `psycopg2`, which is built against the system\'s libraries, for production',
  },
};

/** What became of a package, where its authors say so; by its normalised name. */
export function standingOf(name: string): Standing | undefined {
  if (Object.hasOwn(givenUp, name)) return { state: 'given-up', ...(givenUp[name] as Entry) };
  if (Object.hasOwn(advised, name)) return { state: 'advised-against', ...(advised[name] as Entry) };
  return undefined;
}
