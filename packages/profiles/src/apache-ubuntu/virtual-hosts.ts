/** The project's Apache configuration: virtual hosts, WSGI scripts and daemon processes, with what applies to each. */
import { defineFact, type Location, project } from '@django-golive/core';
import {
  type ApacheConfig,
  type ApacheDirective,
  type ApacheSection,
  enclosing,
  readApacheConfig,
} from '../files/apache-config.js';
import { isPlaceholderPath } from '../files/placeholder.js';
import { isForServer, withoutTemplateEnding } from '../files/template-holes.js';
import { includedBy, withIncludes } from './includes.js';

/** One `<VirtualHost>`. */
export interface VirtualHost {
  readonly config: ApacheConfig;
  readonly section: ApacheSection;
  readonly at: Location;
  /** The ports of its addresses; empty where they name none. */
  readonly ports: readonly string[];
  readonly serverName: ApacheDirective | undefined;
  /** ServerName and ServerAlias, without ports. */
  readonly names: readonly { readonly name: string; readonly at: Location }[];
  /** It speaks TLS where browsers ask for it: not on port 80 alone. */
  readonly ssl: boolean;
  /** It speaks TLS on port 80, where browsers come in plain words. */
  readonly sslOnPlainPort: boolean;
  /** The directives inside it. */
  readonly directives: readonly ApacheDirective[];
}

/** A `WSGIScriptAlias` and what holds for it. */
export interface WsgiScript {
  readonly directive: ApacheDirective;
  readonly url: string;
  readonly target: string;
  readonly at: Location;
  readonly host: VirtualHost | undefined;
}

/** A `WSGIDaemonProcess`. */
export interface DaemonProcess {
  readonly name: string;
  readonly directive: ApacheDirective;
  readonly at: Location;
  readonly options: ReadonlyMap<string, { readonly value: string; readonly at: Location }>;
  readonly host: VirtualHost | undefined;
}

/** All that the repository says to Apache. */
export interface ApacheSites {
  readonly configs: readonly ApacheConfig[];
  readonly hosts: readonly VirtualHost[];
  readonly scripts: readonly WsgiScript[];
  readonly daemons: readonly DaemonProcess[];
  /** The directives of a name that hold for a host: inside it, or outside of any host in a configuration of the project. */
  applying(host: VirtualHost | undefined, name: string): readonly ApacheDirective[];
  /** All directives of a name. */
  named(name: string): readonly ApacheDirective[];
}

/** The Apache configuration of the project. */
export const apacheSites = defineFact({
  id: 'apache-sites',
  needs: { project },
  derive({ project }): ApacheSites {
    const candidates = project.paths.filter(mayConfigureApache).flatMap((path): ApacheConfig[] => {
      const file = project.file(path);
      return file && /<VirtualHost\b|\bWSGI(ScriptAlias|DaemonProcess)\b/i.test(file.text.replace(/^\s*#.*$/gm, ''))
        ? [readApacheConfig(file)]
        : [];
    });
    // A part that a host includes holds for that host, and for no other.
    const parts = new Set(candidates.flatMap((config) => includedBy(project, config)));
    const wholes = candidates.filter(({ path }) => !parts.has(path)).map((config) => withIncludes(project, config));
    const stated = wholes.filter((config) => isForServer(config.path));
    // A template that lies beside the copy that was filled in is for nobody.
    const filled = stated.filter((config) => scriptsOf(config).some((target) => !isPlaceholderPath(target)));
    const configs = stated.filter((config) => filled.length === 0 || !scriptsOf(config).some(isPlaceholderPath));
    const hosts = configs.flatMap(hostsOf);
    const hostOf = (directive: ApacheDirective): VirtualHost | undefined => {
      const section = enclosing(directive, 'virtualhost');
      return hosts.find((host) => host.section === section);
    };
    const all = configs.flatMap((config) => config.directives);
    const named = (name: string): readonly ApacheDirective[] =>
      all.filter((directive) => directive.name === name.toLowerCase());
    return {
      configs,
      hosts,
      named,
      applying: (host, name) =>
        named(name).filter((directive) => {
          const own = hostOf(directive);
          return own === undefined ? enclosing(directive, 'virtualhost') === undefined : own === host;
        }),
      scripts: [...named('WSGIScriptAlias'), ...named('WSGIScriptAliasMatch')].flatMap((directive) => {
        const [url, target] = directive.args;
        return url && target
          ? [{ directive, url: url.text, target: target.text, at: directive.at, host: hostOf(directive) }]
          : [];
      }),
      daemons: named('WSGIDaemonProcess').flatMap((directive) => {
        const [name, ...options] = directive.args;
        if (!name) return [];
        return [
          {
            name: name.text,
            directive,
            at: directive.at,
            host: hostOf(directive),
            options: new Map(
              options.flatMap(({ text, at }) => {
                const sign = text.indexOf('=');
                return sign > 0
                  ? [
                      [
                        text.slice(0, sign),
                        { value: text.slice(sign + 1).replace(/^(["'])(.*)\1$/, '$2'), at },
                      ] as const,
                    ]
                  : [];
              }),
            ),
          },
        ];
      }),
    };
  },
});

/** The option that a directive or a script carries: `process-group=`. */
export function optionOf(directive: ApacheDirective, name: string): string | undefined {
  return directive.args
    .map((arg) => arg.text)
    .find((text) => text.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}

/** The scripts that a file has mod_wsgi run. */
function scriptsOf({ directives }: ApacheConfig): readonly string[] {
  return directives.flatMap(({ name, args }) => (name === 'wsgiscriptalias' && args[1] ? [args[1].text] : []));
}

function hostsOf(config: ApacheConfig): readonly VirtualHost[] {
  return config.sections
    .filter((section) => section.name === 'virtualhost')
    .map((section) => {
      const directives = config.directives.filter((directive) => directive.within.includes(section));
      const last = (name: string): ApacheDirective | undefined =>
        directives.filter((directive) => directive.name === name).at(-1);
      const ports = section.args.flatMap((arg) => /:(\d+|\*)$/.exec(arg.text)?.[1] ?? []);
      const speaksTls = /^on$/i.test(last('sslengine')?.args[0]?.text ?? '');
      const plainPort = ports.length > 0 && ports.every((port) => port === '80');
      const serverName = last('servername');
      const plain = (text: string): string =>
        text
          .replace(/^https?:\/\//, '')
          .replace(/:\d+$/, '')
          .toLowerCase();
      return {
        config,
        section,
        at: section.at,
        ports,
        serverName,
        directives,
        ssl: speaksTls && !plainPort,
        sslOnPlainPort: speaksTls && plainPort,
        names: [
          ...(serverName?.args[0] ? [{ name: plain(serverName.args[0].text), at: serverName.at }] : []),
          ...directives
            .filter((directive) => directive.name === 'serveralias')
            .flatMap((directive) => directive.args.map((arg) => ({ name: plain(arg.text), at: arg.at }))),
        ],
      };
    });
}

function mayConfigureApache(path: string): boolean {
  const lower = withoutTemplateEnding(path.toLowerCase());
  if (/(^|\/)(node_modules|docs?|tests?)\//.test(lower)) return false;
  return (
    /\.(conf|vhost|apache2?)$/.test(lower) ||
    (/(^|\/)(apache2?|httpd|sites-(available|enabled)|conf\.d)\/[^/]*$/.test(lower) &&
      !/\.(py|sh|md|html|load|txt|ya?ml)$/.test(lower))
  );
}
