/** `str.format` and `format_map`: templates with fields in braces. Source: `Objects/stringlib/unicode_format.h`. */
import { concatenate, convert, format } from './formatting.js';
import type { Interpreter } from './interpreter.js';
import type { PyValue } from './value.js';
import { int, str } from './value.js';

/** What fields name: positional and named arguments, or a mapping alone. */
export type TemplateArguments =
  | { readonly positional: readonly PyValue[]; readonly keywords: ReadonlyMap<string, PyValue> }
  | { readonly mapping: PyValue };

interface Field {
  readonly name: string;
  readonly conversion: string | undefined;
  readonly spec: string;
  /** The specification holds fields itself. */
  readonly nested: boolean;
}

/** Fields are numbered by themselves or by hand, never both. */
interface Numbering {
  how: 'itself' | 'hand' | undefined;
  next: number;
}

export function formatTemplate(vm: Interpreter, template: string, args: TemplateArguments): PyValue {
  return fill(vm, template, args, { how: undefined, next: 0 }, 2);
}

function fill(vm: Interpreter, text: string, args: TemplateArguments, numbering: Numbering, depth: number): PyValue {
  const fail = (message: string): never => vm.raise('ValueError', message);
  if (depth === 0) return fail('Max string recursion exceeded');
  const parts: (string | PyValue)[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text[at] ?? '';
    if (char !== '{' && char !== '}') {
      const next = text.slice(at).search(/[{}]/);
      const end = next < 0 ? text.length : at + next;
      parts.push(text.slice(at, end));
      at = end;
    } else if (text[at + 1] === char) {
      parts.push(char);
      at += 2;
    } else if (char === '}' || at + 1 >= text.length) {
      fail(`Single '${char}' encountered in format string`);
    } else {
      const [field, end] = readField(fail, text, at + 1);
      parts.push(fieldText(vm, field, args, numbering, depth));
      at = end;
    }
  }
  return concatenate(vm, parts);
}

/** The field that begins at `start`, and where the text goes on after it. */
function readField(fail: (message: string) => never, text: string, start: number): readonly [Field, number] {
  let at = start;
  let stop = '';
  while (at < text.length) {
    const char = text[at] ?? '';
    if (char === '{') fail("unexpected '{' in field name");
    if (char === '}' || char === ':' || char === '!') {
      stop = char;
      break;
    }
    if (char === '[') while (at + 1 < text.length && text[at] !== ']') at += 1;
    at += 1;
  }
  const name = text.slice(start, at);
  if (stop === '') return fail("expected '}' before end of string");
  at += 1;
  if (stop === '}') return [{ name, conversion: undefined, spec: '', nested: false }, at];
  let conversion: string | undefined;
  if (stop === '!') {
    if (at >= text.length) fail('end of string while looking for conversion specifier');
    conversion = String.fromCodePoint(text.codePointAt(at) ?? 0);
    at += conversion.length;
    if (at < text.length) {
      const after = text[at];
      at += 1;
      if (after === '}') return [{ name, conversion, spec: '', nested: false }, at];
      if (after !== ':') fail("expected ':' after conversion specifier");
    }
  }
  const begin = at;
  let open = 1;
  let nested = false;
  for (; at < text.length; at += 1) {
    if (text[at] === '{') {
      nested = true;
      open += 1;
    } else if (text[at] === '}') {
      open -= 1;
      if (open === 0) return [{ name, conversion, spec: text.slice(begin, at), nested }, at + 1];
    }
  }
  return fail("unmatched '{' in format spec");
}

function fieldText(
  vm: Interpreter,
  field: Field,
  args: TemplateArguments,
  numbering: Numbering,
  depth: number,
): PyValue {
  const value = fieldValue(vm, field.name, args, numbering);
  const { conversion } = field;
  if (conversion !== undefined && !/^[rsa]$/.test(conversion)) {
    const code = conversion.codePointAt(0) ?? 0;
    const shown = code > 32 && code < 127 ? conversion : `\\x${code.toString(16)}`;
    return vm.raise('ValueError', `Unknown conversion specifier ${shown}`);
  }
  const converted = convert(vm, value, conversion);
  const spec = field.nested ? fill(vm, field.spec, args, numbering, depth - 1) : str(field.spec);
  return spec.kind === 'str' ? format(vm, converted, spec.value) : vm.derive(spec, { type: 'str' });
}

/** The argument that a field names, with its attributes and items: `0.name[key]`. */
function fieldValue(vm: Interpreter, whole: string, args: TemplateArguments, numbering: Numbering): PyValue {
  const fail = (message: string): never => vm.raise('ValueError', message);
  const first = /^[^.[]*/.exec(whole)?.[0] ?? '';
  let value = argument(vm, first, args, numbering);
  let rest = whole.slice(first.length);
  while (rest !== '') {
    if (rest.startsWith('.')) {
      const name = /^\.([^.[]*)/.exec(rest)?.[1] ?? '';
      if (name === '') fail('Empty attribute in format string');
      value = vm.getAttribute(value, name);
      rest = rest.slice(name.length + 1);
    } else if (rest.startsWith('[')) {
      const end = rest.indexOf(']');
      if (end < 0) fail("Missing ']' in format string");
      const key = rest.slice(1, end);
      if (key === '') fail('Empty attribute in format string');
      value = vm.getItem(value, /^\d+$/.test(key) ? int(BigInt(key)) : str(key));
      rest = rest.slice(end + 1);
    } else fail("Only '.' or '[' may follow ']' in format field specifier");
  }
  return value;
}

function argument(vm: Interpreter, name: string, args: TemplateArguments, numbering: Numbering): PyValue {
  const isNumber = name === '' || /^\d+$/.test(name);
  if (isNumber) {
    const how = name === '' ? 'itself' : 'hand';
    if (numbering.how !== undefined && numbering.how !== how) {
      const [from, to] =
        how === 'hand'
          ? ['automatic field numbering', 'manual field specification']
          : ['manual field specification', 'automatic field numbering'];
      return vm.raise('ValueError', `cannot switch from ${from} to ${to}`);
    }
    numbering.how = how;
  }
  if ('mapping' in args)
    return isNumber
      ? vm.raise('ValueError', 'Format string contains positional fields')
      : vm.getItem(args.mapping, str(name));
  if (!isNumber) return args.keywords.get(name) ?? vm.raise('KeyError', name);
  const at = name === '' ? numbering.next++ : Number(name);
  return (
    args.positional[at] ?? vm.raise('IndexError', `Replacement index ${at} out of range for positional args tuple`)
  );
}
