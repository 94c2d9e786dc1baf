/** What one rule finds in a few files, and the remedy that it gives: for tests of what remedies say. */
import { examine } from 'django-golive/testing';
import { catalogue } from './catalogue.js';

export type Files = Readonly<Record<string, string>>;

/** Its first finding. Files that name no settings module mean the settings they show. */
export function findingOf(id: string, files: Files, target?: string, untracked: readonly string[] = []) {
  const rule = catalogue().find((entry) => entry.rule.id === id)?.rule;
  if (!rule) throw new Error(`There is no rule ${id}.`);
  const connected = Object.values(files).some((text) => text.includes('DJANGO_SETTINGS_MODULE'));
  const named = connected ? {} : { operator: { settings: 'config.settings' } };
  return examine(rule, files, { ...named, untracked, ...(target === undefined ? {} : { target }) }).findings[0];
}

/** The remedy of its first finding. */
export const remedyOf = (...of: Parameters<typeof findingOf>) => findingOf(...of)?.remedy;
