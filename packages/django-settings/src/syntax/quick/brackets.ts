/** What is inside the brackets of a line of Python, item by item, looked over at speed. */

/** A bracket that is open, or a whole line. */
export interface Bracket {
  readonly sign: string;
  /** What the items are: arguments, parameters, or any others. */
  readonly kind: 'call' | 'def' | 'index' | 'group' | 'line';
  /** `lambda` without its colon yet, `if` without its `else`. */
  lambdas: number;
  ifs: number;
  comprehends: boolean;
  /** Pieces of the item so far, and whether it has a star, a value by its name, a colon. */
  pieces: number;
  starred: boolean;
  named: boolean;
  colons: number;
  /** Of those before: that one was given by its name, all their names, and that they are of a dict. */
  afterNamed: boolean;
  names: Set<string> | undefined;
  isDict: boolean | undefined;
}

export const bracketOf = (sign: string, kind: Bracket['kind']): Bracket => ({
  sign,
  kind,
  lambdas: 0,
  ifs: 0,
  comprehends: false,
  pieces: 0,
  starred: false,
  named: false,
  colons: 0,
  afterNamed: false,
  names: undefined,
  isDict: undefined,
});

/** An item ends. Whether it is odd. */
export function endItem(bracket: Bracket): boolean {
  const { kind, named, starred, colons, pieces } = bracket;
  if (pieces === 0) return false;
  let odd = bracket.lambdas > 0 || (bracket.ifs > 0 && !bracket.comprehends);
  if (kind === 'call' || kind === 'def') {
    odd ||= bracket.afterNamed && !named && !starred;
    if (named) bracket.afterNamed = true;
    else if (starred && kind === 'def') bracket.afterNamed = false;
  } else if (bracket.sign === '{' && !starred && !bracket.comprehends) {
    odd ||= colons > 1 || (bracket.isDict !== undefined && bracket.isDict !== colons > 0);
    bracket.isDict = colons > 0;
  }
  bracket.pieces = 0;
  bracket.starred = false;
  bracket.named = false;
  bracket.colons = 0;
  bracket.ifs = 0;
  return odd;
}

/** An argument or parameter has that name. Whether another one has it too. */
export function nameItem(bracket: Bracket, name: string): boolean {
  bracket.names ??= new Set();
  if (bracket.names.has(name)) return true;
  bracket.names.add(name);
  return false;
}
