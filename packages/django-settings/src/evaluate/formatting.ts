/** f-strings' fields, `str.format` and `%` with Python's results. */
import { formatValue } from './format-spec.js';
import type { Interpreter } from './interpreter.js';
import { lengthOf, onlyAscii } from './text.js';
import type { PyArguments, PyStr, PyUnknown, PyValue } from './value.js';
import { float, int, str } from './value.js';

/** `format(value, spec)`: text or an unknown. */
export function format(vm: Interpreter, value: PyValue, spec: string): PyValue {
  if (value.kind === 'choice') return vm.each(value, (option) => format(vm, option, spec));
  if (value.kind === 'unknown') return spec === '' ? vm.str(value) : vm.derive(value, { type: 'str' });
  const method = value.kind === 'instance' ? vm.special(value, '__format__') : undefined;
  if (method) return vm.call(method, [str(spec)]);
  if (spec === '') return vm.str(value);
  if (value.kind !== 'str' && value.kind !== 'int' && value.kind !== 'bool' && value.kind !== 'float') {
    return vm.raise('TypeError', `unsupported format string passed to ${vm.typeName(value)}.__format__`);
  }
  const done = formatValue(value, spec);
  if (!done) return vm.unknown(`the format \`${spec}\` is not evaluated`, { type: 'str' });
  return 'error' in done ? vm.raise('ValueError', done.error) : str(done.text);
}

/** `!s`, `!r`, `!a` */
export function convert(vm: Interpreter, value: PyValue, conversion: string | undefined): PyValue {
  if (conversion === undefined) return value;
  if (conversion === 's') return vm.str(value);
  const text = vm.repr(value);
  return conversion === 'a' && text.kind === 'str' ? str(onlyAscii(text.value)) : text;
}

/** Pieces of text put together; unknown as soon as one is. */
export function concatenate(vm: Interpreter, parts: readonly (string | PyValue)[]): PyValue {
  for (const part of parts) {
    if (typeof part !== 'string' && part.kind === 'choice') {
      return vm.each(part, (option) =>
        concatenate(
          vm,
          parts.map((one) => (one === part ? option : one)),
        ),
      );
    }
  }
  let out = '';
  let unknown: PyUnknown | undefined;
  for (const part of parts) {
    if (typeof part === 'string') out += part;
    else if (part.kind === 'str') out += part.value;
    else if (part.kind === 'unknown') unknown ??= part;
  }
  if (!unknown) return str(out);
  const sure =
    out !== '' || parts.some((part) => typeof part !== 'string' && part.kind === 'unknown' && part.truth === true);
  return vm.derive(unknown, sure ? { type: 'str', truth: true } : { type: 'str' });
}

