/** Where a project lies while its settings are evaluated: a place of no machine, so that no report can name one. */

/** The absolute path of the project's root in the values of settings. No project contains it. */
export const projectRoot = '/golive-above-2/golive-above-1/golive-root';

const whole = new RegExp(`${projectRoot}(?![\\w.-])`, 'g');

/** Whether a text holds the name of the project's own directory or of one above it, which only the host knows. */
export function namesHostDirectory(text: string): boolean {
  return text.includes('golive-') && /golive-(?:above-|root\b)/.test(text.replace(whole, ''));
}

/** How a text writes the project's root. */
export const shownRoot = '<ROOT>';

/** The project's root in a text, as reports write it: `<ROOT>`. */
export function withoutRoot(text: string): string {
  return text
    .replaceAll(projectRoot, shownRoot)
    .replaceAll('/golive-above-2/golive-above-1', `${shownRoot}/..`)
    .replaceAll('/golive-above-2', `${shownRoot}/../..`);
}
