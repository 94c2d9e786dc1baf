/** The variables that production has to be given, as the checklists name them. */
import {
  isPlaceholderAccount,
  isVariableName,
  type Location,
  type Settings,
  stringOf,
  stringsOf,
} from '@django-golive/core';

/** In the order in which the settings name them. */
export interface VariablesToGive {
  /** Without these the settings do not load, or are not those of production: `SECRET_KEY`, `DJANGO_ENV=prod`. */
  readonly needed: readonly string[];
  /** What they read besides, with fallbacks. */
  readonly others: readonly string[];
  /** Where they ask for what is no name, such as the value itself. */
  readonly nameless?: readonly Location[];
}

/** What the settings read and nothing of the repository gives. */
export function variablesToGive(settings: Settings): VariablesToGive {
  const assumed = new Map(settings.assumptions.map(({ variable, value }) => [variable, value]));
  const [key, hosts, databases] = ['SECRET_KEY', 'ALLOWED_HOSTS', 'DATABASES'].map((name) => settings.get(name).reads);
  const decides = (name: string, sensitive: boolean): boolean =>
    (sensitive && (key?.includes(name) || databases?.includes(name))) ||
    (/HOST|DOMAIN/i.test(name) && hosts?.includes(name)) ||
    false;
  const open = settings.environment.filter(
    ({ name, given }) => given === undefined && name !== 'DJANGO_SETTINGS_MODULE' && isVariableName(name),
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
  return {
    needed: open.filter(isNeeded).map(({ name }) => (assumed.has(name) ? `${name}=${assumed.get(name)}` : name)),
    others: open.filter((read) => !isNeeded(read)).map(({ name }) => name),
    nameless: settings.environment.flatMap(({ name, reads }) => (isVariableName(name) ? [] : reads.slice(0, 1))),
  };
}

/** Whether what trusted origins fall back on stops `migrate`: Django refuses one without a scheme since 4.0. */
function originsRefused(settings: Settings): boolean {
  const { value } = settings.get('CSRF_TRUSTED_ORIGINS');
  return Number.parseInt(settings.django, 10) >= 4 && stringsOf(value).some((origin) => !origin.includes('://'));
}

/** `\`A\`, \`B\`` */
export const inCode = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

/** A sentence, with a space before it, on what has fallbacks; nothing where all is needed. */
export function otherVariables({ others, nameless = [] }: VariablesToGive): string {
  const [first] = nameless;
  const wrong =
    first === undefined
      ? ''
      : ` \`${first.path}\`, line ${first.start.line}, asks the environment for a value in place of a name, which it never holds: write the name of a variable there.`;
  if (others.length === 0) return wrong;
  const shown = others.slice(0, 12);
  const more = others.length - shown.length;
  return ` The settings also read ${inCode(shown)}${more === 0 ? '' : ` and ${more} more`}: give those whose fallbacks do not fit.${wrong}`;
}
