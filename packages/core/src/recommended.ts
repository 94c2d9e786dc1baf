/** The rules golive recommends for every Django project, whatever the target. */
import type { Rule } from './rule.js';
import { apiRules } from './rules/api.js';
import { authRules } from './rules/auth.js';
import { cookiesRules } from './rules/cookies.js';
import { corsRules } from './rules/cors.js';
import { csrfRules } from './rules/csrf.js';
import { databaseRules } from './rules/database.js';
import { suppressionComment } from './rules/golive/suppression-comment.js';
import { headersRules } from './rules/headers.js';
import { httpsRules } from './rules/https.js';
import { secretsRules } from './rules/secrets.js';
import { settingsRules } from './rules/settings.js';
import { startupRules } from './rules/startup.js';
import { templatesRules } from './rules/templates.js';

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
  ...apiRules,
  ...databaseRules,
  suppressionComment,
];
