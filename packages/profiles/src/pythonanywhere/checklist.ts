/** What is to be done before, during and after a deployment on PythonAnywhere, in this project's own names. */
import { defineChecklist, deployment, settings } from '@django-golive/core';

/** PythonAnywhere's checklist. */
export const checklist = defineChecklist({ settings, deployment }, () => []);
