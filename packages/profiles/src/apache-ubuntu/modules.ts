/** The modules of Apache that the project's virtual hosts need, and the packages that bring those that Apache's own does not. */
import type { ApacheDirective } from '../files/apache-config.js';
import type { ApacheSites } from './virtual-hosts.js';

interface Module {
  /** As `a2enmod` takes them. */
  readonly names: readonly string[];
  /** Of the distribution, beside Apache's own. */
  readonly package?: string;
  /** By a directive's name. */
  readonly directive?: RegExp;
  /** By a directive with its arguments, as in `authtype shibboleth`. */
  readonly line?: RegExp;
}

const modules: readonly Module[] = [
  { names: ['proxy', 'proxy_http'], line: /^(proxypass(match|reverse)?|balancermember) .*\bhttps?:/ },
  { names: ['proxy', 'proxy_wstunnel'], line: /^proxypass(match)? .*\bwss?:|^rewriterule .*\bwss?:/ },
  { names: ['proxy', 'proxy_uwsgi'], line: /^proxypass(match)? .*\buwsgi:/ },
  { names: ['proxy', 'proxy_fcgi'], line: /^proxypass(match)? .*\bfcgi:/ },
  { names: ['proxy_balancer', 'lbmethod_byrequests'], directive: /^balancermember$/ },
  { names: ['expires'], directive: /^expires/ },
  { names: ['deflate'], line: /\bdeflate\b/ },
  { names: ['brotli'], line: /\bbrotli_compress\b/ },
  { names: ['remoteip'], directive: /^remoteip/ },
  { names: ['http2'], line: /^protocols .*\bh2c?\b/ },
  { names: ['macro'], directive: /^use$/ },
  { names: ['substitute'], directive: /^substitute/ },
  { names: ['ratelimit'], line: /\brate_limit\b/ },
  { names: ['cache', 'cache_disk'], line: /^cacheenable disk\b/ },
  { names: ['cache', 'cache_socache'], line: /^cacheenable socache\b/ },
  { names: ['vhost_alias'], directive: /^virtual(documentroot|scriptalias)/ },
  { names: ['auth_digest'], line: /^authtype digest\b/ },
  { names: ['auth_form', 'request', 'session', 'session_cookie'], line: /^authtype form\b/ },
  { names: ['authnz_ldap'], line: /^(authldap\w*|authbasicprovider .*\bldap\b|require ldap-)/ },
  { names: ['authz_groupfile'], directive: /^authgroupfile$/ },
  {
    names: ['shib'],
    package: 'libapache2-mod-shib',
    line: /^(authtype shibboleth\b|sethandler shib\b|shib\w+ |require (shibboleth|shib-\w+)\b)/,
  },
  {
    names: ['auth_openidc'],
    package: 'libapache2-mod-auth-openidc',
    line: /^(authtype (openid-connect|oauth20)\b|oidc\w+ )/,
  },
  { names: ['auth_mellon'], package: 'libapache2-mod-auth-mellon', line: /^(authtype mellon\b|mellon\w+ )/ },
  { names: ['auth_gssapi'], package: 'libapache2-mod-auth-gssapi', line: /^(authtype gssapi\b|gssapi\w+ )/ },
  {
    names: ['auth_cas'],
    package: 'libapache2-mod-auth-cas',
    line: /^(authtype cas\b|cas(loginurl|validateurl|cookiepath|version) )/,
  },
  { names: ['xsendfile'], package: 'libapache2-mod-xsendfile', directive: /^xsendfile/ },
  { names: ['security2'], package: 'libapache2-mod-security2', directive: /^sec(ruleengine|rule|action)$/ },
  { names: ['qos'], package: 'libapache2-mod-qos', directive: /^qs_\w+$/ },
];

/** What they ask for; a directive that holds only where its module is there asks for nothing. */
export function neededModules(sites: ApacheSites): {
  readonly names: readonly string[];
  readonly packages: readonly string[];
} {
  const directives = sites.configs
    .flatMap((config) => config.directives)
    .filter(({ within }) => !within.some(({ conditional }) => conditional));
  const lines = directives.map((directive) => ({ directive, line: lineOf(directive) }));
  const found = modules.filter((one) =>
    lines.some(({ directive, line }) => one.directive?.test(directive.name) === true || one.line?.test(line) === true),
  );
  return {
    names: [...new Set(found.flatMap(({ names }) => names))],
    packages: found.flatMap((one) => one.package ?? []),
  };
}

function lineOf({ name, args }: ApacheDirective): string {
  return [name, ...args.map(({ text }) => text)].join(' ').toLowerCase().concat(' ').slice(0, 2000);
}
