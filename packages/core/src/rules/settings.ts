/** The rules about the settings themselves: their module, their shape, debug mode, the secret key and hosts. */
import type { Rule } from '../rule.js';
import { allowedHostsBroadSuffix } from './settings/allowed-hosts-broad-suffix.js';
import { allowedHostsEmpty } from './settings/allowed-hosts-empty.js';
import { allowedHostsLocalOnly } from './settings/allowed-hosts-local-only.js';
import { allowedHostsMalformed } from './settings/allowed-hosts-malformed.js';
import { allowedHostsWildcard } from './settings/allowed-hosts-wildcard.js';
import { debugAppsEnabled } from './settings/debug-apps-enabled.js';
import { debugDefaultTrue } from './settings/debug-default-true.js';
import { debugEnabled } from './settings/debug-enabled.js';
import { debugPropagateExceptions } from './settings/debug-propagate-exceptions.js';
import { debugStringTruthy } from './settings/debug-string-truthy.js';
import { deprecatedSetting } from './settings/deprecated-setting.js';
import { devModuleInProduction } from './settings/dev-module-in-production.js';
import { entryPointsDiffer } from './settings/entry-points-differ.js';
import { implicitStringConcat } from './settings/implicit-string-concat.js';
import { listSettingIsString } from './settings/list-setting-is-string.js';
import { localOverrideImported } from './settings/local-override-imported.js';
import { moduleMissing } from './settings/module-missing.js';
import { noSettingsModule } from './settings/no-settings-module.js';
import { orphanProductionModule } from './settings/orphan-production-module.js';
import { placeholderLeft } from './settings/placeholder-left.js';
import { removedSetting } from './settings/removed-setting.js';
import { secretKeyFallbackLiteral } from './settings/secret-key-fallback-literal.js';
import { secretKeyFallbacksWeak } from './settings/secret-key-fallbacks-weak.js';
import { secretKeyHardcoded } from './settings/secret-key-hardcoded.js';
import { secretKeyMissing } from './settings/secret-key-missing.js';
import { secretKeyRandomEachStart } from './settings/secret-key-random-each-start.js';
import { secretKeyWeak } from './settings/secret-key-weak.js';
import { tupleMissingComma } from './settings/tuple-missing-comma.js';
import { xForwardedHostTrusted } from './settings/x-forwarded-host-trusted.js';

export const settingsRules: readonly Rule[] = [
  noSettingsModule,
  moduleMissing,
  devModuleInProduction,
  entryPointsDiffer,
  orphanProductionModule,
  debugEnabled,
  debugStringTruthy,
  debugDefaultTrue,
  debugPropagateExceptions,
  debugAppsEnabled,
  secretKeyHardcoded,
  secretKeyFallbackLiteral,
  secretKeyMissing,
  secretKeyWeak,
  secretKeyRandomEachStart,
  secretKeyFallbacksWeak,
  allowedHostsEmpty,
  allowedHostsWildcard,
  allowedHostsLocalOnly,
  placeholderLeft,
  allowedHostsMalformed,
  allowedHostsBroadSuffix,
  xForwardedHostTrusted,
  localOverrideImported,
  listSettingIsString,
  tupleMissingComma,
  implicitStringConcat,
  removedSetting,
  deprecatedSetting,
];
