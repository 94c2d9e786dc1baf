/** `packaging.version`: PEP 440 versions as settings compare and print them. */
import { fn, instance, type Machine, method, type NativeModule, nativeClass, property, textOf } from '../native.js';
import { bool, int, none, notImplemented, type PyClass, type PyValue, str, tuple } from '../value.js';

interface Version {
  readonly epoch: number;
  readonly release: readonly number[];
  readonly pre: readonly [string, number] | undefined;
  readonly post: number | undefined;
  readonly dev: number | undefined;
  readonly local: readonly (string | number)[] | undefined;
}

const PATTERN =
  /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d*))?(?:[-_.]?(dev)[-_.]?(\d*))?(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/iu;
const LETTERS: Readonly<Record<string, string>> = { alpha: 'a', beta: 'b', c: 'rc', pre: 'rc', preview: 'rc' };
/** Longer texts are no version anybody publishes, and are not worth a regular expression's time. */
const LONGEST = 128;

/** The module. */
export const packagingVersionModule: NativeModule = {
  standard: false,
  load(machine) {
    const invalid = nativeClass(machine, {
      name: 'InvalidVersion',
      module: 'packaging.version',
      base: machine.builtinClass('ValueError'),
      members: {},
    });
    const version = versionClass(machine, invalid);
    return {
      InvalidVersion: invalid,
      Version: version,
      parse: fn('packaging.version.parse', '(version)', (m, args) => m.call(version, [args.get('version')])),
    };
  },
};

function versionClass(machine: Machine, invalid: PyClass): PyClass {
  const read = (name: string, get: (version: Version) => PyValue) =>
    property(name, (m, self) => {
      const version = versionOf(self);
      return version ? get(version) : m.derive(self);
    });
  const number = (value: number | undefined): PyValue => (value === undefined ? none : int(value));
  const compared = (name: string, decide: (order: number) => boolean) =>
    method(`packaging.version.Version.${name}`, '(self, other)', (_, args) => {
      const [left, right] = [versionOf(args.get('self')), versionOf(args.get('other'))];
      return left && right ? bool(decide(compare(sortKey(left), sortKey(right)))) : notImplemented;
    });
  const text = (name: string, write: (version: Version) => string) =>
    method(`packaging.version.Version.${name}`, '(self)', (m, args) => {
      const version = versionOf(args.get('self'));
      return version ? str(write(version)) : m.derive(args.get('self'));
    });
  return nativeClass(machine, {
    name: 'Version',
    module: 'packaging.version',
    members: {
      epoch: read('epoch', ({ epoch }) => int(epoch)),
      release: read('release', ({ release }) => tuple(release.map((part) => int(part)))),
      major: read('major', ({ release }) => int(release[0] ?? 0)),
      minor: read('minor', ({ release }) => int(release[1] ?? 0)),
      micro: read('micro', ({ release }) => int(release[2] ?? 0)),
      pre: read('pre', ({ pre }) => (pre ? tuple([str(pre[0]), int(pre[1])]) : none)),
      post: read('post', ({ post }) => number(post)),
      dev: read('dev', ({ dev }) => number(dev)),
      local: read('local', ({ local }) => (local ? str(local.join('.')) : none)),
      public: read('public', (version) => str(written({ ...version, local: undefined }))),
      base_version: read('base_version', ({ epoch, release }) => str(written({ ...plain, epoch, release }))),
      is_prerelease: read('is_prerelease', ({ pre, dev }) => bool(pre !== undefined || dev !== undefined)),
      is_postrelease: read('is_postrelease', ({ post }) => bool(post !== undefined)),
      is_devrelease: read('is_devrelease', ({ dev }) => bool(dev !== undefined)),
      __str__: text('__str__', written),
      __repr__: text('__repr__', (version) => `<Version('${written(version)}')>`),
      __eq__: compared('__eq__', (order) => order === 0),
      __ne__: compared('__ne__', (order) => order !== 0),
      __lt__: compared('__lt__', (order) => order < 0),
      __le__: compared('__le__', (order) => order <= 0),
      __gt__: compared('__gt__', (order) => order > 0),
      __ge__: compared('__ge__', (order) => order >= 0),
    },
    behaviour: {
      construct(m, cls, { positional, keywords }) {
        const given = positional[0] ?? keywords.get('version');
        const written = textOf(given);
        if (!given || written === undefined)
          return m.unmodelled('a version of something that is no text is not modelled');
        const version = parseVersion(written);
        return version ? instance(cls, version) : m.raise(invalid, `Invalid version: '${written}'`);
      },
      freeze: () => ({ kind: 'object', type: 'packaging.version.Version' }),
      identity: (self) => JSON.stringify(sortKey(versionOf(self) ?? plain)),
    },
  });
}

const plain: Version = { epoch: 0, release: [0], pre: undefined, post: undefined, dev: undefined, local: undefined };

function versionOf(value: PyValue): Version | undefined {
  const payload = value.kind === 'instance' ? value.payload : undefined;
  return typeof payload === 'object' && payload !== null && 'release' in payload ? (payload as Version) : undefined;
}

function parseVersion(text: string): Version | undefined {
  const trimmed = text.trim();
  const match = trimmed.length > LONGEST ? null : PATTERN.exec(trimmed);
  if (!match) return undefined;
  const [, epoch, release = '0', letter, pre, bare, post, postNumber, dev, devNumber, local] = match;
  const kind = letter?.toLowerCase();
  return {
    epoch: Number(epoch ?? 0),
    release: release.split('.').map(Number),
    pre: kind === undefined ? undefined : [LETTERS[kind] ?? kind, Number(pre ?? 0)],
    post: bare === undefined && post === undefined ? undefined : Number(bare ?? postNumber ?? 0),
    dev: dev === undefined ? undefined : Number(devNumber ?? 0),
    local: local
      ?.toLowerCase()
      .split(/[-_.]/u)
      .map((part) => (/^\d+$/u.test(part) ? Number(part) : part)),
  };
}

function written({ epoch, release, pre, post, dev, local }: Version): string {
  return [
    epoch === 0 ? '' : `${epoch}!`,
    release.join('.'),
    pre ? pre.join('') : '',
    post === undefined ? '' : `.post${post}`,
    dev === undefined ? '' : `.dev${dev}`,
    local ? `+${local.join('.')}` : '',
  ].join('');
}

/** What orders versions, as nested lists of numbers and texts; -1 and Infinity stand for what is before and after all. */
type SortKey = readonly (number | string | SortKey)[];

function sortKey({ epoch, release, pre, post, dev, local }: Version): SortKey {
  const last = release.findLastIndex((part) => part !== 0);
  const onlyDev = pre === undefined && post === undefined && dev !== undefined;
  return [
    epoch,
    release.slice(0, Math.max(last + 1, 0)),
    pre ?? (onlyDev ? [''] : ['~']),
    post ?? -1,
    dev ?? Number.MAX_SAFE_INTEGER,
    local ? local.map((part) => (typeof part === 'number' ? [part, ''] : [-1, part])) : [],
  ];
}

function compare(left: SortKey, right: SortKey): number {
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const [a, b] = [left[index], right[index]];
    if (a === undefined) return -1;
    if (b === undefined) return 1;
    const order = typeof a === 'object' && typeof b === 'object' ? compare(a, b) : a < b ? -1 : a > b ? 1 : 0;
    if (order !== 0) return order;
  }
  return 0;
}
