/** What would let settings start again, where the files show it. */
import type { Dependencies } from '../../facts/dependencies.js';
import type { Settings, StartupError } from '../../facts/settings.js';
import type { Remedy } from '../../rule.js';
import { lineSpan, type Project } from '../../source.js';
import { namesOf } from '../settings/final-values.js';

/** Names that everybody takes from the same place. */
const imports: Readonly<Record<string, string>> = {
  os: 'import os',
  sys: 'import sys',
  re: 'import re',
  json: 'import json',
  logging: 'import logging',
  socket: 'import socket',
  datetime: 'import datetime',
  Path: 'from pathlib import Path',
  timedelta: 'from datetime import timedelta',
  dj_database_url: 'import dj_database_url',
  load_dotenv: 'from dotenv import load_dotenv',
  sentry_sdk: 'import sentry_sdk',
  gettext_lazy: 'from django.utils.translation import gettext_lazy',
};
const otherWords: Readonly<Record<string, string>> = { true: 'True', false: 'False', null: 'None', none: 'None' };

/** The remedy, where one follows from the exception and the files. */
export function wayOut(
  facts: { readonly dependencies: Dependencies; readonly project: Project; readonly settings: Settings },
  error: StartupError,
): Remedy | undefined {
  const { path } = error.at;
  const type = error.type.slice(error.type.lastIndexOf('.') + 1);
  const line = error.at.start.line;
  const name = /^name '(\w+)' is not defined/.exec(error.message)?.[1];
  if (type === 'NameError' && name !== undefined) return definition(facts.project, name, path, line);
  const missing = /^No module named '([\w.]+)'/.exec(error.message)?.[1];
  if (type === 'ModuleNotFoundError' && missing !== undefined) return installation(facts, missing, path);
  const wrong = /^The (\w+) setting must be a list or a tuple/.exec(error.message)?.[1];
  if (wrong !== undefined) return { summary: `Write \`${wrong}\` as a list.`, path };
  const entry = /^'(\w+)' object has no attribute '(?:rpartition|rsplit|startswith)'/.exec(error.message)?.[1];
  if (entry !== undefined && (error.setting === 'INSTALLED_APPS' || error.setting === 'MIDDLEWARE')) {
    const shown = entry === 'ellipsis' ? '`...`, which stands for no entry,' : `the entry of type \`${entry}\``;
    return { summary: `Take ${shown} out of \`${error.setting}\`: each entry is a text.`, path };
  }
  const option = /^(?:config|parse)\(\) got an unexpected keyword argument '(\w+)'/.exec(error.message)?.[1];
  const newer = option === undefined ? undefined : newerReader(facts.dependencies, option);
  if (newer) return newer;
  const zone = /^Incorrect timezone setting: (.+)$/.exec(error.message)?.[1];
  if (zone !== undefined) return rightZone(zone, path);
  const asked = facts.settings.environment.filter(
    (read) =>
      read.required && read.given === undefined && new RegExp(`(?<!\\w)${read.name}(?!\\w)`).test(error.message),
  );
  if (asked.length > 0) {
    return { summary: `Give ${namesOf(asked.map((read) => read.name))} to the processes of production.` };
  }
  return undefined;
}

/** The name of a time zone as its database writes it: most often only the capitals are wrong. */
function rightZone(zone: string, path: string): Remedy {
  const known = zoneNamed(zone.trim());
  return {
    summary:
      known === undefined
        ? 'Write a name of the time zone database, such as `Europe/Berlin` for Berlin, capitals included.'
        : `Write the name as the time zone database has it, capitals included: \`${known}\`.`,
    path,
    ...(known === undefined ? {} : { code: `TIME_ZONE = '${known}'`, language: 'python' }),
  };
}

/** The zone that a text means, whatever its capitals; `undefined` where there is none. */
function zoneNamed(text: string): string | undefined {
  try {
    const own = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
    if (own.toLowerCase() === text.toLowerCase()) return own;
    // Of two names for one place the other one may come back.
    return text
      .toLowerCase()
      .replace(/(^|[/_])([a-z])/g, (_all, before: string, first: string) => before + first.toUpperCase());
  } catch {
    return undefined;
  }
}

