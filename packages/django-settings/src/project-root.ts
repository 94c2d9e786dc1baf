/** The absolute path that a project's root has while its settings are evaluated: one that no project contains. */
export const projectRoot = '/golive-project-root';
