/** Where a project lies while its settings are evaluated: a place of no machine, so that no report can name one. */

/** The absolute path of the project's root in the values of settings. No project contains it. */
export const projectRoot = '/golive-project-root';

/** How a text writes the project's root. */
export const shownRoot = '<ROOT>';

/** The project's root in a text, as reports write it: `<ROOT>`. */
export function withoutRoot(text: string): string {
  return text.replaceAll(projectRoot, shownRoot);
}
