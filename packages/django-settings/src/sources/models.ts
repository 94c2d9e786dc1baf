/** The models an application defines: classes that certainly have a table. */
import type { Model, ModelField, Project } from '@django-golive/core';
import { importClosure } from '../discover/import-closure.js';
import type { ClassDefinition, Statement } from '../syntax/tree.js';
import { ancestryOf } from './ancestry.js';
import { type Definitions, nameOf, type OwnModule, ownModule } from './definitions.js';

/** Classes of Django that make a model of what inherits from them. */
const modelBases = new Set([
  'django.db.models.Model',
  'django.contrib.gis.db.models.Model',
  'django.contrib.auth.models.AbstractUser',
  'django.contrib.auth.models.AbstractBaseUser',
  'django.contrib.auth.base_user.AbstractBaseUser',
]);

/** Bases that packages offer for models: `model_utils.models.TimeStampedModel`, `wagtail.models.Page`, `treebeard.mp_tree.MP_Node`. */
const packageBase = /(^|\.)(abstract_)?models(\.\w+)*\.\w*(Model|Page)$|\.(MP|NS|AL)_Node$/;

/** The models of an application's directory: in `models.py`, or in what `models/__init__.py` imports from beside it. */
export function modelsOf(
  project: Project,
  definitions: Definitions,
  roots: readonly string[],
  directory: string,
): readonly Model[] {
  const inner = (name: string): string => (directory === '' ? name : `${directory}/${name}`);
  const start = [inner('models.py'), inner('models/__init__.py')].find((path) => project.file(path));
  if (start === undefined) return [];
  const paths = importClosure(project, roots, [start], (path) => path === start || path.startsWith(inner('models/')));
  return paths.flatMap((path) => {
    const module = ownModule(roots, path);
    return module ? modelsIn(project, definitions, module) : [];
  });
}

function modelsIn(project: Project, definitions: Definitions, module: OwnModule): readonly Model[] {
  const file = project.file(module.path);
  const body = definitions.body(module);
  return body.flatMap((node): readonly Model[] => {
    if (!file || node.kind !== 'class') return [];
    const ancestry = ancestryOf(definitions, module, node);
    const own = new Set(ancestry.own.map((one) => `${one.module.name}.${one.node.name}`));
    const isModelBase = (name: string): boolean => modelBases.has(name) || (!own.has(name) && packageBase.test(name));
    if (!ancestry.names.some(isModelBase)) return [];
    const meta = metaOf(node);
    if (meta.abstract || meta.proxy) return [];
    // Fields of ancestors with tables of their own lie in those tables.
    const made = ancestry.own.filter((one) => one.node === node || metaOf(one.node).abstract);
    const fields = made.flatMap((one) => fieldsOf(project, definitions, one.module, one.node));
    return [{ name: node.name, at: file.at({ start: node.start, end: node.end }), fields, managed: meta.managed }];
  });
}

function metaOf(node: ClassDefinition): {
  readonly abstract: boolean;
  readonly proxy: boolean;
  readonly managed: boolean;
} {
  const meta = node.body.find((one) => one.kind === 'class' && one.name === 'Meta');
  const flag = (name: string): boolean | undefined => {
    const line = meta?.kind === 'class' ? meta.body.findLast((one) => assigns(one, name)) : undefined;
    return line?.kind === 'assign' && line.value.kind === 'bool' ? line.value.value : undefined;
  };
  return { abstract: flag('abstract') === true, proxy: flag('proxy') === true, managed: flag('managed') !== false };
}

function assigns(statement: Statement, name: string): boolean {
  return (
    statement.kind === 'assign' && statement.targets.some((target) => target.kind === 'name' && target.name === name)
  );
}

function fieldsOf(
  project: Project,
  definitions: Definitions,
  module: OwnModule,
  node: ClassDefinition,
): readonly ModelField[] {
  const file = project.file(module.path);
  return node.body.flatMap((one): readonly ModelField[] => {
    if (!file || (one.kind !== 'assign' && one.kind !== 'annotated') || one.value?.kind !== 'call') return [];
    const target = one.kind === 'assign' ? one.targets[0] : one.target;
    const found = definitions.of(module, one.value.callee);
    if (target?.kind !== 'name' || !found || found.kind === 'module') return [];
    const name = nameOf(found);
    const type = name.slice(name.lastIndexOf('.') + 1);
    return /(Field|Key)$/.test(type)
      ? [{ name: target.name, type, at: file.at({ start: one.start, end: one.end }) }]
      : [];
  });
}
