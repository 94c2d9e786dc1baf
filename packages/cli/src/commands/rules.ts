/** `golive rules`: every rule, with its severity and what it watches for. */
import type { Arguments } from '../arguments.js';
import { catalogue } from '../catalogue.js';
import { exitCodes, type Outcome } from '../outcome.js';

/** The catalogue as a table or as JSON. */
export function listRules(given: Arguments): Outcome {
  const all = catalogue();
  if (given.json || given.outputs.some(({ format }) => format === 'json')) {
    const rows = all.map(({ rule, target, alsoOn, changes }) => ({
      id: rule.id,
      title: rule.title,
      category: rule.category,
      severity: rule.severity,
      target: target?.id ?? null,
      alsoOn: alsoOn.map(({ id }) => id),
      changes: changes.map(({ target, severity, why }) => ({ target: target.id, severity, why })),
      risk: rule.risk,
      effort: rule.effort.minutes,
      since: rule.since,
      options: rule.options,
      references: rule.references,
    }));
    return { code: exitCodes.clean, outputs: [{ text: JSON.stringify(rows, null, 2), file: undefined }] };
  }
  const width = Math.max(...all.map(({ rule }) => rule.id.length));
  const rows = all.map(({ rule }) => `${rule.id.padEnd(width)}  ${rule.severity.padEnd(8)}  ${rule.title}`);
  return {
    code: exitCodes.clean,
    outputs: [{ text: `${rows.join('\n')}\n\n${all.length} rules. golive explain RULE tells more.`, file: undefined }],
  };
}
