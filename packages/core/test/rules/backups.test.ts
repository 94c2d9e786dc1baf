/** Whether backups are asked about, on facts given by hand. */
import { expect, test } from 'vitest';
import { backupMissing } from '../../src/rules/ops/backup-missing.js';
import { say, settingsOf } from './given.js';

test('uploads that the next restart deletes are no part of a backup', () => {
  const settings = settingsOf({
    DATABASES: { default: { ENGINE: 'django.db.backends.postgresql' } },
    DEFAULT_FILE_STORAGE: 'django.core.files.storage.FileSystemStorage',
    INSTALLED_APPS: ['wagtail.images'],
    MEDIA_ROOT: '/app/media',
  });
  expect(say(backupMissing, { settings })).toEqual(['question:none', 'question:media']);
  const traits = new Map([['ephemeral-disk', undefined]] as const);
  const deployment = { target: 'heroku', traits, root: '/app' };
  expect(say(backupMissing, { settings, deployment })).toEqual(['question:none']);
  // A disk may be mounted there.
  const mounted = { ...deployment, volumes: ['/app/media'] };
  expect(say(backupMissing, { settings, deployment: mounted })).toEqual(['question:none', 'question:media']);
});
