/** Parts of a site that take effect only where the settings or other code name them, and that nothing names. */
import { defineFact } from '../../fact.js';
import { project } from '../../facts/inputs.js';
import { type Setting, type Settings, settings } from '../../facts/settings.js';
import { type Source, type Sources, sources } from '../../facts/sources.js';
import { isKnown, lookup } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import { type Location, lineSpan, type Project } from '../../source.js';
import { inHome } from '../settings/environment-style.js';
import { hasFinalValues, openVariables } from '../settings/final-values.js';
import { middlewareOf } from '../settings/middleware.js';

/** What a class is for, by its bases and methods, and the setting that would name it. */
interface Part {
  readonly what: string;
  readonly setting: string;
  readonly fits: (bases: string, body: string) => boolean;
}

const parts: readonly Part[] = [
  {
    what: 'middleware',
    setting: 'MIDDLEWARE',
    fits: (bases, body) =>
      /\bMiddlewareMixin\b/.test(bases) ||
      (/def __init__\(\s*self\s*,\s*get_response\b/.test(body) && /def __call__\(\s*self\s*,\s*request\b/.test(body)),
  },
  {
    what: 'authentication backend',
    setting: 'AUTHENTICATION_BACKENDS',
    fits: (bases, body) => /\b(ModelBackend|BaseBackend)\b/.test(bases) && /def authenticate\(/.test(body),
  },
  { what: 'database router', setting: 'DATABASE_ROUTERS', fits: (_, body) => /def db_for_(read|write)\(/.test(body) },
  {
    what: 'password validator',
    setting: 'AUTH_PASSWORD_VALIDATORS',
    fits: (_, body) =>
      /def validate\(\s*self\s*,\s*password\s*,\s*user\s*=\s*None/.test(body) && /def get_help_text\(/.test(body),
  },
  {
    what: 'throttle',
    setting: "REST_FRAMEWORK['DEFAULT_THROTTLE_CLASSES']",
    fits: (bases) =>
      /\b(BaseThrottle|SimpleRateThrottle|AnonRateThrottle|UserRateThrottle|ScopedRateThrottle)\b/.test(bases),
  },
];

/** How often the name of each part stands in code and configuration, tests and comments left out. */
const timesNamed = defineFact({
  id: 'times-parts-are-named',
  needs: { project, sources },
  derive({ project, sources }): ReadonlyMap<string, number> {
    const counts = new Map(candidates(project, sources).map(({ name }) => [name, 0]));
    for (const path of counts.size > 0 ? project.paths : []) {
      if (!/\.(py|ya?ml|toml|json|ini|cfg|env|conf)$/.test(path) || tests.test(path)) continue;
      const text = project.file(path)?.text ?? '';
      if (text.length > 500_000) continue;
      for (const [word] of text.replace(/^[ \t]*#.*$/gm, '').matchAll(/\w+/g)) {
        const count = counts.get(word);
        if (count !== undefined) counts.set(word, count + 1);
      }
    }
    return counts;
  },
});

export const unconnected = defineRule({
  id: 'structure/unconnected',
  title: 'A part of the site is written and not connected',
  sound: 'The middleware, backends, routers and throttles of the site are connected',
  category: 'structure',
  severity: 'low',
  effort: minutes(15),
  risk: 'Somebody counts on a check, a limit or a log that never runs.',
  references: [cwe(1164), docs('topics/http/middleware', 'activating-middleware')],
  since: '0.1.0',
  needs: { project, settings, sources, timesNamed },
  problems: {
    class: 'Nothing names the {what} `{name}`, so it never runs.',
    receivers: '`{path}` connects receivers to signals, and nothing imports it, so they never run.',
  },
  questions: {
    given:
      'Nothing in the repository names the {what} `{name}`, and `{setting}` takes names from outside of it. Is it among them?',
    off: 'The {what} `{name}` is written, and commented out in line {line} of `{path}`. Is production meant to run without it?',
  },
  when: ({ project, settings, sources }) =>
    hasFinalValues(settings) && candidates(project, sources).length + receivers(project, sources).length > 0,
  *check({ project, settings, sources, timesNamed }, { problem, question }) {
    for (const { at, name, part } of candidates(project, sources)) {
      if ((timesNamed.get(name) ?? 0) > 1) continue;
      const setting = settingFor(settings, part);
      if (comesFromOutside(settings, setting, part)) {
        yield question(
          'given',
          { at, subject: `${at.path}:${name}` },
          { what: part.what, name, setting: part.setting },
        );
        continue;
      }
      const off = commentedOut(project, name);
      if (off) {
        const line = String(off.start.line);
        yield question('off', { at, subject: `${at.path}:${name}` }, { what: part.what, name, path: off.path, line });
        continue;
      }
      yield {
        ...problem('class', { at, subject: `${at.path}:${name}` }, { what: part.what, name }),
        confidence: 'firm',
        remedy: { summary: `Name it in \`${part.setting}\`, or delete it.`, ...inHome(settings, setting.name) },
      };
    }
    for (const { path, at, loaded } of receivers(project, sources)) {
      if (loaded !== 'no') continue;
      yield {
        ...problem('receivers', { at, subject: path }, { path }),
        confidence: 'firm',
        remedy: {
          summary: "Import the module in the `ready()` of the application's configuration, or delete it.",
          code: `def ready(self):\n    from . import ${path.slice(path.lastIndexOf('/') + 1, -3)}`,
          language: 'python',
          path: `${path.slice(0, path.lastIndexOf('/') + 1)}apps.py`,
        },
      };
    }
  },
});

/** Where somebody has switched it off: what is in a comment was named once, and on purpose is no more. */
function commentedOut(project: Project, name: string): Location | undefined {
  const line = new RegExp(`^[ \\t]*#.*['".]${name}['"]`, 'm');
  for (const path of project.paths) {
    const file = path.endsWith('.py') && !tests.test(path) ? project.file(path) : undefined;
    const match = file && line.exec(file.text);
    if (match) return file.at({ start: match.index, end: match.index + match[0].length });
  }
  return undefined;
}

/** The setting that would name it, under the name by which this Django reads it. */
function settingFor(settings: Settings, { setting }: Part): Setting {
  return setting === 'MIDDLEWARE' ? middlewareOf(settings) : settings.get(setting.replace(/\[.*$/, ''));
}

/** Whether the names in a setting are not known, or a variable may give others. */
function comesFromOutside(settings: Settings, setting: Setting, part: Part): boolean {
  const key = /'(\w+)'/.exec(part.setting)?.[1];
  const value = key === undefined ? setting.value : lookup(setting.value, key);
  if (!isKnown(setting.value) || (value !== undefined && !isKnown(value))) return true;
  return openVariables(settings, setting).some(
    (name) =>
      name.endsWith(key ?? setting.name) || settings.environment.find((read) => read.name === name)?.cast === 'list',
  );
}

/** The classes of the site's own code that something has to name. */
function candidates(project: Project, sources: Sources) {
  return sources.files.flatMap(({ aside, path }) => {
    const file = aside ? undefined : project.file(path);
    if (!file || !/\bclass\s/.test(file.text)) return [];
    return [
      ...file.text.matchAll(
        /^class[ \t]+(\w+)[ \t]*(?:\(([^)]*)\))?[ \t]*:(.*(?:\r?\n(?:[ \t].*|[ \t]*(?=\r?\n)))*)/gm,
      ),
    ].flatMap(([whole, name = '', bases = '', body = ''], _index, _all) => {
      const part = parts.find(({ fits }) => fits(bases, body));
      const start = part ? file.text.indexOf(whole) : -1;
      // One that others are built on is not meant to be named itself.
      if (!part || start < 0 || /^(Base|Abstract)|(Base|Mixin)$/.test(name)) return [];
      const line = file.text.slice(0, start).split(/\r\n|\r|\n/).length;
      return [{ name, part, at: file.at(lineSpan(file.text, line)) }];
    });
  });
}

/** The files that connect receivers as they are loaded. */
function receivers(project: Project, sources: Sources) {
  return sources.files.flatMap((source: Source) => {
    const file = source.aside || source.module === undefined ? undefined : project.file(source.path);
    const lines = file?.text.split(/\r\n|\r|\n/) ?? [];
    const index = lines.findIndex((line) => /^@receiver\(|^\w+\.connect\(\w/.test(line));
    return file && index >= 0 && /\bsignals?\b/.test(file.text)
      ? [{ path: source.path, loaded: source.loaded, at: file.at(lineSpan(file.text, index + 1)) }]
      : [];
  });
}

const tests =
  /(^|\/)(tests?|testing|node_modules)\/|(^|\/)(test_[^/]*|[^/]*_tests?|tests|conftest)\.py$|(^|\/)package(-lock)?\.json$/;
