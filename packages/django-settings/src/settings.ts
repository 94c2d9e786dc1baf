/** The settings reader: provides the entry points, and the settings of production in the scenarios that rules ask for. */
import {
  type Apps,
  apps,
  type Consumer,
  consumers,
  declareFact,
  dependencies,
  deployment,
  type EntryPoints,
  entryPoints,
  type Needs,
  operator,
  type Provider,
  project,
  provide,
  pythonFiles,
  type Settings,
  type SettingsWith,
  type Sources,
  settings,
  settingsUnset,
  settingsWith,
  sources,
  type Templates,
  type ToldException,
  templates,
  toldExceptions,
  type Urls,
  urls,
} from '@django-golive/core';
import { findEntryPoints } from './discover/entry-points.js';
import { djangoDefaultNames } from './django/defaults.js';
import { createPythonFiles } from './python-file.js';
import { readSettingsOf, type SettingsInputs } from './read-settings.js';
import { readApps } from './sources/apps.js';
import { readConsumers } from './sources/consumers.js';
import { createImportReader, type ImportReader } from './sources/imports.js';
import { readSources } from './sources/read-sources.js';
import { readToldExceptions } from './sources/told-exceptions.js';
import { readUrls } from './sources/url-tree.js';
import { createParser, createSyntaxReader, type SyntaxReader } from './syntax-reader.js';
import { readTemplates } from './templates/read-templates.js';

/** The syntax of the project's files, each parsed once, for however many targets. */
const parser = declareFact<SyntaxReader>('python-parser');
/** The imports of the project's files, each read once in the same way. */
const imports = declareFact<ImportReader>('python-imports');
/** The same for all scenarios of one audit. It needs the deployment so that each target of a run has a budget of its own. */
const syntax = declareFact<SyntaxReader>('python-syntax');
/** The same for the site's own code: targets with the same settings read it once. */
const siteSyntax = declareFact<SyntaxReader>('python-syntax-of-site');

const needs = { project, operator, deployment, dependencies, entryPoints, syntax } satisfies Needs;

/** What the settings reader provides. It needs the facts `deployment` and `dependencies` of other readers. */
export const readSettings: readonly Provider[] = [
  provide(parser, { project }, (facts) => createParser(facts.project)),
  provide(pythonFiles, { project, parser }, (facts) => createPythonFiles(facts.project, facts.parser)),
  provide(imports, { project }, (facts) => createImportReader(facts.project)),
  provide(syntax, { project, parser, deployment }, (facts) => createSyntaxReader(facts.project, facts.parser)),
  provide(siteSyntax, { project, parser, settings }, (facts) => createSyntaxReader(facts.project, facts.parser)),
  provide(
    entryPoints,
    { project, deployment, operator },
    (facts): EntryPoints => findEntryPoints(facts.project, facts.deployment, facts.operator),
    (value) => value,
  ),
  provide(
    settings,
    needs,
    (facts): Settings => readSettingsOf(inputs(facts), facts.operator.strict ? 'strict' : 'production'),
    plainSettings,
  ),
  provide(apps, { project, settings, syntax: siteSyntax }, (facts): Apps => readApps(facts)),
  provide(urls, { project, settings, syntax: siteSyntax }, (facts): Urls => readUrls(facts)),
  provide(consumers, { project, settings, syntax: siteSyntax }, (facts): readonly Consumer[] => readConsumers(facts)),
  provide(toldExceptions, { project, settings, syntax: siteSyntax, urls }, (facts): readonly ToldException[] =>
    readToldExceptions(facts),
  ),
  provide(
    sources,
    { project, settings, entryPoints, apps, urls, imports, syntax: siteSyntax },
    (facts): Sources => readSources(facts),
  ),
  provide(templates, { project, settings, apps }, (facts): Templates => readTemplates(facts)),
  provide(settingsUnset, needs, (facts): Settings => readSettingsOf(inputs(facts), 'unset'), plainSettings),
  provide(settingsWith, needs, (facts): SettingsWith => {
    const given = facts.operator.variables;
    return (variables, alone, absent = []) =>
      readSettingsOf(
        {
          ...inputs(facts),
          absent,
          operator: { ...facts.operator, variables: alone ? variables : { ...given, ...variables } },
        },
        alone || facts.operator.strict ? 'strict' : 'production',
      );
  }),
];

function inputs(facts: Omit<SettingsInputs, 'entry'> & { readonly entryPoints: EntryPoints }): SettingsInputs {
  return { ...facts, entry: facts.entryPoints.production };
}

/** All that settings say: of the names that nobody assigned, those that Django has, and one that it has not. The work done says nothing. */
function plainSettings({ get, steps, ...rest }: Settings): unknown {
  return [rest, [...rest.names, ...djangoDefaultNames(rest.django), ''].map(get)];
}
