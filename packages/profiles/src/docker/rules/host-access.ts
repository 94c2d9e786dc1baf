/** A container of the project that can take over its host. */
import { cwe, defineRule, minutes, project } from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { containers } from '../containers.js';

export const hostAccess = defineRule({
  id: 'docker/host-access',
  title: 'The application can take over the host',
  sound: 'The application has no way to its host',
  category: 'security',
  severity: 'high',
  effort: minutes(60),
  risk: 'Who runs code in the application is root on the host.',
  references: [cwe(250)],
  since: '0.1.0',
  needs: { project, containers },
  problems: {
    socket: 'The service `{service}` mounts the socket of Docker.',
    privileged: 'The service `{service}` is privileged.',
  },
  when: ({ containers }) =>
    containers.all.some(
      ({ django, service }) =>
        django && service !== undefined && (service.mounts.length > 0 || Boolean(service.privileged)),
    ),
  *check({ project, containers }, { problem }) {
    for (const { django, service } of containers.all) {
      // A proxy that reads the socket is another matter; here it is Django itself.
      if (!django || !service) continue;
      const socket = service.mounts.find(({ source }) => /(^|\/)docker\.sock$/.test(source ?? ''));
      if (socket)
        yield {
          ...problem('socket', lineAt(project, socket.at, `${service.name}:socket`), { service: service.name }),
          confidence: containers.confidence,
          remedy: { summary: 'Take the mount away; let another service with a narrow interface do what needs Docker.' },
        };
      if (service.privileged)
        yield {
          ...problem('privileged', lineAt(project, service.privileged, `${service.name}:privileged`), {
            service: service.name,
          }),
          confidence: containers.confidence,
          remedy: { summary: 'Take `privileged` away, and add the one capability that is needed with `cap_add`.' },
        };
    }
  },
});
