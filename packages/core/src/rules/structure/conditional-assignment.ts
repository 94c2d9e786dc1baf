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
  const indent = (line: string): number => line.search(/[^ \t]/);
  const depth = indent(lines[index] ?? '');
  for (let above = index - 1; above >= 0; above -= 1) {
    const line = lines[above] ?? '';
    const its = indent(line);
    if (its < 0 || its >= depth || /^[ \t]*(#|[\])}])/.test(line)) continue;
    return /^[ \t]*class\b/.test(line);
  }
  return false;
}
