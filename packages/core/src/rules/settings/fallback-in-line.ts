/** Another fallback for a variable that nothing gives: the line that reads it keeps its way to say otherwise. */
import type { Setting, Settings } from '../../facts/settings.js';
import type { Remedy } from '../../rule.js';
import { lineSpan, type Project } from '../../source.js';

/** The fallback written anew where it stands: in the statement, or in the constant that this names; `undefined` where that is not seen. */
export function writeFallback(
  { project, settings }: { readonly project: Project; readonly settings: Settings },
  setting: Setting,
  value: string,
  summary: string,
): Remedy | undefined {
  const [variable, ...others] = setting.reads;
  const given = settings.environment.find(({ name }) => name === variable)?.given;
  const file = project.file(setting.at.path);
  if (variable === undefined || others.length > 0 || given !== undefined || !file) return undefined;
  const statement = file.text.slice(setting.at.span.start, setting.at.span.end);
  const read = new RegExp(
    `^([\\s\\S]*['"]${variable}['"]\\s*,\\s*(?:default\\s*=\\s*)?)(['"]?)(\\w+(?:[ \\t]*\\*[ \\t]*\\w+)*)\\2(?=\\s*[,)])([\\s\\S]*)$`,
  );
  const [, before, quote = '', fallback = '', after] = read.exec(statement) ?? [];
  if (before === undefined || after === undefined) return undefined;
  if (quote !== '' || !/^[A-Za-z_]\w*$/.test(fallback))
    return {
      summary,
      code: `${before}${quote}${value}${quote}${after}`,
      language: 'python',
      path: file.path,
      place: 'instead',
    };
  const lines = file.text.split(/\r\n|\r|\n/);
  const named = lines.flatMap((line, index) => (new RegExp(`^${fallback}\\s*=(?!=)`).test(line) ? [index + 1] : []));
  const [only, more] = named;
  if (only === undefined || more !== undefined) return undefined;
  return {
    summary,
    code: `${fallback} = ${value}`,
    language: 'python',
    path: file.path,
    place: 'instead',
    at: file.at(lineSpan(file.text, only)),
  };
}
