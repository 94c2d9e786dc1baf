/** Relative paths: a web worker's working directory is not the project. */
import {
  confidenceIn,
  defineRule,
  entriesOf,
  hasFinalValues,
  lookup,
  minutes,
  type Setting,
  type Settings,
  settings,
  stringOf,
  type Value,
  web,
} from '@django-golive/core';

export const relativePath = defineRule({
  id: 'pythonanywhere/relative-path',
  title: 'A path depends on the working directory',
  sound: 'Paths of the database, the logs and the served files do not depend on the working directory',
  category: 'deployment',
  severity: 'high',
  effort: minutes(10),
  risk: "The web app opens another, empty database, or finds no file at all, because it does not start in the project's directory.",
  references: [
    web('PythonAnywhere: No such file or directory', 'https://help.pythonanywhere.com/pages/NoSuchFileOrDirectory/'),
  ],
  since: '0.1.0',
  needs: { settings },
  problems: { relative: '`{what}` is the relative path `{path}`.' },
  questions: { unknown: '{names} {are} not known. Is each an absolute path in production?' },
  when: ({ settings }) => hasFinalValues(settings) && paths(settings).length > 0,
  *check({ settings }, { problem, question }) {
    const all = paths(settings);
    const unknown = all.filter(({ path }) => path === undefined);
    const [first] = unknown;
    if (first)
      yield question('unknown', first.setting, {
        names: unknown.map(({ what }) => `\`${what}\``).join(', '),
        are: unknown.length === 1 ? 'is' : 'are',
      });
    for (const { what, setting, path } of all) {
      if (path === undefined || !isRelative(path)) continue;
      yield {
        ...problem('relative', { ...setting, subject: `${setting.subject}:${what}` }, { what, path }),
        confidence: confidenceIn(settings, setting),
        remedy: {
          summary: `Begin the path at the project's directory${settings.get('BASE_DIR').value.kind === 'path' ? `: \`BASE_DIR / '${path.replace(/^\.\//, '')}'\`` : ''}.`,
          path: setting.at.path,
        },
      };
    }
  },
});

function paths(
  settings: Settings,
): readonly { readonly what: string; readonly setting: Setting; readonly path: string | undefined }[] {
  const found: { what: string; setting: Setting; path: string | undefined }[] = [];
  const add = (what: string, setting: Setting, value: Value | undefined): void => {
    const path = stringOf(value);
    if (path || value?.kind === 'unknown' || value?.kind === 'choice') found.push({ what, setting, path });
  };
  const databases = settings.get('DATABASES');
  for (const [alias, database] of entriesOf(databases.value)) {
    if (/sqlite3|spatialite/.test(stringOf(lookup(database, 'ENGINE')) ?? ''))
      add(`DATABASES['${alias}']['NAME']`, databases, lookup(database, 'NAME'));
  }
  for (const name of ['STATIC_ROOT', 'MEDIA_ROOT']) {
    const setting = settings.get(name);
    if (setting.origin === 'assigned') add(name, setting, setting.value);
  }
  const logging = settings.get('LOGGING');
  for (const [name, handler] of entriesOf(lookup(logging.value, 'handlers')))
    add(`LOGGING handler ${name}`, logging, lookup(handler, 'filename'));
  return found;
}

/** Whether a path begins nowhere: a database in memory has none. */
function isRelative(path: string): boolean {
  return !/^([/~]|[A-Za-z]:[\\/]|file:|:memory:)/.test(path) && !/mode=memory/.test(path);
}
