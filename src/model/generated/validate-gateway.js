// Generated from schemas/gateway.schema.json by "npm run generate". Do not edit.
"use strict";
export const validate = validate20;
export default validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://agentcore-sync.dev/schemas/gateway.schema.json","title":"GatewayDefinition","description":"gateways/<account>/<region>/<name>.yaml: a gateway with its targets, as it should be. Account, Region and name are those of the file's place.","type":"object","additionalProperties":false,"required":["kind","form","role","authorizer"],"properties":{"kind":{"type":"string","const":"gateway-definition"},"form":{"type":"integer","const":1},"description":{"type":"string","minLength":1,"maxLength":200},"role":{"$ref":"#/$defs/Role"},"protocol":{"title":"ProtocolDefinition","description":"MCP. Absent: a gateway for HTTP targets alone.","type":"object","additionalProperties":false,"properties":{"versions":{"description":"Versions of MCP that are spoken. Absent: AWS's own.","type":"array","items":{"type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},"minItems":1,"uniqueItems":true},"search":{"description":"semantic: the gateway offers a tool that finds tools.","type":"string","enum":["semantic"]},"instructions":{"description":"What a model is told of the gateway.","type":"string","minLength":1,"maxLength":2048},"sessionSeconds":{"description":"Life of a session.","type":"integer","minimum":900,"maximum":28800},"streaming":{"description":"Answers are streamed.","type":"boolean"}}},"authorizer":{"$ref":"#/$defs/Authorizer"},"policies":{"$ref":"#/$defs/Policies"},"interceptors":{"type":"array","items":{"title":"InterceptorDefinition","type":"object","additionalProperties":false,"required":["lambda","points"],"properties":{"lambda":{"description":"Listed in the configuration's gateways.interceptors.","type":"string","pattern":"^arn:aws(-[a-z]+)*:lambda:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"},"points":{"type":"array","items":{"type":"string","enum":["REQUEST","RESPONSE"]},"minItems":1,"maxItems":2,"uniqueItems":true},"passRequestHeaders":{"description":"It sees callers' headers, tokens among them.","type":"boolean"}}},"minItems":1,"maxItems":2},"webAcl":{"title":"WebAclDefinition","type":"object","additionalProperties":false,"required":["arn"],"properties":{"arn":{"description":"Listed in the configuration's gateways.webAcls.","type":"string","pattern":"^arn:aws(-[a-z]+)*:wafv2:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"},"failOpen":{"description":"Requests go through while the firewall doesn't answer.","type":"boolean"}}},"kmsKey":{"type":"string","pattern":"^arn:aws(-[a-z]+)*:kms:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"},"debugErrors":{"description":"Callers are shown the cause of an error.","type":"boolean"},"providers":{"description":"Credential providers that are made with this gateway, by name. A secret is an ARN, never a value.","type":"object","maxProperties":50,"propertyNames":{"pattern":"^[a-zA-Z0-9_-]{1,50}$"},"additionalProperties":{"$ref":"#/$defs/Provider"}},"targets":{"type":"array","items":{"$ref":"#/$defs/Target"},"maxItems":100},"tags":{"type":"object","maxProperties":40,"propertyNames":{"pattern":"^[A-Za-z0-9 ._:/=+@-]{1,128}$"},"additionalProperties":{"type":"string","maxLength":256,"pattern":"^[A-Za-z0-9 ._:/=+@-]*$"}},"extra":{"$ref":"#/$defs/Extra"}},"$defs":{"Extra":{"title":"ExtraProperties","description":"Properties of CloudFormation that this schema doesn't know, as CloudFormation names them. Never one that a rule judges.","type":"object","maxProperties":50,"additionalProperties":true},"Role":{"title":"RoleDefinition","type":"object","required":["type"],"discriminator":{"propertyName":"type"},"oneOf":[{"title":"GivenRole","type":"object","additionalProperties":false,"required":["type","arn"],"properties":{"type":{"type":"string","const":"given"},"arn":{"description":"Listed in the configuration's gateways.roles.","type":"string","pattern":"^arn:aws(-[a-z]+)*:iam:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"}}},{"title":"MadeRole","type":"object","additionalProperties":false,"required":["type"],"properties":{"type":{"type":"string","const":"made"},"permissions":{"description":"What it may do besides what the targets say: for Smithy models.","type":"array","items":{"title":"Permission","type":"object","additionalProperties":false,"required":["actions","resources"],"properties":{"actions":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9-]+:[A-Za-z0-9]+$"},"minItems":1,"maxItems":50,"uniqueItems":true},"resources":{"type":"array","items":{"type":"string","pattern":"^arn:aws(-[a-z]+)*:[a-z0-9-]+:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"},"minItems":1,"maxItems":50,"uniqueItems":true}}},"maxItems":20}}}]},"Authorizer":{"title":"AuthorizerDefinition","description":"Who may call.","type":"object","required":["type"],"discriminator":{"propertyName":"type"},"oneOf":[{"title":"JwtAuthorizer","type":"object","additionalProperties":false,"required":["type","discoveryUrl"],"properties":{"type":{"type":"string","const":"CUSTOM_JWT"},"discoveryUrl":{"description":"Listed in the configuration's gateways.issuers.","type":"string","pattern":"^https://[^\\s{}?#]{1,400}/\\.well-known/(openid-configuration|oauth-authorization-server)(/[^\\s{}?#]{1,400})?$"},"audience":{"type":"array","items":{"type":"string","minLength":1,"maxLength":200},"minItems":1,"uniqueItems":true},"clients":{"type":"array","items":{"type":"string","minLength":1,"maxLength":200},"minItems":1,"uniqueItems":true},"scopes":{"type":"array","items":{"type":"string","pattern":"^[\\x21\\x23-\\x5B\\x5D-\\x7E]+$","maxLength":255},"minItems":1,"uniqueItems":true},"claims":{"type":"array","items":{"title":"ClaimDefinition","type":"object","additionalProperties":false,"required":["name","type","operator","values"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9_.:-]+$","maxLength":255},"type":{"type":"string","enum":["STRING","STRING_ARRAY"]},"operator":{"type":"string","enum":["EQUALS","CONTAINS","CONTAINS_ANY"]},"values":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_.:/-]+$","maxLength":255},"minItems":1}}},"minItems":1,"maxItems":10}}},{"title":"IamAuthorizer","type":"object","additionalProperties":false,"required":["type"],"properties":{"type":{"type":"string","const":"AWS_IAM"}}},{"title":"AuthenticateOnlyAuthorizer","type":"object","additionalProperties":false,"required":["type"],"properties":{"type":{"type":"string","const":"AUTHENTICATE_ONLY"}}},{"title":"NoAuthorizer","type":"object","additionalProperties":false,"required":["type"],"properties":{"type":{"type":"string","const":"NONE"}}},{"title":"EzAuthorizer","description":"A user pool of its own: pool, domain, resource server, a machine's client.","type":"object","additionalProperties":false,"required":["type","with"],"properties":{"type":{"type":"string","const":"ez-auth"},"with":{"type":"string","const":"cognito"},"scopes":{"description":"Scopes of the resource server. Absent: invoke.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_.-]{1,64}$"},"minItems":1,"maxItems":20,"uniqueItems":true},"domain":{"description":"Prefix of the pool's domain, unique in the Region. Absent: made of name and account.","type":"string","pattern":"^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$"},"users":{"description":"A public client for people too, beside the machine's.","type":"boolean"}}}]},"Policies":{"title":"PoliciesDefinition","description":"What callers may do.","type":"object","additionalProperties":false,"properties":{"engine":{"description":"A policy engine that exists, listed in the configuration's gateways.policyEngines. Absent: one is made of files.","type":"string","pattern":"^arn:aws(-[a-z]+)*:bedrock-agentcore:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"},"files":{"description":"Cedar files below gateways/policies/.","type":"array","items":{"type":"string","pattern":"^(?:[A-Za-z0-9][A-Za-z0-9._-]{0,99}/){0,5}[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.cedar$"},"minItems":1,"maxItems":100,"uniqueItems":true},"mode":{"description":"Absent: ENFORCE.","type":"string","enum":["ENFORCE","LOG_ONLY"]}}},"Provider":{"title":"ProviderDefinition","type":"object","required":["type"],"discriminator":{"propertyName":"type"},"oneOf":[{"title":"OAuthProvider","type":"object","additionalProperties":false,"required":["type","clientId","secret","jsonKey"],"properties":{"type":{"type":"string","const":"oauth"},"discoveryUrl":{"type":"string","pattern":"^https://[^\\s{}?#]{1,400}/\\.well-known/(openid-configuration|oauth-authorization-server)(/[^\\s{}?#]{1,400})?$"},"server":{"title":"AuthorizationServer","description":"Instead of discoveryUrl: an issuer that publishes no document.","type":"object","additionalProperties":false,"required":["issuer","authorizationEndpoint","tokenEndpoint"],"properties":{"issuer":{"type":"string","pattern":"^https://[^\\s{}]{1,400}$"},"authorizationEndpoint":{"type":"string","pattern":"^https://[^\\s{}]{1,400}$"},"tokenEndpoint":{"type":"string","pattern":"^https://[^\\s{}]{1,400}$"}}},"clientId":{"type":"string","minLength":1,"maxLength":256,"pattern":"^[^\\s{}]+$"},"secret":{"description":"Of the client's secret; listed in the configuration's gateways.secrets.","type":"string","pattern":"^arn:aws(-[a-z]+)*:secretsmanager:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"},"jsonKey":{"description":"Key of the secret's JSON that holds it.","type":"string","pattern":"^[A-Za-z0-9_.-]{1,64}$"}}},{"title":"CognitoProvider","description":"A user pool of its own with a machine's client; the secret never leaves AWS.","type":"object","additionalProperties":false,"required":["type"],"properties":{"type":{"type":"string","const":"cognito"},"scopes":{"description":"Scopes of its resource server. Absent: invoke.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_.-]{1,64}$"},"minItems":1,"maxItems":20,"uniqueItems":true},"domain":{"description":"Prefix of the pool's domain, unique in the Region. Absent: made of name and account.","type":"string","pattern":"^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$"}}},{"title":"ApiKeyProvider","type":"object","additionalProperties":false,"required":["type","secret","jsonKey"],"properties":{"type":{"type":"string","const":"api-key"},"secret":{"description":"Of the key; listed in the configuration's gateways.secrets.","type":"string","pattern":"^arn:aws(-[a-z]+)*:secretsmanager:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"},"jsonKey":{"description":"Key of the secret's JSON that holds it.","type":"string","pattern":"^[A-Za-z0-9_.-]{1,64}$"}}}]},"Outbound":{"title":"OutboundDefinition","description":"How the gateway authorizes itself at the target.","type":"object","required":["type"],"discriminator":{"propertyName":"type"},"oneOf":[{"title":"NoOutbound","type":"object","additionalProperties":false,"required":["type"],"properties":{"type":{"type":"string","const":"none"}}},{"title":"RoleOutbound","type":"object","additionalProperties":false,"required":["type"],"properties":{"type":{"type":"string","const":"gateway-role"},"service":{"description":"SigV4's service: needed for an MCP server.","type":"string","pattern":"^[a-zA-Z0-9._-]{1,64}$"},"region":{"type":"string","pattern":"^[a-z0-9-]{1,32}$"}}},{"title":"OAuthOutbound","type":"object","additionalProperties":false,"required":["type","provider"],"properties":{"type":{"type":"string","const":"oauth"},"provider":{"description":"A name of providers, or the ARN of one that the configuration's gateways.providers lists.","type":"string","minLength":1,"maxLength":900,"pattern":"^[^\\s{}]+$"},"scopes":{"type":"array","items":{"type":"string","minLength":1,"maxLength":255,"pattern":"^[^\\s{}]+$"},"minItems":1,"maxItems":100,"uniqueItems":true},"grant":{"description":"Absent: client-credentials.","type":"string","enum":["client-credentials","authorization-code","token-exchange"]},"returnUrl":{"description":"Where a person's browser goes after consent.","type":"string","pattern":"^https://[^\\s{}]{1,900}$"},"parameters":{"type":"object","maxProperties":10,"propertyNames":{"pattern":"^[A-Za-z0-9_.-]{1,256}$"},"additionalProperties":{"type":"string","maxLength":2048}}}},{"title":"ApiKeyOutbound","type":"object","additionalProperties":false,"required":["type","provider"],"properties":{"type":{"type":"string","const":"api-key"},"provider":{"description":"A name of providers, or the ARN of one that the configuration's gateways.providers lists.","type":"string","minLength":1,"maxLength":900,"pattern":"^[^\\s{}]+$"},"in":{"type":"string","enum":["header","query"]},"name":{"description":"Of the header or parameter.","type":"string","pattern":"^[A-Za-z0-9_.-]{1,64}$"},"prefix":{"type":"string","pattern":"^[A-Za-z0-9_. -]{1,64}$"}}},{"title":"CallerIamOutbound","type":"object","additionalProperties":false,"required":["type"],"properties":{"type":{"type":"string","const":"caller-iam"}}},{"title":"JwtPassthroughOutbound","type":"object","additionalProperties":false,"required":["type"],"properties":{"type":{"type":"string","const":"jwt-passthrough"}}}]},"Document":{"title":"DocumentDefinition","description":"Where a schema lies: a file beside the definition or below gateways/ (./specs/api.json: it is put into the template), or an object in S3.","oneOf":[{"type":"string","pattern":"^(\\./(?:[A-Za-z0-9][A-Za-z0-9._-]{0,99}/){0,6}[A-Za-z0-9][A-Za-z0-9._-]{0,99}|s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\\s{}]{1,900})$"},{"title":"S3Document","type":"object","additionalProperties":false,"required":["s3"],"properties":{"s3":{"type":"string","pattern":"^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\\s{}]{1,900}$"},"bucketOwner":{"type":"string","pattern":"^[0-9]{12}$"}}}]},"Target":{"title":"TargetDefinition","type":"object","required":["type"],"discriminator":{"propertyName":"type"},"oneOf":[{"title":"LambdaTarget","description":"Tools that a function answers.","type":"object","additionalProperties":false,"required":["name","type","lambda"],"properties":{"name":{"description":"Unique below the gateway; tools are called `<target>___<tool>`.","type":"string","pattern":"^([0-9a-zA-Z]-?){1,100}$"},"type":{"type":"string","const":"lambda"},"description":{"type":"string","minLength":1,"maxLength":200},"lambda":{"type":"string","pattern":"^arn:aws(-[a-z]+)*:lambda:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"},"tools":{"$ref":"#/$defs/Document"},"outbound":{"$ref":"#/$defs/Outbound"},"requestHeaders":{"description":"Headers of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"responseHeaders":{"description":"Headers of answers that are passed back.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"queryParameters":{"description":"Query parameters of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_.~-]{1,40}$"},"maxItems":10,"uniqueItems":true},"extra":{"$ref":"#/$defs/Extra"}}},{"title":"OpenApiTarget","description":"An API that an OpenAPI document describes.","type":"object","additionalProperties":false,"required":["name","type","schema"],"properties":{"name":{"description":"Unique below the gateway; tools are called `<target>___<tool>`.","type":"string","pattern":"^([0-9a-zA-Z]-?){1,100}$"},"type":{"type":"string","const":"openApi"},"description":{"type":"string","minLength":1,"maxLength":200},"schema":{"$ref":"#/$defs/Document"},"outbound":{"$ref":"#/$defs/Outbound"},"requestHeaders":{"description":"Headers of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"responseHeaders":{"description":"Headers of answers that are passed back.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"queryParameters":{"description":"Query parameters of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_.~-]{1,40}$"},"maxItems":10,"uniqueItems":true},"extra":{"$ref":"#/$defs/Extra"}}},{"title":"SmithyTarget","description":"An AWS service that a Smithy model describes.","type":"object","additionalProperties":false,"required":["name","type"],"properties":{"name":{"description":"Unique below the gateway; tools are called `<target>___<tool>`.","type":"string","pattern":"^([0-9a-zA-Z]-?){1,100}$"},"type":{"type":"string","const":"smithy"},"description":{"type":"string","minLength":1,"maxLength":200},"schema":{"$ref":"#/$defs/Document"},"service":{"description":"A predefined model, by the name of the older command line.","type":"string","pattern":"^[A-Za-z0-9-]{1,64}$"},"outbound":{"$ref":"#/$defs/Outbound"},"requestHeaders":{"description":"Headers of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"responseHeaders":{"description":"Headers of answers that are passed back.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"queryParameters":{"description":"Query parameters of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_.~-]{1,40}$"},"maxItems":10,"uniqueItems":true},"extra":{"$ref":"#/$defs/Extra"}}},{"title":"ApiGatewayTarget","description":"A stage of an API Gateway REST API.","type":"object","additionalProperties":false,"required":["name","type","restApi","stage","filters"],"properties":{"name":{"description":"Unique below the gateway; tools are called `<target>___<tool>`.","type":"string","pattern":"^([0-9a-zA-Z]-?){1,100}$"},"type":{"type":"string","const":"apiGateway"},"description":{"type":"string","minLength":1,"maxLength":200},"restApi":{"type":"string","pattern":"^[a-z0-9]{1,20}$"},"stage":{"type":"string","pattern":"^[A-Za-z0-9_-]{1,128}$"},"filters":{"type":"array","items":{"title":"ToolFilter","type":"object","additionalProperties":false,"required":["path","methods"],"properties":{"path":{"type":"string","pattern":"^/[^\\s]*$","maxLength":1024},"methods":{"type":"array","items":{"$ref":"#/$defs/Method"},"minItems":1,"uniqueItems":true}}},"minItems":1,"maxItems":200},"overrides":{"type":"array","items":{"title":"ToolOverride","type":"object","additionalProperties":false,"required":["path","method","name"],"properties":{"path":{"type":"string","pattern":"^/[^\\s]*$","maxLength":1024},"method":{"$ref":"#/$defs/Method"},"name":{"type":"string","pattern":"^[A-Za-z0-9_-]{1,64}$"},"description":{"type":"string","minLength":1,"maxLength":1000}}},"minItems":1,"maxItems":200},"outbound":{"$ref":"#/$defs/Outbound"},"requestHeaders":{"description":"Headers of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"responseHeaders":{"description":"Headers of answers that are passed back.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"queryParameters":{"description":"Query parameters of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_.~-]{1,40}$"},"maxItems":10,"uniqueItems":true},"extra":{"$ref":"#/$defs/Extra"}}},{"title":"McpServerTarget","description":"An MCP server.","type":"object","additionalProperties":false,"required":["name","type"],"properties":{"name":{"description":"Unique below the gateway; tools are called `<target>___<tool>`.","type":"string","pattern":"^([0-9a-zA-Z]-?){1,100}$"},"type":{"type":"string","const":"mcpServer"},"description":{"type":"string","minLength":1,"maxLength":200},"endpoint":{"type":"string","pattern":"^https://[^\\s{}]{1,2000}$"},"runtime":{"description":"Instead of endpoint: a runtime's ARN, or the name of one that the catalogue holds for this account and Region.","type":"string","pattern":"^[^\\s{}]{1,900}$"},"tools":{"$ref":"#/$defs/Document"},"listing":{"description":"Absent: DEFAULT.","type":"string","enum":["DEFAULT","DYNAMIC"]},"priority":{"type":"integer","minimum":0,"maximum":1000000},"outbound":{"$ref":"#/$defs/Outbound"},"requestHeaders":{"description":"Headers of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"responseHeaders":{"description":"Headers of answers that are passed back.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"queryParameters":{"description":"Query parameters of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_.~-]{1,40}$"},"maxItems":10,"uniqueItems":true},"extra":{"$ref":"#/$defs/Extra"}}},{"title":"RuntimeTarget","description":"A runtime behind the gateway's own address (HTTP).","type":"object","additionalProperties":false,"required":["name","type","runtime"],"properties":{"name":{"description":"Unique below the gateway; tools are called `<target>___<tool>`.","type":"string","pattern":"^([0-9a-zA-Z]-?){1,100}$"},"type":{"type":"string","const":"runtime"},"description":{"type":"string","minLength":1,"maxLength":200},"runtime":{"description":"A runtime's ARN, or the name of one that the catalogue holds for this account and Region.","type":"string","pattern":"^[^\\s{}]{1,900}$"},"qualifier":{"type":"string","pattern":"^([1-9][0-9]{0,4}|[a-zA-Z][a-zA-Z0-9_]{0,47})$"},"schema":{"$ref":"#/$defs/Document"},"outbound":{"$ref":"#/$defs/Outbound"},"requestHeaders":{"description":"Headers of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"responseHeaders":{"description":"Headers of answers that are passed back.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"queryParameters":{"description":"Query parameters of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_.~-]{1,40}$"},"maxItems":10,"uniqueItems":true},"extra":{"$ref":"#/$defs/Extra"}}},{"title":"PassthroughTarget","description":"An HTTP service that requests are passed through to.","type":"object","additionalProperties":false,"required":["name","type","endpoint","protocol"],"properties":{"name":{"description":"Unique below the gateway; tools are called `<target>___<tool>`.","type":"string","pattern":"^([0-9a-zA-Z]-?){1,100}$"},"type":{"type":"string","const":"passthrough"},"description":{"type":"string","minLength":1,"maxLength":200},"endpoint":{"type":"string","pattern":"^https://[a-zA-Z0-9.-]+(:[0-9]{1,5})?(/[^\\s{}]*)?$"},"protocol":{"type":"string","enum":["MCP","A2A","INFERENCE","CUSTOM"]},"schema":{"$ref":"#/$defs/Document"},"stickiness":{"title":"Stickiness","type":"object","additionalProperties":false,"required":["identifier"],"properties":{"identifier":{"type":"string","pattern":"^[^\\s{}]{1,256}$"},"seconds":{"type":"integer","minimum":1,"maximum":86400}}},"outbound":{"$ref":"#/$defs/Outbound"},"requestHeaders":{"description":"Headers of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"responseHeaders":{"description":"Headers of answers that are passed back.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"queryParameters":{"description":"Query parameters of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_.~-]{1,40}$"},"maxItems":10,"uniqueItems":true},"extra":{"$ref":"#/$defs/Extra"}}},{"title":"ConnectorTarget","description":"One of AWS's connectors.","type":"object","additionalProperties":false,"required":["name","type","connector"],"properties":{"name":{"description":"Unique below the gateway; tools are called `<target>___<tool>`.","type":"string","pattern":"^([0-9a-zA-Z]-?){1,100}$"},"type":{"type":"string","const":"connector"},"description":{"type":"string","minLength":1,"maxLength":200},"connector":{"type":"string","pattern":"^[A-Za-z0-9_.-]{1,100}$"},"over":{"description":"Absent: mcp.","type":"string","enum":["mcp","http","inference"]},"enabled":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_.-]{1,100}$"},"minItems":1,"maxItems":100,"uniqueItems":true},"outbound":{"$ref":"#/$defs/Outbound"},"requestHeaders":{"description":"Headers of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"responseHeaders":{"description":"Headers of answers that are passed back.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"queryParameters":{"description":"Query parameters of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_.~-]{1,40}$"},"maxItems":10,"uniqueItems":true},"extra":{"$ref":"#/$defs/Extra"}}}]},"Method":{"title":"HttpMethod","type":"string","enum":["GET","DELETE","HEAD","OPTIONS","PATCH","PUT","POST"]}}};
const schema32 = {"title":"RoleDefinition","type":"object","required":["type"],"discriminator":{"propertyName":"type"},"oneOf":[{"title":"GivenRole","type":"object","additionalProperties":false,"required":["type","arn"],"properties":{"type":{"type":"string","const":"given"},"arn":{"description":"Listed in the configuration's gateways.roles.","type":"string","pattern":"^arn:aws(-[a-z]+)*:iam:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"}}},{"title":"MadeRole","type":"object","additionalProperties":false,"required":["type"],"properties":{"type":{"type":"string","const":"made"},"permissions":{"description":"What it may do besides what the targets say: for Smithy models.","type":"array","items":{"title":"Permission","type":"object","additionalProperties":false,"required":["actions","resources"],"properties":{"actions":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9-]+:[A-Za-z0-9]+$"},"minItems":1,"maxItems":50,"uniqueItems":true},"resources":{"type":"array","items":{"type":"string","pattern":"^arn:aws(-[a-z]+)*:[a-z0-9-]+:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"},"minItems":1,"maxItems":50,"uniqueItems":true}}},"maxItems":20}}}]};
const schema33 = {"title":"AuthorizerDefinition","description":"Who may call.","type":"object","required":["type"],"discriminator":{"propertyName":"type"},"oneOf":[{"title":"JwtAuthorizer","type":"object","additionalProperties":false,"required":["type","discoveryUrl"],"properties":{"type":{"type":"string","const":"CUSTOM_JWT"},"discoveryUrl":{"description":"Listed in the configuration's gateways.issuers.","type":"string","pattern":"^https://[^\\s{}?#]{1,400}/\\.well-known/(openid-configuration|oauth-authorization-server)(/[^\\s{}?#]{1,400})?$"},"audience":{"type":"array","items":{"type":"string","minLength":1,"maxLength":200},"minItems":1,"uniqueItems":true},"clients":{"type":"array","items":{"type":"string","minLength":1,"maxLength":200},"minItems":1,"uniqueItems":true},"scopes":{"type":"array","items":{"type":"string","pattern":"^[\\x21\\x23-\\x5B\\x5D-\\x7E]+$","maxLength":255},"minItems":1,"uniqueItems":true},"claims":{"type":"array","items":{"title":"ClaimDefinition","type":"object","additionalProperties":false,"required":["name","type","operator","values"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9_.:-]+$","maxLength":255},"type":{"type":"string","enum":["STRING","STRING_ARRAY"]},"operator":{"type":"string","enum":["EQUALS","CONTAINS","CONTAINS_ANY"]},"values":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_.:/-]+$","maxLength":255},"minItems":1}}},"minItems":1,"maxItems":10}}},{"title":"IamAuthorizer","type":"object","additionalProperties":false,"required":["type"],"properties":{"type":{"type":"string","const":"AWS_IAM"}}},{"title":"AuthenticateOnlyAuthorizer","type":"object","additionalProperties":false,"required":["type"],"properties":{"type":{"type":"string","const":"AUTHENTICATE_ONLY"}}},{"title":"NoAuthorizer","type":"object","additionalProperties":false,"required":["type"],"properties":{"type":{"type":"string","const":"NONE"}}},{"title":"EzAuthorizer","description":"A user pool of its own: pool, domain, resource server, a machine's client.","type":"object","additionalProperties":false,"required":["type","with"],"properties":{"type":{"type":"string","const":"ez-auth"},"with":{"type":"string","const":"cognito"},"scopes":{"description":"Scopes of the resource server. Absent: invoke.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_.-]{1,64}$"},"minItems":1,"maxItems":20,"uniqueItems":true},"domain":{"description":"Prefix of the pool's domain, unique in the Region. Absent: made of name and account.","type":"string","pattern":"^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$"},"users":{"description":"A public client for people too, beside the machine's.","type":"boolean"}}}]};
const schema34 = {"title":"PoliciesDefinition","description":"What callers may do.","type":"object","additionalProperties":false,"properties":{"engine":{"description":"A policy engine that exists, listed in the configuration's gateways.policyEngines. Absent: one is made of files.","type":"string","pattern":"^arn:aws(-[a-z]+)*:bedrock-agentcore:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"},"files":{"description":"Cedar files below gateways/policies/.","type":"array","items":{"type":"string","pattern":"^(?:[A-Za-z0-9][A-Za-z0-9._-]{0,99}/){0,5}[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.cedar$"},"minItems":1,"maxItems":100,"uniqueItems":true},"mode":{"description":"Absent: ENFORCE.","type":"string","enum":["ENFORCE","LOG_ONLY"]}}};
const schema35 = {"title":"ProviderDefinition","type":"object","required":["type"],"discriminator":{"propertyName":"type"},"oneOf":[{"title":"OAuthProvider","type":"object","additionalProperties":false,"required":["type","clientId","secret","jsonKey"],"properties":{"type":{"type":"string","const":"oauth"},"discoveryUrl":{"type":"string","pattern":"^https://[^\\s{}?#]{1,400}/\\.well-known/(openid-configuration|oauth-authorization-server)(/[^\\s{}?#]{1,400})?$"},"server":{"title":"AuthorizationServer","description":"Instead of discoveryUrl: an issuer that publishes no document.","type":"object","additionalProperties":false,"required":["issuer","authorizationEndpoint","tokenEndpoint"],"properties":{"issuer":{"type":"string","pattern":"^https://[^\\s{}]{1,400}$"},"authorizationEndpoint":{"type":"string","pattern":"^https://[^\\s{}]{1,400}$"},"tokenEndpoint":{"type":"string","pattern":"^https://[^\\s{}]{1,400}$"}}},"clientId":{"type":"string","minLength":1,"maxLength":256,"pattern":"^[^\\s{}]+$"},"secret":{"description":"Of the client's secret; listed in the configuration's gateways.secrets.","type":"string","pattern":"^arn:aws(-[a-z]+)*:secretsmanager:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"},"jsonKey":{"description":"Key of the secret's JSON that holds it.","type":"string","pattern":"^[A-Za-z0-9_.-]{1,64}$"}}},{"title":"CognitoProvider","description":"A user pool of its own with a machine's client; the secret never leaves AWS.","type":"object","additionalProperties":false,"required":["type"],"properties":{"type":{"type":"string","const":"cognito"},"scopes":{"description":"Scopes of its resource server. Absent: invoke.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_.-]{1,64}$"},"minItems":1,"maxItems":20,"uniqueItems":true},"domain":{"description":"Prefix of the pool's domain, unique in the Region. Absent: made of name and account.","type":"string","pattern":"^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$"}}},{"title":"ApiKeyProvider","type":"object","additionalProperties":false,"required":["type","secret","jsonKey"],"properties":{"type":{"type":"string","const":"api-key"},"secret":{"description":"Of the key; listed in the configuration's gateways.secrets.","type":"string","pattern":"^arn:aws(-[a-z]+)*:secretsmanager:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"},"jsonKey":{"description":"Key of the secret's JSON that holds it.","type":"string","pattern":"^[A-Za-z0-9_.-]{1,64}$"}}}]};
const schema39 = {"title":"ExtraProperties","description":"Properties of CloudFormation that this schema doesn't know, as CloudFormation names them. Never one that a rule judges.","type":"object","maxProperties":50,"additionalProperties":true};
const func1 = Object.prototype.hasOwnProperty;
import func2Module from "ajv/dist/runtime/ucs2length.js";
const func2 = func2Module.default ?? func2Module;
const pattern4 = new RegExp("^arn:aws(-[a-z]+)*:iam:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$", "u");
const pattern5 = new RegExp("^[a-z0-9-]+:[A-Za-z0-9]+$", "u");
const pattern6 = new RegExp("^arn:aws(-[a-z]+)*:[a-z0-9-]+:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$", "u");
const pattern7 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "u");
const pattern8 = new RegExp("^https://[^\\s{}?#]{1,400}/\\.well-known/(openid-configuration|oauth-authorization-server)(/[^\\s{}?#]{1,400})?$", "u");
const pattern9 = new RegExp("^[\\x21\\x23-\\x5B\\x5D-\\x7E]+$", "u");
const pattern10 = new RegExp("^[A-Za-z0-9_.:-]+$", "u");
const pattern11 = new RegExp("^[A-Za-z0-9_.:/-]+$", "u");
const pattern12 = new RegExp("^[A-Za-z0-9_.-]{1,64}$", "u");
const pattern13 = new RegExp("^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", "u");
const pattern14 = new RegExp("^arn:aws(-[a-z]+)*:bedrock-agentcore:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$", "u");
const pattern15 = new RegExp("^(?:[A-Za-z0-9][A-Za-z0-9._-]{0,99}/){0,5}[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.cedar$", "u");
const pattern16 = new RegExp("^arn:aws(-[a-z]+)*:lambda:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$", "u");
const pattern17 = new RegExp("^arn:aws(-[a-z]+)*:wafv2:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$", "u");
const pattern18 = new RegExp("^arn:aws(-[a-z]+)*:kms:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$", "u");
const pattern19 = new RegExp("^[a-zA-Z0-9_-]{1,50}$", "u");
const pattern21 = new RegExp("^https://[^\\s{}]{1,400}$", "u");
const pattern24 = new RegExp("^[^\\s{}]+$", "u");
const pattern25 = new RegExp("^arn:aws(-[a-z]+)*:secretsmanager:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$", "u");
const pattern168 = new RegExp("^[A-Za-z0-9 ._:/=+@-]{1,128}$", "u");
const pattern169 = new RegExp("^[A-Za-z0-9 ._:/=+@-]*$", "u");
const schema36 = {"title":"TargetDefinition","type":"object","required":["type"],"discriminator":{"propertyName":"type"},"oneOf":[{"title":"LambdaTarget","description":"Tools that a function answers.","type":"object","additionalProperties":false,"required":["name","type","lambda"],"properties":{"name":{"description":"Unique below the gateway; tools are called `<target>___<tool>`.","type":"string","pattern":"^([0-9a-zA-Z]-?){1,100}$"},"type":{"type":"string","const":"lambda"},"description":{"type":"string","minLength":1,"maxLength":200},"lambda":{"type":"string","pattern":"^arn:aws(-[a-z]+)*:lambda:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"},"tools":{"$ref":"#/$defs/Document"},"outbound":{"$ref":"#/$defs/Outbound"},"requestHeaders":{"description":"Headers of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"responseHeaders":{"description":"Headers of answers that are passed back.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"queryParameters":{"description":"Query parameters of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_.~-]{1,40}$"},"maxItems":10,"uniqueItems":true},"extra":{"$ref":"#/$defs/Extra"}}},{"title":"OpenApiTarget","description":"An API that an OpenAPI document describes.","type":"object","additionalProperties":false,"required":["name","type","schema"],"properties":{"name":{"description":"Unique below the gateway; tools are called `<target>___<tool>`.","type":"string","pattern":"^([0-9a-zA-Z]-?){1,100}$"},"type":{"type":"string","const":"openApi"},"description":{"type":"string","minLength":1,"maxLength":200},"schema":{"$ref":"#/$defs/Document"},"outbound":{"$ref":"#/$defs/Outbound"},"requestHeaders":{"description":"Headers of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"responseHeaders":{"description":"Headers of answers that are passed back.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"queryParameters":{"description":"Query parameters of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_.~-]{1,40}$"},"maxItems":10,"uniqueItems":true},"extra":{"$ref":"#/$defs/Extra"}}},{"title":"SmithyTarget","description":"An AWS service that a Smithy model describes.","type":"object","additionalProperties":false,"required":["name","type"],"properties":{"name":{"description":"Unique below the gateway; tools are called `<target>___<tool>`.","type":"string","pattern":"^([0-9a-zA-Z]-?){1,100}$"},"type":{"type":"string","const":"smithy"},"description":{"type":"string","minLength":1,"maxLength":200},"schema":{"$ref":"#/$defs/Document"},"service":{"description":"A predefined model, by the name of the older command line.","type":"string","pattern":"^[A-Za-z0-9-]{1,64}$"},"outbound":{"$ref":"#/$defs/Outbound"},"requestHeaders":{"description":"Headers of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"responseHeaders":{"description":"Headers of answers that are passed back.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"queryParameters":{"description":"Query parameters of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_.~-]{1,40}$"},"maxItems":10,"uniqueItems":true},"extra":{"$ref":"#/$defs/Extra"}}},{"title":"ApiGatewayTarget","description":"A stage of an API Gateway REST API.","type":"object","additionalProperties":false,"required":["name","type","restApi","stage","filters"],"properties":{"name":{"description":"Unique below the gateway; tools are called `<target>___<tool>`.","type":"string","pattern":"^([0-9a-zA-Z]-?){1,100}$"},"type":{"type":"string","const":"apiGateway"},"description":{"type":"string","minLength":1,"maxLength":200},"restApi":{"type":"string","pattern":"^[a-z0-9]{1,20}$"},"stage":{"type":"string","pattern":"^[A-Za-z0-9_-]{1,128}$"},"filters":{"type":"array","items":{"title":"ToolFilter","type":"object","additionalProperties":false,"required":["path","methods"],"properties":{"path":{"type":"string","pattern":"^/[^\\s]*$","maxLength":1024},"methods":{"type":"array","items":{"$ref":"#/$defs/Method"},"minItems":1,"uniqueItems":true}}},"minItems":1,"maxItems":200},"overrides":{"type":"array","items":{"title":"ToolOverride","type":"object","additionalProperties":false,"required":["path","method","name"],"properties":{"path":{"type":"string","pattern":"^/[^\\s]*$","maxLength":1024},"method":{"$ref":"#/$defs/Method"},"name":{"type":"string","pattern":"^[A-Za-z0-9_-]{1,64}$"},"description":{"type":"string","minLength":1,"maxLength":1000}}},"minItems":1,"maxItems":200},"outbound":{"$ref":"#/$defs/Outbound"},"requestHeaders":{"description":"Headers of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"responseHeaders":{"description":"Headers of answers that are passed back.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"queryParameters":{"description":"Query parameters of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_.~-]{1,40}$"},"maxItems":10,"uniqueItems":true},"extra":{"$ref":"#/$defs/Extra"}}},{"title":"McpServerTarget","description":"An MCP server.","type":"object","additionalProperties":false,"required":["name","type"],"properties":{"name":{"description":"Unique below the gateway; tools are called `<target>___<tool>`.","type":"string","pattern":"^([0-9a-zA-Z]-?){1,100}$"},"type":{"type":"string","const":"mcpServer"},"description":{"type":"string","minLength":1,"maxLength":200},"endpoint":{"type":"string","pattern":"^https://[^\\s{}]{1,2000}$"},"runtime":{"description":"Instead of endpoint: a runtime's ARN, or the name of one that the catalogue holds for this account and Region.","type":"string","pattern":"^[^\\s{}]{1,900}$"},"tools":{"$ref":"#/$defs/Document"},"listing":{"description":"Absent: DEFAULT.","type":"string","enum":["DEFAULT","DYNAMIC"]},"priority":{"type":"integer","minimum":0,"maximum":1000000},"outbound":{"$ref":"#/$defs/Outbound"},"requestHeaders":{"description":"Headers of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"responseHeaders":{"description":"Headers of answers that are passed back.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"queryParameters":{"description":"Query parameters of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_.~-]{1,40}$"},"maxItems":10,"uniqueItems":true},"extra":{"$ref":"#/$defs/Extra"}}},{"title":"RuntimeTarget","description":"A runtime behind the gateway's own address (HTTP).","type":"object","additionalProperties":false,"required":["name","type","runtime"],"properties":{"name":{"description":"Unique below the gateway; tools are called `<target>___<tool>`.","type":"string","pattern":"^([0-9a-zA-Z]-?){1,100}$"},"type":{"type":"string","const":"runtime"},"description":{"type":"string","minLength":1,"maxLength":200},"runtime":{"description":"A runtime's ARN, or the name of one that the catalogue holds for this account and Region.","type":"string","pattern":"^[^\\s{}]{1,900}$"},"qualifier":{"type":"string","pattern":"^([1-9][0-9]{0,4}|[a-zA-Z][a-zA-Z0-9_]{0,47})$"},"schema":{"$ref":"#/$defs/Document"},"outbound":{"$ref":"#/$defs/Outbound"},"requestHeaders":{"description":"Headers of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"responseHeaders":{"description":"Headers of answers that are passed back.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"queryParameters":{"description":"Query parameters of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_.~-]{1,40}$"},"maxItems":10,"uniqueItems":true},"extra":{"$ref":"#/$defs/Extra"}}},{"title":"PassthroughTarget","description":"An HTTP service that requests are passed through to.","type":"object","additionalProperties":false,"required":["name","type","endpoint","protocol"],"properties":{"name":{"description":"Unique below the gateway; tools are called `<target>___<tool>`.","type":"string","pattern":"^([0-9a-zA-Z]-?){1,100}$"},"type":{"type":"string","const":"passthrough"},"description":{"type":"string","minLength":1,"maxLength":200},"endpoint":{"type":"string","pattern":"^https://[a-zA-Z0-9.-]+(:[0-9]{1,5})?(/[^\\s{}]*)?$"},"protocol":{"type":"string","enum":["MCP","A2A","INFERENCE","CUSTOM"]},"schema":{"$ref":"#/$defs/Document"},"stickiness":{"title":"Stickiness","type":"object","additionalProperties":false,"required":["identifier"],"properties":{"identifier":{"type":"string","pattern":"^[^\\s{}]{1,256}$"},"seconds":{"type":"integer","minimum":1,"maximum":86400}}},"outbound":{"$ref":"#/$defs/Outbound"},"requestHeaders":{"description":"Headers of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"responseHeaders":{"description":"Headers of answers that are passed back.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"queryParameters":{"description":"Query parameters of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_.~-]{1,40}$"},"maxItems":10,"uniqueItems":true},"extra":{"$ref":"#/$defs/Extra"}}},{"title":"ConnectorTarget","description":"One of AWS's connectors.","type":"object","additionalProperties":false,"required":["name","type","connector"],"properties":{"name":{"description":"Unique below the gateway; tools are called `<target>___<tool>`.","type":"string","pattern":"^([0-9a-zA-Z]-?){1,100}$"},"type":{"type":"string","const":"connector"},"description":{"type":"string","minLength":1,"maxLength":200},"connector":{"type":"string","pattern":"^[A-Za-z0-9_.-]{1,100}$"},"over":{"description":"Absent: mcp.","type":"string","enum":["mcp","http","inference"]},"enabled":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_.-]{1,100}$"},"minItems":1,"maxItems":100,"uniqueItems":true},"outbound":{"$ref":"#/$defs/Outbound"},"requestHeaders":{"description":"Headers of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"responseHeaders":{"description":"Headers of answers that are passed back.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9-]{1,100}$"},"maxItems":10,"uniqueItems":true},"queryParameters":{"description":"Query parameters of callers that are passed on.","type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9_.~-]{1,40}$"},"maxItems":10,"uniqueItems":true},"extra":{"$ref":"#/$defs/Extra"}}}]};
const schema37 = {"title":"DocumentDefinition","description":"Where a schema lies: a file beside the definition or below gateways/ (./specs/api.json: it is put into the template), or an object in S3.","oneOf":[{"type":"string","pattern":"^(\\./(?:[A-Za-z0-9][A-Za-z0-9._-]{0,99}/){0,6}[A-Za-z0-9][A-Za-z0-9._-]{0,99}|s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\\s{}]{1,900})$"},{"title":"S3Document","type":"object","additionalProperties":false,"required":["s3"],"properties":{"s3":{"type":"string","pattern":"^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\\s{}]{1,900}$"},"bucketOwner":{"type":"string","pattern":"^[0-9]{12}$"}}}]};
const schema38 = {"title":"OutboundDefinition","description":"How the gateway authorizes itself at the target.","type":"object","required":["type"],"discriminator":{"propertyName":"type"},"oneOf":[{"title":"NoOutbound","type":"object","additionalProperties":false,"required":["type"],"properties":{"type":{"type":"string","const":"none"}}},{"title":"RoleOutbound","type":"object","additionalProperties":false,"required":["type"],"properties":{"type":{"type":"string","const":"gateway-role"},"service":{"description":"SigV4's service: needed for an MCP server.","type":"string","pattern":"^[a-zA-Z0-9._-]{1,64}$"},"region":{"type":"string","pattern":"^[a-z0-9-]{1,32}$"}}},{"title":"OAuthOutbound","type":"object","additionalProperties":false,"required":["type","provider"],"properties":{"type":{"type":"string","const":"oauth"},"provider":{"description":"A name of providers, or the ARN of one that the configuration's gateways.providers lists.","type":"string","minLength":1,"maxLength":900,"pattern":"^[^\\s{}]+$"},"scopes":{"type":"array","items":{"type":"string","minLength":1,"maxLength":255,"pattern":"^[^\\s{}]+$"},"minItems":1,"maxItems":100,"uniqueItems":true},"grant":{"description":"Absent: client-credentials.","type":"string","enum":["client-credentials","authorization-code","token-exchange"]},"returnUrl":{"description":"Where a person's browser goes after consent.","type":"string","pattern":"^https://[^\\s{}]{1,900}$"},"parameters":{"type":"object","maxProperties":10,"propertyNames":{"pattern":"^[A-Za-z0-9_.-]{1,256}$"},"additionalProperties":{"type":"string","maxLength":2048}}}},{"title":"ApiKeyOutbound","type":"object","additionalProperties":false,"required":["type","provider"],"properties":{"type":{"type":"string","const":"api-key"},"provider":{"description":"A name of providers, or the ARN of one that the configuration's gateways.providers lists.","type":"string","minLength":1,"maxLength":900,"pattern":"^[^\\s{}]+$"},"in":{"type":"string","enum":["header","query"]},"name":{"description":"Of the header or parameter.","type":"string","pattern":"^[A-Za-z0-9_.-]{1,64}$"},"prefix":{"type":"string","pattern":"^[A-Za-z0-9_. -]{1,64}$"}}},{"title":"CallerIamOutbound","type":"object","additionalProperties":false,"required":["type"],"properties":{"type":{"type":"string","const":"caller-iam"}}},{"title":"JwtPassthroughOutbound","type":"object","additionalProperties":false,"required":["type"],"properties":{"type":{"type":"string","const":"jwt-passthrough"}}}]};
const schema46 = {"title":"HttpMethod","type":"string","enum":["GET","DELETE","HEAD","OPTIONS","PATCH","PUT","POST"]};
import func0Module from "ajv/dist/runtime/equal.js";
const func0 = func0Module.default ?? func0Module;
const pattern31 = new RegExp("^([0-9a-zA-Z]-?){1,100}$", "u");
const pattern33 = new RegExp("^(\\./(?:[A-Za-z0-9][A-Za-z0-9._-]{0,99}/){0,6}[A-Za-z0-9][A-Za-z0-9._-]{0,99}|s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\\s{}]{1,900})$", "u");
const pattern34 = new RegExp("^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\\s{}]{1,900}$", "u");
const pattern35 = new RegExp("^[0-9]{12}$", "u");
const pattern36 = new RegExp("^[a-zA-Z0-9._-]{1,64}$", "u");
const pattern37 = new RegExp("^[a-z0-9-]{1,32}$", "u");
const pattern40 = new RegExp("^https://[^\\s{}]{1,900}$", "u");
const pattern41 = new RegExp("^[A-Za-z0-9_.-]{1,256}$", "u");
const pattern44 = new RegExp("^[A-Za-z0-9_. -]{1,64}$", "u");
const pattern45 = new RegExp("^[A-Za-z0-9-]{1,100}$", "u");
const pattern47 = new RegExp("^[A-Za-z0-9_.~-]{1,40}$", "u");
const pattern68 = new RegExp("^[A-Za-z0-9-]{1,64}$", "u");
const pattern82 = new RegExp("^[a-z0-9]{1,20}$", "u");
const pattern83 = new RegExp("^[A-Za-z0-9_-]{1,128}$", "u");
const pattern84 = new RegExp("^/[^\\s]*$", "u");
const pattern86 = new RegExp("^[A-Za-z0-9_-]{1,64}$", "u");
const pattern100 = new RegExp("^https://[^\\s{}]{1,2000}$", "u");
const pattern101 = new RegExp("^[^\\s{}]{1,900}$", "u");
const pattern119 = new RegExp("^([1-9][0-9]{0,4}|[a-zA-Z][a-zA-Z0-9_]{0,47})$", "u");
const pattern136 = new RegExp("^https://[a-zA-Z0-9.-]+(:[0-9]{1,5})?(/[^\\s{}]*)?$", "u");
const pattern140 = new RegExp("^[^\\s{}]{1,256}$", "u");
const pattern154 = new RegExp("^[A-Za-z0-9_.-]{1,100}$", "u");

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
if(tag0 === "lambda"){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.type === undefined){
const err2 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.lambda === undefined){
const err3 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: "lambda"},message:"must have required property '"+"lambda"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema36.oneOf[0].properties, key0))){
const err4 = {instancePath,schemaPath:"#/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(!pattern31.test(data0)){
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/oneOf/0/properties/name/pattern",keyword:"pattern",params:{pattern: "^([0-9a-zA-Z]-?){1,100}$"},message:"must match pattern \""+"^([0-9a-zA-Z]-?){1,100}$"+"\""};
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
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/oneOf/0/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.type !== undefined){
let data1 = data.type;
if(typeof data1 !== "string"){
const err7 = {instancePath:instancePath+"/type",schemaPath:"#/oneOf/0/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if("lambda" !== data1){
const err8 = {instancePath:instancePath+"/type",schemaPath:"#/oneOf/0/properties/type/const",keyword:"const",params:{allowedValue: "lambda"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.description !== undefined){
let data2 = data.description;
if(typeof data2 === "string"){
if(func2(data2) > 200){
const err9 = {instancePath:instancePath+"/description",schemaPath:"#/oneOf/0/properties/description/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(func2(data2) < 1){
const err10 = {instancePath:instancePath+"/description",schemaPath:"#/oneOf/0/properties/description/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
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
const err11 = {instancePath:instancePath+"/description",schemaPath:"#/oneOf/0/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.lambda !== undefined){
let data3 = data.lambda;
if(typeof data3 === "string"){
if(!pattern16.test(data3)){
const err12 = {instancePath:instancePath+"/lambda",schemaPath:"#/oneOf/0/properties/lambda/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-[a-z]+)*:lambda:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"},message:"must match pattern \""+"^arn:aws(-[a-z]+)*:lambda:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"+"\""};
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
const err13 = {instancePath:instancePath+"/lambda",schemaPath:"#/oneOf/0/properties/lambda/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.tools !== undefined){
let data4 = data.tools;
const _errs15 = errors;
let valid4 = false;
let passing0 = null;
const _errs16 = errors;
if(typeof data4 === "string"){
if(!pattern33.test(data4)){
const err14 = {instancePath:instancePath+"/tools",schemaPath:"#/$defs/Document/oneOf/0/pattern",keyword:"pattern",params:{pattern: "^(\\./(?:[A-Za-z0-9][A-Za-z0-9._-]{0,99}/){0,6}[A-Za-z0-9][A-Za-z0-9._-]{0,99}|s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\\s{}]{1,900})$"},message:"must match pattern \""+"^(\\./(?:[A-Za-z0-9][A-Za-z0-9._-]{0,99}/){0,6}[A-Za-z0-9][A-Za-z0-9._-]{0,99}|s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\\s{}]{1,900})$"+"\""};
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
const err15 = {instancePath:instancePath+"/tools",schemaPath:"#/$defs/Document/oneOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
var _valid0 = _errs16 === errors;
if(_valid0){
valid4 = true;
passing0 = 0;
}
const _errs18 = errors;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.s3 === undefined){
const err16 = {instancePath:instancePath+"/tools",schemaPath:"#/$defs/Document/oneOf/1/required",keyword:"required",params:{missingProperty: "s3"},message:"must have required property '"+"s3"+"'"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
for(const key1 in data4){
if(!((key1 === "s3") || (key1 === "bucketOwner"))){
const err17 = {instancePath:instancePath+"/tools",schemaPath:"#/$defs/Document/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data4.s3 !== undefined){
let data5 = data4.s3;
if(typeof data5 === "string"){
if(!pattern34.test(data5)){
const err18 = {instancePath:instancePath+"/tools/s3",schemaPath:"#/$defs/Document/oneOf/1/properties/s3/pattern",keyword:"pattern",params:{pattern: "^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\\s{}]{1,900}$"},message:"must match pattern \""+"^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\\s{}]{1,900}$"+"\""};
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
const err19 = {instancePath:instancePath+"/tools/s3",schemaPath:"#/$defs/Document/oneOf/1/properties/s3/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data4.bucketOwner !== undefined){
let data6 = data4.bucketOwner;
if(typeof data6 === "string"){
if(!pattern35.test(data6)){
const err20 = {instancePath:instancePath+"/tools/bucketOwner",schemaPath:"#/$defs/Document/oneOf/1/properties/bucketOwner/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$"},message:"must match pattern \""+"^[0-9]{12}$"+"\""};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/tools/bucketOwner",schemaPath:"#/$defs/Document/oneOf/1/properties/bucketOwner/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/tools",schemaPath:"#/$defs/Document/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
var _valid0 = _errs18 === errors;
if(_valid0 && valid4){
valid4 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid4 = true;
passing0 = 1;
}
}
if(!valid4){
const err23 = {instancePath:instancePath+"/tools",schemaPath:"#/$defs/Document/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
else {
errors = _errs15;
if(vErrors !== null){
if(_errs15){
vErrors.length = _errs15;
}
else {
vErrors = null;
}
}
}
}
if(data.outbound !== undefined){
let data7 = data.outbound;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.type === undefined){
const err24 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
const tag1 = data7.type;
if(typeof tag1 == "string"){
if(tag1 === "none"){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.type === undefined){
const err25 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/0/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
for(const key2 in data7){
if(!(key2 === "type")){
const err26 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data7.type !== undefined){
let data8 = data7.type;
if(typeof data8 !== "string"){
const err27 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/0/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if("none" !== data8){
const err28 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/0/properties/type/const",keyword:"const",params:{allowedValue: "none"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
var props1 = true;
}
else if(tag1 === "gateway-role"){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.type === undefined){
const err30 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/1/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
for(const key3 in data7){
if(!(((key3 === "type") || (key3 === "service")) || (key3 === "region"))){
const err31 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data7.type !== undefined){
let data9 = data7.type;
if(typeof data9 !== "string"){
const err32 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/1/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if("gateway-role" !== data9){
const err33 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/1/properties/type/const",keyword:"const",params:{allowedValue: "gateway-role"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data7.service !== undefined){
let data10 = data7.service;
if(typeof data10 === "string"){
if(!pattern36.test(data10)){
const err34 = {instancePath:instancePath+"/outbound/service",schemaPath:"#/$defs/Outbound/oneOf/1/properties/service/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9._-]{1,64}$"},message:"must match pattern \""+"^[a-zA-Z0-9._-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/outbound/service",schemaPath:"#/$defs/Outbound/oneOf/1/properties/service/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data7.region !== undefined){
let data11 = data7.region;
if(typeof data11 === "string"){
if(!pattern37.test(data11)){
const err36 = {instancePath:instancePath+"/outbound/region",schemaPath:"#/$defs/Outbound/oneOf/1/properties/region/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,32}$"},message:"must match pattern \""+"^[a-z0-9-]{1,32}$"+"\""};
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
const err37 = {instancePath:instancePath+"/outbound/region",schemaPath:"#/$defs/Outbound/oneOf/1/properties/region/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err38 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(props1 !== true){
props1 = true;
}
}
else if(tag1 === "oauth"){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.type === undefined){
const err39 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(data7.provider === undefined){
const err40 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/required",keyword:"required",params:{missingProperty: "provider"},message:"must have required property '"+"provider"+"'"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
for(const key4 in data7){
if(!((((((key4 === "type") || (key4 === "provider")) || (key4 === "scopes")) || (key4 === "grant")) || (key4 === "returnUrl")) || (key4 === "parameters"))){
const err41 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data7.type !== undefined){
let data12 = data7.type;
if(typeof data12 !== "string"){
const err42 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/2/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if("oauth" !== data12){
const err43 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/2/properties/type/const",keyword:"const",params:{allowedValue: "oauth"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data7.provider !== undefined){
let data13 = data7.provider;
if(typeof data13 === "string"){
if(func2(data13) > 900){
const err44 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/maxLength",keyword:"maxLength",params:{limit: 900},message:"must NOT have more than 900 characters"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(func2(data13) < 1){
const err45 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(!pattern24.test(data13)){
const err46 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/pattern",keyword:"pattern",params:{pattern: "^[^\\s{}]+$"},message:"must match pattern \""+"^[^\\s{}]+$"+"\""};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
else {
const err47 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data7.scopes !== undefined){
let data14 = data7.scopes;
if(Array.isArray(data14)){
if(data14.length > 100){
const err48 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(data14.length < 1){
const err49 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
const len0 = data14.length;
for(let i0=0; i0<len0; i0++){
let data15 = data14[i0];
if(typeof data15 === "string"){
if(func2(data15) > 255){
const err50 = {instancePath:instancePath+"/outbound/scopes/" + i0,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(func2(data15) < 1){
const err51 = {instancePath:instancePath+"/outbound/scopes/" + i0,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(!pattern24.test(data15)){
const err52 = {instancePath:instancePath+"/outbound/scopes/" + i0,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/pattern",keyword:"pattern",params:{pattern: "^[^\\s{}]+$"},message:"must match pattern \""+"^[^\\s{}]+$"+"\""};
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
const err53 = {instancePath:instancePath+"/outbound/scopes/" + i0,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
let i1 = data14.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data14[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err54 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err55 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data7.grant !== undefined){
let data16 = data7.grant;
if(typeof data16 !== "string"){
const err56 = {instancePath:instancePath+"/outbound/grant",schemaPath:"#/$defs/Outbound/oneOf/2/properties/grant/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(!(((data16 === "client-credentials") || (data16 === "authorization-code")) || (data16 === "token-exchange"))){
const err57 = {instancePath:instancePath+"/outbound/grant",schemaPath:"#/$defs/Outbound/oneOf/2/properties/grant/enum",keyword:"enum",params:{allowedValues: schema38.oneOf[2].properties.grant.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data7.returnUrl !== undefined){
let data17 = data7.returnUrl;
if(typeof data17 === "string"){
if(!pattern40.test(data17)){
const err58 = {instancePath:instancePath+"/outbound/returnUrl",schemaPath:"#/$defs/Outbound/oneOf/2/properties/returnUrl/pattern",keyword:"pattern",params:{pattern: "^https://[^\\s{}]{1,900}$"},message:"must match pattern \""+"^https://[^\\s{}]{1,900}$"+"\""};
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
const err59 = {instancePath:instancePath+"/outbound/returnUrl",schemaPath:"#/$defs/Outbound/oneOf/2/properties/returnUrl/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data7.parameters !== undefined){
let data18 = data7.parameters;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(Object.keys(data18).length > 10){
const err60 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/maxProperties",keyword:"maxProperties",params:{limit: 10},message:"must NOT have more than 10 properties"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
for(const key5 in data18){
const _errs60 = errors;
if(typeof key5 === "string"){
if(!pattern41.test(key5)){
const err61 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.-]{1,256}$"},message:"must match pattern \""+"^[A-Za-z0-9_.-]{1,256}$"+"\"",propertyName:key5};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
var valid17 = _errs60 === errors;
if(!valid17){
const err62 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/propertyNames",keyword:"propertyNames",params:{propertyName: key5},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
for(const key6 in data18){
let data19 = data18[key6];
if(typeof data19 === "string"){
if(func2(data19) > 2048){
const err63 = {instancePath:instancePath+"/outbound/parameters/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
else {
const err64 = {instancePath:instancePath+"/outbound/parameters/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
}
else {
const err65 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
}
else {
const err66 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(props1 !== true){
props1 = true;
}
}
else if(tag1 === "api-key"){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.type === undefined){
const err67 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(data7.provider === undefined){
const err68 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/required",keyword:"required",params:{missingProperty: "provider"},message:"must have required property '"+"provider"+"'"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
for(const key7 in data7){
if(!(((((key7 === "type") || (key7 === "provider")) || (key7 === "in")) || (key7 === "name")) || (key7 === "prefix"))){
const err69 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data7.type !== undefined){
let data20 = data7.type;
if(typeof data20 !== "string"){
const err70 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/3/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if("api-key" !== data20){
const err71 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/3/properties/type/const",keyword:"const",params:{allowedValue: "api-key"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data7.provider !== undefined){
let data21 = data7.provider;
if(typeof data21 === "string"){
if(func2(data21) > 900){
const err72 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/maxLength",keyword:"maxLength",params:{limit: 900},message:"must NOT have more than 900 characters"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if(func2(data21) < 1){
const err73 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if(!pattern24.test(data21)){
const err74 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/pattern",keyword:"pattern",params:{pattern: "^[^\\s{}]+$"},message:"must match pattern \""+"^[^\\s{}]+$"+"\""};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
else {
const err75 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data7.in !== undefined){
let data22 = data7.in;
if(typeof data22 !== "string"){
const err76 = {instancePath:instancePath+"/outbound/in",schemaPath:"#/$defs/Outbound/oneOf/3/properties/in/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(!((data22 === "header") || (data22 === "query"))){
const err77 = {instancePath:instancePath+"/outbound/in",schemaPath:"#/$defs/Outbound/oneOf/3/properties/in/enum",keyword:"enum",params:{allowedValues: schema38.oneOf[3].properties.in.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data7.name !== undefined){
let data23 = data7.name;
if(typeof data23 === "string"){
if(!pattern12.test(data23)){
const err78 = {instancePath:instancePath+"/outbound/name",schemaPath:"#/$defs/Outbound/oneOf/3/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9_.-]{1,64}$"+"\""};
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
const err79 = {instancePath:instancePath+"/outbound/name",schemaPath:"#/$defs/Outbound/oneOf/3/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data7.prefix !== undefined){
let data24 = data7.prefix;
if(typeof data24 === "string"){
if(!pattern44.test(data24)){
const err80 = {instancePath:instancePath+"/outbound/prefix",schemaPath:"#/$defs/Outbound/oneOf/3/properties/prefix/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_. -]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9_. -]{1,64}$"+"\""};
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
const err81 = {instancePath:instancePath+"/outbound/prefix",schemaPath:"#/$defs/Outbound/oneOf/3/properties/prefix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
}
else {
const err82 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(props1 !== true){
props1 = true;
}
}
else if(tag1 === "caller-iam"){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.type === undefined){
const err83 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/4/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
for(const key8 in data7){
if(!(key8 === "type")){
const err84 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/4/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data7.type !== undefined){
let data25 = data7.type;
if(typeof data25 !== "string"){
const err85 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/4/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
if("caller-iam" !== data25){
const err86 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/4/properties/type/const",keyword:"const",params:{allowedValue: "caller-iam"},message:"must be equal to constant"};
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
const err87 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/4/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
if(props1 !== true){
props1 = true;
}
}
else if(tag1 === "jwt-passthrough"){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.type === undefined){
const err88 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/5/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
for(const key9 in data7){
if(!(key9 === "type")){
const err89 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/5/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data7.type !== undefined){
let data26 = data7.type;
if(typeof data26 !== "string"){
const err90 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/5/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if("jwt-passthrough" !== data26){
const err91 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/5/properties/type/const",keyword:"const",params:{allowedValue: "jwt-passthrough"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
}
else {
const err92 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/5/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if(props1 !== true){
props1 = true;
}
}
else {
const err93 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "type", tagValue: tag1},message:"value of tag \"type\" must be in oneOf"};
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
const err94 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/discriminator",keyword:"discriminator",params:{error: "tag", tag: "type", tagValue: tag1},message:"tag \"type\" must be string"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
else {
const err95 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
if(data.requestHeaders !== undefined){
let data27 = data.requestHeaders;
if(Array.isArray(data27)){
if(data27.length > 10){
const err96 = {instancePath:instancePath+"/requestHeaders",schemaPath:"#/oneOf/0/properties/requestHeaders/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
const len1 = data27.length;
for(let i2=0; i2<len1; i2++){
let data28 = data27[i2];
if(typeof data28 === "string"){
if(!pattern45.test(data28)){
const err97 = {instancePath:instancePath+"/requestHeaders/" + i2,schemaPath:"#/oneOf/0/properties/requestHeaders/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9-]{1,100}$"+"\""};
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
const err98 = {instancePath:instancePath+"/requestHeaders/" + i2,schemaPath:"#/oneOf/0/properties/requestHeaders/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
let i3 = data27.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data27[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err99 = {instancePath:instancePath+"/requestHeaders",schemaPath:"#/oneOf/0/properties/requestHeaders/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
break;
}
indices1[item1] = i3;
}
}
}
else {
const err100 = {instancePath:instancePath+"/requestHeaders",schemaPath:"#/oneOf/0/properties/requestHeaders/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data.responseHeaders !== undefined){
let data29 = data.responseHeaders;
if(Array.isArray(data29)){
if(data29.length > 10){
const err101 = {instancePath:instancePath+"/responseHeaders",schemaPath:"#/oneOf/0/properties/responseHeaders/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
const len2 = data29.length;
for(let i4=0; i4<len2; i4++){
let data30 = data29[i4];
if(typeof data30 === "string"){
if(!pattern45.test(data30)){
const err102 = {instancePath:instancePath+"/responseHeaders/" + i4,schemaPath:"#/oneOf/0/properties/responseHeaders/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
else {
const err103 = {instancePath:instancePath+"/responseHeaders/" + i4,schemaPath:"#/oneOf/0/properties/responseHeaders/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
let i5 = data29.length;
let j2;
if(i5 > 1){
const indices2 = {};
for(;i5--;){
let item2 = data29[i5];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err104 = {instancePath:instancePath+"/responseHeaders",schemaPath:"#/oneOf/0/properties/responseHeaders/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i5+" are identical)"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
break;
}
indices2[item2] = i5;
}
}
}
else {
const err105 = {instancePath:instancePath+"/responseHeaders",schemaPath:"#/oneOf/0/properties/responseHeaders/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(data.queryParameters !== undefined){
let data31 = data.queryParameters;
if(Array.isArray(data31)){
if(data31.length > 10){
const err106 = {instancePath:instancePath+"/queryParameters",schemaPath:"#/oneOf/0/properties/queryParameters/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
const len3 = data31.length;
for(let i6=0; i6<len3; i6++){
let data32 = data31[i6];
if(typeof data32 === "string"){
if(!pattern47.test(data32)){
const err107 = {instancePath:instancePath+"/queryParameters/" + i6,schemaPath:"#/oneOf/0/properties/queryParameters/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.~-]{1,40}$"},message:"must match pattern \""+"^[A-Za-z0-9_.~-]{1,40}$"+"\""};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
else {
const err108 = {instancePath:instancePath+"/queryParameters/" + i6,schemaPath:"#/oneOf/0/properties/queryParameters/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
let i7 = data31.length;
let j3;
if(i7 > 1){
const indices3 = {};
for(;i7--;){
let item3 = data31[i7];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err109 = {instancePath:instancePath+"/queryParameters",schemaPath:"#/oneOf/0/properties/queryParameters/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j3},message:"must NOT have duplicate items (items ## "+j3+" and "+i7+" are identical)"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
break;
}
indices3[item3] = i7;
}
}
}
else {
const err110 = {instancePath:instancePath+"/queryParameters",schemaPath:"#/oneOf/0/properties/queryParameters/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
if(data.extra !== undefined){
let data33 = data.extra;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
if(Object.keys(data33).length > 50){
const err111 = {instancePath:instancePath+"/extra",schemaPath:"#/$defs/Extra/maxProperties",keyword:"maxProperties",params:{limit: 50},message:"must NOT have more than 50 properties"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
else {
const err112 = {instancePath:instancePath+"/extra",schemaPath:"#/$defs/Extra/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
}
else {
const err113 = {instancePath,schemaPath:"#/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
var props2 = true;
}
else if(tag0 === "openApi"){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err114 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if(data.type === undefined){
const err115 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if(data.schema === undefined){
const err116 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: "schema"},message:"must have required property '"+"schema"+"'"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
for(const key10 in data){
if(!(func1.call(schema36.oneOf[1].properties, key10))){
const err117 = {instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
if(data.name !== undefined){
let data34 = data.name;
if(typeof data34 === "string"){
if(!pattern31.test(data34)){
const err118 = {instancePath:instancePath+"/name",schemaPath:"#/oneOf/1/properties/name/pattern",keyword:"pattern",params:{pattern: "^([0-9a-zA-Z]-?){1,100}$"},message:"must match pattern \""+"^([0-9a-zA-Z]-?){1,100}$"+"\""};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
else {
const err119 = {instancePath:instancePath+"/name",schemaPath:"#/oneOf/1/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
if(data.type !== undefined){
let data35 = data.type;
if(typeof data35 !== "string"){
const err120 = {instancePath:instancePath+"/type",schemaPath:"#/oneOf/1/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
if("openApi" !== data35){
const err121 = {instancePath:instancePath+"/type",schemaPath:"#/oneOf/1/properties/type/const",keyword:"const",params:{allowedValue: "openApi"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
if(data.description !== undefined){
let data36 = data.description;
if(typeof data36 === "string"){
if(func2(data36) > 200){
const err122 = {instancePath:instancePath+"/description",schemaPath:"#/oneOf/1/properties/description/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
if(func2(data36) < 1){
const err123 = {instancePath:instancePath+"/description",schemaPath:"#/oneOf/1/properties/description/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
else {
const err124 = {instancePath:instancePath+"/description",schemaPath:"#/oneOf/1/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
if(data.schema !== undefined){
let data37 = data.schema;
const _errs114 = errors;
let valid38 = false;
let passing1 = null;
const _errs115 = errors;
if(typeof data37 === "string"){
if(!pattern33.test(data37)){
const err125 = {instancePath:instancePath+"/schema",schemaPath:"#/$defs/Document/oneOf/0/pattern",keyword:"pattern",params:{pattern: "^(\\./(?:[A-Za-z0-9][A-Za-z0-9._-]{0,99}/){0,6}[A-Za-z0-9][A-Za-z0-9._-]{0,99}|s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\\s{}]{1,900})$"},message:"must match pattern \""+"^(\\./(?:[A-Za-z0-9][A-Za-z0-9._-]{0,99}/){0,6}[A-Za-z0-9][A-Za-z0-9._-]{0,99}|s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\\s{}]{1,900})$"+"\""};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
else {
const err126 = {instancePath:instancePath+"/schema",schemaPath:"#/$defs/Document/oneOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
var _valid1 = _errs115 === errors;
if(_valid1){
valid38 = true;
passing1 = 0;
}
const _errs117 = errors;
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
if(data37.s3 === undefined){
const err127 = {instancePath:instancePath+"/schema",schemaPath:"#/$defs/Document/oneOf/1/required",keyword:"required",params:{missingProperty: "s3"},message:"must have required property '"+"s3"+"'"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
for(const key11 in data37){
if(!((key11 === "s3") || (key11 === "bucketOwner"))){
const err128 = {instancePath:instancePath+"/schema",schemaPath:"#/$defs/Document/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
if(data37.s3 !== undefined){
let data38 = data37.s3;
if(typeof data38 === "string"){
if(!pattern34.test(data38)){
const err129 = {instancePath:instancePath+"/schema/s3",schemaPath:"#/$defs/Document/oneOf/1/properties/s3/pattern",keyword:"pattern",params:{pattern: "^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\\s{}]{1,900}$"},message:"must match pattern \""+"^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\\s{}]{1,900}$"+"\""};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
else {
const err130 = {instancePath:instancePath+"/schema/s3",schemaPath:"#/$defs/Document/oneOf/1/properties/s3/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data37.bucketOwner !== undefined){
let data39 = data37.bucketOwner;
if(typeof data39 === "string"){
if(!pattern35.test(data39)){
const err131 = {instancePath:instancePath+"/schema/bucketOwner",schemaPath:"#/$defs/Document/oneOf/1/properties/bucketOwner/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$"},message:"must match pattern \""+"^[0-9]{12}$"+"\""};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
else {
const err132 = {instancePath:instancePath+"/schema/bucketOwner",schemaPath:"#/$defs/Document/oneOf/1/properties/bucketOwner/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
}
else {
const err133 = {instancePath:instancePath+"/schema",schemaPath:"#/$defs/Document/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
var _valid1 = _errs117 === errors;
if(_valid1 && valid38){
valid38 = false;
passing1 = [passing1, 1];
}
else {
if(_valid1){
valid38 = true;
passing1 = 1;
}
}
if(!valid38){
const err134 = {instancePath:instancePath+"/schema",schemaPath:"#/$defs/Document/oneOf",keyword:"oneOf",params:{passingSchemas: passing1},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
else {
errors = _errs114;
if(vErrors !== null){
if(_errs114){
vErrors.length = _errs114;
}
else {
vErrors = null;
}
}
}
}
if(data.outbound !== undefined){
let data40 = data.outbound;
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
if(data40.type === undefined){
const err135 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
const tag2 = data40.type;
if(typeof tag2 == "string"){
if(tag2 === "none"){
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
if(data40.type === undefined){
const err136 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/0/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
for(const key12 in data40){
if(!(key12 === "type")){
const err137 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
if(data40.type !== undefined){
let data41 = data40.type;
if(typeof data41 !== "string"){
const err138 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/0/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if("none" !== data41){
const err139 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/0/properties/type/const",keyword:"const",params:{allowedValue: "none"},message:"must be equal to constant"};
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
const err140 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
var props4 = true;
}
else if(tag2 === "gateway-role"){
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
if(data40.type === undefined){
const err141 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/1/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
for(const key13 in data40){
if(!(((key13 === "type") || (key13 === "service")) || (key13 === "region"))){
const err142 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
if(data40.type !== undefined){
let data42 = data40.type;
if(typeof data42 !== "string"){
const err143 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/1/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
if("gateway-role" !== data42){
const err144 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/1/properties/type/const",keyword:"const",params:{allowedValue: "gateway-role"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
if(data40.service !== undefined){
let data43 = data40.service;
if(typeof data43 === "string"){
if(!pattern36.test(data43)){
const err145 = {instancePath:instancePath+"/outbound/service",schemaPath:"#/$defs/Outbound/oneOf/1/properties/service/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9._-]{1,64}$"},message:"must match pattern \""+"^[a-zA-Z0-9._-]{1,64}$"+"\""};
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
const err146 = {instancePath:instancePath+"/outbound/service",schemaPath:"#/$defs/Outbound/oneOf/1/properties/service/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
if(data40.region !== undefined){
let data44 = data40.region;
if(typeof data44 === "string"){
if(!pattern37.test(data44)){
const err147 = {instancePath:instancePath+"/outbound/region",schemaPath:"#/$defs/Outbound/oneOf/1/properties/region/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,32}$"},message:"must match pattern \""+"^[a-z0-9-]{1,32}$"+"\""};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
else {
const err148 = {instancePath:instancePath+"/outbound/region",schemaPath:"#/$defs/Outbound/oneOf/1/properties/region/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
}
else {
const err149 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
if(props4 !== true){
props4 = true;
}
}
else if(tag2 === "oauth"){
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
if(data40.type === undefined){
const err150 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
if(data40.provider === undefined){
const err151 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/required",keyword:"required",params:{missingProperty: "provider"},message:"must have required property '"+"provider"+"'"};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
for(const key14 in data40){
if(!((((((key14 === "type") || (key14 === "provider")) || (key14 === "scopes")) || (key14 === "grant")) || (key14 === "returnUrl")) || (key14 === "parameters"))){
const err152 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
if(data40.type !== undefined){
let data45 = data40.type;
if(typeof data45 !== "string"){
const err153 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/2/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
if("oauth" !== data45){
const err154 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/2/properties/type/const",keyword:"const",params:{allowedValue: "oauth"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
if(data40.provider !== undefined){
let data46 = data40.provider;
if(typeof data46 === "string"){
if(func2(data46) > 900){
const err155 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/maxLength",keyword:"maxLength",params:{limit: 900},message:"must NOT have more than 900 characters"};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
if(func2(data46) < 1){
const err156 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
if(!pattern24.test(data46)){
const err157 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/pattern",keyword:"pattern",params:{pattern: "^[^\\s{}]+$"},message:"must match pattern \""+"^[^\\s{}]+$"+"\""};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
else {
const err158 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
if(data40.scopes !== undefined){
let data47 = data40.scopes;
if(Array.isArray(data47)){
if(data47.length > 100){
const err159 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
if(data47.length < 1){
const err160 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
const len4 = data47.length;
for(let i8=0; i8<len4; i8++){
let data48 = data47[i8];
if(typeof data48 === "string"){
if(func2(data48) > 255){
const err161 = {instancePath:instancePath+"/outbound/scopes/" + i8,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters"};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
if(func2(data48) < 1){
const err162 = {instancePath:instancePath+"/outbound/scopes/" + i8,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
if(!pattern24.test(data48)){
const err163 = {instancePath:instancePath+"/outbound/scopes/" + i8,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/pattern",keyword:"pattern",params:{pattern: "^[^\\s{}]+$"},message:"must match pattern \""+"^[^\\s{}]+$"+"\""};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
else {
const err164 = {instancePath:instancePath+"/outbound/scopes/" + i8,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
let i9 = data47.length;
let j4;
if(i9 > 1){
const indices4 = {};
for(;i9--;){
let item4 = data47[i9];
if(typeof item4 !== "string"){
continue;
}
if(typeof indices4[item4] == "number"){
j4 = indices4[item4];
const err165 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/uniqueItems",keyword:"uniqueItems",params:{i: i9, j: j4},message:"must NOT have duplicate items (items ## "+j4+" and "+i9+" are identical)"};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
break;
}
indices4[item4] = i9;
}
}
}
else {
const err166 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
if(data40.grant !== undefined){
let data49 = data40.grant;
if(typeof data49 !== "string"){
const err167 = {instancePath:instancePath+"/outbound/grant",schemaPath:"#/$defs/Outbound/oneOf/2/properties/grant/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
if(!(((data49 === "client-credentials") || (data49 === "authorization-code")) || (data49 === "token-exchange"))){
const err168 = {instancePath:instancePath+"/outbound/grant",schemaPath:"#/$defs/Outbound/oneOf/2/properties/grant/enum",keyword:"enum",params:{allowedValues: schema38.oneOf[2].properties.grant.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
if(data40.returnUrl !== undefined){
let data50 = data40.returnUrl;
if(typeof data50 === "string"){
if(!pattern40.test(data50)){
const err169 = {instancePath:instancePath+"/outbound/returnUrl",schemaPath:"#/$defs/Outbound/oneOf/2/properties/returnUrl/pattern",keyword:"pattern",params:{pattern: "^https://[^\\s{}]{1,900}$"},message:"must match pattern \""+"^https://[^\\s{}]{1,900}$"+"\""};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
else {
const err170 = {instancePath:instancePath+"/outbound/returnUrl",schemaPath:"#/$defs/Outbound/oneOf/2/properties/returnUrl/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
if(data40.parameters !== undefined){
let data51 = data40.parameters;
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
if(Object.keys(data51).length > 10){
const err171 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/maxProperties",keyword:"maxProperties",params:{limit: 10},message:"must NOT have more than 10 properties"};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
for(const key15 in data51){
const _errs159 = errors;
if(typeof key15 === "string"){
if(!pattern41.test(key15)){
const err172 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.-]{1,256}$"},message:"must match pattern \""+"^[A-Za-z0-9_.-]{1,256}$"+"\"",propertyName:key15};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
}
var valid51 = _errs159 === errors;
if(!valid51){
const err173 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/propertyNames",keyword:"propertyNames",params:{propertyName: key15},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
for(const key16 in data51){
let data52 = data51[key16];
if(typeof data52 === "string"){
if(func2(data52) > 2048){
const err174 = {instancePath:instancePath+"/outbound/parameters/" + key16.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
else {
const err175 = {instancePath:instancePath+"/outbound/parameters/" + key16.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
}
else {
const err176 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
}
else {
const err177 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
if(props4 !== true){
props4 = true;
}
}
else if(tag2 === "api-key"){
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
if(data40.type === undefined){
const err178 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
if(data40.provider === undefined){
const err179 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/required",keyword:"required",params:{missingProperty: "provider"},message:"must have required property '"+"provider"+"'"};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
for(const key17 in data40){
if(!(((((key17 === "type") || (key17 === "provider")) || (key17 === "in")) || (key17 === "name")) || (key17 === "prefix"))){
const err180 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
if(data40.type !== undefined){
let data53 = data40.type;
if(typeof data53 !== "string"){
const err181 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/3/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
if("api-key" !== data53){
const err182 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/3/properties/type/const",keyword:"const",params:{allowedValue: "api-key"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
if(data40.provider !== undefined){
let data54 = data40.provider;
if(typeof data54 === "string"){
if(func2(data54) > 900){
const err183 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/maxLength",keyword:"maxLength",params:{limit: 900},message:"must NOT have more than 900 characters"};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
if(func2(data54) < 1){
const err184 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
if(!pattern24.test(data54)){
const err185 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/pattern",keyword:"pattern",params:{pattern: "^[^\\s{}]+$"},message:"must match pattern \""+"^[^\\s{}]+$"+"\""};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
}
else {
const err186 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
if(data40.in !== undefined){
let data55 = data40.in;
if(typeof data55 !== "string"){
const err187 = {instancePath:instancePath+"/outbound/in",schemaPath:"#/$defs/Outbound/oneOf/3/properties/in/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
if(!((data55 === "header") || (data55 === "query"))){
const err188 = {instancePath:instancePath+"/outbound/in",schemaPath:"#/$defs/Outbound/oneOf/3/properties/in/enum",keyword:"enum",params:{allowedValues: schema38.oneOf[3].properties.in.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
}
if(data40.name !== undefined){
let data56 = data40.name;
if(typeof data56 === "string"){
if(!pattern12.test(data56)){
const err189 = {instancePath:instancePath+"/outbound/name",schemaPath:"#/$defs/Outbound/oneOf/3/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9_.-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
else {
const err190 = {instancePath:instancePath+"/outbound/name",schemaPath:"#/$defs/Outbound/oneOf/3/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
}
if(data40.prefix !== undefined){
let data57 = data40.prefix;
if(typeof data57 === "string"){
if(!pattern44.test(data57)){
const err191 = {instancePath:instancePath+"/outbound/prefix",schemaPath:"#/$defs/Outbound/oneOf/3/properties/prefix/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_. -]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9_. -]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
else {
const err192 = {instancePath:instancePath+"/outbound/prefix",schemaPath:"#/$defs/Outbound/oneOf/3/properties/prefix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
}
else {
const err193 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
if(props4 !== true){
props4 = true;
}
}
else if(tag2 === "caller-iam"){
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
if(data40.type === undefined){
const err194 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/4/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
for(const key18 in data40){
if(!(key18 === "type")){
const err195 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/4/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
}
if(data40.type !== undefined){
let data58 = data40.type;
if(typeof data58 !== "string"){
const err196 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/4/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
if("caller-iam" !== data58){
const err197 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/4/properties/type/const",keyword:"const",params:{allowedValue: "caller-iam"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
}
}
else {
const err198 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/4/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
if(props4 !== true){
props4 = true;
}
}
else if(tag2 === "jwt-passthrough"){
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
if(data40.type === undefined){
const err199 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/5/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
for(const key19 in data40){
if(!(key19 === "type")){
const err200 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/5/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
}
if(data40.type !== undefined){
let data59 = data40.type;
if(typeof data59 !== "string"){
const err201 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/5/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
if("jwt-passthrough" !== data59){
const err202 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/5/properties/type/const",keyword:"const",params:{allowedValue: "jwt-passthrough"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
}
}
else {
const err203 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/5/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
if(props4 !== true){
props4 = true;
}
}
else {
const err204 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "type", tagValue: tag2},message:"value of tag \"type\" must be in oneOf"};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
}
else {
const err205 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/discriminator",keyword:"discriminator",params:{error: "tag", tag: "type", tagValue: tag2},message:"tag \"type\" must be string"};
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
const err206 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
}
if(data.requestHeaders !== undefined){
let data60 = data.requestHeaders;
if(Array.isArray(data60)){
if(data60.length > 10){
const err207 = {instancePath:instancePath+"/requestHeaders",schemaPath:"#/oneOf/1/properties/requestHeaders/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
const len5 = data60.length;
for(let i10=0; i10<len5; i10++){
let data61 = data60[i10];
if(typeof data61 === "string"){
if(!pattern45.test(data61)){
const err208 = {instancePath:instancePath+"/requestHeaders/" + i10,schemaPath:"#/oneOf/1/properties/requestHeaders/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
}
else {
const err209 = {instancePath:instancePath+"/requestHeaders/" + i10,schemaPath:"#/oneOf/1/properties/requestHeaders/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
}
let i11 = data60.length;
let j5;
if(i11 > 1){
const indices5 = {};
for(;i11--;){
let item5 = data60[i11];
if(typeof item5 !== "string"){
continue;
}
if(typeof indices5[item5] == "number"){
j5 = indices5[item5];
const err210 = {instancePath:instancePath+"/requestHeaders",schemaPath:"#/oneOf/1/properties/requestHeaders/uniqueItems",keyword:"uniqueItems",params:{i: i11, j: j5},message:"must NOT have duplicate items (items ## "+j5+" and "+i11+" are identical)"};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
break;
}
indices5[item5] = i11;
}
}
}
else {
const err211 = {instancePath:instancePath+"/requestHeaders",schemaPath:"#/oneOf/1/properties/requestHeaders/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
}
if(data.responseHeaders !== undefined){
let data62 = data.responseHeaders;
if(Array.isArray(data62)){
if(data62.length > 10){
const err212 = {instancePath:instancePath+"/responseHeaders",schemaPath:"#/oneOf/1/properties/responseHeaders/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
const len6 = data62.length;
for(let i12=0; i12<len6; i12++){
let data63 = data62[i12];
if(typeof data63 === "string"){
if(!pattern45.test(data63)){
const err213 = {instancePath:instancePath+"/responseHeaders/" + i12,schemaPath:"#/oneOf/1/properties/responseHeaders/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
}
else {
const err214 = {instancePath:instancePath+"/responseHeaders/" + i12,schemaPath:"#/oneOf/1/properties/responseHeaders/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
}
let i13 = data62.length;
let j6;
if(i13 > 1){
const indices6 = {};
for(;i13--;){
let item6 = data62[i13];
if(typeof item6 !== "string"){
continue;
}
if(typeof indices6[item6] == "number"){
j6 = indices6[item6];
const err215 = {instancePath:instancePath+"/responseHeaders",schemaPath:"#/oneOf/1/properties/responseHeaders/uniqueItems",keyword:"uniqueItems",params:{i: i13, j: j6},message:"must NOT have duplicate items (items ## "+j6+" and "+i13+" are identical)"};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
break;
}
indices6[item6] = i13;
}
}
}
else {
const err216 = {instancePath:instancePath+"/responseHeaders",schemaPath:"#/oneOf/1/properties/responseHeaders/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
}
if(data.queryParameters !== undefined){
let data64 = data.queryParameters;
if(Array.isArray(data64)){
if(data64.length > 10){
const err217 = {instancePath:instancePath+"/queryParameters",schemaPath:"#/oneOf/1/properties/queryParameters/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
const len7 = data64.length;
for(let i14=0; i14<len7; i14++){
let data65 = data64[i14];
if(typeof data65 === "string"){
if(!pattern47.test(data65)){
const err218 = {instancePath:instancePath+"/queryParameters/" + i14,schemaPath:"#/oneOf/1/properties/queryParameters/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.~-]{1,40}$"},message:"must match pattern \""+"^[A-Za-z0-9_.~-]{1,40}$"+"\""};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
}
else {
const err219 = {instancePath:instancePath+"/queryParameters/" + i14,schemaPath:"#/oneOf/1/properties/queryParameters/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
}
let i15 = data64.length;
let j7;
if(i15 > 1){
const indices7 = {};
for(;i15--;){
let item7 = data64[i15];
if(typeof item7 !== "string"){
continue;
}
if(typeof indices7[item7] == "number"){
j7 = indices7[item7];
const err220 = {instancePath:instancePath+"/queryParameters",schemaPath:"#/oneOf/1/properties/queryParameters/uniqueItems",keyword:"uniqueItems",params:{i: i15, j: j7},message:"must NOT have duplicate items (items ## "+j7+" and "+i15+" are identical)"};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
break;
}
indices7[item7] = i15;
}
}
}
else {
const err221 = {instancePath:instancePath+"/queryParameters",schemaPath:"#/oneOf/1/properties/queryParameters/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
}
if(data.extra !== undefined){
let data66 = data.extra;
if(data66 && typeof data66 == "object" && !Array.isArray(data66)){
if(Object.keys(data66).length > 50){
const err222 = {instancePath:instancePath+"/extra",schemaPath:"#/$defs/Extra/maxProperties",keyword:"maxProperties",params:{limit: 50},message:"must NOT have more than 50 properties"};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
}
else {
const err223 = {instancePath:instancePath+"/extra",schemaPath:"#/$defs/Extra/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
}
}
else {
const err224 = {instancePath,schemaPath:"#/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
if(props2 !== true){
props2 = true;
}
}
else if(tag0 === "smithy"){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err225 = {instancePath,schemaPath:"#/oneOf/2/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
if(data.type === undefined){
const err226 = {instancePath,schemaPath:"#/oneOf/2/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
for(const key20 in data){
if(!(func1.call(schema36.oneOf[2].properties, key20))){
const err227 = {instancePath,schemaPath:"#/oneOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
}
if(data.name !== undefined){
let data67 = data.name;
if(typeof data67 === "string"){
if(!pattern31.test(data67)){
const err228 = {instancePath:instancePath+"/name",schemaPath:"#/oneOf/2/properties/name/pattern",keyword:"pattern",params:{pattern: "^([0-9a-zA-Z]-?){1,100}$"},message:"must match pattern \""+"^([0-9a-zA-Z]-?){1,100}$"+"\""};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
}
else {
const err229 = {instancePath:instancePath+"/name",schemaPath:"#/oneOf/2/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
}
if(data.type !== undefined){
let data68 = data.type;
if(typeof data68 !== "string"){
const err230 = {instancePath:instancePath+"/type",schemaPath:"#/oneOf/2/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
if("smithy" !== data68){
const err231 = {instancePath:instancePath+"/type",schemaPath:"#/oneOf/2/properties/type/const",keyword:"const",params:{allowedValue: "smithy"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
}
if(data.description !== undefined){
let data69 = data.description;
if(typeof data69 === "string"){
if(func2(data69) > 200){
const err232 = {instancePath:instancePath+"/description",schemaPath:"#/oneOf/2/properties/description/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
if(func2(data69) < 1){
const err233 = {instancePath:instancePath+"/description",schemaPath:"#/oneOf/2/properties/description/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
}
else {
const err234 = {instancePath:instancePath+"/description",schemaPath:"#/oneOf/2/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
}
if(data.schema !== undefined){
let data70 = data.schema;
const _errs213 = errors;
let valid72 = false;
let passing2 = null;
const _errs214 = errors;
if(typeof data70 === "string"){
if(!pattern33.test(data70)){
const err235 = {instancePath:instancePath+"/schema",schemaPath:"#/$defs/Document/oneOf/0/pattern",keyword:"pattern",params:{pattern: "^(\\./(?:[A-Za-z0-9][A-Za-z0-9._-]{0,99}/){0,6}[A-Za-z0-9][A-Za-z0-9._-]{0,99}|s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\\s{}]{1,900})$"},message:"must match pattern \""+"^(\\./(?:[A-Za-z0-9][A-Za-z0-9._-]{0,99}/){0,6}[A-Za-z0-9][A-Za-z0-9._-]{0,99}|s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\\s{}]{1,900})$"+"\""};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
}
else {
const err236 = {instancePath:instancePath+"/schema",schemaPath:"#/$defs/Document/oneOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
var _valid2 = _errs214 === errors;
if(_valid2){
valid72 = true;
passing2 = 0;
}
const _errs216 = errors;
if(data70 && typeof data70 == "object" && !Array.isArray(data70)){
if(data70.s3 === undefined){
const err237 = {instancePath:instancePath+"/schema",schemaPath:"#/$defs/Document/oneOf/1/required",keyword:"required",params:{missingProperty: "s3"},message:"must have required property '"+"s3"+"'"};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
for(const key21 in data70){
if(!((key21 === "s3") || (key21 === "bucketOwner"))){
const err238 = {instancePath:instancePath+"/schema",schemaPath:"#/$defs/Document/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
}
if(data70.s3 !== undefined){
let data71 = data70.s3;
if(typeof data71 === "string"){
if(!pattern34.test(data71)){
const err239 = {instancePath:instancePath+"/schema/s3",schemaPath:"#/$defs/Document/oneOf/1/properties/s3/pattern",keyword:"pattern",params:{pattern: "^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\\s{}]{1,900}$"},message:"must match pattern \""+"^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\\s{}]{1,900}$"+"\""};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
}
else {
const err240 = {instancePath:instancePath+"/schema/s3",schemaPath:"#/$defs/Document/oneOf/1/properties/s3/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
}
if(data70.bucketOwner !== undefined){
let data72 = data70.bucketOwner;
if(typeof data72 === "string"){
if(!pattern35.test(data72)){
const err241 = {instancePath:instancePath+"/schema/bucketOwner",schemaPath:"#/$defs/Document/oneOf/1/properties/bucketOwner/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$"},message:"must match pattern \""+"^[0-9]{12}$"+"\""};
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
const err242 = {instancePath:instancePath+"/schema/bucketOwner",schemaPath:"#/$defs/Document/oneOf/1/properties/bucketOwner/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
}
}
else {
const err243 = {instancePath:instancePath+"/schema",schemaPath:"#/$defs/Document/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
var _valid2 = _errs216 === errors;
if(_valid2 && valid72){
valid72 = false;
passing2 = [passing2, 1];
}
else {
if(_valid2){
valid72 = true;
passing2 = 1;
}
}
if(!valid72){
const err244 = {instancePath:instancePath+"/schema",schemaPath:"#/$defs/Document/oneOf",keyword:"oneOf",params:{passingSchemas: passing2},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
else {
errors = _errs213;
if(vErrors !== null){
if(_errs213){
vErrors.length = _errs213;
}
else {
vErrors = null;
}
}
}
}
if(data.service !== undefined){
let data73 = data.service;
if(typeof data73 === "string"){
if(!pattern68.test(data73)){
const err245 = {instancePath:instancePath+"/service",schemaPath:"#/oneOf/2/properties/service/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
}
else {
const err246 = {instancePath:instancePath+"/service",schemaPath:"#/oneOf/2/properties/service/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
}
if(data.outbound !== undefined){
let data74 = data.outbound;
if(data74 && typeof data74 == "object" && !Array.isArray(data74)){
if(data74.type === undefined){
const err247 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
const tag3 = data74.type;
if(typeof tag3 == "string"){
if(tag3 === "none"){
if(data74 && typeof data74 == "object" && !Array.isArray(data74)){
if(data74.type === undefined){
const err248 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/0/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
for(const key22 in data74){
if(!(key22 === "type")){
const err249 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
}
if(data74.type !== undefined){
let data75 = data74.type;
if(typeof data75 !== "string"){
const err250 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/0/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
if("none" !== data75){
const err251 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/0/properties/type/const",keyword:"const",params:{allowedValue: "none"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
}
}
else {
const err252 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
var props6 = true;
}
else if(tag3 === "gateway-role"){
if(data74 && typeof data74 == "object" && !Array.isArray(data74)){
if(data74.type === undefined){
const err253 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/1/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
for(const key23 in data74){
if(!(((key23 === "type") || (key23 === "service")) || (key23 === "region"))){
const err254 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
}
if(data74.type !== undefined){
let data76 = data74.type;
if(typeof data76 !== "string"){
const err255 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/1/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
if("gateway-role" !== data76){
const err256 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/1/properties/type/const",keyword:"const",params:{allowedValue: "gateway-role"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
}
if(data74.service !== undefined){
let data77 = data74.service;
if(typeof data77 === "string"){
if(!pattern36.test(data77)){
const err257 = {instancePath:instancePath+"/outbound/service",schemaPath:"#/$defs/Outbound/oneOf/1/properties/service/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9._-]{1,64}$"},message:"must match pattern \""+"^[a-zA-Z0-9._-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
errors++;
}
}
else {
const err258 = {instancePath:instancePath+"/outbound/service",schemaPath:"#/$defs/Outbound/oneOf/1/properties/service/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err258];
}
else {
vErrors.push(err258);
}
errors++;
}
}
if(data74.region !== undefined){
let data78 = data74.region;
if(typeof data78 === "string"){
if(!pattern37.test(data78)){
const err259 = {instancePath:instancePath+"/outbound/region",schemaPath:"#/$defs/Outbound/oneOf/1/properties/region/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,32}$"},message:"must match pattern \""+"^[a-z0-9-]{1,32}$"+"\""};
if(vErrors === null){
vErrors = [err259];
}
else {
vErrors.push(err259);
}
errors++;
}
}
else {
const err260 = {instancePath:instancePath+"/outbound/region",schemaPath:"#/$defs/Outbound/oneOf/1/properties/region/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err260];
}
else {
vErrors.push(err260);
}
errors++;
}
}
}
else {
const err261 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err261];
}
else {
vErrors.push(err261);
}
errors++;
}
if(props6 !== true){
props6 = true;
}
}
else if(tag3 === "oauth"){
if(data74 && typeof data74 == "object" && !Array.isArray(data74)){
if(data74.type === undefined){
const err262 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err262];
}
else {
vErrors.push(err262);
}
errors++;
}
if(data74.provider === undefined){
const err263 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/required",keyword:"required",params:{missingProperty: "provider"},message:"must have required property '"+"provider"+"'"};
if(vErrors === null){
vErrors = [err263];
}
else {
vErrors.push(err263);
}
errors++;
}
for(const key24 in data74){
if(!((((((key24 === "type") || (key24 === "provider")) || (key24 === "scopes")) || (key24 === "grant")) || (key24 === "returnUrl")) || (key24 === "parameters"))){
const err264 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key24},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err264];
}
else {
vErrors.push(err264);
}
errors++;
}
}
if(data74.type !== undefined){
let data79 = data74.type;
if(typeof data79 !== "string"){
const err265 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/2/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err265];
}
else {
vErrors.push(err265);
}
errors++;
}
if("oauth" !== data79){
const err266 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/2/properties/type/const",keyword:"const",params:{allowedValue: "oauth"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err266];
}
else {
vErrors.push(err266);
}
errors++;
}
}
if(data74.provider !== undefined){
let data80 = data74.provider;
if(typeof data80 === "string"){
if(func2(data80) > 900){
const err267 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/maxLength",keyword:"maxLength",params:{limit: 900},message:"must NOT have more than 900 characters"};
if(vErrors === null){
vErrors = [err267];
}
else {
vErrors.push(err267);
}
errors++;
}
if(func2(data80) < 1){
const err268 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err268];
}
else {
vErrors.push(err268);
}
errors++;
}
if(!pattern24.test(data80)){
const err269 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/pattern",keyword:"pattern",params:{pattern: "^[^\\s{}]+$"},message:"must match pattern \""+"^[^\\s{}]+$"+"\""};
if(vErrors === null){
vErrors = [err269];
}
else {
vErrors.push(err269);
}
errors++;
}
}
else {
const err270 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err270];
}
else {
vErrors.push(err270);
}
errors++;
}
}
if(data74.scopes !== undefined){
let data81 = data74.scopes;
if(Array.isArray(data81)){
if(data81.length > 100){
const err271 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"};
if(vErrors === null){
vErrors = [err271];
}
else {
vErrors.push(err271);
}
errors++;
}
if(data81.length < 1){
const err272 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err272];
}
else {
vErrors.push(err272);
}
errors++;
}
const len8 = data81.length;
for(let i16=0; i16<len8; i16++){
let data82 = data81[i16];
if(typeof data82 === "string"){
if(func2(data82) > 255){
const err273 = {instancePath:instancePath+"/outbound/scopes/" + i16,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters"};
if(vErrors === null){
vErrors = [err273];
}
else {
vErrors.push(err273);
}
errors++;
}
if(func2(data82) < 1){
const err274 = {instancePath:instancePath+"/outbound/scopes/" + i16,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err274];
}
else {
vErrors.push(err274);
}
errors++;
}
if(!pattern24.test(data82)){
const err275 = {instancePath:instancePath+"/outbound/scopes/" + i16,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/pattern",keyword:"pattern",params:{pattern: "^[^\\s{}]+$"},message:"must match pattern \""+"^[^\\s{}]+$"+"\""};
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
const err276 = {instancePath:instancePath+"/outbound/scopes/" + i16,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err276];
}
else {
vErrors.push(err276);
}
errors++;
}
}
let i17 = data81.length;
let j8;
if(i17 > 1){
const indices8 = {};
for(;i17--;){
let item8 = data81[i17];
if(typeof item8 !== "string"){
continue;
}
if(typeof indices8[item8] == "number"){
j8 = indices8[item8];
const err277 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/uniqueItems",keyword:"uniqueItems",params:{i: i17, j: j8},message:"must NOT have duplicate items (items ## "+j8+" and "+i17+" are identical)"};
if(vErrors === null){
vErrors = [err277];
}
else {
vErrors.push(err277);
}
errors++;
break;
}
indices8[item8] = i17;
}
}
}
else {
const err278 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err278];
}
else {
vErrors.push(err278);
}
errors++;
}
}
if(data74.grant !== undefined){
let data83 = data74.grant;
if(typeof data83 !== "string"){
const err279 = {instancePath:instancePath+"/outbound/grant",schemaPath:"#/$defs/Outbound/oneOf/2/properties/grant/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err279];
}
else {
vErrors.push(err279);
}
errors++;
}
if(!(((data83 === "client-credentials") || (data83 === "authorization-code")) || (data83 === "token-exchange"))){
const err280 = {instancePath:instancePath+"/outbound/grant",schemaPath:"#/$defs/Outbound/oneOf/2/properties/grant/enum",keyword:"enum",params:{allowedValues: schema38.oneOf[2].properties.grant.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err280];
}
else {
vErrors.push(err280);
}
errors++;
}
}
if(data74.returnUrl !== undefined){
let data84 = data74.returnUrl;
if(typeof data84 === "string"){
if(!pattern40.test(data84)){
const err281 = {instancePath:instancePath+"/outbound/returnUrl",schemaPath:"#/$defs/Outbound/oneOf/2/properties/returnUrl/pattern",keyword:"pattern",params:{pattern: "^https://[^\\s{}]{1,900}$"},message:"must match pattern \""+"^https://[^\\s{}]{1,900}$"+"\""};
if(vErrors === null){
vErrors = [err281];
}
else {
vErrors.push(err281);
}
errors++;
}
}
else {
const err282 = {instancePath:instancePath+"/outbound/returnUrl",schemaPath:"#/$defs/Outbound/oneOf/2/properties/returnUrl/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err282];
}
else {
vErrors.push(err282);
}
errors++;
}
}
if(data74.parameters !== undefined){
let data85 = data74.parameters;
if(data85 && typeof data85 == "object" && !Array.isArray(data85)){
if(Object.keys(data85).length > 10){
const err283 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/maxProperties",keyword:"maxProperties",params:{limit: 10},message:"must NOT have more than 10 properties"};
if(vErrors === null){
vErrors = [err283];
}
else {
vErrors.push(err283);
}
errors++;
}
for(const key25 in data85){
const _errs260 = errors;
if(typeof key25 === "string"){
if(!pattern41.test(key25)){
const err284 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.-]{1,256}$"},message:"must match pattern \""+"^[A-Za-z0-9_.-]{1,256}$"+"\"",propertyName:key25};
if(vErrors === null){
vErrors = [err284];
}
else {
vErrors.push(err284);
}
errors++;
}
}
var valid85 = _errs260 === errors;
if(!valid85){
const err285 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/propertyNames",keyword:"propertyNames",params:{propertyName: key25},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err285];
}
else {
vErrors.push(err285);
}
errors++;
}
}
for(const key26 in data85){
let data86 = data85[key26];
if(typeof data86 === "string"){
if(func2(data86) > 2048){
const err286 = {instancePath:instancePath+"/outbound/parameters/" + key26.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err286];
}
else {
vErrors.push(err286);
}
errors++;
}
}
else {
const err287 = {instancePath:instancePath+"/outbound/parameters/" + key26.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err287];
}
else {
vErrors.push(err287);
}
errors++;
}
}
}
else {
const err288 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err288];
}
else {
vErrors.push(err288);
}
errors++;
}
}
}
else {
const err289 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err289];
}
else {
vErrors.push(err289);
}
errors++;
}
if(props6 !== true){
props6 = true;
}
}
else if(tag3 === "api-key"){
if(data74 && typeof data74 == "object" && !Array.isArray(data74)){
if(data74.type === undefined){
const err290 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err290];
}
else {
vErrors.push(err290);
}
errors++;
}
if(data74.provider === undefined){
const err291 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/required",keyword:"required",params:{missingProperty: "provider"},message:"must have required property '"+"provider"+"'"};
if(vErrors === null){
vErrors = [err291];
}
else {
vErrors.push(err291);
}
errors++;
}
for(const key27 in data74){
if(!(((((key27 === "type") || (key27 === "provider")) || (key27 === "in")) || (key27 === "name")) || (key27 === "prefix"))){
const err292 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key27},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err292];
}
else {
vErrors.push(err292);
}
errors++;
}
}
if(data74.type !== undefined){
let data87 = data74.type;
if(typeof data87 !== "string"){
const err293 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/3/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err293];
}
else {
vErrors.push(err293);
}
errors++;
}
if("api-key" !== data87){
const err294 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/3/properties/type/const",keyword:"const",params:{allowedValue: "api-key"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err294];
}
else {
vErrors.push(err294);
}
errors++;
}
}
if(data74.provider !== undefined){
let data88 = data74.provider;
if(typeof data88 === "string"){
if(func2(data88) > 900){
const err295 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/maxLength",keyword:"maxLength",params:{limit: 900},message:"must NOT have more than 900 characters"};
if(vErrors === null){
vErrors = [err295];
}
else {
vErrors.push(err295);
}
errors++;
}
if(func2(data88) < 1){
const err296 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err296];
}
else {
vErrors.push(err296);
}
errors++;
}
if(!pattern24.test(data88)){
const err297 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/pattern",keyword:"pattern",params:{pattern: "^[^\\s{}]+$"},message:"must match pattern \""+"^[^\\s{}]+$"+"\""};
if(vErrors === null){
vErrors = [err297];
}
else {
vErrors.push(err297);
}
errors++;
}
}
else {
const err298 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err298];
}
else {
vErrors.push(err298);
}
errors++;
}
}
if(data74.in !== undefined){
let data89 = data74.in;
if(typeof data89 !== "string"){
const err299 = {instancePath:instancePath+"/outbound/in",schemaPath:"#/$defs/Outbound/oneOf/3/properties/in/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err299];
}
else {
vErrors.push(err299);
}
errors++;
}
if(!((data89 === "header") || (data89 === "query"))){
const err300 = {instancePath:instancePath+"/outbound/in",schemaPath:"#/$defs/Outbound/oneOf/3/properties/in/enum",keyword:"enum",params:{allowedValues: schema38.oneOf[3].properties.in.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err300];
}
else {
vErrors.push(err300);
}
errors++;
}
}
if(data74.name !== undefined){
let data90 = data74.name;
if(typeof data90 === "string"){
if(!pattern12.test(data90)){
const err301 = {instancePath:instancePath+"/outbound/name",schemaPath:"#/$defs/Outbound/oneOf/3/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9_.-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err301];
}
else {
vErrors.push(err301);
}
errors++;
}
}
else {
const err302 = {instancePath:instancePath+"/outbound/name",schemaPath:"#/$defs/Outbound/oneOf/3/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err302];
}
else {
vErrors.push(err302);
}
errors++;
}
}
if(data74.prefix !== undefined){
let data91 = data74.prefix;
if(typeof data91 === "string"){
if(!pattern44.test(data91)){
const err303 = {instancePath:instancePath+"/outbound/prefix",schemaPath:"#/$defs/Outbound/oneOf/3/properties/prefix/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_. -]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9_. -]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err303];
}
else {
vErrors.push(err303);
}
errors++;
}
}
else {
const err304 = {instancePath:instancePath+"/outbound/prefix",schemaPath:"#/$defs/Outbound/oneOf/3/properties/prefix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err304];
}
else {
vErrors.push(err304);
}
errors++;
}
}
}
else {
const err305 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err305];
}
else {
vErrors.push(err305);
}
errors++;
}
if(props6 !== true){
props6 = true;
}
}
else if(tag3 === "caller-iam"){
if(data74 && typeof data74 == "object" && !Array.isArray(data74)){
if(data74.type === undefined){
const err306 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/4/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err306];
}
else {
vErrors.push(err306);
}
errors++;
}
for(const key28 in data74){
if(!(key28 === "type")){
const err307 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/4/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key28},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err307];
}
else {
vErrors.push(err307);
}
errors++;
}
}
if(data74.type !== undefined){
let data92 = data74.type;
if(typeof data92 !== "string"){
const err308 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/4/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err308];
}
else {
vErrors.push(err308);
}
errors++;
}
if("caller-iam" !== data92){
const err309 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/4/properties/type/const",keyword:"const",params:{allowedValue: "caller-iam"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err309];
}
else {
vErrors.push(err309);
}
errors++;
}
}
}
else {
const err310 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/4/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err310];
}
else {
vErrors.push(err310);
}
errors++;
}
if(props6 !== true){
props6 = true;
}
}
else if(tag3 === "jwt-passthrough"){
if(data74 && typeof data74 == "object" && !Array.isArray(data74)){
if(data74.type === undefined){
const err311 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/5/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err311];
}
else {
vErrors.push(err311);
}
errors++;
}
for(const key29 in data74){
if(!(key29 === "type")){
const err312 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/5/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key29},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err312];
}
else {
vErrors.push(err312);
}
errors++;
}
}
if(data74.type !== undefined){
let data93 = data74.type;
if(typeof data93 !== "string"){
const err313 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/5/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err313];
}
else {
vErrors.push(err313);
}
errors++;
}
if("jwt-passthrough" !== data93){
const err314 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/5/properties/type/const",keyword:"const",params:{allowedValue: "jwt-passthrough"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err314];
}
else {
vErrors.push(err314);
}
errors++;
}
}
}
else {
const err315 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/5/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err315];
}
else {
vErrors.push(err315);
}
errors++;
}
if(props6 !== true){
props6 = true;
}
}
else {
const err316 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "type", tagValue: tag3},message:"value of tag \"type\" must be in oneOf"};
if(vErrors === null){
vErrors = [err316];
}
else {
vErrors.push(err316);
}
errors++;
}
}
else {
const err317 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/discriminator",keyword:"discriminator",params:{error: "tag", tag: "type", tagValue: tag3},message:"tag \"type\" must be string"};
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
const err318 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err318];
}
else {
vErrors.push(err318);
}
errors++;
}
}
if(data.requestHeaders !== undefined){
let data94 = data.requestHeaders;
if(Array.isArray(data94)){
if(data94.length > 10){
const err319 = {instancePath:instancePath+"/requestHeaders",schemaPath:"#/oneOf/2/properties/requestHeaders/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err319];
}
else {
vErrors.push(err319);
}
errors++;
}
const len9 = data94.length;
for(let i18=0; i18<len9; i18++){
let data95 = data94[i18];
if(typeof data95 === "string"){
if(!pattern45.test(data95)){
const err320 = {instancePath:instancePath+"/requestHeaders/" + i18,schemaPath:"#/oneOf/2/properties/requestHeaders/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err320];
}
else {
vErrors.push(err320);
}
errors++;
}
}
else {
const err321 = {instancePath:instancePath+"/requestHeaders/" + i18,schemaPath:"#/oneOf/2/properties/requestHeaders/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err321];
}
else {
vErrors.push(err321);
}
errors++;
}
}
let i19 = data94.length;
let j9;
if(i19 > 1){
const indices9 = {};
for(;i19--;){
let item9 = data94[i19];
if(typeof item9 !== "string"){
continue;
}
if(typeof indices9[item9] == "number"){
j9 = indices9[item9];
const err322 = {instancePath:instancePath+"/requestHeaders",schemaPath:"#/oneOf/2/properties/requestHeaders/uniqueItems",keyword:"uniqueItems",params:{i: i19, j: j9},message:"must NOT have duplicate items (items ## "+j9+" and "+i19+" are identical)"};
if(vErrors === null){
vErrors = [err322];
}
else {
vErrors.push(err322);
}
errors++;
break;
}
indices9[item9] = i19;
}
}
}
else {
const err323 = {instancePath:instancePath+"/requestHeaders",schemaPath:"#/oneOf/2/properties/requestHeaders/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err323];
}
else {
vErrors.push(err323);
}
errors++;
}
}
if(data.responseHeaders !== undefined){
let data96 = data.responseHeaders;
if(Array.isArray(data96)){
if(data96.length > 10){
const err324 = {instancePath:instancePath+"/responseHeaders",schemaPath:"#/oneOf/2/properties/responseHeaders/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err324];
}
else {
vErrors.push(err324);
}
errors++;
}
const len10 = data96.length;
for(let i20=0; i20<len10; i20++){
let data97 = data96[i20];
if(typeof data97 === "string"){
if(!pattern45.test(data97)){
const err325 = {instancePath:instancePath+"/responseHeaders/" + i20,schemaPath:"#/oneOf/2/properties/responseHeaders/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err325];
}
else {
vErrors.push(err325);
}
errors++;
}
}
else {
const err326 = {instancePath:instancePath+"/responseHeaders/" + i20,schemaPath:"#/oneOf/2/properties/responseHeaders/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err326];
}
else {
vErrors.push(err326);
}
errors++;
}
}
let i21 = data96.length;
let j10;
if(i21 > 1){
const indices10 = {};
for(;i21--;){
let item10 = data96[i21];
if(typeof item10 !== "string"){
continue;
}
if(typeof indices10[item10] == "number"){
j10 = indices10[item10];
const err327 = {instancePath:instancePath+"/responseHeaders",schemaPath:"#/oneOf/2/properties/responseHeaders/uniqueItems",keyword:"uniqueItems",params:{i: i21, j: j10},message:"must NOT have duplicate items (items ## "+j10+" and "+i21+" are identical)"};
if(vErrors === null){
vErrors = [err327];
}
else {
vErrors.push(err327);
}
errors++;
break;
}
indices10[item10] = i21;
}
}
}
else {
const err328 = {instancePath:instancePath+"/responseHeaders",schemaPath:"#/oneOf/2/properties/responseHeaders/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err328];
}
else {
vErrors.push(err328);
}
errors++;
}
}
if(data.queryParameters !== undefined){
let data98 = data.queryParameters;
if(Array.isArray(data98)){
if(data98.length > 10){
const err329 = {instancePath:instancePath+"/queryParameters",schemaPath:"#/oneOf/2/properties/queryParameters/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err329];
}
else {
vErrors.push(err329);
}
errors++;
}
const len11 = data98.length;
for(let i22=0; i22<len11; i22++){
let data99 = data98[i22];
if(typeof data99 === "string"){
if(!pattern47.test(data99)){
const err330 = {instancePath:instancePath+"/queryParameters/" + i22,schemaPath:"#/oneOf/2/properties/queryParameters/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.~-]{1,40}$"},message:"must match pattern \""+"^[A-Za-z0-9_.~-]{1,40}$"+"\""};
if(vErrors === null){
vErrors = [err330];
}
else {
vErrors.push(err330);
}
errors++;
}
}
else {
const err331 = {instancePath:instancePath+"/queryParameters/" + i22,schemaPath:"#/oneOf/2/properties/queryParameters/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err331];
}
else {
vErrors.push(err331);
}
errors++;
}
}
let i23 = data98.length;
let j11;
if(i23 > 1){
const indices11 = {};
for(;i23--;){
let item11 = data98[i23];
if(typeof item11 !== "string"){
continue;
}
if(typeof indices11[item11] == "number"){
j11 = indices11[item11];
const err332 = {instancePath:instancePath+"/queryParameters",schemaPath:"#/oneOf/2/properties/queryParameters/uniqueItems",keyword:"uniqueItems",params:{i: i23, j: j11},message:"must NOT have duplicate items (items ## "+j11+" and "+i23+" are identical)"};
if(vErrors === null){
vErrors = [err332];
}
else {
vErrors.push(err332);
}
errors++;
break;
}
indices11[item11] = i23;
}
}
}
else {
const err333 = {instancePath:instancePath+"/queryParameters",schemaPath:"#/oneOf/2/properties/queryParameters/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err333];
}
else {
vErrors.push(err333);
}
errors++;
}
}
if(data.extra !== undefined){
let data100 = data.extra;
if(data100 && typeof data100 == "object" && !Array.isArray(data100)){
if(Object.keys(data100).length > 50){
const err334 = {instancePath:instancePath+"/extra",schemaPath:"#/$defs/Extra/maxProperties",keyword:"maxProperties",params:{limit: 50},message:"must NOT have more than 50 properties"};
if(vErrors === null){
vErrors = [err334];
}
else {
vErrors.push(err334);
}
errors++;
}
}
else {
const err335 = {instancePath:instancePath+"/extra",schemaPath:"#/$defs/Extra/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err335];
}
else {
vErrors.push(err335);
}
errors++;
}
}
}
else {
const err336 = {instancePath,schemaPath:"#/oneOf/2/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err336];
}
else {
vErrors.push(err336);
}
errors++;
}
if(props2 !== true){
props2 = true;
}
}
else if(tag0 === "apiGateway"){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err337 = {instancePath,schemaPath:"#/oneOf/3/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err337];
}
else {
vErrors.push(err337);
}
errors++;
}
if(data.type === undefined){
const err338 = {instancePath,schemaPath:"#/oneOf/3/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err338];
}
else {
vErrors.push(err338);
}
errors++;
}
if(data.restApi === undefined){
const err339 = {instancePath,schemaPath:"#/oneOf/3/required",keyword:"required",params:{missingProperty: "restApi"},message:"must have required property '"+"restApi"+"'"};
if(vErrors === null){
vErrors = [err339];
}
else {
vErrors.push(err339);
}
errors++;
}
if(data.stage === undefined){
const err340 = {instancePath,schemaPath:"#/oneOf/3/required",keyword:"required",params:{missingProperty: "stage"},message:"must have required property '"+"stage"+"'"};
if(vErrors === null){
vErrors = [err340];
}
else {
vErrors.push(err340);
}
errors++;
}
if(data.filters === undefined){
const err341 = {instancePath,schemaPath:"#/oneOf/3/required",keyword:"required",params:{missingProperty: "filters"},message:"must have required property '"+"filters"+"'"};
if(vErrors === null){
vErrors = [err341];
}
else {
vErrors.push(err341);
}
errors++;
}
for(const key30 in data){
if(!(func1.call(schema36.oneOf[3].properties, key30))){
const err342 = {instancePath,schemaPath:"#/oneOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key30},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err342];
}
else {
vErrors.push(err342);
}
errors++;
}
}
if(data.name !== undefined){
let data101 = data.name;
if(typeof data101 === "string"){
if(!pattern31.test(data101)){
const err343 = {instancePath:instancePath+"/name",schemaPath:"#/oneOf/3/properties/name/pattern",keyword:"pattern",params:{pattern: "^([0-9a-zA-Z]-?){1,100}$"},message:"must match pattern \""+"^([0-9a-zA-Z]-?){1,100}$"+"\""};
if(vErrors === null){
vErrors = [err343];
}
else {
vErrors.push(err343);
}
errors++;
}
}
else {
const err344 = {instancePath:instancePath+"/name",schemaPath:"#/oneOf/3/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err344];
}
else {
vErrors.push(err344);
}
errors++;
}
}
if(data.type !== undefined){
let data102 = data.type;
if(typeof data102 !== "string"){
const err345 = {instancePath:instancePath+"/type",schemaPath:"#/oneOf/3/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err345];
}
else {
vErrors.push(err345);
}
errors++;
}
if("apiGateway" !== data102){
const err346 = {instancePath:instancePath+"/type",schemaPath:"#/oneOf/3/properties/type/const",keyword:"const",params:{allowedValue: "apiGateway"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err346];
}
else {
vErrors.push(err346);
}
errors++;
}
}
if(data.description !== undefined){
let data103 = data.description;
if(typeof data103 === "string"){
if(func2(data103) > 200){
const err347 = {instancePath:instancePath+"/description",schemaPath:"#/oneOf/3/properties/description/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"};
if(vErrors === null){
vErrors = [err347];
}
else {
vErrors.push(err347);
}
errors++;
}
if(func2(data103) < 1){
const err348 = {instancePath:instancePath+"/description",schemaPath:"#/oneOf/3/properties/description/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err348];
}
else {
vErrors.push(err348);
}
errors++;
}
}
else {
const err349 = {instancePath:instancePath+"/description",schemaPath:"#/oneOf/3/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err349];
}
else {
vErrors.push(err349);
}
errors++;
}
}
if(data.restApi !== undefined){
let data104 = data.restApi;
if(typeof data104 === "string"){
if(!pattern82.test(data104)){
const err350 = {instancePath:instancePath+"/restApi",schemaPath:"#/oneOf/3/properties/restApi/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]{1,20}$"},message:"must match pattern \""+"^[a-z0-9]{1,20}$"+"\""};
if(vErrors === null){
vErrors = [err350];
}
else {
vErrors.push(err350);
}
errors++;
}
}
else {
const err351 = {instancePath:instancePath+"/restApi",schemaPath:"#/oneOf/3/properties/restApi/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err351];
}
else {
vErrors.push(err351);
}
errors++;
}
}
if(data.stage !== undefined){
let data105 = data.stage;
if(typeof data105 === "string"){
if(!pattern83.test(data105)){
const err352 = {instancePath:instancePath+"/stage",schemaPath:"#/oneOf/3/properties/stage/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{1,128}$"+"\""};
if(vErrors === null){
vErrors = [err352];
}
else {
vErrors.push(err352);
}
errors++;
}
}
else {
const err353 = {instancePath:instancePath+"/stage",schemaPath:"#/oneOf/3/properties/stage/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err353];
}
else {
vErrors.push(err353);
}
errors++;
}
}
if(data.filters !== undefined){
let data106 = data.filters;
if(Array.isArray(data106)){
if(data106.length > 200){
const err354 = {instancePath:instancePath+"/filters",schemaPath:"#/oneOf/3/properties/filters/maxItems",keyword:"maxItems",params:{limit: 200},message:"must NOT have more than 200 items"};
if(vErrors === null){
vErrors = [err354];
}
else {
vErrors.push(err354);
}
errors++;
}
if(data106.length < 1){
const err355 = {instancePath:instancePath+"/filters",schemaPath:"#/oneOf/3/properties/filters/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err355];
}
else {
vErrors.push(err355);
}
errors++;
}
const len12 = data106.length;
for(let i24=0; i24<len12; i24++){
let data107 = data106[i24];
if(data107 && typeof data107 == "object" && !Array.isArray(data107)){
if(data107.path === undefined){
const err356 = {instancePath:instancePath+"/filters/" + i24,schemaPath:"#/oneOf/3/properties/filters/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'"};
if(vErrors === null){
vErrors = [err356];
}
else {
vErrors.push(err356);
}
errors++;
}
if(data107.methods === undefined){
const err357 = {instancePath:instancePath+"/filters/" + i24,schemaPath:"#/oneOf/3/properties/filters/items/required",keyword:"required",params:{missingProperty: "methods"},message:"must have required property '"+"methods"+"'"};
if(vErrors === null){
vErrors = [err357];
}
else {
vErrors.push(err357);
}
errors++;
}
for(const key31 in data107){
if(!((key31 === "path") || (key31 === "methods"))){
const err358 = {instancePath:instancePath+"/filters/" + i24,schemaPath:"#/oneOf/3/properties/filters/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key31},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err358];
}
else {
vErrors.push(err358);
}
errors++;
}
}
if(data107.path !== undefined){
let data108 = data107.path;
if(typeof data108 === "string"){
if(func2(data108) > 1024){
const err359 = {instancePath:instancePath+"/filters/" + i24+"/path",schemaPath:"#/oneOf/3/properties/filters/items/properties/path/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err359];
}
else {
vErrors.push(err359);
}
errors++;
}
if(!pattern84.test(data108)){
const err360 = {instancePath:instancePath+"/filters/" + i24+"/path",schemaPath:"#/oneOf/3/properties/filters/items/properties/path/pattern",keyword:"pattern",params:{pattern: "^/[^\\s]*$"},message:"must match pattern \""+"^/[^\\s]*$"+"\""};
if(vErrors === null){
vErrors = [err360];
}
else {
vErrors.push(err360);
}
errors++;
}
}
else {
const err361 = {instancePath:instancePath+"/filters/" + i24+"/path",schemaPath:"#/oneOf/3/properties/filters/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err361];
}
else {
vErrors.push(err361);
}
errors++;
}
}
if(data107.methods !== undefined){
let data109 = data107.methods;
if(Array.isArray(data109)){
if(data109.length < 1){
const err362 = {instancePath:instancePath+"/filters/" + i24+"/methods",schemaPath:"#/oneOf/3/properties/filters/items/properties/methods/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err362];
}
else {
vErrors.push(err362);
}
errors++;
}
const len13 = data109.length;
for(let i25=0; i25<len13; i25++){
let data110 = data109[i25];
if(typeof data110 !== "string"){
const err363 = {instancePath:instancePath+"/filters/" + i24+"/methods/" + i25,schemaPath:"#/$defs/Method/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err363];
}
else {
vErrors.push(err363);
}
errors++;
}
if(!(((((((data110 === "GET") || (data110 === "DELETE")) || (data110 === "HEAD")) || (data110 === "OPTIONS")) || (data110 === "PATCH")) || (data110 === "PUT")) || (data110 === "POST"))){
const err364 = {instancePath:instancePath+"/filters/" + i24+"/methods/" + i25,schemaPath:"#/$defs/Method/enum",keyword:"enum",params:{allowedValues: schema46.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err364];
}
else {
vErrors.push(err364);
}
errors++;
}
}
let i26 = data109.length;
let j12;
if(i26 > 1){
outer0:
for(;i26--;){
for(j12 = i26; j12--;){
if(func0(data109[i26], data109[j12])){
const err365 = {instancePath:instancePath+"/filters/" + i24+"/methods",schemaPath:"#/oneOf/3/properties/filters/items/properties/methods/uniqueItems",keyword:"uniqueItems",params:{i: i26, j: j12},message:"must NOT have duplicate items (items ## "+j12+" and "+i26+" are identical)"};
if(vErrors === null){
vErrors = [err365];
}
else {
vErrors.push(err365);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err366 = {instancePath:instancePath+"/filters/" + i24+"/methods",schemaPath:"#/oneOf/3/properties/filters/items/properties/methods/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err366];
}
else {
vErrors.push(err366);
}
errors++;
}
}
}
else {
const err367 = {instancePath:instancePath+"/filters/" + i24,schemaPath:"#/oneOf/3/properties/filters/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err367];
}
else {
vErrors.push(err367);
}
errors++;
}
}
}
else {
const err368 = {instancePath:instancePath+"/filters",schemaPath:"#/oneOf/3/properties/filters/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err368];
}
else {
vErrors.push(err368);
}
errors++;
}
}
if(data.overrides !== undefined){
let data111 = data.overrides;
if(Array.isArray(data111)){
if(data111.length > 200){
const err369 = {instancePath:instancePath+"/overrides",schemaPath:"#/oneOf/3/properties/overrides/maxItems",keyword:"maxItems",params:{limit: 200},message:"must NOT have more than 200 items"};
if(vErrors === null){
vErrors = [err369];
}
else {
vErrors.push(err369);
}
errors++;
}
if(data111.length < 1){
const err370 = {instancePath:instancePath+"/overrides",schemaPath:"#/oneOf/3/properties/overrides/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err370];
}
else {
vErrors.push(err370);
}
errors++;
}
const len14 = data111.length;
for(let i27=0; i27<len14; i27++){
let data112 = data111[i27];
if(data112 && typeof data112 == "object" && !Array.isArray(data112)){
if(data112.path === undefined){
const err371 = {instancePath:instancePath+"/overrides/" + i27,schemaPath:"#/oneOf/3/properties/overrides/items/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'"};
if(vErrors === null){
vErrors = [err371];
}
else {
vErrors.push(err371);
}
errors++;
}
if(data112.method === undefined){
const err372 = {instancePath:instancePath+"/overrides/" + i27,schemaPath:"#/oneOf/3/properties/overrides/items/required",keyword:"required",params:{missingProperty: "method"},message:"must have required property '"+"method"+"'"};
if(vErrors === null){
vErrors = [err372];
}
else {
vErrors.push(err372);
}
errors++;
}
if(data112.name === undefined){
const err373 = {instancePath:instancePath+"/overrides/" + i27,schemaPath:"#/oneOf/3/properties/overrides/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err373];
}
else {
vErrors.push(err373);
}
errors++;
}
for(const key32 in data112){
if(!((((key32 === "path") || (key32 === "method")) || (key32 === "name")) || (key32 === "description"))){
const err374 = {instancePath:instancePath+"/overrides/" + i27,schemaPath:"#/oneOf/3/properties/overrides/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key32},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err374];
}
else {
vErrors.push(err374);
}
errors++;
}
}
if(data112.path !== undefined){
let data113 = data112.path;
if(typeof data113 === "string"){
if(func2(data113) > 1024){
const err375 = {instancePath:instancePath+"/overrides/" + i27+"/path",schemaPath:"#/oneOf/3/properties/overrides/items/properties/path/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err375];
}
else {
vErrors.push(err375);
}
errors++;
}
if(!pattern84.test(data113)){
const err376 = {instancePath:instancePath+"/overrides/" + i27+"/path",schemaPath:"#/oneOf/3/properties/overrides/items/properties/path/pattern",keyword:"pattern",params:{pattern: "^/[^\\s]*$"},message:"must match pattern \""+"^/[^\\s]*$"+"\""};
if(vErrors === null){
vErrors = [err376];
}
else {
vErrors.push(err376);
}
errors++;
}
}
else {
const err377 = {instancePath:instancePath+"/overrides/" + i27+"/path",schemaPath:"#/oneOf/3/properties/overrides/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err377];
}
else {
vErrors.push(err377);
}
errors++;
}
}
if(data112.method !== undefined){
let data114 = data112.method;
if(typeof data114 !== "string"){
const err378 = {instancePath:instancePath+"/overrides/" + i27+"/method",schemaPath:"#/$defs/Method/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err378];
}
else {
vErrors.push(err378);
}
errors++;
}
if(!(((((((data114 === "GET") || (data114 === "DELETE")) || (data114 === "HEAD")) || (data114 === "OPTIONS")) || (data114 === "PATCH")) || (data114 === "PUT")) || (data114 === "POST"))){
const err379 = {instancePath:instancePath+"/overrides/" + i27+"/method",schemaPath:"#/$defs/Method/enum",keyword:"enum",params:{allowedValues: schema46.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err379];
}
else {
vErrors.push(err379);
}
errors++;
}
}
if(data112.name !== undefined){
let data115 = data112.name;
if(typeof data115 === "string"){
if(!pattern86.test(data115)){
const err380 = {instancePath:instancePath+"/overrides/" + i27+"/name",schemaPath:"#/oneOf/3/properties/overrides/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err380];
}
else {
vErrors.push(err380);
}
errors++;
}
}
else {
const err381 = {instancePath:instancePath+"/overrides/" + i27+"/name",schemaPath:"#/oneOf/3/properties/overrides/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err381];
}
else {
vErrors.push(err381);
}
errors++;
}
}
if(data112.description !== undefined){
let data116 = data112.description;
if(typeof data116 === "string"){
if(func2(data116) > 1000){
const err382 = {instancePath:instancePath+"/overrides/" + i27+"/description",schemaPath:"#/oneOf/3/properties/overrides/items/properties/description/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters"};
if(vErrors === null){
vErrors = [err382];
}
else {
vErrors.push(err382);
}
errors++;
}
if(func2(data116) < 1){
const err383 = {instancePath:instancePath+"/overrides/" + i27+"/description",schemaPath:"#/oneOf/3/properties/overrides/items/properties/description/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err383];
}
else {
vErrors.push(err383);
}
errors++;
}
}
else {
const err384 = {instancePath:instancePath+"/overrides/" + i27+"/description",schemaPath:"#/oneOf/3/properties/overrides/items/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err384];
}
else {
vErrors.push(err384);
}
errors++;
}
}
}
else {
const err385 = {instancePath:instancePath+"/overrides/" + i27,schemaPath:"#/oneOf/3/properties/overrides/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err385];
}
else {
vErrors.push(err385);
}
errors++;
}
}
}
else {
const err386 = {instancePath:instancePath+"/overrides",schemaPath:"#/oneOf/3/properties/overrides/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err386];
}
else {
vErrors.push(err386);
}
errors++;
}
}
if(data.outbound !== undefined){
let data117 = data.outbound;
if(data117 && typeof data117 == "object" && !Array.isArray(data117)){
if(data117.type === undefined){
const err387 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err387];
}
else {
vErrors.push(err387);
}
errors++;
}
const tag4 = data117.type;
if(typeof tag4 == "string"){
if(tag4 === "none"){
if(data117 && typeof data117 == "object" && !Array.isArray(data117)){
if(data117.type === undefined){
const err388 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/0/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err388];
}
else {
vErrors.push(err388);
}
errors++;
}
for(const key33 in data117){
if(!(key33 === "type")){
const err389 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key33},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err389];
}
else {
vErrors.push(err389);
}
errors++;
}
}
if(data117.type !== undefined){
let data118 = data117.type;
if(typeof data118 !== "string"){
const err390 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/0/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err390];
}
else {
vErrors.push(err390);
}
errors++;
}
if("none" !== data118){
const err391 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/0/properties/type/const",keyword:"const",params:{allowedValue: "none"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err391];
}
else {
vErrors.push(err391);
}
errors++;
}
}
}
else {
const err392 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err392];
}
else {
vErrors.push(err392);
}
errors++;
}
var props7 = true;
}
else if(tag4 === "gateway-role"){
if(data117 && typeof data117 == "object" && !Array.isArray(data117)){
if(data117.type === undefined){
const err393 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/1/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err393];
}
else {
vErrors.push(err393);
}
errors++;
}
for(const key34 in data117){
if(!(((key34 === "type") || (key34 === "service")) || (key34 === "region"))){
const err394 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key34},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err394];
}
else {
vErrors.push(err394);
}
errors++;
}
}
if(data117.type !== undefined){
let data119 = data117.type;
if(typeof data119 !== "string"){
const err395 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/1/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err395];
}
else {
vErrors.push(err395);
}
errors++;
}
if("gateway-role" !== data119){
const err396 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/1/properties/type/const",keyword:"const",params:{allowedValue: "gateway-role"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err396];
}
else {
vErrors.push(err396);
}
errors++;
}
}
if(data117.service !== undefined){
let data120 = data117.service;
if(typeof data120 === "string"){
if(!pattern36.test(data120)){
const err397 = {instancePath:instancePath+"/outbound/service",schemaPath:"#/$defs/Outbound/oneOf/1/properties/service/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9._-]{1,64}$"},message:"must match pattern \""+"^[a-zA-Z0-9._-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err397];
}
else {
vErrors.push(err397);
}
errors++;
}
}
else {
const err398 = {instancePath:instancePath+"/outbound/service",schemaPath:"#/$defs/Outbound/oneOf/1/properties/service/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err398];
}
else {
vErrors.push(err398);
}
errors++;
}
}
if(data117.region !== undefined){
let data121 = data117.region;
if(typeof data121 === "string"){
if(!pattern37.test(data121)){
const err399 = {instancePath:instancePath+"/outbound/region",schemaPath:"#/$defs/Outbound/oneOf/1/properties/region/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,32}$"},message:"must match pattern \""+"^[a-z0-9-]{1,32}$"+"\""};
if(vErrors === null){
vErrors = [err399];
}
else {
vErrors.push(err399);
}
errors++;
}
}
else {
const err400 = {instancePath:instancePath+"/outbound/region",schemaPath:"#/$defs/Outbound/oneOf/1/properties/region/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err400];
}
else {
vErrors.push(err400);
}
errors++;
}
}
}
else {
const err401 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err401];
}
else {
vErrors.push(err401);
}
errors++;
}
if(props7 !== true){
props7 = true;
}
}
else if(tag4 === "oauth"){
if(data117 && typeof data117 == "object" && !Array.isArray(data117)){
if(data117.type === undefined){
const err402 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err402];
}
else {
vErrors.push(err402);
}
errors++;
}
if(data117.provider === undefined){
const err403 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/required",keyword:"required",params:{missingProperty: "provider"},message:"must have required property '"+"provider"+"'"};
if(vErrors === null){
vErrors = [err403];
}
else {
vErrors.push(err403);
}
errors++;
}
for(const key35 in data117){
if(!((((((key35 === "type") || (key35 === "provider")) || (key35 === "scopes")) || (key35 === "grant")) || (key35 === "returnUrl")) || (key35 === "parameters"))){
const err404 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key35},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err404];
}
else {
vErrors.push(err404);
}
errors++;
}
}
if(data117.type !== undefined){
let data122 = data117.type;
if(typeof data122 !== "string"){
const err405 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/2/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err405];
}
else {
vErrors.push(err405);
}
errors++;
}
if("oauth" !== data122){
const err406 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/2/properties/type/const",keyword:"const",params:{allowedValue: "oauth"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err406];
}
else {
vErrors.push(err406);
}
errors++;
}
}
if(data117.provider !== undefined){
let data123 = data117.provider;
if(typeof data123 === "string"){
if(func2(data123) > 900){
const err407 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/maxLength",keyword:"maxLength",params:{limit: 900},message:"must NOT have more than 900 characters"};
if(vErrors === null){
vErrors = [err407];
}
else {
vErrors.push(err407);
}
errors++;
}
if(func2(data123) < 1){
const err408 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err408];
}
else {
vErrors.push(err408);
}
errors++;
}
if(!pattern24.test(data123)){
const err409 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/pattern",keyword:"pattern",params:{pattern: "^[^\\s{}]+$"},message:"must match pattern \""+"^[^\\s{}]+$"+"\""};
if(vErrors === null){
vErrors = [err409];
}
else {
vErrors.push(err409);
}
errors++;
}
}
else {
const err410 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err410];
}
else {
vErrors.push(err410);
}
errors++;
}
}
if(data117.scopes !== undefined){
let data124 = data117.scopes;
if(Array.isArray(data124)){
if(data124.length > 100){
const err411 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"};
if(vErrors === null){
vErrors = [err411];
}
else {
vErrors.push(err411);
}
errors++;
}
if(data124.length < 1){
const err412 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err412];
}
else {
vErrors.push(err412);
}
errors++;
}
const len15 = data124.length;
for(let i28=0; i28<len15; i28++){
let data125 = data124[i28];
if(typeof data125 === "string"){
if(func2(data125) > 255){
const err413 = {instancePath:instancePath+"/outbound/scopes/" + i28,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters"};
if(vErrors === null){
vErrors = [err413];
}
else {
vErrors.push(err413);
}
errors++;
}
if(func2(data125) < 1){
const err414 = {instancePath:instancePath+"/outbound/scopes/" + i28,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err414];
}
else {
vErrors.push(err414);
}
errors++;
}
if(!pattern24.test(data125)){
const err415 = {instancePath:instancePath+"/outbound/scopes/" + i28,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/pattern",keyword:"pattern",params:{pattern: "^[^\\s{}]+$"},message:"must match pattern \""+"^[^\\s{}]+$"+"\""};
if(vErrors === null){
vErrors = [err415];
}
else {
vErrors.push(err415);
}
errors++;
}
}
else {
const err416 = {instancePath:instancePath+"/outbound/scopes/" + i28,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err416];
}
else {
vErrors.push(err416);
}
errors++;
}
}
let i29 = data124.length;
let j13;
if(i29 > 1){
const indices12 = {};
for(;i29--;){
let item12 = data124[i29];
if(typeof item12 !== "string"){
continue;
}
if(typeof indices12[item12] == "number"){
j13 = indices12[item12];
const err417 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/uniqueItems",keyword:"uniqueItems",params:{i: i29, j: j13},message:"must NOT have duplicate items (items ## "+j13+" and "+i29+" are identical)"};
if(vErrors === null){
vErrors = [err417];
}
else {
vErrors.push(err417);
}
errors++;
break;
}
indices12[item12] = i29;
}
}
}
else {
const err418 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err418];
}
else {
vErrors.push(err418);
}
errors++;
}
}
if(data117.grant !== undefined){
let data126 = data117.grant;
if(typeof data126 !== "string"){
const err419 = {instancePath:instancePath+"/outbound/grant",schemaPath:"#/$defs/Outbound/oneOf/2/properties/grant/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err419];
}
else {
vErrors.push(err419);
}
errors++;
}
if(!(((data126 === "client-credentials") || (data126 === "authorization-code")) || (data126 === "token-exchange"))){
const err420 = {instancePath:instancePath+"/outbound/grant",schemaPath:"#/$defs/Outbound/oneOf/2/properties/grant/enum",keyword:"enum",params:{allowedValues: schema38.oneOf[2].properties.grant.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err420];
}
else {
vErrors.push(err420);
}
errors++;
}
}
if(data117.returnUrl !== undefined){
let data127 = data117.returnUrl;
if(typeof data127 === "string"){
if(!pattern40.test(data127)){
const err421 = {instancePath:instancePath+"/outbound/returnUrl",schemaPath:"#/$defs/Outbound/oneOf/2/properties/returnUrl/pattern",keyword:"pattern",params:{pattern: "^https://[^\\s{}]{1,900}$"},message:"must match pattern \""+"^https://[^\\s{}]{1,900}$"+"\""};
if(vErrors === null){
vErrors = [err421];
}
else {
vErrors.push(err421);
}
errors++;
}
}
else {
const err422 = {instancePath:instancePath+"/outbound/returnUrl",schemaPath:"#/$defs/Outbound/oneOf/2/properties/returnUrl/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err422];
}
else {
vErrors.push(err422);
}
errors++;
}
}
if(data117.parameters !== undefined){
let data128 = data117.parameters;
if(data128 && typeof data128 == "object" && !Array.isArray(data128)){
if(Object.keys(data128).length > 10){
const err423 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/maxProperties",keyword:"maxProperties",params:{limit: 10},message:"must NOT have more than 10 properties"};
if(vErrors === null){
vErrors = [err423];
}
else {
vErrors.push(err423);
}
errors++;
}
for(const key36 in data128){
const _errs377 = errors;
if(typeof key36 === "string"){
if(!pattern41.test(key36)){
const err424 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.-]{1,256}$"},message:"must match pattern \""+"^[A-Za-z0-9_.-]{1,256}$"+"\"",propertyName:key36};
if(vErrors === null){
vErrors = [err424];
}
else {
vErrors.push(err424);
}
errors++;
}
}
var valid127 = _errs377 === errors;
if(!valid127){
const err425 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/propertyNames",keyword:"propertyNames",params:{propertyName: key36},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err425];
}
else {
vErrors.push(err425);
}
errors++;
}
}
for(const key37 in data128){
let data129 = data128[key37];
if(typeof data129 === "string"){
if(func2(data129) > 2048){
const err426 = {instancePath:instancePath+"/outbound/parameters/" + key37.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err426];
}
else {
vErrors.push(err426);
}
errors++;
}
}
else {
const err427 = {instancePath:instancePath+"/outbound/parameters/" + key37.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err427];
}
else {
vErrors.push(err427);
}
errors++;
}
}
}
else {
const err428 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err428];
}
else {
vErrors.push(err428);
}
errors++;
}
}
}
else {
const err429 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err429];
}
else {
vErrors.push(err429);
}
errors++;
}
if(props7 !== true){
props7 = true;
}
}
else if(tag4 === "api-key"){
if(data117 && typeof data117 == "object" && !Array.isArray(data117)){
if(data117.type === undefined){
const err430 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err430];
}
else {
vErrors.push(err430);
}
errors++;
}
if(data117.provider === undefined){
const err431 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/required",keyword:"required",params:{missingProperty: "provider"},message:"must have required property '"+"provider"+"'"};
if(vErrors === null){
vErrors = [err431];
}
else {
vErrors.push(err431);
}
errors++;
}
for(const key38 in data117){
if(!(((((key38 === "type") || (key38 === "provider")) || (key38 === "in")) || (key38 === "name")) || (key38 === "prefix"))){
const err432 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key38},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err432];
}
else {
vErrors.push(err432);
}
errors++;
}
}
if(data117.type !== undefined){
let data130 = data117.type;
if(typeof data130 !== "string"){
const err433 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/3/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err433];
}
else {
vErrors.push(err433);
}
errors++;
}
if("api-key" !== data130){
const err434 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/3/properties/type/const",keyword:"const",params:{allowedValue: "api-key"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err434];
}
else {
vErrors.push(err434);
}
errors++;
}
}
if(data117.provider !== undefined){
let data131 = data117.provider;
if(typeof data131 === "string"){
if(func2(data131) > 900){
const err435 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/maxLength",keyword:"maxLength",params:{limit: 900},message:"must NOT have more than 900 characters"};
if(vErrors === null){
vErrors = [err435];
}
else {
vErrors.push(err435);
}
errors++;
}
if(func2(data131) < 1){
const err436 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err436];
}
else {
vErrors.push(err436);
}
errors++;
}
if(!pattern24.test(data131)){
const err437 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/pattern",keyword:"pattern",params:{pattern: "^[^\\s{}]+$"},message:"must match pattern \""+"^[^\\s{}]+$"+"\""};
if(vErrors === null){
vErrors = [err437];
}
else {
vErrors.push(err437);
}
errors++;
}
}
else {
const err438 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err438];
}
else {
vErrors.push(err438);
}
errors++;
}
}
if(data117.in !== undefined){
let data132 = data117.in;
if(typeof data132 !== "string"){
const err439 = {instancePath:instancePath+"/outbound/in",schemaPath:"#/$defs/Outbound/oneOf/3/properties/in/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err439];
}
else {
vErrors.push(err439);
}
errors++;
}
if(!((data132 === "header") || (data132 === "query"))){
const err440 = {instancePath:instancePath+"/outbound/in",schemaPath:"#/$defs/Outbound/oneOf/3/properties/in/enum",keyword:"enum",params:{allowedValues: schema38.oneOf[3].properties.in.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err440];
}
else {
vErrors.push(err440);
}
errors++;
}
}
if(data117.name !== undefined){
let data133 = data117.name;
if(typeof data133 === "string"){
if(!pattern12.test(data133)){
const err441 = {instancePath:instancePath+"/outbound/name",schemaPath:"#/$defs/Outbound/oneOf/3/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9_.-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err441];
}
else {
vErrors.push(err441);
}
errors++;
}
}
else {
const err442 = {instancePath:instancePath+"/outbound/name",schemaPath:"#/$defs/Outbound/oneOf/3/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err442];
}
else {
vErrors.push(err442);
}
errors++;
}
}
if(data117.prefix !== undefined){
let data134 = data117.prefix;
if(typeof data134 === "string"){
if(!pattern44.test(data134)){
const err443 = {instancePath:instancePath+"/outbound/prefix",schemaPath:"#/$defs/Outbound/oneOf/3/properties/prefix/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_. -]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9_. -]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err443];
}
else {
vErrors.push(err443);
}
errors++;
}
}
else {
const err444 = {instancePath:instancePath+"/outbound/prefix",schemaPath:"#/$defs/Outbound/oneOf/3/properties/prefix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err444];
}
else {
vErrors.push(err444);
}
errors++;
}
}
}
else {
const err445 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err445];
}
else {
vErrors.push(err445);
}
errors++;
}
if(props7 !== true){
props7 = true;
}
}
else if(tag4 === "caller-iam"){
if(data117 && typeof data117 == "object" && !Array.isArray(data117)){
if(data117.type === undefined){
const err446 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/4/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err446];
}
else {
vErrors.push(err446);
}
errors++;
}
for(const key39 in data117){
if(!(key39 === "type")){
const err447 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/4/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key39},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err447];
}
else {
vErrors.push(err447);
}
errors++;
}
}
if(data117.type !== undefined){
let data135 = data117.type;
if(typeof data135 !== "string"){
const err448 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/4/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err448];
}
else {
vErrors.push(err448);
}
errors++;
}
if("caller-iam" !== data135){
const err449 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/4/properties/type/const",keyword:"const",params:{allowedValue: "caller-iam"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err449];
}
else {
vErrors.push(err449);
}
errors++;
}
}
}
else {
const err450 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/4/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err450];
}
else {
vErrors.push(err450);
}
errors++;
}
if(props7 !== true){
props7 = true;
}
}
else if(tag4 === "jwt-passthrough"){
if(data117 && typeof data117 == "object" && !Array.isArray(data117)){
if(data117.type === undefined){
const err451 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/5/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err451];
}
else {
vErrors.push(err451);
}
errors++;
}
for(const key40 in data117){
if(!(key40 === "type")){
const err452 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/5/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key40},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err452];
}
else {
vErrors.push(err452);
}
errors++;
}
}
if(data117.type !== undefined){
let data136 = data117.type;
if(typeof data136 !== "string"){
const err453 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/5/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err453];
}
else {
vErrors.push(err453);
}
errors++;
}
if("jwt-passthrough" !== data136){
const err454 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/5/properties/type/const",keyword:"const",params:{allowedValue: "jwt-passthrough"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err454];
}
else {
vErrors.push(err454);
}
errors++;
}
}
}
else {
const err455 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/5/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err455];
}
else {
vErrors.push(err455);
}
errors++;
}
if(props7 !== true){
props7 = true;
}
}
else {
const err456 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "type", tagValue: tag4},message:"value of tag \"type\" must be in oneOf"};
if(vErrors === null){
vErrors = [err456];
}
else {
vErrors.push(err456);
}
errors++;
}
}
else {
const err457 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/discriminator",keyword:"discriminator",params:{error: "tag", tag: "type", tagValue: tag4},message:"tag \"type\" must be string"};
if(vErrors === null){
vErrors = [err457];
}
else {
vErrors.push(err457);
}
errors++;
}
}
else {
const err458 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err458];
}
else {
vErrors.push(err458);
}
errors++;
}
}
if(data.requestHeaders !== undefined){
let data137 = data.requestHeaders;
if(Array.isArray(data137)){
if(data137.length > 10){
const err459 = {instancePath:instancePath+"/requestHeaders",schemaPath:"#/oneOf/3/properties/requestHeaders/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err459];
}
else {
vErrors.push(err459);
}
errors++;
}
const len16 = data137.length;
for(let i30=0; i30<len16; i30++){
let data138 = data137[i30];
if(typeof data138 === "string"){
if(!pattern45.test(data138)){
const err460 = {instancePath:instancePath+"/requestHeaders/" + i30,schemaPath:"#/oneOf/3/properties/requestHeaders/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err460];
}
else {
vErrors.push(err460);
}
errors++;
}
}
else {
const err461 = {instancePath:instancePath+"/requestHeaders/" + i30,schemaPath:"#/oneOf/3/properties/requestHeaders/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err461];
}
else {
vErrors.push(err461);
}
errors++;
}
}
let i31 = data137.length;
let j14;
if(i31 > 1){
const indices13 = {};
for(;i31--;){
let item13 = data137[i31];
if(typeof item13 !== "string"){
continue;
}
if(typeof indices13[item13] == "number"){
j14 = indices13[item13];
const err462 = {instancePath:instancePath+"/requestHeaders",schemaPath:"#/oneOf/3/properties/requestHeaders/uniqueItems",keyword:"uniqueItems",params:{i: i31, j: j14},message:"must NOT have duplicate items (items ## "+j14+" and "+i31+" are identical)"};
if(vErrors === null){
vErrors = [err462];
}
else {
vErrors.push(err462);
}
errors++;
break;
}
indices13[item13] = i31;
}
}
}
else {
const err463 = {instancePath:instancePath+"/requestHeaders",schemaPath:"#/oneOf/3/properties/requestHeaders/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err463];
}
else {
vErrors.push(err463);
}
errors++;
}
}
if(data.responseHeaders !== undefined){
let data139 = data.responseHeaders;
if(Array.isArray(data139)){
if(data139.length > 10){
const err464 = {instancePath:instancePath+"/responseHeaders",schemaPath:"#/oneOf/3/properties/responseHeaders/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err464];
}
else {
vErrors.push(err464);
}
errors++;
}
const len17 = data139.length;
for(let i32=0; i32<len17; i32++){
let data140 = data139[i32];
if(typeof data140 === "string"){
if(!pattern45.test(data140)){
const err465 = {instancePath:instancePath+"/responseHeaders/" + i32,schemaPath:"#/oneOf/3/properties/responseHeaders/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err465];
}
else {
vErrors.push(err465);
}
errors++;
}
}
else {
const err466 = {instancePath:instancePath+"/responseHeaders/" + i32,schemaPath:"#/oneOf/3/properties/responseHeaders/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err466];
}
else {
vErrors.push(err466);
}
errors++;
}
}
let i33 = data139.length;
let j15;
if(i33 > 1){
const indices14 = {};
for(;i33--;){
let item14 = data139[i33];
if(typeof item14 !== "string"){
continue;
}
if(typeof indices14[item14] == "number"){
j15 = indices14[item14];
const err467 = {instancePath:instancePath+"/responseHeaders",schemaPath:"#/oneOf/3/properties/responseHeaders/uniqueItems",keyword:"uniqueItems",params:{i: i33, j: j15},message:"must NOT have duplicate items (items ## "+j15+" and "+i33+" are identical)"};
if(vErrors === null){
vErrors = [err467];
}
else {
vErrors.push(err467);
}
errors++;
break;
}
indices14[item14] = i33;
}
}
}
else {
const err468 = {instancePath:instancePath+"/responseHeaders",schemaPath:"#/oneOf/3/properties/responseHeaders/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err468];
}
else {
vErrors.push(err468);
}
errors++;
}
}
if(data.queryParameters !== undefined){
let data141 = data.queryParameters;
if(Array.isArray(data141)){
if(data141.length > 10){
const err469 = {instancePath:instancePath+"/queryParameters",schemaPath:"#/oneOf/3/properties/queryParameters/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err469];
}
else {
vErrors.push(err469);
}
errors++;
}
const len18 = data141.length;
for(let i34=0; i34<len18; i34++){
let data142 = data141[i34];
if(typeof data142 === "string"){
if(!pattern47.test(data142)){
const err470 = {instancePath:instancePath+"/queryParameters/" + i34,schemaPath:"#/oneOf/3/properties/queryParameters/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.~-]{1,40}$"},message:"must match pattern \""+"^[A-Za-z0-9_.~-]{1,40}$"+"\""};
if(vErrors === null){
vErrors = [err470];
}
else {
vErrors.push(err470);
}
errors++;
}
}
else {
const err471 = {instancePath:instancePath+"/queryParameters/" + i34,schemaPath:"#/oneOf/3/properties/queryParameters/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err471];
}
else {
vErrors.push(err471);
}
errors++;
}
}
let i35 = data141.length;
let j16;
if(i35 > 1){
const indices15 = {};
for(;i35--;){
let item15 = data141[i35];
if(typeof item15 !== "string"){
continue;
}
if(typeof indices15[item15] == "number"){
j16 = indices15[item15];
const err472 = {instancePath:instancePath+"/queryParameters",schemaPath:"#/oneOf/3/properties/queryParameters/uniqueItems",keyword:"uniqueItems",params:{i: i35, j: j16},message:"must NOT have duplicate items (items ## "+j16+" and "+i35+" are identical)"};
if(vErrors === null){
vErrors = [err472];
}
else {
vErrors.push(err472);
}
errors++;
break;
}
indices15[item15] = i35;
}
}
}
else {
const err473 = {instancePath:instancePath+"/queryParameters",schemaPath:"#/oneOf/3/properties/queryParameters/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err473];
}
else {
vErrors.push(err473);
}
errors++;
}
}
if(data.extra !== undefined){
let data143 = data.extra;
if(data143 && typeof data143 == "object" && !Array.isArray(data143)){
if(Object.keys(data143).length > 50){
const err474 = {instancePath:instancePath+"/extra",schemaPath:"#/$defs/Extra/maxProperties",keyword:"maxProperties",params:{limit: 50},message:"must NOT have more than 50 properties"};
if(vErrors === null){
vErrors = [err474];
}
else {
vErrors.push(err474);
}
errors++;
}
}
else {
const err475 = {instancePath:instancePath+"/extra",schemaPath:"#/$defs/Extra/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err475];
}
else {
vErrors.push(err475);
}
errors++;
}
}
}
else {
const err476 = {instancePath,schemaPath:"#/oneOf/3/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err476];
}
else {
vErrors.push(err476);
}
errors++;
}
if(props2 !== true){
props2 = true;
}
}
else if(tag0 === "mcpServer"){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err477 = {instancePath,schemaPath:"#/oneOf/4/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err477];
}
else {
vErrors.push(err477);
}
errors++;
}
if(data.type === undefined){
const err478 = {instancePath,schemaPath:"#/oneOf/4/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err478];
}
else {
vErrors.push(err478);
}
errors++;
}
for(const key41 in data){
if(!(func1.call(schema36.oneOf[4].properties, key41))){
const err479 = {instancePath,schemaPath:"#/oneOf/4/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key41},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err479];
}
else {
vErrors.push(err479);
}
errors++;
}
}
if(data.name !== undefined){
let data144 = data.name;
if(typeof data144 === "string"){
if(!pattern31.test(data144)){
const err480 = {instancePath:instancePath+"/name",schemaPath:"#/oneOf/4/properties/name/pattern",keyword:"pattern",params:{pattern: "^([0-9a-zA-Z]-?){1,100}$"},message:"must match pattern \""+"^([0-9a-zA-Z]-?){1,100}$"+"\""};
if(vErrors === null){
vErrors = [err480];
}
else {
vErrors.push(err480);
}
errors++;
}
}
else {
const err481 = {instancePath:instancePath+"/name",schemaPath:"#/oneOf/4/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err481];
}
else {
vErrors.push(err481);
}
errors++;
}
}
if(data.type !== undefined){
let data145 = data.type;
if(typeof data145 !== "string"){
const err482 = {instancePath:instancePath+"/type",schemaPath:"#/oneOf/4/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err482];
}
else {
vErrors.push(err482);
}
errors++;
}
if("mcpServer" !== data145){
const err483 = {instancePath:instancePath+"/type",schemaPath:"#/oneOf/4/properties/type/const",keyword:"const",params:{allowedValue: "mcpServer"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err483];
}
else {
vErrors.push(err483);
}
errors++;
}
}
if(data.description !== undefined){
let data146 = data.description;
if(typeof data146 === "string"){
if(func2(data146) > 200){
const err484 = {instancePath:instancePath+"/description",schemaPath:"#/oneOf/4/properties/description/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"};
if(vErrors === null){
vErrors = [err484];
}
else {
vErrors.push(err484);
}
errors++;
}
if(func2(data146) < 1){
const err485 = {instancePath:instancePath+"/description",schemaPath:"#/oneOf/4/properties/description/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err485];
}
else {
vErrors.push(err485);
}
errors++;
}
}
else {
const err486 = {instancePath:instancePath+"/description",schemaPath:"#/oneOf/4/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err486];
}
else {
vErrors.push(err486);
}
errors++;
}
}
if(data.endpoint !== undefined){
let data147 = data.endpoint;
if(typeof data147 === "string"){
if(!pattern100.test(data147)){
const err487 = {instancePath:instancePath+"/endpoint",schemaPath:"#/oneOf/4/properties/endpoint/pattern",keyword:"pattern",params:{pattern: "^https://[^\\s{}]{1,2000}$"},message:"must match pattern \""+"^https://[^\\s{}]{1,2000}$"+"\""};
if(vErrors === null){
vErrors = [err487];
}
else {
vErrors.push(err487);
}
errors++;
}
}
else {
const err488 = {instancePath:instancePath+"/endpoint",schemaPath:"#/oneOf/4/properties/endpoint/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err488];
}
else {
vErrors.push(err488);
}
errors++;
}
}
if(data.runtime !== undefined){
let data148 = data.runtime;
if(typeof data148 === "string"){
if(!pattern101.test(data148)){
const err489 = {instancePath:instancePath+"/runtime",schemaPath:"#/oneOf/4/properties/runtime/pattern",keyword:"pattern",params:{pattern: "^[^\\s{}]{1,900}$"},message:"must match pattern \""+"^[^\\s{}]{1,900}$"+"\""};
if(vErrors === null){
vErrors = [err489];
}
else {
vErrors.push(err489);
}
errors++;
}
}
else {
const err490 = {instancePath:instancePath+"/runtime",schemaPath:"#/oneOf/4/properties/runtime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err490];
}
else {
vErrors.push(err490);
}
errors++;
}
}
if(data.tools !== undefined){
let data149 = data.tools;
const _errs435 = errors;
let valid148 = false;
let passing3 = null;
const _errs436 = errors;
if(typeof data149 === "string"){
if(!pattern33.test(data149)){
const err491 = {instancePath:instancePath+"/tools",schemaPath:"#/$defs/Document/oneOf/0/pattern",keyword:"pattern",params:{pattern: "^(\\./(?:[A-Za-z0-9][A-Za-z0-9._-]{0,99}/){0,6}[A-Za-z0-9][A-Za-z0-9._-]{0,99}|s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\\s{}]{1,900})$"},message:"must match pattern \""+"^(\\./(?:[A-Za-z0-9][A-Za-z0-9._-]{0,99}/){0,6}[A-Za-z0-9][A-Za-z0-9._-]{0,99}|s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\\s{}]{1,900})$"+"\""};
if(vErrors === null){
vErrors = [err491];
}
else {
vErrors.push(err491);
}
errors++;
}
}
else {
const err492 = {instancePath:instancePath+"/tools",schemaPath:"#/$defs/Document/oneOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err492];
}
else {
vErrors.push(err492);
}
errors++;
}
var _valid3 = _errs436 === errors;
if(_valid3){
valid148 = true;
passing3 = 0;
}
const _errs438 = errors;
if(data149 && typeof data149 == "object" && !Array.isArray(data149)){
if(data149.s3 === undefined){
const err493 = {instancePath:instancePath+"/tools",schemaPath:"#/$defs/Document/oneOf/1/required",keyword:"required",params:{missingProperty: "s3"},message:"must have required property '"+"s3"+"'"};
if(vErrors === null){
vErrors = [err493];
}
else {
vErrors.push(err493);
}
errors++;
}
for(const key42 in data149){
if(!((key42 === "s3") || (key42 === "bucketOwner"))){
const err494 = {instancePath:instancePath+"/tools",schemaPath:"#/$defs/Document/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key42},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err494];
}
else {
vErrors.push(err494);
}
errors++;
}
}
if(data149.s3 !== undefined){
let data150 = data149.s3;
if(typeof data150 === "string"){
if(!pattern34.test(data150)){
const err495 = {instancePath:instancePath+"/tools/s3",schemaPath:"#/$defs/Document/oneOf/1/properties/s3/pattern",keyword:"pattern",params:{pattern: "^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\\s{}]{1,900}$"},message:"must match pattern \""+"^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\\s{}]{1,900}$"+"\""};
if(vErrors === null){
vErrors = [err495];
}
else {
vErrors.push(err495);
}
errors++;
}
}
else {
const err496 = {instancePath:instancePath+"/tools/s3",schemaPath:"#/$defs/Document/oneOf/1/properties/s3/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err496];
}
else {
vErrors.push(err496);
}
errors++;
}
}
if(data149.bucketOwner !== undefined){
let data151 = data149.bucketOwner;
if(typeof data151 === "string"){
if(!pattern35.test(data151)){
const err497 = {instancePath:instancePath+"/tools/bucketOwner",schemaPath:"#/$defs/Document/oneOf/1/properties/bucketOwner/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$"},message:"must match pattern \""+"^[0-9]{12}$"+"\""};
if(vErrors === null){
vErrors = [err497];
}
else {
vErrors.push(err497);
}
errors++;
}
}
else {
const err498 = {instancePath:instancePath+"/tools/bucketOwner",schemaPath:"#/$defs/Document/oneOf/1/properties/bucketOwner/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err498];
}
else {
vErrors.push(err498);
}
errors++;
}
}
}
else {
const err499 = {instancePath:instancePath+"/tools",schemaPath:"#/$defs/Document/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err499];
}
else {
vErrors.push(err499);
}
errors++;
}
var _valid3 = _errs438 === errors;
if(_valid3 && valid148){
valid148 = false;
passing3 = [passing3, 1];
}
else {
if(_valid3){
valid148 = true;
passing3 = 1;
}
}
if(!valid148){
const err500 = {instancePath:instancePath+"/tools",schemaPath:"#/$defs/Document/oneOf",keyword:"oneOf",params:{passingSchemas: passing3},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err500];
}
else {
vErrors.push(err500);
}
errors++;
}
else {
errors = _errs435;
if(vErrors !== null){
if(_errs435){
vErrors.length = _errs435;
}
else {
vErrors = null;
}
}
}
}
if(data.listing !== undefined){
let data152 = data.listing;
if(typeof data152 !== "string"){
const err501 = {instancePath:instancePath+"/listing",schemaPath:"#/oneOf/4/properties/listing/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err501];
}
else {
vErrors.push(err501);
}
errors++;
}
if(!((data152 === "DEFAULT") || (data152 === "DYNAMIC"))){
const err502 = {instancePath:instancePath+"/listing",schemaPath:"#/oneOf/4/properties/listing/enum",keyword:"enum",params:{allowedValues: schema36.oneOf[4].properties.listing.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err502];
}
else {
vErrors.push(err502);
}
errors++;
}
}
if(data.priority !== undefined){
let data153 = data.priority;
if(!(((typeof data153 == "number") && (!(data153 % 1) && !isNaN(data153))) && (isFinite(data153)))){
const err503 = {instancePath:instancePath+"/priority",schemaPath:"#/oneOf/4/properties/priority/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err503];
}
else {
vErrors.push(err503);
}
errors++;
}
if((typeof data153 == "number") && (isFinite(data153))){
if(data153 > 1000000 || isNaN(data153)){
const err504 = {instancePath:instancePath+"/priority",schemaPath:"#/oneOf/4/properties/priority/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err504];
}
else {
vErrors.push(err504);
}
errors++;
}
if(data153 < 0 || isNaN(data153)){
const err505 = {instancePath:instancePath+"/priority",schemaPath:"#/oneOf/4/properties/priority/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err505];
}
else {
vErrors.push(err505);
}
errors++;
}
}
}
if(data.outbound !== undefined){
let data154 = data.outbound;
if(data154 && typeof data154 == "object" && !Array.isArray(data154)){
if(data154.type === undefined){
const err506 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err506];
}
else {
vErrors.push(err506);
}
errors++;
}
const tag5 = data154.type;
if(typeof tag5 == "string"){
if(tag5 === "none"){
if(data154 && typeof data154 == "object" && !Array.isArray(data154)){
if(data154.type === undefined){
const err507 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/0/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err507];
}
else {
vErrors.push(err507);
}
errors++;
}
for(const key43 in data154){
if(!(key43 === "type")){
const err508 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key43},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err508];
}
else {
vErrors.push(err508);
}
errors++;
}
}
if(data154.type !== undefined){
let data155 = data154.type;
if(typeof data155 !== "string"){
const err509 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/0/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err509];
}
else {
vErrors.push(err509);
}
errors++;
}
if("none" !== data155){
const err510 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/0/properties/type/const",keyword:"const",params:{allowedValue: "none"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err510];
}
else {
vErrors.push(err510);
}
errors++;
}
}
}
else {
const err511 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err511];
}
else {
vErrors.push(err511);
}
errors++;
}
var props9 = true;
}
else if(tag5 === "gateway-role"){
if(data154 && typeof data154 == "object" && !Array.isArray(data154)){
if(data154.type === undefined){
const err512 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/1/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err512];
}
else {
vErrors.push(err512);
}
errors++;
}
for(const key44 in data154){
if(!(((key44 === "type") || (key44 === "service")) || (key44 === "region"))){
const err513 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key44},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err513];
}
else {
vErrors.push(err513);
}
errors++;
}
}
if(data154.type !== undefined){
let data156 = data154.type;
if(typeof data156 !== "string"){
const err514 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/1/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err514];
}
else {
vErrors.push(err514);
}
errors++;
}
if("gateway-role" !== data156){
const err515 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/1/properties/type/const",keyword:"const",params:{allowedValue: "gateway-role"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err515];
}
else {
vErrors.push(err515);
}
errors++;
}
}
if(data154.service !== undefined){
let data157 = data154.service;
if(typeof data157 === "string"){
if(!pattern36.test(data157)){
const err516 = {instancePath:instancePath+"/outbound/service",schemaPath:"#/$defs/Outbound/oneOf/1/properties/service/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9._-]{1,64}$"},message:"must match pattern \""+"^[a-zA-Z0-9._-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err516];
}
else {
vErrors.push(err516);
}
errors++;
}
}
else {
const err517 = {instancePath:instancePath+"/outbound/service",schemaPath:"#/$defs/Outbound/oneOf/1/properties/service/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err517];
}
else {
vErrors.push(err517);
}
errors++;
}
}
if(data154.region !== undefined){
let data158 = data154.region;
if(typeof data158 === "string"){
if(!pattern37.test(data158)){
const err518 = {instancePath:instancePath+"/outbound/region",schemaPath:"#/$defs/Outbound/oneOf/1/properties/region/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,32}$"},message:"must match pattern \""+"^[a-z0-9-]{1,32}$"+"\""};
if(vErrors === null){
vErrors = [err518];
}
else {
vErrors.push(err518);
}
errors++;
}
}
else {
const err519 = {instancePath:instancePath+"/outbound/region",schemaPath:"#/$defs/Outbound/oneOf/1/properties/region/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err519];
}
else {
vErrors.push(err519);
}
errors++;
}
}
}
else {
const err520 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err520];
}
else {
vErrors.push(err520);
}
errors++;
}
if(props9 !== true){
props9 = true;
}
}
else if(tag5 === "oauth"){
if(data154 && typeof data154 == "object" && !Array.isArray(data154)){
if(data154.type === undefined){
const err521 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err521];
}
else {
vErrors.push(err521);
}
errors++;
}
if(data154.provider === undefined){
const err522 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/required",keyword:"required",params:{missingProperty: "provider"},message:"must have required property '"+"provider"+"'"};
if(vErrors === null){
vErrors = [err522];
}
else {
vErrors.push(err522);
}
errors++;
}
for(const key45 in data154){
if(!((((((key45 === "type") || (key45 === "provider")) || (key45 === "scopes")) || (key45 === "grant")) || (key45 === "returnUrl")) || (key45 === "parameters"))){
const err523 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key45},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err523];
}
else {
vErrors.push(err523);
}
errors++;
}
}
if(data154.type !== undefined){
let data159 = data154.type;
if(typeof data159 !== "string"){
const err524 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/2/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err524];
}
else {
vErrors.push(err524);
}
errors++;
}
if("oauth" !== data159){
const err525 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/2/properties/type/const",keyword:"const",params:{allowedValue: "oauth"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err525];
}
else {
vErrors.push(err525);
}
errors++;
}
}
if(data154.provider !== undefined){
let data160 = data154.provider;
if(typeof data160 === "string"){
if(func2(data160) > 900){
const err526 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/maxLength",keyword:"maxLength",params:{limit: 900},message:"must NOT have more than 900 characters"};
if(vErrors === null){
vErrors = [err526];
}
else {
vErrors.push(err526);
}
errors++;
}
if(func2(data160) < 1){
const err527 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err527];
}
else {
vErrors.push(err527);
}
errors++;
}
if(!pattern24.test(data160)){
const err528 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/pattern",keyword:"pattern",params:{pattern: "^[^\\s{}]+$"},message:"must match pattern \""+"^[^\\s{}]+$"+"\""};
if(vErrors === null){
vErrors = [err528];
}
else {
vErrors.push(err528);
}
errors++;
}
}
else {
const err529 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err529];
}
else {
vErrors.push(err529);
}
errors++;
}
}
if(data154.scopes !== undefined){
let data161 = data154.scopes;
if(Array.isArray(data161)){
if(data161.length > 100){
const err530 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"};
if(vErrors === null){
vErrors = [err530];
}
else {
vErrors.push(err530);
}
errors++;
}
if(data161.length < 1){
const err531 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err531];
}
else {
vErrors.push(err531);
}
errors++;
}
const len19 = data161.length;
for(let i36=0; i36<len19; i36++){
let data162 = data161[i36];
if(typeof data162 === "string"){
if(func2(data162) > 255){
const err532 = {instancePath:instancePath+"/outbound/scopes/" + i36,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters"};
if(vErrors === null){
vErrors = [err532];
}
else {
vErrors.push(err532);
}
errors++;
}
if(func2(data162) < 1){
const err533 = {instancePath:instancePath+"/outbound/scopes/" + i36,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err533];
}
else {
vErrors.push(err533);
}
errors++;
}
if(!pattern24.test(data162)){
const err534 = {instancePath:instancePath+"/outbound/scopes/" + i36,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/pattern",keyword:"pattern",params:{pattern: "^[^\\s{}]+$"},message:"must match pattern \""+"^[^\\s{}]+$"+"\""};
if(vErrors === null){
vErrors = [err534];
}
else {
vErrors.push(err534);
}
errors++;
}
}
else {
const err535 = {instancePath:instancePath+"/outbound/scopes/" + i36,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err535];
}
else {
vErrors.push(err535);
}
errors++;
}
}
let i37 = data161.length;
let j17;
if(i37 > 1){
const indices16 = {};
for(;i37--;){
let item16 = data161[i37];
if(typeof item16 !== "string"){
continue;
}
if(typeof indices16[item16] == "number"){
j17 = indices16[item16];
const err536 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/uniqueItems",keyword:"uniqueItems",params:{i: i37, j: j17},message:"must NOT have duplicate items (items ## "+j17+" and "+i37+" are identical)"};
if(vErrors === null){
vErrors = [err536];
}
else {
vErrors.push(err536);
}
errors++;
break;
}
indices16[item16] = i37;
}
}
}
else {
const err537 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err537];
}
else {
vErrors.push(err537);
}
errors++;
}
}
if(data154.grant !== undefined){
let data163 = data154.grant;
if(typeof data163 !== "string"){
const err538 = {instancePath:instancePath+"/outbound/grant",schemaPath:"#/$defs/Outbound/oneOf/2/properties/grant/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err538];
}
else {
vErrors.push(err538);
}
errors++;
}
if(!(((data163 === "client-credentials") || (data163 === "authorization-code")) || (data163 === "token-exchange"))){
const err539 = {instancePath:instancePath+"/outbound/grant",schemaPath:"#/$defs/Outbound/oneOf/2/properties/grant/enum",keyword:"enum",params:{allowedValues: schema38.oneOf[2].properties.grant.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err539];
}
else {
vErrors.push(err539);
}
errors++;
}
}
if(data154.returnUrl !== undefined){
let data164 = data154.returnUrl;
if(typeof data164 === "string"){
if(!pattern40.test(data164)){
const err540 = {instancePath:instancePath+"/outbound/returnUrl",schemaPath:"#/$defs/Outbound/oneOf/2/properties/returnUrl/pattern",keyword:"pattern",params:{pattern: "^https://[^\\s{}]{1,900}$"},message:"must match pattern \""+"^https://[^\\s{}]{1,900}$"+"\""};
if(vErrors === null){
vErrors = [err540];
}
else {
vErrors.push(err540);
}
errors++;
}
}
else {
const err541 = {instancePath:instancePath+"/outbound/returnUrl",schemaPath:"#/$defs/Outbound/oneOf/2/properties/returnUrl/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err541];
}
else {
vErrors.push(err541);
}
errors++;
}
}
if(data154.parameters !== undefined){
let data165 = data154.parameters;
if(data165 && typeof data165 == "object" && !Array.isArray(data165)){
if(Object.keys(data165).length > 10){
const err542 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/maxProperties",keyword:"maxProperties",params:{limit: 10},message:"must NOT have more than 10 properties"};
if(vErrors === null){
vErrors = [err542];
}
else {
vErrors.push(err542);
}
errors++;
}
for(const key46 in data165){
const _errs484 = errors;
if(typeof key46 === "string"){
if(!pattern41.test(key46)){
const err543 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.-]{1,256}$"},message:"must match pattern \""+"^[A-Za-z0-9_.-]{1,256}$"+"\"",propertyName:key46};
if(vErrors === null){
vErrors = [err543];
}
else {
vErrors.push(err543);
}
errors++;
}
}
var valid161 = _errs484 === errors;
if(!valid161){
const err544 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/propertyNames",keyword:"propertyNames",params:{propertyName: key46},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err544];
}
else {
vErrors.push(err544);
}
errors++;
}
}
for(const key47 in data165){
let data166 = data165[key47];
if(typeof data166 === "string"){
if(func2(data166) > 2048){
const err545 = {instancePath:instancePath+"/outbound/parameters/" + key47.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err545];
}
else {
vErrors.push(err545);
}
errors++;
}
}
else {
const err546 = {instancePath:instancePath+"/outbound/parameters/" + key47.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err546];
}
else {
vErrors.push(err546);
}
errors++;
}
}
}
else {
const err547 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err547];
}
else {
vErrors.push(err547);
}
errors++;
}
}
}
else {
const err548 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err548];
}
else {
vErrors.push(err548);
}
errors++;
}
if(props9 !== true){
props9 = true;
}
}
else if(tag5 === "api-key"){
if(data154 && typeof data154 == "object" && !Array.isArray(data154)){
if(data154.type === undefined){
const err549 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err549];
}
else {
vErrors.push(err549);
}
errors++;
}
if(data154.provider === undefined){
const err550 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/required",keyword:"required",params:{missingProperty: "provider"},message:"must have required property '"+"provider"+"'"};
if(vErrors === null){
vErrors = [err550];
}
else {
vErrors.push(err550);
}
errors++;
}
for(const key48 in data154){
if(!(((((key48 === "type") || (key48 === "provider")) || (key48 === "in")) || (key48 === "name")) || (key48 === "prefix"))){
const err551 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key48},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err551];
}
else {
vErrors.push(err551);
}
errors++;
}
}
if(data154.type !== undefined){
let data167 = data154.type;
if(typeof data167 !== "string"){
const err552 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/3/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err552];
}
else {
vErrors.push(err552);
}
errors++;
}
if("api-key" !== data167){
const err553 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/3/properties/type/const",keyword:"const",params:{allowedValue: "api-key"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err553];
}
else {
vErrors.push(err553);
}
errors++;
}
}
if(data154.provider !== undefined){
let data168 = data154.provider;
if(typeof data168 === "string"){
if(func2(data168) > 900){
const err554 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/maxLength",keyword:"maxLength",params:{limit: 900},message:"must NOT have more than 900 characters"};
if(vErrors === null){
vErrors = [err554];
}
else {
vErrors.push(err554);
}
errors++;
}
if(func2(data168) < 1){
const err555 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err555];
}
else {
vErrors.push(err555);
}
errors++;
}
if(!pattern24.test(data168)){
const err556 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/pattern",keyword:"pattern",params:{pattern: "^[^\\s{}]+$"},message:"must match pattern \""+"^[^\\s{}]+$"+"\""};
if(vErrors === null){
vErrors = [err556];
}
else {
vErrors.push(err556);
}
errors++;
}
}
else {
const err557 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err557];
}
else {
vErrors.push(err557);
}
errors++;
}
}
if(data154.in !== undefined){
let data169 = data154.in;
if(typeof data169 !== "string"){
const err558 = {instancePath:instancePath+"/outbound/in",schemaPath:"#/$defs/Outbound/oneOf/3/properties/in/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err558];
}
else {
vErrors.push(err558);
}
errors++;
}
if(!((data169 === "header") || (data169 === "query"))){
const err559 = {instancePath:instancePath+"/outbound/in",schemaPath:"#/$defs/Outbound/oneOf/3/properties/in/enum",keyword:"enum",params:{allowedValues: schema38.oneOf[3].properties.in.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err559];
}
else {
vErrors.push(err559);
}
errors++;
}
}
if(data154.name !== undefined){
let data170 = data154.name;
if(typeof data170 === "string"){
if(!pattern12.test(data170)){
const err560 = {instancePath:instancePath+"/outbound/name",schemaPath:"#/$defs/Outbound/oneOf/3/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9_.-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err560];
}
else {
vErrors.push(err560);
}
errors++;
}
}
else {
const err561 = {instancePath:instancePath+"/outbound/name",schemaPath:"#/$defs/Outbound/oneOf/3/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err561];
}
else {
vErrors.push(err561);
}
errors++;
}
}
if(data154.prefix !== undefined){
let data171 = data154.prefix;
if(typeof data171 === "string"){
if(!pattern44.test(data171)){
const err562 = {instancePath:instancePath+"/outbound/prefix",schemaPath:"#/$defs/Outbound/oneOf/3/properties/prefix/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_. -]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9_. -]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err562];
}
else {
vErrors.push(err562);
}
errors++;
}
}
else {
const err563 = {instancePath:instancePath+"/outbound/prefix",schemaPath:"#/$defs/Outbound/oneOf/3/properties/prefix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err563];
}
else {
vErrors.push(err563);
}
errors++;
}
}
}
else {
const err564 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err564];
}
else {
vErrors.push(err564);
}
errors++;
}
if(props9 !== true){
props9 = true;
}
}
else if(tag5 === "caller-iam"){
if(data154 && typeof data154 == "object" && !Array.isArray(data154)){
if(data154.type === undefined){
const err565 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/4/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err565];
}
else {
vErrors.push(err565);
}
errors++;
}
for(const key49 in data154){
if(!(key49 === "type")){
const err566 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/4/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key49},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err566];
}
else {
vErrors.push(err566);
}
errors++;
}
}
if(data154.type !== undefined){
let data172 = data154.type;
if(typeof data172 !== "string"){
const err567 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/4/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err567];
}
else {
vErrors.push(err567);
}
errors++;
}
if("caller-iam" !== data172){
const err568 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/4/properties/type/const",keyword:"const",params:{allowedValue: "caller-iam"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err568];
}
else {
vErrors.push(err568);
}
errors++;
}
}
}
else {
const err569 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/4/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err569];
}
else {
vErrors.push(err569);
}
errors++;
}
if(props9 !== true){
props9 = true;
}
}
else if(tag5 === "jwt-passthrough"){
if(data154 && typeof data154 == "object" && !Array.isArray(data154)){
if(data154.type === undefined){
const err570 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/5/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err570];
}
else {
vErrors.push(err570);
}
errors++;
}
for(const key50 in data154){
if(!(key50 === "type")){
const err571 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/5/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key50},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err571];
}
else {
vErrors.push(err571);
}
errors++;
}
}
if(data154.type !== undefined){
let data173 = data154.type;
if(typeof data173 !== "string"){
const err572 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/5/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err572];
}
else {
vErrors.push(err572);
}
errors++;
}
if("jwt-passthrough" !== data173){
const err573 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/5/properties/type/const",keyword:"const",params:{allowedValue: "jwt-passthrough"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err573];
}
else {
vErrors.push(err573);
}
errors++;
}
}
}
else {
const err574 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/5/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err574];
}
else {
vErrors.push(err574);
}
errors++;
}
if(props9 !== true){
props9 = true;
}
}
else {
const err575 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "type", tagValue: tag5},message:"value of tag \"type\" must be in oneOf"};
if(vErrors === null){
vErrors = [err575];
}
else {
vErrors.push(err575);
}
errors++;
}
}
else {
const err576 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/discriminator",keyword:"discriminator",params:{error: "tag", tag: "type", tagValue: tag5},message:"tag \"type\" must be string"};
if(vErrors === null){
vErrors = [err576];
}
else {
vErrors.push(err576);
}
errors++;
}
}
else {
const err577 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err577];
}
else {
vErrors.push(err577);
}
errors++;
}
}
if(data.requestHeaders !== undefined){
let data174 = data.requestHeaders;
if(Array.isArray(data174)){
if(data174.length > 10){
const err578 = {instancePath:instancePath+"/requestHeaders",schemaPath:"#/oneOf/4/properties/requestHeaders/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err578];
}
else {
vErrors.push(err578);
}
errors++;
}
const len20 = data174.length;
for(let i38=0; i38<len20; i38++){
let data175 = data174[i38];
if(typeof data175 === "string"){
if(!pattern45.test(data175)){
const err579 = {instancePath:instancePath+"/requestHeaders/" + i38,schemaPath:"#/oneOf/4/properties/requestHeaders/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err579];
}
else {
vErrors.push(err579);
}
errors++;
}
}
else {
const err580 = {instancePath:instancePath+"/requestHeaders/" + i38,schemaPath:"#/oneOf/4/properties/requestHeaders/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err580];
}
else {
vErrors.push(err580);
}
errors++;
}
}
let i39 = data174.length;
let j18;
if(i39 > 1){
const indices17 = {};
for(;i39--;){
let item17 = data174[i39];
if(typeof item17 !== "string"){
continue;
}
if(typeof indices17[item17] == "number"){
j18 = indices17[item17];
const err581 = {instancePath:instancePath+"/requestHeaders",schemaPath:"#/oneOf/4/properties/requestHeaders/uniqueItems",keyword:"uniqueItems",params:{i: i39, j: j18},message:"must NOT have duplicate items (items ## "+j18+" and "+i39+" are identical)"};
if(vErrors === null){
vErrors = [err581];
}
else {
vErrors.push(err581);
}
errors++;
break;
}
indices17[item17] = i39;
}
}
}
else {
const err582 = {instancePath:instancePath+"/requestHeaders",schemaPath:"#/oneOf/4/properties/requestHeaders/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err582];
}
else {
vErrors.push(err582);
}
errors++;
}
}
if(data.responseHeaders !== undefined){
let data176 = data.responseHeaders;
if(Array.isArray(data176)){
if(data176.length > 10){
const err583 = {instancePath:instancePath+"/responseHeaders",schemaPath:"#/oneOf/4/properties/responseHeaders/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err583];
}
else {
vErrors.push(err583);
}
errors++;
}
const len21 = data176.length;
for(let i40=0; i40<len21; i40++){
let data177 = data176[i40];
if(typeof data177 === "string"){
if(!pattern45.test(data177)){
const err584 = {instancePath:instancePath+"/responseHeaders/" + i40,schemaPath:"#/oneOf/4/properties/responseHeaders/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err584];
}
else {
vErrors.push(err584);
}
errors++;
}
}
else {
const err585 = {instancePath:instancePath+"/responseHeaders/" + i40,schemaPath:"#/oneOf/4/properties/responseHeaders/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err585];
}
else {
vErrors.push(err585);
}
errors++;
}
}
let i41 = data176.length;
let j19;
if(i41 > 1){
const indices18 = {};
for(;i41--;){
let item18 = data176[i41];
if(typeof item18 !== "string"){
continue;
}
if(typeof indices18[item18] == "number"){
j19 = indices18[item18];
const err586 = {instancePath:instancePath+"/responseHeaders",schemaPath:"#/oneOf/4/properties/responseHeaders/uniqueItems",keyword:"uniqueItems",params:{i: i41, j: j19},message:"must NOT have duplicate items (items ## "+j19+" and "+i41+" are identical)"};
if(vErrors === null){
vErrors = [err586];
}
else {
vErrors.push(err586);
}
errors++;
break;
}
indices18[item18] = i41;
}
}
}
else {
const err587 = {instancePath:instancePath+"/responseHeaders",schemaPath:"#/oneOf/4/properties/responseHeaders/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err587];
}
else {
vErrors.push(err587);
}
errors++;
}
}
if(data.queryParameters !== undefined){
let data178 = data.queryParameters;
if(Array.isArray(data178)){
if(data178.length > 10){
const err588 = {instancePath:instancePath+"/queryParameters",schemaPath:"#/oneOf/4/properties/queryParameters/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err588];
}
else {
vErrors.push(err588);
}
errors++;
}
const len22 = data178.length;
for(let i42=0; i42<len22; i42++){
let data179 = data178[i42];
if(typeof data179 === "string"){
if(!pattern47.test(data179)){
const err589 = {instancePath:instancePath+"/queryParameters/" + i42,schemaPath:"#/oneOf/4/properties/queryParameters/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.~-]{1,40}$"},message:"must match pattern \""+"^[A-Za-z0-9_.~-]{1,40}$"+"\""};
if(vErrors === null){
vErrors = [err589];
}
else {
vErrors.push(err589);
}
errors++;
}
}
else {
const err590 = {instancePath:instancePath+"/queryParameters/" + i42,schemaPath:"#/oneOf/4/properties/queryParameters/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err590];
}
else {
vErrors.push(err590);
}
errors++;
}
}
let i43 = data178.length;
let j20;
if(i43 > 1){
const indices19 = {};
for(;i43--;){
let item19 = data178[i43];
if(typeof item19 !== "string"){
continue;
}
if(typeof indices19[item19] == "number"){
j20 = indices19[item19];
const err591 = {instancePath:instancePath+"/queryParameters",schemaPath:"#/oneOf/4/properties/queryParameters/uniqueItems",keyword:"uniqueItems",params:{i: i43, j: j20},message:"must NOT have duplicate items (items ## "+j20+" and "+i43+" are identical)"};
if(vErrors === null){
vErrors = [err591];
}
else {
vErrors.push(err591);
}
errors++;
break;
}
indices19[item19] = i43;
}
}
}
else {
const err592 = {instancePath:instancePath+"/queryParameters",schemaPath:"#/oneOf/4/properties/queryParameters/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err592];
}
else {
vErrors.push(err592);
}
errors++;
}
}
if(data.extra !== undefined){
let data180 = data.extra;
if(data180 && typeof data180 == "object" && !Array.isArray(data180)){
if(Object.keys(data180).length > 50){
const err593 = {instancePath:instancePath+"/extra",schemaPath:"#/$defs/Extra/maxProperties",keyword:"maxProperties",params:{limit: 50},message:"must NOT have more than 50 properties"};
if(vErrors === null){
vErrors = [err593];
}
else {
vErrors.push(err593);
}
errors++;
}
}
else {
const err594 = {instancePath:instancePath+"/extra",schemaPath:"#/$defs/Extra/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err594];
}
else {
vErrors.push(err594);
}
errors++;
}
}
}
else {
const err595 = {instancePath,schemaPath:"#/oneOf/4/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err595];
}
else {
vErrors.push(err595);
}
errors++;
}
if(props2 !== true){
props2 = true;
}
}
else if(tag0 === "runtime"){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err596 = {instancePath,schemaPath:"#/oneOf/5/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err596];
}
else {
vErrors.push(err596);
}
errors++;
}
if(data.type === undefined){
const err597 = {instancePath,schemaPath:"#/oneOf/5/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err597];
}
else {
vErrors.push(err597);
}
errors++;
}
if(data.runtime === undefined){
const err598 = {instancePath,schemaPath:"#/oneOf/5/required",keyword:"required",params:{missingProperty: "runtime"},message:"must have required property '"+"runtime"+"'"};
if(vErrors === null){
vErrors = [err598];
}
else {
vErrors.push(err598);
}
errors++;
}
for(const key51 in data){
if(!(func1.call(schema36.oneOf[5].properties, key51))){
const err599 = {instancePath,schemaPath:"#/oneOf/5/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key51},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err599];
}
else {
vErrors.push(err599);
}
errors++;
}
}
if(data.name !== undefined){
let data181 = data.name;
if(typeof data181 === "string"){
if(!pattern31.test(data181)){
const err600 = {instancePath:instancePath+"/name",schemaPath:"#/oneOf/5/properties/name/pattern",keyword:"pattern",params:{pattern: "^([0-9a-zA-Z]-?){1,100}$"},message:"must match pattern \""+"^([0-9a-zA-Z]-?){1,100}$"+"\""};
if(vErrors === null){
vErrors = [err600];
}
else {
vErrors.push(err600);
}
errors++;
}
}
else {
const err601 = {instancePath:instancePath+"/name",schemaPath:"#/oneOf/5/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err601];
}
else {
vErrors.push(err601);
}
errors++;
}
}
if(data.type !== undefined){
let data182 = data.type;
if(typeof data182 !== "string"){
const err602 = {instancePath:instancePath+"/type",schemaPath:"#/oneOf/5/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err602];
}
else {
vErrors.push(err602);
}
errors++;
}
if("runtime" !== data182){
const err603 = {instancePath:instancePath+"/type",schemaPath:"#/oneOf/5/properties/type/const",keyword:"const",params:{allowedValue: "runtime"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err603];
}
else {
vErrors.push(err603);
}
errors++;
}
}
if(data.description !== undefined){
let data183 = data.description;
if(typeof data183 === "string"){
if(func2(data183) > 200){
const err604 = {instancePath:instancePath+"/description",schemaPath:"#/oneOf/5/properties/description/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"};
if(vErrors === null){
vErrors = [err604];
}
else {
vErrors.push(err604);
}
errors++;
}
if(func2(data183) < 1){
const err605 = {instancePath:instancePath+"/description",schemaPath:"#/oneOf/5/properties/description/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err605];
}
else {
vErrors.push(err605);
}
errors++;
}
}
else {
const err606 = {instancePath:instancePath+"/description",schemaPath:"#/oneOf/5/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err606];
}
else {
vErrors.push(err606);
}
errors++;
}
}
if(data.runtime !== undefined){
let data184 = data.runtime;
if(typeof data184 === "string"){
if(!pattern101.test(data184)){
const err607 = {instancePath:instancePath+"/runtime",schemaPath:"#/oneOf/5/properties/runtime/pattern",keyword:"pattern",params:{pattern: "^[^\\s{}]{1,900}$"},message:"must match pattern \""+"^[^\\s{}]{1,900}$"+"\""};
if(vErrors === null){
vErrors = [err607];
}
else {
vErrors.push(err607);
}
errors++;
}
}
else {
const err608 = {instancePath:instancePath+"/runtime",schemaPath:"#/oneOf/5/properties/runtime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err608];
}
else {
vErrors.push(err608);
}
errors++;
}
}
if(data.qualifier !== undefined){
let data185 = data.qualifier;
if(typeof data185 === "string"){
if(!pattern119.test(data185)){
const err609 = {instancePath:instancePath+"/qualifier",schemaPath:"#/oneOf/5/properties/qualifier/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]{0,4}|[a-zA-Z][a-zA-Z0-9_]{0,47})$"},message:"must match pattern \""+"^([1-9][0-9]{0,4}|[a-zA-Z][a-zA-Z0-9_]{0,47})$"+"\""};
if(vErrors === null){
vErrors = [err609];
}
else {
vErrors.push(err609);
}
errors++;
}
}
else {
const err610 = {instancePath:instancePath+"/qualifier",schemaPath:"#/oneOf/5/properties/qualifier/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err610];
}
else {
vErrors.push(err610);
}
errors++;
}
}
if(data.schema !== undefined){
let data186 = data.schema;
const _errs542 = errors;
let valid182 = false;
let passing4 = null;
const _errs543 = errors;
if(typeof data186 === "string"){
if(!pattern33.test(data186)){
const err611 = {instancePath:instancePath+"/schema",schemaPath:"#/$defs/Document/oneOf/0/pattern",keyword:"pattern",params:{pattern: "^(\\./(?:[A-Za-z0-9][A-Za-z0-9._-]{0,99}/){0,6}[A-Za-z0-9][A-Za-z0-9._-]{0,99}|s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\\s{}]{1,900})$"},message:"must match pattern \""+"^(\\./(?:[A-Za-z0-9][A-Za-z0-9._-]{0,99}/){0,6}[A-Za-z0-9][A-Za-z0-9._-]{0,99}|s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\\s{}]{1,900})$"+"\""};
if(vErrors === null){
vErrors = [err611];
}
else {
vErrors.push(err611);
}
errors++;
}
}
else {
const err612 = {instancePath:instancePath+"/schema",schemaPath:"#/$defs/Document/oneOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err612];
}
else {
vErrors.push(err612);
}
errors++;
}
var _valid4 = _errs543 === errors;
if(_valid4){
valid182 = true;
passing4 = 0;
}
const _errs545 = errors;
if(data186 && typeof data186 == "object" && !Array.isArray(data186)){
if(data186.s3 === undefined){
const err613 = {instancePath:instancePath+"/schema",schemaPath:"#/$defs/Document/oneOf/1/required",keyword:"required",params:{missingProperty: "s3"},message:"must have required property '"+"s3"+"'"};
if(vErrors === null){
vErrors = [err613];
}
else {
vErrors.push(err613);
}
errors++;
}
for(const key52 in data186){
if(!((key52 === "s3") || (key52 === "bucketOwner"))){
const err614 = {instancePath:instancePath+"/schema",schemaPath:"#/$defs/Document/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key52},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err614];
}
else {
vErrors.push(err614);
}
errors++;
}
}
if(data186.s3 !== undefined){
let data187 = data186.s3;
if(typeof data187 === "string"){
if(!pattern34.test(data187)){
const err615 = {instancePath:instancePath+"/schema/s3",schemaPath:"#/$defs/Document/oneOf/1/properties/s3/pattern",keyword:"pattern",params:{pattern: "^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\\s{}]{1,900}$"},message:"must match pattern \""+"^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\\s{}]{1,900}$"+"\""};
if(vErrors === null){
vErrors = [err615];
}
else {
vErrors.push(err615);
}
errors++;
}
}
else {
const err616 = {instancePath:instancePath+"/schema/s3",schemaPath:"#/$defs/Document/oneOf/1/properties/s3/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err616];
}
else {
vErrors.push(err616);
}
errors++;
}
}
if(data186.bucketOwner !== undefined){
let data188 = data186.bucketOwner;
if(typeof data188 === "string"){
if(!pattern35.test(data188)){
const err617 = {instancePath:instancePath+"/schema/bucketOwner",schemaPath:"#/$defs/Document/oneOf/1/properties/bucketOwner/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$"},message:"must match pattern \""+"^[0-9]{12}$"+"\""};
if(vErrors === null){
vErrors = [err617];
}
else {
vErrors.push(err617);
}
errors++;
}
}
else {
const err618 = {instancePath:instancePath+"/schema/bucketOwner",schemaPath:"#/$defs/Document/oneOf/1/properties/bucketOwner/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err618];
}
else {
vErrors.push(err618);
}
errors++;
}
}
}
else {
const err619 = {instancePath:instancePath+"/schema",schemaPath:"#/$defs/Document/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err619];
}
else {
vErrors.push(err619);
}
errors++;
}
var _valid4 = _errs545 === errors;
if(_valid4 && valid182){
valid182 = false;
passing4 = [passing4, 1];
}
else {
if(_valid4){
valid182 = true;
passing4 = 1;
}
}
if(!valid182){
const err620 = {instancePath:instancePath+"/schema",schemaPath:"#/$defs/Document/oneOf",keyword:"oneOf",params:{passingSchemas: passing4},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err620];
}
else {
vErrors.push(err620);
}
errors++;
}
else {
errors = _errs542;
if(vErrors !== null){
if(_errs542){
vErrors.length = _errs542;
}
else {
vErrors = null;
}
}
}
}
if(data.outbound !== undefined){
let data189 = data.outbound;
if(data189 && typeof data189 == "object" && !Array.isArray(data189)){
if(data189.type === undefined){
const err621 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err621];
}
else {
vErrors.push(err621);
}
errors++;
}
const tag6 = data189.type;
if(typeof tag6 == "string"){
if(tag6 === "none"){
if(data189 && typeof data189 == "object" && !Array.isArray(data189)){
if(data189.type === undefined){
const err622 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/0/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err622];
}
else {
vErrors.push(err622);
}
errors++;
}
for(const key53 in data189){
if(!(key53 === "type")){
const err623 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key53},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err623];
}
else {
vErrors.push(err623);
}
errors++;
}
}
if(data189.type !== undefined){
let data190 = data189.type;
if(typeof data190 !== "string"){
const err624 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/0/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err624];
}
else {
vErrors.push(err624);
}
errors++;
}
if("none" !== data190){
const err625 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/0/properties/type/const",keyword:"const",params:{allowedValue: "none"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err625];
}
else {
vErrors.push(err625);
}
errors++;
}
}
}
else {
const err626 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err626];
}
else {
vErrors.push(err626);
}
errors++;
}
var props11 = true;
}
else if(tag6 === "gateway-role"){
if(data189 && typeof data189 == "object" && !Array.isArray(data189)){
if(data189.type === undefined){
const err627 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/1/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err627];
}
else {
vErrors.push(err627);
}
errors++;
}
for(const key54 in data189){
if(!(((key54 === "type") || (key54 === "service")) || (key54 === "region"))){
const err628 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key54},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err628];
}
else {
vErrors.push(err628);
}
errors++;
}
}
if(data189.type !== undefined){
let data191 = data189.type;
if(typeof data191 !== "string"){
const err629 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/1/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err629];
}
else {
vErrors.push(err629);
}
errors++;
}
if("gateway-role" !== data191){
const err630 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/1/properties/type/const",keyword:"const",params:{allowedValue: "gateway-role"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err630];
}
else {
vErrors.push(err630);
}
errors++;
}
}
if(data189.service !== undefined){
let data192 = data189.service;
if(typeof data192 === "string"){
if(!pattern36.test(data192)){
const err631 = {instancePath:instancePath+"/outbound/service",schemaPath:"#/$defs/Outbound/oneOf/1/properties/service/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9._-]{1,64}$"},message:"must match pattern \""+"^[a-zA-Z0-9._-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err631];
}
else {
vErrors.push(err631);
}
errors++;
}
}
else {
const err632 = {instancePath:instancePath+"/outbound/service",schemaPath:"#/$defs/Outbound/oneOf/1/properties/service/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err632];
}
else {
vErrors.push(err632);
}
errors++;
}
}
if(data189.region !== undefined){
let data193 = data189.region;
if(typeof data193 === "string"){
if(!pattern37.test(data193)){
const err633 = {instancePath:instancePath+"/outbound/region",schemaPath:"#/$defs/Outbound/oneOf/1/properties/region/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,32}$"},message:"must match pattern \""+"^[a-z0-9-]{1,32}$"+"\""};
if(vErrors === null){
vErrors = [err633];
}
else {
vErrors.push(err633);
}
errors++;
}
}
else {
const err634 = {instancePath:instancePath+"/outbound/region",schemaPath:"#/$defs/Outbound/oneOf/1/properties/region/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err634];
}
else {
vErrors.push(err634);
}
errors++;
}
}
}
else {
const err635 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err635];
}
else {
vErrors.push(err635);
}
errors++;
}
if(props11 !== true){
props11 = true;
}
}
else if(tag6 === "oauth"){
if(data189 && typeof data189 == "object" && !Array.isArray(data189)){
if(data189.type === undefined){
const err636 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err636];
}
else {
vErrors.push(err636);
}
errors++;
}
if(data189.provider === undefined){
const err637 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/required",keyword:"required",params:{missingProperty: "provider"},message:"must have required property '"+"provider"+"'"};
if(vErrors === null){
vErrors = [err637];
}
else {
vErrors.push(err637);
}
errors++;
}
for(const key55 in data189){
if(!((((((key55 === "type") || (key55 === "provider")) || (key55 === "scopes")) || (key55 === "grant")) || (key55 === "returnUrl")) || (key55 === "parameters"))){
const err638 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key55},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err638];
}
else {
vErrors.push(err638);
}
errors++;
}
}
if(data189.type !== undefined){
let data194 = data189.type;
if(typeof data194 !== "string"){
const err639 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/2/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err639];
}
else {
vErrors.push(err639);
}
errors++;
}
if("oauth" !== data194){
const err640 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/2/properties/type/const",keyword:"const",params:{allowedValue: "oauth"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err640];
}
else {
vErrors.push(err640);
}
errors++;
}
}
if(data189.provider !== undefined){
let data195 = data189.provider;
if(typeof data195 === "string"){
if(func2(data195) > 900){
const err641 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/maxLength",keyword:"maxLength",params:{limit: 900},message:"must NOT have more than 900 characters"};
if(vErrors === null){
vErrors = [err641];
}
else {
vErrors.push(err641);
}
errors++;
}
if(func2(data195) < 1){
const err642 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err642];
}
else {
vErrors.push(err642);
}
errors++;
}
if(!pattern24.test(data195)){
const err643 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/pattern",keyword:"pattern",params:{pattern: "^[^\\s{}]+$"},message:"must match pattern \""+"^[^\\s{}]+$"+"\""};
if(vErrors === null){
vErrors = [err643];
}
else {
vErrors.push(err643);
}
errors++;
}
}
else {
const err644 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err644];
}
else {
vErrors.push(err644);
}
errors++;
}
}
if(data189.scopes !== undefined){
let data196 = data189.scopes;
if(Array.isArray(data196)){
if(data196.length > 100){
const err645 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"};
if(vErrors === null){
vErrors = [err645];
}
else {
vErrors.push(err645);
}
errors++;
}
if(data196.length < 1){
const err646 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err646];
}
else {
vErrors.push(err646);
}
errors++;
}
const len23 = data196.length;
for(let i44=0; i44<len23; i44++){
let data197 = data196[i44];
if(typeof data197 === "string"){
if(func2(data197) > 255){
const err647 = {instancePath:instancePath+"/outbound/scopes/" + i44,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters"};
if(vErrors === null){
vErrors = [err647];
}
else {
vErrors.push(err647);
}
errors++;
}
if(func2(data197) < 1){
const err648 = {instancePath:instancePath+"/outbound/scopes/" + i44,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err648];
}
else {
vErrors.push(err648);
}
errors++;
}
if(!pattern24.test(data197)){
const err649 = {instancePath:instancePath+"/outbound/scopes/" + i44,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/pattern",keyword:"pattern",params:{pattern: "^[^\\s{}]+$"},message:"must match pattern \""+"^[^\\s{}]+$"+"\""};
if(vErrors === null){
vErrors = [err649];
}
else {
vErrors.push(err649);
}
errors++;
}
}
else {
const err650 = {instancePath:instancePath+"/outbound/scopes/" + i44,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err650];
}
else {
vErrors.push(err650);
}
errors++;
}
}
let i45 = data196.length;
let j21;
if(i45 > 1){
const indices20 = {};
for(;i45--;){
let item20 = data196[i45];
if(typeof item20 !== "string"){
continue;
}
if(typeof indices20[item20] == "number"){
j21 = indices20[item20];
const err651 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/uniqueItems",keyword:"uniqueItems",params:{i: i45, j: j21},message:"must NOT have duplicate items (items ## "+j21+" and "+i45+" are identical)"};
if(vErrors === null){
vErrors = [err651];
}
else {
vErrors.push(err651);
}
errors++;
break;
}
indices20[item20] = i45;
}
}
}
else {
const err652 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err652];
}
else {
vErrors.push(err652);
}
errors++;
}
}
if(data189.grant !== undefined){
let data198 = data189.grant;
if(typeof data198 !== "string"){
const err653 = {instancePath:instancePath+"/outbound/grant",schemaPath:"#/$defs/Outbound/oneOf/2/properties/grant/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err653];
}
else {
vErrors.push(err653);
}
errors++;
}
if(!(((data198 === "client-credentials") || (data198 === "authorization-code")) || (data198 === "token-exchange"))){
const err654 = {instancePath:instancePath+"/outbound/grant",schemaPath:"#/$defs/Outbound/oneOf/2/properties/grant/enum",keyword:"enum",params:{allowedValues: schema38.oneOf[2].properties.grant.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err654];
}
else {
vErrors.push(err654);
}
errors++;
}
}
if(data189.returnUrl !== undefined){
let data199 = data189.returnUrl;
if(typeof data199 === "string"){
if(!pattern40.test(data199)){
const err655 = {instancePath:instancePath+"/outbound/returnUrl",schemaPath:"#/$defs/Outbound/oneOf/2/properties/returnUrl/pattern",keyword:"pattern",params:{pattern: "^https://[^\\s{}]{1,900}$"},message:"must match pattern \""+"^https://[^\\s{}]{1,900}$"+"\""};
if(vErrors === null){
vErrors = [err655];
}
else {
vErrors.push(err655);
}
errors++;
}
}
else {
const err656 = {instancePath:instancePath+"/outbound/returnUrl",schemaPath:"#/$defs/Outbound/oneOf/2/properties/returnUrl/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err656];
}
else {
vErrors.push(err656);
}
errors++;
}
}
if(data189.parameters !== undefined){
let data200 = data189.parameters;
if(data200 && typeof data200 == "object" && !Array.isArray(data200)){
if(Object.keys(data200).length > 10){
const err657 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/maxProperties",keyword:"maxProperties",params:{limit: 10},message:"must NOT have more than 10 properties"};
if(vErrors === null){
vErrors = [err657];
}
else {
vErrors.push(err657);
}
errors++;
}
for(const key56 in data200){
const _errs587 = errors;
if(typeof key56 === "string"){
if(!pattern41.test(key56)){
const err658 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.-]{1,256}$"},message:"must match pattern \""+"^[A-Za-z0-9_.-]{1,256}$"+"\"",propertyName:key56};
if(vErrors === null){
vErrors = [err658];
}
else {
vErrors.push(err658);
}
errors++;
}
}
var valid195 = _errs587 === errors;
if(!valid195){
const err659 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/propertyNames",keyword:"propertyNames",params:{propertyName: key56},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err659];
}
else {
vErrors.push(err659);
}
errors++;
}
}
for(const key57 in data200){
let data201 = data200[key57];
if(typeof data201 === "string"){
if(func2(data201) > 2048){
const err660 = {instancePath:instancePath+"/outbound/parameters/" + key57.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err660];
}
else {
vErrors.push(err660);
}
errors++;
}
}
else {
const err661 = {instancePath:instancePath+"/outbound/parameters/" + key57.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err661];
}
else {
vErrors.push(err661);
}
errors++;
}
}
}
else {
const err662 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err662];
}
else {
vErrors.push(err662);
}
errors++;
}
}
}
else {
const err663 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err663];
}
else {
vErrors.push(err663);
}
errors++;
}
if(props11 !== true){
props11 = true;
}
}
else if(tag6 === "api-key"){
if(data189 && typeof data189 == "object" && !Array.isArray(data189)){
if(data189.type === undefined){
const err664 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err664];
}
else {
vErrors.push(err664);
}
errors++;
}
if(data189.provider === undefined){
const err665 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/required",keyword:"required",params:{missingProperty: "provider"},message:"must have required property '"+"provider"+"'"};
if(vErrors === null){
vErrors = [err665];
}
else {
vErrors.push(err665);
}
errors++;
}
for(const key58 in data189){
if(!(((((key58 === "type") || (key58 === "provider")) || (key58 === "in")) || (key58 === "name")) || (key58 === "prefix"))){
const err666 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key58},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err666];
}
else {
vErrors.push(err666);
}
errors++;
}
}
if(data189.type !== undefined){
let data202 = data189.type;
if(typeof data202 !== "string"){
const err667 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/3/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err667];
}
else {
vErrors.push(err667);
}
errors++;
}
if("api-key" !== data202){
const err668 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/3/properties/type/const",keyword:"const",params:{allowedValue: "api-key"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err668];
}
else {
vErrors.push(err668);
}
errors++;
}
}
if(data189.provider !== undefined){
let data203 = data189.provider;
if(typeof data203 === "string"){
if(func2(data203) > 900){
const err669 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/maxLength",keyword:"maxLength",params:{limit: 900},message:"must NOT have more than 900 characters"};
if(vErrors === null){
vErrors = [err669];
}
else {
vErrors.push(err669);
}
errors++;
}
if(func2(data203) < 1){
const err670 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err670];
}
else {
vErrors.push(err670);
}
errors++;
}
if(!pattern24.test(data203)){
const err671 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/pattern",keyword:"pattern",params:{pattern: "^[^\\s{}]+$"},message:"must match pattern \""+"^[^\\s{}]+$"+"\""};
if(vErrors === null){
vErrors = [err671];
}
else {
vErrors.push(err671);
}
errors++;
}
}
else {
const err672 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err672];
}
else {
vErrors.push(err672);
}
errors++;
}
}
if(data189.in !== undefined){
let data204 = data189.in;
if(typeof data204 !== "string"){
const err673 = {instancePath:instancePath+"/outbound/in",schemaPath:"#/$defs/Outbound/oneOf/3/properties/in/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err673];
}
else {
vErrors.push(err673);
}
errors++;
}
if(!((data204 === "header") || (data204 === "query"))){
const err674 = {instancePath:instancePath+"/outbound/in",schemaPath:"#/$defs/Outbound/oneOf/3/properties/in/enum",keyword:"enum",params:{allowedValues: schema38.oneOf[3].properties.in.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err674];
}
else {
vErrors.push(err674);
}
errors++;
}
}
if(data189.name !== undefined){
let data205 = data189.name;
if(typeof data205 === "string"){
if(!pattern12.test(data205)){
const err675 = {instancePath:instancePath+"/outbound/name",schemaPath:"#/$defs/Outbound/oneOf/3/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9_.-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err675];
}
else {
vErrors.push(err675);
}
errors++;
}
}
else {
const err676 = {instancePath:instancePath+"/outbound/name",schemaPath:"#/$defs/Outbound/oneOf/3/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err676];
}
else {
vErrors.push(err676);
}
errors++;
}
}
if(data189.prefix !== undefined){
let data206 = data189.prefix;
if(typeof data206 === "string"){
if(!pattern44.test(data206)){
const err677 = {instancePath:instancePath+"/outbound/prefix",schemaPath:"#/$defs/Outbound/oneOf/3/properties/prefix/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_. -]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9_. -]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err677];
}
else {
vErrors.push(err677);
}
errors++;
}
}
else {
const err678 = {instancePath:instancePath+"/outbound/prefix",schemaPath:"#/$defs/Outbound/oneOf/3/properties/prefix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err678];
}
else {
vErrors.push(err678);
}
errors++;
}
}
}
else {
const err679 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err679];
}
else {
vErrors.push(err679);
}
errors++;
}
if(props11 !== true){
props11 = true;
}
}
else if(tag6 === "caller-iam"){
if(data189 && typeof data189 == "object" && !Array.isArray(data189)){
if(data189.type === undefined){
const err680 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/4/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err680];
}
else {
vErrors.push(err680);
}
errors++;
}
for(const key59 in data189){
if(!(key59 === "type")){
const err681 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/4/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key59},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err681];
}
else {
vErrors.push(err681);
}
errors++;
}
}
if(data189.type !== undefined){
let data207 = data189.type;
if(typeof data207 !== "string"){
const err682 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/4/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err682];
}
else {
vErrors.push(err682);
}
errors++;
}
if("caller-iam" !== data207){
const err683 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/4/properties/type/const",keyword:"const",params:{allowedValue: "caller-iam"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err683];
}
else {
vErrors.push(err683);
}
errors++;
}
}
}
else {
const err684 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/4/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err684];
}
else {
vErrors.push(err684);
}
errors++;
}
if(props11 !== true){
props11 = true;
}
}
else if(tag6 === "jwt-passthrough"){
if(data189 && typeof data189 == "object" && !Array.isArray(data189)){
if(data189.type === undefined){
const err685 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/5/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err685];
}
else {
vErrors.push(err685);
}
errors++;
}
for(const key60 in data189){
if(!(key60 === "type")){
const err686 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/5/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key60},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err686];
}
else {
vErrors.push(err686);
}
errors++;
}
}
if(data189.type !== undefined){
let data208 = data189.type;
if(typeof data208 !== "string"){
const err687 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/5/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err687];
}
else {
vErrors.push(err687);
}
errors++;
}
if("jwt-passthrough" !== data208){
const err688 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/5/properties/type/const",keyword:"const",params:{allowedValue: "jwt-passthrough"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err688];
}
else {
vErrors.push(err688);
}
errors++;
}
}
}
else {
const err689 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/5/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err689];
}
else {
vErrors.push(err689);
}
errors++;
}
if(props11 !== true){
props11 = true;
}
}
else {
const err690 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "type", tagValue: tag6},message:"value of tag \"type\" must be in oneOf"};
if(vErrors === null){
vErrors = [err690];
}
else {
vErrors.push(err690);
}
errors++;
}
}
else {
const err691 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/discriminator",keyword:"discriminator",params:{error: "tag", tag: "type", tagValue: tag6},message:"tag \"type\" must be string"};
if(vErrors === null){
vErrors = [err691];
}
else {
vErrors.push(err691);
}
errors++;
}
}
else {
const err692 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err692];
}
else {
vErrors.push(err692);
}
errors++;
}
}
if(data.requestHeaders !== undefined){
let data209 = data.requestHeaders;
if(Array.isArray(data209)){
if(data209.length > 10){
const err693 = {instancePath:instancePath+"/requestHeaders",schemaPath:"#/oneOf/5/properties/requestHeaders/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err693];
}
else {
vErrors.push(err693);
}
errors++;
}
const len24 = data209.length;
for(let i46=0; i46<len24; i46++){
let data210 = data209[i46];
if(typeof data210 === "string"){
if(!pattern45.test(data210)){
const err694 = {instancePath:instancePath+"/requestHeaders/" + i46,schemaPath:"#/oneOf/5/properties/requestHeaders/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err694];
}
else {
vErrors.push(err694);
}
errors++;
}
}
else {
const err695 = {instancePath:instancePath+"/requestHeaders/" + i46,schemaPath:"#/oneOf/5/properties/requestHeaders/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err695];
}
else {
vErrors.push(err695);
}
errors++;
}
}
let i47 = data209.length;
let j22;
if(i47 > 1){
const indices21 = {};
for(;i47--;){
let item21 = data209[i47];
if(typeof item21 !== "string"){
continue;
}
if(typeof indices21[item21] == "number"){
j22 = indices21[item21];
const err696 = {instancePath:instancePath+"/requestHeaders",schemaPath:"#/oneOf/5/properties/requestHeaders/uniqueItems",keyword:"uniqueItems",params:{i: i47, j: j22},message:"must NOT have duplicate items (items ## "+j22+" and "+i47+" are identical)"};
if(vErrors === null){
vErrors = [err696];
}
else {
vErrors.push(err696);
}
errors++;
break;
}
indices21[item21] = i47;
}
}
}
else {
const err697 = {instancePath:instancePath+"/requestHeaders",schemaPath:"#/oneOf/5/properties/requestHeaders/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err697];
}
else {
vErrors.push(err697);
}
errors++;
}
}
if(data.responseHeaders !== undefined){
let data211 = data.responseHeaders;
if(Array.isArray(data211)){
if(data211.length > 10){
const err698 = {instancePath:instancePath+"/responseHeaders",schemaPath:"#/oneOf/5/properties/responseHeaders/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err698];
}
else {
vErrors.push(err698);
}
errors++;
}
const len25 = data211.length;
for(let i48=0; i48<len25; i48++){
let data212 = data211[i48];
if(typeof data212 === "string"){
if(!pattern45.test(data212)){
const err699 = {instancePath:instancePath+"/responseHeaders/" + i48,schemaPath:"#/oneOf/5/properties/responseHeaders/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err699];
}
else {
vErrors.push(err699);
}
errors++;
}
}
else {
const err700 = {instancePath:instancePath+"/responseHeaders/" + i48,schemaPath:"#/oneOf/5/properties/responseHeaders/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err700];
}
else {
vErrors.push(err700);
}
errors++;
}
}
let i49 = data211.length;
let j23;
if(i49 > 1){
const indices22 = {};
for(;i49--;){
let item22 = data211[i49];
if(typeof item22 !== "string"){
continue;
}
if(typeof indices22[item22] == "number"){
j23 = indices22[item22];
const err701 = {instancePath:instancePath+"/responseHeaders",schemaPath:"#/oneOf/5/properties/responseHeaders/uniqueItems",keyword:"uniqueItems",params:{i: i49, j: j23},message:"must NOT have duplicate items (items ## "+j23+" and "+i49+" are identical)"};
if(vErrors === null){
vErrors = [err701];
}
else {
vErrors.push(err701);
}
errors++;
break;
}
indices22[item22] = i49;
}
}
}
else {
const err702 = {instancePath:instancePath+"/responseHeaders",schemaPath:"#/oneOf/5/properties/responseHeaders/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err702];
}
else {
vErrors.push(err702);
}
errors++;
}
}
if(data.queryParameters !== undefined){
let data213 = data.queryParameters;
if(Array.isArray(data213)){
if(data213.length > 10){
const err703 = {instancePath:instancePath+"/queryParameters",schemaPath:"#/oneOf/5/properties/queryParameters/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err703];
}
else {
vErrors.push(err703);
}
errors++;
}
const len26 = data213.length;
for(let i50=0; i50<len26; i50++){
let data214 = data213[i50];
if(typeof data214 === "string"){
if(!pattern47.test(data214)){
const err704 = {instancePath:instancePath+"/queryParameters/" + i50,schemaPath:"#/oneOf/5/properties/queryParameters/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.~-]{1,40}$"},message:"must match pattern \""+"^[A-Za-z0-9_.~-]{1,40}$"+"\""};
if(vErrors === null){
vErrors = [err704];
}
else {
vErrors.push(err704);
}
errors++;
}
}
else {
const err705 = {instancePath:instancePath+"/queryParameters/" + i50,schemaPath:"#/oneOf/5/properties/queryParameters/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err705];
}
else {
vErrors.push(err705);
}
errors++;
}
}
let i51 = data213.length;
let j24;
if(i51 > 1){
const indices23 = {};
for(;i51--;){
let item23 = data213[i51];
if(typeof item23 !== "string"){
continue;
}
if(typeof indices23[item23] == "number"){
j24 = indices23[item23];
const err706 = {instancePath:instancePath+"/queryParameters",schemaPath:"#/oneOf/5/properties/queryParameters/uniqueItems",keyword:"uniqueItems",params:{i: i51, j: j24},message:"must NOT have duplicate items (items ## "+j24+" and "+i51+" are identical)"};
if(vErrors === null){
vErrors = [err706];
}
else {
vErrors.push(err706);
}
errors++;
break;
}
indices23[item23] = i51;
}
}
}
else {
const err707 = {instancePath:instancePath+"/queryParameters",schemaPath:"#/oneOf/5/properties/queryParameters/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err707];
}
else {
vErrors.push(err707);
}
errors++;
}
}
if(data.extra !== undefined){
let data215 = data.extra;
if(data215 && typeof data215 == "object" && !Array.isArray(data215)){
if(Object.keys(data215).length > 50){
const err708 = {instancePath:instancePath+"/extra",schemaPath:"#/$defs/Extra/maxProperties",keyword:"maxProperties",params:{limit: 50},message:"must NOT have more than 50 properties"};
if(vErrors === null){
vErrors = [err708];
}
else {
vErrors.push(err708);
}
errors++;
}
}
else {
const err709 = {instancePath:instancePath+"/extra",schemaPath:"#/$defs/Extra/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err709];
}
else {
vErrors.push(err709);
}
errors++;
}
}
}
else {
const err710 = {instancePath,schemaPath:"#/oneOf/5/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err710];
}
else {
vErrors.push(err710);
}
errors++;
}
if(props2 !== true){
props2 = true;
}
}
else if(tag0 === "passthrough"){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err711 = {instancePath,schemaPath:"#/oneOf/6/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err711];
}
else {
vErrors.push(err711);
}
errors++;
}
if(data.type === undefined){
const err712 = {instancePath,schemaPath:"#/oneOf/6/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err712];
}
else {
vErrors.push(err712);
}
errors++;
}
if(data.endpoint === undefined){
const err713 = {instancePath,schemaPath:"#/oneOf/6/required",keyword:"required",params:{missingProperty: "endpoint"},message:"must have required property '"+"endpoint"+"'"};
if(vErrors === null){
vErrors = [err713];
}
else {
vErrors.push(err713);
}
errors++;
}
if(data.protocol === undefined){
const err714 = {instancePath,schemaPath:"#/oneOf/6/required",keyword:"required",params:{missingProperty: "protocol"},message:"must have required property '"+"protocol"+"'"};
if(vErrors === null){
vErrors = [err714];
}
else {
vErrors.push(err714);
}
errors++;
}
for(const key61 in data){
if(!(func1.call(schema36.oneOf[6].properties, key61))){
const err715 = {instancePath,schemaPath:"#/oneOf/6/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key61},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err715];
}
else {
vErrors.push(err715);
}
errors++;
}
}
if(data.name !== undefined){
let data216 = data.name;
if(typeof data216 === "string"){
if(!pattern31.test(data216)){
const err716 = {instancePath:instancePath+"/name",schemaPath:"#/oneOf/6/properties/name/pattern",keyword:"pattern",params:{pattern: "^([0-9a-zA-Z]-?){1,100}$"},message:"must match pattern \""+"^([0-9a-zA-Z]-?){1,100}$"+"\""};
if(vErrors === null){
vErrors = [err716];
}
else {
vErrors.push(err716);
}
errors++;
}
}
else {
const err717 = {instancePath:instancePath+"/name",schemaPath:"#/oneOf/6/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err717];
}
else {
vErrors.push(err717);
}
errors++;
}
}
if(data.type !== undefined){
let data217 = data.type;
if(typeof data217 !== "string"){
const err718 = {instancePath:instancePath+"/type",schemaPath:"#/oneOf/6/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err718];
}
else {
vErrors.push(err718);
}
errors++;
}
if("passthrough" !== data217){
const err719 = {instancePath:instancePath+"/type",schemaPath:"#/oneOf/6/properties/type/const",keyword:"const",params:{allowedValue: "passthrough"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err719];
}
else {
vErrors.push(err719);
}
errors++;
}
}
if(data.description !== undefined){
let data218 = data.description;
if(typeof data218 === "string"){
if(func2(data218) > 200){
const err720 = {instancePath:instancePath+"/description",schemaPath:"#/oneOf/6/properties/description/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"};
if(vErrors === null){
vErrors = [err720];
}
else {
vErrors.push(err720);
}
errors++;
}
if(func2(data218) < 1){
const err721 = {instancePath:instancePath+"/description",schemaPath:"#/oneOf/6/properties/description/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err721];
}
else {
vErrors.push(err721);
}
errors++;
}
}
else {
const err722 = {instancePath:instancePath+"/description",schemaPath:"#/oneOf/6/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err722];
}
else {
vErrors.push(err722);
}
errors++;
}
}
if(data.endpoint !== undefined){
let data219 = data.endpoint;
if(typeof data219 === "string"){
if(!pattern136.test(data219)){
const err723 = {instancePath:instancePath+"/endpoint",schemaPath:"#/oneOf/6/properties/endpoint/pattern",keyword:"pattern",params:{pattern: "^https://[a-zA-Z0-9.-]+(:[0-9]{1,5})?(/[^\\s{}]*)?$"},message:"must match pattern \""+"^https://[a-zA-Z0-9.-]+(:[0-9]{1,5})?(/[^\\s{}]*)?$"+"\""};
if(vErrors === null){
vErrors = [err723];
}
else {
vErrors.push(err723);
}
errors++;
}
}
else {
const err724 = {instancePath:instancePath+"/endpoint",schemaPath:"#/oneOf/6/properties/endpoint/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err724];
}
else {
vErrors.push(err724);
}
errors++;
}
}
if(data.protocol !== undefined){
let data220 = data.protocol;
if(typeof data220 !== "string"){
const err725 = {instancePath:instancePath+"/protocol",schemaPath:"#/oneOf/6/properties/protocol/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err725];
}
else {
vErrors.push(err725);
}
errors++;
}
if(!((((data220 === "MCP") || (data220 === "A2A")) || (data220 === "INFERENCE")) || (data220 === "CUSTOM"))){
const err726 = {instancePath:instancePath+"/protocol",schemaPath:"#/oneOf/6/properties/protocol/enum",keyword:"enum",params:{allowedValues: schema36.oneOf[6].properties.protocol.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err726];
}
else {
vErrors.push(err726);
}
errors++;
}
}
if(data.schema !== undefined){
let data221 = data.schema;
const _errs645 = errors;
let valid216 = false;
let passing5 = null;
const _errs646 = errors;
if(typeof data221 === "string"){
if(!pattern33.test(data221)){
const err727 = {instancePath:instancePath+"/schema",schemaPath:"#/$defs/Document/oneOf/0/pattern",keyword:"pattern",params:{pattern: "^(\\./(?:[A-Za-z0-9][A-Za-z0-9._-]{0,99}/){0,6}[A-Za-z0-9][A-Za-z0-9._-]{0,99}|s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\\s{}]{1,900})$"},message:"must match pattern \""+"^(\\./(?:[A-Za-z0-9][A-Za-z0-9._-]{0,99}/){0,6}[A-Za-z0-9][A-Za-z0-9._-]{0,99}|s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\\s{}]{1,900})$"+"\""};
if(vErrors === null){
vErrors = [err727];
}
else {
vErrors.push(err727);
}
errors++;
}
}
else {
const err728 = {instancePath:instancePath+"/schema",schemaPath:"#/$defs/Document/oneOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err728];
}
else {
vErrors.push(err728);
}
errors++;
}
var _valid5 = _errs646 === errors;
if(_valid5){
valid216 = true;
passing5 = 0;
}
const _errs648 = errors;
if(data221 && typeof data221 == "object" && !Array.isArray(data221)){
if(data221.s3 === undefined){
const err729 = {instancePath:instancePath+"/schema",schemaPath:"#/$defs/Document/oneOf/1/required",keyword:"required",params:{missingProperty: "s3"},message:"must have required property '"+"s3"+"'"};
if(vErrors === null){
vErrors = [err729];
}
else {
vErrors.push(err729);
}
errors++;
}
for(const key62 in data221){
if(!((key62 === "s3") || (key62 === "bucketOwner"))){
const err730 = {instancePath:instancePath+"/schema",schemaPath:"#/$defs/Document/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key62},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err730];
}
else {
vErrors.push(err730);
}
errors++;
}
}
if(data221.s3 !== undefined){
let data222 = data221.s3;
if(typeof data222 === "string"){
if(!pattern34.test(data222)){
const err731 = {instancePath:instancePath+"/schema/s3",schemaPath:"#/$defs/Document/oneOf/1/properties/s3/pattern",keyword:"pattern",params:{pattern: "^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\\s{}]{1,900}$"},message:"must match pattern \""+"^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\\s{}]{1,900}$"+"\""};
if(vErrors === null){
vErrors = [err731];
}
else {
vErrors.push(err731);
}
errors++;
}
}
else {
const err732 = {instancePath:instancePath+"/schema/s3",schemaPath:"#/$defs/Document/oneOf/1/properties/s3/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err732];
}
else {
vErrors.push(err732);
}
errors++;
}
}
if(data221.bucketOwner !== undefined){
let data223 = data221.bucketOwner;
if(typeof data223 === "string"){
if(!pattern35.test(data223)){
const err733 = {instancePath:instancePath+"/schema/bucketOwner",schemaPath:"#/$defs/Document/oneOf/1/properties/bucketOwner/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$"},message:"must match pattern \""+"^[0-9]{12}$"+"\""};
if(vErrors === null){
vErrors = [err733];
}
else {
vErrors.push(err733);
}
errors++;
}
}
else {
const err734 = {instancePath:instancePath+"/schema/bucketOwner",schemaPath:"#/$defs/Document/oneOf/1/properties/bucketOwner/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err734];
}
else {
vErrors.push(err734);
}
errors++;
}
}
}
else {
const err735 = {instancePath:instancePath+"/schema",schemaPath:"#/$defs/Document/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err735];
}
else {
vErrors.push(err735);
}
errors++;
}
var _valid5 = _errs648 === errors;
if(_valid5 && valid216){
valid216 = false;
passing5 = [passing5, 1];
}
else {
if(_valid5){
valid216 = true;
passing5 = 1;
}
}
if(!valid216){
const err736 = {instancePath:instancePath+"/schema",schemaPath:"#/$defs/Document/oneOf",keyword:"oneOf",params:{passingSchemas: passing5},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err736];
}
else {
vErrors.push(err736);
}
errors++;
}
else {
errors = _errs645;
if(vErrors !== null){
if(_errs645){
vErrors.length = _errs645;
}
else {
vErrors = null;
}
}
}
}
if(data.stickiness !== undefined){
let data224 = data.stickiness;
if(data224 && typeof data224 == "object" && !Array.isArray(data224)){
if(data224.identifier === undefined){
const err737 = {instancePath:instancePath+"/stickiness",schemaPath:"#/oneOf/6/properties/stickiness/required",keyword:"required",params:{missingProperty: "identifier"},message:"must have required property '"+"identifier"+"'"};
if(vErrors === null){
vErrors = [err737];
}
else {
vErrors.push(err737);
}
errors++;
}
for(const key63 in data224){
if(!((key63 === "identifier") || (key63 === "seconds"))){
const err738 = {instancePath:instancePath+"/stickiness",schemaPath:"#/oneOf/6/properties/stickiness/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key63},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err738];
}
else {
vErrors.push(err738);
}
errors++;
}
}
if(data224.identifier !== undefined){
let data225 = data224.identifier;
if(typeof data225 === "string"){
if(!pattern140.test(data225)){
const err739 = {instancePath:instancePath+"/stickiness/identifier",schemaPath:"#/oneOf/6/properties/stickiness/properties/identifier/pattern",keyword:"pattern",params:{pattern: "^[^\\s{}]{1,256}$"},message:"must match pattern \""+"^[^\\s{}]{1,256}$"+"\""};
if(vErrors === null){
vErrors = [err739];
}
else {
vErrors.push(err739);
}
errors++;
}
}
else {
const err740 = {instancePath:instancePath+"/stickiness/identifier",schemaPath:"#/oneOf/6/properties/stickiness/properties/identifier/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err740];
}
else {
vErrors.push(err740);
}
errors++;
}
}
if(data224.seconds !== undefined){
let data226 = data224.seconds;
if(!(((typeof data226 == "number") && (!(data226 % 1) && !isNaN(data226))) && (isFinite(data226)))){
const err741 = {instancePath:instancePath+"/stickiness/seconds",schemaPath:"#/oneOf/6/properties/stickiness/properties/seconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err741];
}
else {
vErrors.push(err741);
}
errors++;
}
if((typeof data226 == "number") && (isFinite(data226))){
if(data226 > 86400 || isNaN(data226)){
const err742 = {instancePath:instancePath+"/stickiness/seconds",schemaPath:"#/oneOf/6/properties/stickiness/properties/seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400},message:"must be <= 86400"};
if(vErrors === null){
vErrors = [err742];
}
else {
vErrors.push(err742);
}
errors++;
}
if(data226 < 1 || isNaN(data226)){
const err743 = {instancePath:instancePath+"/stickiness/seconds",schemaPath:"#/oneOf/6/properties/stickiness/properties/seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err743];
}
else {
vErrors.push(err743);
}
errors++;
}
}
}
}
else {
const err744 = {instancePath:instancePath+"/stickiness",schemaPath:"#/oneOf/6/properties/stickiness/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err744];
}
else {
vErrors.push(err744);
}
errors++;
}
}
if(data.outbound !== undefined){
let data227 = data.outbound;
if(data227 && typeof data227 == "object" && !Array.isArray(data227)){
if(data227.type === undefined){
const err745 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err745];
}
else {
vErrors.push(err745);
}
errors++;
}
const tag7 = data227.type;
if(typeof tag7 == "string"){
if(tag7 === "none"){
if(data227 && typeof data227 == "object" && !Array.isArray(data227)){
if(data227.type === undefined){
const err746 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/0/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err746];
}
else {
vErrors.push(err746);
}
errors++;
}
for(const key64 in data227){
if(!(key64 === "type")){
const err747 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key64},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err747];
}
else {
vErrors.push(err747);
}
errors++;
}
}
if(data227.type !== undefined){
let data228 = data227.type;
if(typeof data228 !== "string"){
const err748 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/0/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err748];
}
else {
vErrors.push(err748);
}
errors++;
}
if("none" !== data228){
const err749 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/0/properties/type/const",keyword:"const",params:{allowedValue: "none"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err749];
}
else {
vErrors.push(err749);
}
errors++;
}
}
}
else {
const err750 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err750];
}
else {
vErrors.push(err750);
}
errors++;
}
var props13 = true;
}
else if(tag7 === "gateway-role"){
if(data227 && typeof data227 == "object" && !Array.isArray(data227)){
if(data227.type === undefined){
const err751 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/1/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err751];
}
else {
vErrors.push(err751);
}
errors++;
}
for(const key65 in data227){
if(!(((key65 === "type") || (key65 === "service")) || (key65 === "region"))){
const err752 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key65},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err752];
}
else {
vErrors.push(err752);
}
errors++;
}
}
if(data227.type !== undefined){
let data229 = data227.type;
if(typeof data229 !== "string"){
const err753 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/1/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err753];
}
else {
vErrors.push(err753);
}
errors++;
}
if("gateway-role" !== data229){
const err754 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/1/properties/type/const",keyword:"const",params:{allowedValue: "gateway-role"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err754];
}
else {
vErrors.push(err754);
}
errors++;
}
}
if(data227.service !== undefined){
let data230 = data227.service;
if(typeof data230 === "string"){
if(!pattern36.test(data230)){
const err755 = {instancePath:instancePath+"/outbound/service",schemaPath:"#/$defs/Outbound/oneOf/1/properties/service/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9._-]{1,64}$"},message:"must match pattern \""+"^[a-zA-Z0-9._-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err755];
}
else {
vErrors.push(err755);
}
errors++;
}
}
else {
const err756 = {instancePath:instancePath+"/outbound/service",schemaPath:"#/$defs/Outbound/oneOf/1/properties/service/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err756];
}
else {
vErrors.push(err756);
}
errors++;
}
}
if(data227.region !== undefined){
let data231 = data227.region;
if(typeof data231 === "string"){
if(!pattern37.test(data231)){
const err757 = {instancePath:instancePath+"/outbound/region",schemaPath:"#/$defs/Outbound/oneOf/1/properties/region/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,32}$"},message:"must match pattern \""+"^[a-z0-9-]{1,32}$"+"\""};
if(vErrors === null){
vErrors = [err757];
}
else {
vErrors.push(err757);
}
errors++;
}
}
else {
const err758 = {instancePath:instancePath+"/outbound/region",schemaPath:"#/$defs/Outbound/oneOf/1/properties/region/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err758];
}
else {
vErrors.push(err758);
}
errors++;
}
}
}
else {
const err759 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err759];
}
else {
vErrors.push(err759);
}
errors++;
}
if(props13 !== true){
props13 = true;
}
}
else if(tag7 === "oauth"){
if(data227 && typeof data227 == "object" && !Array.isArray(data227)){
if(data227.type === undefined){
const err760 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err760];
}
else {
vErrors.push(err760);
}
errors++;
}
if(data227.provider === undefined){
const err761 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/required",keyword:"required",params:{missingProperty: "provider"},message:"must have required property '"+"provider"+"'"};
if(vErrors === null){
vErrors = [err761];
}
else {
vErrors.push(err761);
}
errors++;
}
for(const key66 in data227){
if(!((((((key66 === "type") || (key66 === "provider")) || (key66 === "scopes")) || (key66 === "grant")) || (key66 === "returnUrl")) || (key66 === "parameters"))){
const err762 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key66},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err762];
}
else {
vErrors.push(err762);
}
errors++;
}
}
if(data227.type !== undefined){
let data232 = data227.type;
if(typeof data232 !== "string"){
const err763 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/2/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err763];
}
else {
vErrors.push(err763);
}
errors++;
}
if("oauth" !== data232){
const err764 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/2/properties/type/const",keyword:"const",params:{allowedValue: "oauth"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err764];
}
else {
vErrors.push(err764);
}
errors++;
}
}
if(data227.provider !== undefined){
let data233 = data227.provider;
if(typeof data233 === "string"){
if(func2(data233) > 900){
const err765 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/maxLength",keyword:"maxLength",params:{limit: 900},message:"must NOT have more than 900 characters"};
if(vErrors === null){
vErrors = [err765];
}
else {
vErrors.push(err765);
}
errors++;
}
if(func2(data233) < 1){
const err766 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err766];
}
else {
vErrors.push(err766);
}
errors++;
}
if(!pattern24.test(data233)){
const err767 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/pattern",keyword:"pattern",params:{pattern: "^[^\\s{}]+$"},message:"must match pattern \""+"^[^\\s{}]+$"+"\""};
if(vErrors === null){
vErrors = [err767];
}
else {
vErrors.push(err767);
}
errors++;
}
}
else {
const err768 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err768];
}
else {
vErrors.push(err768);
}
errors++;
}
}
if(data227.scopes !== undefined){
let data234 = data227.scopes;
if(Array.isArray(data234)){
if(data234.length > 100){
const err769 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"};
if(vErrors === null){
vErrors = [err769];
}
else {
vErrors.push(err769);
}
errors++;
}
if(data234.length < 1){
const err770 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err770];
}
else {
vErrors.push(err770);
}
errors++;
}
const len27 = data234.length;
for(let i52=0; i52<len27; i52++){
let data235 = data234[i52];
if(typeof data235 === "string"){
if(func2(data235) > 255){
const err771 = {instancePath:instancePath+"/outbound/scopes/" + i52,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters"};
if(vErrors === null){
vErrors = [err771];
}
else {
vErrors.push(err771);
}
errors++;
}
if(func2(data235) < 1){
const err772 = {instancePath:instancePath+"/outbound/scopes/" + i52,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err772];
}
else {
vErrors.push(err772);
}
errors++;
}
if(!pattern24.test(data235)){
const err773 = {instancePath:instancePath+"/outbound/scopes/" + i52,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/pattern",keyword:"pattern",params:{pattern: "^[^\\s{}]+$"},message:"must match pattern \""+"^[^\\s{}]+$"+"\""};
if(vErrors === null){
vErrors = [err773];
}
else {
vErrors.push(err773);
}
errors++;
}
}
else {
const err774 = {instancePath:instancePath+"/outbound/scopes/" + i52,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err774];
}
else {
vErrors.push(err774);
}
errors++;
}
}
let i53 = data234.length;
let j25;
if(i53 > 1){
const indices24 = {};
for(;i53--;){
let item24 = data234[i53];
if(typeof item24 !== "string"){
continue;
}
if(typeof indices24[item24] == "number"){
j25 = indices24[item24];
const err775 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/uniqueItems",keyword:"uniqueItems",params:{i: i53, j: j25},message:"must NOT have duplicate items (items ## "+j25+" and "+i53+" are identical)"};
if(vErrors === null){
vErrors = [err775];
}
else {
vErrors.push(err775);
}
errors++;
break;
}
indices24[item24] = i53;
}
}
}
else {
const err776 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err776];
}
else {
vErrors.push(err776);
}
errors++;
}
}
if(data227.grant !== undefined){
let data236 = data227.grant;
if(typeof data236 !== "string"){
const err777 = {instancePath:instancePath+"/outbound/grant",schemaPath:"#/$defs/Outbound/oneOf/2/properties/grant/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err777];
}
else {
vErrors.push(err777);
}
errors++;
}
if(!(((data236 === "client-credentials") || (data236 === "authorization-code")) || (data236 === "token-exchange"))){
const err778 = {instancePath:instancePath+"/outbound/grant",schemaPath:"#/$defs/Outbound/oneOf/2/properties/grant/enum",keyword:"enum",params:{allowedValues: schema38.oneOf[2].properties.grant.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err778];
}
else {
vErrors.push(err778);
}
errors++;
}
}
if(data227.returnUrl !== undefined){
let data237 = data227.returnUrl;
if(typeof data237 === "string"){
if(!pattern40.test(data237)){
const err779 = {instancePath:instancePath+"/outbound/returnUrl",schemaPath:"#/$defs/Outbound/oneOf/2/properties/returnUrl/pattern",keyword:"pattern",params:{pattern: "^https://[^\\s{}]{1,900}$"},message:"must match pattern \""+"^https://[^\\s{}]{1,900}$"+"\""};
if(vErrors === null){
vErrors = [err779];
}
else {
vErrors.push(err779);
}
errors++;
}
}
else {
const err780 = {instancePath:instancePath+"/outbound/returnUrl",schemaPath:"#/$defs/Outbound/oneOf/2/properties/returnUrl/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err780];
}
else {
vErrors.push(err780);
}
errors++;
}
}
if(data227.parameters !== undefined){
let data238 = data227.parameters;
if(data238 && typeof data238 == "object" && !Array.isArray(data238)){
if(Object.keys(data238).length > 10){
const err781 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/maxProperties",keyword:"maxProperties",params:{limit: 10},message:"must NOT have more than 10 properties"};
if(vErrors === null){
vErrors = [err781];
}
else {
vErrors.push(err781);
}
errors++;
}
for(const key67 in data238){
const _errs697 = errors;
if(typeof key67 === "string"){
if(!pattern41.test(key67)){
const err782 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.-]{1,256}$"},message:"must match pattern \""+"^[A-Za-z0-9_.-]{1,256}$"+"\"",propertyName:key67};
if(vErrors === null){
vErrors = [err782];
}
else {
vErrors.push(err782);
}
errors++;
}
}
var valid230 = _errs697 === errors;
if(!valid230){
const err783 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/propertyNames",keyword:"propertyNames",params:{propertyName: key67},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err783];
}
else {
vErrors.push(err783);
}
errors++;
}
}
for(const key68 in data238){
let data239 = data238[key68];
if(typeof data239 === "string"){
if(func2(data239) > 2048){
const err784 = {instancePath:instancePath+"/outbound/parameters/" + key68.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err784];
}
else {
vErrors.push(err784);
}
errors++;
}
}
else {
const err785 = {instancePath:instancePath+"/outbound/parameters/" + key68.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err785];
}
else {
vErrors.push(err785);
}
errors++;
}
}
}
else {
const err786 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err786];
}
else {
vErrors.push(err786);
}
errors++;
}
}
}
else {
const err787 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err787];
}
else {
vErrors.push(err787);
}
errors++;
}
if(props13 !== true){
props13 = true;
}
}
else if(tag7 === "api-key"){
if(data227 && typeof data227 == "object" && !Array.isArray(data227)){
if(data227.type === undefined){
const err788 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err788];
}
else {
vErrors.push(err788);
}
errors++;
}
if(data227.provider === undefined){
const err789 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/required",keyword:"required",params:{missingProperty: "provider"},message:"must have required property '"+"provider"+"'"};
if(vErrors === null){
vErrors = [err789];
}
else {
vErrors.push(err789);
}
errors++;
}
for(const key69 in data227){
if(!(((((key69 === "type") || (key69 === "provider")) || (key69 === "in")) || (key69 === "name")) || (key69 === "prefix"))){
const err790 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key69},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err790];
}
else {
vErrors.push(err790);
}
errors++;
}
}
if(data227.type !== undefined){
let data240 = data227.type;
if(typeof data240 !== "string"){
const err791 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/3/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err791];
}
else {
vErrors.push(err791);
}
errors++;
}
if("api-key" !== data240){
const err792 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/3/properties/type/const",keyword:"const",params:{allowedValue: "api-key"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err792];
}
else {
vErrors.push(err792);
}
errors++;
}
}
if(data227.provider !== undefined){
let data241 = data227.provider;
if(typeof data241 === "string"){
if(func2(data241) > 900){
const err793 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/maxLength",keyword:"maxLength",params:{limit: 900},message:"must NOT have more than 900 characters"};
if(vErrors === null){
vErrors = [err793];
}
else {
vErrors.push(err793);
}
errors++;
}
if(func2(data241) < 1){
const err794 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err794];
}
else {
vErrors.push(err794);
}
errors++;
}
if(!pattern24.test(data241)){
const err795 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/pattern",keyword:"pattern",params:{pattern: "^[^\\s{}]+$"},message:"must match pattern \""+"^[^\\s{}]+$"+"\""};
if(vErrors === null){
vErrors = [err795];
}
else {
vErrors.push(err795);
}
errors++;
}
}
else {
const err796 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err796];
}
else {
vErrors.push(err796);
}
errors++;
}
}
if(data227.in !== undefined){
let data242 = data227.in;
if(typeof data242 !== "string"){
const err797 = {instancePath:instancePath+"/outbound/in",schemaPath:"#/$defs/Outbound/oneOf/3/properties/in/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err797];
}
else {
vErrors.push(err797);
}
errors++;
}
if(!((data242 === "header") || (data242 === "query"))){
const err798 = {instancePath:instancePath+"/outbound/in",schemaPath:"#/$defs/Outbound/oneOf/3/properties/in/enum",keyword:"enum",params:{allowedValues: schema38.oneOf[3].properties.in.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err798];
}
else {
vErrors.push(err798);
}
errors++;
}
}
if(data227.name !== undefined){
let data243 = data227.name;
if(typeof data243 === "string"){
if(!pattern12.test(data243)){
const err799 = {instancePath:instancePath+"/outbound/name",schemaPath:"#/$defs/Outbound/oneOf/3/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9_.-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err799];
}
else {
vErrors.push(err799);
}
errors++;
}
}
else {
const err800 = {instancePath:instancePath+"/outbound/name",schemaPath:"#/$defs/Outbound/oneOf/3/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err800];
}
else {
vErrors.push(err800);
}
errors++;
}
}
if(data227.prefix !== undefined){
let data244 = data227.prefix;
if(typeof data244 === "string"){
if(!pattern44.test(data244)){
const err801 = {instancePath:instancePath+"/outbound/prefix",schemaPath:"#/$defs/Outbound/oneOf/3/properties/prefix/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_. -]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9_. -]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err801];
}
else {
vErrors.push(err801);
}
errors++;
}
}
else {
const err802 = {instancePath:instancePath+"/outbound/prefix",schemaPath:"#/$defs/Outbound/oneOf/3/properties/prefix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err802];
}
else {
vErrors.push(err802);
}
errors++;
}
}
}
else {
const err803 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err803];
}
else {
vErrors.push(err803);
}
errors++;
}
if(props13 !== true){
props13 = true;
}
}
else if(tag7 === "caller-iam"){
if(data227 && typeof data227 == "object" && !Array.isArray(data227)){
if(data227.type === undefined){
const err804 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/4/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err804];
}
else {
vErrors.push(err804);
}
errors++;
}
for(const key70 in data227){
if(!(key70 === "type")){
const err805 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/4/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key70},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err805];
}
else {
vErrors.push(err805);
}
errors++;
}
}
if(data227.type !== undefined){
let data245 = data227.type;
if(typeof data245 !== "string"){
const err806 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/4/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err806];
}
else {
vErrors.push(err806);
}
errors++;
}
if("caller-iam" !== data245){
const err807 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/4/properties/type/const",keyword:"const",params:{allowedValue: "caller-iam"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err807];
}
else {
vErrors.push(err807);
}
errors++;
}
}
}
else {
const err808 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/4/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err808];
}
else {
vErrors.push(err808);
}
errors++;
}
if(props13 !== true){
props13 = true;
}
}
else if(tag7 === "jwt-passthrough"){
if(data227 && typeof data227 == "object" && !Array.isArray(data227)){
if(data227.type === undefined){
const err809 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/5/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err809];
}
else {
vErrors.push(err809);
}
errors++;
}
for(const key71 in data227){
if(!(key71 === "type")){
const err810 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/5/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key71},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err810];
}
else {
vErrors.push(err810);
}
errors++;
}
}
if(data227.type !== undefined){
let data246 = data227.type;
if(typeof data246 !== "string"){
const err811 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/5/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err811];
}
else {
vErrors.push(err811);
}
errors++;
}
if("jwt-passthrough" !== data246){
const err812 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/5/properties/type/const",keyword:"const",params:{allowedValue: "jwt-passthrough"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err812];
}
else {
vErrors.push(err812);
}
errors++;
}
}
}
else {
const err813 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/5/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err813];
}
else {
vErrors.push(err813);
}
errors++;
}
if(props13 !== true){
props13 = true;
}
}
else {
const err814 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "type", tagValue: tag7},message:"value of tag \"type\" must be in oneOf"};
if(vErrors === null){
vErrors = [err814];
}
else {
vErrors.push(err814);
}
errors++;
}
}
else {
const err815 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/discriminator",keyword:"discriminator",params:{error: "tag", tag: "type", tagValue: tag7},message:"tag \"type\" must be string"};
if(vErrors === null){
vErrors = [err815];
}
else {
vErrors.push(err815);
}
errors++;
}
}
else {
const err816 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err816];
}
else {
vErrors.push(err816);
}
errors++;
}
}
if(data.requestHeaders !== undefined){
let data247 = data.requestHeaders;
if(Array.isArray(data247)){
if(data247.length > 10){
const err817 = {instancePath:instancePath+"/requestHeaders",schemaPath:"#/oneOf/6/properties/requestHeaders/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err817];
}
else {
vErrors.push(err817);
}
errors++;
}
const len28 = data247.length;
for(let i54=0; i54<len28; i54++){
let data248 = data247[i54];
if(typeof data248 === "string"){
if(!pattern45.test(data248)){
const err818 = {instancePath:instancePath+"/requestHeaders/" + i54,schemaPath:"#/oneOf/6/properties/requestHeaders/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err818];
}
else {
vErrors.push(err818);
}
errors++;
}
}
else {
const err819 = {instancePath:instancePath+"/requestHeaders/" + i54,schemaPath:"#/oneOf/6/properties/requestHeaders/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err819];
}
else {
vErrors.push(err819);
}
errors++;
}
}
let i55 = data247.length;
let j26;
if(i55 > 1){
const indices25 = {};
for(;i55--;){
let item25 = data247[i55];
if(typeof item25 !== "string"){
continue;
}
if(typeof indices25[item25] == "number"){
j26 = indices25[item25];
const err820 = {instancePath:instancePath+"/requestHeaders",schemaPath:"#/oneOf/6/properties/requestHeaders/uniqueItems",keyword:"uniqueItems",params:{i: i55, j: j26},message:"must NOT have duplicate items (items ## "+j26+" and "+i55+" are identical)"};
if(vErrors === null){
vErrors = [err820];
}
else {
vErrors.push(err820);
}
errors++;
break;
}
indices25[item25] = i55;
}
}
}
else {
const err821 = {instancePath:instancePath+"/requestHeaders",schemaPath:"#/oneOf/6/properties/requestHeaders/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err821];
}
else {
vErrors.push(err821);
}
errors++;
}
}
if(data.responseHeaders !== undefined){
let data249 = data.responseHeaders;
if(Array.isArray(data249)){
if(data249.length > 10){
const err822 = {instancePath:instancePath+"/responseHeaders",schemaPath:"#/oneOf/6/properties/responseHeaders/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err822];
}
else {
vErrors.push(err822);
}
errors++;
}
const len29 = data249.length;
for(let i56=0; i56<len29; i56++){
let data250 = data249[i56];
if(typeof data250 === "string"){
if(!pattern45.test(data250)){
const err823 = {instancePath:instancePath+"/responseHeaders/" + i56,schemaPath:"#/oneOf/6/properties/responseHeaders/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err823];
}
else {
vErrors.push(err823);
}
errors++;
}
}
else {
const err824 = {instancePath:instancePath+"/responseHeaders/" + i56,schemaPath:"#/oneOf/6/properties/responseHeaders/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err824];
}
else {
vErrors.push(err824);
}
errors++;
}
}
let i57 = data249.length;
let j27;
if(i57 > 1){
const indices26 = {};
for(;i57--;){
let item26 = data249[i57];
if(typeof item26 !== "string"){
continue;
}
if(typeof indices26[item26] == "number"){
j27 = indices26[item26];
const err825 = {instancePath:instancePath+"/responseHeaders",schemaPath:"#/oneOf/6/properties/responseHeaders/uniqueItems",keyword:"uniqueItems",params:{i: i57, j: j27},message:"must NOT have duplicate items (items ## "+j27+" and "+i57+" are identical)"};
if(vErrors === null){
vErrors = [err825];
}
else {
vErrors.push(err825);
}
errors++;
break;
}
indices26[item26] = i57;
}
}
}
else {
const err826 = {instancePath:instancePath+"/responseHeaders",schemaPath:"#/oneOf/6/properties/responseHeaders/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err826];
}
else {
vErrors.push(err826);
}
errors++;
}
}
if(data.queryParameters !== undefined){
let data251 = data.queryParameters;
if(Array.isArray(data251)){
if(data251.length > 10){
const err827 = {instancePath:instancePath+"/queryParameters",schemaPath:"#/oneOf/6/properties/queryParameters/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err827];
}
else {
vErrors.push(err827);
}
errors++;
}
const len30 = data251.length;
for(let i58=0; i58<len30; i58++){
let data252 = data251[i58];
if(typeof data252 === "string"){
if(!pattern47.test(data252)){
const err828 = {instancePath:instancePath+"/queryParameters/" + i58,schemaPath:"#/oneOf/6/properties/queryParameters/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.~-]{1,40}$"},message:"must match pattern \""+"^[A-Za-z0-9_.~-]{1,40}$"+"\""};
if(vErrors === null){
vErrors = [err828];
}
else {
vErrors.push(err828);
}
errors++;
}
}
else {
const err829 = {instancePath:instancePath+"/queryParameters/" + i58,schemaPath:"#/oneOf/6/properties/queryParameters/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err829];
}
else {
vErrors.push(err829);
}
errors++;
}
}
let i59 = data251.length;
let j28;
if(i59 > 1){
const indices27 = {};
for(;i59--;){
let item27 = data251[i59];
if(typeof item27 !== "string"){
continue;
}
if(typeof indices27[item27] == "number"){
j28 = indices27[item27];
const err830 = {instancePath:instancePath+"/queryParameters",schemaPath:"#/oneOf/6/properties/queryParameters/uniqueItems",keyword:"uniqueItems",params:{i: i59, j: j28},message:"must NOT have duplicate items (items ## "+j28+" and "+i59+" are identical)"};
if(vErrors === null){
vErrors = [err830];
}
else {
vErrors.push(err830);
}
errors++;
break;
}
indices27[item27] = i59;
}
}
}
else {
const err831 = {instancePath:instancePath+"/queryParameters",schemaPath:"#/oneOf/6/properties/queryParameters/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err831];
}
else {
vErrors.push(err831);
}
errors++;
}
}
if(data.extra !== undefined){
let data253 = data.extra;
if(data253 && typeof data253 == "object" && !Array.isArray(data253)){
if(Object.keys(data253).length > 50){
const err832 = {instancePath:instancePath+"/extra",schemaPath:"#/$defs/Extra/maxProperties",keyword:"maxProperties",params:{limit: 50},message:"must NOT have more than 50 properties"};
if(vErrors === null){
vErrors = [err832];
}
else {
vErrors.push(err832);
}
errors++;
}
}
else {
const err833 = {instancePath:instancePath+"/extra",schemaPath:"#/$defs/Extra/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err833];
}
else {
vErrors.push(err833);
}
errors++;
}
}
}
else {
const err834 = {instancePath,schemaPath:"#/oneOf/6/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err834];
}
else {
vErrors.push(err834);
}
errors++;
}
if(props2 !== true){
props2 = true;
}
}
else if(tag0 === "connector"){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err835 = {instancePath,schemaPath:"#/oneOf/7/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err835];
}
else {
vErrors.push(err835);
}
errors++;
}
if(data.type === undefined){
const err836 = {instancePath,schemaPath:"#/oneOf/7/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err836];
}
else {
vErrors.push(err836);
}
errors++;
}
if(data.connector === undefined){
const err837 = {instancePath,schemaPath:"#/oneOf/7/required",keyword:"required",params:{missingProperty: "connector"},message:"must have required property '"+"connector"+"'"};
if(vErrors === null){
vErrors = [err837];
}
else {
vErrors.push(err837);
}
errors++;
}
for(const key72 in data){
if(!(func1.call(schema36.oneOf[7].properties, key72))){
const err838 = {instancePath,schemaPath:"#/oneOf/7/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key72},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err838];
}
else {
vErrors.push(err838);
}
errors++;
}
}
if(data.name !== undefined){
let data254 = data.name;
if(typeof data254 === "string"){
if(!pattern31.test(data254)){
const err839 = {instancePath:instancePath+"/name",schemaPath:"#/oneOf/7/properties/name/pattern",keyword:"pattern",params:{pattern: "^([0-9a-zA-Z]-?){1,100}$"},message:"must match pattern \""+"^([0-9a-zA-Z]-?){1,100}$"+"\""};
if(vErrors === null){
vErrors = [err839];
}
else {
vErrors.push(err839);
}
errors++;
}
}
else {
const err840 = {instancePath:instancePath+"/name",schemaPath:"#/oneOf/7/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err840];
}
else {
vErrors.push(err840);
}
errors++;
}
}
if(data.type !== undefined){
let data255 = data.type;
if(typeof data255 !== "string"){
const err841 = {instancePath:instancePath+"/type",schemaPath:"#/oneOf/7/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err841];
}
else {
vErrors.push(err841);
}
errors++;
}
if("connector" !== data255){
const err842 = {instancePath:instancePath+"/type",schemaPath:"#/oneOf/7/properties/type/const",keyword:"const",params:{allowedValue: "connector"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err842];
}
else {
vErrors.push(err842);
}
errors++;
}
}
if(data.description !== undefined){
let data256 = data.description;
if(typeof data256 === "string"){
if(func2(data256) > 200){
const err843 = {instancePath:instancePath+"/description",schemaPath:"#/oneOf/7/properties/description/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"};
if(vErrors === null){
vErrors = [err843];
}
else {
vErrors.push(err843);
}
errors++;
}
if(func2(data256) < 1){
const err844 = {instancePath:instancePath+"/description",schemaPath:"#/oneOf/7/properties/description/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err844];
}
else {
vErrors.push(err844);
}
errors++;
}
}
else {
const err845 = {instancePath:instancePath+"/description",schemaPath:"#/oneOf/7/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err845];
}
else {
vErrors.push(err845);
}
errors++;
}
}
if(data.connector !== undefined){
let data257 = data.connector;
if(typeof data257 === "string"){
if(!pattern154.test(data257)){
const err846 = {instancePath:instancePath+"/connector",schemaPath:"#/oneOf/7/properties/connector/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9_.-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err846];
}
else {
vErrors.push(err846);
}
errors++;
}
}
else {
const err847 = {instancePath:instancePath+"/connector",schemaPath:"#/oneOf/7/properties/connector/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err847];
}
else {
vErrors.push(err847);
}
errors++;
}
}
if(data.over !== undefined){
let data258 = data.over;
if(typeof data258 !== "string"){
const err848 = {instancePath:instancePath+"/over",schemaPath:"#/oneOf/7/properties/over/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err848];
}
else {
vErrors.push(err848);
}
errors++;
}
if(!(((data258 === "mcp") || (data258 === "http")) || (data258 === "inference"))){
const err849 = {instancePath:instancePath+"/over",schemaPath:"#/oneOf/7/properties/over/enum",keyword:"enum",params:{allowedValues: schema36.oneOf[7].properties.over.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err849];
}
else {
vErrors.push(err849);
}
errors++;
}
}
if(data.enabled !== undefined){
let data259 = data.enabled;
if(Array.isArray(data259)){
if(data259.length > 100){
const err850 = {instancePath:instancePath+"/enabled",schemaPath:"#/oneOf/7/properties/enabled/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"};
if(vErrors === null){
vErrors = [err850];
}
else {
vErrors.push(err850);
}
errors++;
}
if(data259.length < 1){
const err851 = {instancePath:instancePath+"/enabled",schemaPath:"#/oneOf/7/properties/enabled/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err851];
}
else {
vErrors.push(err851);
}
errors++;
}
const len31 = data259.length;
for(let i60=0; i60<len31; i60++){
let data260 = data259[i60];
if(typeof data260 === "string"){
if(!pattern154.test(data260)){
const err852 = {instancePath:instancePath+"/enabled/" + i60,schemaPath:"#/oneOf/7/properties/enabled/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9_.-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err852];
}
else {
vErrors.push(err852);
}
errors++;
}
}
else {
const err853 = {instancePath:instancePath+"/enabled/" + i60,schemaPath:"#/oneOf/7/properties/enabled/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err853];
}
else {
vErrors.push(err853);
}
errors++;
}
}
let i61 = data259.length;
let j29;
if(i61 > 1){
const indices28 = {};
for(;i61--;){
let item28 = data259[i61];
if(typeof item28 !== "string"){
continue;
}
if(typeof indices28[item28] == "number"){
j29 = indices28[item28];
const err854 = {instancePath:instancePath+"/enabled",schemaPath:"#/oneOf/7/properties/enabled/uniqueItems",keyword:"uniqueItems",params:{i: i61, j: j29},message:"must NOT have duplicate items (items ## "+j29+" and "+i61+" are identical)"};
if(vErrors === null){
vErrors = [err854];
}
else {
vErrors.push(err854);
}
errors++;
break;
}
indices28[item28] = i61;
}
}
}
else {
const err855 = {instancePath:instancePath+"/enabled",schemaPath:"#/oneOf/7/properties/enabled/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err855];
}
else {
vErrors.push(err855);
}
errors++;
}
}
if(data.outbound !== undefined){
let data261 = data.outbound;
if(data261 && typeof data261 == "object" && !Array.isArray(data261)){
if(data261.type === undefined){
const err856 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err856];
}
else {
vErrors.push(err856);
}
errors++;
}
const tag8 = data261.type;
if(typeof tag8 == "string"){
if(tag8 === "none"){
if(data261 && typeof data261 == "object" && !Array.isArray(data261)){
if(data261.type === undefined){
const err857 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/0/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err857];
}
else {
vErrors.push(err857);
}
errors++;
}
for(const key73 in data261){
if(!(key73 === "type")){
const err858 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key73},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err858];
}
else {
vErrors.push(err858);
}
errors++;
}
}
if(data261.type !== undefined){
let data262 = data261.type;
if(typeof data262 !== "string"){
const err859 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/0/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err859];
}
else {
vErrors.push(err859);
}
errors++;
}
if("none" !== data262){
const err860 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/0/properties/type/const",keyword:"const",params:{allowedValue: "none"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err860];
}
else {
vErrors.push(err860);
}
errors++;
}
}
}
else {
const err861 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err861];
}
else {
vErrors.push(err861);
}
errors++;
}
var props14 = true;
}
else if(tag8 === "gateway-role"){
if(data261 && typeof data261 == "object" && !Array.isArray(data261)){
if(data261.type === undefined){
const err862 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/1/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err862];
}
else {
vErrors.push(err862);
}
errors++;
}
for(const key74 in data261){
if(!(((key74 === "type") || (key74 === "service")) || (key74 === "region"))){
const err863 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key74},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err863];
}
else {
vErrors.push(err863);
}
errors++;
}
}
if(data261.type !== undefined){
let data263 = data261.type;
if(typeof data263 !== "string"){
const err864 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/1/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err864];
}
else {
vErrors.push(err864);
}
errors++;
}
if("gateway-role" !== data263){
const err865 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/1/properties/type/const",keyword:"const",params:{allowedValue: "gateway-role"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err865];
}
else {
vErrors.push(err865);
}
errors++;
}
}
if(data261.service !== undefined){
let data264 = data261.service;
if(typeof data264 === "string"){
if(!pattern36.test(data264)){
const err866 = {instancePath:instancePath+"/outbound/service",schemaPath:"#/$defs/Outbound/oneOf/1/properties/service/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9._-]{1,64}$"},message:"must match pattern \""+"^[a-zA-Z0-9._-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err866];
}
else {
vErrors.push(err866);
}
errors++;
}
}
else {
const err867 = {instancePath:instancePath+"/outbound/service",schemaPath:"#/$defs/Outbound/oneOf/1/properties/service/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err867];
}
else {
vErrors.push(err867);
}
errors++;
}
}
if(data261.region !== undefined){
let data265 = data261.region;
if(typeof data265 === "string"){
if(!pattern37.test(data265)){
const err868 = {instancePath:instancePath+"/outbound/region",schemaPath:"#/$defs/Outbound/oneOf/1/properties/region/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]{1,32}$"},message:"must match pattern \""+"^[a-z0-9-]{1,32}$"+"\""};
if(vErrors === null){
vErrors = [err868];
}
else {
vErrors.push(err868);
}
errors++;
}
}
else {
const err869 = {instancePath:instancePath+"/outbound/region",schemaPath:"#/$defs/Outbound/oneOf/1/properties/region/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err869];
}
else {
vErrors.push(err869);
}
errors++;
}
}
}
else {
const err870 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err870];
}
else {
vErrors.push(err870);
}
errors++;
}
if(props14 !== true){
props14 = true;
}
}
else if(tag8 === "oauth"){
if(data261 && typeof data261 == "object" && !Array.isArray(data261)){
if(data261.type === undefined){
const err871 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err871];
}
else {
vErrors.push(err871);
}
errors++;
}
if(data261.provider === undefined){
const err872 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/required",keyword:"required",params:{missingProperty: "provider"},message:"must have required property '"+"provider"+"'"};
if(vErrors === null){
vErrors = [err872];
}
else {
vErrors.push(err872);
}
errors++;
}
for(const key75 in data261){
if(!((((((key75 === "type") || (key75 === "provider")) || (key75 === "scopes")) || (key75 === "grant")) || (key75 === "returnUrl")) || (key75 === "parameters"))){
const err873 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key75},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err873];
}
else {
vErrors.push(err873);
}
errors++;
}
}
if(data261.type !== undefined){
let data266 = data261.type;
if(typeof data266 !== "string"){
const err874 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/2/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err874];
}
else {
vErrors.push(err874);
}
errors++;
}
if("oauth" !== data266){
const err875 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/2/properties/type/const",keyword:"const",params:{allowedValue: "oauth"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err875];
}
else {
vErrors.push(err875);
}
errors++;
}
}
if(data261.provider !== undefined){
let data267 = data261.provider;
if(typeof data267 === "string"){
if(func2(data267) > 900){
const err876 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/maxLength",keyword:"maxLength",params:{limit: 900},message:"must NOT have more than 900 characters"};
if(vErrors === null){
vErrors = [err876];
}
else {
vErrors.push(err876);
}
errors++;
}
if(func2(data267) < 1){
const err877 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err877];
}
else {
vErrors.push(err877);
}
errors++;
}
if(!pattern24.test(data267)){
const err878 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/pattern",keyword:"pattern",params:{pattern: "^[^\\s{}]+$"},message:"must match pattern \""+"^[^\\s{}]+$"+"\""};
if(vErrors === null){
vErrors = [err878];
}
else {
vErrors.push(err878);
}
errors++;
}
}
else {
const err879 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/2/properties/provider/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err879];
}
else {
vErrors.push(err879);
}
errors++;
}
}
if(data261.scopes !== undefined){
let data268 = data261.scopes;
if(Array.isArray(data268)){
if(data268.length > 100){
const err880 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"};
if(vErrors === null){
vErrors = [err880];
}
else {
vErrors.push(err880);
}
errors++;
}
if(data268.length < 1){
const err881 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err881];
}
else {
vErrors.push(err881);
}
errors++;
}
const len32 = data268.length;
for(let i62=0; i62<len32; i62++){
let data269 = data268[i62];
if(typeof data269 === "string"){
if(func2(data269) > 255){
const err882 = {instancePath:instancePath+"/outbound/scopes/" + i62,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters"};
if(vErrors === null){
vErrors = [err882];
}
else {
vErrors.push(err882);
}
errors++;
}
if(func2(data269) < 1){
const err883 = {instancePath:instancePath+"/outbound/scopes/" + i62,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err883];
}
else {
vErrors.push(err883);
}
errors++;
}
if(!pattern24.test(data269)){
const err884 = {instancePath:instancePath+"/outbound/scopes/" + i62,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/pattern",keyword:"pattern",params:{pattern: "^[^\\s{}]+$"},message:"must match pattern \""+"^[^\\s{}]+$"+"\""};
if(vErrors === null){
vErrors = [err884];
}
else {
vErrors.push(err884);
}
errors++;
}
}
else {
const err885 = {instancePath:instancePath+"/outbound/scopes/" + i62,schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err885];
}
else {
vErrors.push(err885);
}
errors++;
}
}
let i63 = data268.length;
let j30;
if(i63 > 1){
const indices29 = {};
for(;i63--;){
let item29 = data268[i63];
if(typeof item29 !== "string"){
continue;
}
if(typeof indices29[item29] == "number"){
j30 = indices29[item29];
const err886 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/uniqueItems",keyword:"uniqueItems",params:{i: i63, j: j30},message:"must NOT have duplicate items (items ## "+j30+" and "+i63+" are identical)"};
if(vErrors === null){
vErrors = [err886];
}
else {
vErrors.push(err886);
}
errors++;
break;
}
indices29[item29] = i63;
}
}
}
else {
const err887 = {instancePath:instancePath+"/outbound/scopes",schemaPath:"#/$defs/Outbound/oneOf/2/properties/scopes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err887];
}
else {
vErrors.push(err887);
}
errors++;
}
}
if(data261.grant !== undefined){
let data270 = data261.grant;
if(typeof data270 !== "string"){
const err888 = {instancePath:instancePath+"/outbound/grant",schemaPath:"#/$defs/Outbound/oneOf/2/properties/grant/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err888];
}
else {
vErrors.push(err888);
}
errors++;
}
if(!(((data270 === "client-credentials") || (data270 === "authorization-code")) || (data270 === "token-exchange"))){
const err889 = {instancePath:instancePath+"/outbound/grant",schemaPath:"#/$defs/Outbound/oneOf/2/properties/grant/enum",keyword:"enum",params:{allowedValues: schema38.oneOf[2].properties.grant.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err889];
}
else {
vErrors.push(err889);
}
errors++;
}
}
if(data261.returnUrl !== undefined){
let data271 = data261.returnUrl;
if(typeof data271 === "string"){
if(!pattern40.test(data271)){
const err890 = {instancePath:instancePath+"/outbound/returnUrl",schemaPath:"#/$defs/Outbound/oneOf/2/properties/returnUrl/pattern",keyword:"pattern",params:{pattern: "^https://[^\\s{}]{1,900}$"},message:"must match pattern \""+"^https://[^\\s{}]{1,900}$"+"\""};
if(vErrors === null){
vErrors = [err890];
}
else {
vErrors.push(err890);
}
errors++;
}
}
else {
const err891 = {instancePath:instancePath+"/outbound/returnUrl",schemaPath:"#/$defs/Outbound/oneOf/2/properties/returnUrl/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err891];
}
else {
vErrors.push(err891);
}
errors++;
}
}
if(data261.parameters !== undefined){
let data272 = data261.parameters;
if(data272 && typeof data272 == "object" && !Array.isArray(data272)){
if(Object.keys(data272).length > 10){
const err892 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/maxProperties",keyword:"maxProperties",params:{limit: 10},message:"must NOT have more than 10 properties"};
if(vErrors === null){
vErrors = [err892];
}
else {
vErrors.push(err892);
}
errors++;
}
for(const key76 in data272){
const _errs792 = errors;
if(typeof key76 === "string"){
if(!pattern41.test(key76)){
const err893 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.-]{1,256}$"},message:"must match pattern \""+"^[A-Za-z0-9_.-]{1,256}$"+"\"",propertyName:key76};
if(vErrors === null){
vErrors = [err893];
}
else {
vErrors.push(err893);
}
errors++;
}
}
var valid264 = _errs792 === errors;
if(!valid264){
const err894 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/propertyNames",keyword:"propertyNames",params:{propertyName: key76},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err894];
}
else {
vErrors.push(err894);
}
errors++;
}
}
for(const key77 in data272){
let data273 = data272[key77];
if(typeof data273 === "string"){
if(func2(data273) > 2048){
const err895 = {instancePath:instancePath+"/outbound/parameters/" + key77.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err895];
}
else {
vErrors.push(err895);
}
errors++;
}
}
else {
const err896 = {instancePath:instancePath+"/outbound/parameters/" + key77.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err896];
}
else {
vErrors.push(err896);
}
errors++;
}
}
}
else {
const err897 = {instancePath:instancePath+"/outbound/parameters",schemaPath:"#/$defs/Outbound/oneOf/2/properties/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err897];
}
else {
vErrors.push(err897);
}
errors++;
}
}
}
else {
const err898 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/2/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err898];
}
else {
vErrors.push(err898);
}
errors++;
}
if(props14 !== true){
props14 = true;
}
}
else if(tag8 === "api-key"){
if(data261 && typeof data261 == "object" && !Array.isArray(data261)){
if(data261.type === undefined){
const err899 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err899];
}
else {
vErrors.push(err899);
}
errors++;
}
if(data261.provider === undefined){
const err900 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/required",keyword:"required",params:{missingProperty: "provider"},message:"must have required property '"+"provider"+"'"};
if(vErrors === null){
vErrors = [err900];
}
else {
vErrors.push(err900);
}
errors++;
}
for(const key78 in data261){
if(!(((((key78 === "type") || (key78 === "provider")) || (key78 === "in")) || (key78 === "name")) || (key78 === "prefix"))){
const err901 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key78},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err901];
}
else {
vErrors.push(err901);
}
errors++;
}
}
if(data261.type !== undefined){
let data274 = data261.type;
if(typeof data274 !== "string"){
const err902 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/3/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err902];
}
else {
vErrors.push(err902);
}
errors++;
}
if("api-key" !== data274){
const err903 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/3/properties/type/const",keyword:"const",params:{allowedValue: "api-key"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err903];
}
else {
vErrors.push(err903);
}
errors++;
}
}
if(data261.provider !== undefined){
let data275 = data261.provider;
if(typeof data275 === "string"){
if(func2(data275) > 900){
const err904 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/maxLength",keyword:"maxLength",params:{limit: 900},message:"must NOT have more than 900 characters"};
if(vErrors === null){
vErrors = [err904];
}
else {
vErrors.push(err904);
}
errors++;
}
if(func2(data275) < 1){
const err905 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err905];
}
else {
vErrors.push(err905);
}
errors++;
}
if(!pattern24.test(data275)){
const err906 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/pattern",keyword:"pattern",params:{pattern: "^[^\\s{}]+$"},message:"must match pattern \""+"^[^\\s{}]+$"+"\""};
if(vErrors === null){
vErrors = [err906];
}
else {
vErrors.push(err906);
}
errors++;
}
}
else {
const err907 = {instancePath:instancePath+"/outbound/provider",schemaPath:"#/$defs/Outbound/oneOf/3/properties/provider/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err907];
}
else {
vErrors.push(err907);
}
errors++;
}
}
if(data261.in !== undefined){
let data276 = data261.in;
if(typeof data276 !== "string"){
const err908 = {instancePath:instancePath+"/outbound/in",schemaPath:"#/$defs/Outbound/oneOf/3/properties/in/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err908];
}
else {
vErrors.push(err908);
}
errors++;
}
if(!((data276 === "header") || (data276 === "query"))){
const err909 = {instancePath:instancePath+"/outbound/in",schemaPath:"#/$defs/Outbound/oneOf/3/properties/in/enum",keyword:"enum",params:{allowedValues: schema38.oneOf[3].properties.in.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err909];
}
else {
vErrors.push(err909);
}
errors++;
}
}
if(data261.name !== undefined){
let data277 = data261.name;
if(typeof data277 === "string"){
if(!pattern12.test(data277)){
const err910 = {instancePath:instancePath+"/outbound/name",schemaPath:"#/$defs/Outbound/oneOf/3/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9_.-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err910];
}
else {
vErrors.push(err910);
}
errors++;
}
}
else {
const err911 = {instancePath:instancePath+"/outbound/name",schemaPath:"#/$defs/Outbound/oneOf/3/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err911];
}
else {
vErrors.push(err911);
}
errors++;
}
}
if(data261.prefix !== undefined){
let data278 = data261.prefix;
if(typeof data278 === "string"){
if(!pattern44.test(data278)){
const err912 = {instancePath:instancePath+"/outbound/prefix",schemaPath:"#/$defs/Outbound/oneOf/3/properties/prefix/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_. -]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9_. -]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err912];
}
else {
vErrors.push(err912);
}
errors++;
}
}
else {
const err913 = {instancePath:instancePath+"/outbound/prefix",schemaPath:"#/$defs/Outbound/oneOf/3/properties/prefix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err913];
}
else {
vErrors.push(err913);
}
errors++;
}
}
}
else {
const err914 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/3/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err914];
}
else {
vErrors.push(err914);
}
errors++;
}
if(props14 !== true){
props14 = true;
}
}
else if(tag8 === "caller-iam"){
if(data261 && typeof data261 == "object" && !Array.isArray(data261)){
if(data261.type === undefined){
const err915 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/4/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err915];
}
else {
vErrors.push(err915);
}
errors++;
}
for(const key79 in data261){
if(!(key79 === "type")){
const err916 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/4/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key79},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err916];
}
else {
vErrors.push(err916);
}
errors++;
}
}
if(data261.type !== undefined){
let data279 = data261.type;
if(typeof data279 !== "string"){
const err917 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/4/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err917];
}
else {
vErrors.push(err917);
}
errors++;
}
if("caller-iam" !== data279){
const err918 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/4/properties/type/const",keyword:"const",params:{allowedValue: "caller-iam"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err918];
}
else {
vErrors.push(err918);
}
errors++;
}
}
}
else {
const err919 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/4/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err919];
}
else {
vErrors.push(err919);
}
errors++;
}
if(props14 !== true){
props14 = true;
}
}
else if(tag8 === "jwt-passthrough"){
if(data261 && typeof data261 == "object" && !Array.isArray(data261)){
if(data261.type === undefined){
const err920 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/5/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err920];
}
else {
vErrors.push(err920);
}
errors++;
}
for(const key80 in data261){
if(!(key80 === "type")){
const err921 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/5/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key80},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err921];
}
else {
vErrors.push(err921);
}
errors++;
}
}
if(data261.type !== undefined){
let data280 = data261.type;
if(typeof data280 !== "string"){
const err922 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/5/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err922];
}
else {
vErrors.push(err922);
}
errors++;
}
if("jwt-passthrough" !== data280){
const err923 = {instancePath:instancePath+"/outbound/type",schemaPath:"#/$defs/Outbound/oneOf/5/properties/type/const",keyword:"const",params:{allowedValue: "jwt-passthrough"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err923];
}
else {
vErrors.push(err923);
}
errors++;
}
}
}
else {
const err924 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/oneOf/5/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err924];
}
else {
vErrors.push(err924);
}
errors++;
}
if(props14 !== true){
props14 = true;
}
}
else {
const err925 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "type", tagValue: tag8},message:"value of tag \"type\" must be in oneOf"};
if(vErrors === null){
vErrors = [err925];
}
else {
vErrors.push(err925);
}
errors++;
}
}
else {
const err926 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/discriminator",keyword:"discriminator",params:{error: "tag", tag: "type", tagValue: tag8},message:"tag \"type\" must be string"};
if(vErrors === null){
vErrors = [err926];
}
else {
vErrors.push(err926);
}
errors++;
}
}
else {
const err927 = {instancePath:instancePath+"/outbound",schemaPath:"#/$defs/Outbound/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err927];
}
else {
vErrors.push(err927);
}
errors++;
}
}
if(data.requestHeaders !== undefined){
let data281 = data.requestHeaders;
if(Array.isArray(data281)){
if(data281.length > 10){
const err928 = {instancePath:instancePath+"/requestHeaders",schemaPath:"#/oneOf/7/properties/requestHeaders/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err928];
}
else {
vErrors.push(err928);
}
errors++;
}
const len33 = data281.length;
for(let i64=0; i64<len33; i64++){
let data282 = data281[i64];
if(typeof data282 === "string"){
if(!pattern45.test(data282)){
const err929 = {instancePath:instancePath+"/requestHeaders/" + i64,schemaPath:"#/oneOf/7/properties/requestHeaders/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err929];
}
else {
vErrors.push(err929);
}
errors++;
}
}
else {
const err930 = {instancePath:instancePath+"/requestHeaders/" + i64,schemaPath:"#/oneOf/7/properties/requestHeaders/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err930];
}
else {
vErrors.push(err930);
}
errors++;
}
}
let i65 = data281.length;
let j31;
if(i65 > 1){
const indices30 = {};
for(;i65--;){
let item30 = data281[i65];
if(typeof item30 !== "string"){
continue;
}
if(typeof indices30[item30] == "number"){
j31 = indices30[item30];
const err931 = {instancePath:instancePath+"/requestHeaders",schemaPath:"#/oneOf/7/properties/requestHeaders/uniqueItems",keyword:"uniqueItems",params:{i: i65, j: j31},message:"must NOT have duplicate items (items ## "+j31+" and "+i65+" are identical)"};
if(vErrors === null){
vErrors = [err931];
}
else {
vErrors.push(err931);
}
errors++;
break;
}
indices30[item30] = i65;
}
}
}
else {
const err932 = {instancePath:instancePath+"/requestHeaders",schemaPath:"#/oneOf/7/properties/requestHeaders/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err932];
}
else {
vErrors.push(err932);
}
errors++;
}
}
if(data.responseHeaders !== undefined){
let data283 = data.responseHeaders;
if(Array.isArray(data283)){
if(data283.length > 10){
const err933 = {instancePath:instancePath+"/responseHeaders",schemaPath:"#/oneOf/7/properties/responseHeaders/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err933];
}
else {
vErrors.push(err933);
}
errors++;
}
const len34 = data283.length;
for(let i66=0; i66<len34; i66++){
let data284 = data283[i66];
if(typeof data284 === "string"){
if(!pattern45.test(data284)){
const err934 = {instancePath:instancePath+"/responseHeaders/" + i66,schemaPath:"#/oneOf/7/properties/responseHeaders/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9-]{1,100}$"},message:"must match pattern \""+"^[A-Za-z0-9-]{1,100}$"+"\""};
if(vErrors === null){
vErrors = [err934];
}
else {
vErrors.push(err934);
}
errors++;
}
}
else {
const err935 = {instancePath:instancePath+"/responseHeaders/" + i66,schemaPath:"#/oneOf/7/properties/responseHeaders/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err935];
}
else {
vErrors.push(err935);
}
errors++;
}
}
let i67 = data283.length;
let j32;
if(i67 > 1){
const indices31 = {};
for(;i67--;){
let item31 = data283[i67];
if(typeof item31 !== "string"){
continue;
}
if(typeof indices31[item31] == "number"){
j32 = indices31[item31];
const err936 = {instancePath:instancePath+"/responseHeaders",schemaPath:"#/oneOf/7/properties/responseHeaders/uniqueItems",keyword:"uniqueItems",params:{i: i67, j: j32},message:"must NOT have duplicate items (items ## "+j32+" and "+i67+" are identical)"};
if(vErrors === null){
vErrors = [err936];
}
else {
vErrors.push(err936);
}
errors++;
break;
}
indices31[item31] = i67;
}
}
}
else {
const err937 = {instancePath:instancePath+"/responseHeaders",schemaPath:"#/oneOf/7/properties/responseHeaders/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err937];
}
else {
vErrors.push(err937);
}
errors++;
}
}
if(data.queryParameters !== undefined){
let data285 = data.queryParameters;
if(Array.isArray(data285)){
if(data285.length > 10){
const err938 = {instancePath:instancePath+"/queryParameters",schemaPath:"#/oneOf/7/properties/queryParameters/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err938];
}
else {
vErrors.push(err938);
}
errors++;
}
const len35 = data285.length;
for(let i68=0; i68<len35; i68++){
let data286 = data285[i68];
if(typeof data286 === "string"){
if(!pattern47.test(data286)){
const err939 = {instancePath:instancePath+"/queryParameters/" + i68,schemaPath:"#/oneOf/7/properties/queryParameters/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.~-]{1,40}$"},message:"must match pattern \""+"^[A-Za-z0-9_.~-]{1,40}$"+"\""};
if(vErrors === null){
vErrors = [err939];
}
else {
vErrors.push(err939);
}
errors++;
}
}
else {
const err940 = {instancePath:instancePath+"/queryParameters/" + i68,schemaPath:"#/oneOf/7/properties/queryParameters/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err940];
}
else {
vErrors.push(err940);
}
errors++;
}
}
let i69 = data285.length;
let j33;
if(i69 > 1){
const indices32 = {};
for(;i69--;){
let item32 = data285[i69];
if(typeof item32 !== "string"){
continue;
}
if(typeof indices32[item32] == "number"){
j33 = indices32[item32];
const err941 = {instancePath:instancePath+"/queryParameters",schemaPath:"#/oneOf/7/properties/queryParameters/uniqueItems",keyword:"uniqueItems",params:{i: i69, j: j33},message:"must NOT have duplicate items (items ## "+j33+" and "+i69+" are identical)"};
if(vErrors === null){
vErrors = [err941];
}
else {
vErrors.push(err941);
}
errors++;
break;
}
indices32[item32] = i69;
}
}
}
else {
const err942 = {instancePath:instancePath+"/queryParameters",schemaPath:"#/oneOf/7/properties/queryParameters/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err942];
}
else {
vErrors.push(err942);
}
errors++;
}
}
if(data.extra !== undefined){
let data287 = data.extra;
if(data287 && typeof data287 == "object" && !Array.isArray(data287)){
if(Object.keys(data287).length > 50){
const err943 = {instancePath:instancePath+"/extra",schemaPath:"#/$defs/Extra/maxProperties",keyword:"maxProperties",params:{limit: 50},message:"must NOT have more than 50 properties"};
if(vErrors === null){
vErrors = [err943];
}
else {
vErrors.push(err943);
}
errors++;
}
}
else {
const err944 = {instancePath:instancePath+"/extra",schemaPath:"#/$defs/Extra/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err944];
}
else {
vErrors.push(err944);
}
errors++;
}
}
}
else {
const err945 = {instancePath,schemaPath:"#/oneOf/7/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err945];
}
else {
vErrors.push(err945);
}
errors++;
}
if(props2 !== true){
props2 = true;
}
}
else {
const err946 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "type", tagValue: tag0},message:"value of tag \"type\" must be in oneOf"};
if(vErrors === null){
vErrors = [err946];
}
else {
vErrors.push(err946);
}
errors++;
}
}
else {
const err947 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "tag", tag: "type", tagValue: tag0},message:"tag \"type\" must be string"};
if(vErrors === null){
vErrors = [err947];
}
else {
vErrors.push(err947);
}
errors++;
}
}
else {
const err948 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err948];
}
else {
vErrors.push(err948);
}
errors++;
}
validate21.errors = vErrors;
evaluated0.props = props2;
return errors === 0;
}
validate21.evaluated = {"dynamicProps":true,"dynamicItems":false};


function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://agentcore-sync.dev/schemas/gateway.schema.json" */;
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
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.form === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "form"},message:"must have required property '"+"form"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.role === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "role"},message:"must have required property '"+"role"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.authorizer === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "authorizer"},message:"must have required property '"+"authorizer"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema31.properties, key0))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.kind !== undefined){
let data0 = data.kind;
if(typeof data0 !== "string"){
const err5 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if("gateway-definition" !== data0){
const err6 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "gateway-definition"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.form !== undefined){
let data1 = data.form;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err7 = {instancePath:instancePath+"/form",schemaPath:"#/properties/form/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(1 !== data1){
const err8 = {instancePath:instancePath+"/form",schemaPath:"#/properties/form/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.description !== undefined){
let data2 = data.description;
if(typeof data2 === "string"){
if(func2(data2) > 200){
const err9 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(func2(data2) < 1){
const err10 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
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
const err11 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.role !== undefined){
let data3 = data.role;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.type === undefined){
const err12 = {instancePath:instancePath+"/role",schemaPath:"#/$defs/Role/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
const tag0 = data3.type;
if(typeof tag0 == "string"){
if(tag0 === "given"){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.type === undefined){
const err13 = {instancePath:instancePath+"/role",schemaPath:"#/$defs/Role/oneOf/0/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data3.arn === undefined){
const err14 = {instancePath:instancePath+"/role",schemaPath:"#/$defs/Role/oneOf/0/required",keyword:"required",params:{missingProperty: "arn"},message:"must have required property '"+"arn"+"'"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key1 in data3){
if(!((key1 === "type") || (key1 === "arn"))){
const err15 = {instancePath:instancePath+"/role",schemaPath:"#/$defs/Role/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data3.type !== undefined){
let data4 = data3.type;
if(typeof data4 !== "string"){
const err16 = {instancePath:instancePath+"/role/type",schemaPath:"#/$defs/Role/oneOf/0/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if("given" !== data4){
const err17 = {instancePath:instancePath+"/role/type",schemaPath:"#/$defs/Role/oneOf/0/properties/type/const",keyword:"const",params:{allowedValue: "given"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data3.arn !== undefined){
let data5 = data3.arn;
if(typeof data5 === "string"){
if(!pattern4.test(data5)){
const err18 = {instancePath:instancePath+"/role/arn",schemaPath:"#/$defs/Role/oneOf/0/properties/arn/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-[a-z]+)*:iam:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"},message:"must match pattern \""+"^arn:aws(-[a-z]+)*:iam:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"+"\""};
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
const err19 = {instancePath:instancePath+"/role/arn",schemaPath:"#/$defs/Role/oneOf/0/properties/arn/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err20 = {instancePath:instancePath+"/role",schemaPath:"#/$defs/Role/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
var props0 = true;
}
else if(tag0 === "made"){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.type === undefined){
const err21 = {instancePath:instancePath+"/role",schemaPath:"#/$defs/Role/oneOf/1/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
for(const key2 in data3){
if(!((key2 === "type") || (key2 === "permissions"))){
const err22 = {instancePath:instancePath+"/role",schemaPath:"#/$defs/Role/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data3.type !== undefined){
let data6 = data3.type;
if(typeof data6 !== "string"){
const err23 = {instancePath:instancePath+"/role/type",schemaPath:"#/$defs/Role/oneOf/1/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if("made" !== data6){
const err24 = {instancePath:instancePath+"/role/type",schemaPath:"#/$defs/Role/oneOf/1/properties/type/const",keyword:"const",params:{allowedValue: "made"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data3.permissions !== undefined){
let data7 = data3.permissions;
if(Array.isArray(data7)){
if(data7.length > 20){
const err25 = {instancePath:instancePath+"/role/permissions",schemaPath:"#/$defs/Role/oneOf/1/properties/permissions/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.actions === undefined){
const err26 = {instancePath:instancePath+"/role/permissions/" + i0,schemaPath:"#/$defs/Role/oneOf/1/properties/permissions/items/required",keyword:"required",params:{missingProperty: "actions"},message:"must have required property '"+"actions"+"'"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data8.resources === undefined){
const err27 = {instancePath:instancePath+"/role/permissions/" + i0,schemaPath:"#/$defs/Role/oneOf/1/properties/permissions/items/required",keyword:"required",params:{missingProperty: "resources"},message:"must have required property '"+"resources"+"'"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
for(const key3 in data8){
if(!((key3 === "actions") || (key3 === "resources"))){
const err28 = {instancePath:instancePath+"/role/permissions/" + i0,schemaPath:"#/$defs/Role/oneOf/1/properties/permissions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data8.actions !== undefined){
let data9 = data8.actions;
if(Array.isArray(data9)){
if(data9.length > 50){
const err29 = {instancePath:instancePath+"/role/permissions/" + i0+"/actions",schemaPath:"#/$defs/Role/oneOf/1/properties/permissions/items/properties/actions/maxItems",keyword:"maxItems",params:{limit: 50},message:"must NOT have more than 50 items"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data9.length < 1){
const err30 = {instancePath:instancePath+"/role/permissions/" + i0+"/actions",schemaPath:"#/$defs/Role/oneOf/1/properties/permissions/items/properties/actions/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
if(typeof data10 === "string"){
if(!pattern5.test(data10)){
const err31 = {instancePath:instancePath+"/role/permissions/" + i0+"/actions/" + i1,schemaPath:"#/$defs/Role/oneOf/1/properties/permissions/items/properties/actions/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]+:[A-Za-z0-9]+$"},message:"must match pattern \""+"^[a-z0-9-]+:[A-Za-z0-9]+$"+"\""};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/role/permissions/" + i0+"/actions/" + i1,schemaPath:"#/$defs/Role/oneOf/1/properties/permissions/items/properties/actions/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
let i2 = data9.length;
let j0;
if(i2 > 1){
const indices0 = {};
for(;i2--;){
let item0 = data9[i2];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err33 = {instancePath:instancePath+"/role/permissions/" + i0+"/actions",schemaPath:"#/$defs/Role/oneOf/1/properties/permissions/items/properties/actions/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i2+" are identical)"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
break;
}
indices0[item0] = i2;
}
}
}
else {
const err34 = {instancePath:instancePath+"/role/permissions/" + i0+"/actions",schemaPath:"#/$defs/Role/oneOf/1/properties/permissions/items/properties/actions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data8.resources !== undefined){
let data11 = data8.resources;
if(Array.isArray(data11)){
if(data11.length > 50){
const err35 = {instancePath:instancePath+"/role/permissions/" + i0+"/resources",schemaPath:"#/$defs/Role/oneOf/1/properties/permissions/items/properties/resources/maxItems",keyword:"maxItems",params:{limit: 50},message:"must NOT have more than 50 items"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(data11.length < 1){
const err36 = {instancePath:instancePath+"/role/permissions/" + i0+"/resources",schemaPath:"#/$defs/Role/oneOf/1/properties/permissions/items/properties/resources/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
const len2 = data11.length;
for(let i3=0; i3<len2; i3++){
let data12 = data11[i3];
if(typeof data12 === "string"){
if(!pattern6.test(data12)){
const err37 = {instancePath:instancePath+"/role/permissions/" + i0+"/resources/" + i3,schemaPath:"#/$defs/Role/oneOf/1/properties/permissions/items/properties/resources/items/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-[a-z]+)*:[a-z0-9-]+:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"},message:"must match pattern \""+"^arn:aws(-[a-z]+)*:[a-z0-9-]+:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"+"\""};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/role/permissions/" + i0+"/resources/" + i3,schemaPath:"#/$defs/Role/oneOf/1/properties/permissions/items/properties/resources/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
let i4 = data11.length;
let j1;
if(i4 > 1){
const indices1 = {};
for(;i4--;){
let item1 = data11[i4];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err39 = {instancePath:instancePath+"/role/permissions/" + i0+"/resources",schemaPath:"#/$defs/Role/oneOf/1/properties/permissions/items/properties/resources/uniqueItems",keyword:"uniqueItems",params:{i: i4, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i4+" are identical)"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
break;
}
indices1[item1] = i4;
}
}
}
else {
const err40 = {instancePath:instancePath+"/role/permissions/" + i0+"/resources",schemaPath:"#/$defs/Role/oneOf/1/properties/permissions/items/properties/resources/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err41 = {instancePath:instancePath+"/role/permissions/" + i0,schemaPath:"#/$defs/Role/oneOf/1/properties/permissions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err42 = {instancePath:instancePath+"/role/permissions",schemaPath:"#/$defs/Role/oneOf/1/properties/permissions/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err43 = {instancePath:instancePath+"/role",schemaPath:"#/$defs/Role/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(props0 !== true){
props0 = true;
}
}
else {
const err44 = {instancePath:instancePath+"/role",schemaPath:"#/$defs/Role/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "type", tagValue: tag0},message:"value of tag \"type\" must be in oneOf"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
else {
const err45 = {instancePath:instancePath+"/role",schemaPath:"#/$defs/Role/discriminator",keyword:"discriminator",params:{error: "tag", tag: "type", tagValue: tag0},message:"tag \"type\" must be string"};
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
const err46 = {instancePath:instancePath+"/role",schemaPath:"#/$defs/Role/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data.protocol !== undefined){
let data13 = data.protocol;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
for(const key4 in data13){
if(!(((((key4 === "versions") || (key4 === "search")) || (key4 === "instructions")) || (key4 === "sessionSeconds")) || (key4 === "streaming"))){
const err47 = {instancePath:instancePath+"/protocol",schemaPath:"#/properties/protocol/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data13.versions !== undefined){
let data14 = data13.versions;
if(Array.isArray(data14)){
if(data14.length < 1){
const err48 = {instancePath:instancePath+"/protocol/versions",schemaPath:"#/properties/protocol/properties/versions/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
const len3 = data14.length;
for(let i5=0; i5<len3; i5++){
let data15 = data14[i5];
if(typeof data15 === "string"){
if(!pattern7.test(data15)){
const err49 = {instancePath:instancePath+"/protocol/versions/" + i5,schemaPath:"#/properties/protocol/properties/versions/items/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"+"\""};
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
const err50 = {instancePath:instancePath+"/protocol/versions/" + i5,schemaPath:"#/properties/protocol/properties/versions/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
let i6 = data14.length;
let j2;
if(i6 > 1){
const indices2 = {};
for(;i6--;){
let item2 = data14[i6];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err51 = {instancePath:instancePath+"/protocol/versions",schemaPath:"#/properties/protocol/properties/versions/uniqueItems",keyword:"uniqueItems",params:{i: i6, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i6+" are identical)"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
break;
}
indices2[item2] = i6;
}
}
}
else {
const err52 = {instancePath:instancePath+"/protocol/versions",schemaPath:"#/properties/protocol/properties/versions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data13.search !== undefined){
let data16 = data13.search;
if(typeof data16 !== "string"){
const err53 = {instancePath:instancePath+"/protocol/search",schemaPath:"#/properties/protocol/properties/search/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(!(data16 === "semantic")){
const err54 = {instancePath:instancePath+"/protocol/search",schemaPath:"#/properties/protocol/properties/search/enum",keyword:"enum",params:{allowedValues: schema31.properties.protocol.properties.search.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data13.instructions !== undefined){
let data17 = data13.instructions;
if(typeof data17 === "string"){
if(func2(data17) > 2048){
const err55 = {instancePath:instancePath+"/protocol/instructions",schemaPath:"#/properties/protocol/properties/instructions/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(func2(data17) < 1){
const err56 = {instancePath:instancePath+"/protocol/instructions",schemaPath:"#/properties/protocol/properties/instructions/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
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
const err57 = {instancePath:instancePath+"/protocol/instructions",schemaPath:"#/properties/protocol/properties/instructions/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data13.sessionSeconds !== undefined){
let data18 = data13.sessionSeconds;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err58 = {instancePath:instancePath+"/protocol/sessionSeconds",schemaPath:"#/properties/protocol/properties/sessionSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 > 28800 || isNaN(data18)){
const err59 = {instancePath:instancePath+"/protocol/sessionSeconds",schemaPath:"#/properties/protocol/properties/sessionSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 28800},message:"must be <= 28800"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(data18 < 900 || isNaN(data18)){
const err60 = {instancePath:instancePath+"/protocol/sessionSeconds",schemaPath:"#/properties/protocol/properties/sessionSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 900},message:"must be >= 900"};
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
if(data13.streaming !== undefined){
if(typeof data13.streaming !== "boolean"){
const err61 = {instancePath:instancePath+"/protocol/streaming",schemaPath:"#/properties/protocol/properties/streaming/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
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
const err62 = {instancePath:instancePath+"/protocol",schemaPath:"#/properties/protocol/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data.authorizer !== undefined){
let data20 = data.authorizer;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.type === undefined){
const err63 = {instancePath:instancePath+"/authorizer",schemaPath:"#/$defs/Authorizer/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
const tag1 = data20.type;
if(typeof tag1 == "string"){
if(tag1 === "CUSTOM_JWT"){
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.type === undefined){
const err64 = {instancePath:instancePath+"/authorizer",schemaPath:"#/$defs/Authorizer/oneOf/0/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(data20.discoveryUrl === undefined){
const err65 = {instancePath:instancePath+"/authorizer",schemaPath:"#/$defs/Authorizer/oneOf/0/required",keyword:"required",params:{missingProperty: "discoveryUrl"},message:"must have required property '"+"discoveryUrl"+"'"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
for(const key5 in data20){
if(!((((((key5 === "type") || (key5 === "discoveryUrl")) || (key5 === "audience")) || (key5 === "clients")) || (key5 === "scopes")) || (key5 === "claims"))){
const err66 = {instancePath:instancePath+"/authorizer",schemaPath:"#/$defs/Authorizer/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data20.type !== undefined){
let data21 = data20.type;
if(typeof data21 !== "string"){
const err67 = {instancePath:instancePath+"/authorizer/type",schemaPath:"#/$defs/Authorizer/oneOf/0/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if("CUSTOM_JWT" !== data21){
const err68 = {instancePath:instancePath+"/authorizer/type",schemaPath:"#/$defs/Authorizer/oneOf/0/properties/type/const",keyword:"const",params:{allowedValue: "CUSTOM_JWT"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data20.discoveryUrl !== undefined){
let data22 = data20.discoveryUrl;
if(typeof data22 === "string"){
if(!pattern8.test(data22)){
const err69 = {instancePath:instancePath+"/authorizer/discoveryUrl",schemaPath:"#/$defs/Authorizer/oneOf/0/properties/discoveryUrl/pattern",keyword:"pattern",params:{pattern: "^https://[^\\s{}?#]{1,400}/\\.well-known/(openid-configuration|oauth-authorization-server)(/[^\\s{}?#]{1,400})?$"},message:"must match pattern \""+"^https://[^\\s{}?#]{1,400}/\\.well-known/(openid-configuration|oauth-authorization-server)(/[^\\s{}?#]{1,400})?$"+"\""};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
else {
const err70 = {instancePath:instancePath+"/authorizer/discoveryUrl",schemaPath:"#/$defs/Authorizer/oneOf/0/properties/discoveryUrl/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data20.audience !== undefined){
let data23 = data20.audience;
if(Array.isArray(data23)){
if(data23.length < 1){
const err71 = {instancePath:instancePath+"/authorizer/audience",schemaPath:"#/$defs/Authorizer/oneOf/0/properties/audience/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
const len4 = data23.length;
for(let i7=0; i7<len4; i7++){
let data24 = data23[i7];
if(typeof data24 === "string"){
if(func2(data24) > 200){
const err72 = {instancePath:instancePath+"/authorizer/audience/" + i7,schemaPath:"#/$defs/Authorizer/oneOf/0/properties/audience/items/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if(func2(data24) < 1){
const err73 = {instancePath:instancePath+"/authorizer/audience/" + i7,schemaPath:"#/$defs/Authorizer/oneOf/0/properties/audience/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
else {
const err74 = {instancePath:instancePath+"/authorizer/audience/" + i7,schemaPath:"#/$defs/Authorizer/oneOf/0/properties/audience/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
let i8 = data23.length;
let j3;
if(i8 > 1){
const indices3 = {};
for(;i8--;){
let item3 = data23[i8];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err75 = {instancePath:instancePath+"/authorizer/audience",schemaPath:"#/$defs/Authorizer/oneOf/0/properties/audience/uniqueItems",keyword:"uniqueItems",params:{i: i8, j: j3},message:"must NOT have duplicate items (items ## "+j3+" and "+i8+" are identical)"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
break;
}
indices3[item3] = i8;
}
}
}
else {
const err76 = {instancePath:instancePath+"/authorizer/audience",schemaPath:"#/$defs/Authorizer/oneOf/0/properties/audience/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data20.clients !== undefined){
let data25 = data20.clients;
if(Array.isArray(data25)){
if(data25.length < 1){
const err77 = {instancePath:instancePath+"/authorizer/clients",schemaPath:"#/$defs/Authorizer/oneOf/0/properties/clients/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
const len5 = data25.length;
for(let i9=0; i9<len5; i9++){
let data26 = data25[i9];
if(typeof data26 === "string"){
if(func2(data26) > 200){
const err78 = {instancePath:instancePath+"/authorizer/clients/" + i9,schemaPath:"#/$defs/Authorizer/oneOf/0/properties/clients/items/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if(func2(data26) < 1){
const err79 = {instancePath:instancePath+"/authorizer/clients/" + i9,schemaPath:"#/$defs/Authorizer/oneOf/0/properties/clients/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
else {
const err80 = {instancePath:instancePath+"/authorizer/clients/" + i9,schemaPath:"#/$defs/Authorizer/oneOf/0/properties/clients/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
let i10 = data25.length;
let j4;
if(i10 > 1){
const indices4 = {};
for(;i10--;){
let item4 = data25[i10];
if(typeof item4 !== "string"){
continue;
}
if(typeof indices4[item4] == "number"){
j4 = indices4[item4];
const err81 = {instancePath:instancePath+"/authorizer/clients",schemaPath:"#/$defs/Authorizer/oneOf/0/properties/clients/uniqueItems",keyword:"uniqueItems",params:{i: i10, j: j4},message:"must NOT have duplicate items (items ## "+j4+" and "+i10+" are identical)"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
break;
}
indices4[item4] = i10;
}
}
}
else {
const err82 = {instancePath:instancePath+"/authorizer/clients",schemaPath:"#/$defs/Authorizer/oneOf/0/properties/clients/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data20.scopes !== undefined){
let data27 = data20.scopes;
if(Array.isArray(data27)){
if(data27.length < 1){
const err83 = {instancePath:instancePath+"/authorizer/scopes",schemaPath:"#/$defs/Authorizer/oneOf/0/properties/scopes/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
const len6 = data27.length;
for(let i11=0; i11<len6; i11++){
let data28 = data27[i11];
if(typeof data28 === "string"){
if(func2(data28) > 255){
const err84 = {instancePath:instancePath+"/authorizer/scopes/" + i11,schemaPath:"#/$defs/Authorizer/oneOf/0/properties/scopes/items/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
if(!pattern9.test(data28)){
const err85 = {instancePath:instancePath+"/authorizer/scopes/" + i11,schemaPath:"#/$defs/Authorizer/oneOf/0/properties/scopes/items/pattern",keyword:"pattern",params:{pattern: "^[\\x21\\x23-\\x5B\\x5D-\\x7E]+$"},message:"must match pattern \""+"^[\\x21\\x23-\\x5B\\x5D-\\x7E]+$"+"\""};
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
const err86 = {instancePath:instancePath+"/authorizer/scopes/" + i11,schemaPath:"#/$defs/Authorizer/oneOf/0/properties/scopes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
let i12 = data27.length;
let j5;
if(i12 > 1){
const indices5 = {};
for(;i12--;){
let item5 = data27[i12];
if(typeof item5 !== "string"){
continue;
}
if(typeof indices5[item5] == "number"){
j5 = indices5[item5];
const err87 = {instancePath:instancePath+"/authorizer/scopes",schemaPath:"#/$defs/Authorizer/oneOf/0/properties/scopes/uniqueItems",keyword:"uniqueItems",params:{i: i12, j: j5},message:"must NOT have duplicate items (items ## "+j5+" and "+i12+" are identical)"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
break;
}
indices5[item5] = i12;
}
}
}
else {
const err88 = {instancePath:instancePath+"/authorizer/scopes",schemaPath:"#/$defs/Authorizer/oneOf/0/properties/scopes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data20.claims !== undefined){
let data29 = data20.claims;
if(Array.isArray(data29)){
if(data29.length > 10){
const err89 = {instancePath:instancePath+"/authorizer/claims",schemaPath:"#/$defs/Authorizer/oneOf/0/properties/claims/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
if(data29.length < 1){
const err90 = {instancePath:instancePath+"/authorizer/claims",schemaPath:"#/$defs/Authorizer/oneOf/0/properties/claims/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
const len7 = data29.length;
for(let i13=0; i13<len7; i13++){
let data30 = data29[i13];
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
if(data30.name === undefined){
const err91 = {instancePath:instancePath+"/authorizer/claims/" + i13,schemaPath:"#/$defs/Authorizer/oneOf/0/properties/claims/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(data30.type === undefined){
const err92 = {instancePath:instancePath+"/authorizer/claims/" + i13,schemaPath:"#/$defs/Authorizer/oneOf/0/properties/claims/items/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if(data30.operator === undefined){
const err93 = {instancePath:instancePath+"/authorizer/claims/" + i13,schemaPath:"#/$defs/Authorizer/oneOf/0/properties/claims/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if(data30.values === undefined){
const err94 = {instancePath:instancePath+"/authorizer/claims/" + i13,schemaPath:"#/$defs/Authorizer/oneOf/0/properties/claims/items/required",keyword:"required",params:{missingProperty: "values"},message:"must have required property '"+"values"+"'"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
for(const key6 in data30){
if(!((((key6 === "name") || (key6 === "type")) || (key6 === "operator")) || (key6 === "values"))){
const err95 = {instancePath:instancePath+"/authorizer/claims/" + i13,schemaPath:"#/$defs/Authorizer/oneOf/0/properties/claims/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
if(data30.name !== undefined){
let data31 = data30.name;
if(typeof data31 === "string"){
if(func2(data31) > 255){
const err96 = {instancePath:instancePath+"/authorizer/claims/" + i13+"/name",schemaPath:"#/$defs/Authorizer/oneOf/0/properties/claims/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
if(!pattern10.test(data31)){
const err97 = {instancePath:instancePath+"/authorizer/claims/" + i13+"/name",schemaPath:"#/$defs/Authorizer/oneOf/0/properties/claims/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.:-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_.:-]+$"+"\""};
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
const err98 = {instancePath:instancePath+"/authorizer/claims/" + i13+"/name",schemaPath:"#/$defs/Authorizer/oneOf/0/properties/claims/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data30.type !== undefined){
let data32 = data30.type;
if(typeof data32 !== "string"){
const err99 = {instancePath:instancePath+"/authorizer/claims/" + i13+"/type",schemaPath:"#/$defs/Authorizer/oneOf/0/properties/claims/items/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
if(!((data32 === "STRING") || (data32 === "STRING_ARRAY"))){
const err100 = {instancePath:instancePath+"/authorizer/claims/" + i13+"/type",schemaPath:"#/$defs/Authorizer/oneOf/0/properties/claims/items/properties/type/enum",keyword:"enum",params:{allowedValues: schema33.oneOf[0].properties.claims.items.properties.type.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data30.operator !== undefined){
let data33 = data30.operator;
if(typeof data33 !== "string"){
const err101 = {instancePath:instancePath+"/authorizer/claims/" + i13+"/operator",schemaPath:"#/$defs/Authorizer/oneOf/0/properties/claims/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
if(!(((data33 === "EQUALS") || (data33 === "CONTAINS")) || (data33 === "CONTAINS_ANY"))){
const err102 = {instancePath:instancePath+"/authorizer/claims/" + i13+"/operator",schemaPath:"#/$defs/Authorizer/oneOf/0/properties/claims/items/properties/operator/enum",keyword:"enum",params:{allowedValues: schema33.oneOf[0].properties.claims.items.properties.operator.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data30.values !== undefined){
let data34 = data30.values;
if(Array.isArray(data34)){
if(data34.length < 1){
const err103 = {instancePath:instancePath+"/authorizer/claims/" + i13+"/values",schemaPath:"#/$defs/Authorizer/oneOf/0/properties/claims/items/properties/values/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
const len8 = data34.length;
for(let i14=0; i14<len8; i14++){
let data35 = data34[i14];
if(typeof data35 === "string"){
if(func2(data35) > 255){
const err104 = {instancePath:instancePath+"/authorizer/claims/" + i13+"/values/" + i14,schemaPath:"#/$defs/Authorizer/oneOf/0/properties/claims/items/properties/values/items/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(!pattern11.test(data35)){
const err105 = {instancePath:instancePath+"/authorizer/claims/" + i13+"/values/" + i14,schemaPath:"#/$defs/Authorizer/oneOf/0/properties/claims/items/properties/values/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.:/-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_.:/-]+$"+"\""};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
else {
const err106 = {instancePath:instancePath+"/authorizer/claims/" + i13+"/values/" + i14,schemaPath:"#/$defs/Authorizer/oneOf/0/properties/claims/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err107 = {instancePath:instancePath+"/authorizer/claims/" + i13+"/values",schemaPath:"#/$defs/Authorizer/oneOf/0/properties/claims/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
}
else {
const err108 = {instancePath:instancePath+"/authorizer/claims/" + i13,schemaPath:"#/$defs/Authorizer/oneOf/0/properties/claims/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
}
else {
const err109 = {instancePath:instancePath+"/authorizer/claims",schemaPath:"#/$defs/Authorizer/oneOf/0/properties/claims/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
}
else {
const err110 = {instancePath:instancePath+"/authorizer",schemaPath:"#/$defs/Authorizer/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
var props1 = true;
}
else if(tag1 === "AWS_IAM"){
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.type === undefined){
const err111 = {instancePath:instancePath+"/authorizer",schemaPath:"#/$defs/Authorizer/oneOf/1/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
for(const key7 in data20){
if(!(key7 === "type")){
const err112 = {instancePath:instancePath+"/authorizer",schemaPath:"#/$defs/Authorizer/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data20.type !== undefined){
let data36 = data20.type;
if(typeof data36 !== "string"){
const err113 = {instancePath:instancePath+"/authorizer/type",schemaPath:"#/$defs/Authorizer/oneOf/1/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
if("AWS_IAM" !== data36){
const err114 = {instancePath:instancePath+"/authorizer/type",schemaPath:"#/$defs/Authorizer/oneOf/1/properties/type/const",keyword:"const",params:{allowedValue: "AWS_IAM"},message:"must be equal to constant"};
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
const err115 = {instancePath:instancePath+"/authorizer",schemaPath:"#/$defs/Authorizer/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if(props1 !== true){
props1 = true;
}
}
else if(tag1 === "AUTHENTICATE_ONLY"){
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.type === undefined){
const err116 = {instancePath:instancePath+"/authorizer",schemaPath:"#/$defs/Authorizer/oneOf/2/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
for(const key8 in data20){
if(!(key8 === "type")){
const err117 = {instancePath:instancePath+"/authorizer",schemaPath:"#/$defs/Authorizer/oneOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
if(data20.type !== undefined){
let data37 = data20.type;
if(typeof data37 !== "string"){
const err118 = {instancePath:instancePath+"/authorizer/type",schemaPath:"#/$defs/Authorizer/oneOf/2/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if("AUTHENTICATE_ONLY" !== data37){
const err119 = {instancePath:instancePath+"/authorizer/type",schemaPath:"#/$defs/Authorizer/oneOf/2/properties/type/const",keyword:"const",params:{allowedValue: "AUTHENTICATE_ONLY"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
}
else {
const err120 = {instancePath:instancePath+"/authorizer",schemaPath:"#/$defs/Authorizer/oneOf/2/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
if(props1 !== true){
props1 = true;
}
}
else if(tag1 === "NONE"){
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.type === undefined){
const err121 = {instancePath:instancePath+"/authorizer",schemaPath:"#/$defs/Authorizer/oneOf/3/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
for(const key9 in data20){
if(!(key9 === "type")){
const err122 = {instancePath:instancePath+"/authorizer",schemaPath:"#/$defs/Authorizer/oneOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
if(data20.type !== undefined){
let data38 = data20.type;
if(typeof data38 !== "string"){
const err123 = {instancePath:instancePath+"/authorizer/type",schemaPath:"#/$defs/Authorizer/oneOf/3/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
if("NONE" !== data38){
const err124 = {instancePath:instancePath+"/authorizer/type",schemaPath:"#/$defs/Authorizer/oneOf/3/properties/type/const",keyword:"const",params:{allowedValue: "NONE"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
}
else {
const err125 = {instancePath:instancePath+"/authorizer",schemaPath:"#/$defs/Authorizer/oneOf/3/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
if(props1 !== true){
props1 = true;
}
}
else if(tag1 === "ez-auth"){
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.type === undefined){
const err126 = {instancePath:instancePath+"/authorizer",schemaPath:"#/$defs/Authorizer/oneOf/4/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
if(data20.with === undefined){
const err127 = {instancePath:instancePath+"/authorizer",schemaPath:"#/$defs/Authorizer/oneOf/4/required",keyword:"required",params:{missingProperty: "with"},message:"must have required property '"+"with"+"'"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
for(const key10 in data20){
if(!(((((key10 === "type") || (key10 === "with")) || (key10 === "scopes")) || (key10 === "domain")) || (key10 === "users"))){
const err128 = {instancePath:instancePath+"/authorizer",schemaPath:"#/$defs/Authorizer/oneOf/4/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
if(data20.type !== undefined){
let data39 = data20.type;
if(typeof data39 !== "string"){
const err129 = {instancePath:instancePath+"/authorizer/type",schemaPath:"#/$defs/Authorizer/oneOf/4/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
if("ez-auth" !== data39){
const err130 = {instancePath:instancePath+"/authorizer/type",schemaPath:"#/$defs/Authorizer/oneOf/4/properties/type/const",keyword:"const",params:{allowedValue: "ez-auth"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data20.with !== undefined){
let data40 = data20.with;
if(typeof data40 !== "string"){
const err131 = {instancePath:instancePath+"/authorizer/with",schemaPath:"#/$defs/Authorizer/oneOf/4/properties/with/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
if("cognito" !== data40){
const err132 = {instancePath:instancePath+"/authorizer/with",schemaPath:"#/$defs/Authorizer/oneOf/4/properties/with/const",keyword:"const",params:{allowedValue: "cognito"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
if(data20.scopes !== undefined){
let data41 = data20.scopes;
if(Array.isArray(data41)){
if(data41.length > 20){
const err133 = {instancePath:instancePath+"/authorizer/scopes",schemaPath:"#/$defs/Authorizer/oneOf/4/properties/scopes/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
if(data41.length < 1){
const err134 = {instancePath:instancePath+"/authorizer/scopes",schemaPath:"#/$defs/Authorizer/oneOf/4/properties/scopes/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
const len9 = data41.length;
for(let i15=0; i15<len9; i15++){
let data42 = data41[i15];
if(typeof data42 === "string"){
if(!pattern12.test(data42)){
const err135 = {instancePath:instancePath+"/authorizer/scopes/" + i15,schemaPath:"#/$defs/Authorizer/oneOf/4/properties/scopes/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9_.-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
else {
const err136 = {instancePath:instancePath+"/authorizer/scopes/" + i15,schemaPath:"#/$defs/Authorizer/oneOf/4/properties/scopes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
let i16 = data41.length;
let j6;
if(i16 > 1){
const indices6 = {};
for(;i16--;){
let item6 = data41[i16];
if(typeof item6 !== "string"){
continue;
}
if(typeof indices6[item6] == "number"){
j6 = indices6[item6];
const err137 = {instancePath:instancePath+"/authorizer/scopes",schemaPath:"#/$defs/Authorizer/oneOf/4/properties/scopes/uniqueItems",keyword:"uniqueItems",params:{i: i16, j: j6},message:"must NOT have duplicate items (items ## "+j6+" and "+i16+" are identical)"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
break;
}
indices6[item6] = i16;
}
}
}
else {
const err138 = {instancePath:instancePath+"/authorizer/scopes",schemaPath:"#/$defs/Authorizer/oneOf/4/properties/scopes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
if(data20.domain !== undefined){
let data43 = data20.domain;
if(typeof data43 === "string"){
if(!pattern13.test(data43)){
const err139 = {instancePath:instancePath+"/authorizer/domain",schemaPath:"#/$defs/Authorizer/oneOf/4/properties/domain/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
else {
const err140 = {instancePath:instancePath+"/authorizer/domain",schemaPath:"#/$defs/Authorizer/oneOf/4/properties/domain/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
if(data20.users !== undefined){
if(typeof data20.users !== "boolean"){
const err141 = {instancePath:instancePath+"/authorizer/users",schemaPath:"#/$defs/Authorizer/oneOf/4/properties/users/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
}
else {
const err142 = {instancePath:instancePath+"/authorizer",schemaPath:"#/$defs/Authorizer/oneOf/4/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
if(props1 !== true){
props1 = true;
}
}
else {
const err143 = {instancePath:instancePath+"/authorizer",schemaPath:"#/$defs/Authorizer/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "type", tagValue: tag1},message:"value of tag \"type\" must be in oneOf"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
else {
const err144 = {instancePath:instancePath+"/authorizer",schemaPath:"#/$defs/Authorizer/discriminator",keyword:"discriminator",params:{error: "tag", tag: "type", tagValue: tag1},message:"tag \"type\" must be string"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
else {
const err145 = {instancePath:instancePath+"/authorizer",schemaPath:"#/$defs/Authorizer/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
if(data.policies !== undefined){
let data45 = data.policies;
if(data45 && typeof data45 == "object" && !Array.isArray(data45)){
for(const key11 in data45){
if(!(((key11 === "engine") || (key11 === "files")) || (key11 === "mode"))){
const err146 = {instancePath:instancePath+"/policies",schemaPath:"#/$defs/Policies/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
if(data45.engine !== undefined){
let data46 = data45.engine;
if(typeof data46 === "string"){
if(!pattern14.test(data46)){
const err147 = {instancePath:instancePath+"/policies/engine",schemaPath:"#/$defs/Policies/properties/engine/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-[a-z]+)*:bedrock-agentcore:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"},message:"must match pattern \""+"^arn:aws(-[a-z]+)*:bedrock-agentcore:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"+"\""};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
else {
const err148 = {instancePath:instancePath+"/policies/engine",schemaPath:"#/$defs/Policies/properties/engine/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
if(data45.files !== undefined){
let data47 = data45.files;
if(Array.isArray(data47)){
if(data47.length > 100){
const err149 = {instancePath:instancePath+"/policies/files",schemaPath:"#/$defs/Policies/properties/files/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
if(data47.length < 1){
const err150 = {instancePath:instancePath+"/policies/files",schemaPath:"#/$defs/Policies/properties/files/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
const len10 = data47.length;
for(let i17=0; i17<len10; i17++){
let data48 = data47[i17];
if(typeof data48 === "string"){
if(!pattern15.test(data48)){
const err151 = {instancePath:instancePath+"/policies/files/" + i17,schemaPath:"#/$defs/Policies/properties/files/items/pattern",keyword:"pattern",params:{pattern: "^(?:[A-Za-z0-9][A-Za-z0-9._-]{0,99}/){0,5}[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.cedar$"},message:"must match pattern \""+"^(?:[A-Za-z0-9][A-Za-z0-9._-]{0,99}/){0,5}[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.cedar$"+"\""};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
else {
const err152 = {instancePath:instancePath+"/policies/files/" + i17,schemaPath:"#/$defs/Policies/properties/files/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
let i18 = data47.length;
let j7;
if(i18 > 1){
const indices7 = {};
for(;i18--;){
let item7 = data47[i18];
if(typeof item7 !== "string"){
continue;
}
if(typeof indices7[item7] == "number"){
j7 = indices7[item7];
const err153 = {instancePath:instancePath+"/policies/files",schemaPath:"#/$defs/Policies/properties/files/uniqueItems",keyword:"uniqueItems",params:{i: i18, j: j7},message:"must NOT have duplicate items (items ## "+j7+" and "+i18+" are identical)"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
break;
}
indices7[item7] = i18;
}
}
}
else {
const err154 = {instancePath:instancePath+"/policies/files",schemaPath:"#/$defs/Policies/properties/files/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
if(data45.mode !== undefined){
let data49 = data45.mode;
if(typeof data49 !== "string"){
const err155 = {instancePath:instancePath+"/policies/mode",schemaPath:"#/$defs/Policies/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
if(!((data49 === "ENFORCE") || (data49 === "LOG_ONLY"))){
const err156 = {instancePath:instancePath+"/policies/mode",schemaPath:"#/$defs/Policies/properties/mode/enum",keyword:"enum",params:{allowedValues: schema34.properties.mode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
}
else {
const err157 = {instancePath:instancePath+"/policies",schemaPath:"#/$defs/Policies/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
if(data.interceptors !== undefined){
let data50 = data.interceptors;
if(Array.isArray(data50)){
if(data50.length > 2){
const err158 = {instancePath:instancePath+"/interceptors",schemaPath:"#/properties/interceptors/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items"};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
if(data50.length < 1){
const err159 = {instancePath:instancePath+"/interceptors",schemaPath:"#/properties/interceptors/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
const len11 = data50.length;
for(let i19=0; i19<len11; i19++){
let data51 = data50[i19];
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
if(data51.lambda === undefined){
const err160 = {instancePath:instancePath+"/interceptors/" + i19,schemaPath:"#/properties/interceptors/items/required",keyword:"required",params:{missingProperty: "lambda"},message:"must have required property '"+"lambda"+"'"};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
if(data51.points === undefined){
const err161 = {instancePath:instancePath+"/interceptors/" + i19,schemaPath:"#/properties/interceptors/items/required",keyword:"required",params:{missingProperty: "points"},message:"must have required property '"+"points"+"'"};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
for(const key12 in data51){
if(!(((key12 === "lambda") || (key12 === "points")) || (key12 === "passRequestHeaders"))){
const err162 = {instancePath:instancePath+"/interceptors/" + i19,schemaPath:"#/properties/interceptors/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
if(data51.lambda !== undefined){
let data52 = data51.lambda;
if(typeof data52 === "string"){
if(!pattern16.test(data52)){
const err163 = {instancePath:instancePath+"/interceptors/" + i19+"/lambda",schemaPath:"#/properties/interceptors/items/properties/lambda/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-[a-z]+)*:lambda:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"},message:"must match pattern \""+"^arn:aws(-[a-z]+)*:lambda:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"+"\""};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
else {
const err164 = {instancePath:instancePath+"/interceptors/" + i19+"/lambda",schemaPath:"#/properties/interceptors/items/properties/lambda/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
if(data51.points !== undefined){
let data53 = data51.points;
if(Array.isArray(data53)){
if(data53.length > 2){
const err165 = {instancePath:instancePath+"/interceptors/" + i19+"/points",schemaPath:"#/properties/interceptors/items/properties/points/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items"};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
if(data53.length < 1){
const err166 = {instancePath:instancePath+"/interceptors/" + i19+"/points",schemaPath:"#/properties/interceptors/items/properties/points/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
const len12 = data53.length;
for(let i20=0; i20<len12; i20++){
let data54 = data53[i20];
if(typeof data54 !== "string"){
const err167 = {instancePath:instancePath+"/interceptors/" + i19+"/points/" + i20,schemaPath:"#/properties/interceptors/items/properties/points/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
if(!((data54 === "REQUEST") || (data54 === "RESPONSE"))){
const err168 = {instancePath:instancePath+"/interceptors/" + i19+"/points/" + i20,schemaPath:"#/properties/interceptors/items/properties/points/items/enum",keyword:"enum",params:{allowedValues: schema31.properties.interceptors.items.properties.points.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
let i21 = data53.length;
let j8;
if(i21 > 1){
const indices8 = {};
for(;i21--;){
let item8 = data53[i21];
if(typeof item8 !== "string"){
continue;
}
if(typeof indices8[item8] == "number"){
j8 = indices8[item8];
const err169 = {instancePath:instancePath+"/interceptors/" + i19+"/points",schemaPath:"#/properties/interceptors/items/properties/points/uniqueItems",keyword:"uniqueItems",params:{i: i21, j: j8},message:"must NOT have duplicate items (items ## "+j8+" and "+i21+" are identical)"};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
break;
}
indices8[item8] = i21;
}
}
}
else {
const err170 = {instancePath:instancePath+"/interceptors/" + i19+"/points",schemaPath:"#/properties/interceptors/items/properties/points/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
if(data51.passRequestHeaders !== undefined){
if(typeof data51.passRequestHeaders !== "boolean"){
const err171 = {instancePath:instancePath+"/interceptors/" + i19+"/passRequestHeaders",schemaPath:"#/properties/interceptors/items/properties/passRequestHeaders/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
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
const err172 = {instancePath:instancePath+"/interceptors/" + i19,schemaPath:"#/properties/interceptors/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
}
}
else {
const err173 = {instancePath:instancePath+"/interceptors",schemaPath:"#/properties/interceptors/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
if(data.webAcl !== undefined){
let data56 = data.webAcl;
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
if(data56.arn === undefined){
const err174 = {instancePath:instancePath+"/webAcl",schemaPath:"#/properties/webAcl/required",keyword:"required",params:{missingProperty: "arn"},message:"must have required property '"+"arn"+"'"};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
for(const key13 in data56){
if(!((key13 === "arn") || (key13 === "failOpen"))){
const err175 = {instancePath:instancePath+"/webAcl",schemaPath:"#/properties/webAcl/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
if(data56.arn !== undefined){
let data57 = data56.arn;
if(typeof data57 === "string"){
if(!pattern17.test(data57)){
const err176 = {instancePath:instancePath+"/webAcl/arn",schemaPath:"#/properties/webAcl/properties/arn/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-[a-z]+)*:wafv2:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"},message:"must match pattern \""+"^arn:aws(-[a-z]+)*:wafv2:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"+"\""};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
else {
const err177 = {instancePath:instancePath+"/webAcl/arn",schemaPath:"#/properties/webAcl/properties/arn/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
if(data56.failOpen !== undefined){
if(typeof data56.failOpen !== "boolean"){
const err178 = {instancePath:instancePath+"/webAcl/failOpen",schemaPath:"#/properties/webAcl/properties/failOpen/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
}
}
else {
const err179 = {instancePath:instancePath+"/webAcl",schemaPath:"#/properties/webAcl/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
if(data.kmsKey !== undefined){
let data59 = data.kmsKey;
if(typeof data59 === "string"){
if(!pattern18.test(data59)){
const err180 = {instancePath:instancePath+"/kmsKey",schemaPath:"#/properties/kmsKey/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-[a-z]+)*:kms:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"},message:"must match pattern \""+"^arn:aws(-[a-z]+)*:kms:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"+"\""};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
else {
const err181 = {instancePath:instancePath+"/kmsKey",schemaPath:"#/properties/kmsKey/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
if(data.debugErrors !== undefined){
if(typeof data.debugErrors !== "boolean"){
const err182 = {instancePath:instancePath+"/debugErrors",schemaPath:"#/properties/debugErrors/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
if(data.providers !== undefined){
let data61 = data.providers;
if(data61 && typeof data61 == "object" && !Array.isArray(data61)){
if(Object.keys(data61).length > 50){
const err183 = {instancePath:instancePath+"/providers",schemaPath:"#/properties/providers/maxProperties",keyword:"maxProperties",params:{limit: 50},message:"must NOT have more than 50 properties"};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
for(const key14 in data61){
const _errs158 = errors;
if(typeof key14 === "string"){
if(!pattern19.test(key14)){
const err184 = {instancePath:instancePath+"/providers",schemaPath:"#/properties/providers/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-zA-Z0-9_-]{1,50}$"},message:"must match pattern \""+"^[a-zA-Z0-9_-]{1,50}$"+"\"",propertyName:key14};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
}
var valid61 = _errs158 === errors;
if(!valid61){
const err185 = {instancePath:instancePath+"/providers",schemaPath:"#/properties/providers/propertyNames",keyword:"propertyNames",params:{propertyName: key14},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
}
for(const key15 in data61){
let data62 = data61[key15];
if(data62 && typeof data62 == "object" && !Array.isArray(data62)){
if(data62.type === undefined){
const err186 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Provider/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
const tag2 = data62.type;
if(typeof tag2 == "string"){
if(tag2 === "oauth"){
if(data62 && typeof data62 == "object" && !Array.isArray(data62)){
if(data62.type === undefined){
const err187 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Provider/oneOf/0/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
if(data62.clientId === undefined){
const err188 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Provider/oneOf/0/required",keyword:"required",params:{missingProperty: "clientId"},message:"must have required property '"+"clientId"+"'"};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
if(data62.secret === undefined){
const err189 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Provider/oneOf/0/required",keyword:"required",params:{missingProperty: "secret"},message:"must have required property '"+"secret"+"'"};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
if(data62.jsonKey === undefined){
const err190 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Provider/oneOf/0/required",keyword:"required",params:{missingProperty: "jsonKey"},message:"must have required property '"+"jsonKey"+"'"};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
for(const key16 in data62){
if(!((((((key16 === "type") || (key16 === "discoveryUrl")) || (key16 === "server")) || (key16 === "clientId")) || (key16 === "secret")) || (key16 === "jsonKey"))){
const err191 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Provider/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
if(data62.type !== undefined){
let data63 = data62.type;
if(typeof data63 !== "string"){
const err192 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/$defs/Provider/oneOf/0/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
if("oauth" !== data63){
const err193 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/$defs/Provider/oneOf/0/properties/type/const",keyword:"const",params:{allowedValue: "oauth"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
}
if(data62.discoveryUrl !== undefined){
let data64 = data62.discoveryUrl;
if(typeof data64 === "string"){
if(!pattern8.test(data64)){
const err194 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/discoveryUrl",schemaPath:"#/$defs/Provider/oneOf/0/properties/discoveryUrl/pattern",keyword:"pattern",params:{pattern: "^https://[^\\s{}?#]{1,400}/\\.well-known/(openid-configuration|oauth-authorization-server)(/[^\\s{}?#]{1,400})?$"},message:"must match pattern \""+"^https://[^\\s{}?#]{1,400}/\\.well-known/(openid-configuration|oauth-authorization-server)(/[^\\s{}?#]{1,400})?$"+"\""};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
}
else {
const err195 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/discoveryUrl",schemaPath:"#/$defs/Provider/oneOf/0/properties/discoveryUrl/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
}
if(data62.server !== undefined){
let data65 = data62.server;
if(data65 && typeof data65 == "object" && !Array.isArray(data65)){
if(data65.issuer === undefined){
const err196 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/server",schemaPath:"#/$defs/Provider/oneOf/0/properties/server/required",keyword:"required",params:{missingProperty: "issuer"},message:"must have required property '"+"issuer"+"'"};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
if(data65.authorizationEndpoint === undefined){
const err197 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/server",schemaPath:"#/$defs/Provider/oneOf/0/properties/server/required",keyword:"required",params:{missingProperty: "authorizationEndpoint"},message:"must have required property '"+"authorizationEndpoint"+"'"};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
if(data65.tokenEndpoint === undefined){
const err198 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/server",schemaPath:"#/$defs/Provider/oneOf/0/properties/server/required",keyword:"required",params:{missingProperty: "tokenEndpoint"},message:"must have required property '"+"tokenEndpoint"+"'"};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
for(const key17 in data65){
if(!(((key17 === "issuer") || (key17 === "authorizationEndpoint")) || (key17 === "tokenEndpoint"))){
const err199 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/server",schemaPath:"#/$defs/Provider/oneOf/0/properties/server/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
}
if(data65.issuer !== undefined){
let data66 = data65.issuer;
if(typeof data66 === "string"){
if(!pattern21.test(data66)){
const err200 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/server/issuer",schemaPath:"#/$defs/Provider/oneOf/0/properties/server/properties/issuer/pattern",keyword:"pattern",params:{pattern: "^https://[^\\s{}]{1,400}$"},message:"must match pattern \""+"^https://[^\\s{}]{1,400}$"+"\""};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
}
else {
const err201 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/server/issuer",schemaPath:"#/$defs/Provider/oneOf/0/properties/server/properties/issuer/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
}
if(data65.authorizationEndpoint !== undefined){
let data67 = data65.authorizationEndpoint;
if(typeof data67 === "string"){
if(!pattern21.test(data67)){
const err202 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/server/authorizationEndpoint",schemaPath:"#/$defs/Provider/oneOf/0/properties/server/properties/authorizationEndpoint/pattern",keyword:"pattern",params:{pattern: "^https://[^\\s{}]{1,400}$"},message:"must match pattern \""+"^https://[^\\s{}]{1,400}$"+"\""};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
}
else {
const err203 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/server/authorizationEndpoint",schemaPath:"#/$defs/Provider/oneOf/0/properties/server/properties/authorizationEndpoint/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
}
if(data65.tokenEndpoint !== undefined){
let data68 = data65.tokenEndpoint;
if(typeof data68 === "string"){
if(!pattern21.test(data68)){
const err204 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/server/tokenEndpoint",schemaPath:"#/$defs/Provider/oneOf/0/properties/server/properties/tokenEndpoint/pattern",keyword:"pattern",params:{pattern: "^https://[^\\s{}]{1,400}$"},message:"must match pattern \""+"^https://[^\\s{}]{1,400}$"+"\""};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
}
else {
const err205 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/server/tokenEndpoint",schemaPath:"#/$defs/Provider/oneOf/0/properties/server/properties/tokenEndpoint/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
}
}
else {
const err206 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/server",schemaPath:"#/$defs/Provider/oneOf/0/properties/server/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
}
if(data62.clientId !== undefined){
let data69 = data62.clientId;
if(typeof data69 === "string"){
if(func2(data69) > 256){
const err207 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/clientId",schemaPath:"#/$defs/Provider/oneOf/0/properties/clientId/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
if(func2(data69) < 1){
const err208 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/clientId",schemaPath:"#/$defs/Provider/oneOf/0/properties/clientId/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
if(!pattern24.test(data69)){
const err209 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/clientId",schemaPath:"#/$defs/Provider/oneOf/0/properties/clientId/pattern",keyword:"pattern",params:{pattern: "^[^\\s{}]+$"},message:"must match pattern \""+"^[^\\s{}]+$"+"\""};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
}
else {
const err210 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/clientId",schemaPath:"#/$defs/Provider/oneOf/0/properties/clientId/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
}
if(data62.secret !== undefined){
let data70 = data62.secret;
if(typeof data70 === "string"){
if(!pattern25.test(data70)){
const err211 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/secret",schemaPath:"#/$defs/Provider/oneOf/0/properties/secret/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-[a-z]+)*:secretsmanager:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"},message:"must match pattern \""+"^arn:aws(-[a-z]+)*:secretsmanager:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"+"\""};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
}
else {
const err212 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/secret",schemaPath:"#/$defs/Provider/oneOf/0/properties/secret/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
if(data62.jsonKey !== undefined){
let data71 = data62.jsonKey;
if(typeof data71 === "string"){
if(!pattern12.test(data71)){
const err213 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/jsonKey",schemaPath:"#/$defs/Provider/oneOf/0/properties/jsonKey/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9_.-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
}
else {
const err214 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/jsonKey",schemaPath:"#/$defs/Provider/oneOf/0/properties/jsonKey/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
}
}
else {
const err215 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Provider/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
var props2 = true;
}
else if(tag2 === "cognito"){
if(data62 && typeof data62 == "object" && !Array.isArray(data62)){
if(data62.type === undefined){
const err216 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Provider/oneOf/1/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
for(const key18 in data62){
if(!(((key18 === "type") || (key18 === "scopes")) || (key18 === "domain"))){
const err217 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Provider/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
}
if(data62.type !== undefined){
let data72 = data62.type;
if(typeof data72 !== "string"){
const err218 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/$defs/Provider/oneOf/1/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
if("cognito" !== data72){
const err219 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/$defs/Provider/oneOf/1/properties/type/const",keyword:"const",params:{allowedValue: "cognito"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
}
if(data62.scopes !== undefined){
let data73 = data62.scopes;
if(Array.isArray(data73)){
if(data73.length > 20){
const err220 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/scopes",schemaPath:"#/$defs/Provider/oneOf/1/properties/scopes/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
if(data73.length < 1){
const err221 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/scopes",schemaPath:"#/$defs/Provider/oneOf/1/properties/scopes/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
const len13 = data73.length;
for(let i22=0; i22<len13; i22++){
let data74 = data73[i22];
if(typeof data74 === "string"){
if(!pattern12.test(data74)){
const err222 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/scopes/" + i22,schemaPath:"#/$defs/Provider/oneOf/1/properties/scopes/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9_.-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
}
else {
const err223 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/scopes/" + i22,schemaPath:"#/$defs/Provider/oneOf/1/properties/scopes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
}
let i23 = data73.length;
let j9;
if(i23 > 1){
const indices9 = {};
for(;i23--;){
let item9 = data73[i23];
if(typeof item9 !== "string"){
continue;
}
if(typeof indices9[item9] == "number"){
j9 = indices9[item9];
const err224 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/scopes",schemaPath:"#/$defs/Provider/oneOf/1/properties/scopes/uniqueItems",keyword:"uniqueItems",params:{i: i23, j: j9},message:"must NOT have duplicate items (items ## "+j9+" and "+i23+" are identical)"};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
break;
}
indices9[item9] = i23;
}
}
}
else {
const err225 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/scopes",schemaPath:"#/$defs/Provider/oneOf/1/properties/scopes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
}
if(data62.domain !== undefined){
let data75 = data62.domain;
if(typeof data75 === "string"){
if(!pattern13.test(data75)){
const err226 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/domain",schemaPath:"#/$defs/Provider/oneOf/1/properties/domain/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
}
else {
const err227 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/domain",schemaPath:"#/$defs/Provider/oneOf/1/properties/domain/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
}
}
else {
const err228 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Provider/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
if(props2 !== true){
props2 = true;
}
}
else if(tag2 === "api-key"){
if(data62 && typeof data62 == "object" && !Array.isArray(data62)){
if(data62.type === undefined){
const err229 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Provider/oneOf/2/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
if(data62.secret === undefined){
const err230 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Provider/oneOf/2/required",keyword:"required",params:{missingProperty: "secret"},message:"must have required property '"+"secret"+"'"};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
if(data62.jsonKey === undefined){
const err231 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Provider/oneOf/2/required",keyword:"required",params:{missingProperty: "jsonKey"},message:"must have required property '"+"jsonKey"+"'"};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
for(const key19 in data62){
if(!(((key19 === "type") || (key19 === "secret")) || (key19 === "jsonKey"))){
const err232 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Provider/oneOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
}
if(data62.type !== undefined){
let data76 = data62.type;
if(typeof data76 !== "string"){
const err233 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/$defs/Provider/oneOf/2/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
if("api-key" !== data76){
const err234 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/$defs/Provider/oneOf/2/properties/type/const",keyword:"const",params:{allowedValue: "api-key"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
}
if(data62.secret !== undefined){
let data77 = data62.secret;
if(typeof data77 === "string"){
if(!pattern25.test(data77)){
const err235 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/secret",schemaPath:"#/$defs/Provider/oneOf/2/properties/secret/pattern",keyword:"pattern",params:{pattern: "^arn:aws(-[a-z]+)*:secretsmanager:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"},message:"must match pattern \""+"^arn:aws(-[a-z]+)*:secretsmanager:[a-z0-9-]*:([0-9]{12}|aws)?:[^\\s{}]{1,900}$"+"\""};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
}
else {
const err236 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/secret",schemaPath:"#/$defs/Provider/oneOf/2/properties/secret/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
}
if(data62.jsonKey !== undefined){
let data78 = data62.jsonKey;
if(typeof data78 === "string"){
if(!pattern12.test(data78)){
const err237 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/jsonKey",schemaPath:"#/$defs/Provider/oneOf/2/properties/jsonKey/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.-]{1,64}$"},message:"must match pattern \""+"^[A-Za-z0-9_.-]{1,64}$"+"\""};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
}
else {
const err238 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/jsonKey",schemaPath:"#/$defs/Provider/oneOf/2/properties/jsonKey/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
}
}
else {
const err239 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Provider/oneOf/2/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
if(props2 !== true){
props2 = true;
}
}
else {
const err240 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Provider/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "type", tagValue: tag2},message:"value of tag \"type\" must be in oneOf"};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
}
else {
const err241 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Provider/discriminator",keyword:"discriminator",params:{error: "tag", tag: "type", tagValue: tag2},message:"tag \"type\" must be string"};
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
const err242 = {instancePath:instancePath+"/providers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Provider/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
}
}
else {
const err243 = {instancePath:instancePath+"/providers",schemaPath:"#/properties/providers/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
}
if(data.targets !== undefined){
let data79 = data.targets;
if(Array.isArray(data79)){
if(data79.length > 100){
const err244 = {instancePath:instancePath+"/targets",schemaPath:"#/properties/targets/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
const len14 = data79.length;
for(let i24=0; i24<len14; i24++){
if(!(validate21(data79[i24], {instancePath:instancePath+"/targets/" + i24,parentData:data79,parentDataProperty:i24,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
}
else {
const err245 = {instancePath:instancePath+"/targets",schemaPath:"#/properties/targets/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
}
if(data.tags !== undefined){
let data81 = data.tags;
if(data81 && typeof data81 == "object" && !Array.isArray(data81)){
if(Object.keys(data81).length > 40){
const err246 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/maxProperties",keyword:"maxProperties",params:{limit: 40},message:"must NOT have more than 40 properties"};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
for(const key20 in data81){
const _errs211 = errors;
if(typeof key20 === "string"){
if(!pattern168.test(key20)){
const err247 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9 ._:/=+@-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9 ._:/=+@-]{1,128}$"+"\"",propertyName:key20};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
}
var valid77 = _errs211 === errors;
if(!valid77){
const err248 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/propertyNames",keyword:"propertyNames",params:{propertyName: key20},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
}
for(const key21 in data81){
let data82 = data81[key21];
if(typeof data82 === "string"){
if(func2(data82) > 256){
const err249 = {instancePath:instancePath+"/tags/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tags/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
if(!pattern169.test(data82)){
const err250 = {instancePath:instancePath+"/tags/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tags/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9 ._:/=+@-]*$"},message:"must match pattern \""+"^[A-Za-z0-9 ._:/=+@-]*$"+"\""};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
}
else {
const err251 = {instancePath:instancePath+"/tags/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tags/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
}
}
else {
const err252 = {instancePath:instancePath+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
}
if(data.extra !== undefined){
let data83 = data.extra;
if(data83 && typeof data83 == "object" && !Array.isArray(data83)){
if(Object.keys(data83).length > 50){
const err253 = {instancePath:instancePath+"/extra",schemaPath:"#/$defs/Extra/maxProperties",keyword:"maxProperties",params:{limit: 50},message:"must NOT have more than 50 properties"};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
}
else {
const err254 = {instancePath:instancePath+"/extra",schemaPath:"#/$defs/Extra/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
}
}
else {
const err255 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

