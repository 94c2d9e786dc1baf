/** The host of the web app and the account that it belongs to. */
import { type Project, type Settings, stringOf } from '@django-golive/core';
import { resolvePath } from '../files/paths.js';
import { codeOf } from '../files/python-code.js';
import { publicHosts } from '../public-hosts.js';
import { accountOf, serverDatabases } from './databases.js';
import type { WsgiFile } from './wsgi-file.js';

/** What is known of the web app. */
export interface WebAppHost {
  /** As the Web tab has it, in small letters. */
  readonly host: string | undefined;
  readonly user: string | undefined;
  /** The directory of `manage.py` below the account's home, where the settings spell it out. */
  readonly home: string | undefined;
}

/** `name.pythonanywhere.com`, `something-name.eu.pythonanywhere.com`. */
const own = /^(?:[a-z0-9]+-)?([a-z0-9]+)\.(?:eu\.)?pythonanywhere\.com$/i;

/** A host of the platform before all others: the rest of the list may be a frontend's elsewhere. */
export function webAppHost(project: Project, settings: Settings, wsgiFile: WsgiFile | undefined): WebAppHost {
  const hosts = publicHosts(settings);
  const host = hosts.find((name) => own.test(name)) ?? (hosts.length > 0 ? hosts[0] : hostInFiles(project, settings));
  const database = serverDatabases(settings).find((each) => accountOf(each.host));
  const user = wsgiFile?.user ?? own.exec(host ?? '')?.[1] ?? accountOf(database?.host);
  const site = `${user}.${/\.eu\./.test(database?.host ?? '') ? 'eu.' : ''}pythonanywhere.com`;
  const base = resolvePath('/', stringOf(settings.get('BASE_DIR').value) ?? '');
  return {
    host: (host ?? (user === undefined ? undefined : site))?.toLowerCase(),
    user,
    // Another account's is a developer's.
    home: base.startsWith(`/home/${user}/`) ? base : undefined,
  };
}

/** The one host of the platform that the files of the settings spell out, where the list hangs on a variable. */
function hostInFiles(project: Project, settings: Settings): string | undefined {
  const named = settings.files.flatMap((path) =>
    [
      ...codeOf(project.file(path)?.text ?? '').matchAll(
        /['"](?:https?:\/\/)?([a-z0-9-]+(?:\.eu)?\.pythonanywhere\.com)['"]/gi,
      ),
    ].map((match) => match[1] ?? ''),
  );
  const [only, ...others] = new Set(named.filter((name) => own.test(name)));
  return others.length === 0 ? only : undefined;
}
