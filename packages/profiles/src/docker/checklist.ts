/** What is to be done before, during and after a deployment with containers, in this project's own names. */
import { defineChecklist, deployment } from '@django-golive/core';

/** Docker's checklist. */
export const dockerChecklist = defineChecklist({ deployment }, () => []);
