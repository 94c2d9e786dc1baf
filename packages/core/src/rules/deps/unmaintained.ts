/** Packages that their own authors have given up, with where they say so. A short list: what is only quiet is not on it. */

/** What became of a package. */
export interface Unmaintained {
  /** Where it is said. */
  readonly source: string;
  /** What to use, as the rest of a sentence: `use dj-rest-auth`. */
  readonly instead: string;
}

const packages: Readonly<Record<string, Unmaintained>> = {
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
  pil: { source: 'https://pillow.readthedocs.io/en/stable/about.html', instead: 'use `pillow`, the fork that goes on' },
  pycrypto: { source: 'https://github.com/pycrypto/pycrypto', instead: 'use `pycryptodome`' },
  'python-social-auth': {
    source: 'https://github.com/omab/python-social-auth',
    instead: 'use `social-auth-app-django`',
  },
  sklearn: {
    source: 'https://pypi.org/project/sklearn/',
    instead: 'use `scikit-learn`, which is the name of the package; `sklearn` is only what code imports',
  },
  south: {
    source: 'https://south.readthedocs.io/en/latest/',
    instead: 'use the migrations that Django has of its own since 1.7',
  },
  raven: { source: 'https://github.com/getsentry/raven-python', instead: 'use `sentry-sdk`' },
};

/** What became of a package, where it is on the list; by its normalised name. */
export function unmaintained(name: string): Unmaintained | undefined {
  return Object.hasOwn(packages, name) ? packages[name] : undefined;
}
