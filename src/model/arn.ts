/** The parts of an ARN, each empty where the text has none: what is met may be anything. */
export interface Arn {
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** All that stands behind the account, with its colons. */
  readonly resource: string;
}

/** Splits an ARN as AWS writes it, `arn:partition:service:region:account:resource`. It checks nothing. */
export const splitArn = (text: string): Arn => {
  const [, , service = '', region = '', account = '', ...resource] = text.split(':');
  return { service, region, account, resource: resource.join(':') };
};
