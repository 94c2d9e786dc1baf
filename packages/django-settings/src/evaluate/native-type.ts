/** What a modelled function is in CPython: a class, a function of Python code, or one of C code. */
import type { PyNative } from './value.js';

export type NativeType =
  | 'type'
  | 'function'
  | 'builtin_function_or_method'
  | 'method'
  | 'method_descriptor'
  | 'wrapper_descriptor'
  | 'Quitter'
  | 'unknown';

/** Classes that are modelled as the function that makes their instances, and have no attributes but special ones. */
const bareClasses = new RegExp(
  '^(?:zip|map|filter|enumerate|reversed|itertools\\.(?:accumulate|batched|combinations|combinations_with_replacement|' +
    'compress|count|cycle|dropwhile|filterfalse|groupby|islice|pairwise|permutations|product|repeat|starmap|takewhile|' +
    'zip_longest))$',
  'u',
);

const otherClasses =
  /^(?:collections\.(?:deque|UserDict|UserList|UserString)|functools\.cached_property|(?:\w+\.)+(?!NamedT|TemporaryFile$|TypedDict$)[A-Z]\w*[a-z]\w*|socket\.socket|hashlib\.blake2[bs]|uuid\.UUID)$/u;

/** Classes written in C, whose methods are too. */
const classesInC =
  /^(?:int|bool|float|complex|str|bytes|bytearray|list|tuple|dict|set|frozenset|range|slice|object|type|property|generator|iterator|o?dict_\w+|BaseException(?:Group)?|[A-Z]\w+Error|(?:datetime|io)\.\w+|re\.(?:Match|Pattern)|collections\.(?:OrderedDict|defaultdict|deque)|OrderedDict|mappingproxy|itertools\.chain|operator\.(?:attrgetter|itemgetter|methodcaller)|functools\.partial|types\.\w+|_lru_cache_wrapper|sys\.modules)\.\w+$/u;

/** Functions of C code. */
const inC = [
  /^\w+$/u,
  /^(?:sys|math|operator|resource|time|binascii|zlib|itertools)\.\w+$/u,
  /^os\.(?!getenvb?$|makedirs$|removedirs$|renames$|f?walk$|popen$|fdopen$|get_exec_path$|exec[lv]p?e?$|spawn)\w+$/u,
  /^(?:os\.path|posixpath)\.(?:_path_)?normpath$/u,
  /^functools\.(?:reduce|cmp_to_key)$/u,
  /^hashlib\.(?!new$|file_digest$)\w+$/u,
  /^socket\.geth\w+$/u,
  /^random\.(?:random|getrandbits)$/u,
  /^warnings\.warn(?:_explicit)?$/u,
];

/** Functions of a module that are methods of an object that it keeps. */
const kept = /^(?:random\.\w+|secrets\.(?:choice|randbits))$/u;

/** Special methods that a class in C defines as it does any method, not by a slot. */
const unslotted =
  /(?:__(?:reversed|sizeof|reduce|reduce_ex|format|dir|getnewargs|complex|ceil|floor|round|trunc|enter|exit|getstate|setstate|length_hint|missing|copy|deepcopy|bytes|subclasses|instancecheck|subclasscheck)__|(?:dict|set)\.__contains__|(?:dict|list)\.__getitem__)$/u;

/** Methods in C that are told in which class they are defined. */
const definedIn = /^re\.Pattern\.(?:finditer|fullmatch|match|scanner|search|subn?)$/u;

/** Whether a modelled function is a class in CPython. */
export function isClassInPython({ qualname, method }: Pick<PyNative, 'qualname' | 'method'>): boolean {
  return !method && (bareClasses.test(qualname) || otherClasses.test(qualname));
}

/** Whether it is such a class whose attributes are special ones alone. */
export function isBareClass({ qualname }: PyNative): boolean {
  return bareClasses.test(qualname);
}

/** The name of its type, as it is found in a module or in a class. */
export function nativeType(native: PyNative): NativeType {
  const { qualname, method } = native;
  if (native.decorated) return 'function';
  if (isClassInPython(native)) return 'type';
  if (qualname === 'exit') return 'Quitter';
  const isInC = classesInC.test(qualname);
  const special = /\.__\w+__$/u.test(qualname);
  // A model has special methods where CPython's class has others, or inherits them.
  if (special && !native.slot && !(method && isInC && !qualname.startsWith('object.'))) return 'unknown';
  if (method) {
    if (!isInC && !native.slot) return 'function';
    return special && !unslotted.test(qualname) ? 'wrapper_descriptor' : 'method_descriptor';
  }
  if (isInC || inC.some((pattern) => pattern.test(qualname))) return 'builtin_function_or_method';
  return kept.test(qualname) ? 'method' : 'function';
}

/** The name of its type once it is bound to an object. */
export function boundNativeType(
  native: PyNative,
): 'method' | 'builtin_function_or_method' | 'builtin_method' | 'method-wrapper' | 'unknown' {
  if (definedIn.test(native.qualname)) return 'builtin_method';
  const type = nativeType(native);
  if (type === 'unknown') return type;
  if (type === 'wrapper_descriptor') return 'method-wrapper';
  return type === 'function' || type === 'method' ? 'method' : 'builtin_function_or_method';
}
