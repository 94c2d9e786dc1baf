/** Prints the readiness of a project that is held in memory: `npx tsx examples/embed/print.ts`, after `npm run build`. */
import { guestbook } from './guestbook.js';
import { readiness } from './readiness.js';

console.log(JSON.stringify(readiness('guestbook', guestbook, '2026-11-20'), null, 2));
