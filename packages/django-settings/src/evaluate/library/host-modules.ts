/** Standard modules whose answers are facts of the host, the clock or chance: each says so. */
import { type Certain, fn, type NativeModule } from '../native.js';
import { int, none, type PyValue, tuple } from '../value.js';
import { warningsModule } from './warnings.js';

const random = 'it is random';

interface HostFunction {
  readonly why: string;
  readonly certain?: Certain;
}

/** The modules by name. */
export function hostModules(): readonly (readonly [string, NativeModule])[] {
  const text = { type: 'str' } as const;
  const someText = { type: 'str', truth: true } as const;
  const host = 'it is a fact of the host';
  const clock = 'the current time is not known';
  const command = 'it runs a command';
  return [
    moduleOf('socket', {
      gethostname: { why: "the host's name is not known", certain: someText },
      getfqdn: { why: "the host's name is not known", certain: someText },
      gethostbyname: { why: "the host's address is not known", certain: someText },
      gethostbyname_ex: { why: "the host's addresses are not known", certain: { type: 'tuple' } },
      getaddrinfo: { why: "the host's addresses are not known", certain: { type: 'list' } },
      socket: { why: 'it opens a connection' },
      create_connection: { why: 'it opens a connection' },
    }),
    moduleOf(
      'platform',
      Object.fromEntries(
        [
          'node',
          'machine',
          'platform',
          'processor',
          'release',
          'version',
          'python_version',
          'python_implementation',
          'architecture',
        ].map((name) => [name, { why: host, certain: name === 'architecture' ? {} : text }]),
      ),
    ),
    moduleOf('getpass', {
      getuser: { why: 'the user is a fact of the host', certain: someText },
      getpass: { why: 'it asks a person', certain: text },
    }),
    moduleOf('pwd', {
      getpwuid: { why: 'the user is a fact of the host' },
      getpwnam: { why: 'the user is a fact of the host' },
    }),
    moduleOf(
      'uuid',
      Object.fromEntries(
        ['uuid1', 'uuid3', 'uuid4', 'uuid5', 'getnode', 'UUID'].map((name) => [name, { why: random }]),
      ),
    ),
    moduleOf(
      'random',
      Object.fromEntries(
        [
          'random',
          'randint',
          'choice',
          'choices',
          'sample',
          'randrange',
          'uniform',
          'shuffle',
          'getrandbits',
          'SystemRandom',
          'Random',
        ].map((name) => [name, { why: random }]),
      ),
      ['seed'],
    ),
    moduleOf('secrets', {
      token_urlsafe: { why: random, certain: { ...someText, symbol: 'random' } },
      token_hex: { why: random, certain: { ...someText, symbol: 'random' } },
      token_bytes: { why: random },
      choice: { why: random },
      randbelow: { why: random, certain: { type: 'int' } },
      randbits: { why: random, certain: { type: 'int' } },
      SystemRandom: { why: random },
    }),
    moduleOf(
      'time',
      {
        time: { why: clock, certain: { type: 'float', truth: true } },
        time_ns: { why: clock, certain: { type: 'int', truth: true } },
        monotonic: { why: clock, certain: { type: 'float' } },
        perf_counter: { why: clock, certain: { type: 'float' } },
        strftime: { why: clock, certain: text },
        localtime: { why: clock },
        gmtime: { why: clock },
        ctime: { why: clock, certain: someText },
        mktime: { why: clock, certain: { type: 'float' } },
      },
      ['sleep', 'tzset'],
    ),
    moduleOf(
      'subprocess',
      Object.fromEntries(
        ['run', 'check_output', 'call', 'check_call', 'Popen', 'getoutput', 'getstatusoutput'].map((name) => [
          name,
          { why: command },
        ]),
      ),
    ),
    moduleOf(
      'hashlib',
      Object.fromEntries(
        ['md5', 'sha1', 'sha256', 'sha512', 'sha224', 'sha384', 'blake2b', 'new', 'pbkdf2_hmac'].map((name) => [
          name,
          { why: 'hashes are not computed' },
        ]),
      ),
    ),
    moduleOf('hmac', {
      new: { why: 'hashes are not computed' },
      compare_digest: { why: 'hashes are not computed', certain: { type: 'bool' } },
    }),
    moduleOf('tempfile', {
      gettempdir: { why: "the host's temporary directory is not known", certain: someText },
      mkdtemp: { why: 'a temporary directory has a random name', certain: someText },
      mkstemp: { why: 'a temporary file has a random name' },
      NamedTemporaryFile: { why: 'a temporary file has a random name' },
      TemporaryDirectory: { why: 'a temporary directory has a random name' },
    }),
    moduleOf('multiprocessing', {
      cpu_count: { why: 'the number of processors is a fact of the host', certain: { type: 'int', truth: true } },
    }),
    moduleOf(
      'ipaddress',
      Object.fromEntries(
        ['ip_network', 'ip_address', 'IPv4Network', 'IPv4Address', 'ip_interface'].map((name) => [
          name,
          { why: 'addresses are not modelled' },
        ]),
      ),
    ),
    moduleOf(
      'locale',
      { getlocale: { why: host }, getdefaultlocale: { why: host }, getpreferredencoding: { why: host, certain: text } },
      ['setlocale'],
    ),
    moduleOf(
      'shutil',
      {
        which: { why: 'which programs are installed is a fact of the host' },
        disk_usage: { why: host },
      },
      ['copy', 'copyfile', 'copytree', 'rmtree', 'move', 'copy2'],
    ),
    moduleOf('zoneinfo', {
      ZoneInfo: { why: 'a time zone object', certain: { truth: true } },
      available_timezones: { why: host },
    }),
    moduleOf('gc', { get_objects: { why: host } }, ['collect', 'disable', 'enable', 'freeze', 'set_threshold']),
    ['warnings', warningsModule],
    moduleOf('mimetypes', { guess_type: { why: host }, guess_extension: { why: host } }, ['add_type', 'init']),
    moduleOf('traceback', { format_exc: { why: 'tracebacks are not modelled', certain: text } }, [
      'print_exc',
      'print_stack',
      'print_exception',
    ]),
    moduleOf('faulthandler', {}, ['enable', 'disable', 'register', 'dump_traceback_later']),
    moduleOf('signal', { getsignal: { why: host } }, ['signal', 'alarm']),
    moduleOf('atexit', {}, ['register', 'unregister']),
    moduleOf('resource', { getrlimit: { why: host } }, [], { ...resourceConstants, setrlimit }),
    moduleOf('pprint', { pformat: { why: 'its layout is not modelled', certain: text } }, ['pprint', 'pp']),
  ];
}

