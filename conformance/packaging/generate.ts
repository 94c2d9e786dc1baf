/** Random questions about versions, specifiers, markers and requirements: most nearly right, some not. */
import type { Random } from '../fuzz/random.js';
import type { Question, Variables } from './golive.js';

const LETTERS = ['a', 'b', 'c', 'rc', 'alpha', 'beta', 'pre', 'preview', 'RC', 'Alpha'];
const SEPARATORS = ['', '', '', '.', '-', '_'];
const OPERATORS = ['==', '!=', '<=', '>=', '<', '>', '~=', '==='];
const JUNK = [
  '',
  ' ',
  '.',
  '*',
  '.*',
  '-',
  '+',
  '!',
  ',',
  ';',
  '==',
  "'",
  '"',
  '(',
  ')',
  '[',
  ']',
  'x',
  '0',
  '@',
  '\t',
  '1a',
  '#',
  '~',
  '^',
];
const VERSIONED = ['python_version', 'python_full_version', 'implementation_version', 'platform_release'];
const WORDED = [
  'os_name',
  'sys_platform',
  'platform_system',
  'platform_machine',
  'platform_version',
  'implementation_name',
  'platform_python_implementation',
  'python_implementation',
  'os.name',
  'sys.platform',
  'platform.machine',
];
const WORDS = [
  'linux',
  'win32',
  'posix',
  'nt',
  'Linux',
  'CPython',
  'PyPy',
  'x86_64',
  '',
  'lin',
  'linux darwin',
  '3.8',
  '1.0',
];
const EXTRAS = ['dev', 'Dev', 's3_storage', 'S3.Storage', 's3-storage', 'test', ''];
const NAMES = ['django', 'Django', 'zope.interface', 'a_b', 'A--b', 'a', '1x', 'x-', '-x', 'b_', 'café', 'a.b-c_d'];

/** One question; equal chances give equal questions. */
export function questionOf(random: Random): Question {
  const kind = random.pick([
    'version',
    'order',
    'order',
    'meets',
    'meets',
    'meets',
    'meets',
    'marker',
    'marker',
    'marker',
    'requirement',
  ]);
  switch (kind) {
    case 'version':
      return ['version', spoil(random, versionText(random))];
    case 'order':
      return ['order', versionText(random), versionText(random)];
    case 'meets':
      return [
        'meets',
        spoil(random, specifierText(random), 0.05),
        spoil(random, versionText(random), 0.03),
        random.pick([true, null, false]),
      ];
    case 'marker':
      return [
        'marker',
        spoil(random, markerText(random, 2), 0.08),
        variables(random),
        random.pick([[], ['dev'], ['s3-storage', 'test']]),
      ];
    default:
      return ['requirement', spoil(random, requirementText(random), 0.2)];
  }
}

function many(random: Random, most: number, make: () => string): string[] {
  return Array.from({ length: 1 + random.below(most) }, make);
}

/** Small numbers, so that versions often meet; now and then a long one. */
function number(random: Random): string {
  if (random.chance(0.03))
    return random.pick(['00', '01', '2024', '9007199254740993', '9007199254740992', '20231231235959']);
  return String(random.below(4));
}

function suffix(random: Random, words: readonly string[]): string {
  return `${random.pick(SEPARATORS)}${random.pick(words)}${random.pick(SEPARATORS)}${random.chance(0.8) ? number(random) : ''}`;
}

function versionText(random: Random): string {
  const parts = [
    random.chance(0.05) ? random.pick(['v', 'V', ' ']) : '',
    random.chance(0.07) ? `${number(random)}!` : '',
    releaseText(random),
  ];
  if (random.chance(0.25)) parts.push(suffix(random, LETTERS));
  if (random.chance(0.2))
    parts.push(random.chance(0.2) ? `-${number(random)}` : suffix(random, ['post', 'rev', 'r', 'POST']));
  if (random.chance(0.2)) parts.push(suffix(random, ['dev', 'DEV', 'dev']));
  if (random.chance(0.12))
    parts.push(
      `+${many(random, 3, () => random.pick(['abc', 'ABC', '5', '10', 'x1', '0'])).join(random.pick(['.', '-', '_']))}`,
    );
  return parts.join('');
}

function releaseText(random: Random): string {
  return many(random, 4, () => number(random)).join('.');
}

