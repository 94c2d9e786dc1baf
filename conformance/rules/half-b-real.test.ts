/** Scratch: half B on real projects. */
import { test } from 'vitest';
import { readdirSync, writeFileSync } from 'node:fs';
import { auditProject } from '../../packages/cli/src/audit-project.js';
import { databaseRules } from '../../packages/core/src/rules/database.js';
import { staticRules } from '../../packages/core/src/rules/static.js';
import { depsRules } from '../../packages/core/src/rules/deps.js';
import { structureRules } from '../../packages/core/src/rules/structure.js';
import { migrationsRules } from '../../packages/core/src/rules/migrations.js';
import { loggingRules } from '../../packages/core/src/rules/logging.js';
import { cacheRules } from '../../packages/core/src/rules/cache.js';
import { emailRules } from '../../packages/core/src/rules/email.js';
import { mediaRules } from '../../packages/core/src/rules/media.js';
import { celeryRules } from '../../packages/core/src/rules/celery.js';
import { asgiRules } from '../../packages/core/src/rules/asgi.js';
import { wsgiRules } from '../../packages/core/src/rules/wsgi.js';
import { gunicornRules } from '../../packages/core/src/rules/gunicorn.js';
const all = [...databaseRules, ...staticRules, ...depsRules, ...structureRules, ...migrationsRules, ...loggingRules, ...cacheRules, ...emailRules, ...mediaRules, ...celeryRules, ...asgiRules, ...wsgiRules, ...gunicornRules];
const ids = new Set(all.map((r) => r.id));
test('real', async () => {
  const out: string[] = [];
  for (const dir of readdirSync('/tmp/real').sort()) {
    try {
      const r: any = await auditProject(`/tmp/real/${dir}`, { rules: all } as any);
      const report = r.report ?? r;
      out.push(`== ${dir} target=${report.target?.id ?? JSON.stringify(report.target)?.slice(0, 60)}`);
      for (const f of report.findings) if (ids.has(f.rule)) out.push(`  P ${f.rule} [${f.confidence}] ${f.location.path}:${f.location.start.line} ${f.message}`);
      for (const f of report.questions) if (ids.has(f.rule)) out.push(`  Q ${f.rule} ${f.location.path}:${f.location.start.line} ${f.text}`);
      for (const o of report.outcomes) if (ids.has(o.rule) && o.outcome === 'crashed') out.push(`  CRASH ${o.rule} ${o.note}`);
    } catch (e) { out.push(`== ${dir} ERROR ${(e as Error).message.slice(0, 200)}`); }
    writeFileSync('/tmp/hb-real.txt', out.join('\n'));
  }
}, 500_000);