/** The releases of dj-database-url with which options of its functions came. */
const since: Readonly<Record<string, string>> = {
  conn_max_age: '0.4.0',
  ssl_require: '0.5.0',
  conn_health_checks: '1.2.0',
  disable_server_side_cursors: '2.2.0',
  test_options: '1.2.0',
};

/** A release of dj-database-url that takes an option which the pinned one refuses. */
function newerReader({ get }: Dependencies, option: string): Remedy | undefined {
  const reader = get('dj-database-url');
  const first = Object.hasOwn(since, option) ? since[option] : undefined;
  if (reader === undefined || first === undefined) return undefined;
  const known = reader.version === undefined ? 'the declared one' : `${reader.version}`;
  return {
    summary: `Install dj-database-url ${first} or later: ${known} does not take \`${option}\`.`,
    code: `dj-database-url>=${first}`,
    language: 'text',
    path: reader.at.path,
  };
}

function definition(project: Project, name: string, path: string, line: number): Remedy {
  const word = Object.hasOwn(otherWords, name) ? otherWords[name] : undefined;
  if (word !== undefined) return { summary: `Write \`${word}\`, as Python does, for \`${name}\`.`, path };
  const later = assignmentOf(project, path, name);
  if (later !== undefined && later > line) {
    const summary = `\`${name}\` is assigned in line ${later}, after its use in line ${line}: move the use below the assignment.`;
    return { summary, path };
  }
  const known = Object.hasOwn(imports, name) ? imports[name] : undefined;
  if (known !== undefined)
    return {
      summary: `Import \`${name}\` before line ${line}.`,
      code: known,
      language: 'python',
      path,
      ...firstImport(project, path, line),
    };
  const directory = path.slice(0, path.lastIndexOf('/') + 1);
  const others = project.paths.filter(
    (other) =>
      other !== path &&
      other.endsWith('.py') &&
      other.startsWith(directory) &&
      !other.slice(directory.length).includes('/') &&
      assignmentOf(project, other, name) !== undefined,
  );
  const [other] = others;
  return other !== undefined && others.length === 1
    ? { summary: `Import \`${name}\` from \`${other}\`, which defines it, before line ${line}.`, path }
    : { summary: `Define or import \`${name}\` before line ${line}.`, path };
}

/** Before the first import of the module, or before what stopped where there is none. */
function firstImport(project: Project, path: string, line: number): Partial<Remedy> {
  const file = project.file(path);
  const lines = file?.text.split(/\r\n|\r|\n/) ?? [];
  const found = lines.findIndex((text) => /^(import|from) (?!__future__)/.test(text)) + 1;
  const at = file?.at(lineSpan(file.text, found > 0 && found < line ? found : line));
  return at ? { place: 'before', at } : {};
}

/** The line on which a module itself first assigns a name, outside of every block. */
function assignmentOf(project: Project, path: string, name: string): number | undefined {
  const lines = project.file(path)?.text.split(/\r\n|\r|\n/) ?? [];
  const assignment = new RegExp(`^${name}\\s*(:[^=]*)?=(?!=)`);
  const index = lines.findIndex((text) => text.length < 4000 && assignment.test(text));
  return index < 0 ? undefined : index + 1;
}

function installation(
  { dependencies, project }: { readonly dependencies: Dependencies; readonly project: Project },
  module: string,
  path: string,
): Remedy {
  const [top = module] = module.split('.');
  // A package of the project lacks a module of its own: no distribution brings it.
  const own = project.paths.some((file) => file === `${top}/__init__.py` || file.endsWith(`/${top}/__init__.py`));
  const [distribution] = own && top !== module ? [] : dependencies.providing(top);
  return distribution === undefined || dependencies.get(distribution) !== undefined
    ? { summary: `Put \`${module}\` where Python finds it, or take its import out.`, path }
    : { summary: `Declare \`${distribution}\`, which brings \`${module}\`, among the packages of production.`, path };
}
