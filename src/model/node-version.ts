const REQUIRED_MAJOR = 24;

/** What to tell someone whose Node is too old; undefined where it will do. Both doors ask before anything else runs. */
export const nodeVersionProblem = (version: string): string | undefined =>
  Number.parseInt(version, 10) >= REQUIRED_MAJOR
    ? undefined
    : `agentcore-sync needs Node ${REQUIRED_MAJOR} or later, and this is Node ${version}.\nInstall Node ${REQUIRED_MAJOR} (in a workflow: actions/setup-node with node-version: ${REQUIRED_MAJOR}), or run it through npx in a project that has it.\n`;
