/** The config vars that the settings need and that neither another step nor an add-on sets. */
import { type ChecklistItem, type Project, type Settings, stringsOf, type Value } from '@django-golive/core';
import { item } from '../checklist-item.js';
import { inCode, isLocalOnly, otherVariables, variablesToGive } from '../checklist-variables.js';
import type { AppJson } from '../files/app-json.js';
import { newKey } from '../new-key.js';
import { publicHosts } from '../public-hosts.js';
import { accountOfCloudinary, keysOfStorage } from '../s3-keys.js';

/** The step that sets them. `storage`: uploads have to move to an object storage. */
export function configVars(
  project: Project,
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
  // What names the environment has a value that the settings themselves compare it with.
  const chosen = settings.assumptions
    .filter(({ variable }) => !byOtherSteps.includes(variable) && !needed.includes(variable))
    .map(({ variable, value }) => `${variable}=${value}`);
  const introduced = without(
    [
      ...(isSpelledOut(settings.get('SECRET_KEY').value) && keys.length === 0 ? ['SECRET_KEY'] : []),
      ...(hosts === 'ALLOWED_HOSTS' ? [hosts] : []),
      ...(storage ? ['AWS_STORAGE_BUCKET_NAME', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] : []),
    ],
    [...byOtherSteps, ...needed],
  );
  const byItself = without(
    [...keysOfStorage(settings), ...accountOfCloudinary(project, settings)],
    [...byOtherSteps, ...needed, ...introduced],
  );
  const all = [...needed, ...introduced, ...byItself];
  if (all.length === 0 && chosen.length === 0) return undefined;
  const key = keys.length === 1 ? keys[0] : all.find((name) => name === 'SECRET_KEY');
  const known = all.flatMap((name) =>
    name === key ? [`${name}="$(${newKey('python')})"`] : name === hosts ? [`${name}='*'`] : [],
  );
  const given = [...known, ...chosen];
  const named = new Set([...all, ...settings.assumptions.map(({ variable }) => variable), ...byOtherSteps]);
  const wanted = variablesToGive(settings);
  const others = [...wanted.needed, ...wanted.others].filter((name) => !named.has(name.replace(/=.*/, '')));
  const sentences = [
    needed.length === 0
      ? ''
      : `Set the config vars that ${declared.length > 0 ? 'app.json and the settings' : 'the settings'} need: ${inCode(needed)}.`,
    chosen.length === 0 ? '' : `${inCode(chosen)} chooses the settings of production.`,
    introduced.length === 0
      ? ''
      : `Set ${inCode(introduced)}${needed.length === 0 ? '' : ' as well'}, which the settings read once they are mended.`,
    byItself.length === 0
      ? ''
      : `Set ${inCode(byItself)}${all.length === byItself.length ? '' : ' too'}: the storage of files takes them from the environment by itself.`,
    hosts !== undefined && all.includes(hosts)
      ? "The router passes on the app's own hosts alone, so `*` is safe here."
      : '',
    otherVariables({ needed: [], others }).trim(),
  ];
  return item('config-vars', 'during', sentences.filter((sentence) => sentence !== '').join(' '), [
    ...(given.length === 0 ? [] : [`heroku config:set ${given.join(' ')}`]),
    ...(known.length < all.length ? ['heroku config:edit'] : []),
  ]);
}

/** The names that `ALLOWED_HOSTS` is known to hold, where the host that `heroku create` gives a new app is none of them; `undefined` where it may be, or where a config var brings it. */
export function hostsOfOthers(settings: Settings): readonly string[] | undefined {
  const { value } = settings.get('ALLOWED_HOSTS');
  const entries = stringsOf(value);
  if (value.kind !== 'list' || entries.length !== value.items.length || entries.length === 0) return undefined;
  if (entries.some((entry) => entry === '*' || entry.startsWith('.herokuapp.com'))) return undefined;
  return hostsVariable(settings) === undefined
    ? entries.filter((entry) => entry.endsWith('.herokuapp.com'))
    : undefined;
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
  return reads.length === 0 && isLocalOnly(value) ? 'ALLOWED_HOSTS' : undefined;
}

function isSpelledOut(value: Value): boolean {
  return value.kind === 'str' && value.value.trim() !== '';
}

function without(names: readonly string[], others: readonly string[]): readonly string[] {
  return [...new Set(names)].filter((name) => !others.includes(name));
}
