/** Mending a value where a file of the project gives it: the settings already read the variable. */
import type { Setting, Settings, SettingsWith } from '../../facts/settings.js';
import type { Value } from '../../facts/value.js';
import { stringsOf } from '../../facts/value-reading.js';
import type { Remedy } from '../../rule.js';
import type { Location } from '../../source.js';
import { isEnvironmentFile } from '../secrets/environment-files.js';

/** A value to be reached: in words that follow the setting's name, and where they are known by texts, of which the first that the settings make it of is proposed. */
export interface Wanted {
  readonly says: string;
  readonly texts?: readonly string[];
  readonly is?: (value: Value) => boolean;
}

/** A remedy that changes the variable in the file that gives it; `undefined` where no file does, or several variables count. */
export function changeWhereGiven(
  facts: { readonly settings: Settings; readonly settingsWith: SettingsWith },
  setting: Setting,
  wanted: Wanted,
): Remedy | undefined {
  const given = giverOf(facts.settings, setting);
  if (!given) return undefined;
  const { at, name } = given;
  const text = wanted.texts?.find((one) => wanted.is?.(facts.settingsWith({ [name]: one }).get(setting.name).value));
  const where = `line ${at.start.line} of \`${at.path}\`, which gives it`;
  return {
    summary:
      text === undefined
        ? `Change \`${name}\` in ${where}, so that \`${setting.name}\` ${wanted.says}.`
        : text === ''
          ? `Leave \`${name}\` empty in ${where}: any other text, \`False\` as well, counts as true there.`
          : `Set \`${name}\` to ${text} in ${where}.`,
    path: at.path,
  };
}

/** The same for one entry of a list; `undefined` also where the settings hold it whatever the variable says. */
export function changeEntryWhereGiven(
  facts: { readonly settings: Settings; readonly settingsWith: SettingsWith },
  setting: Setting,
  entry: string,
  wanted: Wanted,
): Remedy | undefined {
  const given = giverOf(facts.settings, setting);
  const other = given && facts.settingsWith({ [given.name]: 'https://other.invalid' }).get(setting.name).value;
  return other === undefined || stringsOf(other).includes(entry) ? undefined : changeWhereGiven(facts, setting, wanted);
}

/** Whether the image alone gives a variable that a setting depends on: whoever starts a container of it may replace that. */
export function isImageDefault(settings: Settings, setting: Setting): boolean {
  return setting.reads.some((name) =>
    settings.environment.some((read) => read.name === name && read.given?.by.startsWith('`ENV` of ')),
  );
}

/** The one variable that a setting depends on, and the line that gives it. */
export function giverOf(
  settings: Settings,
  setting: Setting,
): { readonly name: string; readonly at: Location } | undefined {
  const [name, ...others] = setting.reads;
  if (name === undefined || others.length > 0) return undefined;
  const given = settings.environment.find((read) => read.name === name)?.given;
  const at = given?.at ?? setting.trail.findLast((step) => isEnvironmentFile(step.at.path))?.at;
  return at && { name, at };
}
