/** The pairs of an ENV or LABEL line. */
import { parseCommandLine } from './command-line.js';
import type { DockerInstruction } from './dockerfile.js';

/** `NAME=value …` or `NAME value` of an ENV or LABEL, with the place of each pair. */
export function pairsOf(instruction: DockerInstruction): readonly {
  readonly name: string;
  readonly value: string;
  readonly literal: boolean;
  readonly span: { readonly start: number; readonly end: number };
}[] {
  const old = /^\s*([A-Za-z_]\w*)[ \t]+(?!=)(\S[\s\S]*)$/.exec(instruction.text.trimEnd());
  if (old && !/^\s*[A-Za-z_]\w*=/.test(instruction.text)) {
    const value = (old[2] ?? '').replace(/^(["'])([\s\S]*)\1$/, '$2');
    return [{ name: old[1] ?? '', value, literal: !value.includes('$'), span: trimmed(instruction) }];
  }
  const pairs = [];
  // ENV takes words as a shell does, without its operators: quote those before the split.
  for (const command of parseCommandLine(instruction.text.replace(/[;&|<>()]/g, '_'), instruction.span.start)) {
    for (const item of command.assignments) {
      const raw = instruction.text.slice(
        item.span.start - instruction.span.start,
        item.span.end - instruction.span.start,
      );
      const exact = parsedValue(raw);
      pairs.push({ name: item.name, value: exact ?? item.value, literal: item.literal, span: item.span });
    }
  }
  return pairs;
}

/** The value of one `NAME=value` word as Docker unquotes it. */
function parsedValue(raw: string): string | undefined {
  const sign = raw.indexOf('=');
  if (sign < 0) return undefined;
  return raw
    .slice(sign + 1)
    .replace(
      /"((?:\\.|[^"\\])*)"|'([^']*)'|\\(?:\r?\n)?([\s\S]?)/g,
      (_whole, double?: string, single?: string, escaped?: string) =>
        double !== undefined ? double.replace(/\\(["\\$])/g, '$1') : (single ?? escaped ?? ''),
    );
}

function trimmed(instruction: DockerInstruction): { start: number; end: number } {
  const lead = instruction.text.length - instruction.text.trimStart().length;
  return { start: instruction.span.start + lead, end: instruction.span.start + instruction.text.trimEnd().length };
}
