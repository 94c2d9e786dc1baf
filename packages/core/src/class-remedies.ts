/** Settings of django-configurations: what is to be written for them stands in a class. */
import type { Checked } from './check.js';
import { attempt, eachProblem } from './doubt.js';
import type { FactReader } from './fact.js';
import { type Settings, settings } from './facts/settings.js';
import { stringOf } from './facts/value-reading.js';
import type { Remedy } from './rule.js';
import type { Project } from './source.js';

/** A line that gives a setting a value, or changes the one that it has. */
const writes = /^([A-Z][A-Z0-9_]+)(\s*\+=|\[)?/;

/** The same verdicts, with remedies that work where the settings are a class. */
export function remediesInClass(checked: readonly Checked[], project: Project, read: FactReader): readonly Checked[] {
  const found = attempt(() => read(settings));
  if (found?.get('CONFIGURATION').origin !== 'assigned') return checked;
  return checked.map((item) =>
    eachProblem(item, (verdict) =>
      verdict.remedy ? { ...verdict, remedy: inClass(project, found, verdict.remedy) } : verdict,
    ),
  );
}

/** The same remedy, with its lines in the class: a line of the module would give way to the class's own value, Django's default at least. */
function inClass(project: Project, settings: Settings, remedy: Remedy): Remedy {
  const { code, language, path } = remedy;
  const chosen = settings.get('CONFIGURATION');
  const name = stringOf(chosen.value)?.split('.').at(-1);
  if (name === undefined || code === undefined || language !== 'python') return remedy;
  if (path === undefined || !settings.files.includes(path)) return remedy;
  const lines = code.split('\n');
  if (!lines.some((line) => writes.test(line))) return remedy;
  const outside = lines.filter((line) => /^(import|from) /.test(line));
  const inside = lines.filter((line) => !/^(import|from) /.test(line)).join('\n');
  const text = project.file(chosen.at.path)?.text ?? '';
  const { bases, gives } = classIn(text, name);
  // In the body of a class the names of its bases are not known by themselves.
  const changed = lines.flatMap((line) => {
    const [, setting = '', change] = writes.exec(line) ?? [];
    return change === undefined || gives(setting) || code.includes(`${setting} = `) ? [] : [setting];
  });
  const copies = [...new Set(changed)].map((setting) => {
    const base = bases.find((one) => classIn(text, one).gives(setting)) ?? bases.at(-1) ?? '…';
    return `${setting} = copy.deepcopy(${base}.${setting})`;
  });
  const imports = [...(copies.length > 0 ? ['import copy'] : []), ...outside];
  const body = [...copies, inside.replace(/^\n+/, '')].join('\n').replace(/^(?=.)/gm, '    ');
  return {
    ...remedy,
    summary: `${remedy.summary} Write it in \`class ${name}\`: outside it, it has no effect.`,
    code: `${imports.length > 0 ? `${imports.join('\n')}\n\n` : ''}class ${name}(${bases.join(', ') || '…'}):\n    # … what is there now\n${body}`,
    path: chosen.at.path,
  };
}

/** A class as a file has it: its bases, and whether its own body gives a name a value. */
function classIn(text: string, name: string) {
  const head = new RegExp(`^class ${name}\\b(?:\\(([^)]*)\\))?.*:.*\\n((?:[ \\t].*\\n?|\\r?\\n)*)`, 'm').exec(text);
  const own = new Set([...(head?.[2] ?? '').matchAll(/^[ \t]+(\w+)[ \t]*[:=]/gm)].map(([, found]) => found));
  const bases = (head?.[1] ?? '').split(',').map((base) => base.trim());
  return { bases: bases.filter((base) => base !== ''), gives: (setting: string): boolean => own.has(setting) };
}
