/** Lists that a setup.py reads from a file beside it, line by line, in the few ways in which that is certain. */
import type { Literal } from './python-literal.js';

/** A list read from a file, and where its expression ends. */
interface FileLines {
  readonly value: Extract<Literal, { kind: 'file' }>;
  readonly end: number;
}

const HERE = String.raw`(?:os\.path\.(?:abspath|realpath)\(\s*)?(?:os\.path\.)?dirname\(\s*(?:(?:os\.path\.)?(?:abspath|realpath)\(\s*)?__file__\s*\)*`;
const TEXT = String.raw`(?:"([\w./-]+)"|'([\w./-]+)')`;

/** Reads the expressions of one file that give the lines of another. */
export function fileLinesReader(source: string): (from: number) => FileLines | undefined {
  // A directory that the file itself lies in, by the names that it is given.
  const here = [...source.matchAll(new RegExp(String.raw`^(\w+)\s*=\s*${HERE}\s*$`, 'gm'))].map((match) => match[1]);
  const base = [HERE, ...here].join('|');
  const path = String.raw`(?:${TEXT}|(?:os\.path\.)?join\(\s*(?:${base})\s*,\s*${TEXT}\s*\))`;
  const open = String.raw`(?:(?:io|codecs)\.)?open\(\s*${path}\s*(?:,[^()]*)?\)`;
  const opened = [...source.matchAll(new RegExp(String.raw`\bwith\s+${open}\s+as\s+(\w+)\s*:`, 'g'))];
  const lines = String.raw`(?:\.read\(\)\.(?:splitlines\(\)|(?:strip\(\)\.)?split\(\s*["']\\n["']\s*\))|\.readlines\(\))`;

  return (from) => {
    // The nearest file that a `with` before has given a name to.
    const handle = opened.findLast((match) => match.index < from);
    const name = handle?.at(-1);
    const known = handle?.slice(1, -1).find((text) => text !== undefined);
    for (const [text, isHandle] of [
      [open, false],
      ...(name === undefined ? [] : [[String.raw`\b${name}\b`, true]]),
    ] as const) {
      const found = linesAt(String(text), from);
      const written = isHandle ? known : found?.path;
      if (found && written !== undefined)
        return { value: { kind: 'file', path: written, span: { start: from, end: found.end } }, end: found.end };
    }
    return undefined;
  };

  function linesAt(
    file: string,
    from: number,
  ): { readonly path: string | undefined; readonly end: number } | undefined {
    const plain = sticky(`${file}${lines}`, from);
    const listed =
      plain ??
      sticky(
        String.raw`\[\s*(?<line>\w+)(?:\.r?strip\(\))?\s+for\s+\k<line>\s+in\s+${file}${lines}?(?<asked>\s+if\s[^\]]*)?\s*\]`,
        from,
      );
    if (!listed || !isHarmless(listed.groups?.asked ?? '')) return undefined;
    return {
      path: listed.slice(1).find((text) => text !== undefined && text !== listed.groups?.line),
      end: from + listed[0].length,
    };
  }

  function sticky(pattern: string, from: number): RegExpExecArray | null {
    const expression = new RegExp(pattern, 'y');
    expression.lastIndex = from;
    return expression.exec(source);
  }
}

/** A condition that leaves out empty lines, comments and options, which name no package. */
function isHarmless(condition: string): boolean {
  return (
    /^(?:\s|\(|\)|\b(?:if|and|not)\b|\w+(?:\.l?strip\(\))?(?:\.startswith\(\s*["'][#-][\w-]*["']\s*\))?)*$/.test(
      condition,
    ) && !/\bor\b|\bin\b/.test(condition)
  );
}
