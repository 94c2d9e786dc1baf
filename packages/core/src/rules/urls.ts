/** The rules about what the URLs of production lead to. */
import type { Rule } from '../rule.js';
import { errorTemplatesMissing } from './urls/error-templates-missing.js';
import { exceptionTold } from './urls/exception-told.js';
import { onlyWhileDebug } from './urls/only-while-debug.js';
import { profilerOpen } from './urls/profiler-open.js';
import { serveInProduction } from './urls/serve-in-production.js';
import { webhookRedirected } from './urls/webhook-redirected.js';

export const urlsRules: readonly Rule[] = [
  onlyWhileDebug,
  profilerOpen,
  serveInProduction,
  exceptionTold,
  errorTemplatesMissing,
  webhookRedirected,
];
