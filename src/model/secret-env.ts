import { vendorSecretNames } from './vendors/table.ts';

/** The environment variables that may hold a secret of ours, as a regular expression. The schema's is generated from it. */
export const SECRET_ENV = `^(OAUTH_|REGISTRY_|AGENTCORE_)[A-Za-z0-9_-]{1,200}$|^(${vendorSecretNames.join('|')})$`;
