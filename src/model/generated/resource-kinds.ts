// Generated from schemas/entry.schema.json by "npm run generate". Do not edit.
/** Every kind of resource, in the order in which they are shown. */
export const RESOURCE_KINDS = ['gateway', 'target', 'runtime', 'harness'] as const;
