// Generated from schemas/policy-tests.schema.json by "npm run generate". Do not edit.
import type { ErrorObject } from 'ajv';
import type { PolicyTests } from './policy-tests.ts';
export declare const validate: { (value: unknown): value is PolicyTests; errors?: ErrorObject[] | null };
