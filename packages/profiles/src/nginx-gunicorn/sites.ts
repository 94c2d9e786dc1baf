/** The project's nginx configuration: its servers and their locations, with what applies to each. */
import { defineFact, type Location, type Project, project } from '@django-golive/core';
import { type NginxConfig, type NginxDirective, readNginxConfig } from '../files/nginx-config.js';
import { isForServer } from '../files/template-holes.js';
import { containerFiles } from '../own-server/container-files.js';
import { withIncludes } from './includes.js';
import { type NginxPass, passOf, type Upstreams, upstreamsOf } from './pass.js';

/** A `listen`. */
export interface NginxListen {
  readonly port: string;
  readonly ssl: boolean;
  readonly isDefault: boolean;
  readonly at: Location;
}

/** One `location`. */
export interface NginxLocation {
  readonly modifier: '' | '=' | '^~' | '~' | '~*';
  readonly path: string;
  readonly at: Location;
  readonly directives: readonly NginxDirective[];
  /** What stands around it, outermost first, itself last: `http`, `server`, locations. */
  readonly levels: readonly (readonly NginxDirective[])[];
  /** Where it hands requests on. */
  readonly pass: NginxPass | undefined;
}

/** One `server`. */
export interface NginxServer {
  readonly config: NginxConfig;
  readonly at: Location;
  readonly directives: readonly NginxDirective[];
  readonly listens: readonly NginxListen[];
  /** In lower case, and as written. */
  readonly names: readonly { readonly name: string; readonly written: string; readonly at: Location }[];
  /** Where it says that it speaks TLS. */
  readonly tls: Location | undefined;
  readonly levels: readonly (readonly NginxDirective[])[];
  readonly locations: readonly NginxLocation[];
}

/** All that the repository says to an nginx of the server itself. */
export interface NginxSites {
  readonly configs: readonly NginxConfig[];
  readonly servers: readonly NginxServer[];
}

/** The nginx configuration of the project; what goes into a container is another target's. */
export const nginxSites = defineFact({
  id: 'nginx-sites',
  needs: { project },
  derive({ project }): NginxSites {
    const contained = containerFiles(project);
    const configs = project.paths.filter(mayConfigureNginx).flatMap((path): NginxConfig[] => {
      if (!isForServer(path)) return [];
      const file = project.file(path);
      return file && /^[ \t]*(server|http|upstream)\b[^;{}\n]*\{/m.test(file.text) && !contained(path)
        ? [readNginxConfig(file)]
        : [];
    });
    const servers = serversIn(project, configs);
    return { configs: configs.filter((config) => servers.some((server) => server.config === config)), servers };
  },
});

/** The servers of configurations that one nginx reads together. */
export function serversIn(project: Project, configs: readonly NginxConfig[]): readonly NginxServer[] {
  // What the main file includes holds for every server; servers among it are read as files of their own.
  const main = configs.flatMap((config) =>
    blocksOf(config.directives, 'http').flatMap((item) => withIncludes(project, item.block ?? [], config.path)),
  );
  const upstreams = upstreamsOf([...configs.flatMap((config) => config.directives), ...main]);
  return configs.flatMap((config) => {
    const around = [...main, ...config.directives.filter(({ block }) => !block)];
    return blocksOf(
      [...config.directives, ...blocksOf(config.directives, 'http').flatMap((item) => item.block ?? [])],
      'server',
    ).map((block) => serverOf(project, config, block, around, upstreams));
  });
}

/** The directives of a name that hold at the innermost level that has any: nginx takes these, and none from further out. */
export function holding({ levels }: Pick<NginxLocation, 'levels'>, name: string): readonly NginxDirective[] {
  return levels.map((level) => level.filter((item) => item.name === name)).findLast((found) => found.length > 0) ?? [];
}

/** Whether a level has a part that only the server has. */
export function hasUnseen({ levels }: Pick<NginxLocation, 'levels'>, about: RegExp): boolean {
  return levels.some((level) => level.some(({ name, args }) => name === 'include' && about.test(args[0]?.text ?? '')));
}

function serverOf(
  project: Project,
  config: NginxConfig,
  block: NginxDirective,
  around: readonly NginxDirective[],
  upstreams: Upstreams,
): NginxServer {
  const directives = withIncludes(project, block.block ?? [], config.path);
  const listens = directives.filter(({ name }) => name === 'listen').map(listenOf);
  const levels = [around, directives];
  const on = directives.find(({ name, args }) => name === 'ssl' && args[0]?.text === 'on');
  return {
    config,
    at: block.at,
    directives,
    listens: listens.length > 0 ? listens : [{ port: '80', ssl: false, isDefault: false, at: block.at }],
    names: directives
      .filter(({ name }) => name === 'server_name')
      .flatMap(({ args }) => args.map(({ text, at }) => ({ name: text.toLowerCase(), written: text, at }))),
    tls: on?.at ?? listens.find(({ ssl }) => ssl)?.at,
    levels,
    locations: locationsIn(project, config.path, directives, levels, upstreams),
  };
}

function locationsIn(
  project: Project,
  path: string,
  directives: readonly NginxDirective[],
  levels: readonly (readonly NginxDirective[])[],
  upstreams: Upstreams,
): readonly NginxLocation[] {
  return blocksOf(directives, 'location').flatMap((block) => {
    const own = withIncludes(project, block.block ?? [], path);
    const words = block.args.map(({ text }) => text);
    const [, joined, rest] = /^(=|\^~|~\*|~)(.+)$/.exec(words[0] ?? '') ?? [];
    const modifier = (words.length > 1 ? words[0] : joined) ?? '';
    const inner = [...levels, own];
    const location: NginxLocation = {
      modifier: (['=', '^~', '~', '~*'] as const).find((item) => item === modifier) ?? '',
      path: (words.length > 1 ? words[1] : (rest ?? words[0])) ?? '',
      at: block.at,
      directives: own,
      levels: inner,
      pass: passOf(own, upstreams),
    };
    return [location, ...locationsIn(project, path, own, inner, upstreams)];
  });
}

function listenOf({ args, at }: NginxDirective): NginxListen {
  const words = args.map(({ text }) => text);
  const [address = ''] = words;
  return {
    port: /^(?:.*:)?(\d+)$/.exec(address)?.[1] ?? (address.startsWith('unix:') ? '' : '80'),
    ssl: words.some((word) => word === 'ssl' || word === 'quic'),
    isDefault: words.some((word) => word === 'default_server' || word === 'default'),
    at,
  };
}

function blocksOf(directives: readonly NginxDirective[], name: string): readonly NginxDirective[] {
  return directives.filter((item) => item.block && item.name === name);
}

function mayConfigureNginx(path: string): boolean {
  const lower = path.toLowerCase();
  if (/(^|\/)(node_modules|site-packages|docs?|tests?|static|staticfiles|\.git)\//.test(lower)) return false;
  const name = lower.slice(lower.lastIndexOf('/') + 1);
  return (
    /\.(conf|nginx|vhost|site)(\.(j2|jinja2?|erb))?$|nginx[^.]*$|^default$/.test(name) ||
    !/[.]/.test(name.slice(1)) ||
    (/(^|\/)(nginx|sites-(available|enabled)|conf\.d)\/[^/]*$/.test(lower) &&
      !/\.(py|sh|md|rst|html?|ya?ml|txt|json|pem|crt|key|sample|example)$/.test(name))
  );
}
