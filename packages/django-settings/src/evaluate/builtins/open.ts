/** `open()` of the repository's files; nothing else is opened. */
import { namesHostDirectory } from '@django-golive/core';
import { noteWantedFile } from '../absent-overrides.js';
import type { Interpreter } from '../interpreter.js';
import { fileAbove, fileGuards, missingFile, raiseMissing } from '../library/file-errors.js';
import { decodedText, refuseReading } from '../library/file-text.js';
import { shortTypeName } from '../library/path-argument.js';
import { noteFile } from '../library/project-files.js';
import { openStream, streamClass } from '../library/streams.js';
import { refuseUntellable } from '../library/system-text.js';
import { encodeUtf8 } from '../library/utf8.js';
import { fn } from '../native.js';
import type { PyValue } from '../value.js';
import { int, record, str } from '../value.js';
import { wholeNumber } from './arguments.js';

export function openFunction(vm: Interpreter): PyValue {
  return fn('open', '(file, mode=, buffering=, encoding=, errors=, newline=, closefd=, opener=)', (_machine, args) => {
    const file = args.get('file');
    refuseReading(vm, args, ['mode', 'buffering', 'encoding', 'errors', 'newline']);
    if (file.kind === 'bytes') return vm.unknown('a file is opened by a name in bytes');
    const fsPath = file.kind === 'str' ? undefined : vm.special(file, '__fspath__');
    const named = file.kind === 'str' ? file : fsPath ? vm.call(fsPath) : file;
    if (named.kind === 'int' || named.kind === 'bool') return vm.unknown('a file is opened by its number');
    if (named.kind === 'unknown') return vm.derive(named);
    const refuse = () =>
      vm.raise('TypeError', `expected str, bytes or os.PathLike object, not ${shortTypeName(vm, file)}`);
    // A number could be that of a file: that it is none is seen after what is asked of the file.
    if (named.kind !== 'str' && named.kind !== 'float') return refuse();
    const asMode = args.optional('mode');
    const how = asMode?.kind === 'str' ? asMode.value : 'r';
    const binary = how.includes('b');
    if (/[^rwxabt+]|(.).*\1/su.test(how)) return vm.raise('ValueError', `invalid mode: '${how}'`);
    if (binary && how.includes('t')) return vm.raise('ValueError', "can't have text and binary mode at once");
    const ways = how.replace(/[^rwax]/gu, '').length;
    if (ways > 1) return vm.raise('ValueError', 'must have exactly one of create/read/write/append mode');
    for (const option of binary ? ['encoding', 'errors', 'newline'] : [])
      if (args.some(option)) {
        const article = option === 'newline' ? 'a' : 'an';
        return vm.raise('ValueError', `binary mode doesn't take ${article} ${option} argument`);
      }
    if (named.kind === 'float') return refuse();
    refuseUntellable(vm, named.value);
    if (ways === 0) {
      const words = 'Must have exactly one of create/read/write/append mode and at most one plus';
      return vm.raise('ValueError', words);
    }
    const closes = args.optional('closefd');
    if (closes && vm.truth(closes) === 'no') return vm.raise('ValueError', 'Cannot use closefd=False with file name');
    if (args.some('opener')) return vm.unknown('what opens the file is not followed');
    if (named.value === '') return raiseMissing(vm, '');
    if (/[wax+]/.test(how)) return vm.unknown('a file is written');
    const path = normalised(named.value.startsWith('/') ? named.value : `${vm.root}/${named.value}`);
    if (path !== vm.root && !path.startsWith(`${vm.root}/`)) {
      noteOutside(vm, path);
      return vm.unknown(`the file \`${named.value}\` is not in the repository`);
    }
    const relative = path.slice(vm.root.length + 1);
    const source = vm.project.file(relative);
    const below = source && named.value.endsWith('/') ? relative : fileAbove(vm, relative);
    if (below !== undefined) return vm.raise('NotADirectoryError', int(20), 'Not a directory', named);
    if (!source) {
      if (vm.project.isDirectory(relative)) return vm.raise('IsADirectoryError', int(21), 'Is a directory', named);
      if (!named.value.startsWith('/'))
        return vm.unknown(`the directory that \`${named.value}\` is looked for in is not known`);
      return missingFile(vm, named.value, {});
    }
    if (vm.project.tracked(relative) === false && fileGuards(vm).around === 0) noteWantedFile(vm, relative);
    noteFile(vm, relative);
    const buffer = args.optional('buffering');
    if (buffer && wholeNumber(vm, buffer) === 0n)
      return binary
        ? vm.unknown('a file without a buffer is not modelled')
        : vm.raise('ValueError', "can't have unbuffered text I/O");
    if (binary && source.text.includes('\ufffd')) return vm.unknown('the file is not UTF-8');
    const asked = { encoding: args.some('encoding'), errors: args.some('errors'), newline: args.some('newline') };
    // CPython decodes while it reads, so what cannot be decoded is no error of this line.
    const text = binary
      ? str(encodeUtf8(source.text) ?? '')
      : vm.attempt(
          () => decodedText(vm, source.text, asked),
          ['UnicodeDecodeError'],
          () => vm.unknown('the file is not in the encoding that it is opened with', { type: 'str' }),
        );
    if (text.kind !== 'str') return vm.derive(text, { notNone: true });
    const cls = streamClass(vm, binary ? 'BufferedReader' : 'TextIOWrapper');
    const mode = str(binary ? 'rb' : how);
    return openStream(cls, text.value, record({ name: named, mode }));
  });
}

/** What the system has by itself needs nobody to put it there. */
function noteOutside(vm: Interpreter, path: string): void {
  const ofSystem =
    /^\/(?:proc|sys|dev|usr|lib|etc\/(?:os-release|host\w*|machine-id|passwd|group|timezone|localtime|resolv\.conf))(?:\/|$)/;
  if (fileGuards(vm).around === 0 && !ofSystem.test(path) && !namesHostDirectory(path)) noteWantedFile(vm, path);
}

function normalised(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