const unsigned = (value: bigint): bigint => BigInt.asUintN(64, value);

/** It changes the process, as far as the host lets it. */
const setrlimit = fn('resource.setrlimit', '(resource, limits, /)', (m, args) => {
  const [which, limits] = [args.get('resource'), args.get('limits')];
  if (which.kind !== 'int' || limits.kind !== 'tuple' || limits.items.length !== 2)
    return m.unmodelled('what `setrlimit` makes of these arguments is not modelled');
  const [soft, hard] = limits.items;
  const isPair = [soft, hard].every((one) => one && (one.kind === 'int' || m.doubt(one)));
  if (!isPair) return m.unmodelled('what `setrlimit` makes of these limits is not modelled');
  if (which.value < 0n || which.value > 15n) m.raise('ValueError', 'invalid resource specified');
  const isAbove = soft?.kind === 'int' && hard?.kind === 'int' && unsigned(soft.value) > unsigned(hard.value);
  if (isAbove) m.raise('ValueError', 'current limit exceeds maximum limit');
  return none;
});

/** Linux's numbers. */
const resourceConstants = Object.fromEntries(
  ['CPU', 'FSIZE', 'DATA', 'STACK', 'CORE', 'RSS', 'NPROC', 'NOFILE', 'MEMLOCK', 'AS']
    .map((name, index): [string, PyValue] => [`RLIMIT_${name}`, int(index)])
    .concat([['RLIM_INFINITY', int(-1)]]),
);

function moduleOf(
  name: string,
  facts: Readonly<Record<string, HostFunction>>,
  silent: readonly string[] = [],
  constants: Readonly<Record<string, PyValue>> = {},
): readonly [string, NativeModule] {
  const load = (): Readonly<Record<string, PyValue>> => ({
    ...Object.fromEntries(
      Object.entries(facts).map(([member, { why, certain }]) => [
        member,
        fn(
          `${name}.${member}`,
          '(*args, **extra)',
          (machine, args) => {
            // What it is given it may refuse.
            const made = machine[args.all().length > 0 ? 'unmodelled' : 'unknown'](
              `\`${name}.${member}\`: ${why}`,
              certain,
            );
            if (why !== random) return made;
            if (member === 'shuffle') for (const given of args.rest) machine.spoil(given, made);
            // It may be one of what it is given.
            return args.rest.length > 0 ? { ...made, reaches: tuple(args.rest) } : made;
          },
          {
            unknowns: 'accept',
          },
        ),
      ]),
    ),
    ...constants,
    ...Object.fromEntries(
      silent.map((member) => [member, fn(`${name}.${member}`, '(*args, **extra)', () => none, { unknowns: 'accept' })]),
    ),
  });
  return [name, { standard: true, load }];
}
