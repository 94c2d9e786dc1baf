/** Compose files that fall back on a credential of their own: to empty the variable elsewhere puts that in force. */
import type { Location, Project } from '../../source.js';
import { lineSpan } from '../../source.js';
import { isSecret } from './environment-files.js';

const composeFile = /(^|\/)[\w.-]*compose[\w.-]*\.ya?ml$/i;

/** The lines that stand in a made value for one of some variables. */
export function composeFallbacks(
  project: Project,
  names: readonly string[],
): readonly { readonly name: string; readonly at: Location }[] {
  return project.paths
    .filter((path) => composeFile.test(path))
    .flatMap((path) => {
      const file = project.file(path);
      if (!file) return [];
      return file.text.split(/\r\n|\r|\n/).flatMap((line, index) => {
        const [, name = '', value = ''] = /^[^#]*\$\{(\w+):?-([^}$]+)\}/.exec(line.slice(0, 2000)) ?? [];
        return names.includes(name) && isSecret(name, value)
          ? [{ name, at: file.at(lineSpan(file.text, index + 1)) }]
          : [];
      });
    });
}
