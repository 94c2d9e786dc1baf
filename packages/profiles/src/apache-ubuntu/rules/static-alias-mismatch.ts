/** Static files and uploads: what Apache serves against where Django puts them. */
import {
  changedLine,
  defineRule,
  docs,
  hasFinalValues,
  holds,
  inHome,
  isKnown,
  minutes,
  project,
  type Setting,
  settings,
  stringOf,
  truthOf,
  web,
} from '@django-golive/core';
import { onServer } from '../../files/deployed-path.js';
import { directoryOf, resolvePath } from '../../files/paths.js';
import { isPlaceholderPath } from '../../files/placeholder.js';
import { repositoryPart, systemPath } from '../../files/settings-path.js';
import { lineAt } from '../../files/shown-line.js';
import { apacheSites } from '../virtual-hosts.js';
import { type WebApplication, webApplication } from '../web-application.js';

export const staticAliasMismatch = defineRule({
  id: 'apache-ubuntu/static-alias-mismatch',
  title: 'Apache does not serve the files where Django puts them',
  sound: 'The files that Apache serves are looked for where Django puts them',
  category: 'static-media',
  severity: 'high',
  effort: minutes(10),
  risk: 'Pages come without styles and scripts, or uploads are not found.',
  references: [
    docs('howto/deployment/wsgi/modwsgi', 'serving-files'),
    web('Apache: Alias', 'https://httpd.apache.org/docs/2.4/mod/mod_alias.html#alias'),
  ],
  since: '0.1.0',
  needs: { project, settings, apacheSites, webApplication },
  problems: {
    directory: '`Alias {url}` serves `{directory}`; `{setting}` is `{root}`.',
    slash:
      '`Alias {url}` ends in a slash and `{directory}` does not: `{url}site.css` is looked for at `{directory}site.css`.',
    unserved: 'No `Alias` covers `STATIC_URL` (`{url}`), and the application answers for every URL.',
  },
  questions: {
    unknown: '`Alias {url}` serves `{directory}`. Is that where `{setting}` puts the files in production?',
    uncollected:
      '`Alias {url}` serves `{directory}`, and `STATIC_ROOT` names no directory to collect into. Do the files of all applications lie there?',
    'unknown-url': '`STATIC_URL` is not known. Does an `Alias` serve the collected static files under it?',
  },
  when: ({ settings, webApplication }) => hasFinalValues(settings) && webApplication?.kind === 'mod_wsgi',
  *check({ project, settings, apacheSites, webApplication }, { problem, question }) {
    const aliases = [...apacheSites.named('Alias'), ...apacheSites.named('AliasMatch')];
    for (const directive of apacheSites.named('Alias')) {
      const [url, directory] = directive.args;
      if (url && directory && url.text.length > 1 && url.text.endsWith('/') && !directory.text.endsWith('/')) {
        yield {
          ...problem('slash', lineAt(project, directive.at, `Alias ${url.text}`), {
            url: url.text,
            directory: directory.text,
          }),
          remedy: {
            summary: 'End both in a slash.',
            ...changedLine(project, directive.at, (line) => line.replace(/(["']?)\s*$/, '/$1')),
            language: 'apache',
          },
        };
      }
    }
    for (const [urlName, rootName] of [
      ['STATIC_URL', 'STATIC_ROOT'],
      ['MEDIA_URL', 'MEDIA_ROOT'],
    ] as const) {
      const url = pathOf(settings.get(urlName));
      const setting = settings.get(rootName);
      if (url === undefined) {
        if (urlName === 'STATIC_URL' && !isKnown(settings.get(urlName).value))
          yield question('unknown-url', settings.get(urlName));
        continue;
      }
      const covering = aliases.filter((item) => item.name === 'alias' && sameUrl(item.args[0]?.text ?? '', url));
      const text = stringOf(setting.value);
      const root = text === undefined || text === '' ? undefined : placeOf(text, webApplication);
      for (const directive of covering) {
        const directory = directive.args[1]?.text ?? '';
        // Where the project lies on the server is not always told.
        const lost = text !== undefined && text !== '' && root === undefined && !isPlaceholderPath(directory);
        if (!isKnown(setting.value) || lost)
          yield question('unknown', lineAt(project, directive.at, `Alias ${url}`), {
            url: directive.args[0]?.text ?? url,
            directory,
            setting: rootName,
          });
        if (rootName === 'STATIC_ROOT' && truthOf(setting.value) === 'no')
          yield question('uncollected', lineAt(project, directive.at, `Alias ${url}`), {
            url: directive.args[0]?.text ?? url,
            directory,
          });
        if (root === undefined || /[$%]/.test(directory) || resolvePath('/', directory) === root) continue;
        // `apache-ubuntu/placeholder-left` asks for it.
        if (isPlaceholderPath(directory)) continue;
        yield {
          ...problem('directory', lineAt(project, directive.at, `Alias ${url}`), {
            url: directive.args[0]?.text ?? url,
            directory,
            setting: rootName,
            root,
          }),
          // The project may lie elsewhere on the server than its WSGI script says.
          confidence: 'firm',
          evidence: [{ at: setting.at, note: `\`${rootName}\` is set here.` }],
          remedy: isOfServer(directory, root, webApplication)
            ? {
                summary: `Name the directory of the server in \`${rootName}\`.`,
                code: `${rootName} = '${resolvePath('/', directory)}'`,
                language: 'python',
                ...inHome(settings, rootName),
              }
            : {
                summary: `Serve what \`${rootName}\` names.`,
                ...changedLine(
                  project,
                  directive.at,
                  (line) =>
                    `${line.replace(directory, `${root}${directive.args[0]?.text.endsWith('/') ? '/' : ''}`)}
${granted(root)}`,
                ),
                language: 'apache',
              },
        };
      }
      if (urlName !== 'STATIC_URL' || covering.length > 0) continue;
      const script = webApplication?.script;
      const others =
        aliases.some((item) => url.startsWith(item.args[0]?.text ?? ' ') || item.name === 'aliasmatch') ||
        ['ProxyPass', 'RewriteRule'].some((name) =>
          apacheSites.named(name).some((item) => item.args.some((arg) => arg.text.includes('static'))),
        );
      const noise = holds(settings.get('MIDDLEWARE').value, 'whitenoise.middleware.WhiteNoiseMiddleware');
      const storage = stringOf(settings.get('STATICFILES_STORAGE').value) ?? '';
      if (
        script?.url !== '/' ||
        others ||
        noise !== 'no' ||
        /s3|gcloud|azure|boto/i.test(storage) ||
        settings.get('STORAGES').origin === 'assigned'
      )
        continue;
      yield {
        ...problem('unserved', lineAt(project, script.at, 'static'), { url }),
        confidence: 'firm',
        remedy: {
          summary: 'Serve the collected files beside the application.',
          code: served(url, root ?? '/srv/app/static'),
          language: 'apache',
          place: 'before',
          path: script.at.path,
        },
      };
    }
  },
});

/** Whether Apache's directory lies where the project does on the server, and the setting's elsewhere, as on a developer's machine. */
function isOfServer(directory: string, root: string, web: WebApplication | undefined): boolean {
  const target = web?.script?.target;
  if (target === undefined || !target.startsWith('/')) return false;
  const top = web?.root ?? directoryOf(directoryOf(target));
  if (top.split('/').length < 3) return false;
  const isWithin = (path: string) => resolvePath('/', path).startsWith(`${top}/`);
  return isWithin(directory) && !isWithin(root);
}

/** The absolute path of the server that a setting means. */
function placeOf(text: string, web: WebApplication | undefined): string | undefined {
  const inside = repositoryPart(text);
  if (inside !== undefined) return web?.part && onServer(web.part, inside);
  return systemPath(text, undefined, web?.daemon?.options.get('home')?.value);
}

/** Ubuntu's Apache refuses every directory that nothing grants. */
function served(url: string, directory: string): string {
  return `Alias ${url} ${directory}${url.endsWith('/') ? '/' : ''}\n${granted(directory)}`;
}

const granted = (directory: string): string => `<Directory ${directory}>\n    Require all granted\n</Directory>`;

/** The path of a URL setting; `undefined` for a URL of another host or one that is not known. */
function pathOf(setting: Setting): string | undefined {
  const text = stringOf(setting.value);
  if (text === undefined || text === '' || text === '/' || /^(https?:)?\/\//.test(text)) return undefined;
  return text.startsWith('/') ? text : `/${text}`;
}

function sameUrl(alias: string, url: string): boolean {
  return alias.replace(/\/+$/, '') === url.replace(/\/+$/, '');
}
