/** Which files a build makes conda's environments from, by whatever names: `conda env create -f ENV.yml`. */
import type { BuildText } from './build-texts.js';
import type { NamedFile } from './install-commands.js';
import { isCertain } from './shell-conditions.js';

const COMMAND =
  /\b(?:conda|(?:micro)?mamba)\s+(?:env\s+)?(?:create|update|install)\b(?:[^&|;\n]*?\s)(?:-f|--file)[\s=]*["']?([^\s"',;&|<>\])]+\.ya?ml)\b/g;

/** The files that the commands of one text name. */
export function condaFiles({ text, by, from, put, originOf, waysTo }: BuildText): readonly NamedFile[] {
  return [...text.matchAll(COMMAND)].flatMap((match) => {
    const [whole, word = ''] = match;
    const end = match.index + whole.length - 1;
    const ways = waysTo(end);
    const meant = put(word, end);
    if (ways.length === 0 || /[$`*?{]|^\w+:\/\//.test(meant)) return [];
    return [{ path: originOf(meant, end), from, by, doubted: !isCertain(ways) }];
  });
}
