/** The project's virtual host as Ubuntu's Apache takes it: copied, without what fits another server or another place. */
import { shellWord } from '../shell-word.js';
import type { ApacheSites } from './virtual-hosts.js';
import type { WebApplication } from './web-application.js';

/** The commands that put the file of the repository, which lies at `root`, into its place. */
export function installSite(
  { configs, named }: ApacheSites,
  web: WebApplication | undefined,
  root: string,
  site: string,
): readonly string[] {
  const config = configs[0]?.path;
  if (config === undefined) return [];
  const place = shellWord(`/etc/apache2/sites-available/${site}.conf`);
  const part = web?.root === undefined ? web?.part : undefined;
  const edits = [
    // `a2enmod` loads them, from where the distribution has them.
    ...(named('LoadModule').length > 0 ? ["-e '/^[[:space:]]*LoadModule/d'"] : []),
    ...(part && /^(\/[\w.-]+)+$/.test(part.place)
      ? [`-e ${shellWord(`s#${part.place}#${root}/${part.directory}#g`)}`]
      : []),
  ];
  return [
    `sudo cp ${shellWord(`${root}/${config}`)} ${place}`,
    ...(edits.length === 0 ? [] : [`sudo sed -i ${edits.join(' ')} ${place}`]),
  ];
}
