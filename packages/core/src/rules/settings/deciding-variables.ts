/** Which of the variables that a value hangs on decide about its fault, as the settings themselves answer when one is given. */
import type { Settings, SettingsWith } from '../../facts/settings.js';

/** What a variable may be given: a host, and both answers of a switch. */
const samples = ['www.example.com', 'True', 'False'];

/** More are not tried: each is an evaluation of its own. */
const most = 6;

/** Those with which the fault is gone; all of them where none shows that, or where they are many. */
export function decidingVariables(
  settingsWith: SettingsWith,
  names: readonly string[],
  isSound: (settings: Settings) => boolean,
): readonly string[] {
  if (names.length < 2 || names.length > most) return names;
  const deciding = names.filter((name) => samples.some((text) => isSound(settingsWith({ [name]: text }))));
  return deciding.length > 0 ? deciding : names;
}
