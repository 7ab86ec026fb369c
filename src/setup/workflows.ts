/** What stands for this action in templates/workflows/, and which init replaces. */
export const ACTION_PLACEHOLDER = 'OWNER/agentcore-sync@0000000000000000000000000000000000000000';

const PLACEHOLDER_LINE = new RegExp(`^( *- uses: )${ACTION_PLACEHOLDER}(?: #.*)?$`, 'gm');
const JOB_CONDITION = /^ {4}if: (?:\$\{\{ (.+) \}\}|(.+))$/m;

/** How a workflow is made from its template. */
export interface WorkflowOptions {
  /** What stands behind `uses:` for this action. */
  readonly uses: string;
  /** The default branch; `main` when absent. */
  readonly branch?: string;
  /** A condition under which alone any job runs. */
  readonly guard?: string;
  /** false: without `queue`, which older servers and tools refuse. Then a waiting run can be replaced by a newer one. */
  readonly queue?: boolean;
}

/** Adds a condition to a job, whose text begins with its key. */
const guarded = (job: string, guard: string): string =>
  JOB_CONDITION.test(job)
    ? job.replace(JOB_CONDITION, (_, inner?: string, bare?: string) => `    if: \${{ ${guard} && (${inner ?? bare}) }}`)
    : job.replace(/^( {4}name: .*)$/m, (name) => `${name}\n    if: ${guard}`);

/** Splits a workflow into what stands before its jobs, and each job with the comments above it. */
const splitJobs = (text: string): readonly [string, readonly string[]] => {
  const start = text.indexOf('\njobs:\n') + '\njobs:\n'.length;
  return [text.slice(0, start), text.slice(start).split(/(?<=\n)(?= {2}[a-z][a-z-]*:\n)/)];
};

/** A workflow from its template. Nothing but the lines that the options name is changed. */
export const workflowFor = (template: string, options: WorkflowOptions): string => {
  const { guard } = options;
  const [head, jobs] = splitJobs(template);
  const text = guard === undefined ? template : head + jobs.map((job) => guarded(job, guard)).join('');
  const used = text.replace(PLACEHOLDER_LINE, (_, before: string) => `${before}${options.uses}`);
  const branched =
    options.branch === undefined
      ? used
      : used.replace('branches: [main]', () => `branches: [${JSON.stringify(options.branch)}]`);
  return options.queue === false ? branched.replace(/^ +queue: max\n/gm, '') : branched;
};
