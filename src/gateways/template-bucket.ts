import { type EndpointRules, type ServiceEndpoint, serviceEndpoint } from '../aws/service-endpoint.ts';
import { callSigned, property, refusalOf, type SignedCaller, xmlOf } from '../aws/signed-call.ts';
import type { GatewaysConfiguration } from '../model/generated/configuration.ts';
import type { GatewayPlace } from './definition.ts';

/** A template in a bucket: the same text lies at the same place, and what lies there is never written over. */
export interface TemplateObject {
  readonly bucket: string;
  readonly key: string;
  /** The account that the bucket must belong to. */
  readonly owner: string;
}

/**
 * Where a definition's template lies when it is too long for a call; undefined where no bucket is configured. `{account}` and
 * `{region}` in its name stand for the gateway's. `digest`: SHA-256 of the template's text, in hexadecimal.
 */
export const templateObject = (
  { deploy = {} }: GatewaysConfiguration,
  { account, region, name }: GatewayPlace,
  digest: string,
): TemplateObject | undefined => {
  const { bucket, bucketOwner } = deploy;
  if (bucket === undefined) return undefined;
  return {
    bucket: bucket.replaceAll('{account}', account).replaceAll('{region}', region),
    key: `agentcore-sync/${account}/${region}/${name}/${digest}.template.yaml`,
    owner: bucketOwner ?? account,
  };
};

/** S3's endpoint rules. https://docs.aws.amazon.com/general/latest/gr/s3.html */
const S3: EndpointRules = {
  serviceId: 'S3',
  host: ({ region, fips, dualStack, suffix }) =>
    `s3${fips ? '-fips' : ''}${dualStack ? '.dualstack' : ''}.${region}.${suffix}`,
};

/** The bucket stands in the host's name, but where no certificate would fit it or the endpoint is somebody's own. */
const addressOf = ({ url, overridden }: ServiceEndpoint, { bucket, key }: TemplateObject): URL =>
  overridden || bucket.includes('.')
    ? new URL(`/${bucket}/${key}`, url)
    : new URL(`https://${bucket}.${url.host}/${key}`);

/** The URL of a template, as CloudFormation takes it. Throws what `serviceEndpoint` throws. */
export const templateUrl = async (object: TemplateObject, region: string): Promise<string> =>
  addressOf(await serviceEndpoint(S3, region), object).href;

/** S3's answer where the key is taken: by the same text, for the key is its digest. */
const TAKEN = 412;

/**
 * Puts a template into its bucket (S3's PutObject), where it isn't there yet. How it is encrypted is the bucket's to say.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html Throws errors that `awsFailure` reads.
 */
export const putTemplate = (
  object: TemplateObject,
  { text, digest, region }: { readonly text: string; readonly digest: string; readonly region: string },
  caller: SignedCaller,
  options: { readonly abortSignal: AbortSignal },
): Promise<void> =>
  callSigned(
    {
      service: 's3',
      action: 'PutObject',
      region,
      method: 'PUT',
      url: async () => new URL(await templateUrl(object, region)),
      headers: {
        'content-type': 'application/yaml',
        'content-length': String(Buffer.byteLength(text)),
        'if-none-match': '*',
        'x-amz-expected-bucket-owner': object.owner,
        'x-amz-checksum-sha256': Buffer.from(digest, 'hex').toString('base64'),
      },
      body: text,
      read: (response) => {
        if (response.statusCode === 200 || response.statusCode === TAKEN) return;
        throw refusalOf(response, property(xmlOf(response), 'Error'));
      },
    },
    caller,
    options,
  );
