/** PEP 508 markers: whether a dependency is installed on the target, where that is known. */
import { type Marker, type Operand, parseMarker } from './marker-syntax.js';
import { normalizeName } from './names.js';
import { admits, parseClause } from './specifier.js';

/** What is certain of the place a marker is judged for. */
export interface MarkerEnvironment {
  /** The Python versions that are possible, as `3.12` or `3.12.4`; a marker must be true or false of all of them. */
  readonly pythons: readonly string[];
  /** Extras and dependency groups that the install asks for. */
  readonly extras: readonly string[];
  /** Of those, the ones of uv's forks that are not known to be asked for. */
  readonly doubtful?: readonly string[];
}

/** One place: what is known of each variable, and which extra is asked for. */
interface Place {
  readonly variables: Readonly<Record<string, string>>;
  readonly extra: string;
  /** All extras and groups, for the markers of lock files: `'s3' in extras`. */
  readonly all: ReadonlySet<string>;
  readonly doubtful: ReadonlySet<string>;
}

/** Production is Linux with CPython; the machine and the kernel are not known. */
const LINUX: Readonly<Record<string, string>> = {
  os_name: 'posix',
  sys_platform: 'linux',
  platform_system: 'Linux',
  platform_python_implementation: 'CPython',
  implementation_name: 'cpython',
};

/** Variables that hold versions, and are compared as such where the other side is one. */
const VERSIONS = new Set(['implementation_version', 'platform_release', 'python_full_version', 'python_version']);

/** What uv.lock calls the extras and groups that exclude one another: `group-4-shop-lts`. All that are installed count at once. */
const FORK = /^(?:extra|group|project)-\d+-/;

/** Whether the marker is well formed. */
export function isMarker(text: string): boolean {
  return parseMarker(text) !== undefined;
}

/** Whether the marker holds; `undefined` where what is known does not decide it, or it is not a marker. */
export function evaluateMarker(text: string, environment: MarkerEnvironment): boolean | undefined {
  const marker = parseMarker(text);
  const places = environment.pythons.flatMap(variablesOf);
  const { extras, doubtful } = environment;
  return marker && agreed(places.map((variables) => holdsFor(marker, variables, extras, doubtful)));
}

/** The same in one place, of which `variables` are known. An installer tries the extras that it is asked for one by one. */
export function holdsFor(
  marker: Marker,
  variables: Readonly<Record<string, string>>,
  extras: readonly string[],
  doubtful: readonly string[] = [],
): boolean | undefined {
  const all = new Set(extras.map(normalizeName));
  const place = { variables, all, doubtful: new Set(doubtful) };
  return some([...(all.size > 0 ? all : [''])].map((extra) => holds(marker, { ...place, extra })));
}

/** The variables of Linux with a Python. A release line stands for its first and a far patch, so that both must agree. */
function variablesOf(python: string): readonly Readonly<Record<string, string>>[] {
  const [major = '3', minor = '0', patch] = python.split('.');
  const full = patch === undefined ? [`${major}.${minor}.0`, `${major}.${minor}.99`] : [python];
  return full.map((version) => ({
    ...LINUX,
    python_version: `${major}.${minor}`,
    python_full_version: version,
    implementation_version: version,
  }));
}

function agreed(results: readonly (boolean | undefined)[]): boolean | undefined {
  const [first] = results;
  return results.every((result) => result === first) ? first : undefined;
}

function some(results: readonly (boolean | undefined)[]): boolean | undefined {
  if (results.includes(true)) return true;
  return results.includes(undefined) ? undefined : false;
}

function holds(marker: Marker, place: Place): boolean | undefined {
  if (marker.kind === 'compare') return compare(marker, place);
  const results = marker.operands.map((operand) => holds(operand, place));
  if (marker.kind === 'or') return some(results);
  const failing = some(results.map((result) => (result === undefined ? undefined : !result)));
  return failing === undefined ? undefined : !failing;
}

function compare({ left, operator, right }: Marker & { kind: 'compare' }, place: Place): boolean | undefined {
  const variable = 'variable' in left ? left.variable : 'variable' in right ? right.variable : undefined;
  if (variable === undefined) return undefined;
  if (variable === 'extras' || variable === 'dependency_groups') return isMember(left, operator, place);
  const value = variable === 'extra' ? place.extra : place.variables[variable];
  if (value === undefined) return undefined;
  const other = wordOf('variable' in left ? right : left);
  if (variable === 'extra' && FORK.test(other) && /^[!=]=$/.test(operator))
    return place.doubtful.has(other) ? undefined : place.all.has(other) === (operator === '==');
  return 'variable' in left
    ? compareTexts(value, operator, other, variable)
    : compareTexts(other, operator, value, variable);
}

/** A variable on the right of another stands for its own name. */
function wordOf(operand: Operand): string {
  return 'literal' in operand ? operand.literal : operand.variable;
}

/** A set holds a text or does not, and is never equal to one. */
function isMember(left: Operand, operator: string, { all }: Place): boolean | undefined {
  if (!('literal' in left)) return undefined;
  if (/in$/.test(operator)) return all.has(normalizeName(left.literal)) === (operator === 'in');
  return /^[~=]=+$/.test(operator) && operator !== '==' ? undefined : operator === '!=';
}

function compareTexts(left: string, operator: string, right: string, variable: string): boolean | undefined {
  const clause = VERSIONS.has(variable) ? parseClause(`${operator}${right}`.trim()) : undefined;
  if (clause) return admits([[clause]], left, { prereleases: true });
  switch (operator) {
    case 'in':
      return right.includes(left);
    case 'not in':
      return !right.includes(left);
    case '==':
    case '<=':
    case '>=':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
    case '>':
      return false;
    default:
      return undefined;
  }
}