function specifierText(random: Random): string {
  if (random.chance(0.03)) return '';
  const clauses = many(random, random.chance(0.6) ? 1 : 3, () => clauseText(random));
  return clauses.join(random.pick([',', ', ', ' , ', ',']));
}

function clauseText(random: Random): string {
  const operator = random.pick(OPERATORS);
  const wild = random.chance(operator === '==' || operator === '!=' ? 0.3 : 0.02);
  const version = wild ? `${releaseText(random)}.*` : random.chance(0.4) ? releaseText(random) : versionText(random);
  return `${operator}${random.chance(0.1) ? ' ' : ''}${version}`;
}

function markerText(random: Random, depth: number): string {
  if (depth > 0 && random.chance(0.5)) {
    const [left, right] = [markerText(random, depth - 1), markerText(random, depth - 1)];
    const joined = `${left} ${random.pick(['and', 'or'])} ${right}`;
    return random.chance(0.3) ? `(${joined})` : joined;
  }
  const [left, right] = comparison(random);
  const blank = random.pick([' ', ' ', ' ', '', '\t', '  ']);
  const operator = random.pick([...OPERATORS, 'in', 'not in', '==', '<', '>=']);
  const around = /in$/.test(operator) ? ' ' : blank;
  const [first, second] = random.chance(0.15) ? [right, left] : [left, right];
  return `${first}${around}${operator}${around}${second}`;
}

function comparison(random: Random): readonly [string, string] {
  const quote = (text: string) => (random.chance(0.5) ? `'${text}'` : `"${text}"`);
  if (random.chance(0.15)) return ['extra', quote(random.pick(EXTRAS))];
  if (random.chance(0.05)) return [quote(random.pick(EXTRAS)), random.pick(['extras', 'dependency_groups'])];
  if (random.chance(0.5)) {
    const python = random.chance(0.7)
      ? `3.${random.pick(['7', '8', '12', '12.4', '12.*', '*', '13', '12.5rc1'])}`
      : versionText(random);
    return [random.pick(VERSIONED), quote(random.chance(0.9) ? python : `${python}, 3.12`)];
  }
  return [random.pick(WORDED), random.chance(0.95) ? quote(random.pick(WORDS)) : random.pick(WORDED)];
}

function variables(random: Random): Variables {
  const python = random.pick(['3.8.10', '3.12.0', '3.12.4', '3.13.0', '3.13.0rc1', '2.7.18']);
  return {
    implementation_name: 'cpython',
    implementation_version: python,
    os_name: random.pick(['posix', 'nt']),
    platform_machine: random.pick(['x86_64', '']),
    platform_release: random.pick(['6.1.0', '6.1.0-18-amd64', '']),
    platform_system: random.pick(['Linux', 'Windows']),
    platform_version: '#1 SMP',
    python_full_version: python,
    platform_python_implementation: random.pick(['CPython', 'PyPy']),
    python_version: python.split('.').slice(0, 2).join('.'),
    sys_platform: random.pick(['linux', 'win32', 'darwin']),
  };
}

function requirementText(random: Random): string {
  const extras = random.chance(0.3)
    ? `[${random.chance(0.9) ? many(random, 2, () => random.pick(EXTRAS)).join(random.pick([',', ', '])) : ''}]`
    : '';
  const name = `${random.pick(NAMES)}${extras}`;
  const marker = random.chance(0.3) ? `${random.pick([' ; ', ';', '; ', ' ;'])}${markerText(random, 1)}` : '';
  if (random.chance(0.15))
    return `${name}${random.pick([' @ ', '@', ' @'])}${random.pick(['https://example.com/a-1.zip', 'git+ssh://git@example.com/a.git@v1#egg=a', './a'])}${marker}`;
  const specifier = random.chance(0.2) ? '' : specifierText(random);
  return `${name}${random.pick(['', ' '])}${random.chance(0.1) ? `(${specifier})` : specifier}${marker}`;
}

/** The same with something put in, left out or doubled, that often. */
function spoil(random: Random, text: string, share = 0.3): string {
  if (!random.chance(share)) return text;
  const at = random.below(text.length + 1);
  return text.slice(0, at) + random.pick(JUNK) + text.slice(at + random.below(2));
}
