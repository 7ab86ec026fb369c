// Generated from schemas/configuration.schema.json by "npm run generate". Do not edit.
"use strict";
export const validate = validate20;
export default validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://agentcore-sync.dev/schemas/configuration.schema.json","title":"Configuration","description":"agentcore-sync.yaml: what is scanned, where it is registered, and whom the tool trusts. In Actions it is read from the default branch only.","type":"object","additionalProperties":false,"properties":{"owner":{"description":"The mark on everything that this configuration registers. Stable, and unique for each configuration.","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._-]{2,63}$","examples":["platform-catalogue"]},"aws":{"title":"AwsConfiguration","type":"object","additionalProperties":false,"properties":{"accounts":{"description":"Account ids, in quotes. Absent, and no organization: the caller's own account.","type":"array","maxItems":10000,"uniqueItems":true,"items":{"type":"string","pattern":"^[0-9]{12}$"},"examples":[["111111111111","222222222222"]]},"organization":{"title":"OrganizationConfiguration","description":"Accounts of AWS Organizations instead of a list.","type":"object","additionalProperties":false,"properties":{"units":{"description":"Organizational units or roots, nested ones included. Absent: every account.","type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","pattern":"^(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}|r-[0-9a-z]{4,32})$"},"examples":[["ou-ab12-11111111"]]},"exclude":{"description":"Account ids, or units, left out.","type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^([0-9]{12}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$"},"examples":[["333333333333","ou-ab12-22222222"]]},"include":{"description":"Account ids added: the management account is scanned only when it is named here.","type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^[0-9]{12}$"},"examples":[["111111111111"]]},"role":{"description":"Role for the Organizations calls (management account or delegated administrator).","type":"string","pattern":"^arn:[a-z-]+:iam::[0-9]{12}:role/.{1,512}$","examples":["arn:aws:iam::111111111111:role/AgentCoreOrganization"]}},"examples":[{"units":["ou-ab12-11111111"],"exclude":["333333333333"]}]},"regions":{"description":"Regions to scan; all: those that each account has enabled. Absent: the SDK's own, else us-east-1.","oneOf":[{"const":"all"},{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","pattern":"^[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}$"}}],"examples":[["us-east-1","eu-west-1"]]},"role":{"description":"Name of the role in every account.","type":"string","pattern":"^[A-Za-z0-9+=,.@_/-]{1,128}$","default":"AgentCoreSync"},"hubRole":{"description":"ARN of the role that is assumed first.","type":"string","pattern":"^arn:[a-z-]+:iam::[0-9]{12}:role/.{1,512}$","examples":["arn:aws:iam::111111111111:role/AgentCoreSyncHub"]},"credentials":{"description":"github-oidc: the job's own token, for which a person's default chain stands in outside of a job; default-chain (ambient is its old name): what the SDK finds.","enum":["default-chain","github-oidc","ambient"],"default":"default-chain"},"confirm":{"title":"ConfirmConfiguration","description":"Who asks AWS, before apply, refresh and verify send anything, whether an entry's place is so.","type":"object","additionalProperties":false,"properties":{"role":{"description":"Name of the role in every account.","type":"string","pattern":"^[A-Za-z0-9+=,.@_/-]{1,128}$","default":"AgentCoreConfirm"},"hubRole":{"description":"ARN of the role that is assumed first: never the scan's hub.","type":"string","pattern":"^arn:[a-z-]+:iam::[0-9]{12}:role/.{1,512}$","examples":["arn:aws:iam::111111111111:role/AgentCoreConfirmHub"]}}},"verify":{"title":"VerifyRoleConfiguration","description":"Who calls servers that take AWS's own signatures (AWS_IAM), to verify them. Absent: they are not asked.","type":"object","additionalProperties":false,"properties":{"role":{"description":"Name of the role in every account (default AgentCoreVerify).","type":"string","pattern":"^[A-Za-z0-9+=,.@_/-]{1,128}$"},"hubRole":{"description":"ARN of the role that is assumed first: never the scan's hub.","type":"string","pattern":"^arn:[a-z-]+:iam::[0-9]{12}:role/.{1,512}$"}}},"domains":{"description":"Custom domains of gateways: hosts, or *.host for every subdomain. A gateway may be registered at a URL inside of them (registration.url), or where AWS says that it is there.","type":"array","maxItems":1000,"uniqueItems":true,"items":{"type":"string","pattern":"^(\\*\\.)?[a-z0-9]([a-z0-9-]{0,62})(\\.[a-z0-9]([a-z0-9-]{0,62}))+$"},"examples":[["tools.example.com"]]},"audience":{"description":"Audience of the OIDC token for STS.","type":"string","minLength":1,"maxLength":256,"default":"sts.amazonaws.com"},"externalId":{"description":"External id for the step from the hub or the caller to an account's role.","type":"string","pattern":"^[A-Za-z0-9+=,.@:/_-]{2,1224}$","examples":["catalogue-7"]},"sessionSeconds":{"description":"Length of a session; at most 3600 where a role is assumed from a role.","type":"integer","minimum":900,"maximum":43200,"examples":[3600]},"quotas":{"title":"QuotaConfiguration","description":"Calls a second for each call in each account and Region, where AWS raised its defaults (get 10, list 5).","type":"object","additionalProperties":false,"properties":{"get":{"type":"number","minimum":1,"maximum":100000,"description":"Of calls that get one thing.","examples":[20]},"list":{"type":"number","minimum":1,"maximum":100000,"description":"Of calls that list.","examples":[10]}}}},"description":"How AWS is reached, and what of it is scanned."},"confirmBy":{"description":"aws: a scanned entry is registered, and a token sent for it, only when AWS confirms its place in the same run. review: nobody asks AWS; review lists every new or changed place first.","enum":["aws","review"],"default":"aws"},"scan":{"title":"ScanConfiguration","description":"The scope of the catalogue.","type":"object","additionalProperties":false,"properties":{"include":{"description":"Only what one of these matches.","type":"array","items":{"$ref":"#/$defs/Filter"},"examples":[[{"name":"prod-*"}]]},"exclude":{"description":"Not what one of these matches.","type":"array","items":{"$ref":"#/$defs/Filter"},"examples":[[{"kind":"runtime"},{"tag":"catalogue=no"}]]},"targets":{"description":"mcp: gateway targets that are MCP servers, or pass MCP or A2A through, get entries of their own, and gateways say which runtimes their targets lead to. all: gateways also say how they prove themselves to each other target.","enum":["none","mcp","all"],"default":"none"},"harnesses":{"description":"true: harnesses get entries, as agents.","type":"boolean","default":false},"endpoints":{"description":"true: named endpoints of runtimes are listed.","type":"boolean","default":false}}},"paths":{"title":"PathConfiguration","type":"object","additionalProperties":false,"properties":{"template":{"description":"Path of a new entry: {name}, {account}, {alias}, {region}.","type":"string","pattern":"^/[A-Za-z0-9._{}/-]{1,200}/?$","default":"/{name}/"},"aliases":{"description":"Account id to alias.","type":"object","propertyNames":{"pattern":"^[0-9]{12}$"},"additionalProperties":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9-]{0,31}$"},"examples":[{"111111111111":"retail"}]}},"description":"Which path a new entry gets. A path that stands in a file stays."},"registry":{"description":"The one registry, named default: the short form of registries. Its type may be left out: mcp-gateway-registry.","type":"object","if":{"required":["type"]},"then":{"$ref":"#/$defs/RegistryConfiguration"},"else":{"$ref":"#/$defs/McpGatewayRegistryConfiguration"},"tsType":"RegistryConfiguration"},"registries":{"title":"RegistriesConfiguration","description":"Registries by name. plan, apply, refresh, verify, import and doctor go through all of them, or those that --to names.","type":"object","minProperties":1,"maxProperties":50,"propertyNames":{"pattern":"^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$"},"additionalProperties":{"$ref":"#/$defs/RegistryConfiguration"},"examples":[{"staging":{"type":"mcp-gateway-registry","url":"https://staging.example.com"}}]},"defaults":{"description":"What an entry's registration takes where it says nothing: one row, or rows that are merged in order. Tags, groups and owners are joined; of the rest the last row that matches decides. Flags come last.","oneOf":[{"$ref":"#/$defs/DefaultsRow"},{"type":"array","maxItems":1000,"items":{"$ref":"#/$defs/DefaultsRow"}}]},"issuers":{"description":"Who may be asked for tokens, with which client, for whom.","type":"array","items":{"$ref":"#/$defs/Issuer"}},"secrets":{"description":"Values for headers of manual entries, by name, each with the origins it may be sent to.","type":"object","propertyNames":{"pattern":"^[A-Za-z0-9_-]{1,64}$"},"additionalProperties":{"title":"HeaderSecret","type":"object","additionalProperties":false,"required":["env","urls"],"properties":{"env":{"$ref":"#/$defs/SecretEnv"},"urls":{"description":"Origins (https://host) of the servers it may go to.","type":"array","minItems":1,"items":{"type":"string","minLength":1}}}},"examples":[{"support":{"env":"REGISTRY_SUPPORT_KEY","urls":["https://support.example.com"]}}]},"limits":{"title":"LimitsConfiguration","description":"Checked before the first write: from ten registrations of ours on.","type":"object","additionalProperties":false,"properties":{"deletes":{"description":"Share of our registrations that one apply may delete.","$ref":"#/$defs/Share","default":"20%","examples":[5]},"updates":{"description":"Share that may change URL, visibility, groups or authentication.","$ref":"#/$defs/Share","default":"20%","examples":["50%"]},"disallows":{"description":"Share of the allow lists' lines that one apply may take away.","$ref":"#/$defs/Share"},"disables":{"description":"Share that one run may disable because tools changed (defaults: onToolChange); a share permits one at least.","$ref":"#/$defs/Share","default":"5%","examples":[3]},"new":{"description":"New entries of one account in one pull request, after its first scan.","type":"integer","minimum":1,"maximum":100000,"default":200},"allow":{"description":"Entry files for which the limits are lifted.","type":"array","items":{"type":"string","minLength":1},"examples":[["servers/111111111111/us-east-1/gateways/pricing-tools-a1b2c3d4e5.yaml"]]}}},"rules":{"description":"Severities of rules (docs/rules.md): another one than the usual, or off. A guard can't be lowered.","type":"object","maxProperties":500,"additionalProperties":{"enum":["error","warning","notice","off"]}},"accepted":{"description":"Problems that a person accepts: they are counted, told no more, and fail nothing. A guard can't be accepted.","type":"array","maxItems":1000,"items":{"title":"AcceptedConfiguration","type":"object","additionalProperties":false,"required":["rule","path","reason"],"properties":{"rule":{"description":"Name of the rule.","type":"string","minLength":1},"path":{"description":"A glob (* and ?): on the path in the registry, or on the file as it lies from the repository's root.","type":"string","minLength":1,"maxLength":500},"reason":{"description":"Why, and who says so: a ticket, a team.","type":"string","minLength":1,"maxLength":500},"until":{"description":"The last day on which it counts, as YYYY-MM-DD; then it is a problem again. Absent: no end.","type":"string","pattern":"^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"}}}},"ignore-drift":{"description":"Fields that people may own in the registry.","type":"array","uniqueItems":true,"items":{"type":"string","minLength":1},"examples":[["tags"]]},"groups":{"description":"Groups that registrations may be restricted to, besides those of the defaults: an entry that names another one is told (group-unknown). Absent: not judged.","type":"array","maxItems":10000,"uniqueItems":true,"items":{"type":"string","pattern":"^[A-Za-z0-9._-]{1,128}$"},"examples":[["retail","logistics"]]},"owners":{"description":"Teams or people asked for review: an account or name glob to its reviewers.","type":"object","additionalProperties":{"type":"array","items":{"type":"string","pattern":"^@?[A-Za-z0-9][A-Za-z0-9/_.-]{0,100}$"}},"examples":[{"111111111111":["@acme/retail"],"pricing-*":["@acme/pricing"]}]},"network":{"title":"NetworkConfiguration","type":"object","additionalProperties":false,"properties":{"privateHosts":{"description":"Hosts that may be private: registrations may name them, and they may resolve to private addresses. *.name stands for every subdomain.","type":"array","uniqueItems":true,"items":{"oneOf":[{"type":"string","minLength":1,"maxLength":253},{"title":"PrivateHost","description":"A host that may be private, and may be registered with http where http is true.","type":"object","additionalProperties":false,"required":["host"],"properties":{"host":{"type":"string","minLength":1,"maxLength":253,"description":"Its name, or *. and a name for every subdomain."},"http":{"description":"Registrations may call it without TLS.","type":"boolean","default":false}}}]},"examples":[["tools.internal",{"host":"legacy.internal","http":true}]]}},"description":"Which hosts may be private."},"gateways":{"title":"GatewaysConfiguration","description":"What definitions below gateways/ may name. They pick among these; what is not listed is refused.","type":"object","additionalProperties":false,"properties":{"accounts":{"description":"Accounts that gateways are deployed to.","type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^[0-9]{12}$"}},"roles":{"description":"Roles that may be passed to gateways.","type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^arn:[a-z-]+:iam::[0-9]{12}:role/.{1,512}$"}},"secrets":{"description":"Secrets that credential providers may be made of, and where what they hold may go.","type":"array","items":{"$ref":"#/$defs/GatewayCredential"}},"providers":{"description":"Credential providers that exist, and where what they give may go.","type":"array","items":{"$ref":"#/$defs/GatewayCredential"}},"origins":{"description":"Origins of targets that tokens of pools which are made here, and callers' own tokens, may go to. Runtimes of listed accounts need none.","type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^https://[A-Za-z0-9.*-]+(:[0-9]{1,5})?$"}},"interceptors":{"description":"Functions that may see and change requests and answers.","type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^arn:[a-z-]+:lambda:[a-z0-9-]+:[0-9]{12}:function:.{1,256}$"}},"issuers":{"description":"Discovery URLs of issuers whose tokens gateways may accept.","type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^https://[^\\s?#]{1,400}/\\.well-known/(openid-configuration|oauth-authorization-server)(/[^\\s?#]{1,400})?$"}},"policyEngines":{"description":"Policy engines that exist.","type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^arn:[a-z-]+:bedrock-agentcore:[a-z0-9-]+:[0-9]{12}:.{1,512}$"}},"webAcls":{"description":"Web ACLs that may stand before gateways.","type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^arn:[a-z-]+:wafv2:[a-z0-9-]+:[0-9]{12}:regional/webacl/.{1,512}$"}},"kmsKeys":{"description":"Keys of KMS that gateways may be encrypted with.","type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:.{1,512}$"}},"returnUrls":{"description":"Where a browser may be sent after a person consented (authorization code).","type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^https://[^\\s{}]{1,900}$"}},"targetAccounts":{"description":"Accounts whose functions, runtimes and buckets targets may name, besides the gateway's own and those of accounts.","type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^[0-9]{12}$"}},"extra":{"description":"ARNs, addresses, host names, ids and accounts that extra may name: a VPC, a resource of VPC Lattice.","type":"array","uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":2048}},"permissionsBoundary":{"description":"Name of the policy that bounds every role that is made, in each account.","type":"string","pattern":"^[A-Za-z0-9+=,.@_/-]{1,128}$"},"reloadRole":{"description":"Role in each account that may have tools read again. Default: AgentCoreReloadTools.","type":"string","pattern":"^[A-Za-z0-9+=,.@_/-]{1,128}$"},"deploy":{"title":"GatewayDeployConfiguration","description":"Who deploys. Absent: nobody does.","type":"object","additionalProperties":false,"properties":{"role":{"description":"Role in each account that may change stacks named agentcore-sync-*. Default: AgentCoreDeploy.","type":"string","pattern":"^[A-Za-z0-9+=,.@_/-]{1,128}$"},"serviceRole":{"description":"Role in each account that CloudFormation itself works with. Default: AgentCoreDeployService.","type":"string","pattern":"^[A-Za-z0-9+=,.@_/-]{1,128}$"},"hubRole":{"description":"Assumed first with the job's OIDC token; a hub of its own.","type":"string","pattern":"^arn:[a-z-]+:iam::[0-9]{12}:role/.{1,512}$"},"bucket":{"description":"Bucket that templates of more than 51,200 bytes are put into, and deployed from. {account} and {region} stand for the gateway's: a bucket lies in the Region of the gateways.","type":"string","pattern":"^([a-z0-9.-]|\\{account\\}|\\{region\\}){3,63}$"},"bucketOwner":{"description":"Account that the bucket belongs to. Default: the gateway's.","type":"string","pattern":"^[0-9]{12}$"}}}}}},"$defs":{"GatewayCredential":{"title":"GatewayCredential","type":"object","additionalProperties":false,"required":["arn"],"properties":{"arn":{"description":"Of the secret, or of the credential provider.","type":"string","pattern":"^arn:[a-z-]+:(secretsmanager|bedrock-agentcore):[a-z0-9-]+:[0-9]{12}:.{1,512}$"},"documents":{"description":"Documents in S3 (s3://bucket/key) and connectors (connector:name) that say themselves where it goes, and are trusted to.","type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^(s3://[^\\s{}]{3,900}|connector:[A-Za-z0-9_.-]{1,100})$"}},"issuers":{"description":"Of a client's secret: who may be sent it for tokens, by discovery URL, or by token endpoint where there is none.","type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","pattern":"^https://[^\\s{}]{1,400}$"}},"origins":{"description":"Origins of targets that it may go to: https://api.example.com.","type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","pattern":"^https://[A-Za-z0-9.*-]+(:[0-9]{1,5})?$"}}}},"RegistryConfiguration":{"title":"RegistryConfiguration","type":"object","required":["type"],"discriminator":{"propertyName":"type"},"oneOf":[{"$ref":"#/$defs/McpGatewayRegistryConfiguration"},{"$ref":"#/$defs/StaticRegistryConfiguration"}]},"McpGatewayRegistryConfiguration":{"title":"McpGatewayRegistryConfiguration","type":"object","additionalProperties":false,"properties":{"type":{"description":"The kind of registry.","const":"mcp-gateway-registry"},"url":{"description":"Base URL of the registry: https; http only to loopback, or with insecure: true.","type":"string","minLength":1,"maxLength":2048,"examples":["https://registry.example.com"]},"insecure":{"description":"true: plain http to a host that is not loopback.","type":"boolean","default":false},"token":{"$ref":"#/$defs/RegistryToken"},"entries":{"$ref":"#/$defs/RegistryEntries"}}},"StaticRegistryConfiguration":{"title":"StaticRegistryConfiguration","type":"object","additionalProperties":false,"required":["type","namespace"],"properties":{"type":{"description":"The kind of registry: files that any host serves.","const":"static"},"directory":{"description":"Where the files are written, below the working directory (default site).","type":"string","pattern":"^(?!\\.)[A-Za-z0-9._-]{1,64}(/(?!\\.)[A-Za-z0-9._-]{1,64}){0,7}$"},"namespace":{"description":"Reverse DNS name of whoever publishes: what stands before the slash in servers' names.","type":"string","pattern":"^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?){1,9}$","maxLength":120},"title":{"description":"Heading of the page (default: the namespace).","type":"string","minLength":1,"maxLength":100},"url":{"description":"Where the files are published: links to pages and cards are made with it.","type":"string","minLength":1,"maxLength":2048},"audience":{"description":"public (default): everybody may read the site, and only public entries are on it. private: its host lets in whom it should, and internal entries are on it too.","enum":["public","private"]},"expose":{"description":"What whoever reads the site may see besides what connecting needs.","type":"array","uniqueItems":true,"items":{"enum":["accounts","arns","runtimeUrls","owners","findings","security","history"]}},"proxyVersion":{"description":"Version of mcp-proxy-for-aws that editors start for servers with AWS_IAM (default: the one that this release was tried with).","type":"string","pattern":"^[0-9]{1,4}(\\.[0-9]{1,4}){1,3}$"},"linkThrough":{"description":"Name of another registry of this configuration, through which clients connect.","type":"string","minLength":1,"maxLength":63},"allow":{"title":"AllowConfiguration","description":"The allow lists for Copilot and Claude Code.","type":"object","additionalProperties":false,"properties":{"also":{"description":"Lines of the lists that are not ours, kept as they are.","type":"array","maxItems":1000,"items":{"title":"AllowedServer","type":"object","minProperties":1,"maxProperties":1,"additionalProperties":false,"properties":{"serverUrl":{"description":"URL, with * for anything.","type":"string","minLength":1,"maxLength":2048},"serverCommand":{"description":"The whole command line, word by word.","type":"array","minItems":1,"items":{"type":"string"}},"serverName":{"description":"A name, which whoever adds a server chooses.","type":"string","minLength":1,"maxLength":200}}}},"names":{"description":"true: servers' names too. Whoever adds a server chooses its name: a name keeps nobody out.","type":"boolean"},"managedOnly":{"description":"true: in Claude Code no other allow list counts.","type":"boolean"}}},"entries":{"$ref":"#/$defs/RegistryEntries"}}},"RegistryEntries":{"description":"Only registrations that one of these matches are kept there. Absent: all.","type":"array","minItems":1,"maxItems":100,"items":{"title":"RegistrationFilter","description":"Matches when every key that it has matches; values are globs (* and ?).","type":"object","additionalProperties":false,"minProperties":1,"properties":{"kind":{"description":"gateway, target, runtime, harness, server or agent.","enum":["gateway","target","runtime","harness","server","agent"]},"account":{"description":"Account of what was scanned.","type":"string","minLength":1,"maxLength":300},"region":{"description":"Region of what was scanned.","type":"string","minLength":1,"maxLength":300},"path":{"description":"Path of the registration.","type":"string","minLength":1,"maxLength":300},"tag":{"description":"One of the registration's tags, those of defaults included.","type":"string","minLength":1,"maxLength":300}}},"examples":[[{"tag":"production"}]]},"Filter":{"title":"Filter","description":"Matches when every key that it has matches; values are globs (* and ?).","type":"object","additionalProperties":false,"minProperties":1,"properties":{"name":{"type":"string","minLength":1,"description":"Name in AWS."},"id":{"type":"string","minLength":1,"description":"Id in AWS."},"account":{"type":"string","minLength":1,"description":"Account id."},"region":{"type":"string","minLength":1,"description":"Region."},"kind":{"enum":["gateway","target","runtime","harness"],"description":"Kind of resource."},"tag":{"description":"key=value, both globs; or a key alone.","type":"string","minLength":1,"examples":["team=retail"]}}},"Share":{"oneOf":[{"type":"integer","minimum":0},{"type":"string","pattern":"^(100|[0-9]{1,2})%$"}],"examples":["20%"]},"SecretEnv":{"description":"Name of an environment variable.","type":"string","pattern":"^(OAUTH_|REGISTRY_|AGENTCORE_)[A-Za-z0-9_-]{1,200}$|^(AUTH0_CLIENT_SECRET|OKTA_CLIENT_SECRET|ENTRA_CLIENT_SECRET|KEYCLOAK_CLIENT_SECRET)$"},"RegistryToken":{"title":"RegistryToken","oneOf":[{"title":"TokenFromEnvironment","type":"object","additionalProperties":false,"required":["env"],"properties":{"env":{"$ref":"#/$defs/SecretEnv"}}},{"title":"TokenFromFile","type":"object","additionalProperties":false,"required":["file"],"properties":{"file":{"type":"string","minLength":1}}},{"title":"TokenFromGithub","type":"object","additionalProperties":false,"required":["github-oidc"],"properties":{"github-oidc":{"type":"object","additionalProperties":false,"required":["audience"],"properties":{"audience":{"type":"string","minLength":1}}}}},{"title":"TokenFromIssuer","type":"object","additionalProperties":false,"required":["issuer","client"],"properties":{"issuer":{"type":"string","minLength":1},"client":{"type":"string","minLength":1}}}]},"Issuer":{"title":"Issuer","type":"object","additionalProperties":false,"required":["issuer","clients"],"properties":{"issuer":{"description":"The issuer's identifier, compared as a whole.","type":"string","minLength":1,"maxLength":2048,"examples":["https://cognito-idp.us-east-1.amazonaws.com/us-east-1_abc"]},"discoveryUrl":{"description":"Where it is not the issuer followed by /.well-known/openid-configuration.","type":"string","minLength":1,"maxLength":2048},"tokenEndpoint":{"description":"Pins the token endpoint.","type":"string","minLength":1,"maxLength":2048},"account":{"description":"Cognito: account of the user pool.","type":"string","pattern":"^[0-9]{12}$"},"role":{"description":"Cognito: name of the role that may read the client's secret.","type":"string","pattern":"^[A-Za-z0-9+=,.@_/-]{1,128}$","examples":["AgentCoreTokens"]},"vendor":{"description":"Lets the vendor's variable (AUTH0_CLIENT_SECRET, …) serve this issuer, and its rules be checked.","enum":["auth0","okta","entra","cognito","keycloak"]},"clients":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/Client"},"description":"Its clients."}}},"Client":{"title":"Client","type":"object","additionalProperties":false,"required":["id"],"properties":{"id":{"type":"string","minLength":1,"maxLength":256,"description":"Client id at the issuer."},"secret":{"$ref":"#/$defs/ClientSecret"},"for":{"description":"Entries that it serves: globs of account/path (111111111111/pricing-tools/) or ARN.","type":"array","minItems":1,"items":{"type":"string","minLength":1},"examples":[["111111111111/*"]]},"urls":{"description":"Origins of targets and manual entries that it serves, each with or without a path that they lie below; not AgentCore's own hosts.","type":"array","minItems":1,"items":{"type":"string","minLength":1},"examples":[["https://tools.example.com/team/"]]},"shared":{"description":"true: may serve several accounts.","type":"boolean","default":false},"scope":{"type":"string","minLength":1,"maxLength":1024,"description":"Scope that is asked for; an entry may narrow it.","examples":["mcp/read"]},"audience":{"type":"string","minLength":1,"maxLength":1024,"description":"Audience that is asked for, where the issuer takes one."},"resource":{"type":"string","minLength":1,"maxLength":2048,"description":"Resource that is asked for (RFC 8707)."},"method":{"description":"How the client authenticates; as announced by the issuer when absent.","enum":["client_secret_basic","client_secret_post","private_key_jwt"]}}},"ClientSecret":{"title":"ClientSecret","oneOf":[{"enum":["cognito","github-oidc"]},{"type":"object","additionalProperties":false,"required":["env"],"properties":{"env":{"$ref":"#/$defs/SecretEnv"}}},{"type":"object","additionalProperties":false,"required":["secretsmanager"],"properties":{"secretsmanager":{"type":"string","pattern":"^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:.{1,512}$"},"key":{"type":"string","minLength":1}}},{"type":"object","additionalProperties":false,"required":["github-oidc"],"properties":{"github-oidc":{"type":"object","additionalProperties":false,"required":["audience"],"properties":{"audience":{"type":"string","minLength":1}}}}}]},"DefaultsRow":{"title":"DefaultsRow","type":"object","additionalProperties":false,"properties":{"match":{"title":"DefaultsMatch","description":"Entries that the row is for: all keys must match, each with one of its globs (* and ?). Absent: every entry. Groups, visibility, owners, register, credential, requireLock and onToolChange go by account, ou, region and kind alone: names are strangers' text.","type":"object","additionalProperties":false,"minProperties":1,"properties":{"account":{"description":"Account ids.","$ref":"#/$defs/Globs"},"ou":{"description":"Organizational units: an id anywhere on the account's path, or the whole path, as accounts.yaml has it.","$ref":"#/$defs/Globs"},"region":{"description":"Regions.","$ref":"#/$defs/Globs"},"kind":{"description":"gateway, target, runtime and the other kinds of entries.","$ref":"#/$defs/Globs"},"name":{"description":"Names in AWS; of manual entries the name of the registration.","$ref":"#/$defs/Globs"}}},"visibility":{"enum":["public","internal","group-restricted"],"description":"Who sees it in the registry.","default":"internal"},"groups":{"description":"Who sees a registration with visibility group-restricted. Joined.","type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^[A-Za-z0-9._-]{1,128}$"}},"tags":{"description":"Added to the tags of each registration. Joined. Placeholders: {account}, {alias}, {region}, {name}.","type":"array","uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":64,"pattern":"^[^,]+$"},"examples":[["agentcore","team:{alias}"]]},"enabled":{"type":"boolean","description":"Whether the registry serves it.","default":true},"register":{"description":"false: entries that do not say register: true stay out of the registry.","type":"boolean"},"owners":{"description":"Teams or people asked for review, and for code owners. Joined.","type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^@?[A-Za-z0-9][A-Za-z0-9/_.-]{0,100}$"}},"description":{"description":"Where neither entry nor AWS has one. Placeholders as in tags.","type":"string","minLength":1,"maxLength":500},"license":{"type":"string","minLength":1,"maxLength":100,"description":"Placeholders as in tags.","examples":["Apache-2.0"]},"provider":{"type":"object","additionalProperties":false,"required":["organization","url"],"properties":{"organization":{"type":"string","minLength":1},"url":{"type":"string","minLength":1}},"description":"Placeholders as in tags, in organization alone.","examples":[{"organization":"Acme","url":"https://acme.example"}]},"credential":{"title":"DefaultsCredential","description":"from: caller leaves the token of scanned servers to their callers.","type":"object","additionalProperties":false,"required":["from"],"properties":{"from":{"const":"caller"}}},"requireLock":{"description":"true: what has no tool lock is an error of verify, and what is new stays disabled until its lock is merged.","type":"boolean"},"onToolChange":{"description":"What verify.yml does where tools are not those of the lock. report: it says so. disable: it also disables the registration until the lock of what is there now is merged.","enum":["report","disable"],"default":"report"}}},"Glob":{"type":"string","minLength":1,"maxLength":256},"Globs":{"oneOf":[{"$ref":"#/$defs/Glob"},{"type":"array","minItems":1,"maxItems":1000,"uniqueItems":true,"items":{"$ref":"#/$defs/Glob"}}]}}};
const schema32 = {"title":"Filter","description":"Matches when every key that it has matches; values are globs (* and ?).","type":"object","additionalProperties":false,"minProperties":1,"properties":{"name":{"type":"string","minLength":1,"description":"Name in AWS."},"id":{"type":"string","minLength":1,"description":"Id in AWS."},"account":{"type":"string","minLength":1,"description":"Account id."},"region":{"type":"string","minLength":1,"description":"Region."},"kind":{"enum":["gateway","target","runtime","harness"],"description":"Kind of resource."},"tag":{"description":"key=value, both globs; or a key alone.","type":"string","minLength":1,"examples":["team=retail"]}}};
const schema37 = {"description":"Name of an environment variable.","type":"string","pattern":"^(OAUTH_|REGISTRY_|AGENTCORE_)[A-Za-z0-9_-]{1,200}$|^(AUTH0_CLIENT_SECRET|OKTA_CLIENT_SECRET|ENTRA_CLIENT_SECRET|KEYCLOAK_CLIENT_SECRET)$"};
const schema50 = {"oneOf":[{"type":"integer","minimum":0},{"type":"string","pattern":"^(100|[0-9]{1,2})%$"}],"examples":["20%"]};
const schema54 = {"title":"GatewayCredential","type":"object","additionalProperties":false,"required":["arn"],"properties":{"arn":{"description":"Of the secret, or of the credential provider.","type":"string","pattern":"^arn:[a-z-]+:(secretsmanager|bedrock-agentcore):[a-z0-9-]+:[0-9]{12}:.{1,512}$"},"documents":{"description":"Documents in S3 (s3://bucket/key) and connectors (connector:name) that say themselves where it goes, and are trusted to.","type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^(s3://[^\\s{}]{3,900}|connector:[A-Za-z0-9_.-]{1,100})$"}},"issuers":{"description":"Of a client's secret: who may be sent it for tokens, by discovery URL, or by token endpoint where there is none.","type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","pattern":"^https://[^\\s{}]{1,400}$"}},"origins":{"description":"Origins of targets that it may go to: https://api.example.com.","type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","pattern":"^https://[A-Za-z0-9.*-]+(:[0-9]{1,5})?$"}}}};
const func1 = Object.prototype.hasOwnProperty;
import func3Module from "ajv/dist/runtime/ucs2length.js";
const func3 = func3Module.default ?? func3Module;
import func0Module from "ajv/dist/runtime/equal.js";
const func0 = func0Module.default ?? func0Module;
const pattern4 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]{2,63}$", "u");
const pattern5 = new RegExp("^[0-9]{12}$", "u");
const pattern6 = new RegExp("^(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}|r-[0-9a-z]{4,32})$", "u");
const pattern7 = new RegExp("^([0-9]{12}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$", "u");
const pattern9 = new RegExp("^arn:[a-z-]+:iam::[0-9]{12}:role/.{1,512}$", "u");
const pattern10 = new RegExp("^[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}$", "u");
const pattern11 = new RegExp("^[A-Za-z0-9+=,.@_/-]{1,128}$", "u");
const pattern17 = new RegExp("^(\\*\\.)?[a-z0-9]([a-z0-9-]{0,62})(\\.[a-z0-9]([a-z0-9-]{0,62}))+$", "u");
const pattern18 = new RegExp("^[A-Za-z0-9+=,.@:/_-]{2,1224}$", "u");
const pattern19 = new RegExp("^/[A-Za-z0-9._{}/-]{1,200}/?$", "u");
const pattern21 = new RegExp("^[A-Za-z0-9][A-Za-z0-9-]{0,31}$", "u");
const pattern26 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$", "u");
const pattern34 = new RegExp("^[A-Za-z0-9_-]{1,64}$", "u");
const pattern22 = new RegExp("^(OAUTH_|REGISTRY_|AGENTCORE_)[A-Za-z0-9_-]{1,200}$|^(AUTH0_CLIENT_SECRET|OKTA_CLIENT_SECRET|ENTRA_CLIENT_SECRET|KEYCLOAK_CLIENT_SECRET)$", "u");
const pattern36 = new RegExp("^(100|[0-9]{1,2})%$", "u");
const pattern40 = new RegExp("^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "u");
const pattern27 = new RegExp("^[A-Za-z0-9._-]{1,128}$", "u");
const pattern29 = new RegExp("^@?[A-Za-z0-9][A-Za-z0-9/_.-]{0,100}$", "u");
const pattern45 = new RegExp("^arn:[a-z-]+:(secretsmanager|bedrock-agentcore):[a-z0-9-]+:[0-9]{12}:.{1,512}$", "u");
const pattern46 = new RegExp("^(s3://[^\\s{}]{3,900}|connector:[A-Za-z0-9_.-]{1,100})$", "u");
const pattern47 = new RegExp("^https://[^\\s{}]{1,400}$", "u");
const pattern48 = new RegExp("^https://[A-Za-z0-9.*-]+(:[0-9]{1,5})?$", "u");
const pattern54 = new RegExp("^arn:[a-z-]+:lambda:[a-z0-9-]+:[0-9]{12}:function:.{1,256}$", "u");
const pattern55 = new RegExp("^https://[^\\s?#]{1,400}/\\.well-known/(openid-configuration|oauth-authorization-server)(/[^\\s?#]{1,400})?$", "u");
const pattern56 = new RegExp("^arn:[a-z-]+:bedrock-agentcore:[a-z0-9-]+:[0-9]{12}:.{1,512}$", "u");
const pattern57 = new RegExp("^arn:[a-z-]+:wafv2:[a-z0-9-]+:[0-9]{12}:regional/webacl/.{1,512}$", "u");
const pattern58 = new RegExp("^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:.{1,512}$", "u");
const pattern59 = new RegExp("^https://[^\\s{}]{1,900}$", "u");
const pattern66 = new RegExp("^([a-z0-9.-]|\\{account\\}|\\{region\\}){3,63}$", "u");
const schema34 = {"title":"RegistryConfiguration","type":"object","required":["type"],"discriminator":{"propertyName":"type"},"oneOf":[{"$ref":"#/$defs/McpGatewayRegistryConfiguration"},{"$ref":"#/$defs/StaticRegistryConfiguration"}]};
const schema35 = {"title":"McpGatewayRegistryConfiguration","type":"object","additionalProperties":false,"properties":{"type":{"description":"The kind of registry.","const":"mcp-gateway-registry"},"url":{"description":"Base URL of the registry: https; http only to loopback, or with insecure: true.","type":"string","minLength":1,"maxLength":2048,"examples":["https://registry.example.com"]},"insecure":{"description":"true: plain http to a host that is not loopback.","type":"boolean","default":false},"token":{"$ref":"#/$defs/RegistryToken"},"entries":{"$ref":"#/$defs/RegistryEntries"}}};
const schema38 = {"description":"Only registrations that one of these matches are kept there. Absent: all.","type":"array","minItems":1,"maxItems":100,"items":{"title":"RegistrationFilter","description":"Matches when every key that it has matches; values are globs (* and ?).","type":"object","additionalProperties":false,"minProperties":1,"properties":{"kind":{"description":"gateway, target, runtime, harness, server or agent.","enum":["gateway","target","runtime","harness","server","agent"]},"account":{"description":"Account of what was scanned.","type":"string","minLength":1,"maxLength":300},"region":{"description":"Region of what was scanned.","type":"string","minLength":1,"maxLength":300},"path":{"description":"Path of the registration.","type":"string","minLength":1,"maxLength":300},"tag":{"description":"One of the registration's tags, those of defaults included.","type":"string","minLength":1,"maxLength":300}}},"examples":[[{"tag":"production"}]]};
const schema36 = {"title":"RegistryToken","oneOf":[{"title":"TokenFromEnvironment","type":"object","additionalProperties":false,"required":["env"],"properties":{"env":{"$ref":"#/$defs/SecretEnv"}}},{"title":"TokenFromFile","type":"object","additionalProperties":false,"required":["file"],"properties":{"file":{"type":"string","minLength":1}}},{"title":"TokenFromGithub","type":"object","additionalProperties":false,"required":["github-oidc"],"properties":{"github-oidc":{"type":"object","additionalProperties":false,"required":["audience"],"properties":{"audience":{"type":"string","minLength":1}}}}},{"title":"TokenFromIssuer","type":"object","additionalProperties":false,"required":["issuer","client"],"properties":{"issuer":{"type":"string","minLength":1},"client":{"type":"string","minLength":1}}}]};

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate23.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = false;
let passing0 = null;
const _errs1 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.env === undefined){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: "env"},message:"must have required property '"+"env"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "env")){
const err1 = {instancePath,schemaPath:"#/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.env !== undefined){
let data0 = data.env;
if(typeof data0 === "string"){
if(!pattern22.test(data0)){
const err2 = {instancePath:instancePath+"/env",schemaPath:"#/$defs/SecretEnv/pattern",keyword:"pattern",params:{pattern: "^(OAUTH_|REGISTRY_|AGENTCORE_)[A-Za-z0-9_-]{1,200}$|^(AUTH0_CLIENT_SECRET|OKTA_CLIENT_SECRET|ENTRA_CLIENT_SECRET|KEYCLOAK_CLIENT_SECRET)$"},message:"must match pattern \""+"^(OAUTH_|REGISTRY_|AGENTCORE_)[A-Za-z0-9_-]{1,200}$|^(AUTH0_CLIENT_SECRET|OKTA_CLIENT_SECRET|ENTRA_CLIENT_SECRET|KEYCLOAK_CLIENT_SECRET)$"+"\""};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/env",schemaPath:"#/$defs/SecretEnv/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid0 = _errs1 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
var props0 = true;
}
const _errs7 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.file === undefined){
const err5 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: "file"},message:"must have required property '"+"file"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key1 in data){
if(!(key1 === "file")){
const err6 = {instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.file !== undefined){
let data1 = data.file;
if(typeof data1 === "string"){
if(func3(data1) < 1){
const err7 = {instancePath:instancePath+"/file",schemaPath:"#/oneOf/1/properties/file/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/file",schemaPath:"#/oneOf/1/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var _valid0 = _errs7 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
if(props0 !== true){
props0 = true;
}
}
const _errs12 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["github-oidc"] === undefined){
const err10 = {instancePath,schemaPath:"#/oneOf/2/required",keyword:"required",params:{missingProperty: "github-oidc"},message:"must have required property '"+"github-oidc"+"'"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
for(const key2 in data){
if(!(key2 === "github-oidc")){
const err11 = {instancePath,schemaPath:"#/oneOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data["github-oidc"] !== undefined){
let data2 = data["github-oidc"];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.audience === undefined){
const err12 = {instancePath:instancePath+"/github-oidc",schemaPath:"#/oneOf/2/properties/github-oidc/required",keyword:"required",params:{missingProperty: "audience"},message:"must have required property '"+"audience"+"'"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
for(const key3 in data2){
if(!(key3 === "audience")){
const err13 = {instancePath:instancePath+"/github-oidc",schemaPath:"#/oneOf/2/properties/github-oidc/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data2.audience !== undefined){
let data3 = data2.audience;
if(typeof data3 === "string"){
if(func3(data3) < 1){
const err14 = {instancePath:instancePath+"/github-oidc/audience",schemaPath:"#/oneOf/2/properties/github-oidc/properties/audience/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/github-oidc/audience",schemaPath:"#/oneOf/2/properties/github-oidc/properties/audience/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/github-oidc",schemaPath:"#/oneOf/2/properties/github-oidc/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath,schemaPath:"#/oneOf/2/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
var _valid0 = _errs12 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 2];
}
else {
if(_valid0){
valid0 = true;
passing0 = 2;
if(props0 !== true){
props0 = true;
}
}
const _errs20 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.issuer === undefined){
const err18 = {instancePath,schemaPath:"#/oneOf/3/required",keyword:"required",params:{missingProperty: "issuer"},message:"must have required property '"+"issuer"+"'"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data.client === undefined){
const err19 = {instancePath,schemaPath:"#/oneOf/3/required",keyword:"required",params:{missingProperty: "client"},message:"must have required property '"+"client"+"'"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
for(const key4 in data){
if(!((key4 === "issuer") || (key4 === "client"))){
const err20 = {instancePath,schemaPath:"#/oneOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.issuer !== undefined){
let data4 = data.issuer;
if(typeof data4 === "string"){
if(func3(data4) < 1){
const err21 = {instancePath:instancePath+"/issuer",schemaPath:"#/oneOf/3/properties/issuer/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/issuer",schemaPath:"#/oneOf/3/properties/issuer/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.client !== undefined){
let data5 = data.client;
if(typeof data5 === "string"){
if(func3(data5) < 1){
const err23 = {instancePath:instancePath+"/client",schemaPath:"#/oneOf/3/properties/client/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/client",schemaPath:"#/oneOf/3/properties/client/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath,schemaPath:"#/oneOf/3/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
var _valid0 = _errs20 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 3];
}
else {
if(_valid0){
valid0 = true;
passing0 = 3;
if(props0 !== true){
props0 = true;
}
}
}
}
}
if(!valid0){
const err26 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate23.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate23.evaluated = {"dynamicProps":true,"dynamicItems":false};


function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate22.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "type") || (key0 === "url")) || (key0 === "insecure")) || (key0 === "token")) || (key0 === "entries"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.type !== undefined){
if("mcp-gateway-registry" !== data.type){
const err1 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/const",keyword:"const",params:{allowedValue: "mcp-gateway-registry"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.url !== undefined){
let data1 = data.url;
if(typeof data1 === "string"){
if(func3(data1) > 2048){
const err2 = {instancePath:instancePath+"/url",schemaPath:"#/properties/url/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(func3(data1) < 1){
const err3 = {instancePath:instancePath+"/url",schemaPath:"#/properties/url/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/url",schemaPath:"#/properties/url/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.insecure !== undefined){
if(typeof data.insecure !== "boolean"){
const err5 = {instancePath:instancePath+"/insecure",schemaPath:"#/properties/insecure/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.token !== undefined){
if(!(validate23(data.token, {instancePath:instancePath+"/token",parentData:data,parentDataProperty:"token",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.entries !== undefined){
let data4 = data.entries;
if(Array.isArray(data4)){
if(data4.length > 100){
const err6 = {instancePath:instancePath+"/entries",schemaPath:"#/$defs/RegistryEntries/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data4.length < 1){
const err7 = {instancePath:instancePath+"/entries",schemaPath:"#/$defs/RegistryEntries/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(Object.keys(data5).length < 1){
const err8 = {instancePath:instancePath+"/entries/" + i0,schemaPath:"#/$defs/RegistryEntries/items/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
for(const key1 in data5){
if(!(((((key1 === "kind") || (key1 === "account")) || (key1 === "region")) || (key1 === "path")) || (key1 === "tag"))){
const err9 = {instancePath:instancePath+"/entries/" + i0,schemaPath:"#/$defs/RegistryEntries/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data5.kind !== undefined){
let data6 = data5.kind;
if(!((((((data6 === "gateway") || (data6 === "target")) || (data6 === "runtime")) || (data6 === "harness")) || (data6 === "server")) || (data6 === "agent"))){
const err10 = {instancePath:instancePath+"/entries/" + i0+"/kind",schemaPath:"#/$defs/RegistryEntries/items/properties/kind/enum",keyword:"enum",params:{allowedValues: schema38.items.properties.kind.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data5.account !== undefined){
let data7 = data5.account;
if(typeof data7 === "string"){
if(func3(data7) > 300){
const err11 = {instancePath:instancePath+"/entries/" + i0+"/account",schemaPath:"#/$defs/RegistryEntries/items/properties/account/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(func3(data7) < 1){
const err12 = {instancePath:instancePath+"/entries/" + i0+"/account",schemaPath:"#/$defs/RegistryEntries/items/properties/account/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/entries/" + i0+"/account",schemaPath:"#/$defs/RegistryEntries/items/properties/account/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data5.region !== undefined){
let data8 = data5.region;
if(typeof data8 === "string"){
if(func3(data8) > 300){
const err14 = {instancePath:instancePath+"/entries/" + i0+"/region",schemaPath:"#/$defs/RegistryEntries/items/properties/region/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(func3(data8) < 1){
const err15 = {instancePath:instancePath+"/entries/" + i0+"/region",schemaPath:"#/$defs/RegistryEntries/items/properties/region/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/entries/" + i0+"/region",schemaPath:"#/$defs/RegistryEntries/items/properties/region/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data5.path !== undefined){
let data9 = data5.path;
if(typeof data9 === "string"){
if(func3(data9) > 300){
const err17 = {instancePath:instancePath+"/entries/" + i0+"/path",schemaPath:"#/$defs/RegistryEntries/items/properties/path/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(func3(data9) < 1){
const err18 = {instancePath:instancePath+"/entries/" + i0+"/path",schemaPath:"#/$defs/RegistryEntries/items/properties/path/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/entries/" + i0+"/path",schemaPath:"#/$defs/RegistryEntries/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data5.tag !== undefined){
let data10 = data5.tag;
if(typeof data10 === "string"){
if(func3(data10) > 300){
const err20 = {instancePath:instancePath+"/entries/" + i0+"/tag",schemaPath:"#/$defs/RegistryEntries/items/properties/tag/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(func3(data10) < 1){
const err21 = {instancePath:instancePath+"/entries/" + i0+"/tag",schemaPath:"#/$defs/RegistryEntries/items/properties/tag/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/entries/" + i0+"/tag",schemaPath:"#/$defs/RegistryEntries/items/properties/tag/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/entries/" + i0,schemaPath:"#/$defs/RegistryEntries/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/entries",schemaPath:"#/$defs/RegistryEntries/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}
validate22.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema39 = {"title":"StaticRegistryConfiguration","type":"object","additionalProperties":false,"required":["type","namespace"],"properties":{"type":{"description":"The kind of registry: files that any host serves.","const":"static"},"directory":{"description":"Where the files are written, below the working directory (default site).","type":"string","pattern":"^(?!\\.)[A-Za-z0-9._-]{1,64}(/(?!\\.)[A-Za-z0-9._-]{1,64}){0,7}$"},"namespace":{"description":"Reverse DNS name of whoever publishes: what stands before the slash in servers' names.","type":"string","pattern":"^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?){1,9}$","maxLength":120},"title":{"description":"Heading of the page (default: the namespace).","type":"string","minLength":1,"maxLength":100},"url":{"description":"Where the files are published: links to pages and cards are made with it.","type":"string","minLength":1,"maxLength":2048},"audience":{"description":"public (default): everybody may read the site, and only public entries are on it. private: its host lets in whom it should, and internal entries are on it too.","enum":["public","private"]},"expose":{"description":"What whoever reads the site may see besides what connecting needs.","type":"array","uniqueItems":true,"items":{"enum":["accounts","arns","runtimeUrls","owners","findings","security","history"]}},"proxyVersion":{"description":"Version of mcp-proxy-for-aws that editors start for servers with AWS_IAM (default: the one that this release was tried with).","type":"string","pattern":"^[0-9]{1,4}(\\.[0-9]{1,4}){1,3}$"},"linkThrough":{"description":"Name of another registry of this configuration, through which clients connect.","type":"string","minLength":1,"maxLength":63},"allow":{"title":"AllowConfiguration","description":"The allow lists for Copilot and Claude Code.","type":"object","additionalProperties":false,"properties":{"also":{"description":"Lines of the lists that are not ours, kept as they are.","type":"array","maxItems":1000,"items":{"title":"AllowedServer","type":"object","minProperties":1,"maxProperties":1,"additionalProperties":false,"properties":{"serverUrl":{"description":"URL, with * for anything.","type":"string","minLength":1,"maxLength":2048},"serverCommand":{"description":"The whole command line, word by word.","type":"array","minItems":1,"items":{"type":"string"}},"serverName":{"description":"A name, which whoever adds a server chooses.","type":"string","minLength":1,"maxLength":200}}}},"names":{"description":"true: servers' names too. Whoever adds a server chooses its name: a name keeps nobody out.","type":"boolean"},"managedOnly":{"description":"true: in Claude Code no other allow list counts.","type":"boolean"}}},"entries":{"$ref":"#/$defs/RegistryEntries"}}};
const pattern23 = new RegExp("^(?!\\.)[A-Za-z0-9._-]{1,64}(/(?!\\.)[A-Za-z0-9._-]{1,64}){0,7}$", "u");
const pattern24 = new RegExp("^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?){1,9}$", "u");
const pattern25 = new RegExp("^[0-9]{1,4}(\\.[0-9]{1,4}){1,3}$", "u");

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate25.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.namespace === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "namespace"},message:"must have required property '"+"namespace"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema39.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.type !== undefined){
if("static" !== data.type){
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/const",keyword:"const",params:{allowedValue: "static"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.directory !== undefined){
let data1 = data.directory;
if(typeof data1 === "string"){
if(!pattern23.test(data1)){
const err4 = {instancePath:instancePath+"/directory",schemaPath:"#/properties/directory/pattern",keyword:"pattern",params:{pattern: "^(?!\\.)[A-Za-z0-9._-]{1,64}(/(?!\\.)[A-Za-z0-9._-]{1,64}){0,7}$"},message:"must match pattern \""+"^(?!\\.)[A-Za-z0-9._-]{1,64}(/(?!\\.)[A-Za-z0-9._-]{1,64}){0,7}$"+"\""};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/directory",schemaPath:"#/properties/directory/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.namespace !== undefined){
let data2 = data.namespace;
if(typeof data2 === "string"){
if(func3(data2) > 120){
const err6 = {instancePath:instancePath+"/namespace",schemaPath:"#/properties/namespace/maxLength",keyword:"maxLength",params:{limit: 120},message:"must NOT have more than 120 characters"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!pattern24.test(data2)){
const err7 = {instancePath:instancePath+"/namespace",schemaPath:"#/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?){1,9}$"},message:"must match pattern \""+"^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?){1,9}$"+"\""};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/namespace",schemaPath:"#/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.title !== undefined){
let data3 = data.title;
if(typeof data3 === "string"){
if(func3(data3) > 100){
const err9 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(func3(data3) < 1){
const err10 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/title",schemaPath:"#/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.url !== undefined){
let data4 = data.url;
if(typeof data4 === "string"){
if(func3(data4) > 2048){
const err12 = {instancePath:instancePath+"/url",schemaPath:"#/properties/url/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(func3(data4) < 1){
const err13 = {instancePath:instancePath+"/url",schemaPath:"#/properties/url/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/url",schemaPath:"#/properties/url/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.audience !== undefined){
let data5 = data.audience;
if(!((data5 === "public") || (data5 === "private"))){
const err15 = {instancePath:instancePath+"/audience",schemaPath:"#/properties/audience/enum",keyword:"enum",params:{allowedValues: schema39.properties.audience.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.expose !== undefined){
let data6 = data.expose;
if(Array.isArray(data6)){
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
let data7 = data6[i0];
if(!(((((((data7 === "accounts") || (data7 === "arns")) || (data7 === "runtimeUrls")) || (data7 === "owners")) || (data7 === "findings")) || (data7 === "security")) || (data7 === "history"))){
const err16 = {instancePath:instancePath+"/expose/" + i0,schemaPath:"#/properties/expose/items/enum",keyword:"enum",params:{allowedValues: schema39.properties.expose.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
let i1 = data6.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data6[i1], data6[j0])){
const err17 = {instancePath:instancePath+"/expose",schemaPath:"#/properties/expose/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err18 = {instancePath:instancePath+"/expose",schemaPath:"#/properties/expose/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.proxyVersion !== undefined){
let data8 = data.proxyVersion;
if(typeof data8 === "string"){
if(!pattern25.test(data8)){
const err19 = {instancePath:instancePath+"/proxyVersion",schemaPath:"#/properties/proxyVersion/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,4}(\\.[0-9]{1,4}){1,3}$"},message:"must match pattern \""+"^[0-9]{1,4}(\\.[0-9]{1,4}){1,3}$"+"\""};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/proxyVersion",schemaPath:"#/properties/proxyVersion/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.linkThrough !== undefined){
let data9 = data.linkThrough;
if(typeof data9 === "string"){
if(func3(data9) > 63){
const err21 = {instancePath:instancePath+"/linkThrough",schemaPath:"#/properties/linkThrough/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(func3(data9) < 1){
const err22 = {instancePath:instancePath+"/linkThrough",schemaPath:"#/properties/linkThrough/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/linkThrough",schemaPath:"#/properties/linkThrough/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.allow !== undefined){
let data10 = data.allow;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key1 in data10){
if(!(((key1 === "also") || (key1 === "names")) || (key1 === "managedOnly"))){
const err24 = {instancePath:instancePath+"/allow",schemaPath:"#/properties/allow/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data10.also !== undefined){
let data11 = data10.also;
if(Array.isArray(data11)){
if(data11.length > 1000){
const err25 = {instancePath:instancePath+"/allow/also",schemaPath:"#/properties/allow/properties/also/maxItems",keyword:"maxItems",params:{limit: 1000},message:"must NOT have more than 1000 items"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
const len1 = data11.length;
for(let i2=0; i2<len1; i2++){
let data12 = data11[i2];
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(Object.keys(data12).length > 1){
const err26 = {instancePath:instancePath+"/allow/also/" + i2,schemaPath:"#/properties/allow/properties/also/items/maxProperties",keyword:"maxProperties",params:{limit: 1},message:"must NOT have more than 1 properties"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(Object.keys(data12).length < 1){
const err27 = {instancePath:instancePath+"/allow/also/" + i2,schemaPath:"#/properties/allow/properties/also/items/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
for(const key2 in data12){
if(!(((key2 === "serverUrl") || (key2 === "serverCommand")) || (key2 === "serverName"))){
const err28 = {instancePath:instancePath+"/allow/also/" + i2,schemaPath:"#/properties/allow/properties/also/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data12.serverUrl !== undefined){
let data13 = data12.serverUrl;
if(typeof data13 === "string"){
if(func3(data13) > 2048){
const err29 = {instancePath:instancePath+"/allow/also/" + i2+"/serverUrl",schemaPath:"#/properties/allow/properties/also/items/properties/serverUrl/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(func3(data13) < 1){
const err30 = {instancePath:instancePath+"/allow/also/" + i2+"/serverUrl",schemaPath:"#/properties/allow/properties/also/items/properties/serverUrl/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/allow/also/" + i2+"/serverUrl",schemaPath:"#/properties/allow/properties/also/items/properties/serverUrl/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data12.serverCommand !== undefined){
let data14 = data12.serverCommand;
if(Array.isArray(data14)){
if(data14.length < 1){
const err32 = {instancePath:instancePath+"/allow/also/" + i2+"/serverCommand",schemaPath:"#/properties/allow/properties/also/items/properties/serverCommand/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
const len2 = data14.length;
for(let i3=0; i3<len2; i3++){
if(typeof data14[i3] !== "string"){
const err33 = {instancePath:instancePath+"/allow/also/" + i2+"/serverCommand/" + i3,schemaPath:"#/properties/allow/properties/also/items/properties/serverCommand/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath:instancePath+"/allow/also/" + i2+"/serverCommand",schemaPath:"#/properties/allow/properties/also/items/properties/serverCommand/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data12.serverName !== undefined){
let data16 = data12.serverName;
if(typeof data16 === "string"){
if(func3(data16) > 200){
const err35 = {instancePath:instancePath+"/allow/also/" + i2+"/serverName",schemaPath:"#/properties/allow/properties/also/items/properties/serverName/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(func3(data16) < 1){
const err36 = {instancePath:instancePath+"/allow/also/" + i2+"/serverName",schemaPath:"#/properties/allow/properties/also/items/properties/serverName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
else {
const err37 = {instancePath:instancePath+"/allow/also/" + i2+"/serverName",schemaPath:"#/properties/allow/properties/also/items/properties/serverName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
else {
const err38 = {instancePath:instancePath+"/allow/also/" + i2,schemaPath:"#/properties/allow/properties/also/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath:instancePath+"/allow/also",schemaPath:"#/properties/allow/properties/also/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data10.names !== undefined){
if(typeof data10.names !== "boolean"){
const err40 = {instancePath:instancePath+"/allow/names",schemaPath:"#/properties/allow/properties/names/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data10.managedOnly !== undefined){
if(typeof data10.managedOnly !== "boolean"){
const err41 = {instancePath:instancePath+"/allow/managedOnly",schemaPath:"#/properties/allow/properties/managedOnly/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath:instancePath+"/allow",schemaPath:"#/properties/allow/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data.entries !== undefined){
let data19 = data.entries;
if(Array.isArray(data19)){
if(data19.length > 100){
const err43 = {instancePath:instancePath+"/entries",schemaPath:"#/$defs/RegistryEntries/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(data19.length < 1){
const err44 = {instancePath:instancePath+"/entries",schemaPath:"#/$defs/RegistryEntries/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
const len3 = data19.length;
for(let i4=0; i4<len3; i4++){
let data20 = data19[i4];
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(Object.keys(data20).length < 1){
const err45 = {instancePath:instancePath+"/entries/" + i4,schemaPath:"#/$defs/RegistryEntries/items/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
for(const key3 in data20){
if(!(((((key3 === "kind") || (key3 === "account")) || (key3 === "region")) || (key3 === "path")) || (key3 === "tag"))){
const err46 = {instancePath:instancePath+"/entries/" + i4,schemaPath:"#/$defs/RegistryEntries/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data20.kind !== undefined){
let data21 = data20.kind;
if(!((((((data21 === "gateway") || (data21 === "target")) || (data21 === "runtime")) || (data21 === "harness")) || (data21 === "server")) || (data21 === "agent"))){
const err47 = {instancePath:instancePath+"/entries/" + i4+"/kind",schemaPath:"#/$defs/RegistryEntries/items/properties/kind/enum",keyword:"enum",params:{allowedValues: schema38.items.properties.kind.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data20.account !== undefined){
let data22 = data20.account;
if(typeof data22 === "string"){
if(func3(data22) > 300){
const err48 = {instancePath:instancePath+"/entries/" + i4+"/account",schemaPath:"#/$defs/RegistryEntries/items/properties/account/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(func3(data22) < 1){
const err49 = {instancePath:instancePath+"/entries/" + i4+"/account",schemaPath:"#/$defs/RegistryEntries/items/properties/account/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
else {
const err50 = {instancePath:instancePath+"/entries/" + i4+"/account",schemaPath:"#/$defs/RegistryEntries/items/properties/account/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data20.region !== undefined){
let data23 = data20.region;
if(typeof data23 === "string"){
if(func3(data23) > 300){
const err51 = {instancePath:instancePath+"/entries/" + i4+"/region",schemaPath:"#/$defs/RegistryEntries/items/properties/region/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(func3(data23) < 1){
const err52 = {instancePath:instancePath+"/entries/" + i4+"/region",schemaPath:"#/$defs/RegistryEntries/items/properties/region/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
else {
const err53 = {instancePath:instancePath+"/entries/" + i4+"/region",schemaPath:"#/$defs/RegistryEntries/items/properties/region/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data20.path !== undefined){
let data24 = data20.path;
if(typeof data24 === "string"){
if(func3(data24) > 300){
const err54 = {instancePath:instancePath+"/entries/" + i4+"/path",schemaPath:"#/$defs/RegistryEntries/items/properties/path/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(func3(data24) < 1){
const err55 = {instancePath:instancePath+"/entries/" + i4+"/path",schemaPath:"#/$defs/RegistryEntries/items/properties/path/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
else {
const err56 = {instancePath:instancePath+"/entries/" + i4+"/path",schemaPath:"#/$defs/RegistryEntries/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data20.tag !== undefined){
let data25 = data20.tag;
if(typeof data25 === "string"){
if(func3(data25) > 300){
const err57 = {instancePath:instancePath+"/entries/" + i4+"/tag",schemaPath:"#/$defs/RegistryEntries/items/properties/tag/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(func3(data25) < 1){
const err58 = {instancePath:instancePath+"/entries/" + i4+"/tag",schemaPath:"#/$defs/RegistryEntries/items/properties/tag/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
else {
const err59 = {instancePath:instancePath+"/entries/" + i4+"/tag",schemaPath:"#/$defs/RegistryEntries/items/properties/tag/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
else {
const err60 = {instancePath:instancePath+"/entries/" + i4,schemaPath:"#/$defs/RegistryEntries/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
else {
const err61 = {instancePath:instancePath+"/entries",schemaPath:"#/$defs/RegistryEntries/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
else {
const err62 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
validate25.errors = vErrors;
return errors === 0;
}
validate25.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate21.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
const tag0 = data.type;
if(typeof tag0 == "string"){
if(tag0 === "mcp-gateway-registry"){
if(!(validate22(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
var props0 = true;
}
else if(tag0 === "static"){
if(!(validate25(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
if(props0 !== true){
props0 = true;
}
}
else {
const err1 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "type", tagValue: tag0},message:"value of tag \"type\" must be in oneOf"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "tag", tag: "type", tagValue: tag0},message:"tag \"type\" must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate21.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate21.evaluated = {"dynamicProps":true,"dynamicItems":false};

const schema41 = {"title":"DefaultsRow","type":"object","additionalProperties":false,"properties":{"match":{"title":"DefaultsMatch","description":"Entries that the row is for: all keys must match, each with one of its globs (* and ?). Absent: every entry. Groups, visibility, owners, register, credential, requireLock and onToolChange go by account, ou, region and kind alone: names are strangers' text.","type":"object","additionalProperties":false,"minProperties":1,"properties":{"account":{"description":"Account ids.","$ref":"#/$defs/Globs"},"ou":{"description":"Organizational units: an id anywhere on the account's path, or the whole path, as accounts.yaml has it.","$ref":"#/$defs/Globs"},"region":{"description":"Regions.","$ref":"#/$defs/Globs"},"kind":{"description":"gateway, target, runtime and the other kinds of entries.","$ref":"#/$defs/Globs"},"name":{"description":"Names in AWS; of manual entries the name of the registration.","$ref":"#/$defs/Globs"}}},"visibility":{"enum":["public","internal","group-restricted"],"description":"Who sees it in the registry.","default":"internal"},"groups":{"description":"Who sees a registration with visibility group-restricted. Joined.","type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^[A-Za-z0-9._-]{1,128}$"}},"tags":{"description":"Added to the tags of each registration. Joined. Placeholders: {account}, {alias}, {region}, {name}.","type":"array","uniqueItems":true,"items":{"type":"string","minLength":1,"maxLength":64,"pattern":"^[^,]+$"},"examples":[["agentcore","team:{alias}"]]},"enabled":{"type":"boolean","description":"Whether the registry serves it.","default":true},"register":{"description":"false: entries that do not say register: true stay out of the registry.","type":"boolean"},"owners":{"description":"Teams or people asked for review, and for code owners. Joined.","type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^@?[A-Za-z0-9][A-Za-z0-9/_.-]{0,100}$"}},"description":{"description":"Where neither entry nor AWS has one. Placeholders as in tags.","type":"string","minLength":1,"maxLength":500},"license":{"type":"string","minLength":1,"maxLength":100,"description":"Placeholders as in tags.","examples":["Apache-2.0"]},"provider":{"type":"object","additionalProperties":false,"required":["organization","url"],"properties":{"organization":{"type":"string","minLength":1},"url":{"type":"string","minLength":1}},"description":"Placeholders as in tags, in organization alone.","examples":[{"organization":"Acme","url":"https://acme.example"}]},"credential":{"title":"DefaultsCredential","description":"from: caller leaves the token of scanned servers to their callers.","type":"object","additionalProperties":false,"required":["from"],"properties":{"from":{"const":"caller"}}},"requireLock":{"description":"true: what has no tool lock is an error of verify, and what is new stays disabled until its lock is merged.","type":"boolean"},"onToolChange":{"description":"What verify.yml does where tools are not those of the lock. report: it says so. disable: it also disables the registration until the lock of what is there now is merged.","enum":["report","disable"],"default":"report"}}};
const schema42 = {"oneOf":[{"$ref":"#/$defs/Glob"},{"type":"array","minItems":1,"maxItems":1000,"uniqueItems":true,"items":{"$ref":"#/$defs/Glob"}}]};
const schema43 = {"type":"string","minLength":1,"maxLength":256};

function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate32.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = false;
let passing0 = null;
const _errs1 = errors;
if(typeof data === "string"){
if(func3(data) > 256){
const err0 = {instancePath,schemaPath:"#/$defs/Glob/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(func3(data) < 1){
const err1 = {instancePath,schemaPath:"#/$defs/Glob/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath,schemaPath:"#/$defs/Glob/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs1 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs4 = errors;
if(Array.isArray(data)){
if(data.length > 1000){
const err3 = {instancePath,schemaPath:"#/oneOf/1/maxItems",keyword:"maxItems",params:{limit: 1000},message:"must NOT have more than 1000 items"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.length < 1){
const err4 = {instancePath,schemaPath:"#/oneOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 === "string"){
if(func3(data0) > 256){
const err5 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/Glob/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(func3(data0) < 1){
const err6 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/Glob/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/Glob/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
const err8 = {instancePath,schemaPath:"#/oneOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/oneOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var _valid0 = _errs4 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
var items0 = true;
}
}
if(!valid0){
const err10 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate32.errors = vErrors;
evaluated0.items = items0;
return errors === 0;
}
validate32.evaluated = {"dynamicProps":false,"dynamicItems":true};

const pattern28 = new RegExp("^[^,]+$", "u");

function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate31.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema41.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.match !== undefined){
let data0 = data.match;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(Object.keys(data0).length < 1){
const err1 = {instancePath:instancePath+"/match",schemaPath:"#/properties/match/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key1 in data0){
if(!(((((key1 === "account") || (key1 === "ou")) || (key1 === "region")) || (key1 === "kind")) || (key1 === "name"))){
const err2 = {instancePath:instancePath+"/match",schemaPath:"#/properties/match/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data0.account !== undefined){
if(!(validate32(data0.account, {instancePath:instancePath+"/match/account",parentData:data0,parentDataProperty:"account",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
if(data0.ou !== undefined){
if(!(validate32(data0.ou, {instancePath:instancePath+"/match/ou",parentData:data0,parentDataProperty:"ou",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
if(data0.region !== undefined){
if(!(validate32(data0.region, {instancePath:instancePath+"/match/region",parentData:data0,parentDataProperty:"region",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
if(data0.kind !== undefined){
if(!(validate32(data0.kind, {instancePath:instancePath+"/match/kind",parentData:data0,parentDataProperty:"kind",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
if(data0.name !== undefined){
if(!(validate32(data0.name, {instancePath:instancePath+"/match/name",parentData:data0,parentDataProperty:"name",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath:instancePath+"/match",schemaPath:"#/properties/match/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.visibility !== undefined){
let data6 = data.visibility;
if(!(((data6 === "public") || (data6 === "internal")) || (data6 === "group-restricted"))){
const err4 = {instancePath:instancePath+"/visibility",schemaPath:"#/properties/visibility/enum",keyword:"enum",params:{allowedValues: schema41.properties.visibility.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.groups !== undefined){
let data7 = data.groups;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
if(typeof data8 === "string"){
if(!pattern27.test(data8)){
const err5 = {instancePath:instancePath+"/groups/" + i0,schemaPath:"#/properties/groups/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._-]{1,128}$"+"\""};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/groups/" + i0,schemaPath:"#/properties/groups/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
let i1 = data7.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data7[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err7 = {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err8 = {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.tags !== undefined){
let data9 = data.tags;
if(Array.isArray(data9)){
const len1 = data9.length;
for(let i2=0; i2<len1; i2++){
let data10 = data9[i2];
if(typeof data10 === "string"){
if(func3(data10) > 64){
const err9 = {instancePath:instancePath+"/tags/" + i2,schemaPath:"#/properties/tags/items/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(func3(data10) < 1){
const err10 = {instancePath:instancePath+"/tags/" + i2,schemaPath:"#/properties/tags/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!pattern28.test(data10)){
const err11 = {instancePath:instancePath+"/tags/" + i2,schemaPath:"#/properties/tags/items/pattern",keyword:"pattern",params:{pattern: "^[^,]+$"},message:"must match pattern \""+"^[^,]+$"+"\""};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/tags/" + i2,schemaPath:"#/properties/tags/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
let i3 = data9.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data9[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err13 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
break;
}
indices1[item1] = i3;
}
}
}
else {
const err14 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.enabled !== undefined){
if(typeof data.enabled !== "boolean"){
const err15 = {instancePath:instancePath+"/enabled",schemaPath:"#/properties/enabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.register !== undefined){
if(typeof data.register !== "boolean"){
const err16 = {instancePath:instancePath+"/register",schemaPath:"#/properties/register/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.owners !== undefined){
let data13 = data.owners;
if(Array.isArray(data13)){
const len2 = data13.length;
for(let i4=0; i4<len2; i4++){
let data14 = data13[i4];
if(typeof data14 === "string"){
if(!pattern29.test(data14)){
const err17 = {instancePath:instancePath+"/owners/" + i4,schemaPath:"#/properties/owners/items/pattern",keyword:"pattern",params:{pattern: "^@?[A-Za-z0-9][A-Za-z0-9/_.-]{0,100}$"},message:"must match pattern \""+"^@?[A-Za-z0-9][A-Za-z0-9/_.-]{0,100}$"+"\""};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/owners/" + i4,schemaPath:"#/properties/owners/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
let i5 = data13.length;
let j2;
if(i5 > 1){
const indices2 = {};
for(;i5--;){
let item2 = data13[i5];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err19 = {instancePath:instancePath+"/owners",schemaPath:"#/properties/owners/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i5+" are identical)"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
break;
}
indices2[item2] = i5;
}
}
}
else {
const err20 = {instancePath:instancePath+"/owners",schemaPath:"#/properties/owners/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.description !== undefined){
let data15 = data.description;
if(typeof data15 === "string"){
if(func3(data15) > 500){
const err21 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(func3(data15) < 1){
const err22 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.license !== undefined){
let data16 = data.license;
if(typeof data16 === "string"){
if(func3(data16) > 100){
const err24 = {instancePath:instancePath+"/license",schemaPath:"#/properties/license/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(func3(data16) < 1){
const err25 = {instancePath:instancePath+"/license",schemaPath:"#/properties/license/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/license",schemaPath:"#/properties/license/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.provider !== undefined){
let data17 = data.provider;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.organization === undefined){
const err27 = {instancePath:instancePath+"/provider",schemaPath:"#/properties/provider/required",keyword:"required",params:{missingProperty: "organization"},message:"must have required property '"+"organization"+"'"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data17.url === undefined){
const err28 = {instancePath:instancePath+"/provider",schemaPath:"#/properties/provider/required",keyword:"required",params:{missingProperty: "url"},message:"must have required property '"+"url"+"'"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
for(const key2 in data17){
if(!((key2 === "organization") || (key2 === "url"))){
const err29 = {instancePath:instancePath+"/provider",schemaPath:"#/properties/provider/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data17.organization !== undefined){
let data18 = data17.organization;
if(typeof data18 === "string"){
if(func3(data18) < 1){
const err30 = {instancePath:instancePath+"/provider/organization",schemaPath:"#/properties/provider/properties/organization/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/provider/organization",schemaPath:"#/properties/provider/properties/organization/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data17.url !== undefined){
let data19 = data17.url;
if(typeof data19 === "string"){
if(func3(data19) < 1){
const err32 = {instancePath:instancePath+"/provider/url",schemaPath:"#/properties/provider/properties/url/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/provider/url",schemaPath:"#/properties/provider/properties/url/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath:instancePath+"/provider",schemaPath:"#/properties/provider/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.credential !== undefined){
let data20 = data.credential;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.from === undefined){
const err35 = {instancePath:instancePath+"/credential",schemaPath:"#/properties/credential/required",keyword:"required",params:{missingProperty: "from"},message:"must have required property '"+"from"+"'"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
for(const key3 in data20){
if(!(key3 === "from")){
const err36 = {instancePath:instancePath+"/credential",schemaPath:"#/properties/credential/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data20.from !== undefined){
if("caller" !== data20.from){
const err37 = {instancePath:instancePath+"/credential/from",schemaPath:"#/properties/credential/properties/from/const",keyword:"const",params:{allowedValue: "caller"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
else {
const err38 = {instancePath:instancePath+"/credential",schemaPath:"#/properties/credential/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.requireLock !== undefined){
if(typeof data.requireLock !== "boolean"){
const err39 = {instancePath:instancePath+"/requireLock",schemaPath:"#/properties/requireLock/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.onToolChange !== undefined){
let data23 = data.onToolChange;
if(!((data23 === "report") || (data23 === "disable"))){
const err40 = {instancePath:instancePath+"/onToolChange",schemaPath:"#/properties/onToolChange/enum",keyword:"enum",params:{allowedValues: schema41.properties.onToolChange.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
else {
const err41 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
validate31.errors = vErrors;
return errors === 0;
}
validate31.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema45 = {"title":"Issuer","type":"object","additionalProperties":false,"required":["issuer","clients"],"properties":{"issuer":{"description":"The issuer's identifier, compared as a whole.","type":"string","minLength":1,"maxLength":2048,"examples":["https://cognito-idp.us-east-1.amazonaws.com/us-east-1_abc"]},"discoveryUrl":{"description":"Where it is not the issuer followed by /.well-known/openid-configuration.","type":"string","minLength":1,"maxLength":2048},"tokenEndpoint":{"description":"Pins the token endpoint.","type":"string","minLength":1,"maxLength":2048},"account":{"description":"Cognito: account of the user pool.","type":"string","pattern":"^[0-9]{12}$"},"role":{"description":"Cognito: name of the role that may read the client's secret.","type":"string","pattern":"^[A-Za-z0-9+=,.@_/-]{1,128}$","examples":["AgentCoreTokens"]},"vendor":{"description":"Lets the vendor's variable (AUTH0_CLIENT_SECRET, …) serve this issuer, and its rules be checked.","enum":["auth0","okta","entra","cognito","keycloak"]},"clients":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/Client"},"description":"Its clients."}}};
const schema46 = {"title":"Client","type":"object","additionalProperties":false,"required":["id"],"properties":{"id":{"type":"string","minLength":1,"maxLength":256,"description":"Client id at the issuer."},"secret":{"$ref":"#/$defs/ClientSecret"},"for":{"description":"Entries that it serves: globs of account/path (111111111111/pricing-tools/) or ARN.","type":"array","minItems":1,"items":{"type":"string","minLength":1},"examples":[["111111111111/*"]]},"urls":{"description":"Origins of targets and manual entries that it serves, each with or without a path that they lie below; not AgentCore's own hosts.","type":"array","minItems":1,"items":{"type":"string","minLength":1},"examples":[["https://tools.example.com/team/"]]},"shared":{"description":"true: may serve several accounts.","type":"boolean","default":false},"scope":{"type":"string","minLength":1,"maxLength":1024,"description":"Scope that is asked for; an entry may narrow it.","examples":["mcp/read"]},"audience":{"type":"string","minLength":1,"maxLength":1024,"description":"Audience that is asked for, where the issuer takes one."},"resource":{"type":"string","minLength":1,"maxLength":2048,"description":"Resource that is asked for (RFC 8707)."},"method":{"description":"How the client authenticates; as announced by the issuer when absent.","enum":["client_secret_basic","client_secret_post","private_key_jwt"]}}};
const schema47 = {"title":"ClientSecret","oneOf":[{"enum":["cognito","github-oidc"]},{"type":"object","additionalProperties":false,"required":["env"],"properties":{"env":{"$ref":"#/$defs/SecretEnv"}}},{"type":"object","additionalProperties":false,"required":["secretsmanager"],"properties":{"secretsmanager":{"type":"string","pattern":"^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:.{1,512}$"},"key":{"type":"string","minLength":1}}},{"type":"object","additionalProperties":false,"required":["github-oidc"],"properties":{"github-oidc":{"type":"object","additionalProperties":false,"required":["audience"],"properties":{"audience":{"type":"string","minLength":1}}}}}]};
const pattern33 = new RegExp("^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:.{1,512}$", "u");

function validate42(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate42.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = false;
let passing0 = null;
const _errs1 = errors;
if(!((data === "cognito") || (data === "github-oidc"))){
const err0 = {instancePath,schemaPath:"#/oneOf/0/enum",keyword:"enum",params:{allowedValues: schema47.oneOf[0].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.env === undefined){
const err1 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: "env"},message:"must have required property '"+"env"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "env")){
const err2 = {instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.env !== undefined){
let data0 = data.env;
if(typeof data0 === "string"){
if(!pattern22.test(data0)){
const err3 = {instancePath:instancePath+"/env",schemaPath:"#/$defs/SecretEnv/pattern",keyword:"pattern",params:{pattern: "^(OAUTH_|REGISTRY_|AGENTCORE_)[A-Za-z0-9_-]{1,200}$|^(AUTH0_CLIENT_SECRET|OKTA_CLIENT_SECRET|ENTRA_CLIENT_SECRET|KEYCLOAK_CLIENT_SECRET)$"},message:"must match pattern \""+"^(OAUTH_|REGISTRY_|AGENTCORE_)[A-Za-z0-9_-]{1,200}$|^(AUTH0_CLIENT_SECRET|OKTA_CLIENT_SECRET|ENTRA_CLIENT_SECRET|KEYCLOAK_CLIENT_SECRET)$"+"\""};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/env",schemaPath:"#/$defs/SecretEnv/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var _valid0 = _errs2 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
var props0 = true;
}
const _errs8 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.secretsmanager === undefined){
const err6 = {instancePath,schemaPath:"#/oneOf/2/required",keyword:"required",params:{missingProperty: "secretsmanager"},message:"must have required property '"+"secretsmanager"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key1 in data){
if(!((key1 === "secretsmanager") || (key1 === "key"))){
const err7 = {instancePath,schemaPath:"#/oneOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.secretsmanager !== undefined){
let data1 = data.secretsmanager;
if(typeof data1 === "string"){
if(!pattern33.test(data1)){
const err8 = {instancePath:instancePath+"/secretsmanager",schemaPath:"#/oneOf/2/properties/secretsmanager/pattern",keyword:"pattern",params:{pattern: "^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:.{1,512}$"},message:"must match pattern \""+"^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:.{1,512}$"+"\""};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/secretsmanager",schemaPath:"#/oneOf/2/properties/secretsmanager/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.key !== undefined){
let data2 = data.key;
if(typeof data2 === "string"){
if(func3(data2) < 1){
const err10 = {instancePath:instancePath+"/key",schemaPath:"#/oneOf/2/properties/key/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/key",schemaPath:"#/oneOf/2/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/oneOf/2/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var _valid0 = _errs8 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 2];
}
else {
if(_valid0){
valid0 = true;
passing0 = 2;
if(props0 !== true){
props0 = true;
}
}
const _errs15 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["github-oidc"] === undefined){
const err13 = {instancePath,schemaPath:"#/oneOf/3/required",keyword:"required",params:{missingProperty: "github-oidc"},message:"must have required property '"+"github-oidc"+"'"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
for(const key2 in data){
if(!(key2 === "github-oidc")){
const err14 = {instancePath,schemaPath:"#/oneOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data["github-oidc"] !== undefined){
let data3 = data["github-oidc"];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.audience === undefined){
const err15 = {instancePath:instancePath+"/github-oidc",schemaPath:"#/oneOf/3/properties/github-oidc/required",keyword:"required",params:{missingProperty: "audience"},message:"must have required property '"+"audience"+"'"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
for(const key3 in data3){
if(!(key3 === "audience")){
const err16 = {instancePath:instancePath+"/github-oidc",schemaPath:"#/oneOf/3/properties/github-oidc/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data3.audience !== undefined){
let data4 = data3.audience;
if(typeof data4 === "string"){
if(func3(data4) < 1){
const err17 = {instancePath:instancePath+"/github-oidc/audience",schemaPath:"#/oneOf/3/properties/github-oidc/properties/audience/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/github-oidc/audience",schemaPath:"#/oneOf/3/properties/github-oidc/properties/audience/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/github-oidc",schemaPath:"#/oneOf/3/properties/github-oidc/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath,schemaPath:"#/oneOf/3/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
var _valid0 = _errs15 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 3];
}
else {
if(_valid0){
valid0 = true;
passing0 = 3;
if(props0 !== true){
props0 = true;
}
}
}
}
}
if(!valid0){
const err21 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate42.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate42.evaluated = {"dynamicProps":true,"dynamicItems":false};


function validate41(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate41.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema46.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.id !== undefined){
let data0 = data.id;
if(typeof data0 === "string"){
if(func3(data0) > 256){
const err2 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(func3(data0) < 1){
const err3 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.secret !== undefined){
if(!(validate42(data.secret, {instancePath:instancePath+"/secret",parentData:data,parentDataProperty:"secret",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data.for !== undefined){
let data2 = data.for;
if(Array.isArray(data2)){
if(data2.length < 1){
const err5 = {instancePath:instancePath+"/for",schemaPath:"#/properties/for/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 === "string"){
if(func3(data3) < 1){
const err6 = {instancePath:instancePath+"/for/" + i0,schemaPath:"#/properties/for/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/for/" + i0,schemaPath:"#/properties/for/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/for",schemaPath:"#/properties/for/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.urls !== undefined){
let data4 = data.urls;
if(Array.isArray(data4)){
if(data4.length < 1){
const err9 = {instancePath:instancePath+"/urls",schemaPath:"#/properties/urls/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
if(typeof data5 === "string"){
if(func3(data5) < 1){
const err10 = {instancePath:instancePath+"/urls/" + i1,schemaPath:"#/properties/urls/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/urls/" + i1,schemaPath:"#/properties/urls/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/urls",schemaPath:"#/properties/urls/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.shared !== undefined){
if(typeof data.shared !== "boolean"){
const err13 = {instancePath:instancePath+"/shared",schemaPath:"#/properties/shared/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.scope !== undefined){
let data7 = data.scope;
if(typeof data7 === "string"){
if(func3(data7) > 1024){
const err14 = {instancePath:instancePath+"/scope",schemaPath:"#/properties/scope/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(func3(data7) < 1){
const err15 = {instancePath:instancePath+"/scope",schemaPath:"#/properties/scope/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/scope",schemaPath:"#/properties/scope/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.audience !== undefined){
let data8 = data.audience;
if(typeof data8 === "string"){
if(func3(data8) > 1024){
const err17 = {instancePath:instancePath+"/audience",schemaPath:"#/properties/audience/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(func3(data8) < 1){
const err18 = {instancePath:instancePath+"/audience",schemaPath:"#/properties/audience/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/audience",schemaPath:"#/properties/audience/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.resource !== undefined){
let data9 = data.resource;
if(typeof data9 === "string"){
if(func3(data9) > 2048){
const err20 = {instancePath:instancePath+"/resource",schemaPath:"#/properties/resource/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(func3(data9) < 1){
const err21 = {instancePath:instancePath+"/resource",schemaPath:"#/properties/resource/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/resource",schemaPath:"#/properties/resource/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.method !== undefined){
let data10 = data.method;
if(!(((data10 === "client_secret_basic") || (data10 === "client_secret_post")) || (data10 === "private_key_jwt"))){
const err23 = {instancePath:instancePath+"/method",schemaPath:"#/properties/method/enum",keyword:"enum",params:{allowedValues: schema46.properties.method.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
validate41.errors = vErrors;
return errors === 0;
}
validate41.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate40(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate40.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.issuer === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "issuer"},message:"must have required property '"+"issuer"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.clients === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "clients"},message:"must have required property '"+"clients"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "issuer") || (key0 === "discoveryUrl")) || (key0 === "tokenEndpoint")) || (key0 === "account")) || (key0 === "role")) || (key0 === "vendor")) || (key0 === "clients"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.issuer !== undefined){
let data0 = data.issuer;
if(typeof data0 === "string"){
if(func3(data0) > 2048){
const err3 = {instancePath:instancePath+"/issuer",schemaPath:"#/properties/issuer/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(func3(data0) < 1){
const err4 = {instancePath:instancePath+"/issuer",schemaPath:"#/properties/issuer/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/issuer",schemaPath:"#/properties/issuer/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.discoveryUrl !== undefined){
let data1 = data.discoveryUrl;
if(typeof data1 === "string"){
if(func3(data1) > 2048){
const err6 = {instancePath:instancePath+"/discoveryUrl",schemaPath:"#/properties/discoveryUrl/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(func3(data1) < 1){
const err7 = {instancePath:instancePath+"/discoveryUrl",schemaPath:"#/properties/discoveryUrl/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/discoveryUrl",schemaPath:"#/properties/discoveryUrl/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.tokenEndpoint !== undefined){
let data2 = data.tokenEndpoint;
if(typeof data2 === "string"){
if(func3(data2) > 2048){
const err9 = {instancePath:instancePath+"/tokenEndpoint",schemaPath:"#/properties/tokenEndpoint/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(func3(data2) < 1){
const err10 = {instancePath:instancePath+"/tokenEndpoint",schemaPath:"#/properties/tokenEndpoint/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/tokenEndpoint",schemaPath:"#/properties/tokenEndpoint/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.account !== undefined){
let data3 = data.account;
if(typeof data3 === "string"){
if(!pattern5.test(data3)){
const err12 = {instancePath:instancePath+"/account",schemaPath:"#/properties/account/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$"},message:"must match pattern \""+"^[0-9]{12}$"+"\""};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/account",schemaPath:"#/properties/account/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.role !== undefined){
let data4 = data.role;
if(typeof data4 === "string"){
if(!pattern11.test(data4)){
const err14 = {instancePath:instancePath+"/role",schemaPath:"#/properties/role/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+=,.@_/-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9+=,.@_/-]{1,128}$"+"\""};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/role",schemaPath:"#/properties/role/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.vendor !== undefined){
let data5 = data.vendor;
if(!(((((data5 === "auth0") || (data5 === "okta")) || (data5 === "entra")) || (data5 === "cognito")) || (data5 === "keycloak"))){
const err16 = {instancePath:instancePath+"/vendor",schemaPath:"#/properties/vendor/enum",keyword:"enum",params:{allowedValues: schema45.properties.vendor.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.clients !== undefined){
let data6 = data.clients;
if(Array.isArray(data6)){
if(data6.length < 1){
const err17 = {instancePath:instancePath+"/clients",schemaPath:"#/properties/clients/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
if(!(validate41(data6[i0], {instancePath:instancePath+"/clients/" + i0,parentData:data6,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
errors = vErrors.length;
}
}
}
else {
const err18 = {instancePath:instancePath+"/clients",schemaPath:"#/properties/clients/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
validate40.errors = vErrors;
return errors === 0;
}
validate40.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://agentcore-sync.dev/schemas/configuration.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema31.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.owner !== undefined){
let data0 = data.owner;
if(typeof data0 === "string"){
if(!pattern4.test(data0)){
const err1 = {instancePath:instancePath+"/owner",schemaPath:"#/properties/owner/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{2,63}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._-]{2,63}$"+"\""};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/owner",schemaPath:"#/properties/owner/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.aws !== undefined){
let data1 = data.aws;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
if(!(func1.call(schema31.properties.aws.properties, key1))){
const err3 = {instancePath:instancePath+"/aws",schemaPath:"#/properties/aws/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data1.accounts !== undefined){
let data2 = data1.accounts;
if(Array.isArray(data2)){
if(data2.length > 10000){
const err4 = {instancePath:instancePath+"/aws/accounts",schemaPath:"#/properties/aws/properties/accounts/maxItems",keyword:"maxItems",params:{limit: 10000},message:"must NOT have more than 10000 items"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 === "string"){
if(!pattern5.test(data3)){
const err5 = {instancePath:instancePath+"/aws/accounts/" + i0,schemaPath:"#/properties/aws/properties/accounts/items/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$"},message:"must match pattern \""+"^[0-9]{12}$"+"\""};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/aws/accounts/" + i0,schemaPath:"#/properties/aws/properties/accounts/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
let i1 = data2.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data2[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err7 = {instancePath:instancePath+"/aws/accounts",schemaPath:"#/properties/aws/properties/accounts/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err8 = {instancePath:instancePath+"/aws/accounts",schemaPath:"#/properties/aws/properties/accounts/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data1.organization !== undefined){
let data4 = data1.organization;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key2 in data4){
if(!((((key2 === "units") || (key2 === "exclude")) || (key2 === "include")) || (key2 === "role"))){
const err9 = {instancePath:instancePath+"/aws/organization",schemaPath:"#/properties/aws/properties/organization/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data4.units !== undefined){
let data5 = data4.units;
if(Array.isArray(data5)){
if(data5.length < 1){
const err10 = {instancePath:instancePath+"/aws/organization/units",schemaPath:"#/properties/aws/properties/organization/properties/units/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
const len1 = data5.length;
for(let i2=0; i2<len1; i2++){
let data6 = data5[i2];
if(typeof data6 === "string"){
if(!pattern6.test(data6)){
const err11 = {instancePath:instancePath+"/aws/organization/units/" + i2,schemaPath:"#/properties/aws/properties/organization/properties/units/items/pattern",keyword:"pattern",params:{pattern: "^(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}|r-[0-9a-z]{4,32})$"},message:"must match pattern \""+"^(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}|r-[0-9a-z]{4,32})$"+"\""};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/aws/organization/units/" + i2,schemaPath:"#/properties/aws/properties/organization/properties/units/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
let i3 = data5.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data5[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err13 = {instancePath:instancePath+"/aws/organization/units",schemaPath:"#/properties/aws/properties/organization/properties/units/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
break;
}
indices1[item1] = i3;
}
}
}
else {
const err14 = {instancePath:instancePath+"/aws/organization/units",schemaPath:"#/properties/aws/properties/organization/properties/units/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data4.exclude !== undefined){
let data7 = data4.exclude;
if(Array.isArray(data7)){
const len2 = data7.length;
for(let i4=0; i4<len2; i4++){
let data8 = data7[i4];
if(typeof data8 === "string"){
if(!pattern7.test(data8)){
const err15 = {instancePath:instancePath+"/aws/organization/exclude/" + i4,schemaPath:"#/properties/aws/properties/organization/properties/exclude/items/pattern",keyword:"pattern",params:{pattern: "^([0-9]{12}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$"},message:"must match pattern \""+"^([0-9]{12}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$"+"\""};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/aws/organization/exclude/" + i4,schemaPath:"#/properties/aws/properties/organization/properties/exclude/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
let i5 = data7.length;
let j2;
if(i5 > 1){
const indices2 = {};
for(;i5--;){
let item2 = data7[i5];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err17 = {instancePath:instancePath+"/aws/organization/exclude",schemaPath:"#/properties/aws/properties/organization/properties/exclude/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i5+" are identical)"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
break;
}
indices2[item2] = i5;
}
}
}
else {
const err18 = {instancePath:instancePath+"/aws/organization/exclude",schemaPath:"#/properties/aws/properties/organization/properties/exclude/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data4.include !== undefined){
let data9 = data4.include;
if(Array.isArray(data9)){
const len3 = data9.length;
for(let i6=0; i6<len3; i6++){
let data10 = data9[i6];
if(typeof data10 === "string"){
if(!pattern5.test(data10)){
const err19 = {instancePath:instancePath+"/aws/organization/include/" + i6,schemaPath:"#/properties/aws/properties/organization/properties/include/items/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$"},message:"must match pattern \""+"^[0-9]{12}$"+"\""};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/aws/organization/include/" + i6,schemaPath:"#/properties/aws/properties/organization/properties/include/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
let i7 = data9.length;
let j3;
if(i7 > 1){
const indices3 = {};
for(;i7--;){
let item3 = data9[i7];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err21 = {instancePath:instancePath+"/aws/organization/include",schemaPath:"#/properties/aws/properties/organization/properties/include/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j3},message:"must NOT have duplicate items (items ## "+j3+" and "+i7+" are identical)"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
break;
}
indices3[item3] = i7;
}
}
}
else {
const err22 = {instancePath:instancePath+"/aws/organization/include",schemaPath:"#/properties/aws/properties/organization/properties/include/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data4.role !== undefined){
let data11 = data4.role;
if(typeof data11 === "string"){
if(!pattern9.test(data11)){
const err23 = {instancePath:instancePath+"/aws/organization/role",schemaPath:"#/properties/aws/properties/organization/properties/role/pattern",keyword:"pattern",params:{pattern: "^arn:[a-z-]+:iam::[0-9]{12}:role/.{1,512}$"},message:"must match pattern \""+"^arn:[a-z-]+:iam::[0-9]{12}:role/.{1,512}$"+"\""};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/aws/organization/role",schemaPath:"#/properties/aws/properties/organization/properties/role/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/aws/organization",schemaPath:"#/properties/aws/properties/organization/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data1.regions !== undefined){
let data12 = data1.regions;
const _errs29 = errors;
let valid15 = false;
let passing0 = null;
const _errs30 = errors;
if("all" !== data12){
const err26 = {instancePath:instancePath+"/aws/regions",schemaPath:"#/properties/aws/properties/regions/oneOf/0/const",keyword:"const",params:{allowedValue: "all"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
var _valid0 = _errs30 === errors;
if(_valid0){
valid15 = true;
passing0 = 0;
}
const _errs31 = errors;
if(Array.isArray(data12)){
if(data12.length < 1){
const err27 = {instancePath:instancePath+"/aws/regions",schemaPath:"#/properties/aws/properties/regions/oneOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
const len4 = data12.length;
for(let i8=0; i8<len4; i8++){
let data13 = data12[i8];
if(typeof data13 === "string"){
if(!pattern10.test(data13)){
const err28 = {instancePath:instancePath+"/aws/regions/" + i8,schemaPath:"#/properties/aws/properties/regions/oneOf/1/items/pattern",keyword:"pattern",params:{pattern: "^[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}$"},message:"must match pattern \""+"^[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}$"+"\""};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/aws/regions/" + i8,schemaPath:"#/properties/aws/properties/regions/oneOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
let i9 = data12.length;
let j4;
if(i9 > 1){
const indices4 = {};
for(;i9--;){
let item4 = data12[i9];
if(typeof item4 !== "string"){
continue;
}
if(typeof indices4[item4] == "number"){
j4 = indices4[item4];
const err30 = {instancePath:instancePath+"/aws/regions",schemaPath:"#/properties/aws/properties/regions/oneOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i9, j: j4},message:"must NOT have duplicate items (items ## "+j4+" and "+i9+" are identical)"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
break;
}
indices4[item4] = i9;
}
}
}
else {
const err31 = {instancePath:instancePath+"/aws/regions",schemaPath:"#/properties/aws/properties/regions/oneOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
var _valid0 = _errs31 === errors;
if(_valid0 && valid15){
valid15 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid15 = true;
passing0 = 1;
}
}
if(!valid15){
const err32 = {instancePath:instancePath+"/aws/regions",schemaPath:"#/properties/aws/properties/regions/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
else {
errors = _errs29;
if(vErrors !== null){
if(_errs29){
vErrors.length = _errs29;
}
else {
vErrors = null;
}
}
}
}
if(data1.role !== undefined){
let data14 = data1.role;
if(typeof data14 === "string"){
if(!pattern11.test(data14)){
const err33 = {instancePath:instancePath+"/aws/role",schemaPath:"#/properties/aws/properties/role/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+=,.@_/-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9+=,.@_/-]{1,128}$"+"\""};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/aws/role",schemaPath:"#/properties/aws/properties/role/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data1.hubRole !== undefined){
let data15 = data1.hubRole;
if(typeof data15 === "string"){
if(!pattern9.test(data15)){
const err35 = {instancePath:instancePath+"/aws/hubRole",schemaPath:"#/properties/aws/properties/hubRole/pattern",keyword:"pattern",params:{pattern: "^arn:[a-z-]+:iam::[0-9]{12}:role/.{1,512}$"},message:"must match pattern \""+"^arn:[a-z-]+:iam::[0-9]{12}:role/.{1,512}$"+"\""};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/aws/hubRole",schemaPath:"#/properties/aws/properties/hubRole/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data1.credentials !== undefined){
let data16 = data1.credentials;
if(!(((data16 === "default-chain") || (data16 === "github-oidc")) || (data16 === "ambient"))){
const err37 = {instancePath:instancePath+"/aws/credentials",schemaPath:"#/properties/aws/properties/credentials/enum",keyword:"enum",params:{allowedValues: schema31.properties.aws.properties.credentials.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data1.confirm !== undefined){
let data17 = data1.confirm;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
for(const key3 in data17){
if(!((key3 === "role") || (key3 === "hubRole"))){
const err38 = {instancePath:instancePath+"/aws/confirm",schemaPath:"#/properties/aws/properties/confirm/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data17.role !== undefined){
let data18 = data17.role;
if(typeof data18 === "string"){
if(!pattern11.test(data18)){
const err39 = {instancePath:instancePath+"/aws/confirm/role",schemaPath:"#/properties/aws/properties/confirm/properties/role/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+=,.@_/-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9+=,.@_/-]{1,128}$"+"\""};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
else {
const err40 = {instancePath:instancePath+"/aws/confirm/role",schemaPath:"#/properties/aws/properties/confirm/properties/role/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data17.hubRole !== undefined){
let data19 = data17.hubRole;
if(typeof data19 === "string"){
if(!pattern9.test(data19)){
const err41 = {instancePath:instancePath+"/aws/confirm/hubRole",schemaPath:"#/properties/aws/properties/confirm/properties/hubRole/pattern",keyword:"pattern",params:{pattern: "^arn:[a-z-]+:iam::[0-9]{12}:role/.{1,512}$"},message:"must match pattern \""+"^arn:[a-z-]+:iam::[0-9]{12}:role/.{1,512}$"+"\""};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/aws/confirm/hubRole",schemaPath:"#/properties/aws/properties/confirm/properties/hubRole/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
else {
const err43 = {instancePath:instancePath+"/aws/confirm",schemaPath:"#/properties/aws/properties/confirm/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data1.verify !== undefined){
let data20 = data1.verify;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
for(const key4 in data20){
if(!((key4 === "role") || (key4 === "hubRole"))){
const err44 = {instancePath:instancePath+"/aws/verify",schemaPath:"#/properties/aws/properties/verify/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data20.role !== undefined){
let data21 = data20.role;
if(typeof data21 === "string"){
if(!pattern11.test(data21)){
const err45 = {instancePath:instancePath+"/aws/verify/role",schemaPath:"#/properties/aws/properties/verify/properties/role/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+=,.@_/-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9+=,.@_/-]{1,128}$"+"\""};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/aws/verify/role",schemaPath:"#/properties/aws/properties/verify/properties/role/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data20.hubRole !== undefined){
let data22 = data20.hubRole;
if(typeof data22 === "string"){
if(!pattern9.test(data22)){
const err47 = {instancePath:instancePath+"/aws/verify/hubRole",schemaPath:"#/properties/aws/properties/verify/properties/hubRole/pattern",keyword:"pattern",params:{pattern: "^arn:[a-z-]+:iam::[0-9]{12}:role/.{1,512}$"},message:"must match pattern \""+"^arn:[a-z-]+:iam::[0-9]{12}:role/.{1,512}$"+"\""};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/aws/verify/hubRole",schemaPath:"#/properties/aws/properties/verify/properties/hubRole/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath:instancePath+"/aws/verify",schemaPath:"#/properties/aws/properties/verify/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data1.domains !== undefined){
let data23 = data1.domains;
if(Array.isArray(data23)){
if(data23.length > 1000){
const err50 = {instancePath:instancePath+"/aws/domains",schemaPath:"#/properties/aws/properties/domains/maxItems",keyword:"maxItems",params:{limit: 1000},message:"must NOT have more than 1000 items"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
const len5 = data23.length;
for(let i10=0; i10<len5; i10++){
let data24 = data23[i10];
if(typeof data24 === "string"){
if(!pattern17.test(data24)){
const err51 = {instancePath:instancePath+"/aws/domains/" + i10,schemaPath:"#/properties/aws/properties/domains/items/pattern",keyword:"pattern",params:{pattern: "^(\\*\\.)?[a-z0-9]([a-z0-9-]{0,62})(\\.[a-z0-9]([a-z0-9-]{0,62}))+$"},message:"must match pattern \""+"^(\\*\\.)?[a-z0-9]([a-z0-9-]{0,62})(\\.[a-z0-9]([a-z0-9-]{0,62}))+$"+"\""};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
else {
const err52 = {instancePath:instancePath+"/aws/domains/" + i10,schemaPath:"#/properties/aws/properties/domains/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
let i11 = data23.length;
let j5;
if(i11 > 1){
const indices5 = {};
for(;i11--;){
let item5 = data23[i11];
if(typeof item5 !== "string"){
continue;
}
if(typeof indices5[item5] == "number"){
j5 = indices5[item5];
const err53 = {instancePath:instancePath+"/aws/domains",schemaPath:"#/properties/aws/properties/domains/uniqueItems",keyword:"uniqueItems",params:{i: i11, j: j5},message:"must NOT have duplicate items (items ## "+j5+" and "+i11+" are identical)"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
break;
}
indices5[item5] = i11;
}
}
}
else {
const err54 = {instancePath:instancePath+"/aws/domains",schemaPath:"#/properties/aws/properties/domains/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data1.audience !== undefined){
let data25 = data1.audience;
if(typeof data25 === "string"){
if(func3(data25) > 256){
const err55 = {instancePath:instancePath+"/aws/audience",schemaPath:"#/properties/aws/properties/audience/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(func3(data25) < 1){
const err56 = {instancePath:instancePath+"/aws/audience",schemaPath:"#/properties/aws/properties/audience/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
else {
const err57 = {instancePath:instancePath+"/aws/audience",schemaPath:"#/properties/aws/properties/audience/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data1.externalId !== undefined){
let data26 = data1.externalId;
if(typeof data26 === "string"){
if(!pattern18.test(data26)){
const err58 = {instancePath:instancePath+"/aws/externalId",schemaPath:"#/properties/aws/properties/externalId/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+=,.@:/_-]{2,1224}$"},message:"must match pattern \""+"^[A-Za-z0-9+=,.@:/_-]{2,1224}$"+"\""};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
else {
const err59 = {instancePath:instancePath+"/aws/externalId",schemaPath:"#/properties/aws/properties/externalId/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data1.sessionSeconds !== undefined){
let data27 = data1.sessionSeconds;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
const err60 = {instancePath:instancePath+"/aws/sessionSeconds",schemaPath:"#/properties/aws/properties/sessionSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 > 43200 || isNaN(data27)){
const err61 = {instancePath:instancePath+"/aws/sessionSeconds",schemaPath:"#/properties/aws/properties/sessionSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 43200},message:"must be <= 43200"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(data27 < 900 || isNaN(data27)){
const err62 = {instancePath:instancePath+"/aws/sessionSeconds",schemaPath:"#/properties/aws/properties/sessionSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 900},message:"must be >= 900"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
if(data1.quotas !== undefined){
let data28 = data1.quotas;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
for(const key5 in data28){
if(!((key5 === "get") || (key5 === "list"))){
const err63 = {instancePath:instancePath+"/aws/quotas",schemaPath:"#/properties/aws/properties/quotas/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data28.get !== undefined){
let data29 = data28.get;
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 > 100000 || isNaN(data29)){
const err64 = {instancePath:instancePath+"/aws/quotas/get",schemaPath:"#/properties/aws/properties/quotas/properties/get/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(data29 < 1 || isNaN(data29)){
const err65 = {instancePath:instancePath+"/aws/quotas/get",schemaPath:"#/properties/aws/properties/quotas/properties/get/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
else {
const err66 = {instancePath:instancePath+"/aws/quotas/get",schemaPath:"#/properties/aws/properties/quotas/properties/get/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data28.list !== undefined){
let data30 = data28.list;
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 > 100000 || isNaN(data30)){
const err67 = {instancePath:instancePath+"/aws/quotas/list",schemaPath:"#/properties/aws/properties/quotas/properties/list/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(data30 < 1 || isNaN(data30)){
const err68 = {instancePath:instancePath+"/aws/quotas/list",schemaPath:"#/properties/aws/properties/quotas/properties/list/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
else {
const err69 = {instancePath:instancePath+"/aws/quotas/list",schemaPath:"#/properties/aws/properties/quotas/properties/list/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
else {
const err70 = {instancePath:instancePath+"/aws/quotas",schemaPath:"#/properties/aws/properties/quotas/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
}
else {
const err71 = {instancePath:instancePath+"/aws",schemaPath:"#/properties/aws/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data.confirmBy !== undefined){
let data31 = data.confirmBy;
if(!((data31 === "aws") || (data31 === "review"))){
const err72 = {instancePath:instancePath+"/confirmBy",schemaPath:"#/properties/confirmBy/enum",keyword:"enum",params:{allowedValues: schema31.properties.confirmBy.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data.scan !== undefined){
let data32 = data.scan;
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
for(const key6 in data32){
if(!(((((key6 === "include") || (key6 === "exclude")) || (key6 === "targets")) || (key6 === "harnesses")) || (key6 === "endpoints"))){
const err73 = {instancePath:instancePath+"/scan",schemaPath:"#/properties/scan/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data32.include !== undefined){
let data33 = data32.include;
if(Array.isArray(data33)){
const len6 = data33.length;
for(let i12=0; i12<len6; i12++){
let data34 = data33[i12];
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
if(Object.keys(data34).length < 1){
const err74 = {instancePath:instancePath+"/scan/include/" + i12,schemaPath:"#/$defs/Filter/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
for(const key7 in data34){
if(!((((((key7 === "name") || (key7 === "id")) || (key7 === "account")) || (key7 === "region")) || (key7 === "kind")) || (key7 === "tag"))){
const err75 = {instancePath:instancePath+"/scan/include/" + i12,schemaPath:"#/$defs/Filter/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data34.name !== undefined){
let data35 = data34.name;
if(typeof data35 === "string"){
if(func3(data35) < 1){
const err76 = {instancePath:instancePath+"/scan/include/" + i12+"/name",schemaPath:"#/$defs/Filter/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
else {
const err77 = {instancePath:instancePath+"/scan/include/" + i12+"/name",schemaPath:"#/$defs/Filter/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data34.id !== undefined){
let data36 = data34.id;
if(typeof data36 === "string"){
if(func3(data36) < 1){
const err78 = {instancePath:instancePath+"/scan/include/" + i12+"/id",schemaPath:"#/$defs/Filter/properties/id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
else {
const err79 = {instancePath:instancePath+"/scan/include/" + i12+"/id",schemaPath:"#/$defs/Filter/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data34.account !== undefined){
let data37 = data34.account;
if(typeof data37 === "string"){
if(func3(data37) < 1){
const err80 = {instancePath:instancePath+"/scan/include/" + i12+"/account",schemaPath:"#/$defs/Filter/properties/account/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
else {
const err81 = {instancePath:instancePath+"/scan/include/" + i12+"/account",schemaPath:"#/$defs/Filter/properties/account/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data34.region !== undefined){
let data38 = data34.region;
if(typeof data38 === "string"){
if(func3(data38) < 1){
const err82 = {instancePath:instancePath+"/scan/include/" + i12+"/region",schemaPath:"#/$defs/Filter/properties/region/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
else {
const err83 = {instancePath:instancePath+"/scan/include/" + i12+"/region",schemaPath:"#/$defs/Filter/properties/region/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data34.kind !== undefined){
let data39 = data34.kind;
if(!((((data39 === "gateway") || (data39 === "target")) || (data39 === "runtime")) || (data39 === "harness"))){
const err84 = {instancePath:instancePath+"/scan/include/" + i12+"/kind",schemaPath:"#/$defs/Filter/properties/kind/enum",keyword:"enum",params:{allowedValues: schema32.properties.kind.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data34.tag !== undefined){
let data40 = data34.tag;
if(typeof data40 === "string"){
if(func3(data40) < 1){
const err85 = {instancePath:instancePath+"/scan/include/" + i12+"/tag",schemaPath:"#/$defs/Filter/properties/tag/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
else {
const err86 = {instancePath:instancePath+"/scan/include/" + i12+"/tag",schemaPath:"#/$defs/Filter/properties/tag/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
}
else {
const err87 = {instancePath:instancePath+"/scan/include/" + i12,schemaPath:"#/$defs/Filter/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
}
else {
const err88 = {instancePath:instancePath+"/scan/include",schemaPath:"#/properties/scan/properties/include/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data32.exclude !== undefined){
let data41 = data32.exclude;
if(Array.isArray(data41)){
const len7 = data41.length;
for(let i13=0; i13<len7; i13++){
let data42 = data41[i13];
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
if(Object.keys(data42).length < 1){
const err89 = {instancePath:instancePath+"/scan/exclude/" + i13,schemaPath:"#/$defs/Filter/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
for(const key8 in data42){
if(!((((((key8 === "name") || (key8 === "id")) || (key8 === "account")) || (key8 === "region")) || (key8 === "kind")) || (key8 === "tag"))){
const err90 = {instancePath:instancePath+"/scan/exclude/" + i13,schemaPath:"#/$defs/Filter/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
if(data42.name !== undefined){
let data43 = data42.name;
if(typeof data43 === "string"){
if(func3(data43) < 1){
const err91 = {instancePath:instancePath+"/scan/exclude/" + i13+"/name",schemaPath:"#/$defs/Filter/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
else {
const err92 = {instancePath:instancePath+"/scan/exclude/" + i13+"/name",schemaPath:"#/$defs/Filter/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
if(data42.id !== undefined){
let data44 = data42.id;
if(typeof data44 === "string"){
if(func3(data44) < 1){
const err93 = {instancePath:instancePath+"/scan/exclude/" + i13+"/id",schemaPath:"#/$defs/Filter/properties/id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
else {
const err94 = {instancePath:instancePath+"/scan/exclude/" + i13+"/id",schemaPath:"#/$defs/Filter/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
if(data42.account !== undefined){
let data45 = data42.account;
if(typeof data45 === "string"){
if(func3(data45) < 1){
const err95 = {instancePath:instancePath+"/scan/exclude/" + i13+"/account",schemaPath:"#/$defs/Filter/properties/account/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
else {
const err96 = {instancePath:instancePath+"/scan/exclude/" + i13+"/account",schemaPath:"#/$defs/Filter/properties/account/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data42.region !== undefined){
let data46 = data42.region;
if(typeof data46 === "string"){
if(func3(data46) < 1){
const err97 = {instancePath:instancePath+"/scan/exclude/" + i13+"/region",schemaPath:"#/$defs/Filter/properties/region/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
else {
const err98 = {instancePath:instancePath+"/scan/exclude/" + i13+"/region",schemaPath:"#/$defs/Filter/properties/region/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data42.kind !== undefined){
let data47 = data42.kind;
if(!((((data47 === "gateway") || (data47 === "target")) || (data47 === "runtime")) || (data47 === "harness"))){
const err99 = {instancePath:instancePath+"/scan/exclude/" + i13+"/kind",schemaPath:"#/$defs/Filter/properties/kind/enum",keyword:"enum",params:{allowedValues: schema32.properties.kind.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data42.tag !== undefined){
let data48 = data42.tag;
if(typeof data48 === "string"){
if(func3(data48) < 1){
const err100 = {instancePath:instancePath+"/scan/exclude/" + i13+"/tag",schemaPath:"#/$defs/Filter/properties/tag/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
else {
const err101 = {instancePath:instancePath+"/scan/exclude/" + i13+"/tag",schemaPath:"#/$defs/Filter/properties/tag/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
}
else {
const err102 = {instancePath:instancePath+"/scan/exclude/" + i13,schemaPath:"#/$defs/Filter/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
}
else {
const err103 = {instancePath:instancePath+"/scan/exclude",schemaPath:"#/properties/scan/properties/exclude/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
if(data32.targets !== undefined){
let data49 = data32.targets;
if(!(((data49 === "none") || (data49 === "mcp")) || (data49 === "all"))){
const err104 = {instancePath:instancePath+"/scan/targets",schemaPath:"#/properties/scan/properties/targets/enum",keyword:"enum",params:{allowedValues: schema31.properties.scan.properties.targets.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
if(data32.harnesses !== undefined){
if(typeof data32.harnesses !== "boolean"){
const err105 = {instancePath:instancePath+"/scan/harnesses",schemaPath:"#/properties/scan/properties/harnesses/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(data32.endpoints !== undefined){
if(typeof data32.endpoints !== "boolean"){
const err106 = {instancePath:instancePath+"/scan/endpoints",schemaPath:"#/properties/scan/properties/endpoints/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
}
else {
const err107 = {instancePath:instancePath+"/scan",schemaPath:"#/properties/scan/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data.paths !== undefined){
let data52 = data.paths;
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
for(const key9 in data52){
if(!((key9 === "template") || (key9 === "aliases"))){
const err108 = {instancePath:instancePath+"/paths",schemaPath:"#/properties/paths/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
if(data52.template !== undefined){
let data53 = data52.template;
if(typeof data53 === "string"){
if(!pattern19.test(data53)){
const err109 = {instancePath:instancePath+"/paths/template",schemaPath:"#/properties/paths/properties/template/pattern",keyword:"pattern",params:{pattern: "^/[A-Za-z0-9._{}/-]{1,200}/?$"},message:"must match pattern \""+"^/[A-Za-z0-9._{}/-]{1,200}/?$"+"\""};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
else {
const err110 = {instancePath:instancePath+"/paths/template",schemaPath:"#/properties/paths/properties/template/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
if(data52.aliases !== undefined){
let data54 = data52.aliases;
if(data54 && typeof data54 == "object" && !Array.isArray(data54)){
for(const key10 in data54){
const _errs121 = errors;
if(typeof key10 === "string"){
if(!pattern5.test(key10)){
const err111 = {instancePath:instancePath+"/paths/aliases",schemaPath:"#/properties/paths/properties/aliases/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$"},message:"must match pattern \""+"^[0-9]{12}$"+"\"",propertyName:key10};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
var valid35 = _errs121 === errors;
if(!valid35){
const err112 = {instancePath:instancePath+"/paths/aliases",schemaPath:"#/properties/paths/properties/aliases/propertyNames",keyword:"propertyNames",params:{propertyName: key10},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
for(const key11 in data54){
let data55 = data54[key11];
if(typeof data55 === "string"){
if(!pattern21.test(data55)){
const err113 = {instancePath:instancePath+"/paths/aliases/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/paths/properties/aliases/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9-]{0,31}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9-]{0,31}$"+"\""};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
else {
const err114 = {instancePath:instancePath+"/paths/aliases/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/paths/properties/aliases/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
}
else {
const err115 = {instancePath:instancePath+"/paths/aliases",schemaPath:"#/properties/paths/properties/aliases/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
}
else {
const err116 = {instancePath:instancePath+"/paths",schemaPath:"#/properties/paths/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
if(data.registry !== undefined){
let data56 = data.registry;
if(!(data56 && typeof data56 == "object" && !Array.isArray(data56))){
const err117 = {instancePath:instancePath+"/registry",schemaPath:"#/properties/registry/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
const _errs127 = errors;
let valid37 = true;
const _errs128 = errors;
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
let missing0;
if((data56.type === undefined) && (missing0 = "type")){
const err118 = {};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
var _valid1 = _errs128 === errors;
errors = _errs127;
if(vErrors !== null){
if(_errs127){
vErrors.length = _errs127;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid1){
const _errs129 = errors;
if(!(validate21(data56, {instancePath:instancePath+"/registry",parentData:data,parentDataProperty:"registry",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
else {
var props0 = validate21.evaluated.props;
}
var _valid1 = _errs129 === errors;
valid37 = _valid1;
ifClause0 = "then";
}
else {
const _errs130 = errors;
if(!(validate22(data56, {instancePath:instancePath+"/registry",parentData:data,parentDataProperty:"registry",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
var _valid1 = _errs130 === errors;
valid37 = _valid1;
if(valid37){
if(props0 !== true){
props0 = true;
}
}
ifClause0 = "else";
}
if(!valid37){
const err119 = {instancePath:instancePath+"/registry",schemaPath:"#/properties/registry/if",keyword:"if",params:{failingKeyword: ifClause0},message:"must match \""+ifClause0+"\" schema"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
if(data.registries !== undefined){
let data57 = data.registries;
if(data57 && typeof data57 == "object" && !Array.isArray(data57)){
if(Object.keys(data57).length > 50){
const err120 = {instancePath:instancePath+"/registries",schemaPath:"#/properties/registries/maxProperties",keyword:"maxProperties",params:{limit: 50},message:"must NOT have more than 50 properties"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
if(Object.keys(data57).length < 1){
const err121 = {instancePath:instancePath+"/registries",schemaPath:"#/properties/registries/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
for(const key12 in data57){
const _errs133 = errors;
if(typeof key12 === "string"){
if(!pattern26.test(key12)){
const err122 = {instancePath:instancePath+"/registries",schemaPath:"#/properties/registries/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$"+"\"",propertyName:key12};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
var valid38 = _errs133 === errors;
if(!valid38){
const err123 = {instancePath:instancePath+"/registries",schemaPath:"#/properties/registries/propertyNames",keyword:"propertyNames",params:{propertyName: key12},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
for(const key13 in data57){
if(!(validate21(data57[key13], {instancePath:instancePath+"/registries/" + key13.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data57,parentDataProperty:key13,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
}
else {
const err124 = {instancePath:instancePath+"/registries",schemaPath:"#/properties/registries/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
if(data.defaults !== undefined){
let data59 = data.defaults;
const _errs137 = errors;
let valid40 = false;
let passing1 = null;
const _errs138 = errors;
if(!(validate31(data59, {instancePath:instancePath+"/defaults",parentData:data,parentDataProperty:"defaults",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
var _valid2 = _errs138 === errors;
if(_valid2){
valid40 = true;
passing1 = 0;
}
const _errs139 = errors;
if(Array.isArray(data59)){
if(data59.length > 1000){
const err125 = {instancePath:instancePath+"/defaults",schemaPath:"#/properties/defaults/oneOf/1/maxItems",keyword:"maxItems",params:{limit: 1000},message:"must NOT have more than 1000 items"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
const len8 = data59.length;
for(let i14=0; i14<len8; i14++){
if(!(validate31(data59[i14], {instancePath:instancePath+"/defaults/" + i14,parentData:data59,parentDataProperty:i14,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
else {
const err126 = {instancePath:instancePath+"/defaults",schemaPath:"#/properties/defaults/oneOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
var _valid2 = _errs139 === errors;
if(_valid2 && valid40){
valid40 = false;
passing1 = [passing1, 1];
}
else {
if(_valid2){
valid40 = true;
passing1 = 1;
}
}
if(!valid40){
const err127 = {instancePath:instancePath+"/defaults",schemaPath:"#/properties/defaults/oneOf",keyword:"oneOf",params:{passingSchemas: passing1},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
else {
errors = _errs137;
if(vErrors !== null){
if(_errs137){
vErrors.length = _errs137;
}
else {
vErrors = null;
}
}
}
}
if(data.issuers !== undefined){
let data61 = data.issuers;
if(Array.isArray(data61)){
const len9 = data61.length;
for(let i15=0; i15<len9; i15++){
if(!(validate40(data61[i15], {instancePath:instancePath+"/issuers/" + i15,parentData:data61,parentDataProperty:i15,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
}
}
else {
const err128 = {instancePath:instancePath+"/issuers",schemaPath:"#/properties/issuers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
if(data.secrets !== undefined){
let data63 = data.secrets;
if(data63 && typeof data63 == "object" && !Array.isArray(data63)){
for(const key14 in data63){
const _errs147 = errors;
if(typeof key14 === "string"){
if(!pattern34.test(key14)){
const err129 = {instancePath:instancePath+"/secrets",schemaPath:"#/properties/secrets/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{1,64}$"+"\"",propertyName:key14};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
var valid45 = _errs147 === errors;
if(!valid45){
const err130 = {instancePath:instancePath+"/secrets",schemaPath:"#/properties/secrets/propertyNames",keyword:"propertyNames",params:{propertyName: key14},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
for(const key15 in data63){
let data64 = data63[key15];
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
if(data64.env === undefined){
const err131 = {instancePath:instancePath+"/secrets/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/secrets/additionalProperties/required",keyword:"required",params:{missingProperty: "env"},message:"must have required property '"+"env"+"'"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
if(data64.urls === undefined){
const err132 = {instancePath:instancePath+"/secrets/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/secrets/additionalProperties/required",keyword:"required",params:{missingProperty: "urls"},message:"must have required property '"+"urls"+"'"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
for(const key16 in data64){
if(!((key16 === "env") || (key16 === "urls"))){
const err133 = {instancePath:instancePath+"/secrets/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/secrets/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
if(data64.env !== undefined){
let data65 = data64.env;
if(typeof data65 === "string"){
if(!pattern22.test(data65)){
const err134 = {instancePath:instancePath+"/secrets/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/env",schemaPath:"#/$defs/SecretEnv/pattern",keyword:"pattern",params:{pattern: "^(OAUTH_|REGISTRY_|AGENTCORE_)[A-Za-z0-9_-]{1,200}$|^(AUTH0_CLIENT_SECRET|OKTA_CLIENT_SECRET|ENTRA_CLIENT_SECRET|KEYCLOAK_CLIENT_SECRET)$"},message:"must match pattern \""+"^(OAUTH_|REGISTRY_|AGENTCORE_)[A-Za-z0-9_-]{1,200}$|^(AUTH0_CLIENT_SECRET|OKTA_CLIENT_SECRET|ENTRA_CLIENT_SECRET|KEYCLOAK_CLIENT_SECRET)$"+"\""};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
else {
const err135 = {instancePath:instancePath+"/secrets/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/env",schemaPath:"#/$defs/SecretEnv/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
if(data64.urls !== undefined){
let data66 = data64.urls;
if(Array.isArray(data66)){
if(data66.length < 1){
const err136 = {instancePath:instancePath+"/secrets/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/urls",schemaPath:"#/properties/secrets/additionalProperties/properties/urls/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
const len10 = data66.length;
for(let i16=0; i16<len10; i16++){
let data67 = data66[i16];
if(typeof data67 === "string"){
if(func3(data67) < 1){
const err137 = {instancePath:instancePath+"/secrets/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/urls/" + i16,schemaPath:"#/properties/secrets/additionalProperties/properties/urls/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
else {
const err138 = {instancePath:instancePath+"/secrets/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/urls/" + i16,schemaPath:"#/properties/secrets/additionalProperties/properties/urls/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
}
else {
const err139 = {instancePath:instancePath+"/secrets/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/urls",schemaPath:"#/properties/secrets/additionalProperties/properties/urls/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
}
else {
const err140 = {instancePath:instancePath+"/secrets/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/secrets/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
}
else {
const err141 = {instancePath:instancePath+"/secrets",schemaPath:"#/properties/secrets/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
if(data.limits !== undefined){
let data68 = data.limits;
if(data68 && typeof data68 == "object" && !Array.isArray(data68)){
for(const key17 in data68){
if(!((((((key17 === "deletes") || (key17 === "updates")) || (key17 === "disallows")) || (key17 === "disables")) || (key17 === "new")) || (key17 === "allow"))){
const err142 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
if(data68.deletes !== undefined){
let data69 = data68.deletes;
const _errs164 = errors;
let valid53 = false;
let passing2 = null;
const _errs165 = errors;
if(!(((typeof data69 == "number") && (!(data69 % 1) && !isNaN(data69))) && (isFinite(data69)))){
const err143 = {instancePath:instancePath+"/limits/deletes",schemaPath:"#/$defs/Share/oneOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
if((typeof data69 == "number") && (isFinite(data69))){
if(data69 < 0 || isNaN(data69)){
const err144 = {instancePath:instancePath+"/limits/deletes",schemaPath:"#/$defs/Share/oneOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
var _valid3 = _errs165 === errors;
if(_valid3){
valid53 = true;
passing2 = 0;
}
const _errs167 = errors;
if(typeof data69 === "string"){
if(!pattern36.test(data69)){
const err145 = {instancePath:instancePath+"/limits/deletes",schemaPath:"#/$defs/Share/oneOf/1/pattern",keyword:"pattern",params:{pattern: "^(100|[0-9]{1,2})%$"},message:"must match pattern \""+"^(100|[0-9]{1,2})%$"+"\""};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
else {
const err146 = {instancePath:instancePath+"/limits/deletes",schemaPath:"#/$defs/Share/oneOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
var _valid3 = _errs167 === errors;
if(_valid3 && valid53){
valid53 = false;
passing2 = [passing2, 1];
}
else {
if(_valid3){
valid53 = true;
passing2 = 1;
}
}
if(!valid53){
const err147 = {instancePath:instancePath+"/limits/deletes",schemaPath:"#/$defs/Share/oneOf",keyword:"oneOf",params:{passingSchemas: passing2},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
else {
errors = _errs164;
if(vErrors !== null){
if(_errs164){
vErrors.length = _errs164;
}
else {
vErrors = null;
}
}
}
}
if(data68.updates !== undefined){
let data70 = data68.updates;
const _errs171 = errors;
let valid55 = false;
let passing3 = null;
const _errs172 = errors;
if(!(((typeof data70 == "number") && (!(data70 % 1) && !isNaN(data70))) && (isFinite(data70)))){
const err148 = {instancePath:instancePath+"/limits/updates",schemaPath:"#/$defs/Share/oneOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
if((typeof data70 == "number") && (isFinite(data70))){
if(data70 < 0 || isNaN(data70)){
const err149 = {instancePath:instancePath+"/limits/updates",schemaPath:"#/$defs/Share/oneOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
var _valid4 = _errs172 === errors;
if(_valid4){
valid55 = true;
passing3 = 0;
}
const _errs174 = errors;
if(typeof data70 === "string"){
if(!pattern36.test(data70)){
const err150 = {instancePath:instancePath+"/limits/updates",schemaPath:"#/$defs/Share/oneOf/1/pattern",keyword:"pattern",params:{pattern: "^(100|[0-9]{1,2})%$"},message:"must match pattern \""+"^(100|[0-9]{1,2})%$"+"\""};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
else {
const err151 = {instancePath:instancePath+"/limits/updates",schemaPath:"#/$defs/Share/oneOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
var _valid4 = _errs174 === errors;
if(_valid4 && valid55){
valid55 = false;
passing3 = [passing3, 1];
}
else {
if(_valid4){
valid55 = true;
passing3 = 1;
}
}
if(!valid55){
const err152 = {instancePath:instancePath+"/limits/updates",schemaPath:"#/$defs/Share/oneOf",keyword:"oneOf",params:{passingSchemas: passing3},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
else {
errors = _errs171;
if(vErrors !== null){
if(_errs171){
vErrors.length = _errs171;
}
else {
vErrors = null;
}
}
}
}
if(data68.disallows !== undefined){
let data71 = data68.disallows;
const _errs178 = errors;
let valid57 = false;
let passing4 = null;
const _errs179 = errors;
if(!(((typeof data71 == "number") && (!(data71 % 1) && !isNaN(data71))) && (isFinite(data71)))){
const err153 = {instancePath:instancePath+"/limits/disallows",schemaPath:"#/$defs/Share/oneOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
if((typeof data71 == "number") && (isFinite(data71))){
if(data71 < 0 || isNaN(data71)){
const err154 = {instancePath:instancePath+"/limits/disallows",schemaPath:"#/$defs/Share/oneOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
var _valid5 = _errs179 === errors;
if(_valid5){
valid57 = true;
passing4 = 0;
}
const _errs181 = errors;
if(typeof data71 === "string"){
if(!pattern36.test(data71)){
const err155 = {instancePath:instancePath+"/limits/disallows",schemaPath:"#/$defs/Share/oneOf/1/pattern",keyword:"pattern",params:{pattern: "^(100|[0-9]{1,2})%$"},message:"must match pattern \""+"^(100|[0-9]{1,2})%$"+"\""};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
else {
const err156 = {instancePath:instancePath+"/limits/disallows",schemaPath:"#/$defs/Share/oneOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
var _valid5 = _errs181 === errors;
if(_valid5 && valid57){
valid57 = false;
passing4 = [passing4, 1];
}
else {
if(_valid5){
valid57 = true;
passing4 = 1;
}
}
if(!valid57){
const err157 = {instancePath:instancePath+"/limits/disallows",schemaPath:"#/$defs/Share/oneOf",keyword:"oneOf",params:{passingSchemas: passing4},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
else {
errors = _errs178;
if(vErrors !== null){
if(_errs178){
vErrors.length = _errs178;
}
else {
vErrors = null;
}
}
}
}
if(data68.disables !== undefined){
let data72 = data68.disables;
const _errs185 = errors;
let valid59 = false;
let passing5 = null;
const _errs186 = errors;
if(!(((typeof data72 == "number") && (!(data72 % 1) && !isNaN(data72))) && (isFinite(data72)))){
const err158 = {instancePath:instancePath+"/limits/disables",schemaPath:"#/$defs/Share/oneOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
if((typeof data72 == "number") && (isFinite(data72))){
if(data72 < 0 || isNaN(data72)){
const err159 = {instancePath:instancePath+"/limits/disables",schemaPath:"#/$defs/Share/oneOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
var _valid6 = _errs186 === errors;
if(_valid6){
valid59 = true;
passing5 = 0;
}
const _errs188 = errors;
if(typeof data72 === "string"){
if(!pattern36.test(data72)){
const err160 = {instancePath:instancePath+"/limits/disables",schemaPath:"#/$defs/Share/oneOf/1/pattern",keyword:"pattern",params:{pattern: "^(100|[0-9]{1,2})%$"},message:"must match pattern \""+"^(100|[0-9]{1,2})%$"+"\""};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
else {
const err161 = {instancePath:instancePath+"/limits/disables",schemaPath:"#/$defs/Share/oneOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
var _valid6 = _errs188 === errors;
if(_valid6 && valid59){
valid59 = false;
passing5 = [passing5, 1];
}
else {
if(_valid6){
valid59 = true;
passing5 = 1;
}
}
if(!valid59){
const err162 = {instancePath:instancePath+"/limits/disables",schemaPath:"#/$defs/Share/oneOf",keyword:"oneOf",params:{passingSchemas: passing5},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
else {
errors = _errs185;
if(vErrors !== null){
if(_errs185){
vErrors.length = _errs185;
}
else {
vErrors = null;
}
}
}
}
if(data68.new !== undefined){
let data73 = data68.new;
if(!(((typeof data73 == "number") && (!(data73 % 1) && !isNaN(data73))) && (isFinite(data73)))){
const err163 = {instancePath:instancePath+"/limits/new",schemaPath:"#/properties/limits/properties/new/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
if((typeof data73 == "number") && (isFinite(data73))){
if(data73 > 100000 || isNaN(data73)){
const err164 = {instancePath:instancePath+"/limits/new",schemaPath:"#/properties/limits/properties/new/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000"};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
if(data73 < 1 || isNaN(data73)){
const err165 = {instancePath:instancePath+"/limits/new",schemaPath:"#/properties/limits/properties/new/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
}
if(data68.allow !== undefined){
let data74 = data68.allow;
if(Array.isArray(data74)){
const len11 = data74.length;
for(let i17=0; i17<len11; i17++){
let data75 = data74[i17];
if(typeof data75 === "string"){
if(func3(data75) < 1){
const err166 = {instancePath:instancePath+"/limits/allow/" + i17,schemaPath:"#/properties/limits/properties/allow/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
else {
const err167 = {instancePath:instancePath+"/limits/allow/" + i17,schemaPath:"#/properties/limits/properties/allow/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
}
else {
const err168 = {instancePath:instancePath+"/limits/allow",schemaPath:"#/properties/limits/properties/allow/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
}
else {
const err169 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
if(data.rules !== undefined){
let data76 = data.rules;
if(data76 && typeof data76 == "object" && !Array.isArray(data76)){
if(Object.keys(data76).length > 500){
const err170 = {instancePath:instancePath+"/rules",schemaPath:"#/properties/rules/maxProperties",keyword:"maxProperties",params:{limit: 500},message:"must NOT have more than 500 properties"};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
for(const key18 in data76){
let data77 = data76[key18];
if(!((((data77 === "error") || (data77 === "warning")) || (data77 === "notice")) || (data77 === "off"))){
const err171 = {instancePath:instancePath+"/rules/" + key18.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/rules/additionalProperties/enum",keyword:"enum",params:{allowedValues: schema31.properties.rules.additionalProperties.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
}
else {
const err172 = {instancePath:instancePath+"/rules",schemaPath:"#/properties/rules/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
}
if(data.accepted !== undefined){
let data78 = data.accepted;
if(Array.isArray(data78)){
if(data78.length > 1000){
const err173 = {instancePath:instancePath+"/accepted",schemaPath:"#/properties/accepted/maxItems",keyword:"maxItems",params:{limit: 1000},message:"must NOT have more than 1000 items"};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
const len12 = data78.length;
for(let i18=0; i18<len12; i18++){
let data79 = data78[i18];
if(data79 && typeof data79 == "object" && !Array.isArray(data79)){
if(data79.rule === undefined){
const err174 = {instancePath:instancePath+"/accepted/" + i18,schemaPath:"#/properties/accepted/items/required",keyword:"required",params:{missingProperty: "rule"},message:"must have required property '"+"rule"+"'"};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
if(data79.path === undefined){
const err175 = {instancePath:instancePath+"/accepted/" + i18,schemaPath:"#/properties/accepted/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'"};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
if(data79.reason === undefined){
const err176 = {instancePath:instancePath+"/accepted/" + i18,schemaPath:"#/properties/accepted/items/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'"};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
for(const key19 in data79){
if(!((((key19 === "rule") || (key19 === "path")) || (key19 === "reason")) || (key19 === "until"))){
const err177 = {instancePath:instancePath+"/accepted/" + i18,schemaPath:"#/properties/accepted/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
if(data79.rule !== undefined){
let data80 = data79.rule;
if(typeof data80 === "string"){
if(func3(data80) < 1){
const err178 = {instancePath:instancePath+"/accepted/" + i18+"/rule",schemaPath:"#/properties/accepted/items/properties/rule/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
}
else {
const err179 = {instancePath:instancePath+"/accepted/" + i18+"/rule",schemaPath:"#/properties/accepted/items/properties/rule/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
if(data79.path !== undefined){
let data81 = data79.path;
if(typeof data81 === "string"){
if(func3(data81) > 500){
const err180 = {instancePath:instancePath+"/accepted/" + i18+"/path",schemaPath:"#/properties/accepted/items/properties/path/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters"};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
if(func3(data81) < 1){
const err181 = {instancePath:instancePath+"/accepted/" + i18+"/path",schemaPath:"#/properties/accepted/items/properties/path/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
else {
const err182 = {instancePath:instancePath+"/accepted/" + i18+"/path",schemaPath:"#/properties/accepted/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
if(data79.reason !== undefined){
let data82 = data79.reason;
if(typeof data82 === "string"){
if(func3(data82) > 500){
const err183 = {instancePath:instancePath+"/accepted/" + i18+"/reason",schemaPath:"#/properties/accepted/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 500},message:"must NOT have more than 500 characters"};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
if(func3(data82) < 1){
const err184 = {instancePath:instancePath+"/accepted/" + i18+"/reason",schemaPath:"#/properties/accepted/items/properties/reason/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
}
else {
const err185 = {instancePath:instancePath+"/accepted/" + i18+"/reason",schemaPath:"#/properties/accepted/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
}
if(data79.until !== undefined){
let data83 = data79.until;
if(typeof data83 === "string"){
if(!pattern40.test(data83)){
const err186 = {instancePath:instancePath+"/accepted/" + i18+"/until",schemaPath:"#/properties/accepted/items/properties/until/pattern",keyword:"pattern",params:{pattern: "^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"},message:"must match pattern \""+"^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"+"\""};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
else {
const err187 = {instancePath:instancePath+"/accepted/" + i18+"/until",schemaPath:"#/properties/accepted/items/properties/until/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
}
}
else {
const err188 = {instancePath:instancePath+"/accepted/" + i18,schemaPath:"#/properties/accepted/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
}
}
else {
const err189 = {instancePath:instancePath+"/accepted",schemaPath:"#/properties/accepted/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
if(data["ignore-drift"] !== undefined){
let data84 = data["ignore-drift"];
if(Array.isArray(data84)){
const len13 = data84.length;
for(let i19=0; i19<len13; i19++){
let data85 = data84[i19];
if(typeof data85 === "string"){
if(func3(data85) < 1){
const err190 = {instancePath:instancePath+"/ignore-drift/" + i19,schemaPath:"#/properties/ignore-drift/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
}
else {
const err191 = {instancePath:instancePath+"/ignore-drift/" + i19,schemaPath:"#/properties/ignore-drift/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
let i20 = data84.length;
let j6;
if(i20 > 1){
const indices6 = {};
for(;i20--;){
let item6 = data84[i20];
if(typeof item6 !== "string"){
continue;
}
if(typeof indices6[item6] == "number"){
j6 = indices6[item6];
const err192 = {instancePath:instancePath+"/ignore-drift",schemaPath:"#/properties/ignore-drift/uniqueItems",keyword:"uniqueItems",params:{i: i20, j: j6},message:"must NOT have duplicate items (items ## "+j6+" and "+i20+" are identical)"};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
break;
}
indices6[item6] = i20;
}
}
}
else {
const err193 = {instancePath:instancePath+"/ignore-drift",schemaPath:"#/properties/ignore-drift/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
}
if(data.groups !== undefined){
let data86 = data.groups;
if(Array.isArray(data86)){
if(data86.length > 10000){
const err194 = {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/maxItems",keyword:"maxItems",params:{limit: 10000},message:"must NOT have more than 10000 items"};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
const len14 = data86.length;
for(let i21=0; i21<len14; i21++){
let data87 = data86[i21];
if(typeof data87 === "string"){
if(!pattern27.test(data87)){
const err195 = {instancePath:instancePath+"/groups/" + i21,schemaPath:"#/properties/groups/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9._-]{1,128}$"+"\""};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
}
else {
const err196 = {instancePath:instancePath+"/groups/" + i21,schemaPath:"#/properties/groups/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
}
let i22 = data86.length;
let j7;
if(i22 > 1){
const indices7 = {};
for(;i22--;){
let item7 = data86[i22];
if(typeof item7 !== "string"){
continue;
}
if(typeof indices7[item7] == "number"){
j7 = indices7[item7];
const err197 = {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/uniqueItems",keyword:"uniqueItems",params:{i: i22, j: j7},message:"must NOT have duplicate items (items ## "+j7+" and "+i22+" are identical)"};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
break;
}
indices7[item7] = i22;
}
}
}
else {
const err198 = {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
}
if(data.owners !== undefined){
let data88 = data.owners;
if(data88 && typeof data88 == "object" && !Array.isArray(data88)){
for(const key20 in data88){
let data89 = data88[key20];
if(Array.isArray(data89)){
const len15 = data89.length;
for(let i23=0; i23<len15; i23++){
let data90 = data89[i23];
if(typeof data90 === "string"){
if(!pattern29.test(data90)){
const err199 = {instancePath:instancePath+"/owners/" + key20.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i23,schemaPath:"#/properties/owners/additionalProperties/items/pattern",keyword:"pattern",params:{pattern: "^@?[A-Za-z0-9][A-Za-z0-9/_.-]{0,100}$"},message:"must match pattern \""+"^@?[A-Za-z0-9][A-Za-z0-9/_.-]{0,100}$"+"\""};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
}
else {
const err200 = {instancePath:instancePath+"/owners/" + key20.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i23,schemaPath:"#/properties/owners/additionalProperties/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
}
}
else {
const err201 = {instancePath:instancePath+"/owners/" + key20.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/owners/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
}
}
else {
const err202 = {instancePath:instancePath+"/owners",schemaPath:"#/properties/owners/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
}
if(data.network !== undefined){
let data91 = data.network;
if(data91 && typeof data91 == "object" && !Array.isArray(data91)){
for(const key21 in data91){
if(!(key21 === "privateHosts")){
const err203 = {instancePath:instancePath+"/network",schemaPath:"#/properties/network/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
}
if(data91.privateHosts !== undefined){
let data92 = data91.privateHosts;
if(Array.isArray(data92)){
const len16 = data92.length;
for(let i24=0; i24<len16; i24++){
let data93 = data92[i24];
const _errs234 = errors;
let valid78 = false;
let passing6 = null;
const _errs235 = errors;
if(typeof data93 === "string"){
if(func3(data93) > 253){
const err204 = {instancePath:instancePath+"/network/privateHosts/" + i24,schemaPath:"#/properties/network/properties/privateHosts/items/oneOf/0/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
if(func3(data93) < 1){
const err205 = {instancePath:instancePath+"/network/privateHosts/" + i24,schemaPath:"#/properties/network/properties/privateHosts/items/oneOf/0/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
}
else {
const err206 = {instancePath:instancePath+"/network/privateHosts/" + i24,schemaPath:"#/properties/network/properties/privateHosts/items/oneOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
var _valid7 = _errs235 === errors;
if(_valid7){
valid78 = true;
passing6 = 0;
}
const _errs237 = errors;
if(data93 && typeof data93 == "object" && !Array.isArray(data93)){
if(data93.host === undefined){
const err207 = {instancePath:instancePath+"/network/privateHosts/" + i24,schemaPath:"#/properties/network/properties/privateHosts/items/oneOf/1/required",keyword:"required",params:{missingProperty: "host"},message:"must have required property '"+"host"+"'"};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
for(const key22 in data93){
if(!((key22 === "host") || (key22 === "http"))){
const err208 = {instancePath:instancePath+"/network/privateHosts/" + i24,schemaPath:"#/properties/network/properties/privateHosts/items/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
}
if(data93.host !== undefined){
let data94 = data93.host;
if(typeof data94 === "string"){
if(func3(data94) > 253){
const err209 = {instancePath:instancePath+"/network/privateHosts/" + i24+"/host",schemaPath:"#/properties/network/properties/privateHosts/items/oneOf/1/properties/host/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
if(func3(data94) < 1){
const err210 = {instancePath:instancePath+"/network/privateHosts/" + i24+"/host",schemaPath:"#/properties/network/properties/privateHosts/items/oneOf/1/properties/host/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
}
else {
const err211 = {instancePath:instancePath+"/network/privateHosts/" + i24+"/host",schemaPath:"#/properties/network/properties/privateHosts/items/oneOf/1/properties/host/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
}
if(data93.http !== undefined){
if(typeof data93.http !== "boolean"){
const err212 = {instancePath:instancePath+"/network/privateHosts/" + i24+"/http",schemaPath:"#/properties/network/properties/privateHosts/items/oneOf/1/properties/http/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
}
else {
const err213 = {instancePath:instancePath+"/network/privateHosts/" + i24,schemaPath:"#/properties/network/properties/privateHosts/items/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
var _valid7 = _errs237 === errors;
if(_valid7 && valid78){
valid78 = false;
passing6 = [passing6, 1];
}
else {
if(_valid7){
valid78 = true;
passing6 = 1;
}
}
if(!valid78){
const err214 = {instancePath:instancePath+"/network/privateHosts/" + i24,schemaPath:"#/properties/network/properties/privateHosts/items/oneOf",keyword:"oneOf",params:{passingSchemas: passing6},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
else {
errors = _errs234;
if(vErrors !== null){
if(_errs234){
vErrors.length = _errs234;
}
else {
vErrors = null;
}
}
}
}
let i25 = data92.length;
let j8;
if(i25 > 1){
outer0:
for(;i25--;){
for(j8 = i25; j8--;){
if(func0(data92[i25], data92[j8])){
const err215 = {instancePath:instancePath+"/network/privateHosts",schemaPath:"#/properties/network/properties/privateHosts/uniqueItems",keyword:"uniqueItems",params:{i: i25, j: j8},message:"must NOT have duplicate items (items ## "+j8+" and "+i25+" are identical)"};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err216 = {instancePath:instancePath+"/network/privateHosts",schemaPath:"#/properties/network/properties/privateHosts/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
}
}
else {
const err217 = {instancePath:instancePath+"/network",schemaPath:"#/properties/network/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
}
if(data.gateways !== undefined){
let data96 = data.gateways;
if(data96 && typeof data96 == "object" && !Array.isArray(data96)){
for(const key23 in data96){
if(!(func1.call(schema31.properties.gateways.properties, key23))){
const err218 = {instancePath:instancePath+"/gateways",schemaPath:"#/properties/gateways/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
}
if(data96.accounts !== undefined){
let data97 = data96.accounts;
if(Array.isArray(data97)){
const len17 = data97.length;
for(let i26=0; i26<len17; i26++){
let data98 = data97[i26];
if(typeof data98 === "string"){
if(!pattern5.test(data98)){
const err219 = {instancePath:instancePath+"/gateways/accounts/" + i26,schemaPath:"#/properties/gateways/properties/accounts/items/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$"},message:"must match pattern \""+"^[0-9]{12}$"+"\""};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
}
else {
const err220 = {instancePath:instancePath+"/gateways/accounts/" + i26,schemaPath:"#/properties/gateways/properties/accounts/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
}
let i27 = data97.length;
let j9;
if(i27 > 1){
const indices8 = {};
for(;i27--;){
let item8 = data97[i27];
if(typeof item8 !== "string"){
continue;
}
if(typeof indices8[item8] == "number"){
j9 = indices8[item8];
const err221 = {instancePath:instancePath+"/gateways/accounts",schemaPath:"#/properties/gateways/properties/accounts/uniqueItems",keyword:"uniqueItems",params:{i: i27, j: j9},message:"must NOT have duplicate items (items ## "+j9+" and "+i27+" are identical)"};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
break;
}
indices8[item8] = i27;
}
}
}
else {
const err222 = {instancePath:instancePath+"/gateways/accounts",schemaPath:"#/properties/gateways/properties/accounts/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
}
if(data96.roles !== undefined){
let data99 = data96.roles;
if(Array.isArray(data99)){
const len18 = data99.length;
for(let i28=0; i28<len18; i28++){
let data100 = data99[i28];
if(typeof data100 === "string"){
if(!pattern9.test(data100)){
const err223 = {instancePath:instancePath+"/gateways/roles/" + i28,schemaPath:"#/properties/gateways/properties/roles/items/pattern",keyword:"pattern",params:{pattern: "^arn:[a-z-]+:iam::[0-9]{12}:role/.{1,512}$"},message:"must match pattern \""+"^arn:[a-z-]+:iam::[0-9]{12}:role/.{1,512}$"+"\""};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
}
else {
const err224 = {instancePath:instancePath+"/gateways/roles/" + i28,schemaPath:"#/properties/gateways/properties/roles/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
}
let i29 = data99.length;
let j10;
if(i29 > 1){
const indices9 = {};
for(;i29--;){
let item9 = data99[i29];
if(typeof item9 !== "string"){
continue;
}
if(typeof indices9[item9] == "number"){
j10 = indices9[item9];
const err225 = {instancePath:instancePath+"/gateways/roles",schemaPath:"#/properties/gateways/properties/roles/uniqueItems",keyword:"uniqueItems",params:{i: i29, j: j10},message:"must NOT have duplicate items (items ## "+j10+" and "+i29+" are identical)"};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
break;
}
indices9[item9] = i29;
}
}
}
else {
const err226 = {instancePath:instancePath+"/gateways/roles",schemaPath:"#/properties/gateways/properties/roles/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
}
if(data96.secrets !== undefined){
let data101 = data96.secrets;
if(Array.isArray(data101)){
const len19 = data101.length;
for(let i30=0; i30<len19; i30++){
let data102 = data101[i30];
if(data102 && typeof data102 == "object" && !Array.isArray(data102)){
if(data102.arn === undefined){
const err227 = {instancePath:instancePath+"/gateways/secrets/" + i30,schemaPath:"#/$defs/GatewayCredential/required",keyword:"required",params:{missingProperty: "arn"},message:"must have required property '"+"arn"+"'"};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
for(const key24 in data102){
if(!((((key24 === "arn") || (key24 === "documents")) || (key24 === "issuers")) || (key24 === "origins"))){
const err228 = {instancePath:instancePath+"/gateways/secrets/" + i30,schemaPath:"#/$defs/GatewayCredential/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key24},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
}
if(data102.arn !== undefined){
let data103 = data102.arn;
if(typeof data103 === "string"){
if(!pattern45.test(data103)){
const err229 = {instancePath:instancePath+"/gateways/secrets/" + i30+"/arn",schemaPath:"#/$defs/GatewayCredential/properties/arn/pattern",keyword:"pattern",params:{pattern: "^arn:[a-z-]+:(secretsmanager|bedrock-agentcore):[a-z0-9-]+:[0-9]{12}:.{1,512}$"},message:"must match pattern \""+"^arn:[a-z-]+:(secretsmanager|bedrock-agentcore):[a-z0-9-]+:[0-9]{12}:.{1,512}$"+"\""};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
}
else {
const err230 = {instancePath:instancePath+"/gateways/secrets/" + i30+"/arn",schemaPath:"#/$defs/GatewayCredential/properties/arn/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
}
if(data102.documents !== undefined){
let data104 = data102.documents;
if(Array.isArray(data104)){
const len20 = data104.length;
for(let i31=0; i31<len20; i31++){
let data105 = data104[i31];
if(typeof data105 === "string"){
if(!pattern46.test(data105)){
const err231 = {instancePath:instancePath+"/gateways/secrets/" + i30+"/documents/" + i31,schemaPath:"#/$defs/GatewayCredential/properties/documents/items/pattern",keyword:"pattern",params:{pattern: "^(s3://[^\\s{}]{3,900}|connector:[A-Za-z0-9_.-]{1,100})$"},message:"must match pattern \""+"^(s3://[^\\s{}]{3,900}|connector:[A-Za-z0-9_.-]{1,100})$"+"\""};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
}
else {
const err232 = {instancePath:instancePath+"/gateways/secrets/" + i30+"/documents/" + i31,schemaPath:"#/$defs/GatewayCredential/properties/documents/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
}
let i32 = data104.length;
let j11;
if(i32 > 1){
const indices10 = {};
for(;i32--;){
let item10 = data104[i32];
if(typeof item10 !== "string"){
continue;
}
if(typeof indices10[item10] == "number"){
j11 = indices10[item10];
const err233 = {instancePath:instancePath+"/gateways/secrets/" + i30+"/documents",schemaPath:"#/$defs/GatewayCredential/properties/documents/uniqueItems",keyword:"uniqueItems",params:{i: i32, j: j11},message:"must NOT have duplicate items (items ## "+j11+" and "+i32+" are identical)"};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
break;
}
indices10[item10] = i32;
}
}
}
else {
const err234 = {instancePath:instancePath+"/gateways/secrets/" + i30+"/documents",schemaPath:"#/$defs/GatewayCredential/properties/documents/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
}
if(data102.issuers !== undefined){
let data106 = data102.issuers;
if(Array.isArray(data106)){
if(data106.length < 1){
const err235 = {instancePath:instancePath+"/gateways/secrets/" + i30+"/issuers",schemaPath:"#/$defs/GatewayCredential/properties/issuers/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
const len21 = data106.length;
for(let i33=0; i33<len21; i33++){
let data107 = data106[i33];
if(typeof data107 === "string"){
if(!pattern47.test(data107)){
const err236 = {instancePath:instancePath+"/gateways/secrets/" + i30+"/issuers/" + i33,schemaPath:"#/$defs/GatewayCredential/properties/issuers/items/pattern",keyword:"pattern",params:{pattern: "^https://[^\\s{}]{1,400}$"},message:"must match pattern \""+"^https://[^\\s{}]{1,400}$"+"\""};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
}
else {
const err237 = {instancePath:instancePath+"/gateways/secrets/" + i30+"/issuers/" + i33,schemaPath:"#/$defs/GatewayCredential/properties/issuers/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
}
let i34 = data106.length;
let j12;
if(i34 > 1){
const indices11 = {};
for(;i34--;){
let item11 = data106[i34];
if(typeof item11 !== "string"){
continue;
}
if(typeof indices11[item11] == "number"){
j12 = indices11[item11];
const err238 = {instancePath:instancePath+"/gateways/secrets/" + i30+"/issuers",schemaPath:"#/$defs/GatewayCredential/properties/issuers/uniqueItems",keyword:"uniqueItems",params:{i: i34, j: j12},message:"must NOT have duplicate items (items ## "+j12+" and "+i34+" are identical)"};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
break;
}
indices11[item11] = i34;
}
}
}
else {
const err239 = {instancePath:instancePath+"/gateways/secrets/" + i30+"/issuers",schemaPath:"#/$defs/GatewayCredential/properties/issuers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
}
if(data102.origins !== undefined){
let data108 = data102.origins;
if(Array.isArray(data108)){
if(data108.length < 1){
const err240 = {instancePath:instancePath+"/gateways/secrets/" + i30+"/origins",schemaPath:"#/$defs/GatewayCredential/properties/origins/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
const len22 = data108.length;
for(let i35=0; i35<len22; i35++){
let data109 = data108[i35];
if(typeof data109 === "string"){
if(!pattern48.test(data109)){
const err241 = {instancePath:instancePath+"/gateways/secrets/" + i30+"/origins/" + i35,schemaPath:"#/$defs/GatewayCredential/properties/origins/items/pattern",keyword:"pattern",params:{pattern: "^https://[A-Za-z0-9.*-]+(:[0-9]{1,5})?$"},message:"must match pattern \""+"^https://[A-Za-z0-9.*-]+(:[0-9]{1,5})?$"+"\""};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
}
else {
const err242 = {instancePath:instancePath+"/gateways/secrets/" + i30+"/origins/" + i35,schemaPath:"#/$defs/GatewayCredential/properties/origins/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
}
let i36 = data108.length;
let j13;
if(i36 > 1){
const indices12 = {};
for(;i36--;){
let item12 = data108[i36];
if(typeof item12 !== "string"){
continue;
}
if(typeof indices12[item12] == "number"){
j13 = indices12[item12];
const err243 = {instancePath:instancePath+"/gateways/secrets/" + i30+"/origins",schemaPath:"#/$defs/GatewayCredential/properties/origins/uniqueItems",keyword:"uniqueItems",params:{i: i36, j: j13},message:"must NOT have duplicate items (items ## "+j13+" and "+i36+" are identical)"};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
break;
}
indices12[item12] = i36;
}
}
}
else {
const err244 = {instancePath:instancePath+"/gateways/secrets/" + i30+"/origins",schemaPath:"#/$defs/GatewayCredential/properties/origins/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
}
}
else {
const err245 = {instancePath:instancePath+"/gateways/secrets/" + i30,schemaPath:"#/$defs/GatewayCredential/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
}
}
else {
const err246 = {instancePath:instancePath+"/gateways/secrets",schemaPath:"#/properties/gateways/properties/secrets/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
}
if(data96.providers !== undefined){
let data110 = data96.providers;
if(Array.isArray(data110)){
const len23 = data110.length;
for(let i37=0; i37<len23; i37++){
let data111 = data110[i37];
if(data111 && typeof data111 == "object" && !Array.isArray(data111)){
if(data111.arn === undefined){
const err247 = {instancePath:instancePath+"/gateways/providers/" + i37,schemaPath:"#/$defs/GatewayCredential/required",keyword:"required",params:{missingProperty: "arn"},message:"must have required property '"+"arn"+"'"};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
for(const key25 in data111){
if(!((((key25 === "arn") || (key25 === "documents")) || (key25 === "issuers")) || (key25 === "origins"))){
const err248 = {instancePath:instancePath+"/gateways/providers/" + i37,schemaPath:"#/$defs/GatewayCredential/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key25},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
}
if(data111.arn !== undefined){
let data112 = data111.arn;
if(typeof data112 === "string"){
if(!pattern45.test(data112)){
const err249 = {instancePath:instancePath+"/gateways/providers/" + i37+"/arn",schemaPath:"#/$defs/GatewayCredential/properties/arn/pattern",keyword:"pattern",params:{pattern: "^arn:[a-z-]+:(secretsmanager|bedrock-agentcore):[a-z0-9-]+:[0-9]{12}:.{1,512}$"},message:"must match pattern \""+"^arn:[a-z-]+:(secretsmanager|bedrock-agentcore):[a-z0-9-]+:[0-9]{12}:.{1,512}$"+"\""};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
}
else {
const err250 = {instancePath:instancePath+"/gateways/providers/" + i37+"/arn",schemaPath:"#/$defs/GatewayCredential/properties/arn/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
}
if(data111.documents !== undefined){
let data113 = data111.documents;
if(Array.isArray(data113)){
const len24 = data113.length;
for(let i38=0; i38<len24; i38++){
let data114 = data113[i38];
if(typeof data114 === "string"){
if(!pattern46.test(data114)){
const err251 = {instancePath:instancePath+"/gateways/providers/" + i37+"/documents/" + i38,schemaPath:"#/$defs/GatewayCredential/properties/documents/items/pattern",keyword:"pattern",params:{pattern: "^(s3://[^\\s{}]{3,900}|connector:[A-Za-z0-9_.-]{1,100})$"},message:"must match pattern \""+"^(s3://[^\\s{}]{3,900}|connector:[A-Za-z0-9_.-]{1,100})$"+"\""};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
}
else {
const err252 = {instancePath:instancePath+"/gateways/providers/" + i37+"/documents/" + i38,schemaPath:"#/$defs/GatewayCredential/properties/documents/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
}
let i39 = data113.length;
let j14;
if(i39 > 1){
const indices13 = {};
for(;i39--;){
let item13 = data113[i39];
if(typeof item13 !== "string"){
continue;
}
if(typeof indices13[item13] == "number"){
j14 = indices13[item13];
const err253 = {instancePath:instancePath+"/gateways/providers/" + i37+"/documents",schemaPath:"#/$defs/GatewayCredential/properties/documents/uniqueItems",keyword:"uniqueItems",params:{i: i39, j: j14},message:"must NOT have duplicate items (items ## "+j14+" and "+i39+" are identical)"};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
break;
}
indices13[item13] = i39;
}
}
}
else {
const err254 = {instancePath:instancePath+"/gateways/providers/" + i37+"/documents",schemaPath:"#/$defs/GatewayCredential/properties/documents/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
}
if(data111.issuers !== undefined){
let data115 = data111.issuers;
if(Array.isArray(data115)){
if(data115.length < 1){
const err255 = {instancePath:instancePath+"/gateways/providers/" + i37+"/issuers",schemaPath:"#/$defs/GatewayCredential/properties/issuers/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
const len25 = data115.length;
for(let i40=0; i40<len25; i40++){
let data116 = data115[i40];
if(typeof data116 === "string"){
if(!pattern47.test(data116)){
const err256 = {instancePath:instancePath+"/gateways/providers/" + i37+"/issuers/" + i40,schemaPath:"#/$defs/GatewayCredential/properties/issuers/items/pattern",keyword:"pattern",params:{pattern: "^https://[^\\s{}]{1,400}$"},message:"must match pattern \""+"^https://[^\\s{}]{1,400}$"+"\""};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
}
else {
const err257 = {instancePath:instancePath+"/gateways/providers/" + i37+"/issuers/" + i40,schemaPath:"#/$defs/GatewayCredential/properties/issuers/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
errors++;
}
}
let i41 = data115.length;
let j15;
if(i41 > 1){
const indices14 = {};
for(;i41--;){
let item14 = data115[i41];
if(typeof item14 !== "string"){
continue;
}
if(typeof indices14[item14] == "number"){
j15 = indices14[item14];
const err258 = {instancePath:instancePath+"/gateways/providers/" + i37+"/issuers",schemaPath:"#/$defs/GatewayCredential/properties/issuers/uniqueItems",keyword:"uniqueItems",params:{i: i41, j: j15},message:"must NOT have duplicate items (items ## "+j15+" and "+i41+" are identical)"};
if(vErrors === null){
vErrors = [err258];
}
else {
vErrors.push(err258);
}
errors++;
break;
}
indices14[item14] = i41;
}
}
}
else {
const err259 = {instancePath:instancePath+"/gateways/providers/" + i37+"/issuers",schemaPath:"#/$defs/GatewayCredential/properties/issuers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err259];
}
else {
vErrors.push(err259);
}
errors++;
}
}
if(data111.origins !== undefined){
let data117 = data111.origins;
if(Array.isArray(data117)){
if(data117.length < 1){
const err260 = {instancePath:instancePath+"/gateways/providers/" + i37+"/origins",schemaPath:"#/$defs/GatewayCredential/properties/origins/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err260];
}
else {
vErrors.push(err260);
}
errors++;
}
const len26 = data117.length;
for(let i42=0; i42<len26; i42++){
let data118 = data117[i42];
if(typeof data118 === "string"){
if(!pattern48.test(data118)){
const err261 = {instancePath:instancePath+"/gateways/providers/" + i37+"/origins/" + i42,schemaPath:"#/$defs/GatewayCredential/properties/origins/items/pattern",keyword:"pattern",params:{pattern: "^https://[A-Za-z0-9.*-]+(:[0-9]{1,5})?$"},message:"must match pattern \""+"^https://[A-Za-z0-9.*-]+(:[0-9]{1,5})?$"+"\""};
if(vErrors === null){
vErrors = [err261];
}
else {
vErrors.push(err261);
}
errors++;
}
}
else {
const err262 = {instancePath:instancePath+"/gateways/providers/" + i37+"/origins/" + i42,schemaPath:"#/$defs/GatewayCredential/properties/origins/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err262];
}
else {
vErrors.push(err262);
}
errors++;
}
}
let i43 = data117.length;
let j16;
if(i43 > 1){
const indices15 = {};
for(;i43--;){
let item15 = data117[i43];
if(typeof item15 !== "string"){
continue;
}
if(typeof indices15[item15] == "number"){
j16 = indices15[item15];
const err263 = {instancePath:instancePath+"/gateways/providers/" + i37+"/origins",schemaPath:"#/$defs/GatewayCredential/properties/origins/uniqueItems",keyword:"uniqueItems",params:{i: i43, j: j16},message:"must NOT have duplicate items (items ## "+j16+" and "+i43+" are identical)"};
if(vErrors === null){
vErrors = [err263];
}
else {
vErrors.push(err263);
}
errors++;
break;
}
indices15[item15] = i43;
}
}
}
else {
const err264 = {instancePath:instancePath+"/gateways/providers/" + i37+"/origins",schemaPath:"#/$defs/GatewayCredential/properties/origins/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err264];
}
else {
vErrors.push(err264);
}
errors++;
}
}
}
else {
const err265 = {instancePath:instancePath+"/gateways/providers/" + i37,schemaPath:"#/$defs/GatewayCredential/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err265];
}
else {
vErrors.push(err265);
}
errors++;
}
}
}
else {
const err266 = {instancePath:instancePath+"/gateways/providers",schemaPath:"#/properties/gateways/properties/providers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err266];
}
else {
vErrors.push(err266);
}
errors++;
}
}
if(data96.origins !== undefined){
let data119 = data96.origins;
if(Array.isArray(data119)){
const len27 = data119.length;
for(let i44=0; i44<len27; i44++){
let data120 = data119[i44];
if(typeof data120 === "string"){
if(!pattern48.test(data120)){
const err267 = {instancePath:instancePath+"/gateways/origins/" + i44,schemaPath:"#/properties/gateways/properties/origins/items/pattern",keyword:"pattern",params:{pattern: "^https://[A-Za-z0-9.*-]+(:[0-9]{1,5})?$"},message:"must match pattern \""+"^https://[A-Za-z0-9.*-]+(:[0-9]{1,5})?$"+"\""};
if(vErrors === null){
vErrors = [err267];
}
else {
vErrors.push(err267);
}
errors++;
}
}
else {
const err268 = {instancePath:instancePath+"/gateways/origins/" + i44,schemaPath:"#/properties/gateways/properties/origins/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err268];
}
else {
vErrors.push(err268);
}
errors++;
}
}
let i45 = data119.length;
let j17;
if(i45 > 1){
const indices16 = {};
for(;i45--;){
let item16 = data119[i45];
if(typeof item16 !== "string"){
continue;
}
if(typeof indices16[item16] == "number"){
j17 = indices16[item16];
const err269 = {instancePath:instancePath+"/gateways/origins",schemaPath:"#/properties/gateways/properties/origins/uniqueItems",keyword:"uniqueItems",params:{i: i45, j: j17},message:"must NOT have duplicate items (items ## "+j17+" and "+i45+" are identical)"};
if(vErrors === null){
vErrors = [err269];
}
else {
vErrors.push(err269);
}
errors++;
break;
}
indices16[item16] = i45;
}
}
}
else {
const err270 = {instancePath:instancePath+"/gateways/origins",schemaPath:"#/properties/gateways/properties/origins/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err270];
}
else {
vErrors.push(err270);
}
errors++;
}
}
if(data96.interceptors !== undefined){
let data121 = data96.interceptors;
if(Array.isArray(data121)){
const len28 = data121.length;
for(let i46=0; i46<len28; i46++){
let data122 = data121[i46];
if(typeof data122 === "string"){
if(!pattern54.test(data122)){
const err271 = {instancePath:instancePath+"/gateways/interceptors/" + i46,schemaPath:"#/properties/gateways/properties/interceptors/items/pattern",keyword:"pattern",params:{pattern: "^arn:[a-z-]+:lambda:[a-z0-9-]+:[0-9]{12}:function:.{1,256}$"},message:"must match pattern \""+"^arn:[a-z-]+:lambda:[a-z0-9-]+:[0-9]{12}:function:.{1,256}$"+"\""};
if(vErrors === null){
vErrors = [err271];
}
else {
vErrors.push(err271);
}
errors++;
}
}
else {
const err272 = {instancePath:instancePath+"/gateways/interceptors/" + i46,schemaPath:"#/properties/gateways/properties/interceptors/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err272];
}
else {
vErrors.push(err272);
}
errors++;
}
}
let i47 = data121.length;
let j18;
if(i47 > 1){
const indices17 = {};
for(;i47--;){
let item17 = data121[i47];
if(typeof item17 !== "string"){
continue;
}
if(typeof indices17[item17] == "number"){
j18 = indices17[item17];
const err273 = {instancePath:instancePath+"/gateways/interceptors",schemaPath:"#/properties/gateways/properties/interceptors/uniqueItems",keyword:"uniqueItems",params:{i: i47, j: j18},message:"must NOT have duplicate items (items ## "+j18+" and "+i47+" are identical)"};
if(vErrors === null){
vErrors = [err273];
}
else {
vErrors.push(err273);
}
errors++;
break;
}
indices17[item17] = i47;
}
}
}
else {
const err274 = {instancePath:instancePath+"/gateways/interceptors",schemaPath:"#/properties/gateways/properties/interceptors/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err274];
}
else {
vErrors.push(err274);
}
errors++;
}
}
if(data96.issuers !== undefined){
let data123 = data96.issuers;
if(Array.isArray(data123)){
const len29 = data123.length;
for(let i48=0; i48<len29; i48++){
let data124 = data123[i48];
if(typeof data124 === "string"){
if(!pattern55.test(data124)){
const err275 = {instancePath:instancePath+"/gateways/issuers/" + i48,schemaPath:"#/properties/gateways/properties/issuers/items/pattern",keyword:"pattern",params:{pattern: "^https://[^\\s?#]{1,400}/\\.well-known/(openid-configuration|oauth-authorization-server)(/[^\\s?#]{1,400})?$"},message:"must match pattern \""+"^https://[^\\s?#]{1,400}/\\.well-known/(openid-configuration|oauth-authorization-server)(/[^\\s?#]{1,400})?$"+"\""};
if(vErrors === null){
vErrors = [err275];
}
else {
vErrors.push(err275);
}
errors++;
}
}
else {
const err276 = {instancePath:instancePath+"/gateways/issuers/" + i48,schemaPath:"#/properties/gateways/properties/issuers/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err276];
}
else {
vErrors.push(err276);
}
errors++;
}
}
let i49 = data123.length;
let j19;
if(i49 > 1){
const indices18 = {};
for(;i49--;){
let item18 = data123[i49];
if(typeof item18 !== "string"){
continue;
}
if(typeof indices18[item18] == "number"){
j19 = indices18[item18];
const err277 = {instancePath:instancePath+"/gateways/issuers",schemaPath:"#/properties/gateways/properties/issuers/uniqueItems",keyword:"uniqueItems",params:{i: i49, j: j19},message:"must NOT have duplicate items (items ## "+j19+" and "+i49+" are identical)"};
if(vErrors === null){
vErrors = [err277];
}
else {
vErrors.push(err277);
}
errors++;
break;
}
indices18[item18] = i49;
}
}
}
else {
const err278 = {instancePath:instancePath+"/gateways/issuers",schemaPath:"#/properties/gateways/properties/issuers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err278];
}
else {
vErrors.push(err278);
}
errors++;
}
}
if(data96.policyEngines !== undefined){
let data125 = data96.policyEngines;
if(Array.isArray(data125)){
const len30 = data125.length;
for(let i50=0; i50<len30; i50++){
let data126 = data125[i50];
if(typeof data126 === "string"){
if(!pattern56.test(data126)){
const err279 = {instancePath:instancePath+"/gateways/policyEngines/" + i50,schemaPath:"#/properties/gateways/properties/policyEngines/items/pattern",keyword:"pattern",params:{pattern: "^arn:[a-z-]+:bedrock-agentcore:[a-z0-9-]+:[0-9]{12}:.{1,512}$"},message:"must match pattern \""+"^arn:[a-z-]+:bedrock-agentcore:[a-z0-9-]+:[0-9]{12}:.{1,512}$"+"\""};
if(vErrors === null){
vErrors = [err279];
}
else {
vErrors.push(err279);
}
errors++;
}
}
else {
const err280 = {instancePath:instancePath+"/gateways/policyEngines/" + i50,schemaPath:"#/properties/gateways/properties/policyEngines/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err280];
}
else {
vErrors.push(err280);
}
errors++;
}
}
let i51 = data125.length;
let j20;
if(i51 > 1){
const indices19 = {};
for(;i51--;){
let item19 = data125[i51];
if(typeof item19 !== "string"){
continue;
}
if(typeof indices19[item19] == "number"){
j20 = indices19[item19];
const err281 = {instancePath:instancePath+"/gateways/policyEngines",schemaPath:"#/properties/gateways/properties/policyEngines/uniqueItems",keyword:"uniqueItems",params:{i: i51, j: j20},message:"must NOT have duplicate items (items ## "+j20+" and "+i51+" are identical)"};
if(vErrors === null){
vErrors = [err281];
}
else {
vErrors.push(err281);
}
errors++;
break;
}
indices19[item19] = i51;
}
}
}
else {
const err282 = {instancePath:instancePath+"/gateways/policyEngines",schemaPath:"#/properties/gateways/properties/policyEngines/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err282];
}
else {
vErrors.push(err282);
}
errors++;
}
}
if(data96.webAcls !== undefined){
let data127 = data96.webAcls;
if(Array.isArray(data127)){
const len31 = data127.length;
for(let i52=0; i52<len31; i52++){
let data128 = data127[i52];
if(typeof data128 === "string"){
if(!pattern57.test(data128)){
const err283 = {instancePath:instancePath+"/gateways/webAcls/" + i52,schemaPath:"#/properties/gateways/properties/webAcls/items/pattern",keyword:"pattern",params:{pattern: "^arn:[a-z-]+:wafv2:[a-z0-9-]+:[0-9]{12}:regional/webacl/.{1,512}$"},message:"must match pattern \""+"^arn:[a-z-]+:wafv2:[a-z0-9-]+:[0-9]{12}:regional/webacl/.{1,512}$"+"\""};
if(vErrors === null){
vErrors = [err283];
}
else {
vErrors.push(err283);
}
errors++;
}
}
else {
const err284 = {instancePath:instancePath+"/gateways/webAcls/" + i52,schemaPath:"#/properties/gateways/properties/webAcls/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err284];
}
else {
vErrors.push(err284);
}
errors++;
}
}
let i53 = data127.length;
let j21;
if(i53 > 1){
const indices20 = {};
for(;i53--;){
let item20 = data127[i53];
if(typeof item20 !== "string"){
continue;
}
if(typeof indices20[item20] == "number"){
j21 = indices20[item20];
const err285 = {instancePath:instancePath+"/gateways/webAcls",schemaPath:"#/properties/gateways/properties/webAcls/uniqueItems",keyword:"uniqueItems",params:{i: i53, j: j21},message:"must NOT have duplicate items (items ## "+j21+" and "+i53+" are identical)"};
if(vErrors === null){
vErrors = [err285];
}
else {
vErrors.push(err285);
}
errors++;
break;
}
indices20[item20] = i53;
}
}
}
else {
const err286 = {instancePath:instancePath+"/gateways/webAcls",schemaPath:"#/properties/gateways/properties/webAcls/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err286];
}
else {
vErrors.push(err286);
}
errors++;
}
}
if(data96.kmsKeys !== undefined){
let data129 = data96.kmsKeys;
if(Array.isArray(data129)){
const len32 = data129.length;
for(let i54=0; i54<len32; i54++){
let data130 = data129[i54];
if(typeof data130 === "string"){
if(!pattern58.test(data130)){
const err287 = {instancePath:instancePath+"/gateways/kmsKeys/" + i54,schemaPath:"#/properties/gateways/properties/kmsKeys/items/pattern",keyword:"pattern",params:{pattern: "^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:.{1,512}$"},message:"must match pattern \""+"^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:.{1,512}$"+"\""};
if(vErrors === null){
vErrors = [err287];
}
else {
vErrors.push(err287);
}
errors++;
}
}
else {
const err288 = {instancePath:instancePath+"/gateways/kmsKeys/" + i54,schemaPath:"#/properties/gateways/properties/kmsKeys/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err288];
}
else {
vErrors.push(err288);
}
errors++;
}
}
let i55 = data129.length;
let j22;
if(i55 > 1){
const indices21 = {};
for(;i55--;){
let item21 = data129[i55];
if(typeof item21 !== "string"){
continue;
}
if(typeof indices21[item21] == "number"){
j22 = indices21[item21];
const err289 = {instancePath:instancePath+"/gateways/kmsKeys",schemaPath:"#/properties/gateways/properties/kmsKeys/uniqueItems",keyword:"uniqueItems",params:{i: i55, j: j22},message:"must NOT have duplicate items (items ## "+j22+" and "+i55+" are identical)"};
if(vErrors === null){
vErrors = [err289];
}
else {
vErrors.push(err289);
}
errors++;
break;
}
indices21[item21] = i55;
}
}
}
else {
const err290 = {instancePath:instancePath+"/gateways/kmsKeys",schemaPath:"#/properties/gateways/properties/kmsKeys/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err290];
}
else {
vErrors.push(err290);
}
errors++;
}
}
if(data96.returnUrls !== undefined){
let data131 = data96.returnUrls;
if(Array.isArray(data131)){
const len33 = data131.length;
for(let i56=0; i56<len33; i56++){
let data132 = data131[i56];
if(typeof data132 === "string"){
if(!pattern59.test(data132)){
const err291 = {instancePath:instancePath+"/gateways/returnUrls/" + i56,schemaPath:"#/properties/gateways/properties/returnUrls/items/pattern",keyword:"pattern",params:{pattern: "^https://[^\\s{}]{1,900}$"},message:"must match pattern \""+"^https://[^\\s{}]{1,900}$"+"\""};
if(vErrors === null){
vErrors = [err291];
}
else {
vErrors.push(err291);
}
errors++;
}
}
else {
const err292 = {instancePath:instancePath+"/gateways/returnUrls/" + i56,schemaPath:"#/properties/gateways/properties/returnUrls/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err292];
}
else {
vErrors.push(err292);
}
errors++;
}
}
let i57 = data131.length;
let j23;
if(i57 > 1){
const indices22 = {};
for(;i57--;){
let item22 = data131[i57];
if(typeof item22 !== "string"){
continue;
}
if(typeof indices22[item22] == "number"){
j23 = indices22[item22];
const err293 = {instancePath:instancePath+"/gateways/returnUrls",schemaPath:"#/properties/gateways/properties/returnUrls/uniqueItems",keyword:"uniqueItems",params:{i: i57, j: j23},message:"must NOT have duplicate items (items ## "+j23+" and "+i57+" are identical)"};
if(vErrors === null){
vErrors = [err293];
}
else {
vErrors.push(err293);
}
errors++;
break;
}
indices22[item22] = i57;
}
}
}
else {
const err294 = {instancePath:instancePath+"/gateways/returnUrls",schemaPath:"#/properties/gateways/properties/returnUrls/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err294];
}
else {
vErrors.push(err294);
}
errors++;
}
}
if(data96.targetAccounts !== undefined){
let data133 = data96.targetAccounts;
if(Array.isArray(data133)){
const len34 = data133.length;
for(let i58=0; i58<len34; i58++){
let data134 = data133[i58];
if(typeof data134 === "string"){
if(!pattern5.test(data134)){
const err295 = {instancePath:instancePath+"/gateways/targetAccounts/" + i58,schemaPath:"#/properties/gateways/properties/targetAccounts/items/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$"},message:"must match pattern \""+"^[0-9]{12}$"+"\""};
if(vErrors === null){
vErrors = [err295];
}
else {
vErrors.push(err295);
}
errors++;
}
}
else {
const err296 = {instancePath:instancePath+"/gateways/targetAccounts/" + i58,schemaPath:"#/properties/gateways/properties/targetAccounts/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err296];
}
else {
vErrors.push(err296);
}
errors++;
}
}
let i59 = data133.length;
let j24;
if(i59 > 1){
const indices23 = {};
for(;i59--;){
let item23 = data133[i59];
if(typeof item23 !== "string"){
continue;
}
if(typeof indices23[item23] == "number"){
j24 = indices23[item23];
const err297 = {instancePath:instancePath+"/gateways/targetAccounts",schemaPath:"#/properties/gateways/properties/targetAccounts/uniqueItems",keyword:"uniqueItems",params:{i: i59, j: j24},message:"must NOT have duplicate items (items ## "+j24+" and "+i59+" are identical)"};
if(vErrors === null){
vErrors = [err297];
}
else {
vErrors.push(err297);
}
errors++;
break;
}
indices23[item23] = i59;
}
}
}
else {
const err298 = {instancePath:instancePath+"/gateways/targetAccounts",schemaPath:"#/properties/gateways/properties/targetAccounts/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err298];
}
else {
vErrors.push(err298);
}
errors++;
}
}
if(data96.extra !== undefined){
let data135 = data96.extra;
if(Array.isArray(data135)){
const len35 = data135.length;
for(let i60=0; i60<len35; i60++){
let data136 = data135[i60];
if(typeof data136 === "string"){
if(func3(data136) > 2048){
const err299 = {instancePath:instancePath+"/gateways/extra/" + i60,schemaPath:"#/properties/gateways/properties/extra/items/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err299];
}
else {
vErrors.push(err299);
}
errors++;
}
if(func3(data136) < 1){
const err300 = {instancePath:instancePath+"/gateways/extra/" + i60,schemaPath:"#/properties/gateways/properties/extra/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err300];
}
else {
vErrors.push(err300);
}
errors++;
}
}
else {
const err301 = {instancePath:instancePath+"/gateways/extra/" + i60,schemaPath:"#/properties/gateways/properties/extra/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err301];
}
else {
vErrors.push(err301);
}
errors++;
}
}
let i61 = data135.length;
let j25;
if(i61 > 1){
const indices24 = {};
for(;i61--;){
let item24 = data135[i61];
if(typeof item24 !== "string"){
continue;
}
if(typeof indices24[item24] == "number"){
j25 = indices24[item24];
const err302 = {instancePath:instancePath+"/gateways/extra",schemaPath:"#/properties/gateways/properties/extra/uniqueItems",keyword:"uniqueItems",params:{i: i61, j: j25},message:"must NOT have duplicate items (items ## "+j25+" and "+i61+" are identical)"};
if(vErrors === null){
vErrors = [err302];
}
else {
vErrors.push(err302);
}
errors++;
break;
}
indices24[item24] = i61;
}
}
}
else {
const err303 = {instancePath:instancePath+"/gateways/extra",schemaPath:"#/properties/gateways/properties/extra/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err303];
}
else {
vErrors.push(err303);
}
errors++;
}
}
if(data96.permissionsBoundary !== undefined){
let data137 = data96.permissionsBoundary;
if(typeof data137 === "string"){
if(!pattern11.test(data137)){
const err304 = {instancePath:instancePath+"/gateways/permissionsBoundary",schemaPath:"#/properties/gateways/properties/permissionsBoundary/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+=,.@_/-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9+=,.@_/-]{1,128}$"+"\""};
if(vErrors === null){
vErrors = [err304];
}
else {
vErrors.push(err304);
}
errors++;
}
}
else {
const err305 = {instancePath:instancePath+"/gateways/permissionsBoundary",schemaPath:"#/properties/gateways/properties/permissionsBoundary/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err305];
}
else {
vErrors.push(err305);
}
errors++;
}
}
if(data96.reloadRole !== undefined){
let data138 = data96.reloadRole;
if(typeof data138 === "string"){
if(!pattern11.test(data138)){
const err306 = {instancePath:instancePath+"/gateways/reloadRole",schemaPath:"#/properties/gateways/properties/reloadRole/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+=,.@_/-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9+=,.@_/-]{1,128}$"+"\""};
if(vErrors === null){
vErrors = [err306];
}
else {
vErrors.push(err306);
}
errors++;
}
}
else {
const err307 = {instancePath:instancePath+"/gateways/reloadRole",schemaPath:"#/properties/gateways/properties/reloadRole/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err307];
}
else {
vErrors.push(err307);
}
errors++;
}
}
if(data96.deploy !== undefined){
let data139 = data96.deploy;
if(data139 && typeof data139 == "object" && !Array.isArray(data139)){
for(const key26 in data139){
if(!(((((key26 === "role") || (key26 === "serviceRole")) || (key26 === "hubRole")) || (key26 === "bucket")) || (key26 === "bucketOwner"))){
const err308 = {instancePath:instancePath+"/gateways/deploy",schemaPath:"#/properties/gateways/properties/deploy/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key26},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err308];
}
else {
vErrors.push(err308);
}
errors++;
}
}
if(data139.role !== undefined){
let data140 = data139.role;
if(typeof data140 === "string"){
if(!pattern11.test(data140)){
const err309 = {instancePath:instancePath+"/gateways/deploy/role",schemaPath:"#/properties/gateways/properties/deploy/properties/role/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+=,.@_/-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9+=,.@_/-]{1,128}$"+"\""};
if(vErrors === null){
vErrors = [err309];
}
else {
vErrors.push(err309);
}
errors++;
}
}
else {
const err310 = {instancePath:instancePath+"/gateways/deploy/role",schemaPath:"#/properties/gateways/properties/deploy/properties/role/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err310];
}
else {
vErrors.push(err310);
}
errors++;
}
}
if(data139.serviceRole !== undefined){
let data141 = data139.serviceRole;
if(typeof data141 === "string"){
if(!pattern11.test(data141)){
const err311 = {instancePath:instancePath+"/gateways/deploy/serviceRole",schemaPath:"#/properties/gateways/properties/deploy/properties/serviceRole/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+=,.@_/-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9+=,.@_/-]{1,128}$"+"\""};
if(vErrors === null){
vErrors = [err311];
}
else {
vErrors.push(err311);
}
errors++;
}
}
else {
const err312 = {instancePath:instancePath+"/gateways/deploy/serviceRole",schemaPath:"#/properties/gateways/properties/deploy/properties/serviceRole/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err312];
}
else {
vErrors.push(err312);
}
errors++;
}
}
if(data139.hubRole !== undefined){
let data142 = data139.hubRole;
if(typeof data142 === "string"){
if(!pattern9.test(data142)){
const err313 = {instancePath:instancePath+"/gateways/deploy/hubRole",schemaPath:"#/properties/gateways/properties/deploy/properties/hubRole/pattern",keyword:"pattern",params:{pattern: "^arn:[a-z-]+:iam::[0-9]{12}:role/.{1,512}$"},message:"must match pattern \""+"^arn:[a-z-]+:iam::[0-9]{12}:role/.{1,512}$"+"\""};
if(vErrors === null){
vErrors = [err313];
}
else {
vErrors.push(err313);
}
errors++;
}
}
else {
const err314 = {instancePath:instancePath+"/gateways/deploy/hubRole",schemaPath:"#/properties/gateways/properties/deploy/properties/hubRole/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err314];
}
else {
vErrors.push(err314);
}
errors++;
}
}
if(data139.bucket !== undefined){
let data143 = data139.bucket;
if(typeof data143 === "string"){
if(!pattern66.test(data143)){
const err315 = {instancePath:instancePath+"/gateways/deploy/bucket",schemaPath:"#/properties/gateways/properties/deploy/properties/bucket/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9.-]|\\{account\\}|\\{region\\}){3,63}$"},message:"must match pattern \""+"^([a-z0-9.-]|\\{account\\}|\\{region\\}){3,63}$"+"\""};
if(vErrors === null){
vErrors = [err315];
}
else {
vErrors.push(err315);
}
errors++;
}
}
else {
const err316 = {instancePath:instancePath+"/gateways/deploy/bucket",schemaPath:"#/properties/gateways/properties/deploy/properties/bucket/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err316];
}
else {
vErrors.push(err316);
}
errors++;
}
}
if(data139.bucketOwner !== undefined){
let data144 = data139.bucketOwner;
if(typeof data144 === "string"){
if(!pattern5.test(data144)){
const err317 = {instancePath:instancePath+"/gateways/deploy/bucketOwner",schemaPath:"#/properties/gateways/properties/deploy/properties/bucketOwner/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$"},message:"must match pattern \""+"^[0-9]{12}$"+"\""};
if(vErrors === null){
vErrors = [err317];
}
else {
vErrors.push(err317);
}
errors++;
}
}
else {
const err318 = {instancePath:instancePath+"/gateways/deploy/bucketOwner",schemaPath:"#/properties/gateways/properties/deploy/properties/bucketOwner/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err318];
}
else {
vErrors.push(err318);
}
errors++;
}
}
}
else {
const err319 = {instancePath:instancePath+"/gateways/deploy",schemaPath:"#/properties/gateways/properties/deploy/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err319];
}
else {
vErrors.push(err319);
}
errors++;
}
}
}
else {
const err320 = {instancePath:instancePath+"/gateways",schemaPath:"#/properties/gateways/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err320];
}
else {
vErrors.push(err320);
}
errors++;
}
}
}
else {
const err321 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err321];
}
else {
vErrors.push(err321);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

