import { join } from 'node:path';
import { digestOfText } from '../../gateways/change-set.ts';
import type { Checked } from '../../gateways/check.ts';
import { type Definition, sourceOf } from '../../gateways/definition.ts';
import { importPlan } from '../../gateways/import-file.ts';
import {
  chosenDefinitions,
  type GatewayCatalogue,
  judgeDefinitions,
  liveGateway,
  loadGateways,
} from '../../gateways/loading.ts';
import { templatePath } from '../../gateways/render.ts';
import { TEMPLATE_BYTES, templateText } from '../../gateways/template.ts';
import { templateObject } from '../../gateways/template-bucket.ts';
import { EXIT } from '../../model/errors.ts';
import type { Problem } from '../../model/problem.ts';
import { stops } from '../../model/problem.ts';
import { reportMarkdown } from '../../report/report.ts';
import { validateReport } from '../../report/validate-report.ts';
import type { CommandContext, CommandResult } from '../../running/context.ts';
import { judged } from '../../running/judging.ts';
import { writeWhole } from '../../running/write-file.ts';

/** A file that rendering makes, below the folder that was asked for. */
interface Rendered {
  readonly path: string;
  readonly text: string;
  /** Where CloudFormation reads it from, of what is too long for a call. */
  readonly bucket?: string;
}

/** A template's file, with the place in a bucket that it needs. */
const templateFile = (definition: Definition, text: string, { world }: GatewayCatalogue): Rendered => {
  const path = templatePath(definition);
  if (Buffer.byteLength(text) <= TEMPLATE_BYTES.text) return { path, text };
  const object = templateObject(world.trust, definition.place, digestOfText(text));
  return { path, text, ...(object === undefined ? {} : { bucket: `s3://${object.bucket}/${object.key}` }) };
};

const writtenLine = (out: string, { path, text, bucket }: Rendered): string =>
  `wrote ${join(out, path)}${bucket === undefined ? '' : `: ${Buffer.byteLength(text)} bytes, which CloudFormation reads from ${bucket}; plan and deploy put it there`}\n`;

const filesOf = (
  { definition, template, text }: Checked,
  catalogue: GatewayCatalogue,
  imports: boolean,
): { readonly files: readonly Rendered[]; readonly problems: readonly Problem[] } => {
  if (!imports) return { files: [templateFile(definition, text, catalogue)], problems: [] };
  const plan = importPlan(definition, template, liveGateway(definition, catalogue.entries));
  if (plan.type === 'refused') return { files: [], problems: plan.findings.map(definition.problem) };
  return {
    files: [
      templateFile(definition, templateText(plan.template, sourceOf(definition)), catalogue),
      {
        path: templatePath(definition).replace(/\.template\.yaml$/, '.import.json'),
        text: `${JSON.stringify(plan.resources, undefined, 2)}\n`,
      },
    ],
    problems: [],
  };
};

/** Definitions to templates: into the folder of --out, or on standard output. What no template can say is an error, and that file isn't written. */
export const renderGateways = async (context: CommandContext, names: readonly string[]): Promise<CommandResult> => {
  const catalogue = await loadGateways(context);
  const { out, import: imports } = context.settings.gatewaysRun;
  const chosen = chosenDefinitions(catalogue, names);
  const drafts = judgeDefinitions(chosen, catalogue.world, 'draft');
  const found = judged([...catalogue.problems, ...drafts.problems], context);
  const faulty = new Set(found.filter(stops).flatMap(({ place }) => place?.file ?? []));
  const made = drafts.checked
    .filter(({ definition }) => !faulty.has(definition.file))
    .map((one) => filesOf(one, catalogue, imports));
  const files = made.flatMap((one) => one.files);
  if (out !== undefined) for (const { path, text } of files) writeWhole(join(out, path), text);
  const problems = [...found, ...made.flatMap((one) => one.problems)];
  return {
    exitCode: problems.some(stops) ? EXIT.failed : EXIT.done,
    result: { files: files.map(({ path }) => (out === undefined ? path : join(out, path))), block: drafts.block },
    problems,
    text:
      chosen.length === 0
        ? `There are no definitions below ${catalogue.directory}/: agentcore-sync gateways new writes one.\n`
        : out === undefined
          ? files.map(({ text }) => text).join('---\n')
          : files.map((file) => writtenLine(out, file)).join(''),
    markdown: reportMarkdown(validateReport({ files: chosen.length, problems }), { limit: 60_000 }),
    outputs: {},
  };
};
