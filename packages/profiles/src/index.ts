/** `@django-golive/profiles`: deployment targets, what each one reads, demands and lists. */
export { appJson, type AppAddon, type AppJson, type AppVariable } from './files/app-json.js';
export { procfile, type Procfile, type ProcfileEntry, type ProcfileSearch } from './files/procfile.js';
export { pythonVersionFiles, type PythonVersionFile, type PythonVersionFiles, type VersionFault } from './files/python-version.js';
export { heroku } from './heroku/profile.js';
export { pythonanywhere } from './pythonanywhere/profile.js';
export { wsgiFile, type WsgiFile } from './pythonanywhere/wsgi-file.js';
export { profiles } from './profiles.js';
