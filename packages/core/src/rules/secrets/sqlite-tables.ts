/** The tables of a SQLite file and which of them hold rows, read from its pages (https://sqlite.org/fileformat2.html). */

export interface SqliteTable {
  readonly name: string;
  readonly filled: boolean;
}

/** The tables of a file whose text has one character a byte; `undefined` where it has not, or is no such file. */
export function sqliteTables(text: string): readonly SqliteTable[] | undefined {
  const size = uint(text, 16, 2) === 1 ? 65536 : uint(text, 16, 2);
  const utf8 = 1;
  if (!text.startsWith('SQLite format 3\0') || size < 512 || uint(text, 56, 4) !== utf8 || /[^\0-\xff]/.test(text))
    return undefined;
  const tables: SqliteTable[] = [];
  const seen = new Set<number>();
  const pending = [1];
  for (let page = pending.pop(); page !== undefined; page = pending.pop()) {
    const start = (page - 1) * size;
    // The first page begins with the file's own header.
    const header = page === 1 ? 100 : start;
    if (page === 0 || seen.has(page) || page * size > text.length) return undefined;
    seen.add(page);
    const kind = byte(text, header);
    if (kind !== leaf && kind !== interior) return undefined;
    const count = cellsOf(text, header);
    if (count * 4 > size) return undefined;
    const pointers = header + (kind === leaf ? 8 : 12);
    const cells = Array.from({ length: count }, (_, index) => start + uint(text, pointers + 2 * index, 2));
    if (kind === interior) pending.push(uint(text, header + 8, 4), ...cells.map((cell) => uint(text, cell, 4)));
    else
      for (const cell of cells) {
        const entry = schemaEntry(text, cell);
        // A virtual table has no page of its own.
        if (entry.type !== 'table' || entry.root === 0) continue;
        if (entry.root * size > text.length) return undefined;
        const root = entry.root === 1 ? 100 : (entry.root - 1) * size;
        tables.push({ name: entry.name, filled: cellsOf(text, root) > 0 });
      }
  }
  return tables;
}

const leaf = 0x0d;
const interior = 0x05;

const cellsOf = (text: string, header: number): number => uint(text, header + 3, 2);

/** The first columns of a row of the schema: type, name, the table's name, the page where it begins. */
function schemaEntry(text: string, cell: number): { type: string; name: string; root: number } {
  const payload = varint(text, varint(text, cell).next).next;
  const header = varint(text, payload);
  let at = header.next;
  let column = payload + header.value;
  const [type, name, , root] = Array.from({ length: 4 }, () => {
    const serial = varint(text, at);
    at = serial.next;
    const start = column;
    // From 13 on an odd number is a text; small numbers are integers of so many bytes.
    const length =
      serial.value >= 13 ? Math.floor((serial.value - 13) / 2) : ([0, 1, 2, 3, 4, 6, 8][serial.value] ?? 0);
    column += length;
    return { start, length };
  });
  const textOf = (one: { start: number; length: number } | undefined): string =>
    one === undefined ? '' : text.slice(one.start, one.start + one.length);
  return { type: textOf(type), name: textOf(name), root: root ? uint(text, root.start, root.length) : 0 };
}

const byte = (text: string, at: number): number => text.charCodeAt(at) || 0;

function uint(text: string, at: number, length: number): number {
  let value = 0;
  for (let index = 0; index < length; index += 1) value = value * 256 + byte(text, at + index);
  return value;
}

/** Seven bits a byte, as long as the eighth says that another follows. */
function varint(text: string, at: number): { readonly value: number; readonly next: number } {
  let value = 0;
  let next = at;
  for (; next < at + 9; next += 1) {
    value = value * 128 + (byte(text, next) & 0x7f);
    if (byte(text, next) < 0x80) break;
  }
  return { value, next: next + 1 };
}
