/** Assignments under a condition that was not met: with another environment they might be in force. */
import type { Setting, Settings } from '../../facts/settings.js';
import type { Project } from '../../source.js';

/** Whether a settings file gives the setting another value in a block that the evaluation passed by. */
export function hasOtherBranch(project: Project, settings: Settings, setting: Setting): boolean {
  const own = new Set([
    `${setting.at.path}:${setting.at.start.line}`,
    ...setting.trail.map(({ at }) => `${at.path}:${at.start.line}`),
  ]);
  const assignment = new RegExp(`^[ \\t]+${setting.name}\\s*(\\[[^\\]]*\\]\\s*)*(:[^=]+)?=(?!=)`);
  return settings.files.some((path) => {
    const lines = (project.file(path)?.text ?? '').split(/\r\n|\r|\n/);
    return lines.some(
      (line, index) => assignment.test(line) && !own.has(`${path}:${index + 1}`) && !isInClass(lines, index),
    );
  });
}

/** Whether a line stands in the body of a class itself: which classes count is decided by the name of one, not there. */
function isInClass(lines: readonly string[], index: number): boolean {
  const depth = indentOf(lines[index] ?? '');
  for (let above = index - 1; above >= 0; above -= 1) {
    const line = lines[above] ?? '';
    const its = indentOf(line);
    if (its < 0 || its >= depth || /^[ \t]*(#|[\])}])/.test(line)) continue;
    return /^[ \t]*class\b/.test(line);
  }
  return false;
}

/** Whether every line of the settings that spells a text out stands under a condition. */
export function isOnlyUnderCondition(project: Project, settings: Settings, text: string): boolean {
  const under = settings.files.flatMap((path) => {
    const lines = (project.file(path)?.text ?? '').split(/\r\n|\r|\n/);
    return lines.flatMap((line, index) =>
      line.includes(`'${text}'`) || line.includes(`"${text}"`) ? [isUnderCondition(lines, index)] : [],
    );
  });
  return under.length > 0 && under.every((one) => one);
}

function isUnderCondition(lines: readonly string[], index: number): boolean {
  if (/\bif\b/.test(lines[index] ?? '')) return true;
  let depth = indentOf(lines[index] ?? '');
  for (let above = index - 1; above >= 0 && depth > 0; above -= 1) {
    const line = lines[above] ?? '';
    if (/^[ \t]*(#|$)/.test(line) || indentOf(line) >= depth) continue;
    depth = indentOf(line);
    if (/^[ \t]*(if|elif|else)\b/.test(line)) return true;
  }
  return false;
}

const indentOf = (line: string): number => line.search(/[^ \t]/);
