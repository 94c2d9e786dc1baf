/** The words that commands of a build name requirements files with: after `-r`, and what `pip-sync` is given. */

/** A word as it stands in the command. */
export interface NamedWord {
  readonly word: string;
  /** Of its last character. */
  readonly index: number;
}

/** Short options that take no word may stand before `r`: `-Ur`. */
const OPTION =
  /(?:^|[\s"'])(?:-[UIqv]*r[\s"',]*|--requirements?(?:[\s"',]+|=["']?))((?:\$\([^()\n]*\)|`[^`\n]*`|["'](?=\/)|[^\s"',;&|<>\])`])+)/g;
/** What is listed for `xargs pip install`, or in place of words of the command: `cat a.txt | xargs pip install`, `pip install $(cat a.txt)`. */
const LISTED = [
  /\b(?:cat|grep\s+(?:-\S+\s+)*(?:"[^"\n]*"|'[^'\n]*'|\S+))\s+([^\n;&|<>]+)(?:\|[^\n;&]*)?\|\s*xargs\b[^\n;&|]*\bpip3?\s+install\b/g,
  /\bxargs\b[^\n;&|]*\s(?:-a|--arg-file)[\s=]?([^\s]+)[^\n;&|]*\bpip3?\s+install\b/g,
  /\bxargs\b[^\n;&|<]*\bpip3?\s+install\b[^\n;&|<]*<\s*([^\s;&|]+)/g,
  /\bpip3?\s+install\b[^\n;&|]*?["']?(?:\$\(|`)\s*(?:cat\s+|<\s*|grep\s+(?:-\S+\s+)*(?:"[^"\n]*"|'[^'\n]*'|\S+)\s+)([^\n;&|()`]+)/g,
];
const SYNC = /\b(?:pip-sync|uv\s+pip\s+sync)\b([^\n;&|<>]*)/g;
/** What installs things of other kinds from lists of its own. */
const OTHERS = /\bansible-galaxy\b/;
const INSTALLER = /(?<!un)install|sync|wheel|download/i;

/** Every word of a build file that names one. `rm -r` and `grep -r` name something else. */
export function namedWords(text: string): readonly NamedWord[] {
  const options = [...text.matchAll(OPTION)].flatMap((match) => {
    const command = /[^\n;&|(`]*$/.exec(text.slice(Math.max(0, match.index - 2000), match.index + 1))?.[0] ?? '';
    // A line of its own goes on with the command above.
    if ((!INSTALLER.test(command) && /\w/.test(command)) || OTHERS.test(command)) return [];
    return [{ word: match[1] ?? '', index: match.index + match[0].length - 1 }];
  });
  const listed = LISTED.flatMap((pattern) => [...text.matchAll(pattern)].flatMap(listedIn));
  return [...options, ...listed, ...[...text.matchAll(SYNC)].flatMap(synced)];
}

/** The files whose words a command is given. */
function listedIn(match: RegExpMatchArray): readonly NamedWord[] {
  const written = match[1] ?? '';
  const start = (match.index ?? 0) + match[0].indexOf(written);
  return [...written.matchAll(/[^\s"']+/g)].flatMap(({ 0: word, index }) =>
    word.startsWith('-') ? [] : [{ word, index: start + index + word.length - 1 }],
  );
}

/** The files of `uv pip sync --system requirements.txt`. */
function synced(match: RegExpMatchArray): readonly NamedWord[] {
  const start = (match.index ?? 0) + match[0].length - (match[1]?.length ?? 0);
  const words = [...(match[1] ?? '').matchAll(/[^\s"',]+/g)];
  return words.flatMap(({ 0: word, index }, at) => {
    const before = words[at - 1]?.[0] ?? '';
    if (
      !/\.(?:txt|in|pip|toml)$/.test(word) ||
      /^-/.test(word) ||
      /^(?:-[cbr]|--.*(?:constraints?|overrides?|file))$/.test(before)
    )
      return [];
    return [{ word, index: start + index + word.length - 1 }];
  });
}
