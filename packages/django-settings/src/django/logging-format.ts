/** Whether `logging.Formatter` takes a format of a style: the checks of CPython 3.8 and later, which most often find a missing `style`. */

const percent = /%\([\p{L}\p{N}_]+\)[#0+ -]*(\*|\d+)?(\.(\*|\d+))?[diouxefgcrsa%]/iu;

/** Whether it raises ValueError. Formats with nested or odd fields are left alone. */
export function formatRefused(format: string, style: string): boolean {
  if (style === '%') return !percent.test(format);
  if (style === '{') return bracesRefused(format);
  const fields = format.match(/\$(?:\$|[_a-z][_a-z0-9]*|\{[_a-z][_a-z0-9]*\}|)/gi) ?? [];
  return fields.some((field) => field === '$') || fields.every((field) => field === '$$');
}

function bracesRefused(format: string): boolean {
  // Doubled braces stand for themselves.
  const text = format.replace(/\{\{|\}\}/g, '');
  if (!/[{}]/.test(text)) return true;
  const fields = text.match(/\{[^{}]*\}/g) ?? [];
  if (/[{}]/.test(text.replace(/\{[^{}]*\}/g, ''))) return false;
  const names = fields.map((field) => field.slice(1, -1).split(/[!:]/)[0] ?? '');
  return names.every((name) => name === '');
}
