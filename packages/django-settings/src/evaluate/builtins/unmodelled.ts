/** Attributes that builtin types of CPython have and that are not modelled: they are unknown, not absent. */

const names: Readonly<Record<string, string>> = {
  int: 'as_integer_ratio bit_count conjugate denominator from_bytes imag is_integer numerator real to_bytes',
  bool: 'as_integer_ratio bit_count conjugate denominator from_bytes imag is_integer numerator real to_bytes',
  float: 'as_integer_ratio conjugate from_number fromhex hex imag real',
  bytes:
    'capitalize center count endswith expandtabs find fromhex index isalnum isalpha isascii isdigit islower isspace istitle ' +
    'isupper join ljust maketrans partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit splitlines ' +
    'swapcase title translate zfill',
  range: 'count index',
  slice: 'indices',
  generator: 'close gi_code gi_frame gi_running gi_suspended gi_yieldfrom send throw',
  type: 'mro',
  property: 'deleter fdel fget fset getter setter',
};

/** The words between double underscores of which some builtin type has an attribute (Python 3.8 to 3.13). */
const special = new Set(
  (
    'abs abstractmethods add alloc and annotations base bases basicsize bool buffer builtins bytes call ceil class ' +
    'class_getitem closure code complex contains defaults del delattr delete delitem dict dictoffset dir divmod doc enter eq ' +
    'exit flags float floor floordiv format func ge get getattribute getformat getitem getnewargs getstate globals gt hash ' +
    'iadd iand imul index init init_subclass instancecheck int invert ior isabstractmethod isub itemsize iter ixor kwdefaults ' +
    'le len length_hint lshift lt mod module mro mul name ne neg new next or pos pow prepare qualname radd rand rdivmod ' +
    'reduce reduce_ex release_buffer repr reversed rfloordiv rlshift rmod rmul ror round rpow rrshift rshift rsub rtruediv ' +
    'rxor self set set_format set_name setattr setformat setitem setstate sizeof str sub subclasscheck subclasses ' +
    'subclasshook text_signature truediv trunc type_params weakrefoffset wrapped xor'
  )
    .split(' ')
    .map((word) => `__${word}__`),
);

/** Whether a value of the type has the attribute in CPython. What some builtin type has under double underscores is taken to be there. */
export function hasUnmodelled(type: string, name: string): boolean {
  return (special.has(name) && type !== 'module') || (names[type]?.split(' ').includes(name) ?? false);
}
