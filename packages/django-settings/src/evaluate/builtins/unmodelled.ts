/** Attributes that builtin types of CPython have and that are not modelled: they are unknown, not absent. */

const names: Readonly<Record<string, string>> = {
  int: 'as_integer_ratio bit_count conjugate denominator from_bytes imag is_integer numerator real to_bytes',
  bool: 'as_integer_ratio bit_count conjugate denominator from_bytes imag is_integer numerator real to_bytes',
  float: 'as_integer_ratio conjugate from_number fromhex hex imag real',
  bytes:
    'capitalize center count endswith expandtabs find fromhex index isalnum isalpha isascii isdigit islower isspace istitle ' +
    'isupper join ljust maketrans partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit splitlines ' +
    'swapcase title translate zfill',
  range: 'count index start stop step',
  slice: 'indices start stop step',
  generator: 'close gi_code gi_frame gi_running gi_suspended gi_yieldfrom send throw',
  type: 'mro',
  property: 'deleter fdel fget fset getter setter',
};

/** The words between double underscores that every value has. */
const common =
  'class delattr dir doc eq format ge getattribute getstate gt hash init init_subclass le lt ne new reduce reduce_ex repr ' +
  'setattr sizeof str subclasshook';

const whole =
  'abs add bool ceil divmod float floor floordiv getnewargs int mod mul neg pos pow radd rdivmod rfloordiv rmod rmul round ' +
  'rpow rsub rtruediv sub truediv trunc';
const bits = 'and index invert lshift or rand rlshift ror rrshift rshift rxor xor';
const text = 'add contains getitem getnewargs iter len mod mul rmod rmul';
const setLike = 'and contains iter len or rand ror rsub rxor sub xor';
const wrapped = 'dict func get isabstractmethod wrapped name qualname module annotations';

/** Those that a type has besides (Python 3.8 to 3.13). */
const specials: Readonly<Record<string, string>> = {
  int: `${whole} ${bits}`,
  bool: `${whole} ${bits}`,
  float: `${whole} getformat setformat set_format`,
  str: text,
  bytes: `${text} bytes buffer`,
  list: 'add class_getitem contains delitem getitem iadd imul iter len mul reversed rmul setitem',
  tuple: 'add class_getitem contains getitem getnewargs iter len mul rmul',
  dict: 'class_getitem contains delitem getitem ior iter len or reversed ror setitem',
  set: `${setLike} class_getitem iand ior isub ixor`,
  frozenset: `${setLike} class_getitem`,
  range: 'bool contains getitem iter len reversed',
  object: '',
  slice: '',
  bytearray: `${text} alloc buffer delitem iadd imul release_buffer setitem`,
  complex: `${whole} complex`,
  enumerate: 'class_getitem iter next',
  filter: 'iter next',
  map: 'iter next',
  zip: 'iter next setstate',
  reversed: 'iter length_hint next setstate',
  super: 'get self self_class thisclass',
  memoryview: 'buffer delitem enter exit getitem iter len release_buffer setitem',
  NoneType: 'bool',
  ellipsis: '',
  NotImplementedType: 'bool',
  function:
    'annotations builtins call closure code defaults dict get globals kwdefaults module name qualname type_params',
  builtin_function_or_method: 'call module name qualname self text_signature',
  method: 'call func get self',
  method_descriptor: 'call get name objclass qualname text_signature',
  wrapper_descriptor: 'call get name objclass qualname text_signature',
  builtin_method: 'call module name qualname self text_signature',
  'method-wrapper': 'call name objclass qualname self text_signature',
  module: 'annotations dict',
  generator: 'class_getitem del iter name next qualname',
  property: 'delete get isabstractmethod name set set_name',
  staticmethod: `${wrapped} call`,
  classmethod: wrapped,
  dict_keys: `${setLike} reversed`,
  dict_values: 'iter len reversed',
  dict_items: `${setLike} reversed`,
  type:
    'annotations base bases basicsize call dict dictoffset flags instancecheck itemsize module mro name or prepare qualname ' +
    'ror subclasscheck subclasses text_signature type_params weakrefoffset',
};

