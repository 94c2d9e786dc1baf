/** Whether Apache lets visitors at a file: on Ubuntu its own configuration denies the whole disk, but for two trees. */
import type { ApacheDirective, ApacheSection } from '../files/apache-config.js';
import { enclosing } from '../files/apache-config.js';
import type { ApacheSites, VirtualHost } from './virtual-hosts.js';

/** What a URL leads to. */
export interface Served {
  readonly url: string;
  /** On the server: a script, or a directory. */
  readonly path: string;
  readonly host: VirtualHost | undefined;
}

/** `old`: only in the words of Apache 2.2, which lift no `Require all denied`. `unclear`: what may grant it cannot be told. */
export type Access = 'granted' | 'old' | 'denied' | 'unclear';

/** What the project's files say of it. */
export function accessTo(sites: ApacheSites, served: Served, hosts: readonly VirtualHost[] = []): Access {
  // What stands outside of all hosts is served by each of its file, with what that grants.
  if (served.host === undefined && hosts.length > 0) {
    const answers = hosts.map((host) => accessTo(sites, { ...served, host }));
    const [first = 'unclear'] = answers;
    return answers.every((answer) => answer === first) ? first : 'unclear';
  }
  const { path, host } = served;
  if (!path.startsWith('/') || /[$%]/.test(path)) return 'unclear';
  if (/^\/(var\/www|usr\/share)\//.test(`${path}/`)) return 'granted';
  const holding = (name: string): readonly ApacheDirective[] => sites.applying(host, name);
  const matching = (name: string) =>
    holding(name).map((directive) => ({ directive, holds: holdsFor(directive, served) }));
  const grants = matching('Require').filter(
    ({ directive: { args } }) => !(args[0]?.text === 'all' && args[1]?.text.toLowerCase() === 'denied'),
  );
  const either = matching('Satisfy').filter(({ directive }) => directive.args[0]?.text.toLowerCase() === 'any');
  const found = [...grants, ...either].map(({ holds }) => holds);
  if (found.includes('yes')) return 'granted';
  // A file that the repository lacks, a macro, or a whole configuration of its own may say the rest.
  const elsewhere = ['Include', 'IncludeOptional', 'Use', 'LoadModule', 'ServerRoot'];
  if (found.includes('perhaps') || elsewhere.some((name) => holding(name).length > 0)) return 'unclear';
  return matching('Allow').some(({ holds }) => holds !== 'no') ? 'old' : 'denied';
}

type Holds = 'yes' | 'no' | 'perhaps';

/** Whether a directive holds for what is served, by the sections around it. */
function holdsFor(directive: ApacheDirective, served: Served): Holds {
  const own = enclosing(directive, 'virtualhost');
  const answers = directive.within.filter((section) => section !== own).map((section) => covers(section, served));
  if (answers.includes('no')) return 'no';
  return answers.includes('perhaps') ? 'perhaps' : 'yes';
}

function covers({ name, args, conditional }: ApacheSection, { url, path }: Served): Holds {
  const isPattern = args[0]?.text === '~';
  const text = (isPattern ? args[1] : args[0])?.text ?? '';
  // Apache 2.2 and 2.4 are told apart so.
  if (conditional) return /^(ifmodule|ifversion)$/.test(name) ? 'yes' : 'perhaps';
  if (/^(requireall|requireany|requirenone|limit|limitexcept)$/.test(name)) return 'yes';
  if (/[$%]/.test(text)) return 'perhaps';
  switch (name) {
    case 'directory':
      return isPattern ? matches(text, [path, `${path}/`]) : below(path, text);
    case 'directorymatch':
      return matches(text, [path, `${path}/`]);
    case 'location':
      return isPattern
        ? matches(text, [url, `${url}/`])
        : below(url, text) === 'yes'
          ? 'yes'
          : below(text, url) === 'yes'
            ? 'perhaps'
            : 'no';
    case 'locationmatch':
      return matches(text, [url, `${url}/`]) === 'yes' ? 'yes' : 'perhaps';
    case 'files':
    case 'filesmatch': {
      const file = path.slice(path.lastIndexOf('/') + 1);
      if (text === '*') return 'yes';
      const answer = isPattern || name === 'filesmatch' ? matches(text, [file]) : below(file, text);
      // Of the files in a directory only their names would tell.
      return answer === 'yes' ? 'yes' : /\.(py|wsgi)$/.test(file) ? 'no' : 'perhaps';
    }
    case 'proxy':
    case 'proxymatch':
      return 'no';
    default:
      return 'perhaps';
  }
}

/** Whether a place is one that a pattern with `*` and `?` names, or lies below it: neither crosses a slash. */
function below(place: string, pattern: string): Holds {
  const wanted = pattern.replace(/\/+$/, '');
  const source = wanted
    .split('/')
    .map((part) =>
      part
        .replace(/[.+^${}()|\\]/g, '\\$&')
        .replaceAll('*', '[^/]*')
        .replaceAll('?', '[^/]'),
    )
    .join('/');
  return matches(`^${source}(/|$)`, [place]);
}

function matches(pattern: string, places: readonly string[]): Holds {
  // A pattern that may take long, or that only Apache's own dialect reads, is not tried.
  if (pattern.length > 200 || /[*+}]\)?[*+{]|\(\?[^:]/.test(pattern.replaceAll('[^/]*', ''))) return 'perhaps';
  try {
    const expression = new RegExp(pattern);
    return places.some((place) => expression.test(place)) ? 'yes' : 'no';
  } catch {
    return 'perhaps';
  }
}
