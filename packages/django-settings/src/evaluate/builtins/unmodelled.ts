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

/** Whether a value of the type has the attribute in CPython. Names between double underscores are taken to be there. */
export function hasUnmodelled(type: string, name: string): boolean {
  return (
    (name.startsWith('__') && name.endsWith('__') && type !== 'module') ||
    (names[type]?.split(' ').includes(name) ?? false)
  );
}
