/** The constants that are keys of mapping patterns. */
import { reprText } from '../evaluate/library/python-text.js';
import type { Expression } from './tree.js';

/** A constant: a text that equal constants share, and how an error shows it. */
interface Key {
  readonly same: string;
  readonly shown: string;
}

/** A key that is a constant; `undefined` for a name in another namespace. */
export function keyOf(key: Expression): Key | undefined {
  switch (key.kind) {
    case 'str':
      return { same: reprText(key.value), shown: reprText(key.value) };
    case 'none':
      return { same: 'None', shown: 'None' };
    case 'bool':
      return { same: key.value ? '1' : '0', shown: key.value ? 'True' : 'False' };
    case 'int':
      return { same: String(key.value), shown: String(key.value) };
    case 'unary': {
      const inner = key.operator === '-' ? key.value : undefined;
      if (inner?.kind !== 'int') return undefined;
      return { same: String(-inner.value), shown: String(-inner.value) };
    }
    default:
      return undefined;
  }
}
