/** Buckets of AWS that hold documents for targets, by Region; read on 2026-11-21. https://github.com/aws/bedrock-agentcore-starter-toolkit */
const BUCKETS: Readonly<Record<string, string>> = {
  'ap-southeast-2': 'amazonbedrockagentcore-built-sampleschemas455e0815-yigvs4je21kx',
  'eu-central-1': 'amazonbedrockagentcore-built-sampleschemas455e0815-egpctdjskcrf',
  'us-east-1': 'amazonbedrockagentcore-built-sampleschemas455e0815-oj7jujcd8xiu',
  'us-west-2': 'amazonbedrockagentcore-built-sampleschemas455e0815-omxvr7ybq9g8',
};

/** Names of the older command line whose document is a Smithy model there. */
const MODELS: Readonly<Record<string, string>> = { dynamodb: 'dynamodb-smithy.json' };

/** Its names that are services of AWS: each has a Smithy model that AWS publishes, and none lies in those buckets. */
const SERVICES: ReadonlySet<string> = new Set(['cloudwatch', 'bedrock-runtime', 'bedrock-agent-runtime']);

/** Its names that are other people's services: they are described by OpenAPI. */
const VENDORS: ReadonlySet<string> = new Set([
  'confluence',
  'onedrive',
  'slack',
  'smartsheet',
  'sap-business-partner',
  'tavily',
  'jira',
  'sap-product-master-data',
  'genericHTTP',
  'sap-material-stock',
  'sap-physical-inventory',
  'salesforce',
  'servicenow',
  'bambooHR',
  'brave-search',
  'msExchange',
  'sap-bill-of-material',
  'sharepoint',
  'asana',
  'zendesk',
  'msTeams',
  'pagerduty',
  'zoom',
]);

/** Where a predefined model lies, or what to use in its place. */
export type PredefinedModel =
  | { readonly type: 's3'; readonly uri: string }
  | { readonly type: 'none'; readonly hint: string };

/** The document that a predefined name of the older command line means in a Region. */
export const predefinedModel = (name: string, region: string): PredefinedModel => {
  const model = MODELS[name];
  const bucket = BUCKETS[region];
  if (model !== undefined && bucket !== undefined) return { type: 's3', uri: `s3://${bucket}/${model}` };
  if (model !== undefined || SERVICES.has(name)) {
    const known = model === undefined ? '' : ` AWS keeps it ready in ${Object.keys(BUCKETS).join(', ')}.`;
    return {
      type: 'none',
      hint: `Write schema: with the Smithy model of ${name} from https://github.com/aws/api-models-aws, as a file or in S3.${known}`,
    };
  }
  if (VENDORS.has(name)) {
    return { type: 'none', hint: `Write type: openApi with the OpenAPI document of ${name}, or type: connector.` };
  }
  return { type: 'none', hint: `Known names: ${[...Object.keys(MODELS), ...SERVICES, ...VENDORS].sort().join(', ')}.` };
};
