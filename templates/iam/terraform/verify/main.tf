# agentcore-sync: the role AgentCoreVerify of one account, which calls gateways and runtimes that take AWS's own signatures, to verify them.
# Only where aws.verify is configured: without it such servers are not asked. What it may call may do things: leave out of gateway_names
# and runtime_names what no schedule may reach.

terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = { source = "hashicorp/aws", version = ">= 5.0" }
  }
}

variable "hub_role_arn" {
  type        = string
  default     = null
  description = "Output verify_hub_role_arn of the hub module. Null where the job's token goes straight to this account."
}

variable "external_id" {
  type        = string
  default     = null
  description = "aws.externalId of the configuration; asked of the hub role only."
}

variable "subjects" {
  type        = list(string)
  default     = []
  description = "Without a hub, the whole sub claims of the environment agentcore-verify, in both forms that GitHub sends."
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
  description = "Without a hub, ARN of the account's provider for token.actions.githubusercontent.com. Null creates one."
}

variable "gateway_names" {
  type        = string
  default     = "*"
  description = "Pattern of the ids of the gateways that may be called."
}

variable "runtime_names" {
  type        = string
  default     = "*"
  description = "Pattern of the ids of the runtimes that may be called."
}

variable "role_name" {
  type        = string
  default     = "AgentCoreVerify"
  description = "aws.verify.role of the configuration."
}

data "aws_partition" "current" {}

data "aws_caller_identity" "current" {}

locals {
  directly     = var.hub_role_arn == null
  provider_arn = coalesce(var.existing_oidc_provider_arn, one(aws_iam_openid_connect_provider.github[*].arn), "none")
  place        = "arn:${data.aws_partition.current.partition}:bedrock-agentcore:*:${data.aws_caller_identity.current.account_id}"
  through_hub = {
    Effect    = "Allow"
    Action    = ["sts:AssumeRole", "sts:TagSession"]
    Principal = { AWS = coalesce(var.hub_role_arn, "none") }
    Condition = var.external_id == null ? {} : { StringEquals = { "sts:ExternalId" = var.external_id } }
  }
  with_token = {
    Effect    = "Allow"
    Action    = ["sts:AssumeRoleWithWebIdentity"]
    Principal = { Federated = local.provider_arn }
    Condition = {
      StringEquals = {
        "token.actions.githubusercontent.com:aud" = var.audience
        "token.actions.githubusercontent.com:sub" = var.subjects
      }
    }
  }
}

resource "aws_iam_openid_connect_provider" "github" {
  count          = local.directly && var.existing_oidc_provider_arn == null ? 1 : 0
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = [var.audience]
}

resource "aws_iam_role" "verify" {
  name               = var.role_name
  assume_role_policy = local.directly ? jsonencode({ Version = "2012-10-17", Statement = [local.with_token] }) : jsonencode({ Version = "2012-10-17", Statement = [local.through_hub] })
}

resource "aws_iam_role_policy" "call_servers" {
  name = "call-servers"
  role = aws_iam_role.verify.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["bedrock-agentcore:InvokeGateway"], Resource = "${local.place}:gateway/${var.gateway_names}" },
      { Effect = "Allow", Action = ["bedrock-agentcore:InvokeAgentRuntime"], Resource = "${local.place}:runtime/${var.runtime_names}" },
    ]
  })
}

output "role_arn" {
  value       = aws_iam_role.verify.arn
  description = "Its name goes to aws.verify.role of the configuration."
}
