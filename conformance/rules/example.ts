/** An example of a page as `examine` takes it. */
import type { Example } from './page.js';

/** Its files by path. */
export function filesOf(example: Example): Readonly<Record<string, string>> {
  return Object.fromEntries(example.files.map(({ path, text }) => [path, text]));
}

/** What surrounds them. */
export function surroundingsOf(example: Example, target: string | undefined) {
  const settings = example.files.some(({ path }) => path === 'config/settings.py');
  // An example that does not say what production loads means the settings it shows.
  const connected = example.files.some(({ text }) => text.includes('DJANGO_SETTINGS_MODULE'));
  const chosen = example.target ?? target;
  return {
    ...(chosen === undefined || chosen === 'none' ? {} : { target: chosen }),
    untracked: example.untracked,
    operator: {
      variables: example.variables,
      ...(settings && !connected ? { settings: 'config.settings' } : {}),
      ...(example.django === undefined ? {} : { django: example.django }),
    },
  };
}
