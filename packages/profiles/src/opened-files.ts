/** Files that the settings open by themselves and that no checkout brings. */
import type { ChecklistItem, Settings } from '@django-golive/core';
import { item } from './checklist-item.js';

/** A file that has to be put on the server before the first start. */
export interface OpenedFile {
  /** Relative to the repository, or absolute. */
  readonly path: string;
  /** "`config/settings.py`, line 14, opens it". */
  readonly reader: string;
}

/** Those that a person has to put there; a file of variables is a step of its own. */
export function openedFiles({ wanted }: Settings): readonly OpenedFile[] {
  return (wanted ?? [])
    .filter(({ path }) => !/(^|\/)\.env[\w.-]*$/.test(path))
    .map(({ path, at }) => ({ path, reader: `\`${at.path}\`, line ${at.start.line}, opens it` }));
}

/** "`secrets.json` (`config/settings.py`, line 14, opens it)" of each. */
export function openedInWords(files: readonly OpenedFile[]): string {
  return files.map(({ path, reader }) => `\`${path}\` (${reader})`).join(' and ');
}

/** The step on a target that has only what is pushed or built; `way` says how a file, or what it holds, comes there all the same. */
export function openedFilesStep(settings: Settings, way: string): ChecklistItem | undefined {
  const opens = openedFiles(settings);
  return opens.length === 0
    ? undefined
    : item(
        'opened-files',
        'before',
        `The settings stop without ${openedInWords(opens)}, which the repository lacks: ${way}.`,
      );
}
