/** What a settings module says of itself in words: whom it is for may stand in its docstring alone. */
import type { Project } from '@django-golive/core';

const moduleWords = /^\uFEFF?(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*[rRuU]?("""|''')([\s\S]*?)\1/;
const classWords = /^class[ \t]+\w+[^\n]*:[ \t]*(?:#[^\n]*)?\r?\n\s*[rRuU]?("""|''')([\s\S]*?)\1/gm;
const development =
  /\b(?:settings|config|configuration)\b(?: \w+){0,2} (?:for|in|during) (?:the |a |your |our )?(?:local(?:ly)? )?(?:development|developing)\b(?! of\b)|^(?:local |docker )*development (?:settings|config|configuration)\b/i;
/** Words that make it others' as well. */
const wider =
  /\b(?:prod\w*|deploy\w*|staging|live|servers?|base|shared|common|defaults?|all|any|every|both|not|never|optimi[sz]ed|templates?)\b/i;

/** The sentence by which a settings file says that it is for development; of several classes none speaks for all. */
export function saysDevelopment(project: Project, path: string): string | undefined {
  const text = project.file(path)?.text ?? '';
  const classes = text.match(/^class[ \t]/gm)?.length ?? 0;
  const words = [
    moduleWords.exec(text)?.[2],
    ...(classes === 1 ? [...text.matchAll(classWords)].map(([, , own]) => own) : []),
  ];
  return words
    .map(
      (one) =>
        (one ?? '')
          .replace(/\s+/g, ' ')
          .trim()
          .split(/(?<=\.) /)[0] ?? '',
    )
    .find((sentence) => sentence.length < 200 && development.test(sentence) && !wider.test(sentence));
}
