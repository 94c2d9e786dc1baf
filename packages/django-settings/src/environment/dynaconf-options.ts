/** What a dynaconf object is made with: its options under all their names, and the settings among its arguments. */
import { fsPath } from '../evaluate/library/path-argument.js';
import { type Machine, textOf } from '../evaluate/native.js';
import type { PyValue } from '../evaluate/value.js';
import { DynaconfDoubt } from './dynaconf-doubt.js';
import { variableNames } from './process.js';

/** The options that are followed; all others leave the settings unknown. */
export interface DynaconfOptions {
  /** Before the names of variables; `false` for none, `null` where no variables are read. */
  readonly prefix: string | false | null;
  /** The variable that names the environment. */
  readonly switcher: string;
  /** Whether files have a section for each environment. */
  readonly environments: boolean;
  /** The environment where the variable does not name it. */
  readonly environment: string;
  readonly loadDotenv: boolean;
  readonly files: readonly string[];
  /** Whether the files were named: then one that is not there is missed. */
  readonly named: boolean;
  readonly skipped: readonly string[];
  readonly root: string | undefined;
  readonly mergeEnabled: boolean;
  /** Whether attributes have to be written in capitals, as those of the old global object. */
  readonly capitals: boolean;
  readonly validators: PyValue | undefined;
  /** The settings among the arguments. */
  readonly values: readonly (readonly [string, PyValue])[];
}

const EXTENSIONS = 'py toml tml yaml yml ini conf properties json'.split(' ');

/** The files that are looked for where none are named. */
export const defaultFiles: readonly string[] = ['settings', '.secrets'].flatMap((name) =>
  EXTENSIONS.map((extension) => `${name}.${extension}`),
);

/** Options that other packages or commands look at. */
const IDLE = /^(?:REDIS|VAULT|INSTANCE|MAIN_ENV|DOTENV_VERBOSE|COMMENTJSON_ENABLED|SILENT_ERRORS)$/u;
/** All names with `_FOR_DYNACONF`, short: a setting of such a name is taken for the option. */
const OPTIONS = new Set(
  (
    'APPLY_DEFAULT_ON_NONE AUTO_CAST COMMENTJSON_ENABLED CORE_LOADERS DEFAULT_ENV DOTENV_OVERRIDE DOTENV_PATH DOTENV_VERBOSE ' +
    'DOTTED_LOOKUP ENCODING ENV ENVIRONMENTS ENVVAR ENVVAR_PREFIX ENV_SWITCHER FORCE_ENV FRESH_VARS IGNORE_UNKNOWN_ENVVARS ' +
    'INCLUDES INSTANCE LOADERS LOWERCASE_READ MAIN_ENV MERGE_ENABLED NESTED_SEPARATOR PRELOAD REDIS REDIS_ENABLED ROOT_PATH ' +
    'SECRETS SETTINGS_FILE SILENT_ERRORS SKIP_FILES SYSENV_FALLBACK VALIDATE_ON_UPDATE VAULT VAULT_AUTH_ROLE VAULT_AUTH_WITH_IAM ' +
    'VAULT_ENABLED VAULT_KV_VERSION VAULT_MOUNT_POINT VAULT_PASSWORD VAULT_PATH VAULT_ROLE_ID VAULT_ROOT_TOKEN VAULT_SECRET_ID ' +
    'VAULT_TOKEN_RENEW VAULT_USERNAME YAML_LOADER NAMESPACE SETTINGS_MODULE PROJECT_ROOT BASE_NAMESPACE GLOBAL_ENV'
  ).split(' '),
);
const RENAMED =
  /^(?:DYNACONF_NAMESPACE|DYNACONF_SETTINGS(?:_MODULE)?|SETTINGS_MODULE|PROJECT_ROOT|DYNACONF_SILENT_ERRORS|DYNACONF_ALWAYS_FRESH_VARS)$/u;
/** Whether it is an option's name of older releases. */
export const isRenamed = (name: string): boolean => RENAMED.test(name);

const SUFFIX = '_FOR_DYNACONF';
/** Keywords in small letters that are no settings. */
const KEYWORDS = new Set(['load_dotenv', 'validators', 'default_settings_paths']);

/** The option that a name means, short; `undefined` for a setting. */
export function optionOf(name: string): string | undefined {
  if (name === 'settings_files' || name === 'SETTINGS_FILES') return 'SETTINGS_FILE';
  if (name === 'environment' || name === 'ENVIRONMENT') return 'ENVIRONMENTS';
  const upper = name.toUpperCase();
  if (OPTIONS.has(upper) && !RENAMED.test(upper)) return upper;
  if (name.endsWith(SUFFIX)) return name.slice(0, -SUFFIX.length);
  return RENAMED.test(name) ? name : undefined;
}

