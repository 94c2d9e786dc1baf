/** A script or a directory that Apache is told to serve and lets nobody at. */
import { defineRule, minutes, project, web } from '@django-golive/core';
import type { ApacheDirective } from '../../files/apache-config.js';
import { directoryOf } from '../../files/paths.js';
import { isPlaceholderPlace } from '../../files/placeholder.js';
import { lineAt } from '../../files/shown-line.js';
import { type Access, accessTo } from '../granted.js';
import { apacheSites } from '../virtual-hosts.js';

export const accessNotGranted = defineRule({
  id: 'apache-ubuntu/access-not-granted',
  title: 'Apache lets nobody at what it is told to serve',
  sound: 'Apache is allowed to serve what its files name',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(5),
  risk: 'Apache answers every request with 403 Forbidden.',
  references: [
    web('Apache: Access control', 'https://httpd.apache.org/docs/2.4/howto/access.html'),
    web('Apache: Upgrading to 2.4', 'https://httpd.apache.org/docs/2.4/upgrading.html#access'),
  ],
  since: '0.1.0',
  needs: { project, apacheSites },
  problems: {
    denied:
      '`{directive} {url}` leads to `{path}`, and nothing grants access to it: on Ubuntu `apache2.conf` denies it.',
    old: '`{directive} {url}` leads to `{path}`, to which only `Allow` of Apache 2.2 gives access: on Ubuntu `Require all denied` of `apache2.conf` stays.',
  },
  questions: {
    unclear: '`{directive} {url}` leads to `{path}`. Does another file of the server grant access to it?',
  },
  when: ({ apacheSites }) => served(apacheSites).length > 0,
  *check({ project, apacheSites }, { problem, question }) {
    const seen = new Set<string>();
    for (const one of served(apacheSites)) {
      const key = `${one.at.path}:${one.path}`;
      const access: Access = accessTo(apacheSites, one, one.inherited);
      if (access === 'granted' || seen.has(key)) continue;
      seen.add(key);
      const about = lineAt(project, one.at, `${one.directive} ${one.url}:access`);
      const { directive, url, path } = one;
      if (access === 'unclear') {
        yield question('unclear', about, { directive, url, path });
        continue;
      }
      const isScript = directive !== 'Alias';
      yield {
        ...problem(access, about, { directive, url, path }),
        confidence: 'firm',
        ...(isScript
          ? {}
          : ({
              severity: 'high',
              risk: 'Each of these files is a 403: pages come without their styles and scripts.',
            } as const)),
        remedy: {
          summary:
            access === 'old'
              ? 'Say it in the words of Apache 2.4, and take `Order` and `Allow` away.'
              : 'Grant it, and nothing around it.',
          code: grant(path, isScript),
          language: 'apache',
          path: one.at.path,
          place: 'after',
        },
      };
    }
  },
});

/** The scripts and the aliases, each with its place. */
function served(sites: Parameters<typeof accessTo>[0]) {
  const inheriting = (directive: ApacheDirective) =>
    sites.hosts.filter(({ config }) => config.directives.includes(directive));
  const scripts = sites.scripts
    .filter(({ directive }) => directive.name === 'wsgiscriptalias')
    .map(({ directive, url, target, at, host }) => ({
      directive: 'WSGIScriptAlias',
      url,
      path: target,
      at,
      host,
      inherited: inheriting(directive),
    }));
  const aliases = sites.named('Alias').flatMap((directive) => {
    const [url, path] = directive.args;
    if (!url || !path) return [];
    const host = sites.hosts.find(({ directives }) => directives.includes(directive));
    const inherited = inheriting(directive);
    return [{ directive: 'Alias', url: url.text, path: path.text, at: directive.at, host, inherited }];
  });
  return [...scripts, ...aliases]
    .map((one) => ({ ...one, path: one.path.replace(/(?<=.)\/+$/, '') }))
    .filter(({ path }) => path.startsWith('/') && !/[$%]/.test(path) && !isPlaceholderPlace(path));
}

function grant(path: string, isScript: boolean): string {
  return isScript
    ? `<Directory ${directoryOf(path) || '/'}>\n    <Files ${path.slice(path.lastIndexOf('/') + 1)}>\n        Require all granted\n    </Files>\n</Directory>`
    : `<Directory ${path}>\n    Require all granted\n</Directory>`;
}
