/** Heroku's config vars where files go to S3: the keys that no line of the settings reads. */
import { heroku } from '@django-golive/profiles';
import { expect, test } from 'vitest';
import { type Plain, tryRule } from './heroku-pythonanywhere-given.js';

const said = (values: Readonly<Record<string, Plain>>) =>
  tryRule(heroku, 'heroku/procfile-missing', { 'manage.py': '' }, values, {
    required: ['AWS_STORAGE_BUCKET_NAME'],
  }).checklist.find(({ id }) => id === 'config-vars')?.text;
const storage = (BACKEND: string, OPTIONS: Plain = {}) => ({ STORAGES: { default: { BACKEND, OPTIONS } } });

test('an S3 storage takes its keys from the environment by itself', () => {
  const text = said(storage('storages.backends.s3.S3Storage'));
  expect(text).toContain('Set `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` too: the storage of files takes them');
  expect(said({ DEFAULT_FILE_STORAGE: 'storages.backends.s3boto3.S3Boto3Storage' })).toContain('AWS_ACCESS_KEY_ID');
});

test('but not where the settings give them, or where files go elsewhere', () => {
  expect(said(storage('storages.backends.s3.S3Storage', { access_key: 'x' }))).not.toContain('AWS_ACCESS_KEY_ID');
  expect(said({ ...storage('storages.backends.s3.S3Storage'), AWS_ACCESS_KEY_ID: 'x' })).not.toContain(
    '`AWS_ACCESS_KEY_ID`',
  );
  expect(said(storage('storages.backends.azure_storage.AzureStorage'))).not.toContain('AWS_ACCESS_KEY_ID');
});

test('Cloudinary takes its account from the environment by itself', () => {
  const text = (values: Readonly<Record<string, Plain>>, file = '') =>
    tryRule(heroku, 'heroku/procfile-missing', { 'manage.py': '', 'config/settings.py': file }, values, {
      required: ['DJANGO_KEY'],
    }).checklist.find(({ id }) => id === 'config-vars')?.text;
  expect(text({ INSTALLED_APPS: ['cloudinary_storage', 'cloudinary'] })).toContain('Set `CLOUDINARY_URL` too:');
  expect(text({ INSTALLED_APPS: ['cloudinary'] })).toContain('`CLOUDINARY_URL`');
  expect(text({ INSTALLED_APPS: ['shop'] })).not.toContain('CLOUDINARY');
  const named = { INSTALLED_APPS: ['cloudinary_storage'], CLOUDINARY_STORAGE: { CLOUD_NAME: 'x' } };
  expect(text(named)).not.toContain('CLOUDINARY_URL');
  expect(text({ INSTALLED_APPS: ['cloudinary'] }, 'cloudinary.config(cloud_name=NAME)\n')).not.toContain('CLOUDINARY');
});
