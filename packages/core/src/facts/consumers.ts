/** The WebSocket consumers that production serves, as far as the ASGI application shows the way to them. */
import { declareFact } from '../fact.js';
import type { Location } from '../source.js';

/** A consumer of Channels. */
export interface Consumer {
  /** Its dotted name: `chat.consumers.ChatConsumer`. */
  readonly name: string;
  readonly at: Location;
  /** The pattern that leads to it. */
  readonly routedAt: Location;
  /** Whether its code or that of its ancestors may look at who is calling, or turn somebody away; true where that is not known. */
  readonly asks: boolean;
}

/** Those that a router reaches through nothing but what Channels itself brings, none of which refuses a caller. */
export const consumers = declareFact<readonly Consumer[]>('consumers');
