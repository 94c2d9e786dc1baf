/** What is to be done before, during and after a deployment behind Apache, in this project's own names. */
import { defineChecklist, deployment } from '@django-golive/core';

/** The checklist of Apache on Ubuntu. */
export const apacheChecklist = defineChecklist({ deployment }, () => []);
