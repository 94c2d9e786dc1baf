/** The text that documents a module, class or function, as its `__doc__` gives it. */
import type { Statement } from '../syntax/tree.js';
import type { Interpreter } from './interpreter.js';
import type { PyClass, PyValue } from './value.js';
import { none, str } from './value.js';

/** The string that stands first in a body. */
export function docOf([first]: readonly Statement[]): string | undefined {
  return first?.kind === 'expression' && first.value.kind === 'str' ? first.value.value : undefined;
}

/** What `__doc__` gives of it: since Python 3.13 without its indentation. */
export function docValue(vm: Interpreter, doc: string | undefined): PyValue {
  if (doc === undefined) return none;
  const plain = !/^ |[\n\t]/.test(doc);
  if (plain) return str(doc);
  if (!vm.python) return vm.unknown('how a docstring is indented depends on the version of Python', { type: 'str' });
  return str(vm.python[1] < 13 ? doc : withoutIndentation(doc));
}

function withoutIndentation(doc: string): string {
  const [first = '', ...rest] = expandTabs(doc).split('\n');
  const margins = rest.filter((line) => /[^ ]/.test(line)).map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const margin = margins.length === 0 ? 0 : Math.min(...margins);
  return [
    first.replace(/^ +/, ''),
    ...rest.map((line) => line.slice(Math.min(margin, /^ */.exec(line)?.[0].length ?? 0))),
  ].join('\n');
}

function expandTabs(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      let out = '';
      for (const char of line) out += char === '\t' ? ' '.repeat(8 - (out.length % 8)) : char;
      return out;
    })
    .join('\n');
}

/** A class's own text: it is not inherited. */
export function docOfClass(vm: Interpreter, cls: PyClass): PyValue {
  const own = cls.attributes.entries.get('__doc__')?.value;
  if (own) return own;
  const isProjects = cls.module !== 'builtins' && !cls.native;
  return isProjects ? none : vm.unknown(`the text that documents \`${cls.name}\` is not modelled`);
}
