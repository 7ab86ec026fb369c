# agentcore-sync: the role AgentCoreTokens, which reads the secrets of OAuth clients. Only in accounts that hold a user pool or a secret
# named in the configuration's issuers. Trusted by the refresh environments only, never by scan.

terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = { source = "hashicorp/aws", version = ">= 5.0" }
  }
}

variable "subjects" {
  type        = list(string)
  description = "Whole sub claims of the environments registry, registry-refresh and agentcore-verify, in both forms that GitHub sends."
  validation {
    condition     = alltrue([for s in var.subjects : !strcontains(s, "*") && !endswith(s, ":pull_request")])
    error_message = "A sub claim is given whole: no wildcard, and never that of a pull request."
  }
}

variable "audience" {
  type    = string
  default = "sts.amazonaws.com"
}

variable "existing_oidc_provider_arn" {
  type        = string
  default     = null
  description = "ARN of the account's provider for token.actions.githubusercontent.com. Null creates one."
}

variable "user_pool_arns" {
  type        = list(string)
  default     = []
  description = "ARNs of the user pools whose clients' secrets may be read, one by one."
}

variable "secret_arns" {
  type        = list(string)
  default     = []
  description = "ARNs of the secrets that may be read, one by one."
}

variable "role_name" {
  type    = string
  default = "AgentCoreTokens"
}

resource "aws_iam_openid_connect_provider" "github" {
  count          = var.existing_oidc_provider_arn == null ? 1 : 0
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = [var.audience]
}

resource "aws_iam_role" "tokens" {
  name = var.role_name
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = coalesce(var.existing_oidc_provider_arn, one(aws_iam_openid_connect_provider.github[*].arn)) }
      Condition = {
        StringEquals = {
          "token.actions.githubusercontent.com:aud" = var.audience
          "token.actions.githubusercontent.com:sub" = var.subjects
        }
      }
    }]
  })
}

resource "aws_iam_role_policy" "read_user_pool_clients" {
  count = length(var.user_pool_arns) > 0 ? 1 : 0
  name  = "read-user-pool-clients"
  role  = aws_iam_role.tokens.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "cognito-idp:DescribeUserPoolClient", Resource = var.user_pool_arns }]
  })
}

resource "aws_iam_role_policy" "read_secrets" {
  count = length(var.secret_arns) > 0 ? 1 : 0
  name  = "read-secrets"
  role  = aws_iam_role.tokens.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "secretsmanager:GetSecretValue", Resource = var.secret_arns }]
  })
}

output "role_arn" {
  value       = aws_iam_role.tokens.arn
  description = "Its name goes to role of the issuer in the configuration."
}
