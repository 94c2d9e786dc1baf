/** Environment files of a project: which of them are meant to hold production's secrets. */
import { isSensitiveName, looksLikeCredential } from '../../describe.js';
import type { Settings } from '../../facts/settings.js';
import { type Location, lineSpan, type Project } from '../../source.js';
import { isLocalUrl, looksMade } from './placeholder.js';

const environmentFile = /(^|\/)(\.env(\.[\w-]+)*|[\w-]*\.env|\.envrc|\.envs\/.+)$/;
const notProduction =
  /(^|[/._-])(example|examples|exmp|exemplo|ejemplo|exemple|esempio|beispiel|sample|template|tmpl|tpl|dist|default|defaults|test|tests|testing|ci|local|dev|develop|development|docs?|fixtures?|demo)([/._-]|$)/i;

/** Whether a path is an environment file that a deployment would read. Examples and files for development are not. */
export function isEnvironmentFile(path: string): boolean {
  return environmentFile.test(path) && !notProduction.test(path);
}

/** The environment files of a project that a deployment would read, and whichever else production's settings take values from. */
export function environmentFiles(project: Project, settings: Pick<Settings, 'environment'>): readonly string[] {
  const read = new Set(settings.environment.flatMap(({ given }) => given?.at?.path ?? []));
  return project.paths.filter((path) => isEnvironmentFile(path) || (read.has(path) && environmentFile.test(path)));
}

/** A line that gives a variable a value that looks like a real credential. The value itself is not handed on. */
export interface SecretLine {
  readonly name: string;
  readonly at: Location;
}

/** The lines of an environment file that hold credentials. */
export function secretLines(project: Project, path: string): readonly SecretLine[] {
  const file = project.file(path);
  if (!file) return [];
  return file.text.split(/\r\n|\r|\n/).flatMap((line, index) => {
    if (line.length > 4000) return [];
    const [, name = '', raw = ''] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*)$/.exec(line) ?? [];
    const value = raw.replace(/^(['"])(.*)\1\s*(#.*)?$/, '$2').trim();
    if (name === '' || value === '' || !isSecret(name, value)) return [];
    return [{ name, at: file.at(lineSpan(file.text, index + 1)) }];
  });
}

/** Whether a value under a name is a credential that works somewhere. */
export function isSecret(name: string, value: string): boolean {
  if (/^\w[\w+.-]*:\/\//.test(value)) return looksLikeCredential(value) && !isLocalUrl(value);
  if (looksLikeCredential(value)) return !/EXAMPLE/.test(value);
  return isSensitiveName(name) && !isPublicName(name) && looksMade(value);
}

/** Names whose values are shown to every visitor, or that only say where a secret is. */
export function isPublicName(name: string): boolean {
  return /PUBLIC|PUBLISHABLE|SITE_?KEY|CLIENT_?ID|(_|^)(URL|URI|PATH|FILE|DIR|NAME|HEADER|FIELD|PREFIX|ALGORITHM|AGE|TIMEOUT|EXPIR\w*|LIFETIME|HOST|PORT|USER|USERNAME|EMAIL|ENDPOINT|REGION|CLASS|BACKEND|MODEL|TYPE|SCOPE|ISSUER|AUDIENCE|LIMIT|RATE|COUNT|SIZE|LENGTH|DAYS|HOURS|MINUTES|SECONDS|ENABLED|VERSION|FORMAT)$/i.test(
    name,
  );
}
