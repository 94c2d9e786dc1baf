/** Where a setting is assigned, as opposed to the lines that change what was assigned. */
import type { Setting } from '../../facts/settings.js';
import type { Location, Project } from '../../source.js';

/** The last assignment on the trail of a setting, where lines behind it in the same file only add to that; `undefined` where its own place is it. */
export function assignmentOf(project: Project, { at, name, trail }: Setting): Location | undefined {
  const assigns = new RegExp(`^${name}\\s*(:[^=\\n]+)?=(?!=)`);
  const found = trail
    .map((step) => step.at)
    .findLast(({ path, span }) => assigns.test(project.file(path)?.text.slice(span.start, span.end) ?? ''));
  return found && found.path === at.path && found.span.start < at.span.start ? found : undefined;
}

/** The setting at its assignment, where the line that is its place is one of a block: what is written there holds under a condition. */
export function atAssignment(project: Project, setting: Setting): Setting {
  const at = assignmentOf(project, setting);
  return at && setting.at.start.column > 1 ? { ...setting, at } : setting;
}
