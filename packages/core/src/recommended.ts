/** The rules golive recommends for every Django project, whatever the target. */
import type { Rule } from './rule.js';
import { apiRules } from './rules/api.js';
import { asgiRules } from './rules/asgi.js';
import { authRules } from './rules/auth.js';
import { cacheRules } from './rules/cache.js';
import { celeryRules } from './rules/celery.js';
import { cookiesRules } from './rules/cookies.js';
import { corsRules } from './rules/cors.js';
import { csrfRules } from './rules/csrf.js';
import { databaseRules } from './rules/database.js';
import { depsRules } from './rules/deps.js';
import { emailRules } from './rules/email.js';
import { suppressionComment } from './rules/golive/suppression-comment.js';
import { gunicornRules } from './rules/gunicorn.js';
import { headersRules } from './rules/headers.js';
import { httpsRules } from './rules/https.js';
import { loggingRules } from './rules/logging.js';
import { mediaRules } from './rules/media.js';
import { migrationsRules } from './rules/migrations.js';
import { monitoringRules } from './rules/monitoring.js';
import { opsRules } from './rules/ops.js';
import { secretsRules } from './rules/secrets.js';
import { settingsRules } from './rules/settings.js';
import { startupRules } from './rules/startup.js';
import { staticRules } from './rules/static.js';
import { structureRules } from './rules/structure.js';
import { templatesRules } from './rules/templates.js';
import { testingRules } from './rules/testing.js';
import { urlsRules } from './rules/urls.js';
import { wsgiRules } from './rules/wsgi.js';

/** One area a line; targets add and switch off their own. */
export const recommended: readonly Rule[] = [
  ...startupRules,
  ...settingsRules,
  ...secretsRules,
  ...httpsRules,
  ...cookiesRules,
  ...csrfRules,
  ...corsRules,
  ...headersRules,
  ...authRules,
  ...templatesRules,
  ...urlsRules,
  ...apiRules,
  ...databaseRules,
  ...migrationsRules,
  ...staticRules,
  ...mediaRules,
  ...depsRules,
  ...gunicornRules,
  ...wsgiRules,
  ...asgiRules,
  ...celeryRules,
  ...cacheRules,
  ...emailRules,
  ...loggingRules,
  ...monitoringRules,
  ...structureRules,
  ...testingRules,
  ...opsRules,
  suppressionComment,
];
