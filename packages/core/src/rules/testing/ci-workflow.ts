/** The step of a workflow that a line belongs to: where it ends, and what it gives to its command. */

/** A step as its lines show it. */
export interface WorkflowStep {
  /** The columns before its dash. */
  readonly indent: number;
  /** The index of its last line. */
  readonly last: number;
  readonly directory: string | undefined;
  /** Names and values, as they are written there. */
  readonly env: readonly (readonly [name: string, value: string])[];
}

/** The step around a line; `undefined` where no dash begins one. */
export function stepAround(lines: readonly string[], index: number): WorkflowStep | undefined {
  const depth = (at: number): number => (lines[at] ?? '').search(/\S/);
  const key = (lines[index] ?? '').replace(/^( *)- /, '$1  ').search(/\S/);
  let first = index;
  while (first >= 0 && !(/^ *- /.test(lines[first] ?? '') && depth(first) < key)) first -= 1;
  if (first < 0) return undefined;
  const indent = depth(first);
  const isInside = (at: number): boolean => depth(at) < 0 || depth(at) > indent;
  let end = first + 1;
  while (end < lines.length && isInside(end)) end += 1;
  let last = end - 1;
  while (last > first && ((lines[last] ?? '').trim() === '' || /^ *#/.test(lines[last] ?? ''))) last -= 1;
  const own = lines.slice(first, last + 1).map((line, at) => (at === 0 ? line.replace(/- /, '  ') : line));
  const isKey = (line: string): boolean => line.search(/\S/) === indent + 2;
  const directory = own.flatMap((line) =>
    isKey(line) ? (/^ *working-directory: *(.*\S)/.exec(line)?.[1] ?? []) : [],
  )[0];
  const start = own.findIndex((line) => isKey(line) && /^ *env:\s*$/.test(line));
  const rest = start < 0 ? [] : own.slice(start + 1);
  const stop = rest.findIndex((line) => line.trim() !== '' && line.search(/\S/) <= indent + 2);
  const env = (stop < 0 ? rest : rest.slice(0, stop)).flatMap((line) => {
    const [, name, value] = /^ *(\w+): *(.*\S)\s*$/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
  return { indent, last, directory, env };
}
