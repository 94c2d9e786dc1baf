/** PythonAnywhere: a web app whose WSGI file, static files and HTTPS switch live on the platform's Web tab. */
import { deployment, type Profile, project, provide } from '@django-golive/core';
import { capabilities } from './capabilities.js';
import { checklist } from './checklist.js';
import { pythonanywhereDeployment } from './deployment.js';
import { pythonanywhereDetector } from './detection.js';
import { pythonanywhereRules } from './rules.js';
import { wsgiFile } from './wsgi-file.js';

/** The target PythonAnywhere. */
export const pythonanywhere: Profile = {
  id: 'pythonanywhere',
  title: 'PythonAnywhere',
  detector: pythonanywhereDetector,
  providers: [
    provide(deployment, { project, wsgiFile }, ({ project, wsgiFile }) => pythonanywhereDeployment(project, wsgiFile)),
  ],
  rules: pythonanywhereRules,
  capabilities,
  checklist,
};
