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
  return settings.files.some((path) =>
    (project.file(path)?.text ?? '')
      .split(/\r\n|\r|\n/)
      .some((line, index) => assignment.test(line) && !own.has(`${path}:${index + 1}`)),
  );
}
