/** Workflows of GitHub Actions: what they run, on which events, and whether that is certain. */
import { defineFact, type Location, project, type SourceFile } from '@django-golive/core';
import { type Invocation, invocationsOfLine } from './invocation.js';
import { child, entriesIn, entryOf, itemsIn, readYaml, textOf, type YamlNode } from './yaml-tree.js';

/** A step that runs commands. */
export interface WorkflowStep {
  readonly job: string;
  readonly run: string;
  readonly invocations: readonly Invocation[];
  /** Runs only where a condition of the step or of its job holds. */
  readonly conditional: boolean;
  readonly at: Location;
}

/** One workflow. */
export interface Workflow {
  readonly path: string;
  /** `push`, `release`, `workflow_dispatch`. */
  readonly events: readonly string[];
  readonly steps: readonly WorkflowStep[];
}

/** The workflows of the repository; what is no workflow is left out. */
export const workflows = defineFact({
  id: 'github-workflows',
  needs: { project },
  derive({ project }): readonly Workflow[] {
    return project.paths
      .filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path))
      .flatMap((path) => {
        const file = project.file(path);
        return (file && readWorkflow(file)) ?? [];
      });
  },
});

/** Read a workflow; `undefined` where the file has no jobs. */
export function readWorkflow(file: SourceFile): Workflow | undefined {
  const root = readYaml(file);
  const jobs = entriesIn(child(root, 'jobs'));
  if (jobs.length === 0) return undefined;
  return {
    path: file.path,
    // YAML 1.1 reads a bare `on` as true.
    events: eventsOf(child(root, 'on') ?? child(root, 'true')),
    steps: jobs.flatMap(({ key, value }) =>
      itemsIn(child(value, 'steps')).flatMap((step): WorkflowStep[] => {
        const run = entryOf(step, 'run');
        const text = textOf(run?.value);
        if (!run || text === undefined) return [];
        const conditional = child(step, 'if') !== undefined || child(value, 'if') !== undefined;
        return [{ job: key, run: text, invocations: invocationsOfLine(text), conditional, at: run.at }];
      }),
    ),
  };
}

function eventsOf(node: YamlNode | undefined): readonly string[] {
  if (node?.kind === 'map') return node.entries.map(({ key }) => key);
  return itemsIn(node).flatMap((item) => textOf(item) ?? []);
}

/** Programs that run their arguments where the site runs. */
const remote =
  /^(heroku|flyctl|fly|railway|render|ssh|kubectl|docker|gcloud|az|aws|eb|dokku|cap|fab|ansible|ansible-playbook)$/;

/** The step that migrates the database of the site at a push or a release, as far as the words of its commands show. */
export function migratingStep(found: readonly Workflow[]): WorkflowStep | undefined {
  return found
    .filter(({ events }) =>
      events.some((event) => /^(push|release|workflow_run|workflow_dispatch|schedule|deployment)/.test(event)),
    )
    .flatMap(({ steps }) => steps)
    .find(({ invocations }) =>
      invocations.some(
        ({ program, args }) => remote.test(program) && args.some(({ text }) => /\bmigrate\b/.test(text)),
      ),
    );
}
