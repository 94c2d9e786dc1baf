/** Mending a value where a file of the project gives it: the settings already read the variable. */
import type { Setting, Settings } from '../../facts/settings.js';
import type { Remedy } from '../../rule.js';
import { isEnvironmentFile } from '../secrets/environment-files.js';

/** A remedy that changes the variable in the file that gives it; `undefined` where no file does, or several variables count. */
export function changeWhereGiven(settings: Settings, setting: Setting, wanted: string): Remedy | undefined {
  const [name, ...others] = setting.reads;
  if (name === undefined || others.length > 0) return undefined;
  const given = settings.environment.find((read) => read.name === name)?.given;
  const at = given?.at ?? setting.trail.findLast((step) => isEnvironmentFile(step.at.path))?.at;
  if (!at) return undefined;
  return {
    summary: `Set \`${name}\` to ${wanted} in line ${at.start.line} of \`${at.path}\`, which gives it.`,
    path: at.path,
  };
}
