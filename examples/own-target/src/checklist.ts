/** What is to be done before, during and after a deployment on Harbour, in the project's own names. */
import { defineChecklist, features, settings } from '@django-golive/core';
import { item, publicHosts, shellWord } from '@django-golive/profiles';
import { manifest } from './manifest.js';

/** Harbour's checklist. */
export const checklist = defineChecklist({ settings, features, manifest }, ({ settings, features, manifest }) => {
  const app = shellWord(manifest?.app ?? 'app');
  const demanded = settings.environment.filter(({ required, given }) => required && given === undefined);
  const [host] = publicHosts(settings);
  return [
    item('health', 'before', 'Harbour can ask whether the site is well.', [], ['harbour/health-missing']),
    ...demanded.map(({ name }) =>
      item(`variable-${name}`, 'before', `The vault holds \`${name}\`.`, [`harbour vault set ${app} ${name}`]),
    ),
    ...(features.uses('postgresql') ? [item('database', 'before', 'The database team has made the database.')] : []),
    item('dock', 'during', 'Send the release.', [`harbour dock ${app}`]),
    item('migrate', 'during', 'Migrate the database.', [`harbour run ${app} python manage.py migrate --noinput`]),
    item('answers', 'after', 'The site answers.', host === undefined ? [] : [`curl -sI https://${host}/`]),
  ];
});
