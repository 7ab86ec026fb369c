import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { workflowFor } from '../src/setup/workflows.ts';
import type { GeneratedFile } from './generated-files.ts';

/** The workflows of this repository, from the templates for users: with the action beside them, and off unless switched on. */
export const workflowFiles = (): Promise<GeneratedFile[]> =>
  Promise.all(
    globSync('templates/workflows/*.yml')
      .sort()
      .map(async (template) => {
        const text = workflowFor(await readFile(template, 'utf8'), {
          uses: './',
          guard: "vars.AGENTCORE_SYNC == 'on'",
        });
        const banner = `# Generated from ${template} by "npm run generate". Do not edit.\n`;
        return { path: `.github/workflows/${basename(template)}`, text: banner + text };
      }),
  );
