/** `@django-golive/profiles`: deployment targets, what each one reads, demands and lists. */
export { apacheUbuntu } from './apache-ubuntu/profile.js';
export {
  type ApacheSites,
  apacheSites,
  type DaemonProcess,
  type VirtualHost,
  type WsgiScript,
} from './apache-ubuntu/virtual-hosts.js';
export { item } from './checklist-item.js';
export { weighed, without } from './core-rules.js';
export { type ComposeFiles, composeFiles } from './docker/compose-files.js';
export { type Container, type Containers, containers } from './docker/containers.js';
export { type Dockerfiles, dockerfiles } from './docker/dockerfiles.js';
export { docker } from './docker/profile.js';
export { type AppAddon, type AppJson, type AppVariable, appJson } from './files/app-json.js';
export { type FlyConfig, flyConfig } from './files/fly-config.js';
export { type Procfile, type ProcfileEntry, type ProcfileSearch, procfile } from './files/procfile.js';
export {
  type PythonVersionFile,
  type PythonVersionFiles,
  pythonVersionFiles,
  type VersionFault,
} from './files/python-version.js';
export { type RailwayConfig, railwayConfig } from './files/railway-config.js';
export { type Blueprint, type BlueprintService, type BlueprintVariable, blueprint } from './files/render-blueprint.js';
export { fly } from './fly/profile.js';
export { heroku } from './heroku/profile.js';
export { nginxGunicorn } from './nginx-gunicorn/profile.js';
export { processOfLine } from './platform/process.js';
export { profiles } from './profiles.js';
export { publicHosts } from './public-hosts.js';
export { pythonanywhere } from './pythonanywhere/profile.js';
export { type WsgiFile, wsgiFile } from './pythonanywhere/wsgi-file.js';
export { railway } from './railway/profile.js';
export { render } from './render/profile.js';
export { shellWord } from './shell-word.js';
