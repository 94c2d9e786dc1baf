/** The code that lets a view of the site ask who is calling. */
import type { View } from '../../facts/urls.js';
import type { Remedy } from '../../rule.js';
import { type Location, lineSpan, type Project } from '../../source.js';

type OwnView = View & { readonly at: Location };

/** A view of Django's own: a mixin in front of its bases, and what the site needs for it besides. */
export function mixinFor(project: Project, { name, at }: OwnView, needed: string): Remedy {
  const file = project.file(at.path);
  const line = file ? lineSpan(file.text, at.start.line) : { start: 0, end: 0 };
  const head = /^class (\w+)\(([^)]*)\):/.exec(file?.text.slice(line.start, line.end) ?? '');
  const [text = '', own = name.split('.').at(-1), bases = '…'] = head ?? [];
  return {
    summary: `Ask for an account, and look whether it may touch this very object.${needed}`,
    code: `from django.contrib.auth.mixins import LoginRequiredMixin\n\nclass ${own}(LoginRequiredMixin, ${bases}):`,
    language: 'python',
    path: at.path,
    ...(file && head
      ? { place: 'instead', at: file.at({ start: line.start, end: line.start + text.length }) }
      : { place: 'part' }),
  };
}

/** A view of an API: its permission. What also reads may be read by everybody on purpose, as a product of a shop is. */
export function permissionFor(project: Project, { bases, at }: OwnView): Remedy {
  const there = permissionIn(project, at);
  const reads = bases.some((base) => /\.(Retrieve\w*APIView|ModelViewSet)$/.test(base));
  const instead = there ? ', in place of the permission that is there' : '';
  return {
    summary: reads
      ? `Say who may write${instead}: staff, as here, or whoever is signed in and owns the object. Staff are users of Django: where others sign in, by a token of the project's own, ask for theirs. Let open what visitors are to send, such as a registration, and look whether all that the view reads out is for everybody.`
      : `Name the permission that a caller needs${instead}.`,
    code: reads
      ? `from rest_framework.permissions import SAFE_METHODS, IsAdminUser

    def get_permissions(self):
        return [] if self.request.method in SAFE_METHODS else [IsAdminUser()]`
      : 'from rest_framework.permissions import IsAuthenticated\n\n    permission_classes = [IsAuthenticated]',
    language: 'python',
    path: at.path,
    ...(there ?? { place: 'after', at: headOf(project, at) }),
  };
}

/** The line of a class, decorators not among it. */
function headOf(project: Project, at: Location): Location {
  const file = project.file(at.path);
  return file ? file.at(lineSpan(file.text, at.start.line)) : at;
}

/** The permissions that the class names itself. */
function permissionIn(project: Project, at: Location): Pick<Remedy, 'place' | 'at'> | undefined {
  const file = project.file(at.path);
  const from = file ? lineSpan(file.text, at.start.line).end : 0;
  const body = /^(?:\n|\r|[ \t]+.*)*/.exec(file?.text.slice(from) ?? '')?.[0] ?? '';
  const found = /^ {4}permission_classes\s*=\s*[[(][^\])]*[\])]/m.exec(body);
  if (!file || !found) return undefined;
  const start = from + found.index;
  return { place: 'instead', at: file.at({ start, end: start + found[0].length }) };
}
