/** Directories that the proxy hands out from a mount that Django, in its own container, writes to, or has beside what it writes. */
import {
  defineFact,
  deployment,
  isKnown,
  type Location,
  openVariables,
  type Project,
  project,
  type Settings,
  settings,
  stringOf,
} from '@django-golive/core';
import type { ComposeMount } from '../files/compose-model.js';
import { readNginxConfig } from '../files/nginx-config.js';
import { liesIn, resolvePath } from '../files/paths.js';
import { type ServedFiles, servedFiles } from '../nginx-gunicorn/served-files.js';
import { type NginxServer, serversIn } from '../nginx-gunicorn/sites.js';
import { type Container, containers } from './containers.js';
import { pathInContainer } from './path-in-container.js';
import { mayBeFilled } from './perhaps-filled.js';
import { reverseProxy } from './reverse-proxy.js';

/** A directory that is handed out, each link from its address to the setting known. */
export interface ServedMount {
  /** Whether the setting is that very directory; else nothing brings its files there. */
  readonly reached: boolean;
  readonly setting: 'STATIC_ROOT' | 'MEDIA_ROOT';
  /** The line of the proxy's configuration. */
  readonly at: Location;
  readonly url: string;
  /** What the proxy hands out, in its own container. */
  readonly directory: string;
  readonly proxy: string;
  /** What holds it there. */
  readonly mount: ComposeMount;
  readonly web: Container;
  /** Where the application has the same mount. */
  readonly own: ComposeMount;
  /** The directory that is handed out, in the application's container. */
  readonly shared: string;
  /** Where the setting lies there. */
  readonly root: string;
}

/** Those of the static files and of the uploads. */
export const servedMounts = defineFact({
  id: 'docker-served-mounts',
  needs: { project, containers, reverseProxy, settings, deployment },
  derive({ project, containers, reverseProxy, settings, deployment }): readonly ServedMount[] {
    const webs = containers.all.filter(({ django, role }) => django && role === 'web');
    const [web] = webs;
    const front = containers.all.find(({ service }) => service && service === reverseProxy?.service);
    if (reverseProxy?.kind !== 'nginx' || webs.length !== 1 || !web?.service || !front) return [];
    const files = reverseProxy.files.flatMap((path) => project.file(path) ?? []);
    const servers = serversIn(project, files.map(readNginxConfig));
    return (['STATIC', 'MEDIA'] as const).flatMap((kind): readonly ServedMount[] => {
      const root = rootOf(project, settings, `${kind}_ROOT`, web, deployment.root);
      const found = root === undefined ? [] : handedOut(servers, stringOf(settings.get(`${kind}_URL`).value));
      const followed = found.map(({ directory, url, at }): ServedMount | undefined => {
        const mount = over(front, directory);
        const own = mount && web.service?.mounts.filter((one) => isSame(one, mount));
        const [first] = own ?? [];
        if (!mount || !own || !first || root === undefined) return undefined;
        const sharedIn = ({ target }: ComposeMount) => resolvePath(target, `.${directory.slice(mount.target.length)}`);
        const reached = own.some((one) => sharedIn(one) === root);
        // Elsewhere below the mount it may be handed out under another address.
        const within = (one: ComposeMount) => liesIn(root, one.target) || liesIn(one.target, root);
        if (!reached && own.some(within)) return undefined;
        const told = { at, url, directory, proxy: front.name, mount, web, own: first, shared: sharedIn(first), root };
        return { setting: `${kind}_ROOT`, reached, ...told };
      });
      // One way that leads there is enough, and one that is not known may.
      const known = followed.filter((one) => one !== undefined);
      const told = known.find(({ reached }) => reached) ?? (known.length < followed.length ? undefined : known[0]);
      if (!told || told.reached) return told ? [told] : [];
      return mayBeFilled(project, containers.all, settings, deployment.root, front, told) ? [] : [told];
    });
  },
});

/** Where a setting surely lies in a container. */
function rootOf(
  project: Project,
  settings: Settings,
  name: 'STATIC_ROOT' | 'MEDIA_ROOT',
  web: Container,
  root: string | undefined,
): string | undefined {
  const setting = settings.get(name);
  const text = stringOf(setting.value);
  if (!text || !isKnown(setting.value) || openVariables(settings, setting).length > 0) return undefined;
  // Another settings module, which the command may load, can say otherwise.
  const assigned = new RegExp(`^[ \\t]*${name}[ \\t]*[:=]`, 'm');
  const files = project.paths.filter((path) => path.endsWith('.py') && assigned.test(project.file(path)?.text ?? ''));
  return files.length > 1 ? undefined : pathInContainer(web, settings.path, text, root);
}

/** What servers hand out at exactly an address; none where an expression, or what is tried first, may come between. */
function handedOut(servers: readonly NginxServer[], address: string | undefined): readonly ServedFiles[] {
  const bare = (text: string): string => text.replace(/^\/|\/$/g, '');
  if (!address || /^(https?:)?\/\//.test(address) || bare(address) === '') return [];
  const open = servers.some(({ locations }) =>
    locations.some(
      ({ modifier, path, directives }) =>
        (modifier.startsWith('~') && directives.some(({ name }) => /^(alias|root|try_files|proxy_pass)$/.test(name))) ||
        (bare(path) !== bare(address) && bare(path).startsWith(`${bare(address)}/`)) ||
        (bare(path) === bare(address) &&
          directives.some(({ name }) => /^(try_files|error_page|rewrite|if|include|proxy_\w+)$/.test(name))),
    ),
  );
  return open ? [] : servedFiles(servers).filter(({ url }) => bare(url) === bare(address));
}

/** The innermost mount over a directory. */
function over({ service }: Container, directory: string): ComposeMount | undefined {
  return [...(service?.mounts ?? [])]
    .filter(({ target }) => liesIn(directory, target))
    .sort((a, b) => b.target.length - a.target.length)[0];
}

/** Whether two services mount the same volume, or the same directory of the host. */
function isSame(one: ComposeMount, other: ComposeMount): boolean {
  if (one.kind !== other.kind || (one.kind !== 'volume' && one.kind !== 'bind')) return false;
  if (one.path !== undefined && other.path !== undefined) return one.path === other.path;
  return one.source !== undefined && !/[$~]/.test(one.source) && one.source === other.source;
}
