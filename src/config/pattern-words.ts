/** The patterns of the configuration's schema in words: for messages, and for the page of its keys. */
export const PATTERN_WORDS: Readonly<Record<string, string>> = {
  '^(\\*\\.)?[a-z0-9]([a-z0-9-]{0,62})(\\.[a-z0-9]([a-z0-9-]{0,62}))+$':
    'a host such as tools.example.com, or *.example.com',
  '^[A-Za-z0-9][A-Za-z0-9._-]{2,63}$': 'a name of 3 to 64 letters, digits, ".", "_" and "-"',
  '^[0-9]{12}$': 'twelve digits',
  '^(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}|r-[0-9a-z]{4,32})$': 'the id of a unit (ou-…) or root (r-…)',
  '^([0-9]{12}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$': 'twelve digits, or the id of a unit (ou-…)',
  '^[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}$': 'a Region such as us-east-1',
  '^arn:[a-z-]+:iam::[0-9]{12}:role/.{1,512}$': "a role's ARN",
  '^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:.{1,512}$': "a secret's ARN",
  '^[A-Za-z0-9+=,.@_/-]{1,128}$': "a role's name, not its ARN",
  '^[A-Za-z0-9+=,.@:/_-]{2,1224}$': 'an external id: 2 to 1224 characters that IAM takes',
  '^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$': 'a name of 1 to 63 letters, digits, ".", "_" and "-"',
  '^[A-Za-z0-9][A-Za-z0-9-]{0,31}$': 'up to 32 letters, digits and "-"',
  '^[A-Za-z0-9_-]{1,64}$': 'up to 64 letters, digits, "_" and "-"',
  '^[A-Za-z0-9._-]{1,128}$': 'up to 128 letters, digits, ".", "_" and "-"',
  '^@?[A-Za-z0-9][A-Za-z0-9/_.-]{0,100}$': '@user or @organization/team',
  '^/[A-Za-z0-9._{}/-]{1,200}/?$': 'a path such as /{alias}/{name}/',
  '^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$': 'a day such as 2027-01-31',
  '^[^,]+$': 'a text without a comma',
  '^(100|[0-9]{1,2})%$': 'a share of at most 100% such as 20%',
  '^(s3://[^\\s{}]{3,900}|connector:[A-Za-z0-9_.-]{1,100})$': 's3://bucket/key or connector:name',
  '^([a-z0-9.-]|\\{account\\}|\\{region\\}){3,63}$':
    "a bucket's name, in which {account} and {region} stand for the gateway's",
  '^arn:[a-z-]+:(secretsmanager|bedrock-agentcore):[a-z0-9-]+:[0-9]{12}:.{1,512}$':
    'the ARN of a secret or credential provider',
  '^arn:[a-z-]+:bedrock-agentcore:[a-z0-9-]+:[0-9]{12}:.{1,512}$': 'the ARN of an AgentCore resource',
  '^arn:[a-z-]+:lambda:[a-z0-9-]+:[0-9]{12}:function:.{1,256}$': "a function's ARN",
  '^arn:[a-z-]+:wafv2:[a-z0-9-]+:[0-9]{12}:regional/webacl/.{1,512}$': "a web ACL's ARN",
  '^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:.{1,512}$': "a key's ARN",
  '^https://[^\\s{}]{1,400}$': 'a URL that begins with https://',
  '^https://[^\\s{}]{1,900}$': 'a URL that begins with https://',
  '^https://[^\\s?#]{1,400}/\\.well-known/(openid-configuration|oauth-authorization-server)(/[^\\s?#]{1,400})?$':
    'a discovery URL: https://…/.well-known/openid-configuration',
  '^(?!\\.)[A-Za-z0-9._-]{1,64}(/(?!\\.)[A-Za-z0-9._-]{1,64}){0,7}$':
    'a folder below the working directory, such as site',
  '^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?){1,9}$':
    'a name in reverse DNS order, such as com.example',
  '^[0-9]{1,4}(\\.[0-9]{1,4}){1,3}$': 'a version such as 1.2.3',
  '^https://[A-Za-z0-9.*-]+(:[0-9]{1,5})?$': 'an origin such as https://api.example.com',
};

/** The one pattern that a table makes: names of variables that may hold a secret. */
export const SECRET_ENV_WORDS = 'the name of a variable: OAUTH_…, REGISTRY_…, AGENTCORE_…';
