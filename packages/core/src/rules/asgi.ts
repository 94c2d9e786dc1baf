/** The rules about ASGI: that what is live on the pages has a server, and asks who is there. */
import type { Rule } from '../rule.js';
import { channelLayerInmemory } from './asgi/channel-layer-inmemory.js';
import { consumerOpen } from './asgi/consumer-open.js';
import { serverMissing } from './asgi/server-missing.js';

export const asgiRules: readonly Rule[] = [serverMissing, channelLayerInmemory, consumerOpen];
