/** Django REST framework's views that rest on the default permission, as far as their text shows. */
import { type Location, lineSpan, type Project } from '../../source.js';

/** A view without a permission of its own. */
export interface OpenView {
  readonly name: string;
  readonly at: Location;
  /** It only reads, so that being open to all may be meant. */
  readonly readsOnly: boolean;
}

const skipped =
  /(^|\/)(tests?|testing|migrations|docs?|examples?|node_modules|site-packages)\/|(^|\/)(test_[^/]*|[^/]*_tests?|tests|conftest)\.py$/;
const frameworkBase =
  /^(?:(?:rest_framework\.)?(?:views|generics|viewsets|mixins)\.)?((?:Generic|Create|List|Retrieve|Destroy|Update|ListCreate|RetrieveUpdate|RetrieveDestroy|RetrieveUpdateDestroy)?APIView|(?:Generic|Model|ReadOnlyModel)?ViewSet|(?:Create|List|Retrieve|Update|Destroy)ModelMixin)$/;
const readingBase =
  /^(ListAPIView|RetrieveAPIView|ReadOnlyModelViewSet|ListModelMixin|RetrieveModelMixin|GenericViewSet|GenericAPIView)$/;
/** Views that nobody could be signed in for. */
const meantForAll =
  /log_?in|log_?out|register|registration|sign_?(up|in)|token|password|reset|activat|verif|confirm|webhook|callback|health|ping|status|public|schema|docs|swagger|contact|oauth|social|otp/i;

/** Every view that is certainly open while the default permission is `AllowAny`. */
export function openViews(project: Project): readonly OpenView[] {
  return project.paths
    .filter((path) => path.endsWith('.py') && !skipped.test(path))
    .flatMap((path) => {
      const file = project.file(path);
      if (!file?.text.includes('rest_framework')) return [];
      const lines = file.text.split(/\r\n|\r|\n/);
      return lines.flatMap((_line, index) => {
        const view = classAt(lines, index) ?? functionAt(lines, index);
        if (!view || meantForAll.test(view.name)) return [];
        return [{ ...view, at: file.at(lineSpan(file.text, index + 1)) }];
      });
    });
}

type Found = { readonly name: string; readonly readsOnly: boolean };

function classAt(lines: readonly string[], index: number): Found | undefined {
  const [, name, list] = /^class\s+(\w+)\s*\(([^()]*)\)\s*:/.exec(lines[index] ?? '') ?? [];
  if (name === undefined || list === undefined) return undefined;
  const bases = list
    .split(',')
    .map((base) => base.trim())
    .filter((base) => base !== '' && !base.includes('='));
  const known = bases.map((base) => frameworkBase.exec(base)?.[1]);
  // A class that others build on may leave the permission to them, and a decorator may be the guard.
  if (/^(Base|Abstract)|(Base|Mixin)$/.test(name) || /^@(?!extend_schema)/.test(lines[index - 1] ?? ''))
    return undefined;
  // A base class of the project's own may bring a permission along.
  if (known.length === 0 || known.some((base) => base === undefined)) return undefined;
  if (!known.some((base) => base?.endsWith('View') || base?.endsWith('ViewSet'))) return undefined;
  const body = bodyAfter(lines, index);
  if (body.some((line) => /\bpermission_classes\b|def (get_permissions|check_permissions|initial)\b/.test(line)))
    return undefined;
  const writes = body.some((line) =>
    /def (post|put|patch|delete|create|update|partial_update|destroy)\b|methods\s*=\s*\[[^\]]*(post|put|patch|delete)/i.test(
      line,
    ),
  );
  const reads = known.every(
    (base) => base !== undefined && (readingBase.test(base) || base === 'APIView' || base === 'ViewSet'),
  );
  return { name, readsOnly: reads && !writes };
}

function functionAt(lines: readonly string[], index: number): Found | undefined {
  const [, name] = /^(?:async\s+)?def\s+(\w+)\s*\(/.exec(lines[index] ?? '') ?? [];
  if (name === undefined) return undefined;
  const decorators: string[] = [];
  for (
    let above = index - 1;
    above >= 0 && index - above < 15 && /^(@|\s+\S|\))/.test(lines[above] ?? '');
    above -= 1
  ) {
    decorators.push(lines[above] ?? '');
  }
  const text = decorators.join('\n');
  if (!/@api_view\b/.test(text)) return undefined;
  // Any other decorator may be the guard.
  const foreign = decorators.some((line) =>
    /^@(?!api_view\b|csrf_exempt\b|extend_schema\b|swagger_auto_schema\b)/.test(line),
  );
  return foreign ? undefined : { name, readsOnly: !/['"](POST|PUT|PATCH|DELETE)['"]/.test(text) };
}

function bodyAfter(lines: readonly string[], index: number): readonly string[] {
  const body: string[] = [];
  for (let next = index + 1; next < lines.length && !/^[^\s#)]/.test(lines[next] ?? ''); next += 1)
    body.push(lines[next] ?? '');
  return body;
}
