/** PEP 508 markers: whether a dependency is installed on the target, where that is known. */
import { admits, parseSpecifier } from './specifier.js';
import { parseVersion } from './version.js';

/** What is certain of the place a marker is judged for. */
export interface MarkerEnvironment {
  /** The Python versions that are possible, as `3.12` or `3.12.4`; a marker must be true or false of all of them. */
  readonly pythons: readonly string[];
  /** Extras and dependency groups that the install asks for. */
  readonly extras: readonly string[];
}

type Operand = { readonly variable: string } | { readonly literal: string };
type Marker =
  | { readonly kind: 'and' | 'or'; readonly left: Marker; readonly right: Marker }
  | { readonly kind: 'compare'; readonly left: Operand; readonly operator: string; readonly right: Operand };

/** Production is Linux with CPython; the machine and the kernel are not known. */
const FIXED: Readonly<Record<string, string>> = {
  os_name: 'posix',
  'os.name': 'posix',
  sys_platform: 'linux',
  'sys.platform': 'linux',
  platform_system: 'Linux',
  platform_python_implementation: 'CPython',
  python_implementation: 'CPython',
  'platform.python_implementation': 'CPython',
  implementation_name: 'cpython',
};

const TOKEN =
  /\s*(?:(and|or)\b|(\()|(\))|(not\s+in|in)\b|(===|~=|==|!=|<=|>=|<|>)|'([^']*)'|"([^"]*)"|([A-Za-z_][\w.]*))/y;

/** Whether the marker is well formed. */
export function isMarker(text: string): boolean {
  return parseMarker(text) !== undefined;
}

/** Whether the marker holds; `undefined` where what is known does not decide it, or it is not a marker. */
export function evaluateMarker(text: string, environment: MarkerEnvironment): boolean | undefined {
  const marker = parseMarker(text);
  if (!marker) return undefined;
  let result: boolean | undefined;
  for (const [index, python] of environment.pythons.entries()) {
    const here = evaluate(marker, python, environment.extras);
    if (here === undefined || (index > 0 && here !== result)) return undefined;
    result = here;
  }
  return result;
}

function evaluate(marker: Marker, python: string, extras: readonly string[]): boolean | undefined {
  if (marker.kind === 'compare') return compareOperands(marker, python, extras);
  const left = evaluate(marker.left, python, extras);
  const decisive = marker.kind === 'or';
  if (left === decisive) return left;
  const right = evaluate(marker.right, python, extras);
  if (right === decisive) return right;
  return left === undefined || right === undefined ? undefined : !decisive;
}

function compareOperands(
  marker: Marker & { kind: 'compare' },
  python: string,
  extras: readonly string[],
): boolean | undefined {
  const names = [marker.left, marker.right].map((operand) => ('variable' in operand ? operand.variable : ''));
  if (names.some((name) => name === 'extra' || name === 'extras' || name === 'dependency_groups')) {
    return compareExtra(marker, extras);
  }
  let result: boolean | undefined;
  let first = true;
  for (const left of valuesOf(marker.left, python)) {
    for (const right of valuesOf(marker.right, python)) {
      const here = left === undefined || right === undefined ? undefined : compareTexts(left, marker.operator, right);
      if (here === undefined || (!first && here !== result)) return undefined;
      result = here;
      first = false;
    }
  }
  return result;
}

function compareExtra(marker: Marker & { kind: 'compare' }, extras: readonly string[]): boolean | undefined {
  const literal =
    'literal' in marker.left ? marker.left.literal : 'literal' in marker.right ? marker.right.literal : undefined;
  if (literal === undefined) return undefined;
  const wanted = extras.includes(literal.toLowerCase().replace(/[-_.]+/g, '-'));
  if (marker.operator === '==' || marker.operator === 'in') return wanted;
  if (marker.operator === '!=' || marker.operator === 'not in') return !wanted;
  return undefined;
}

/** The values an operand can have. A release line stands for its first and a far patch, so that both must agree. */
function valuesOf(operand: Operand, python: string): readonly (string | undefined)[] {
  if ('literal' in operand) return [operand.literal];
  const name = operand.variable;
  const [major = '3', minor = '0', patch] = python.split('.');
  if (name === 'python_version') return [`${major}.${minor}`];
  if (name === 'python_full_version' || name === 'implementation_version') {
    return patch === undefined ? [`${major}.${minor}.0`, `${major}.${minor}.99`] : [python];
  }
  return [FIXED[name]];
}

function compareTexts(left: string, operator: string, right: string): boolean | undefined {
  if (operator === 'in') return right.includes(left);
  if (operator === 'not in') return !right.includes(left);
  const specifier = parseVersion(left) ? parseSpecifier(`${operator}${right}`) : undefined;
  if (specifier) return admits(specifier, left, { prereleases: true });
  switch (operator) {
    case '==':
    case '===':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    default:
      return undefined;
  }
}

function parseMarker(text: string): Marker | undefined {
  if (text.length > 4000) return undefined;
  const tokens = tokenise(text);
  if (!tokens || tokens.length > 400) return undefined;
  let next = 0;

  function alternatives(): Marker | undefined {
    return chain('or', () => chain('and', atom));
  }
  function chain(kind: 'and' | 'or', operand: () => Marker | undefined): Marker | undefined {
    let left = operand();
    while (left && tokens?.[next] === kind) {
      next += 1;
      const right = operand();
      if (!right) return undefined;
      left = { kind, left, right };
    }
    return left;
  }
  function atom(): Marker | undefined {
    if (tokens?.[next] === '(') {
      next += 1;
      const inner = alternatives();
      if (tokens[next] !== ')') return undefined;
      next += 1;
      return inner;
    }
    const [left, operator, right] = [tokens?.[next], tokens?.[next + 1], tokens?.[next + 2]];
    if (typeof left !== 'object' || typeof operator !== 'string' || typeof right !== 'object') return undefined;
    if (operator === '(' || operator === ')' || operator === 'and' || operator === 'or') return undefined;
    next += 3;
    return { kind: 'compare', left, operator, right };
  }

  const marker = alternatives();
  return next === tokens.length ? marker : undefined;
}

function tokenise(text: string): readonly (string | Operand)[] | undefined {
  const tokens: (string | Operand)[] = [];
  const pattern = new RegExp(TOKEN);
  const end = text.trimEnd().length;
  while (pattern.lastIndex < end) {
    const match = pattern.exec(text);
    if (!match) return undefined;
    const [, logic, open, close, membership, operator, single, double, variable] = match;
    if (single !== undefined || double !== undefined) tokens.push({ literal: single ?? double ?? '' });
    else if (variable !== undefined) tokens.push({ variable });
    else tokens.push(logic ?? open ?? close ?? membership?.replace(/\s+/, ' ') ?? operator ?? '');
  }
  return tokens;
}
