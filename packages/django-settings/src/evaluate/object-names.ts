/** The names that every object has of its class `object`. */
export const objectNames: readonly string[] = (
  '__class__ __delattr__ __dict__ __dir__ __doc__ __eq__ __format__ __ge__ __getattribute__ __getstate__ __gt__ __hash__ ' +
  '__init__ __init_subclass__ __le__ __lt__ __module__ __ne__ __new__ __reduce__ __reduce_ex__ __repr__ __setattr__ ' +
  '__sizeof__ __str__ __subclasshook__ __weakref__'
).split(' ');

/** Those of them that `object` holds itself: of a class, each is found there before its metaclass is asked. */
export const ofObjectItself = objectNames.filter(
  (name) => !/^__(?:class|dict|doc|module|weakref|getstate)__$/u.test(name),
);
