/** A catalogue whose registry is a site of files: apply.yml and publish.yml as init writes them, run by act. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { startCatalogue } from './init-stage.ts';

const LIMIT_MS = 240_000;

/** GitHub's own services for Pages: what stands for them here. */
const PAGES = {
  'actions/attest@59d89421af93a897026c735860bf21b6eb4f7b26': resolve('test/real/pages/attest'),
  'actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e': resolve('test/real/pages/deploy'),
};

test(
  'apply.yml makes the site and publish.yml puts it on Pages, once they are as private as the site',
  async () => {
    const { github, folder, act, merge } = await startCatalogue({
      registry: ['--registry', 'static'],
      actions: PAGES,
    });
    const pages = join(folder, '../pages');
    const publicPages = (isPublic: boolean): void =>
      void github.world.faults.push({
        ...{ type: 'answer', status: 200, message: '', path: /\/pages$/ },
        body: { public: isPublic },
      });
    await act('workflow_dispatch', 'scan.yml', { inputs: {} });
    merge(1);

    publicPages(true);
    await expect(act('push', 'apply.yml', { ref: 'refs/heads/main' })).rejects.toThrow(
      '::error::The site is for a private audience, and everybody could read these Pages (public: true)',
    );
    expect(existsSync(pages)).toBe(false);

    // Nothing is to be applied any more: the site is made and published all the same.
    publicPages(false);
    const log = await act('push', 'apply.yml', { ref: 'refs/heads/main' });
    expect(log).toContain('no changes. 3 registrations are as in git.');
    expect(log).toMatch(/attested artifact\.tar sha256:[0-9a-f]{64}/);
    expect(JSON.parse(readFileSync(join(pages, 'site.json'), 'utf8'))).toMatchObject({ audience: 'private' });
    expect(readFileSync(join(pages, 'index.html'), 'utf8')).toContain('Routing');
    expect(existsSync(join(pages, '.agentcore-sync.json'))).toBe(false);
    expect(github.world.violations).toEqual([]);
  },
  LIMIT_MS,
);
