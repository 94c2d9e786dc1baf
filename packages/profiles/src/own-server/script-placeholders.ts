/** Names of a template in the scripts that set up or update the server: what they run goes to the server as it stands. */
import { type Location, type Project, purposeOf } from '@django-golive/core';
import { invocationsOfLine } from '../files/invocation.js';
import { isPlaceholderHost, isPlaceholderPath } from '../files/placeholder.js';
import { containerFiles } from './container-files.js';

/** A word of a script that waits to be replaced. */
export interface ScriptPlaceholder {
  readonly program: string;
  readonly text: string;
  readonly at: Location;
}

/** The first of each script. A script that asks for the name, or takes it as an argument, has none. */
export function scriptPlaceholders(project: Project): readonly ScriptPlaceholder[] {
  const contained = containerFiles(project);
  return project.paths.flatMap((path): ScriptPlaceholder[] => {
    if (!/(^|\/)[\w.-]*(deploy|setup|install|provision|server|release|certbot)[\w.-]*\.(sh|bash)$/i.test(path))
      return [];
    if (/(^|\/)(docs?|tests?|examples?|node_modules|\.github)\//.test(path) || contained(path)) return [];
    if (!['production', 'unsaid'].includes(purposeOf(path))) return [];
    const file = project.file(path);
    if (!file) return [];
    for (const { program, word, args } of invocationsOfLine(file.text)) {
      // What is only printed for a person to read configures nothing.
      if (/^(echo|printf|cat|read|grep|sed|awk|test|\[)$/.test(program)) continue;
      const found = [word, ...args].find(({ text, literal }) => literal && stands(text));
      if (found) return [{ program, text: found.text, at: file.at(found.span) }];
    }
    return [];
  });
}

function stands(text: string): boolean {
  const host = text
    .replace(/^--?[\w-]+=/, '')
    .replace(/^\w+:\/\//, '')
    .replace(/^[^@]*@/, '')
    .replace(/[:/].*$/, '');
  return (host.length > 2 && isPlaceholderHost(host)) || isPlaceholderPath(text);
}
