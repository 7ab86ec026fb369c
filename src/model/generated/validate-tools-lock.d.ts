// Generated from schemas/tools-lock.schema.json by "npm run generate". Do not edit.
import type { ErrorObject } from 'ajv';
import type { ToolsLockFile } from './tools-lock.ts';
export declare const validate: { (value: unknown): value is ToolsLockFile; errors?: ErrorObject[] | null };
