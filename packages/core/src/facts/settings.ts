/** The settings Django would have: what the settings reader provides and most rules need. */
import { declareFact, type Evidence, type Located } from '../fact.js';
import type { Location } from '../source.js';
import type { Value } from './value.js';

/** Where a setting's value comes from. */
export type SettingOrigin = 'assigned' | 'default' | 'absent';

/** One setting. For an absent or default one, `at` is where an assignment of it would stand. */
export interface Setting extends Located {
  readonly name: string;
  readonly value: Value;
  /** `assigned` by the project, Django's own `default` for that version, or `absent` from both. */
  readonly origin: SettingOrigin;
  readonly trail: readonly Evidence[];
  /** The environment variables that the value depends on. */
  readonly reads: readonly string[];
  readonly subject: string;
  readonly current: string;
}

/** Whether what a rule speaks of is a setting. */
export function isSetting(about: Located): about is Setting {
  return 'value' in about && 'origin' in about;
}

/** An exception that would keep Django from starting. */
export interface StartupError {
  /** The exception's class, such as `NameError` or `django.core.exceptions.ImproperlyConfigured`. */
  readonly type: string;
  readonly message: string;
  readonly at: Location;
  readonly trail: readonly Evidence[];
  /** The setting whose value Django refuses, where the settings module itself loads. */
  readonly setting?: string;
}

/** Whether importing the settings, `django.setup()`'s own checks of them, and what a server asks of the middleware's names succeed. */
export type Startup =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly error: StartupError;
      /** Settings can be judged all the same: Django's own loader refuses them, or the evaluation went on past the error. */
      readonly complete?: boolean;
    }
  /** Not known, and why. */
  | { readonly ok: null; readonly why: string; readonly at?: Location };

/** One environment variable that the settings read. */
export interface VariableRead {
  readonly name: string;
  readonly reads: readonly Location[];
  /** No default, and the settings stop (or ask for it) without it. */
  readonly required: boolean;
  /** The value used when it is not given, where there is one. Masked where sensitive. */
  readonly default?: Value;
  /** What the reader turns it into, such as `bool` or `list`. */
  readonly cast?: string;
  /** Whether its name says that it is a secret. */
  readonly sensitive: boolean;
  /** Where the production scenario gives it a value. */
  readonly given?: { readonly by: string; readonly at?: Location };
  /** Nothing gives it, and yet no read was told that it is not there: what is known all the same does not hang on its absence. */
  readonly presumed?: boolean;
}

/** Something the scenario took for granted, which a person can overrule with `--env`. */
export interface Assumption {
  readonly variable: string;
  readonly value: string;
  readonly why: string;
}

/** The settings of one module in one scenario. */
export interface Settings {
  /** The dotted name of the settings module; `''` when none was found. */
  readonly module: string;
  /** The file that holds it; `undefined` when none was found. */
  readonly path: string | undefined;
  /** The file in which one adds a setting, where that is another one: the module itself only gathers others. */
  readonly home?: string;
  /** The Django version whose defaults and checks apply, as `major.minor`. */
  readonly django: string;
  /** Any setting: assigned, default or absent. Absent is `None` of origin `absent`. */
  get(name: string): Setting;
  /** Every name the project assigns, sorted. */
  readonly names: readonly string[];
  readonly startup: Startup;
  readonly environment: readonly VariableRead[];
  readonly assumptions: readonly Assumption[];
  /** Files that the settings read where they are there, with the line, and that the repository lacks: a server that has one may see other values. */
  readonly overrides: readonly { readonly path: string; readonly at: Location }[];
  /** Files that the settings open in any case, with the line, and that the repository lacks: relative to it, or absolute. */
  readonly wanted?: readonly { readonly path: string; readonly at: Location }[];
  /** The files that were evaluated, in order of import. */
  readonly files: readonly string[];
  /** The directories in which the site's own imports are looked for, in order, relative to the project's root: `sys.path` once the settings have run. */
  readonly roots: readonly string[];
  /** The ids that `manage.py check --deploy` would print from settings alone, sorted. */
  readonly checks: readonly string[];
  /** The ids that it would find and not print, since `SILENCED_SYSTEM_CHECKS` lists them, sorted. */
  readonly silencedChecks: readonly string[];
  /** Checks that cannot be decided, with the reason. */
  readonly undecidedChecks: readonly { readonly id: string; readonly why: string }[];
  /** The work of the evaluation in the evaluator's own steps, all its runs together: the same on every machine. */
  readonly steps: number;
}

/** The settings of the web process in scenario `production`. */
export const settings = declareFact<Settings>('settings');

/** The same module with no environment variable given: shows unsafe fallbacks and fail-safe starts. */
export const settingsUnset = declareFact<Settings>('settings-unset');

/**
 * The settings with other variables: added to those of production, or `alone`, where nothing else is given and nothing is assumed;
 * and without those that are `absent`, unless something gives them.
 */
export type SettingsWith = (
  variables: Readonly<Record<string, string>>,
  alone?: 'alone',
  absent?: readonly string[],
) => Settings;

/** What other variables would make of the same module: shows whether a remedy does what it says. */
export const settingsWith = declareFact<SettingsWith>('settings-with');
