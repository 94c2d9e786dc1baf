/** What is to be done before, during and after a deployment on Heroku, in this project's own names. */
import { defineChecklist, deployment, settings } from '@django-golive/core';

/** Heroku's checklist. */
export const checklist = defineChecklist({ settings, deployment }, () => []);
