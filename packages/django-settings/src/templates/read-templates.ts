/** The project's own templates as facts: which files the loaders of production find, under which names, and what runs in them. */
import { type Project, pathsBelow, type Template, type Templates } from '@django-golive/core';
import { budgets } from '../budgets.js';
import { isForeign, isSecondary } from '../discover/searched-files.js';
import { type DirectoryInputs, type TemplateDirectory, templateDirectories } from './template-directories.js';
import { type Tokens, tokensOf } from './tokens.js';

/** What is no template although it may lie among them: pictures, fonts, archives, code. Of a text any ending will do. */
const noText =
  /\.(png|jpe?g|gif|ico|webp|avif|bmp|tiff?|psd|woff2?|ttf|otf|eot|pdf|docx?|xlsx?|zip|gz|bz2|xz|tar|7z|mp[34]|webm|mov|wav|ogg|map|mo|po|py[cio]?|so|sqlite3?|db|lock|sh|ts|tsx|jsx|scss|sass|less)$/i;
/** Where templates lie by custom; a directory of the name may lie inside another one. */
const customary = /(?:^|\/)(templates|jinja2)\//g;

interface Place {
  readonly names: Set<string>;
  readonly language: Template['language'];
  readonly loaded: Template['loaded'];
}

/** Read them; what runs in each, on first use. Never throws. */
export function readTemplates(inputs: DirectoryInputs): Templates {
  const { project, settings } = inputs;
  const { directories, complete } = templateDirectories(inputs);
  const places = new Map<string, Place>();
  const byName = new Map<string, string>();
  const add = (path: string, name: string, language: Place['language'], loaded: Place['loaded']): void => {
    const place = places.get(path) ?? { names: new Set(), language, loaded };
    place.names.add(name);
    places.set(path, place);
    if (!byName.has(name)) byName.set(name, path);
  };
  for (const directory of directories)
    for (const path of textsIn(project, directory)) add(path, nameIn(directory, path), directory.language, 'yes');
  // Tests and examples bring templates of their own, unless the site is one.
  const isSample = isSecondary(settings.path ?? '') ? () => false : isSecondary;
  for (const path of complete ? [] : project.paths)
    for (const match of noText.test(path) ? [] : path.matchAll(customary)) {
      const above = path.slice(0, match.index + 1);
      if (!isForeign(above) && !isSample(above))
        add(path, path.slice(match.index + match[0].length), match[1] === 'jinja2' ? 'jinja2' : 'django', 'maybe');
    }
  const left = { text: budgets.templates, tokens: budgets.templateTokens };
  const tokens = (path: string, language: Template['language']): Tokens => {
    const content = project.file(path)?.text ?? '';
    left.text -= content.length;
    const found = tokensOf(left.text < 0 ? '' : content, language, left.tokens);
    left.tokens -= found.tags.length + found.variables.length;
    return found;
  };
  const files = [...places]
    .map(([path, place]) => template(path, place, tokens))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const byPath = new Map(files.map((file) => [file.path, file]));
  return { files, get: (name) => byPath.get(byName.get(name) ?? ''), complete };
}

function template(
  path: string,
  { names, language, loaded }: Place,
  read: (path: string, language: Template['language']) => Tokens,
): Template {
  let tokens: Tokens | undefined;
  const found = (): Tokens => {
    tokens ??= read(path, language);
    return tokens;
  };
  return {
    path,
    names: [...names],
    language,
    loaded,
    get tags() {
      return found().tags;
    },
    get variables() {
      return found().variables;
    },
  };
}

/** The texts below a directory, save those that a directory as wide as the project holds of other people. */
function textsIn(project: Project, { path: directory }: TemplateDirectory): readonly string[] {
  return pathsBelow(project, directory).filter(
    (path) => !noText.test(path) && !/(^|\/)(node_modules|bower_components|site-packages)\//.test(path),
  );
}

const nameIn = ({ path: directory }: TemplateDirectory, path: string): string =>
  directory === '' ? path : path.slice(directory.length + 1);
