/** Settings as one JSON document: what `golive settings --format json` prints. */
import {
  isSensitiveName,
  maskText,
  type Setting,
  type Settings,
  type Startup,
  settledBy,
  type Value,
  withoutRoot,
} from '@django-golive/core';
import { djangoDefaultNames } from './django/defaults.js';
import { type Encoding, encodeValue, type Json, whyUnknown } from './encode.js';

/** Every setting the project assigns and every default beside them, the startup verdict, checks and environment. */
export function describeSettings(settings: Settings, encoding: Encoding): Json {
  const names = new Set([...settings.names, ...djangoDefaultNames(settings.django)]);
  const described: [string, Json][] = [...names]
    .sort()
    .map((name) => settings.get(name))
    .filter(({ origin }) => origin !== 'absent')
    .map((setting) => [setting.name, describeSetting(setting, encoding)]);
  return {
    module: settings.module,
    django: settings.django,
    startup: describeStartup(settings.startup),
    settings: Object.fromEntries(described),
    checks: settings.checks,
    silenced: settings.silencedChecks,
    undecided: settings.undecidedChecks.map(({ id, why }) => ({ id, why: maskText(why) })),
    overrides: settings.overrides.map(({ path, at }) => ({ path, readAt: { path: at.path, line: at.start.line } })),
    environment: settings.environment.map(({ name, required, default: fallback, reads }) => ({
      name,
      required,
      ...(fallback ? { default: encodeValue(name, fallback, encoding) } : {}),
      reads: reads.map(({ path, start }) => ({ path, line: start.line })),
    })),
    assumptions: settings.assumptions.map(({ variable, value, why }) => ({
      variable,
      value: assumed(variable, value),
      why,
    })),
  };
}

/** One setting: where it comes from, what it is or why that is not known, and the lines that made it so, in order. */
export function describeSetting(setting: Setting, encoding: Encoding): Json {
  const { name, value, origin, reads } = setting;
  const trail = setting.trail.map(({ at, note }) => ({
    path: at.path,
    line: at.start.line,
    note: withoutRoot(maskText(note)),
  }));
  const account = origin === 'assigned' ? { trail, reads } : {};
  const settle = settledBy(value);
  const open = settle === undefined ? {} : { settle };
  if (value.kind !== 'unknown' && value.kind !== 'choice') {
    return { origin, known: true, value: encodeValue(name, value, encoding), ...open, ...account };
  }
  const at = placeOf(value) ?? setting.at;
  const options =
    value.kind === 'choice' ? { options: value.options.map((one) => encodeValue(name, one, encoding)) } : {};
  const why = withoutRoot(whyUnknown(value));
  return { origin, known: false, why, ...options, path: at.path, line: at.start.line, ...open, ...account };
}

function describeStartup(startup: Startup): Json {
  if (startup.ok === true) return { ok: true };
  if (startup.ok === null) return { ok: null, why: withoutRoot(maskText(startup.why)) };
  const { type, message, at } = startup.error;
  return {
    ok: false,
    error: { type, message: withoutRoot(maskText(message)), path: at.path, line: at.start.line },
  };
}

/** Where a value became unknown. */
function placeOf(value: Value): Setting['at'] | undefined {
  if (value.kind === 'unknown') return value.at;
  if (value.kind !== 'choice') return undefined;
  return value.options.map(placeOf).find((at) => at !== undefined);
}

function assumed(variable: string, value: string): string {
  return isSensitiveName(variable) ? maskText(value) : value;
}
