/** Names of variables as people may read them: somebody may have written the value in the name's place. */
import { masked, maskText } from './describe.js';

/** Whether an environment may hold it: no address, no sentence, no key. */
export function isVariableName(name: string): boolean {
  return /^[A-Za-z_][\w.-]{0,99}$/.test(name) && maskText(name) === name;
}

/** The name, or what stands for a secret. */
export function shownVariable(name: string): string {
  return isVariableName(name) ? name : masked;
}
