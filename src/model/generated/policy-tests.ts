// Generated from schemas/policy-tests.schema.json by "npm run generate". Do not edit.

/**
 * gateways/policies/tests.yaml: who may call what, as the Cedar policies of each gateway must decide it.
 */
export interface PolicyTests {
  kind: 'policy-tests';
  form: 1;
  /**
   * @maxItems 1000
   */
  cases: PolicyCase[];
}
export interface PolicyCase {
  /**
   * Name of the gateway's definition.
   */
  gateway: string;
  /**
   * A client that calls with a token of its own: the token's subject, and its client_id.
   */
  client?: string;
  /**
   * A person: the token's subject.
   */
  user?: string;
  /**
   * An IAM role or user that signs its call, by ARN.
   */
  role?: string;
  /**
   * Other claims of the token: Cedar reads them as tags.
   */
  claims?: {
    [k: string]: string;
  };
  /**
   * <target>___<tool>.
   */
  tool: string;
  /**
   * The call's arguments.
   */
  input?: {
    [k: string]: unknown;
  };
  may: boolean;
}
