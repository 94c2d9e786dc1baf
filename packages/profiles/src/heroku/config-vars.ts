/** The config vars that the settings need and that neither another step nor an add-on sets. */
import { type ChecklistItem, type Settings, stringsOf, type Value } from '@django-golive/core';
import { item } from '../checklist-item.js';
import type { AppJson } from '../files/app-json.js';
import { publicHosts } from '../public-hosts.js';

const randomKey = `"$(python -c 'import secrets; print(secrets.token_urlsafe(64))')"`;

/** The step that sets them. `storage`: uploads have to move to an object storage. */
export function configVars(
  settings: Settings,
  appJson: AppJson | undefined,
  byOtherSteps: readonly string[],
  storage: boolean,
): ChecklistItem | undefined {
  const keys = settings.get('SECRET_KEY').reads;
  const hosts = hostsVariable(settings);
  // `heroku create` does not read app.json, which the button and review apps start from.
  const declared = (appJson?.variables ?? [])
    .filter(({ required, value }) => required && value !== '')
    .map(({ name }) => name);
  const read = settings.environment
    .filter(
      ({ name, required, sensitive, given }) =>
        given === undefined && (required || (sensitive && keys.includes(name)) || name === hosts),
    )
    .map(({ name }) => name);
  const needed = without([...read, ...declared], byOtherSteps);
  const introduced = without(
    [
      ...(isSpelledOut(settings.get('SECRET_KEY').value) && keys.length === 0 ? ['SECRET_KEY'] : []),
      ...(hosts === 'ALLOWED_HOSTS' ? [hosts] : []),
      ...(storage ? ['AWS_STORAGE_BUCKET_NAME', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] : []),
    ],
    [...byOtherSteps, ...needed],
  );
  const all = [...needed, ...introduced];
  if (all.length === 0) return undefined;
  const key = keys.length === 1 ? keys[0] : all.find((name) => name === 'SECRET_KEY');
  const known = all.flatMap((name) =>
    name === key ? [`${name}=${randomKey}`] : name === hosts ? [`${name}='*'`] : [],
  );
  const sentences = [
    needed.length === 0
      ? ''
      : `Set the config vars that ${declared.length > 0 ? 'app.json and the settings' : 'the settings'} need: ${named(needed)}.`,
    introduced.length === 0
      ? ''
      : `Set ${named(introduced)}${needed.length === 0 ? '' : ' as well'}, which the settings read once they are mended.`,
    hosts !== undefined && all.includes(hosts)
      ? "The router passes on the app's own hosts alone, so `*` is safe here."
      : '',
  ];
  return item('config-vars', 'during', sentences.filter((sentence) => sentence !== '').join(' '), [
    ...(known.length === 0 ? [] : [`heroku config:set ${known.join(' ')}`]),
    ...(known.length < all.length ? ['heroku config:edit'] : []),
  ]);
}

/** The variable that has to admit the app's own host, which is known only once the app is made; `undefined` where it is admitted, or where another variable makes up the names. */
function hostsVariable(settings: Settings): string | undefined {
  const { value, reads } = settings.get('ALLOWED_HOSTS');
  const entries = stringsOf(value);
  if (
    entries.includes('*') ||
    entries.some((entry) => entry.endsWith('.herokuapp.com')) ||
    publicHosts(settings).length > 0
  )
    return undefined;
  const names = reads.filter((name) => /ALLOWED_?HOST|HOSTS$/i.test(name));
  const [name] = names;
  if (name !== undefined) return names.length === 1 ? name : undefined;
  // Its rules say to take an empty list, or this machine's names, from a variable of this name.
  const local = (entry: string): boolean => /^(\.?localhost|127\.0\.0\.1|\[?::1\]?|0\.0\.0\.0|)$/.test(entry);
  return reads.length === 0 && value.kind === 'list' && entries.length === value.items.length && entries.every(local)
    ? 'ALLOWED_HOSTS'
    : undefined;
}

function isSpelledOut(value: Value): boolean {
  return value.kind === 'str' && value.value.trim() !== '';
}

function without(names: readonly string[], others: readonly string[]): readonly string[] {
  return [...new Set(names)].filter((name) => !others.includes(name));
}

function named(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
