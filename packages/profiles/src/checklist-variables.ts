/** The variables that production has to be given, as the checklists name them. */
import {
  isPlaceholderAccount,
  isVariableName,
  type Location,
  type Settings,
  stringOf,
  stringsOf,
  type Value,
} from '@django-golive/core';

/** In the order in which the settings name them. */
export interface VariablesToGive {
  /** Without these the settings do not load, or are not those of production: `SECRET_KEY`, `DJANGO_ENV=prod`. */
  readonly needed: readonly string[];
  /** Those of `needed` that the settings read once they are mended. */
  readonly introduced?: readonly string[];
  /** What they read besides, with fallbacks. */
  readonly others: readonly string[];
  /** Where they ask for what is no name, such as the value itself. */
  readonly nameless?: readonly Location[];
}

/** What a platform gives by itself: where nothing does, the site runs elsewhere, and nobody is to give it. */
const ofPlatform = /^(RENDER(_\w+)?|RAILWAY_\w+|FLY_\w+|HEROKU_\w+|DYNO|VERCEL(_\w+)?)$/;

/** What the settings read and nothing of the repository gives. */
export function variablesToGive(settings: Settings): VariablesToGive {
  const assumed = new Map(settings.assumptions.map(({ variable, value }) => [variable, value]));
  const [key, hosts, databases] = ['SECRET_KEY', 'ALLOWED_HOSTS', 'DATABASES'].map((name) => settings.get(name).reads);
  const decides = (name: string, sensitive: boolean): boolean =>
    (sensitive && (key?.includes(name) || databases?.includes(name))) ||
    (/HOST|DOMAIN/i.test(name) && hosts?.includes(name)) ||
    false;
  const open = settings.environment.filter(
    ({ name, given, required }) =>
      given === undefined &&
      name !== 'DJANGO_SETTINGS_MODULE' &&
      isVariableName(name) &&
      (required || !ofPlatform.test(name)),
  );
  // A database of a template is nobody's.
  const isOfTemplate = ({ name, default: fallback }: (typeof open)[number]): boolean =>
    databases?.includes(name) === true && isPlaceholderAccount(stringOf(fallback) ?? '');
  const refused = originsRefused(settings) ? settings.get('CSRF_TRUSTED_ORIGINS').reads : [];
  const isNeeded = (read: (typeof open)[number]): boolean =>
    read.required ||
    assumed.has(read.name) ||
    decides(read.name, read.sensitive) ||
    isOfTemplate(read) ||
    refused.includes(read.name);
  const introduced = introducedVariables(settings).filter((name) => !open.some((read) => read.name === name));
  const needed = open.filter(isNeeded).map(({ name }) => (assumed.has(name) ? `${name}=${assumed.get(name)}` : name));
  return {
    needed: [...needed, ...introduced],
    introduced,
    others: open.filter((read) => !isNeeded(read)).map(({ name }) => name),
    nameless: settings.environment.flatMap(({ name, reads }) => (isVariableName(name) ? [] : reads.slice(0, 1))),
  };
}

/** What the remedies take from the environment in place of a value of the repository: the key, and hosts that no visitor asks for. */
function introducedVariables(settings: Settings): readonly string[] {
  const [key, hosts] = [settings.get('SECRET_KEY'), settings.get('ALLOWED_HOSTS')];
  const isSpelledOut = key.reads.length === 0 && key.value.kind === 'str' && key.value.value.trim() !== '';
  return [
    ...(isSpelledOut ? ['SECRET_KEY'] : []),
    ...(hosts.reads.length === 0 && hosts.origin !== 'absent' && isLocalOnly(hosts.value) ? ['ALLOWED_HOSTS'] : []),
  ];
}

/** Whether a list of hosts is known to hold nothing but names of this machine. */
export function isLocalOnly(value: Value): boolean {
  const entries = stringsOf(value);
  return (
    value.kind === 'list' &&
    entries.length === value.items.length &&
    entries.every((entry) => /^(\.?localhost|127\.0\.0\.1|\[?::1\]?|0\.0\.0\.0|)$/.test(entry))
  );
}

/** Whether what trusted origins fall back on stops `migrate`: Django refuses one without a scheme since 4.0. */
function originsRefused(settings: Settings): boolean {
  const { value } = settings.get('CSRF_TRUSTED_ORIGINS');
  return Number.parseInt(settings.django, 10) >= 4 && stringsOf(value).some((origin) => !origin.includes('://'));
}

/** `\`A\`, \`B\`` */
export const inCode = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

/** A sentence, with a space before it, on what has fallbacks; nothing where all is needed. */
export function otherVariables({ others, nameless = [], introduced = [] }: VariablesToGive): string {
  const [first] = nameless;
  const later = introduced.length === 0 ? '' : ` The settings read ${inCode(introduced)} once they are mended.`;
  const wrong =
    first === undefined
      ? later
      : `${later} \`${first.path}\`, line ${first.start.line}, asks the environment for a value in place of a name, which it never holds: write the name of a variable there.`;
  if (others.length === 0) return wrong;
  const shown = others.slice(0, 12);
  const more = others.length - shown.length;
  return ` The settings also read ${inCode(shown)}${more === 0 ? '' : ` and ${more} more`}: give those whose fallbacks do not fit.${wrong}`;
}
