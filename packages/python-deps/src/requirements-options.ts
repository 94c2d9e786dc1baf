/** The options of a line of a requirements file, as pip splits and reads them. */

/** One option by its long name, with its value where it takes one. */
export interface RequirementsOption {
  readonly name: string;
  readonly value: string;
}

/** What pip takes in a requirements file; those with `true` take a value. */
const OPTIONS: Readonly<Record<string, boolean>> = {
  '--index-url': true,
  '--pypi-url': true,
  '--extra-index-url': true,
  '--no-index': false,
  '--constraint': true,
  '--requirement': true,
  '--editable': true,
  '--find-links': true,
  '--no-binary': true,
  '--only-binary': true,
  '--prefer-binary': false,
  '--require-hashes': false,
  '--pre': false,
  '--trusted-host': true,
  '--use-feature': true,
  '--global-option': true,
  '--hash': true,
  '--config-settings': true,
  '--config-setting': true,
};

const SHORT: Readonly<Record<string, string>> = {
  '-i': '--index-url',
  '-c': '--constraint',
  '-r': '--requirement',
  '-e': '--editable',
  '-f': '--find-links',
  '-C': '--config-settings',
};

/** A line's two parts: what stands before the first word that begins with `-`, and its options from there. */
export function splitOptions(line: string): { readonly requirement: string; readonly options: string } {
  const words = line.split(' ');
  const first = words.findIndex((word) => word.startsWith('-'));
  if (first < 0) return { requirement: line.trim(), options: '' };
  return { requirement: words.slice(0, first).join(' ').trim(), options: words.slice(first).join(' ') };
}

/** The options, or why pip would stop at them. */
export function readOptions(text: string): readonly RequirementsOption[] | string {
  const words = shellWords(text);
  if (!words) return 'a quotation mark is never closed';
  const options: RequirementsOption[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (!word.startsWith('-') || word === '-') continue;
    const { written, attached } = partsOf(word);
    const name = nameOf(written);
    if (name === undefined) return `pip knows no option \`${written}\` in a requirements file`;
    if (!OPTIONS[name]) {
      options.push({ name, value: '' });
      continue;
    }
    const value = attached ?? words[at + 1];
    if (value === undefined) return `\`${written}\` lacks its value`;
    if (attached === undefined) at += 1;
    options.push({ name, value });
  }
  return options;
}

/** `--name=value`, `-rvalue`: the option as written, and the value that is attached to it. */
function partsOf(word: string): { readonly written: string; readonly attached: string | undefined } {
  if (!word.startsWith('--')) return { written: word.slice(0, 2), attached: word.slice(2) || undefined };
  const equals = word.indexOf('=');
  if (equals < 0) return { written: word, attached: undefined };
  return { written: word.slice(0, equals), attached: word.slice(equals + 1) };
}

/** The long name; a long option may be cut short where that leaves no doubt. */
function nameOf(written: string): string | undefined {
  if (!written.startsWith('--')) return SHORT[written];
  if (written in OPTIONS) return written;
  const long = Object.keys(OPTIONS).filter((name) => name.startsWith(written));
  return long.length === 1 ? long[0] : undefined;
}

/** The words of a shell's line, quotation marks and backslashes taken off; `undefined` where a mark is never closed. */
function shellWords(text: string): readonly string[] | undefined {
  const words: string[] = [];
  const pattern = /\s+|((?:[^\s"'\\]|\\[\s\S]|'[^']*'|"(?:[^"\\]|\\[\s\S])*")+)|([\s\S])/gy;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (match[2] !== undefined) return undefined;
    if (match[1] !== undefined) words.push(unquoted(match[1]));
  }
  return words;
}

function unquoted(word: string): string {
  return word.replace(
    /'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])/g,
    (_, single?: string, double?: string, escaped?: string) =>
      single ?? double?.replace(/\\(["\\])/g, '$1') ?? escaped ?? '',
  );
}
