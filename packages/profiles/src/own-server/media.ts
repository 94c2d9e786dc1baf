/** The step that lets the application write uploads on a server of one's own. */
import {
  type ChecklistItem,
  type Features,
  type Project,
  repositoryPath,
  type Settings,
  stringOf,
} from '@django-golive/core';
import { item } from '../checklist-item.js';
import { shellWord } from '../shell-word.js';

/** Who writes them. */
export interface WritesUploads {
  readonly user: string;
  readonly group?: string;
  /** The sentence, without its end. */
  readonly said: string;
  readonly refutedBy?: readonly string[];
}

/** The step; `place` is the directory on the server, where the settings tell it. None where nothing is uploaded to the disk. */
export function mediaStep(
  project: Project,
  settings: Settings,
  features: Features,
  place: string | undefined,
  { user, group, said, refutedBy }: WritesUploads,
): ChecklistItem | undefined {
  if (place !== undefined) {
    const owner = group === undefined ? '' : ` -g ${shellWord(group)}`;
    const make = `sudo install -d -o ${shellWord(user)}${owner} -m 755 ${shellWord(place)}`;
    // The first command changes the directory alone, and a clone makes those below it for whoever clones.
    const below = `${shellWord(user)}${group === undefined ? '' : `:${shellWord(group)}`} ${shellWord(place)}`;
    const commands = holdsFiles(project, settings) ? [make, `sudo chown -R ${below}`] : [make];
    return item('media', 'during', `${said}.`, commands, [], refutedBy);
  }
  const { value } = settings.get('MEDIA_ROOT');
  // A home directory, for one, is another for each user of the server.
  return features.uses('local-media') && value.kind === 'unknown'
    ? item(
        'media',
        'during',
        `${said}: the server decides which directory \`MEDIA_ROOT\` is. Make it as the settings name it for \`${user}\`, whose home directory counts where they begin at \`~\`, and give it to that account.`,
        [],
        [],
        refutedBy,
      )
    : undefined;
}

/** Whether the repository has something below `MEDIA_ROOT`. */
function holdsFiles(project: Project, settings: Settings): boolean {
  const inside = repositoryPath(stringOf(settings.get('MEDIA_ROOT').value) ?? '');
  return inside !== undefined && inside !== '' && project.isDirectory(inside);
}
