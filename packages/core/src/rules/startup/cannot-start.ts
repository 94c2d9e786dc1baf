/** Settings that stop with an exception: nothing else matters until they do not. */
import { isSensitiveName, maskSource, maskText } from '../../describe.js';
import type { Evidence } from '../../fact.js';
import { dependencies } from '../../facts/dependencies.js';
import { entryPoints } from '../../facts/entry-points.js';
import { project } from '../../facts/inputs.js';
import { type Settings, type StartupError, settings, settingsUnset } from '../../facts/settings.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { type Location, lineSpan, type Project } from '../../source.js';
import { tellsOfLogging } from '../logging/handler-undefined.js';
import { namesOf } from '../settings/final-values.js';
import { wayOut } from './way-out.js';

export const cannotStart = defineRule({
  id: 'startup/cannot-start',
  title: 'Django would not start with these settings',
  sound: 'Django would start with these settings',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(30),
  risk: 'Every process of the site stops at once, the web server included.',
  references: [docs('topics/settings')],
  since: '0.1.0',
  needs: { dependencies, entryPoints, project, settings, settingsUnset },
  problems: { raises: 'Loading `{module}` stops with `{type}`: {message}' },
  questions: {
    overridden:
      'Loading `{module}` stops with `{type}` where `{path}`, which is not in the repository, does not prevent it: {message} Is that file on the server?',
  },
  strengths: { 'fails-safe': 'Without {variables} the settings stop with `{type}` instead of running on fallbacks.' },
  when: ({ settings }) => settings.path !== undefined && settings.startup.ok !== null,
  *check(facts, { problem, question, strength }) {
    const { entryPoints, project, settings, settingsUnset } = facts;
    const { startup } = settings;
    if (startup.ok === false) {
      const { error } = startup;
      // The rule that names the part says more than Python does.
      if (refusesLogging(error) && tellsOfLogging(settings)) return;
      const type = className(error.type);
      const web = entryPoints.production;
      const named =
        web?.at && web.module === settings.module
          ? [{ at: web.at, note: `Production loads \`${web.module}\`: ${web.reason}.` }]
          : [];
      const remedy = wayOut(facts, error);
      const assumed = assumedIn(settings, error);
      const about = {
        at: error.at,
        trail: [...named, ...assumed, ...(error.trail.length > 0 ? error.trail : blocksAround(project, error.at))],
        current: lineOf(project, error.at),
        subject: `${settings.module}:${type}`,
      };
      const data = { module: settings.module, type, message: sentence(maskText(error.message)) };
      const override = overrideOf(project, settings, error);
      if (override !== undefined) {
        yield question('overridden', about, { ...data, path: override });
        return;
      }
      yield {
        ...problem('raises', about, data),
        ...(assumed.length > 0 ? { confidence: 'firm' as const } : {}),
        ...(remedy ? { remedy } : {}),
      };
      return;
    }
    const required = settings.environment.filter((read) => read.required).map((read) => read.name);
    if (required.length === 0 || settingsUnset.startup.ok !== false) return;
    const { error } = settingsUnset.startup;
    // What is wrong with the code itself no variable mends.
    if (/(?:ModuleNotFound|Import|Syntax|Indentation|Name)Error$/.test(error.type)) return;
    const variables = required.length > 3 ? `any of ${required.length} variables` : namesOf(required);
    yield strength('fails-safe', { at: error.at, trail: error.trail }, { variables, type: className(error.type) });
  },
});

/** A file that a server may have and that could set what the exception finds missing or wrong. */
function overrideOf(
  project: Project,
  { overrides }: Settings,
  { at, setting, type }: StartupError,
): string | undefined {
  const asked = branchesAround(project, at);
  const wanted = overrides.find((override) => override.at.path === at.path && asked.includes(override.at.start.line));
  if (wanted) return wanted.path;
  if (setting === undefined && type !== 'NameError') return undefined;
  return overrides.find(
    (override) => setting !== undefined || override.at.path !== at.path || override.at.start.line < at.start.line,
  )?.path;
}

/** What production is taken to set that the exception speaks of: without it the settings may load. */
function assumedIn({ assumptions }: Settings, { at, message }: StartupError): readonly Evidence[] {
  return assumptions
    .filter(({ value }) => message.split(/[^\w-]+/).includes(value))
    .map(({ variable, value, why }) => ({ at, note: `\`${variable}\` is taken to be \`${value}\`: ${why}.` }));
}

const refusesLogging = ({ type, message }: StartupError): boolean =>
  type === 'ValueError' && /^(Unable to configure |dictionary doesn't specify|Unsupported version)/.test(message);

const className = (type: string): string => type.slice(type.lastIndexOf('.') + 1);

/** An exception's message as the end of a sentence; some are empty and some run over many lines. */
function sentence(message: string): string {
  const line = message.replace(/\s+/g, ' ').trim();
  const short = line.length > 240 ? `${line.slice(0, 239)}…` : line;
  return short === '' ? 'no message.' : /[.!?…]$/.test(short) ? short : `${short}.`;
}

/** The first line of what stopped. Where a name of its statement asks for secrecy, every literal in it is masked. */
function lineOf(project: Project, at: Location): string {
  const lines = project.file(at.path)?.text.split(/\r\n|\r|\n/) ?? [];
  const line = lines[at.start.line - 1] ?? '';
  let name = '';
  for (let index = at.start.line - 1; index >= 0 && name === ''; index -= 1) {
    const words = lines[index]?.slice(0, 400).match(/[A-Za-z_]\w*(?=['"]?\s*[:=(])/g) ?? [];
    name = words.find(isSensitiveName) ?? '';
    if (/^[^\s)\]}]/.test(lines[index] ?? '')) break;
  }
  const text = maskSource(name, line.trim());
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}

/** The lines of all conditions that decide whether a line runs, those of the branches before its own too. */
function branchesAround(project: Project, at: Location): readonly number[] {
  const lines = project.file(at.path)?.text.split(/\r\n|\r|\n/) ?? [];
  const found: number[] = [];
  let [depth, isBelow] = [indentOf(lines[at.start.line - 1] ?? ''), false];
  for (let index = at.start.line - 2; index >= 0 && (depth > 0 || isBelow); index -= 1) {
    const line = lines[index] ?? '';
    if (line.trim() === '' || line.trim().startsWith('#') || indentOf(line) > depth) continue;
    const [, word] = /^\s*(if|elif|else)\b/.exec(line) ?? [];
    if (indentOf(line) === depth && !isBelow) continue;
    depth = indentOf(line);
    if (word !== undefined) found.push(index + 1);
    isBelow = word === 'elif' || word === 'else';
  }
  return found;
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** The conditions around a line, outermost first: they hold in production, or the line would not have run. */
function blocksAround(project: Project, at: Location): readonly Evidence[] {
  const file = project.file(at.path);
  const lines = file?.text.split(/\r\n|\r|\n/) ?? [];
  let depth = indentOf(lines[at.start.line - 1] ?? '');
  const found: Evidence[] = [];
  for (let index = at.start.line - 2; file && depth > 0 && index >= 0; index -= 1) {
    const line = lines[index] ?? '';
    if (line.trim() === '' || line.trim().startsWith('#') || indentOf(line) >= depth) continue;
    // What a function's callers are cannot be seen from here.
    if (/^\s*(async\s+)?(def|class)\b/.test(line)) return [];
    depth = indentOf(line);
    if (/^\s*(if|elif|else)\b.*:/.test(line))
      found.unshift({ at: file.at(lineSpan(file.text, index + 1)), note: 'This block runs in production.' });
  }
  return found;
}
