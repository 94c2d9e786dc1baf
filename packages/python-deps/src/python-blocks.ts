/** Which lines of a Python file run whatever happens. */

/** Whether a line runs whenever the module does: it stands at the left margin, or in a `with` that does. */
export function isAlways(source: string, start: number): boolean {
  const before = source.slice(0, start);
  const lead = /(?:^|\n)([ \t]*)$/.exec(before)?.[1];
  if (lead === undefined) return false;
  if (lead === '') return true;
  const outer = before.split('\n').findLast((line) => /^[^\s#)\]}]/.test(line));
  return outer !== undefined && /^with\s.*:\s*(?:#.*)?$/.test(outer) && isDirectlyUnder(before, outer, lead);
}

/** Whether every line since the block's head is as far in as this one. */
function isDirectlyUnder(before: string, head: string, lead: string): boolean {
  const block = before
    .slice(before.lastIndexOf(head) + head.length)
    .split('\n')
    .slice(1, -1);
  return block.every((line) => line.trim() === '' || /^[ \t]*/.exec(line)?.[0] === lead);
}
