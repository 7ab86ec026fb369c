// Generated from schemas/entry.schema.json by "npm run generate". Do not edit.
import type { ErrorObject } from 'ajv';
import type { EntryFile } from './entry.ts';
export declare const validate: { (value: unknown): value is EntryFile; errors?: ErrorObject[] | null };
