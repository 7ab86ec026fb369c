import { notAccessible, notFound, Refusal } from './answers.ts';
import { GitError, type TreeEdit, ZERO } from './git.ts';
import type { Body, Routes } from './routes.ts';
import { moveRef } from './rules.ts';
import { branchRef, personOf, WEB_FLOW, type World } from './state.ts';

const commitOf = (world: World, name: string): string => {
  const sha = world.git.resolve(branchRef(name)) ?? world.git.resolve(name);
  if (sha === undefined) throw notFound();
  return sha;
};

const REFUSED = {
  moved: 'Reference cannot be updated',
  'not-a-fast-forward': 'Update is not a fast forward',
  'unknown-object': 'Object does not exist',
} as const;

/** git/…, compare, contents and merges. */
export const gitRoutes: Routes = {
  'GET /repos/{owner}/{repo}': ({ shapes }) => ({ status: 200, body: shapes.repository() }),
  'GET /repos/{owner}/{repo}/git/ref/{ref}': ({ world, shapes, params }) => {
    const ref = `refs/${params['ref'] ?? ''}`;
    const sha = world.git.resolve(ref);
    if (sha === undefined) throw notFound();
    return { status: 200, body: shapes.ref(ref, sha) };
  },
  'POST /repos/{owner}/{repo}/git/refs': ({ world, shapes, actor, body }) => {
    const { ref, sha } = body<Body<'git/create-ref'>>();
    const refused = moveRef(world, actor, { ref, before: ZERO, after: sha, force: false });
    if (refused === 'moved') throw new Refusal(422, 'Reference already exists');
    if (refused) throw new Refusal(422, REFUSED[refused]);
    return { status: 201, body: shapes.ref(ref, sha) };
  },
  'PATCH /repos/{owner}/{repo}/git/refs/{ref}': ({ world, shapes, actor, body, params }) => {
    const { sha, force } = body<Body<'git/update-ref'>>();
    const ref = `refs/${params['ref'] ?? ''}`;
    const before = world.git.resolve(ref);
    if (before === undefined) throw new Refusal(422, 'Reference does not exist');
    const refused = moveRef(world, actor, { ref, before, after: sha, force: force === true });
    if (refused) throw new Refusal(422, REFUSED[refused]);
    return { status: 200, body: shapes.ref(ref, sha) };
  },
  'DELETE /repos/{owner}/{repo}/git/refs/{ref}': ({ world, actor, params }) => {
    const ref = `refs/${params['ref'] ?? ''}`;
    const before = world.git.resolve(ref);
    if (before === undefined) throw new Refusal(422, 'Reference does not exist');
    moveRef(world, actor, { ref, before, after: ZERO, force: false });
    return { status: 204 };
  },
  'GET /repos/{owner}/{repo}/git/commits/{commit_sha}': ({ world, shapes, params }) => {
    const sha = params['commit_sha'] ?? '';
    if (world.git.typeOf(sha) !== 'commit') throw notFound();
    return { status: 200, body: shapes.gitCommit(world.git.readCommit(sha)) };
  },
  'GET /repos/{owner}/{repo}/commits': ({ world, shapes, query }) => {
    const from = commitOf(world, query['sha'] ?? world.defaultBranch);
    const found = world.git.commitsOf(from, query['path'] ?? '.');
    return { status: 200, items: found.map((sha) => shapes.commit(world.git.readCommit(sha))) };
  },
  'POST /repos/{owner}/{repo}/git/commits': ({ world, shapes, actor, body }) => {
    const it = body<Body<'git/create-commit'>>();
    const parents = it.parents ?? [];
    if (world.git.typeOf(it.tree) !== 'tree') throw new Refusal(422, 'Tree SHA does not exist');
    if (parents.some((sha) => world.git.typeOf(sha) !== 'commit')) {
      throw new Refusal(422, 'Parent SHA does not exist or is not a commit object');
    }
    const own = personOf(actor.login);
    const author = it.author ?? own;
    // Only where nothing about the author is given does GitHub commit, and sign, itself.
    const committer = it.author === undefined && actor.kind !== 'person' ? WEB_FLOW : author;
    const { tree, message } = it;
    const sha = world.git.commit({ tree, parents, message, author, committer, seconds: world.seconds() });
    return { status: 201, body: shapes.gitCommit(world.git.readCommit(sha)) };
  },
  'GET /repos/{owner}/{repo}/git/trees/{tree_sha}': ({ world, shapes, params, query }) => {
    const name = params['tree_sha'] ?? '';
    const sha = world.git.typeOf(name) === 'tree' ? name : world.git.treeOf(commitOf(world, name));
    const items = world.git.listTree(sha, query['recursive'] !== undefined);
    const truncated = query['recursive'] !== undefined && items.length > world.settings.treeLimit;
    return {
      status: 200,
      body: shapes.tree(sha, truncated ? items.slice(0, world.settings.treeLimit) : items, truncated),
    };
  },
  'POST /repos/{owner}/{repo}/git/trees': ({ world, shapes, actor, body }) => {
    const it = body<Body<'git/create-tree'>>();
    if (it.base_tree !== undefined && world.git.typeOf(it.base_tree) === undefined) throw notFound();
    const written = it.tree.filter((entry) => entry.content !== undefined);
    if (actor.kind === 'actions' && written.some((entry) => entry.path?.startsWith('.github/workflows/'))) {
      throw notAccessible();
    }
    const ids = world.git.writeBlobs(written.map((entry) => entry.content ?? ''));
    const edits = it.tree.map((entry): TreeEdit => {
      const path = entry.path ?? '';
      if (
        path === '' ||
        path.startsWith('/') ||
        path.split('/').some((part) => ['', '.', '..', '.git'].includes(part))
      ) {
        throw new Refusal(422, 'tree.path contains a malformed path component');
      }
      if (entry.content === undefined && entry.sha === null) return { path, sha: null };
      const sha = entry.content === undefined ? (entry.sha ?? '') : (ids[written.indexOf(entry)] ?? '');
      if (world.git.typeOf(sha) === undefined) throw new Refusal(422, `tree.sha ${sha} is not a valid blob`);
      return { path, mode: entry.mode ?? '100644', sha };
    });
    try {
      const sha = world.git.writeTree(it.base_tree, edits);
      return { status: 201, body: shapes.tree(sha, world.git.listTree(sha), false) };
    } catch (error) {
      if (error instanceof GitError) throw new Refusal(422, 'GitRPC::BadObjectState');
      throw error;
    }
  },
  'GET /repos/{owner}/{repo}/git/blobs/{file_sha}': ({ world, shapes, params }) => {
    const sha = params['file_sha'] ?? '';
    if (world.git.typeOf(sha) !== 'blob') throw notFound();
    const content = world.git.readBlob(sha);
    const text = content.toString('base64').replaceAll(/(.{60})/g, '$1\n');
    return {
      status: 200,
      body: shapes.complete('blob', { sha, size: content.length, encoding: 'base64', content: `${text}\n` }),
    };
  },
  'POST /repos/{owner}/{repo}/git/blobs': ({ world, shapes, body }) => {
    const { content, encoding } = body<Body<'git/create-blob'>>();
    const [sha = ''] = world.git.writeBlobs([Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8')]);
    return { status: 201, body: shapes.complete('short-blob', { sha }) };
  },
  'GET /repos/{owner}/{repo}/compare/{basehead}': ({ world, shapes, params }) => {
    const [from = '', to = ''] = (params['basehead'] ?? '').split('...');
    const [base, head] = [commitOf(world, from), commitOf(world, to)];
    const merge = world.git.mergeBase(base, head);
    if (merge === undefined) throw new Refusal(404, 'No common ancestor between the two commits.');
    const commits = world.git.commitsBetween([base], head).map(world.git.readCommit);
    const ahead = commits.length;
    const behind = world.git.commitsBetween([head], base).length;
    const both = ahead === 0 ? 'behind' : 'ahead';
    return {
      status: 200,
      items: commits.map(shapes.commit),
      body: shapes.complete('commit-comparison', {
        base_commit: shapes.commit(world.git.readCommit(base)),
        merge_base_commit: shapes.commit(world.git.readCommit(merge)),
        status: ahead > 0 && behind > 0 ? 'diverged' : ahead === behind ? 'identical' : both,
        ahead_by: ahead,
        behind_by: behind,
        total_commits: ahead,
        commits: [],
      }),
    };
  },
  'POST /repos/{owner}/{repo}/merges': ({ world, shapes, actor, body }) => {
    const { base, head, commit_message } = body<Body<'repos/merge'>>();
    const ref = branchRef(base);
    const [ours, theirs] = [world.git.resolve(ref), commitOf(world, head)];
    if (ours === undefined) throw new Refusal(404, 'Base does not exist');
    if (world.git.isAncestor(theirs, ours)) return { status: 204 };
    const tree = world.git.mergeTree(ours, theirs);
    if (tree === undefined) throw new Refusal(409, 'Merge conflict');
    const message = commit_message ?? `Merge ${head} into ${base}`;
    const author = personOf(actor.login);
    const sha = world.git.commit({
      tree,
      parents: [ours, theirs],
      message,
      author,
      committer: WEB_FLOW,
      seconds: world.seconds(),
    });
    try {
      moveRef(world, actor, { ref, before: ours, after: sha, force: false });
    } catch (error) {
      if (error instanceof Refusal && /workflow/.test(error.message)) throw new Refusal(403, error.message);
      throw error;
    }
    return { status: 201, body: shapes.commit(world.git.readCommit(sha)) };
  },
};
