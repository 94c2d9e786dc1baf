/** When settings can be judged at all, and how sure a judgement of one of them is. */
import type { Setting, Settings, VariableRead } from '../../facts/settings.js';
import type { Truth } from '../../facts/value.js';
import { isKnown } from '../../facts/value-reading.js';
import type { Confidence } from '../../rule.js';

/**
 * Whether every setting has the value production would end with. After an exception part-way through the module the
 * rest of it is unread, and what it would have set looks like a default.
 */
export function hasFinalValues(settings: Settings): boolean {
  if (settings.path === undefined) return false;
  // A module of which nothing could be read says nothing, not even that it keeps the defaults.
  if (settings.startup.ok === null) return settings.names.length > 0;
  return settings.startup.ok || settings.startup.complete === true;
}

/** The variables a setting depends on that nothing gives and nothing was assumed of: its value may rest on a fallback. */
export function openVariables(settings: Settings, setting: Setting): readonly string[] {
  const known = isKnown(setting.value);
  return ungiven(settings, setting).filter((name) => !(known && variableOf(settings, name)?.presumed));
}

/** Whether the scenario gives a variable, or assumed a value of it. */
export function isGiven(settings: Settings, name: string): boolean {
  return (
    settings.assumptions.some((assumption) => assumption.variable === name) ||
    variableOf(settings, name)?.given !== undefined
  );
}

function ungiven(settings: Settings, setting: Setting): readonly string[] {
  return setting.reads.filter((name) => !isGiven(settings, name));
}

function variableOf(settings: Settings, name: string): VariableRead | undefined {
  return settings.environment.find((read) => read.name === name);
}

/** Certain, or only firm where the operator may yet give a variable that the value depends on. */
export function confidenceIn(settings: Settings, ...about: readonly Setting[]): Confidence {
  return about.every((setting) => {
    const known = isKnown(setting.value);
    // What is known although the settings do not load without a variable does not hang on that.
    return ungiven(settings, setting).every((name) => {
      const read = variableOf(settings, name);
      return known && read?.presumed && read.required;
    });
  })
    ? 'certain'
    : 'firm';
}

/** The files outside of the repository that may set any setting again. An environment file only gives variables. */
export function overridesOf({ overrides }: Settings): Settings['overrides'] {
  return overrides.filter(({ path }) => !/(^|\/)\.?env[\w.-]*$|\.env(\.[\w-]+)?$/i.test(path));
}

/** The end of a sentence about a value that rests on fallbacks: which variables would change it. */
export function unlessGiven(settings: Settings, ...about: readonly Setting[]): string {
  const open = [...new Set(about.flatMap((setting) => openVariables(settings, setting)))];
  return open.length === 0 ? '' : ` unless ${namesOf(open)} is given`;
}

/** What follows when something must be sound wherever it applies. */
export function conclude(applies: Truth, sound: Truth): 'sound' | 'wrong' | 'open' {
  if (applies === 'no' || sound === 'yes') return 'sound';
  return applies === 'yes' && sound === 'no' ? 'wrong' : 'open';
}

/** As many as a sentence bears. */
const mostNames = 5;

/** Names for a sentence: `A`, `B` or `C`; of many the first ones and how many more there are. */
export function namesOf(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  const more = quoted.length - mostNames;
  if (more > 1) quoted.splice(mostNames, more, `one of ${more} others`);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`;
}