/** The options of a call. `defaults` are those of `DjangoDynaconf`, or of the global object. */
export function readOptions(
  machine: Machine,
  given: ReadonlyMap<string, PyValue>,
  defaults: Partial<DynaconfOptions>,
): DynaconfOptions {
  const options = new Map<string, PyValue>();
  const keywords = new Map<string, PyValue>();
  const values: [string, PyValue][] = [];
  for (const [name, value] of given) {
    const option = optionOf(name);
    if (option !== undefined && options.has(option))
      throw new DynaconfDoubt(`the option \`${option.toLowerCase()}\` of dynaconf is given twice`);
    if (option !== undefined) options.set(option, value);
    else if (KEYWORDS.has(name)) {
      keywords.set(name, value);
      // They are settings as well.
      if (name !== 'validators') values.push([name, value]);
    } else if (
      name === name.toLowerCase() &&
      /^_|^(?:validate_|dynaconf_|post_hooks$|filter_strategy$|wrapped$|settings_module$|warn_dynaconf)/u.test(name)
    )
      throw new DynaconfDoubt(`the argument \`${name}\` of dynaconf is not followed`);
    else values.push([name, value]);
  }
  refuseVariables(machine);
  refuseOptions(options);
  const environments = options.get('ENVIRONMENTS');
  const files = options.get('SETTINGS_FILE');
  const prefix = options.get('ENVVAR_PREFIX');
  const root = options.get('PROJECT_ROOT') ?? options.get('ROOT_PATH');
  const named = files && namesOf(machine, files);
  const others = keywords.get('default_settings_paths');
  const secrets = options.get('SECRETS');
  const searched = named && named.length > 0 ? named : others ? namesOf(machine, others) : (defaults.files ?? []);
  return {
    prefix: prefix ? prefixOf(prefix) : (defaults.prefix ?? 'DYNACONF'),
    switcher: textOption(options, 'ENV_SWITCHER') ?? defaults.switcher ?? 'ENV_FOR_DYNACONF',
    environments: environments ? !isFalse(environments) : (defaults.environments ?? false),
    environment: textOption(options, 'ENV') ?? 'DEVELOPMENT',
    loadDotenv: keywords.has('load_dotenv')
      ? isTrueItself(keywords.get('load_dotenv'))
      : (defaults.loadDotenv ?? false),
    files: [...searched, ...(secrets ? namesOf(machine, secrets) : [])],
    named: named !== undefined && named.length > 0,
    skipped: defaults.skipped ?? [],
    root: root ? pathOf(machine, root) : defaults.root,
    mergeEnabled: options.has('MERGE_ENABLED') ? isTrueItself(options.get('MERGE_ENABLED')) : false,
    capitals: defaults.capitals ?? false,
    validators: keywords.get('validators'),
    values,
  };
}

const FOLLOWED =
  /^(?:ENVIRONMENTS|SETTINGS_FILE|ENVVAR_PREFIX|ROOT_PATH|PROJECT_ROOT|SECRETS|ENV_SWITCHER|ENV|MERGE_ENABLED|LOWERCASE_READ)$/u;

function refuseOptions(options: ReadonlyMap<string, PyValue>): void {
  for (const [name, value] of options) {
    if (IDLE.test(name)) continue;
    if (name === 'LOWERCASE_READ' && value.kind === 'bool' && value.value) continue;
    if (!FOLLOWED.test(name) || name === 'LOWERCASE_READ')
      throw new DynaconfDoubt(`the option \`${name.toLowerCase()}\` of dynaconf is not followed`);
  }
}

/** Variables that are options themselves. */
function refuseVariables(machine: Machine): void {
  for (const name of variableNames(machine).names) {
    if (RENAMED.test(name) || name.endsWith(SUFFIX)) {
      if (name !== 'ENV_FOR_DYNACONF')
        throw new DynaconfDoubt(`what the environment variable \`${name}\` does to dynaconf is not followed`);
    }
  }
}

function prefixOf(value: PyValue): string | false | null {
  if (value.kind === 'none') return null;
  if (value.kind === 'bool' && !value.value) return false;
  const text = textOf(value);
  if (text === undefined || text === '') throw new DynaconfDoubt('the prefix of the variables is not known', value);
  return text;
}

function textOption(options: ReadonlyMap<string, PyValue>, name: string): string | undefined {
  const value = options.get(name);
  if (!value) return undefined;
  const text = textOf(value);
  if (text === undefined || text === '')
    throw new DynaconfDoubt(`the option \`${name.toLowerCase()}\` of dynaconf is not known`, value);
  return text;
}

/** A boolean option that is `True` itself, or certainly not. */
function isTrueItself(value: PyValue | undefined): boolean {
  if (value?.kind === 'bool') return value.value;
  throw new DynaconfDoubt('an option of dynaconf is not known', value);
}

const isFalse = (value: PyValue): boolean => {
  if (value.kind === 'unknown' || value.kind === 'choice')
    throw new DynaconfDoubt('whether dynaconf has environments is not known', value);
  return value.kind === 'bool' && !value.value;
};

/** Names of files: a list of texts and paths, or one text of several. */
function namesOf(machine: Machine, value: PyValue): string[] {
  const text = textOf(value);
  if (text !== undefined) {
    const separator = [';', ','].find((one) => text.includes(one));
    if (separator === undefined) return text === '' ? [] : [text];
    return text
      .trim()
      .split(separator)
      .map((one) => one.trim());
  }
  if (value.kind === 'none') return [];
  const items = value.kind === 'list' || value.kind === 'tuple' ? machine.iterate(value) : [value];
  return items.map((item) => pathOf(machine, item));
}

function pathOf(machine: Machine, value: PyValue): string {
  if (value.kind === 'unknown' || value.kind === 'choice')
    throw new DynaconfDoubt('a path for dynaconf is not known', value);
  const path = fsPath(machine, value);
  if (path.kind !== 'str') throw new DynaconfDoubt('a path for dynaconf is not known', path);
  return path.value;
}
