/** The variables that production has to be given, as the checklists name them. */
import type { Settings } from '@django-golive/core';

/** In the order in which the settings name them. */
export interface VariablesToGive {
  /** Without these the settings do not load, or are not those of production: `SECRET_KEY`, `DJANGO_ENV=prod`. */
  readonly needed: readonly string[];
  /** What they read besides, with fallbacks. */
  readonly others: readonly string[];
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
    ({ name, given }) => given === undefined && name !== 'DJANGO_SETTINGS_MODULE',
  );
  const isNeeded = ({ name, required, sensitive }: (typeof open)[number]): boolean =>
    required || assumed.has(name) || decides(name, sensitive);
  return {
    needed: open.filter(isNeeded).map(({ name }) => (assumed.has(name) ? `${name}=${assumed.get(name)}` : name)),
    others: open.filter((read) => !isNeeded(read)).map(({ name }) => name),
  };
}

/** `\`A\`, \`B\`` */
export const inCode = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

/** A sentence, with a space before it, on what has fallbacks; nothing where all is needed. */
export function otherVariables({ others }: VariablesToGive): string {
  if (others.length === 0) return '';
  const shown = others.slice(0, 12);
  const more = others.length - shown.length;
  return ` The settings also read ${inCode(shown)}${more === 0 ? '' : ` and ${more} more`}: give those whose fallbacks do not fit.`;
}
