/** The files inside a zip archive, as far as exports of osv.dev need it: stored or deflated, none encrypted. */
import { inflateRawSync } from 'node:zlib';

/** One file of an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const CENTRAL = 0x02014b50;
/** No advisory is larger; an archive that claims so is not taken apart. */
const LARGEST = 64 * 1024 * 1024;

/** Whether bytes begin as a zip archive does, an empty one included. */
export function isZip(bytes: Buffer): boolean {
  return bytes.length >= 22 && bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** Every file of an archive in the order of its directory. Throws `RangeError` where the archive is cut off or damaged. */
export function* zipEntries(archive: Buffer): Generator<ZipEntry> {
  const end = endOfDirectory(archive);
  // Archives of more than 65,535 files still have their directory where the short record says, which is read to its end.
  let at = archive.readUInt32LE(end + 16);
  while (at + 46 <= end && archive.readUInt32LE(at) === CENTRAL) {
    const method = archive.readUInt16LE(at + 10);
    const packed = archive.readUInt32LE(at + 20);
    const size = archive.readUInt32LE(at + 24);
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    if (name.endsWith('/')) continue;
    if (size > LARGEST || start + packed > archive.length) throw new RangeError(`${name} is damaged`);
    const body = archive.subarray(start, start + packed);
    if (method === 0) yield { name, bytes: body };
    else if (method === 8) yield { name, bytes: inflateRawSync(body, { maxOutputLength: LARGEST }) };
  }
  const after = at <= end ? archive.readUInt32LE(at) : undefined;
  if (after !== END && after !== END_64) throw new RangeError('the directory of the archive is damaged');
}

/** The record at the end, behind which only a comment may stand. */
function endOfDirectory(archive: Buffer): number {
  for (let at = archive.length - 22; at >= Math.max(0, archive.length - 22 - 0xffff); at -= 1)
    if (archive.readUInt32LE(at) === END) return at;
  throw new RangeError('the end of the archive is missing');
}
