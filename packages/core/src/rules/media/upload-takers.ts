/** Which fields for files the site's own views fill with what a caller sends, and whether anything looks at it first. */
import type { Apps, Model, ModelField } from '../../facts/apps.js';
import type { Settings } from '../../facts/settings.js';
import { isWritten, type Sources, siteCode } from '../../facts/sources.js';
import type { Urls } from '../../facts/urls.js';
import { isAssigned, isKnown, lacks, lookup, stringsOf } from '../../facts/value-reading.js';
import type { Project } from '../../source.js';
import { type ClassText, classesIn } from '../class-bodies.js';
import { definitionOf, type OwnRoute, ownViews } from '../urls/routes.js';

/** A field that a view fills. */
export interface TakenField {
  readonly model: Model;
  readonly field: ModelField;
  readonly route: OwnRoute;
  /** Its own validators look at what arrives; otherwise nothing that can be seen does. */
  readonly checked: boolean;
  /** Nobody has to sign in for it. */
  readonly open: boolean;
}

/** What a project is read from. */
interface Inputs {
  readonly apps: Apps;
  readonly project: Project;
  readonly settings: Settings;
  readonly sources: Sources;
  readonly urls: Urls;
}

/** What Django and DRF check a whole form by. */
const wholeChecks = 'clean|full_clean|is_valid|validate|to_internal_value|run_validation';
/** What code looks at of a file: its size, its name, its kind, what stands in it. */
const looks =
  /\.size\b|content_?type|endswith|suffix|splitext|\bext(ension)?s?\b|magic|mime|validat(e(?!d)|or|ion)|allowed|max_|scan|virus|clam|imghdr|Image\.open|read_(csv|excel)|load_workbook|reader\(|\bopen\(|\.read\(/i;
/** Code that chooses among those who are signed in, as for staff: `request.user.is_teacher`. */
const ranks =
  /\.is_(?!valid|authenticated|anonymous|active|bound|ajax)\w+|has_perm|\brole\b|\bgroups\b|user_type|PermissionDenied|HttpResponseForbidden/;
const behindTheScenes = /admin|staff|manage|backoffice|back-office|moderat/i;

/** The fields that views of production fill, each once. Where anything is not followed to its end, a field is left out. */
export function takenFields({ apps, project, settings, sources, urls }: Inputs): readonly TakenField[] {
  const fields = apps.own.flatMap(({ models }) =>
    models.flatMap((model) =>
      model.fields.flatMap((field) => {
        const checked = field.type === 'FileField' ? isChecked(project, field) : undefined;
        return checked === undefined ? [] : [{ model, field, checked }];
      }),
    ),
  );
  if (fields.length === 0) return [];
  const code = siteCode(sources, settings);
  const classes = classesIn(project, code);
  const only = (name: string | undefined): ClassText | undefined => {
    const [found, ...others] = name === undefined ? [] : classes.filter((one) => one.name === name);
    return others.length === 0 ? found : undefined;
  };
  // What listens to the signals of a model may look at its files, and throw them away.
  const plain = fields.filter(
    ({ model }) =>
      isPlainModel(only(model.name), only) &&
      !isWritten(project, code, new RegExp(`\\bsender\\s*=\\s*(\\w+\\.)?['"]?(\\w+\\.)?${model.name}\\b`)),
  );
  const found = new Map<ModelField, TakenField>();
  for (const route of plain.length === 0 ? [] : ownViews(urls.routes)) {
    const open = whoMaySend(settings, route);
    if (open === undefined) continue;
    const text = definitionOf(project, route.view.at);
    if (looks.test(text) || ranks.test(text) || (route.view.api && !takesFiles(settings, text))) continue;
    const forms = formsOf(route, text);
    for (const { model, field, checked } of plain) {
      if (found.has(field) && (found.get(field)?.open || !open)) continue;
      const taken =
        fillsItself(route, text, model.name, field.name) ||
        forms.some((name) => takes(only(name), model.name, field.name));
      if (taken) found.set(field, { model, field, route, checked, open });
    }
  }
  return [...found.values()];
}

/** Whether a field of Django's names validators; `undefined` where it is not Django's, or its storage may check. */
function isChecked(project: Project, { at }: ModelField): boolean | undefined {
  const file = project.file(at.path);
  const text = file?.text.slice(at.span.start, at.span.end) ?? '';
  if (!/^\w+\s*(:[^=]*)?=\s*models\.FileField\(/.test(text) || /\b(storage|editable)\s*=|\*/.test(text))
    return undefined;
  if (!/^from django\.(contrib\.gis\.)?db import\b.*\bmodels\b/m.test(file?.text ?? '')) return undefined;
  return /\bvalidators\s*=/.test(text);
}

/** Whether nothing of a model's own, or of what it is made of, looks at its fields. */
function isPlainModel(model: ClassText | undefined, only: (name: string) => ClassText | undefined, depth = 0): boolean {
  if (!model || depth > 5 || /\bdef (clean\w*|full_clean)\b/.test(model.body)) return false;
  if (/\bdef save\b/.test(model.body) && looks.test(model.body)) return false;
  return model.bases
    .split(',')
    .map((base) => base.trim())
    .every((base) => base === '' || base === 'models.Model' || isPlainModel(only(base), only, depth + 1));
}

/** Whether anybody may send something to a view (`true`), or whoever is signed in (`false`); `undefined` for chosen people. */
function whoMaySend(settings: Settings, { pattern, served, view }: OwnRoute): boolean | undefined {
  // A class with parents of the project's own has code that is not read here.
  const own = view.bases.some((base) => base !== 'object' && !/^(django|rest_framework)\./.test(base));
  if (served !== 'yes' || own || behindTheScenes.test(`${pattern} ${view.name}`)) return undefined;
  if (view.access === 'public') return !view.asks;
  if (view.access === 'login' || view.access === 'public-read') return false;
  if (view.access !== 'api-default') return undefined;
  const { value } = settings.get('REST_FRAMEWORK');
  if (lacks(value, 'DEFAULT_PERMISSION_CLASSES')) return true;
  const classes = lookup(value, 'DEFAULT_PERMISSION_CLASSES');
  const names = classes && isKnown(classes) ? stringsOf(classes) : ['unknown'];
  if (names.every((name) => name.endsWith('.AllowAny'))) return true;
  return names.every((name) => /^rest_framework\.permissions\.IsAuthenticated(OrReadOnly)?$/.test(name))
    ? false
    : undefined;
}

/** Whether a view of an API takes more than JSON: DRF's own parsers do. */
function takesFiles(settings: Settings, text: string): boolean {
  const own = /\bparser_classes\b[^[(]*[[(]([^\])]*)/.exec(text)?.[1];
  if (own !== undefined) return /MultiPartParser|FileUploadParser/.test(own);
  const { value } = settings.get('REST_FRAMEWORK');
  if (lacks(value, 'DEFAULT_PARSER_CLASSES')) return true;
  return stringsOf(lookup(value, 'DEFAULT_PARSER_CLASSES')).some((name) => /MultiPartParser$/.test(name));
}

/** The forms and serializers that a view gives what it was sent. */
function formsOf({ view }: OwnRoute, text: string): readonly string[] {
  const handed = view.api ? /\b(\w+)\([^()]*\bdata\s*=\s*request\.data\b/g : /\b(\w+)\([^()]*\brequest\.FILES\b/g;
  const named = [...text.matchAll(handed)].flatMap(([, name]) => name ?? []);
  if (view.kind !== 'class' || /\bdef get_(serializer|form)(_class)?\b/.test(text)) return named;
  const writes = view.writes?.some((method) => method !== 'DELETE') ?? false;
  const attribute = view.api ? 'serializer_class' : 'form_class';
  const chosen = new RegExp(`^\\s+${attribute}\\s*=\\s*(?:\\w+\\.)?(\\w+)\\s*$`, 'm').exec(text)?.[1];
  return writes && chosen !== undefined && (view.api || isEditing(view.bases)) ? [...named, chosen] : named;
}

const isEditing = (bases: readonly string[]): boolean =>
  bases.some((base) => /^django\.views\.generic(\.edit)?\.(Create|Update|Form)View$/.test(base));

/** Django's views that make a form of a model by themselves. */
function fillsItself({ view }: OwnRoute, text: string, model: string, field: string): boolean {
  return (
    isEditing(view.bases) &&
    !/\bform_class\b|\bdef get_form/.test(text) &&
    new RegExp(`^\\s+model\\s*=\\s*(\\w+\\.)?${model}\\s*$`, 'm').test(text) &&
    lists(text, field)
  );
}

/** Whether a form or serializer of a model takes a field of it as it comes. */
function takes(form: ClassText | undefined, model: string, field: string): boolean {
  if (!form || !/^\s*((forms\.)?ModelForm|(serializers\.)?(Hyperlinked)?ModelSerializer)\s*,?\s*$/.test(form.bases))
    return false;
  const { body, file } = form;
  const again = new RegExp(`^\\s+${field}\\s*=\\s*([^]{0,200})`, 'm').exec(body)?.[1];
  return (
    /^from (django import .*\bforms\b|django\.forms\b|rest_framework\b)/m.test(file.text) &&
    new RegExp(`^\\s+model\\s*=\\s*(\\w+\\.)?${model}\\s*$`, 'm').test(body) &&
    !new RegExp(`\\bdef (${wholeChecks}|(clean|validate)_${field})\\b`).test(body) &&
    !/\bvalidators\b/.test(body) &&
    !(/\bdef (__init__|save|create|update)\b/.test(body) && (looks.test(body) || mentions(body, field))) &&
    // What is only shown is not taken, and another class of field may look.
    !new RegExp(`\\b(read_only_fields|extra_kwargs|field_classes)\\s*=(\\s*[\\w.]|[^]*['"]${field}['"])`).test(body) &&
    !/\bformfield_callback\b/.test(body) &&
    (again === undefined || (/^(forms|serializers)\.FileField\(/.test(again) && !/read_only/.test(again))) &&
    lists(body, field)
  );
}

/** Whether a method names the field, as a text or as an attribute. */
const mentions = (body: string, field: string): boolean =>
  new RegExp(`['"]${field}['"]|\\.${field}\\b`).test(body.slice(body.search(/\bdef /)));

/** Whether `fields` or `exclude` lets a field in. */
function lists(text: string, field: string): boolean {
  const [, list] = /\bfields\s*=\s*(\[[^\]]*\]|\([^)]*\)|['"]__all__['"]|\w+\.ALL_FIELDS)/.exec(text) ?? [];
  const quoted = new RegExp(`['"]${field}['"]`);
  if (list !== undefined) return /__all__|ALL_FIELDS/.test(list) || quoted.test(list);
  const [, excluded] = /\bexclude\s*=\s*(\[[^\]]*\]|\([^)]*\))/.exec(text) ?? [];
  return excluded !== undefined && !quoted.test(excluded);
}

/** Whether something that stands in front of every view, or behind every field, may look at files. */
export function mayCheckAll(settings: Settings, middleware: readonly string[]): boolean {
  return (
    isAssigned(settings.get('FILE_UPLOAD_HANDLERS')) ||
    middleware.some((name) => !name.startsWith('django.') && /upload|file|virus|scan|size|body/i.test(name))
  );
}
