/** Uploads that nobody hands out once DEBUG is off. */
import { apps } from '../../facts/apps.js';
import { type Deployment, deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { isWritten, type Sources, siteCode, sources } from '../../facts/sources.js';
import { type Urls, urls } from '../../facts/urls.js';
import { isAssigned, stringOf, stringsOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes, type Remedy } from '../../rule.js';
import { serverFiles } from '../../server-files.js';
import type { Project } from '../../source.js';
import { hasFinalValues, openVariables } from '../settings/final-values.js';
import { middlewareOf } from '../settings/middleware.js';
import { whitenoiseMiddleware } from '../static/static-settings.js';
import { repositoryPath } from '../structure/repository-path.js';
import { survives } from '../structure/surviving-path.js';
import { privateAddress } from './private-address.js';
import { liesInMediaRoot } from './stored-uploads.js';
import { uploadApp, uploadField } from './upload-fields.js';

/** Code that hands out files itself, such as downloads behind a login. */
const handsOut = /\bFileResponse\(|X-Accel-Redirect|X-Sendfile|django_sendfile|WHITENOISE_ROOT|add_files\(/i;

/** Targets whose servers no file shows. */
const unshown = new Set(['pythonanywhere']);

export const notServed = defineRule({
  id: 'media/not-served',
  title: 'Nobody hands out the uploads',
  sound: 'Somebody hands out the uploads',
  category: 'static-media',
  severity: 'medium',
  effort: minutes(30),
  risk: 'Pictures and documents that people uploaded answer 404: Django serves them in development only.',
  references: [
    docs('howto/static-files', 'serving-files-uploaded-by-a-user-during-development'),
    docs('ref/settings', 'media-url'),
  ],
  since: '0.1.0',
  needs: { apps, deployment, project, settings, sources, urls },
  problems: {
    'left-out': '`{path}` serves static files, and nothing there serves `{url}`.',
    private:
      '`{name}` is {value}: only a private network knows the name `{host}`, so no browser of a visitor finds uploads.',
  },
  questions: {
    unseen: 'Static files are served by Django itself, which leaves uploads out. What serves `{url}` in production?',
  },
  // Where the disk does not stay the files are gone anyway; where nothing shows who serves static files, that is asked.
  when: ({ apps, deployment, project, settings, sources, urls }) =>
    hasFinalValues(settings) &&
    (uploadField(apps) ?? uploadApp(settings)) !== undefined &&
    (privateAddress(settings) !== undefined || isJudged({ deployment, project, settings, sources, urls })),
  *check(facts, { problem, question }) {
    const hidden = privateAddress(facts.settings);
    if (hidden) {
      const { setting, name, value, host } = hidden;
      yield {
        ...problem('private', setting, { name, value, host }),
        confidence: openVariables(facts.settings, setting).length > 0 ? 'tentative' : 'firm',
        remedy: {
          summary:
            'Let the address of uploads have a public name over which visitors reach the store (`AWS_S3_CUSTOM_DOMAIN` of django-storages, for one), and keep the private one for Django.',
        },
      };
      return;
    }
    const setting = facts.settings.get('MEDIA_URL');
    const url = pathOf(facts.settings) ?? '';
    const server = serverOf(facts);
    if (server === 'static-only') yield question('unseen', setting, { url });
    if (typeof server === 'string') return;
    yield {
      ...problem('left-out', setting, { path: server.path, url }),
      confidence: 'firm',
      remedy: {
        summary: 'Serve `MEDIA_ROOT` beside the static files.',
        path: server.path,
        ...servingUploads(facts, server.path, url),
      },
    };
  },
});

/** Whether uploads lie on a disk that stays, below an address of the site, and something shows who serves files. */
function isJudged(facts: Parameters<typeof serverOf>[0]): boolean {
  const { deployment, project, settings } = facts;
  return (
    !unshown.has(deployment.target) &&
    liesInMediaRoot(settings) &&
    (deployment.traits.has('containers') || stays(project, settings, deployment)) &&
    pathOf(settings) !== undefined &&
    serverOf(facts) !== 'unseen'
  );
}

/** Whether uploads outlive a restart. */
function stays(project: Project, settings: Settings, deployment: Deployment): boolean {
  const root = stringOf(settings.get('MEDIA_ROOT').value);
  if (root === undefined || root === '') return !deployment.traits.has('ephemeral-disk');
  return survives(project, deployment, `${root}/upload`) === 'yes';
}

/** Who hands out uploads: somebody, a server that was told of static files alone, Django for static files alone, or that is not to be seen. */
function serverOf(facts: {
  readonly deployment: Deployment;
  readonly project: Project;
  readonly settings: Settings;
  readonly sources: Sources;
  readonly urls: Urls;
}): 'somebody' | { readonly path: string } | 'static-only' | 'unseen' {
  const { deployment, project, settings, sources, urls } = facts;
  const code = [...siteCode(sources, settings), ...sources.files.filter(({ path }) => settings.files.includes(path))];
  const url = pathOf(settings) ?? '/';
  if (deployment.traits.has('serves-media')) return 'somebody';
  const routes = urls.routes.filter(
    ({ pattern, view }) => view?.name === 'django.views.static.serve' || pattern.startsWith(url.slice(1)),
  );
  if (routes.some(({ served }) => served === 'yes')) return 'somebody';
  // Code that hands out some file, or a route under a condition, may be for these files or for others.
  if (routes.some(({ served }) => served === 'maybe') || isWritten(project, code, handsOut)) return 'unseen';
  const name = url.replace(/^\/|\/$/g, '');
  // What serves in a container beside Apache's own files serves nothing there.
  const apache = isApacheSite(project, deployment);
  const servers = [...serverFiles(project)].filter(({ text }) => !apache || apacheLine.test(text));
  const directive = /^\s*(location|alias|root|handle(_path)?|AliasMatch|Alias)\b/;
  if (servers.some(({ text }) => text.split('\n').some((line) => directive.test(line) && line.includes(name))))
    return 'somebody';
  if (servers.some(({ text }) => text.includes(name) || /MEDIA_ROOT|X-Accel|X-Sendfile/i.test(text))) return 'unseen';
  const server = servers.find(({ text }) =>
    /^\s*(location\s.*static|alias\s.*static|Alias\s+\/?static|handle_path\s.*static)/m.test(text),
  );
  if (server) return { path: server.path };
  // Without a server that the files show, whoever set one up by hand is asked about static files already.
  return stringsOf(middlewareOf(settings).value).includes(whitenoiseMiddleware) ? 'static-only' : 'unseen';
}

const apacheLine = /^\s*(<VirtualHost\b|WSGIScriptAlias\b|Alias\s)/m;

/** Whether a file of Apache starts the site. */
const isApacheSite = (project: Project, { target, processes }: Deployment): boolean =>
  target === 'apache-ubuntu' &&
  processes.some(({ role, at }) => role === 'web' && apacheLine.test(project.file(at.path)?.text ?? ''));

/** The path of MEDIA_URL; `undefined` where it is not set, not known, or of another host. */
function pathOf(settings: Settings): string | undefined {
  const setting = settings.get('MEDIA_URL');
  const text = stringOf(setting.value);
  if (!isAssigned(setting) || text === undefined || text === '' || text === '/' || /^(https?:)?\/\//.test(text))
    return undefined;
  return text.startsWith('/') ? text : `/${text}`;
}

/** The lines that serve them, in the words of the server's file. */
function servingUploads(
  { deployment, project, settings }: { deployment: Deployment; project: Project; settings: Settings },
  path: string,
  url: string,
): Partial<Remedy> {
  const file = project.file(path);
  // nginx has an `alias` of its own, inside of a location.
  const isNginx = /^[ \t]*location\b[^\n]*\{/m.test(file?.text ?? '');
  const start = file?.text.search(/^[ \t]*(?:WSGIScriptAlias|Alias)[ \t]/im) ?? -1;
  if (!file || isNginx || start < 0)
    return {
      code: `location ${url} {\n    alias /srv/site/media/;\n}`,
      language: 'nginx',
      ...besideLocations(project, path),
    };
  const root = stringOf(settings.get('MEDIA_ROOT').value) ?? '';
  const inside = repositoryPath(root);
  const place =
    inside === undefined
      ? root.startsWith('/')
        ? root
        : undefined
      : deployment.root && `${deployment.root}/${inside}`;
  const directory = place?.replace(/\/+$/, '') ?? '/srv/site/media';
  return {
    code: `Alias ${url} ${directory}${url.endsWith('/') ? '/' : ''}\n<Directory ${directory}>\n    Require all granted\n</Directory>`,
    language: 'apache',
    place: 'before',
    at: file.at({ start, end: start }),
  };
}

/** Before the first location of an nginx file. */
function besideLocations(project: Project, path: string): Partial<Remedy> {
  const file = project.file(path);
  const start = file?.text.search(/^[ \t]*location\b/m) ?? -1;
  return file && start >= 0 ? { place: 'before', at: file.at({ start, end: start }) } : {};
}
