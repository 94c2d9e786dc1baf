/** Regular expressions that track back for ever, and texts to match with them. */
import { type BombMaker, size } from '../bomb.js';

const patterns = [
  '(a+)+$',
  '(a|a)*$',
  '(a|aa)+$',
  '(.*a){25}',
  '^(\\\\w+\\\\s?)*$',
  '((a*)*)*b',
  '(?:a?){30}a{30}',
  '(x+x+)+y',
  '([a-z]+)*[0-9]',
  '(a{1,100}){1,100}b',
  '.*.*.*.*x',
  '(?=(a+))*b',
  '(a*)\\\\1*b',
  'a{9999}',
  '(?i)(a+)+$',
  '\\\\s+$',
  '^\\\\s*(.*?)\\\\s*$',
  '(?P<n>a+)(?P=n)+b',
  '[',
  '(?<=a+)b',
  '('.repeat(500),
];

export const regexes: Readonly<Record<string, BombMaker>> = {
  searched: (random) =>
    `import re\nX = re.${random.pick(['match', 'search', 'fullmatch', 'findall', 'split'])}('${random.pick(patterns)}', '${random.pick(['a', 'ab', ' ', 'x', 'aA', '\\n'])}' * ${size(random)} + '${random.pick(['', '!', 'b'])}')`,
  substituted: (random) =>
    `import re\nX = re.sub('${random.pick(patterns)}', ${random.pick(["r'\\0\\0'", "'b' * 10000", 'lambda m: m.group(0) * 1000', "'\\\\\\\\g<0>' * 500"])}, 'a' * ${size(random)})`,
  large: (random) =>
    `import re\nX = re.compile('${random.pick(['a', '(', '[a]', 'a|', 'a?', '\\\\w+'])}' * ${size(random)}).match('a' * ${size(random)})`,
  escaped: (random) => `import re\nX = re.escape('.*' * ${size(random, 1_000_000)})`,
};
