/** What CPython calls a class in its messages: classes written in C outside `builtins` carry their module's name there. */
import type { PyClass } from './value.js';

const inC: Readonly<Record<string, readonly string[]>> = {
  collections: ['OrderedDict', 'defaultdict', 'deque'],
  datetime: ['date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo'],
  decimal: ['Decimal'],
  re: ['Pattern', 'Match'],
  sys: ['version_info', 'flags', 'hash_info', 'float_info', 'int_info'],
  _io: ['TextIOWrapper', 'BufferedReader', 'BytesIO', 'StringIO'],
  functools: ['partial', '_lru_cache_wrapper'],
  operator: ['attrgetter', 'itemgetter'],
  types: ['SimpleNamespace', 'UnionType'],
  itertools: (
    '_grouper _tee accumulate batched chain combinations combinations_with_replacement compress count cycle dropwhile filterfalse groupby ' +
    'islice pairwise permutations product repeat starmap takewhile zip_longest'
  ).split(' '),
};

/** The name in messages of a class of iterators. */
export const iteratorName = (type: string): string => (inC.itertools?.includes(type) ? `itertools.${type}` : type);

/** Whether it is such a class. */
export const isNamedWhole = ({ module, name }: PyClass): boolean => inC[module]?.includes(name) === true;

/** A class's name in messages (`tp_name`). */
export function nameInMessages({ module, name }: Pick<PyClass, 'module' | 'name'>): string {
  return inC[module]?.includes(name) ? `${module}.${name}` : name;
}
