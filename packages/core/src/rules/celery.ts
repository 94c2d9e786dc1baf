/** The rules about Celery: that tasks reach their workers. */
import type { Rule } from '../rule.js';
import { alwaysEager } from './celery/always-eager.js';
import { brokerUnreachable } from './celery/broker-unreachable.js';
import { pickleAccepted } from './celery/pickle-accepted.js';

export const celeryRules: readonly Rule[] = [pickleAccepted, brokerUnreachable, alwaysEager];
