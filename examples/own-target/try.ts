/** Audits a project for a target of one's own, lists its steps and compares it with golive's: `npx tsx examples/own-target/try.ts`, after `npm run build`. */
import { projectOf } from '@django-golive/core';
import { checklist, comparisonTerminal, terminal } from '@django-golive/reporters';
import { auditLoaded, compareForProject } from 'django-golive';
import { harbour } from './src/index.js';
import { till } from './till.js';

const project = projectOf(till, { name: 'till' });
const report = auditLoaded(project, { profiles: [harbour] });

console.log(terminal(report));
console.log(checklist(report));
console.log(comparisonTerminal(compareForProject(project, ['harbour', 'heroku'], { profiles: [harbour] })));