/** `text.format(*args, **kwargs)` */
export function formatTemplate(vm: Interpreter, template: string, args: PyArguments): PyValue {
  if (args.open) return vm.derive(args.open, { type: 'str' });
  let automatic = 0;
  const field = (source: string, nested: boolean): PyValue => {
    const match = /^([^.[!:{}]*)((?:\.[^.[!:{}]+|\[[^\]]*\])*)(?:!([rsa]))?(?::([\s\S]*))?$/.exec(source);
    if (!match) return vm.raise('ValueError', "expected '}' before end of string");
    const [, name = '', path = '', conversion, spec = ''] = match;
    let value: PyValue | undefined;
    if (name === '' || /^\d+$/.test(name)) {
      const at = name === '' ? automatic++ : Number(name);
      value = args.positional[at];
      if (!value) return vm.raise('IndexError', `Replacement index ${at} out of range for positional args tuple`);
    } else {
      value = args.keywords.get(name);
      if (!value) return vm.raise('KeyError', name);
    }
    for (const [, attribute, item] of path.matchAll(/\.([^.[]+)|\[([^\]]*)\]/g)) {
      value = attribute
        ? vm.getAttribute(value, attribute)
        : vm.getItem(value, /^\d+$/.test(item ?? '') ? int(Number(item)) : str(item ?? ''));
    }
    const inner = nested ? str(spec) : fill(spec, true);
    if (inner.kind !== 'str') return vm.derive(inner, { type: 'str' });
    return format(vm, convert(vm, value, conversion), inner.value);
  };
  const fill = (text: string, nested: boolean): PyValue => {
    const parts: (string | PyValue)[] = [];
    let at = 0;
    while (at < text.length) {
      const char = text[at];
      if ((char === '{' || char === '}') && text[at + 1] === char) {
        parts.push(char);
        at += 2;
      } else if (char === '{') {
        let depth = 1;
        let end = at + 1;
        while (end < text.length && depth > 0) {
          if (text[end] === '{') depth += 1;
          if (text[end] === '}') depth -= 1;
          end += 1;
        }
        if (depth > 0)
          return vm.raise(
            'ValueError',
            at + 1 >= text.length ? "Single '{' encountered in format string" : "expected '}' before end of string",
          );
        parts.push(field(text.slice(at + 1, end - 1), nested));
        at = end;
      } else if (char === '}') {
        return vm.raise('ValueError', "Single '}' encountered in format string");
      } else {
        const next = text.slice(at).search(/[{}]/);
        const end = next < 0 ? text.length : at + next;
        parts.push(text.slice(at, end));
        at = end;
      }
    }
    return concatenate(vm, parts);
  };
  return fill(template, false);
}

/** `template % values` */
export function percent(vm: Interpreter, template: PyStr, values: PyValue): PyValue {
  if (values.kind === 'choice') return vm.each(values, (option) => percent(vm, template, option));
  const sequence = values.kind === 'tuple' ? values.items : undefined;
  // What can be asked for by key is taken for a mapping, which may be left unused.
  const mapping = ['dict', 'list', 'bytes', 'range', 'unknown'].includes(values.kind) || subscriptable(vm, values);
  let used = 0;
  let byName = false;
  const next = (): PyValue => {
    if (!sequence) {
      used += 1;
      return used > 1 ? vm.raise('TypeError', 'not enough arguments for format string') : values;
    }
    const value = sequence[used];
    used += 1;
    return value ?? vm.raise('TypeError', 'not enough arguments for format string');
  };
  const parts: (string | PyValue)[] = [];
  let last = 0;
  for (const match of template.value.matchAll(/%(?:\(([^)]*)\))?([-+ #0]*)(\*|\d+)?(?:\.(\*|\d+))?[hlL]?([\s\S]|$)/g)) {
    parts.push(template.value.slice(last, match.index));
    last = match.index + match[0].length;
    const [, name, flags = '', width, precision, type = ''] = match;
    if (type === '%') {
      parts.push('%');
      continue;
    }
    if (type === '') return vm.raise('ValueError', 'incomplete format');
    if (width === '*' || precision === '*') return vm.unknown('the format `%*` is not evaluated', { type: 'str' });
    if (name !== undefined) {
      byName = true;
      if (!mapping) return vm.raise('TypeError', 'format requires a mapping');
    }
    const value = name === undefined ? next() : vm.getItem(values, str(name));
    parts.push(percentField(vm, value, flags, width, precision, type));
  }
  parts.push(template.value.slice(last));
  const left = sequence ? used < sequence.length : used === 0 && !mapping;
  if (left && !byName) return vm.raise('TypeError', 'not all arguments converted during string formatting');
  return concatenate(vm, parts);
}

function subscriptable(vm: Interpreter, value: PyValue): boolean {
  return value.kind === 'instance' && vm.special(value, '__getitem__') !== undefined;
}

function percentField(
  vm: Interpreter,
  value: PyValue,
  flags: string,
  width: string | undefined,
  precision: string | undefined,
  type: string,
): PyValue {
  if (value.kind === 'choice') return vm.each(value, (one) => percentField(vm, one, flags, width, precision, type));
  if (value.kind === 'unknown') return vm.derive(value, { type: 'str' });
  const align = flags.includes('-') ? '<' : /[srac]/.test(type) ? '>' : flags.includes('0') ? '0=' : '>';
  const head = `${align}${flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : ''}${flags.includes('#') ? '#' : ''}${width ?? ''}`;
  if (/[sra]/.test(type)) {
    return format(vm, convert(vm, value, type), `${head}${precision === undefined ? '' : `.${precision}`}`);
  }
  if (/[diuxXo]/.test(type)) {
    if (value.kind !== 'int' && value.kind !== 'bool' && value.kind !== 'float') {
      const what = /[xXo]/.test(type) ? 'an integer is required' : 'a real number is required';
      return vm.raise('TypeError', `%${type} format: ${what}, not ${vm.typeName(value)}`);
    }
    if (value.kind === 'float' && /[xXo]/.test(type))
      return vm.raise('TypeError', `%${type} format: an integer is required, not float`);
    const whole = value.kind === 'float' ? int(BigInt(Math.trunc(value.value))) : value;
    return format(vm, whole, `${head}${/[xXo]/.test(type) ? type : 'd'}`);
  }
  if (/[eEfFgG]/.test(type)) {
    if (value.kind !== 'int' && value.kind !== 'bool' && value.kind !== 'float') {
      return vm.raise('TypeError', `must be real number, not ${vm.typeName(value)}`);
    }
    const number = value.kind === 'float' ? value : float(Number(value.value));
    return format(vm, number, `${head}.${precision ?? 6}${type}`);
  }
  if (type === 'c') {
    if (value.kind === 'str' && lengthOf(value.value) === 1) return format(vm, value, head);
    if (value.kind === 'int' || value.kind === 'bool') {
      const code = Number(value.value);
      return code >= 0 && code < 0x110000
        ? format(vm, str(String.fromCodePoint(code)), head)
        : vm.raise('OverflowError', '%c arg not in range(0x110000)');
    }
    if (value.kind === 'instance') return vm.unknown('the format `%c` of an object is not evaluated', { type: 'str' });
    return vm.raise('TypeError', '%c requires int or char');
  }
  return vm.raise(
    'ValueError',
    `unsupported format character '${type}' (0x${type.charCodeAt(0).toString(16)}) at index 0`,
  );
}