/** What classes of the standard library have that their models lack (Python 3.8 to 3.13). */
const ofClasses: Readonly<Record<string, string>> = {
  'pathlib.PurePath':
    '__class_getitem__ __enter__ __exit__ from_uri full_match is_block_device is_char_device is_fifo is_junction ' +
    'is_mount is_reserved is_socket link_to lchmod parser with_segments __slots__',
  'datetime.timedelta':
    '__abs__ __bool__ __divmod__ __floordiv__ __mod__ __neg__ __pos__ __radd__ __rdivmod__ __rfloordiv__ __rmod__ __rmul__ ' +
    '__rsub__ __rtruediv__',
  'datetime.date': '__add__ __radd__ __replace__ __rsub__ __sub__',
  'collections.OrderedDict': '__reversed__ __dict__',
  'collections.defaultdict': '__copy__',
  'os._Environ':
    '__class_getitem__ __reversed__ _data clear decodekey decodevalue encodekey encodevalue popitem __abstractmethods__',
  'types.SimpleNamespace': '__replace__',
  'sys.version_info':
    'count index n_fields n_sequence_fields n_unnamed_fields __add__ __mul__ __rmul__ __contains__ __getnewargs__ __class_getitem__',
  'contextlib.nullcontext': 'enter_result',
  'functools.partial': '__class_getitem__ __get__ __setstate__ __vectorcalloffset__',
  'builtins.OSError': 'characters_written errno filename filename2 strerror',
  'builtins.ImportError': 'msg name path',
  'builtins.NameError': 'name',
  'builtins.AttributeError': 'name obj',
  'builtins.StopIteration': 'value',
  'builtins.SyntaxError': 'end_lineno end_offset filename lineno msg offset print_file_and_line text',
  'builtins.BaseException': '__setstate__ args',
  'builtins.BaseExceptionGroup': '__class_getitem__',
};

/** Whether a class of the library is known to have the attribute, of which its model knows nothing. */
export function lacksModel(
  { module, name }: { readonly module: string; readonly name: string },
  attribute: string,
): boolean {
  return ofClasses[`${module.replace('._local', '')}.${name}`]?.split(' ').includes(attribute) ?? false;
}

/** All that some type has: what is asked of a type that is not listed is taken to be there. */
const some = `${Object.values(specials).join(' ')} ${[
  'abstractmethods alloc cause context copy deepcopy del enter exit fspath hash iter length_hint matmul next orig_class',
  'orig_bases prepare release_buffer rmatmul set_name setstate suppress_context traceback missing args origin parameters',
].join(' ')}`;

/** What every exception has besides; a group can be given a type as well. */
const ofExceptions = 'cause context dict setstate suppress_context traceback';
const exceptionName =
  /^(?:BaseException|Exception|GeneratorExit|KeyboardInterrupt|Stop(?:Async)?Iteration|SystemExit|[A-Z]\w*Error|\w*Warning)$/u;

const setOf = (words: string) => new Set(`${common} ${words}`.split(' ').map((word) => `__${word}__`));
const sets = new Map(Object.entries(specials).map(([type, words]) => [type, setOf(words)]));
const any = setOf(some);
const exceptions = setOf(ofExceptions);

/** The special methods of a type, or all that some type has where it is not listed. */
const specialsOf = (type: string) => sets.get(type) ?? (exceptionName.test(type) ? exceptions : any);

/** Whether a type is known to have a special method of its own. */
export const hasSpecial = (type: string, name: string): boolean => sets.get(type)?.has(name) ?? false;

/** Whether a value of the type has the attribute in CPython. */
export function hasUnmodelled(type: string, name: string): boolean {
  return specialsOf(type).has(name) || (names[type]?.split(' ').includes(name) ?? false);
}
