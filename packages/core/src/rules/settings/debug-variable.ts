/** A variable that says "no" and a DEBUG that is on all the same: text taken for truth. */

import { truthOf } from '../../describe.js';
import type { Deployment } from '../../facts/deployment.js';
import type { Operator } from '../../facts/inputs.js';
import type { Settings } from '../../facts/settings.js';

const no = /^(false|0|no|off|f|n)$/i;

/** The variable that DEBUG reads and that says no, where DEBUG is on in spite of it. */
export function refusedNo(
  settings: Settings,
  deployment: Deployment,
  operator: Operator,
): { readonly variable: string; readonly value: string } | undefined {
  const debug = settings.get('DEBUG');
  if (truthOf(debug.value) !== 'yes') return undefined;
  const web = deployment.processes.filter((process) => process.role === 'web').flatMap((process) => process.variables);
  for (const variable of debug.reads) {
    const value =
      operator.variables[variable] ??
      web.find((given) => given.name === variable)?.value ??
      settings.assumptions.find((assumption) => assumption.variable === variable)?.value ??
      defaultText(settings, variable);
    if (value !== undefined && no.test(value.trim()) && /debug/i.test(variable)) return { variable, value };
  }
  // A string is never what DEBUG should be, whatever it says.
  if (debug.value.kind === 'str' && no.test(debug.value.value.trim())) {
    return { variable: debug.reads[0] ?? 'DEBUG', value: debug.value.value };
  }
  return undefined;
}

/** The text that stands in for a variable that nothing gives. */
function defaultText(settings: Settings, variable: string): string | undefined {
  const read = settings.environment.find(({ name }) => name === variable);
  return read?.given === undefined && read?.default?.kind === 'str' ? read.default.value : undefined;
}
