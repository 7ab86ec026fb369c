// Generated from schemas/tools-lock.schema.json by "npm run generate". Do not edit.

/**
 * A JSON text: sorted keys, two blanks a level.
 */
export type JsonText = string;

/**
 * The tools, prompts and resource templates of a server, or the skills of an agent, as they were reviewed. Written by lock beside an entry, as <entry>.tools.lock.yaml.
 */
export interface ToolsLockFile {
  kind: 'tools-lock';
  /**
   * The form of this file. Others are not read.
   */
  form: 1;
  server?: LockedServer;
  agent?: LockedAgent;
  /**
   * Sorted by name.
   *
   * @maxItems 20000
   */
  tools?: LockedItem[];
  /**
   * Sorted by name.
   *
   * @maxItems 20000
   */
  prompts?: LockedItem[];
  /**
   * Sorted by name, then by template.
   *
   * @maxItems 20000
   */
  resourceTemplates?: LockedItem[];
  /**
   * Sorted by name.
   *
   * @maxItems 20000
   */
  skills?: LockedItem[];
}
/**
 * What the server says of itself.
 */
export interface LockedServer {
  name: string;
  title?: string;
  /**
   * What it tells models about its use.
   */
  instructions?: string;
}
/**
 * What the agent's card says of it.
 */
export interface LockedAgent {
  name: string;
  description?: string;
}
/**
 * One tool, prompt, resource template or skill, as it was reviewed.
 */
export interface LockedItem {
  name: string;
  /**
   * Of a resource template.
   */
  uriTemplate?: string;
  title?: string;
  description?: string;
  annotations?: JsonText;
  inputSchema?: JsonText;
  outputSchema?: JsonText;
  /**
   * A JSON text: sorted keys, two blanks a level.
   */
  arguments?: string;
  /**
   * Over the whole item, what is not shown here too: SHA-256 of its canonical JSON (RFC 8785).
   */
  digest: string;
}
