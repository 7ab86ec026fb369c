import { notFound, Refusal } from './answers.ts';
import type { Call, Routes } from './routes.ts';
import { branchRef, type WorkflowRun } from './state.ts';

const FOLDER = '.github/workflows/';

/** The file of a workflow, which must be on the default branch. */
const workflowOf = ({ world, params }: Call): string => {
  const workflow = params['workflow_id'] ?? '';
  const tip = world.git.resolve(branchRef(world.defaultBranch)) ?? '';
  const files = world.git.listTree(world.git.treeOf(tip), true).map((it) => it.path);
  if (!files.includes(`${FOLDER}${workflow}`)) throw notFound();
  return workflow;
};

/** Runs of workflows, and what starts one. */
export const actionRoutes: Routes = {
  'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs': (call) => {
    const { world, shapes, query } = call;
    const workflow = workflowOf(call);
    const fits = (run: WorkflowRun): boolean =>
      run.workflow === workflow &&
      (query['branch'] === undefined || run.branch === query['branch']) &&
      (query['created'] === undefined || run.created >= query['created'].replace('>=', '')) &&
      (query['status'] === undefined || run.status === query['status'] || run.conclusion === query['status']);
    const runs = world.runs.filter(fits).reverse();
    const page = runs.slice(0, Number(query['per_page'] ?? 30));
    return {
      status: 200,
      body: {
        total_count: runs.length,
        workflow_runs: page.map((run) =>
          shapes.complete('workflow-run', {
            id: run.id,
            head_branch: run.branch,
            head_sha: run.sha,
            path: `${FOLDER}${run.workflow}`,
            event: run.event,
            status: run.status,
            conclusion: run.conclusion ?? null,
            html_url: `${world.serverUrl}/${world.owner}/${world.name}/actions/runs/${run.id}`,
            created_at: run.created,
            updated_at: run.updated,
          }),
        ),
      },
    };
  },
  'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches': (call) => {
    const { world, body } = call;
    const workflow = workflowOf(call);
    const { ref } = body<{ ref: string }>();
    const sha = world.git.resolve(branchRef(ref.replace(/^refs\/heads\//, '')));
    if (sha === undefined) throw new Refusal(422, `No ref found for: ${ref}`);
    const created = new Date(world.seconds() * 1000).toISOString();
    world.runs.push({
      id: world.nextId(),
      workflow,
      branch: ref,
      sha,
      event: 'workflow_dispatch',
      status: 'queued',
      conclusion: undefined,
      created,
      updated: created,
    });
    return { status: 204 };
  },
};
