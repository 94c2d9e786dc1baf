/** The project's virtual host as Ubuntu's Apache takes it: copied, without what fits another server or another place. */

import type { ApacheConfig } from '../files/apache-config.js';
import { shellWord } from '../shell-word.js';
import type { ApacheSites } from './virtual-hosts.js';
import type { WebApplication } from './web-application.js';

/** The file that is the project's site: the one that serves the application, before the whole configuration of another server. */
export function siteConfig({ configs }: ApacheSites, web: WebApplication | undefined): ApacheConfig | undefined {
  return (
    configs.find(({ directives }) => directives.some(({ at }) => at === web?.at)) ??
    configs.find(({ directives }) => !directives.some(({ name }) => name === 'serverroot')) ??
    configs[0]
  );
}

/** The commands that put the file of the repository, which lies at `root`, into its place. */
export function installSite(
  sites: ApacheSites,
  web: WebApplication | undefined,
  root: string,
  site: string,
): readonly string[] {
  const config = siteConfig(sites, web);
  if (config === undefined) return [];
  const place = shellWord(`/etc/apache2/sites-available/${site}.conf`);
  const part = web?.root === undefined ? web?.part : undefined;
  const has = (test: (directive: ApacheConfig['directives'][number]) => boolean): boolean =>
    config.directives.some(test);
  // `a2enmod` loads modules, from where the distribution has them; it says itself where Apache lies and where it listens.
  const said = [
    ...(has(({ name }) => name === 'loadmodule') ? ['LoadModule'] : []),
    ...(has(({ name }) => name === 'serverroot') ? ['ServerRoot'] : []),
    ...(has(({ name, args }) => name === 'listen' && /^(80|443)$/.test(args[0]?.text ?? '') && args.length === 1)
      ? ['Listen[[:space:]]\\+\\(80\\|443\\)[[:space:]]*$']
      : []),
  ];
  const lines = said.length > 1 ? `\\(${said.join('\\|')}\\)` : said[0];
  const edits = [
    ...(lines === undefined ? [] : [`-e '/^[[:space:]]*${lines}/d'`]),
    ...(part && /^(\/[\w.-]+)+$/.test(part.place)
      ? [`-e ${shellWord(`s#${part.place}#${root}/${part.directory}#g`)}`]
      : []),
  ];
  return [
    `sudo cp ${shellWord(`${root}/${config.path}`)} ${place}`,
    ...(edits.length === 0 ? [] : [`sudo sed -i ${edits.join(' ')} ${place}`]),
  ];
}
