/** `@django-golive/django-settings`: from Python source to the settings Django would have, with the reason for each. */
export { describeSetting, describeSettings } from './describe.js';
export { type CheckResults, djangoChecks } from './django/checks.js';
export type { SettingHistory } from './django/data-shapes.js';
export { djangoDefault, djangoDefaultNames, ignoredSetting, settingHistory } from './django/defaults.js';
export type { LoadError } from './django/load-error.js';
export { type Assigned, type LoadedSettings, loadSettings } from './django/loaded.js';
export { seriesOf } from './django/series.js';
export { startupError } from './django/startup-errors.js';
export { type Encoding, encodeValue, type Json } from './encode.js';
export { readSettings } from './settings.js';
