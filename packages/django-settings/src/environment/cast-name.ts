/** What the environment contract calls the thing a reader turns a variable into. */
import type { PyValue } from '../evaluate/value.js';

/** `bool`, `int`, `Csv`: the name of a class or function, or of the class of a callable object. */
export function castName(cast: PyValue | undefined): string | undefined {
  switch (cast?.kind) {
    case 'class':
    case 'native':
      return cast.name;
    case 'function':
      return cast.name === '<lambda>' ? 'function' : cast.name;
    case 'instance':
      return cast.cls.name;
    case 'method':
      return castName(cast.callee);
    case 'list':
      return 'list';
    case 'tuple':
      return 'tuple';
    case 'dict':
      return 'dict';
    default:
      return undefined;
  }
}
