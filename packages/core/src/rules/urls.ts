/** The rules about what the URLs of production lead to. */
import type { Rule } from '../rule.js';
import { debugRoutes } from './urls/debug-routes.js';
import { serveInProduction } from './urls/serve-in-production.js';

export const urlsRules: readonly Rule[] = [debugRoutes, serveInProduction];
