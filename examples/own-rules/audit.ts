/** Audits the retail example by the house rules: `npx tsx examples/own-rules/audit.ts`, after `npm run build`. */
import { fileURLToPath } from 'node:url';
import { terminal } from '@django-golive/reporters';
import { auditProject } from 'django-golive';
import { houseRules } from './house-rules.js';

const retail = fileURLToPath(new URL('../retail', import.meta.url));

console.log(terminal(auditProject(retail, { rules: houseRules })));
