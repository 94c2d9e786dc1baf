/** The rules of the target Docker, and core's rules weighed differently there. */
import type { RuleSet } from '@django-golive/core';
import { developmentServer } from './rules/development-server.js';
import { loopbackBind } from './rules/loopback-bind.js';
import { secretInCompose } from './rules/secret-in-compose.js';
import { secretInImage } from './rules/secret-in-image.js';

/** In the order of a report. */
export const dockerRules: RuleSet = [secretInImage, secretInCompose, developmentServer, loopbackBind];
