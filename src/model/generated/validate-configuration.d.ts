// Generated from schemas/configuration.schema.json by "npm run generate". Do not edit.
import type { ErrorObject } from 'ajv';
import type { Configuration } from './configuration.ts';
export declare const validate: { (value: unknown): value is Configuration; errors?: ErrorObject[] | null };
