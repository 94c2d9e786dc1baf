/** Which files of a project look like settings modules, and what their names say they are for. */
import type { Project } from '@django-golive/core';
import { directoryOf } from './searched-files.js';

const settingNames =
  /^(?:INSTALLED_APPS|MIDDLEWARE(?:_CLASSES)?|DATABASES|SECRET_KEY|ALLOWED_HOSTS|ROOT_URLCONF|TEMPLATES|STATIC_URL|WSGI_APPLICATION|DEBUG|CACHES|LANGUAGE_CODE|TIME_ZONE|AUTH_USER_MODEL)\s*(?::[^=\n]+)?=/gm;
/** The same names in the body of a class, for settings that are made of classes. */
const inClass = new RegExp(settingNames.source.replace('^', '^(?: {2}| {4}|\\t)'), 'gm');
const starImport = /^from\s+\.*[\w.]*\s+import\s+(?:\(\s*)?\*/m;
const settingsPath = /(^|\/)(?:\w*settings\w*\.py|(?:settings|conf|config)\/(?:\w+\/)?\w+\.py)$/i;

const production =
  /(?:^|_)(?:production|prod|prd|live|deploy|deployment|deployed|heroku|pythonanywhere|product)(?:_|$)/i;
const development =
  /(?:^|_)(?:dev|devel|develop|development|local|localhost|debug|test|tests|testing|ci|unittest|pytest|e2e|docs)(?:_|$)/i;

/** Whether a file reads like a settings module: by where it lies, and by what it assigns. */
export function looksLikeSettings(project: Project, path: string): boolean {
  if (!settingsPath.test(path)) return false;
  const text = project.file(path)?.text ?? '';
  const isOfClasses = /^class\s/m.test(text);
  const matches = [...text.matchAll(settingNames), ...(isOfClasses ? text.matchAll(inClass) : [])];
  const assigned = new Set(matches.map(([match]) => match.trim().split(/[\s:=]/)[0]));
  if (assigned.size >= 2) return true;
  const inSettings = /(^|\/)settings\/[^/]+$/.test(path) || /settings/i.test(path.slice(path.lastIndexOf('/') + 1));
  return inSettings && starImport.test(text) && !path.endsWith('__init__.py');
}

/** Whether the last part of a module's name says that it is meant for production. */
export function namesProduction(module: string): boolean {
  return production.test(lastPart(module)) && !development.test(lastPart(module));
}

/** Whether it says that others are built on it. */
export function namesFoundation(module: string): boolean {
  return /^(?:base|common|defaults?|shared|global)$/.test(lastPart(module));
}

/** Whether it says that it is meant for development or tests. */
export function namesDevelopment(module: string): boolean {
  return development.test(lastPart(module));
}

/** Whether a module is meant for development: by its name, or as a package that only hands on the names of such a one. */
export function isForDevelopment(project: Project, module: string, path: string): boolean {
  if (namesDevelopment(module)) return true;
  if (!path.endsWith('__init__.py')) return false;
  const code = (project.file(path)?.text ?? '').split(/\r\n|\r|\n/).filter((line) => !/^\s*(?:#.*)?$/.test(line));
  const handed = code.map((line) => /^from\s+[\w.]*?(\w+)\s+import\s+\*\s*(?:#.*)?$/.exec(line)?.[1]);
  const isHere = (name: string) => project.file(`${directoryOf(path)}/${name}.py`) !== undefined;
  return handed.length > 0 && handed.every((name) => name !== undefined && namesDevelopment(name) && isHere(name));
}

/** Whether a package's `__init__.py` has no code at all: what Django would load of it is nothing. */
export function isEmptyPackage(project: Project, path: string): boolean {
  if (!path.endsWith('__init__.py')) return false;
  const text = project.file(path)?.text ?? '';
  return text
    .replace(/^\s*(?:"""[\s\S]*?"""|'''[\s\S]*?''')/, '')
    .split(/\r\n|\r|\n/)
    .every((line) => /^\s*(?:#.*)?$/.test(line));
}

/** The settings modules beside a module or inside its package. */
export function siblings(settingsPaths: readonly string[], path: string): readonly string[] {
  const directory = directoryOf(path);
  return settingsPaths.filter((other) => other !== path && directoryOf(other) === directory);
}

function lastPart(module: string): string {
  return module.slice(module.lastIndexOf('.') + 1);
}
