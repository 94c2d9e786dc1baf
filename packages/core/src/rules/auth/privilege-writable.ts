/** Serializers through which strangers give themselves privileges. */
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { type Sources, siteCode, sources } from '../../facts/sources.js';
import { type Route, type Urls, urls } from '../../facts/urls.js';
import { isKnown, lacks, lookup, stringOf, stringsOf } from '../../facts/value-reading.js';
import { cwe, defineRule, minutes, type Remedy, web } from '../../rule.js';
import { lineSpan, type Project } from '../../source.js';
import { type ClassText, classesIn, placeOf } from '../class-bodies.js';
import { hasFinalValues } from '../settings/final-values.js';
import { type OwnRoute, ownViews, shownView } from '../urls/routes.js';

/** What makes an account more than an account, in `AbstractUser` and `PermissionsMixin`. */
const privileges = ['is_superuser', 'is_staff', 'user_permissions', 'groups'];

export const privilegeWritable = defineRule({
  id: 'auth/privilege-writable',
  title: 'Strangers can make themselves administrators',
  sound: 'Accounts that strangers make get no privileges',
  category: 'security',
  severity: 'critical',
  effort: minutes(15),
  risk: 'Whoever adds `"is_superuser": true` to the request gets an account that may do everything.',
  references: [
    cwe(269),
    cwe(915),
    web(
      'Django REST framework: specifying read only fields',
      'https://www.django-rest-framework.org/api-guide/serializers/#specifying-read-only-fields',
    ),
  ],
  since: '0.1.0',
  needs: { project, settings, sources, urls },
  problems: { writable: '`{view}` asks nobody who is calling, and `{serializer}` takes {fields} from the request.' },
  // Where only code knows what is stored, nothing is cleared.
  when: ({ project, settings, sources, urls }) => {
    const found = hasFinalValues(settings) ? openSerializers(project, settings, sources, urls) : [];
    return found.length > 0 && (found.every(({ fields }) => fields) || found.some(({ fields }) => fields?.length));
  },
  *check({ project, settings, sources, urls }, { problem }) {
    for (const { view, serializer, fields = [] } of openSerializers(project, settings, sources, urls)) {
      if (fields.length === 0) continue;
      yield {
        ...problem(
          'writable',
          { at: placeOf(serializer), subject: `${serializer.file.path}:${serializer.name}` },
          {
            view: shownView(view),
            serializer: serializer.name,
            fields: fields.map((field) => `\`${field}\``).join(' and '),
          },
        ),
        confidence: 'firm',
        evidence: [{ at: view.at, note: 'Anybody may call this view.' }],
        remedy: {
          summary: 'Name the fields that a visitor may write, and no others; what is shown beside them is read-only.',
          code: `read_only_fields = [${fields.map((field) => `'${field}'`).join(', ')}]`,
          language: 'python',
          path: serializer.file.path,
          ...behindFields(serializer),
        },
      };
    }
  },
});

/** A serializer of accounts behind a view that asks nobody who is calling. */
interface OpenSerializer {
  readonly view: OwnRoute['view'];
  readonly serializer: ClassText;
  /** The privileges that it stores as they come; `undefined` where code of the project decides. */
  readonly fields: readonly string[] | undefined;
}

function openSerializers(
  project: Project,
  settings: Settings,
  sources: Sources,
  urls: Urls,
): readonly OpenSerializer[] {
  const views = ownViews(urls.routes.filter((route) => isOpen(settings, route)));
  const classes = views.length === 0 ? [] : classesIn(project, siteCode(sources, settings));
  return views.flatMap(({ view }): readonly OpenSerializer[] => {
    const own = classes.find(({ file, name }) => file.path === view.at.path && name === view.name.split('.').at(-1));
    const named = own && /^\s+serializer_class\s*=\s*(\w+)\s*$/m.exec(own.body)?.[1];
    const [serializer, ...others] = classes.filter(({ name }) => name === named);
    if (!own || !serializer || others.length > 0 || !isOfAccounts(serializer, classes, settings)) return [];
    // What a method of the view's own hands over, only its code knows.
    const decides = /\bdef (get_serializer\w*|perform_\w+|create|update|post|put|patch)\b/.test(own.body);
    return [{ view, serializer, fields: decides ? undefined : writable(serializer) }];
  });
}

/** A view of DRF's that anybody may write to, as far as its class and the default of the settings show. */
function isOpen(settings: Settings, { served, view }: Route): boolean {
  if (served !== 'yes' || view?.at === undefined || !view.api || view.kind !== 'class' || view.asks) return false;
  const open = view.access === 'public' || (view.access === 'api-default' && isOpenByDefault(settings));
  return open && (view.writes?.some((method) => method !== 'DELETE') ?? false);
}

function isOpenByDefault(settings: Settings): boolean {
  const { value } = settings.get('REST_FRAMEWORK');
  if (lacks(value, 'DEFAULT_PERMISSION_CLASSES')) return true;
  const classes = lookup(value, 'DEFAULT_PERMISSION_CLASSES');
  return classes !== undefined && isKnown(classes) && stringsOf(classes).every((name) => name.endsWith('.AllowAny'));
}

/** The privileges that a serializer stores as they come; `undefined` where its own code decides. */
function writable({ body }: ClassText): readonly string[] | undefined {
  const [statement = '', list = ''] = /\bfields\s*=\s*(\[[^\]]*\]|\([^)]*\)|['"]__all__['"])/.exec(body) ?? [];
  const rest = body.replace(statement, '');
  const codes = /\bdef (create|update|save|to_internal_value|validate)\b|\bexclude\s*=/.test(rest);
  if (statement === '' || (codes && !/\*\*(self\.)?validated_data\b/.test(rest))) return undefined;
  const taken = list.includes('__all__')
    ? privileges.slice(0, 2)
    : privileges.filter((name) => new RegExp(`['"]${name}['"]`).test(list));
  return taken.filter((name) => !new RegExp(`\\b${name}\\b`).test(rest));
}

/** Whether a serializer stores accounts with Django's own privileges. */
function isOfAccounts({ bases, body }: ClassText, classes: readonly ClassText[], settings: Settings): boolean {
  const model = /\bModelSerializer\b/.test(bases)
    ? /^\s+model\s*=\s*([\w.]+(?:\(\))?)\s*$/m.exec(body)?.[1]
    : undefined;
  const chosen = stringOf(settings.get('AUTH_USER_MODEL').value) ?? 'auth.User';
  const name = chosen.split('.').at(-1) ?? '';
  const isOwn = (other: string): boolean => classes.some((one) => one.name === other);
  // `User` is what `get_user_model()` is mostly called.
  const known = model === name || model === 'get_user_model()' || (model === 'User' && !isOwn('User'));
  if (!known) return false;
  if (chosen === 'auth.User') return !isOwn('User');
  const [own, ...others] = classes.filter((one) => one.name === name);
  return own !== undefined && others.length === 0 && /\b(AbstractUser|PermissionsMixin)\b/.test(own.bases);
}

/** Behind the list of fields, in the same class. */
function behindFields({ file, line }: ClassText): Partial<Remedy> {
  const start = lineSpan(file.text, line).start;
  const found = /^[ \t]+fields\s*=\s*(\[[^\]]*\]|\([^)]*\)|['"]__all__['"])/m.exec(file.text.slice(start));
  if (!found) return {};
  const from = start + found.index + found[0].search(/\S/);
  return { place: 'after', at: file.at({ start: from, end: start + found.index + found[0].length }) };
}
