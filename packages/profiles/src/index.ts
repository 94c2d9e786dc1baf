/** `@django-golive/profiles`: deployment targets, what each one reads, demands and lists. */
export { apacheUbuntu } from './apache-ubuntu/profile.js';
export { apacheSites, type ApacheSites, type DaemonProcess, type VirtualHost, type WsgiScript } from './apache-ubuntu/virtual-hosts.js';
export { composeFiles, type ComposeFiles } from './docker/compose-files.js';
export { containers, type Container, type Containers } from './docker/containers.js';
export { dockerfiles, type Dockerfiles } from './docker/dockerfiles.js';
export { docker } from './docker/profile.js';
export { appJson, type AppAddon, type AppJson, type AppVariable } from './files/app-json.js';
export { procfile, type Procfile, type ProcfileEntry, type ProcfileSearch } from './files/procfile.js';
export { pythonVersionFiles, type PythonVersionFile, type PythonVersionFiles, type VersionFault } from './files/python-version.js';
export { heroku } from './heroku/profile.js';
export { pythonanywhere } from './pythonanywhere/profile.js';
export { wsgiFile, type WsgiFile } from './pythonanywhere/wsgi-file.js';
export { profiles } from './profiles.js';
