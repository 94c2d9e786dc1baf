/** pydantic's settings classes: which values their fields take from the environment is not followed, and that is said. */
import type { Machine, NativeModule } from '../evaluate/native.js';
import type { PyValue } from '../evaluate/value.js';

/** The module `pydantic_settings`. */
export const pydanticSettingsModule: NativeModule = { standard: false, load: settingsClasses };

function settingsClasses(machine: Machine): Readonly<Record<string, PyValue>> {
  const why = 'pydantic fills the fields of its settings classes from the environment, which is not modelled';
  return { BaseSettings: machine.unknown(why, { symbol: 'pydantic_settings.BaseSettings' }) };
}
