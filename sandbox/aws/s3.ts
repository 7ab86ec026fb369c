/** S3 as far as templates are put there: PutObject, and the object that a template's URL names. */
import { createHash } from 'node:crypto';
import { type Answer, type Call, type Refusal, refuse, text } from './wire.ts';

const digestOf = (content: string, encoding: 'hex' | 'base64'): string =>
  createHash('sha256').update(content).digest(encoding);

/** Answers PutObject. Names of headers stand among the parameters, the body under `text`. */
const putObject = (call: Call): Answer => {
  const [name = '', ...rest] = call.segments;
  const key = rest.join('/');
  const header = (header: string): string | null => call.parameters.get(header);
  const content = text(call.body, 'text') ?? '';
  const bucket = call.world.buckets[name];
  if (bucket === undefined) return refuse(404, 'NoSuchBucket', 'The specified bucket does not exist');
  if (bucket.region !== call.region) {
    const message = `The authorization header is malformed; the region '${call.region}' is wrong; expecting '${bucket.region}'`;
    return refuse(400, 'AuthorizationHeaderMalformed', message);
  }
  const owner = header('x-amz-expected-bucket-owner');
  if (owner !== null && owner !== bucket.account) return refuse(403, 'AccessDenied', 'Access Denied');
  if (header('x-amz-content-sha256') !== digestOf(content, 'hex')) {
    const message = "The provided 'x-amz-content-sha256' header does not match what was computed.";
    return refuse(400, 'XAmzContentSHA256Mismatch', message);
  }
  const checksum = header('x-amz-checksum-sha256');
  if (checksum !== null && checksum !== digestOf(content, 'base64')) {
    return refuse(400, 'BadDigest', 'The SHA256 you specified did not match the calculated checksum.');
  }
  if (header('if-none-match') === '*' && bucket.objects.has(key)) {
    return refuse(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
  }
  bucket.objects.set(key, content);
  return { kind: 'xml', body: '' };
};

/** The object that a template's URL names: with the bucket in the path, as on this server. */
export const templateAt = (call: Call, url: string): string | Refusal => {
  const [name = '', ...rest] = new URL(url).pathname.slice(1).split('/').map(decodeURIComponent);
  const content = call.world.buckets[name]?.objects.get(rest.join('/'));
  return content ?? refuse(400, 'ValidationError', 'S3 error: Access Denied');
};

/** Answers S3. */
export const s3 = (call: Call): Answer =>
  call.name === 'PutObject' ? putObject(call) : refuse(405, 'MethodNotAllowed', `${call.name} is not known here`);
