/** The settings of a storage of either generation, rewritten word for word as STORAGES. */
import { maskText } from '../../describe.js';
import type { Setting, Settings } from '../../facts/settings.js';
import { isAssigned, stringOf } from '../../facts/value-reading.js';
import type { Remedy } from '../../rule.js';
import type { Project } from '../../source.js';

/** For a setting that names a storage; the other old settings want a person. */
export function storagesRemedy(project: Project, name: string, settings: Settings): Remedy | undefined {
  if (!name.endsWith('_STORAGE')) return undefined;
  const backend = (setting: string, otherwise: string): string | undefined => {
    const found = settings.get(setting);
    if (!isAssigned(found)) return `'${otherwise}'`;
    const known = stringOf(found.value);
    return found.reads.length === 0 && known !== undefined ? `'${maskText(known)}'` : writtenIn(project, found);
  };
  const other = name === 'STATICFILES_STORAGE' ? 'DEFAULT_FILE_STORAGE' : 'STATICFILES_STORAGE';
  const files = backend('DEFAULT_FILE_STORAGE', 'django.core.files.storage.FileSystemStorage');
  const statics = backend('STATICFILES_STORAGE', 'django.contrib.staticfiles.storage.StaticFilesStorage');
  const lines = assignments(project, settings);
  const all = lines.length > 1 ? `all of the old settings (${shownLines(lines)})` : 'the old settings';
  const summary = `Name both storages in STORAGES and delete ${all}.${otherReads(project, settings)}`;
  const { path } = settings.get(name).at;
  if (files === undefined || statics === undefined) return { summary, path };
  return {
    summary,
    code: `STORAGES = {\n    'default': {'BACKEND': ${files}},\n    'staticfiles': {'BACKEND': ${statics}},\n}`,
    language: 'python',
    path,
    // Django refuses both ways beside each other.
    place: isAssigned(settings.get(other)) || lines.length > 1 ? 'part' : 'instead',
    at: settings.get(name).at,
  };
}

/** What an assignment of one line takes from the environment, as it is written. */
function writtenIn(project: Project, { name, at }: Setting): string | undefined {
  const text = project.file(at.path)?.text.slice(at.span.start, at.span.end) ?? '';
  const [, written] = new RegExp(`^${name}\\s*=\\s*([^\\n#]+)$`).exec(text.trim()) ?? [];
  return written !== undefined && !isSensitiveText(written) ? written.trim() : undefined;
}

/** A fallback that is a secret would be one of a storage's name, which nobody writes; what is masked is left out all the same. */
const isSensitiveText = (text: string): boolean => maskText(text) !== text;

/** Whether a storage of static files, by its name, keeps them on the machine itself, as the default does. */
export function isLocalStorage(name: string | undefined): boolean {
  return /^(whitenoise\.(storage|django)|django\.contrib\.staticfiles\.storage)\./.test(name ?? '');
}

interface Line {
  readonly path: string;
  readonly line: number;
}

/** Every line that sets one of the old settings: Django refuses any that is left beside STORAGES. */
function assignments(project: Project, settings: Settings): readonly Line[] {
  return settings.files.flatMap((path) =>
    (project.file(path)?.text ?? '')
      .split(/\r\n|\r|\n/)
      .flatMap((text, index) =>
        /^[ \t]*(DEFAULT_FILE_STORAGE|STATICFILES_STORAGE)[ \t]*(:[^=]+)?=(?!=)/.test(text)
          ? [{ path, line: index + 1 }]
          : [],
      ),
  );
}

function shownLines(lines: readonly Line[]): string {
  return [...new Set(lines.map(({ path }) => path))]
    .map((path) => {
      const own = lines.filter((one) => one.path === path).map(({ line }) => String(line));
      const last = own.pop() ?? '';
      return own.length === 0 ? `\`${path}\`, line ${last}` : `\`${path}\`, lines ${own.join(', ')} and ${last}`;
    })
    .join('; ');
}

/** Lines of the settings that read an old name: without it they stop with NameError. */
function otherReads(project: Project, settings: Settings): string {
  const places = settings.files.flatMap((path) =>
    (project.file(path)?.text ?? '')
      .split(/\r\n|\r|\n/)
      .flatMap((line, index) =>
        /^[^#'"]*[=([,]\s*(DEFAULT_FILE_STORAGE|STATICFILES_STORAGE)\b(?!\s*=[^=])/.test(line)
          ? [`${path}:${index + 1}`]
          : [],
      ),
  );
  return places.length === 0 ? '' : ` What reads them goes along: ${places.join(', ')}.`;
}
