/** Host names that a visitor could ask for, and a certificate could be made out to: what a checklist's addresses are made of. */
import { type Settings, stringsOf } from '@django-golive/core';
import { isPlaceholderHost } from './files/placeholder.js';

/** Where editors in the browser and tunnels to a developer's machine have their names: nobody points DNS there, and they end with the day. */
const workspaces =
  /\.(codeinstitute-ide\.net|gitpod\.(io|dev)|github\.dev|githubpreview\.dev|ngrok\.(io|app|dev)|ngrok-free\.(app|dev)|loca\.lt|serveo\.net|lhr\.life|trycloudflare\.com|cloudshell\.dev|cloudworkstations\.dev|c9users\.io|csb\.app|repl\.co|replit\.dev|devtunnels\.ms|webcontainer\.io)$/i;

/** A full name without wildcards; no address, no local name, none of a template and none of a workspace. */
export function isPublicHost(host: string): boolean {
  return (
    /^(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)+$/i.test(host) &&
    !isPlaceholderHost(host) &&
    !workspaces.test(host)
  );
}

/** Those of ALLOWED_HOSTS. */
export function publicHosts(settings: Settings): readonly string[] {
  return stringsOf(settings.get('ALLOWED_HOSTS').value).filter(isPublicHost);
}
