/** How the project runs on PythonAnywhere, as far as the repository can show it: most of it stands on the Web tab. */
import type { Deployment, Location, Process, Project } from '@django-golive/core';
import { isExampleEnvFile, readEnvFile } from '../files/env-file.js';
import { directoryOf } from '../files/paths.js';
import type { WsgiFile } from './wsgi-file.js';

/** The deployment. */
export function pythonanywhereDeployment(project: Project, wsgi: WsgiFile | undefined): Deployment {
  const place = wsgi && placeOf(project, wsgi);
  const copy = wsgi && copyBeside(project, wsgi);
  const web: Process | undefined = wsgi && {
    name: 'web',
    role: 'web',
    at: wsgi.at,
    subject: 'process:web',
    variables: wsgi.variables,
    ...(wsgi.settings ? { settings: wsgi.settings } : {}),
    ...(place ? { directory: place.directory } : {}),
  };
  return {
    target: 'pythonanywhere',
    // Without a copy of the WSGI file nothing of the web app is known: the settings reader looks for itself.
    processes: web ? [web] : [],
    // Present in web apps, consoles and tasks; the values differ between the US and the EU system.
    platformVariables: { PYTHONANYWHERE_SITE: undefined, PYTHONANYWHERE_DOMAIN: undefined },
    documented: documentedNames(project),
    traits: new Map([
      ['tls-at-proxy', undefined],
      ['network-disk', undefined],
    ]),
    volumes: [],
    ...(copy === undefined ? {} : { settingsCopy: copy }),
    ...(place ? { root: place.root } : {}),
  };
}

/** `pythonanywhere_settings.py` beside `pythonanywhere_wsgi.py`: both are copies of what lies elsewhere on the server. */
function copyBeside(project: Project, { path, settings }: WsgiFile): string | undefined {
  const copy = path.replace(/_wsgi\.py$/, '_settings.py');
  const named = `${settings?.module.replaceAll('.', '/')}.py`;
  return copy === path || !project.file(copy) || `/${copy}`.endsWith(`/${named}`) ? undefined : copy;
}

/** Which directory of the repository an absolute import directory is, and where that puts the repository. */
function placeOf(project: Project, wsgi: WsgiFile): { readonly directory: string; readonly root: string } | undefined {
  const homes = project.paths.filter((path) => /(^|\/)manage\.py$/.test(path)).map(directoryOf);
  for (const { path } of wsgi.importDirectories) {
    const nested = homes.filter((home) => home !== '').find((home) => path.endsWith(`/${home}`));
    if (nested !== undefined) return { directory: nested, root: path.slice(0, path.length - nested.length - 1) };
    if (homes.includes('') && path.split('/').length >= 4) return { directory: '', root: path };
  }
  return undefined;
}

function documentedNames(project: Project): Deployment['documented'] {
  const homes = new Set(['', ...project.paths.filter((path) => /(^|\/)manage\.py$/.test(path)).map(directoryOf)]);
  const found = new Map<string, Location>();
  for (const path of project.paths) {
    if (!isExampleEnvFile(path) || !homes.has(directoryOf(path))) continue;
    const file = project.file(path);
    for (const line of file ? readEnvFile(file) : []) if (!found.has(line.name)) found.set(line.name, line.at);
  }
  return [...found].map(([name, at]) => ({ name, at }));
}
