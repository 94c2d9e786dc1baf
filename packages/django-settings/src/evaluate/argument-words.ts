/** In whose words CPython refuses the arguments of a modelled function: Python code has one set for all, C code many. */

/** `'C'` where `as` is refused in the words of `c-arguments.ts`, `'other'` where the words are not known. */
export type Words = { readonly are: 'Python' } | { readonly are: 'C'; readonly as: string } | { readonly are: 'other' };

/** Modules written in C whose functions speak as most C functions do, with the name that they give themselves. */
const plainC: readonly (readonly [RegExp, (name: string) => string])[] = [
  [/^operator\.(?!itemgetter|attrgetter|methodcaller)(\w+)$/u, (name) => `_operator.${name}`],
  [/^itertools\.(cycle|chain|dropwhile|takewhile|filterfalse|starmap|pairwise|islice)$/u, (name) => name],
  [/^functools\.(reduce)$/u, (name) => name],
  [/^((?:math|sys)\.\w+)$/u, (name) => name],
  [/^os\.(getcwd|getpid)$/u, (name) => `posix.${name}`],
];

/** What is written in C besides, with words of its own. */
const ownC: readonly RegExp[] = [
  /^(?:int|bool|float|complex|str|bytes|bytearray|list|tuple|dict|set|frozenset|range|slice|type|object|property|NoneType|iterator|generator|o?dict_\w+)\.__/u,
  /^(?:operator|itertools|datetime|time|binascii|zlib|types|io|functools\.(?:partial|_lru_cache_wrapper))\b/u,
  /^collections\.(?:deque|defaultdict|OrderedDict)\b/u,
  /^os\.(?!getenv|makedirs|walk|path\.|environ)\w+$/u,
  /^os\.path\.(?:normpath|isdir|isfile|islink|exists|lexists|splitroot)$/u,
  /^(?:configparser\.SectionProxy|urllib\.parse\.\w+Result|_lru_cache_wrapper|mappingproxy|re\.Match|re\.Pattern|pathlib|os\.environ|sys\.modules)\./u,
  /^\w*(?:Error|Exception|ExceptionGroup|Exit)\./u,
  /^(?:open|sorted)$/u,
];

/** The words of a function by its dotted name. */
export function wordsOf(qualname: string, written: 'C' | undefined): Words {
  // A special method that is called by its name is most often a slot, with words of its own.
  if (/^[a-z]\w*\.__\w+__$/u.test(qualname)) return { are: 'other' };
  if (written === 'C') return { are: 'C', as: qualname };
  for (const [pattern, own] of plainC) {
    const name = pattern.exec(qualname)?.[1];
    if (name !== undefined) return { are: 'C', as: own(name) };
  }
  return { are: ownC.some((pattern) => pattern.test(qualname)) ? 'other' : 'Python' };
}
