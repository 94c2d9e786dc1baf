/** Which paths outlive a deployment. */
import { expect, test } from 'vitest';
import { type Deployment, unknownDeployment } from '../../src/index.js';
import { projectRoot } from '../../src/project-root.js';
import { survives } from '../../src/rules/structure/surviving-path.js';
import { projectOf } from '../../src/source.js';

const project = projectOf({ 'manage.py': '', 'shop/models.py': '' });
const lost: Deployment = { ...unknownDeployment, traits: new Map([['ephemeral-disk', undefined]]), root: '/app' };
const of = (deployment: Partial<Deployment>, path: string) => survives(project, { ...lost, ...deployment }, path);

test('on a disk that is new at every start only volumes keep anything', () => {
  expect(of({ traits: new Map() }, '/srv/media')).toBe('yes');
  expect(of({}, '/srv/media')).toBe('no');
  expect(of({ volumes: ['/srv'] }, '/srv/media')).toBe('yes');
  expect(of({ volumes: ['/app/media'] }, `${projectRoot}/media/a.png`)).toBe('yes');
});

test('a disk that no file shows may lie anywhere but over code', () => {
  expect(of({ volumesUnseen: true }, `${projectRoot}/media/a.png`)).toBe('maybe');
  expect(of({ volumesUnseen: true }, '/var/data/db.sqlite3')).toBe('maybe');
  expect(of({ volumesUnseen: true }, `${projectRoot}/db.sqlite3`)).toBe('no');
});
