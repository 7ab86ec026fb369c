# agentcore-sync: the roles of one account, list and get only: AgentCoreSync scans, AgentCoreConfirm tells apply, refresh and verify
# whether a place is as an entry says. Each trusts a hub role of its own, or without one the job's OIDC token directly.

terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = { source = "hashicorp/aws", version = ">= 5.0" }
  }
}

variable "hub_role_arn" {
  type        = string
  default     = null
  description = "Output of the hub module. Null where the job's token goes straight to this account."
}

variable "external_id" {
  type        = string
  default     = null
  description = "aws.externalId of the configuration; asked of the hub role only."
}

variable "subjects" {
  type        = list(string)
  default     = []
  description = "Without a hub, the whole sub claims that may assume the role, in both forms that GitHub sends."
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

variable "role_name" {
  type    = string
  default = "AgentCoreSync"
}

variable "confirm_hub_role_arn" {
  type        = string
  default     = null
  description = "Output confirm_hub_role_arn of the hub module. Null where the job's token goes straight to this account."
}

variable "confirm_subjects" {
  type        = list(string)
  default     = []
  description = "Without a hub, the whole sub claims of the environments registry, registry-refresh and agentcore-verify, in both forms that GitHub sends. Empty, and no hub either: no role AgentCoreConfirm."
  validation {
    condition     = alltrue([for s in var.confirm_subjects : !strcontains(s, "*") && !endswith(s, ":pull_request")])
    error_message = "A sub claim is given whole: no wildcard, and never that of a pull request."
  }
}

variable "confirm_role_name" {
  type        = string
  default     = "AgentCoreConfirm"
  description = "aws.confirm.role of the configuration."
}

locals {
  directly         = var.hub_role_arn == null
  confirm_directly = var.confirm_hub_role_arn == null && length(var.confirm_subjects) > 0
  confirms         = var.confirm_hub_role_arn != null || local.confirm_directly
  provider_arn     = coalesce(var.existing_oidc_provider_arn, one(aws_iam_openid_connect_provider.github[*].arn), "none")
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
  confirm_through_hub = {
    Effect    = "Allow"
    Action    = ["sts:AssumeRole", "sts:TagSession"]
    Principal = { AWS = coalesce(var.confirm_hub_role_arn, "none") }
    Condition = var.external_id == null ? {} : { StringEquals = { "sts:ExternalId" = var.external_id } }
  }
  confirm_with_token = {
    Effect    = "Allow"
    Action    = ["sts:AssumeRoleWithWebIdentity"]
    Principal = { Federated = local.provider_arn }
    Condition = {
      StringEquals = {
        "token.actions.githubusercontent.com:aud" = var.audience
        "token.actions.githubusercontent.com:sub" = var.confirm_subjects
      }
    }
  }
}

resource "aws_iam_openid_connect_provider" "github" {
  count          = (local.directly || local.confirm_directly) && var.existing_oidc_provider_arn == null ? 1 : 0
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = [var.audience]
}

resource "aws_iam_role" "scan" {
  name               = var.role_name
  assume_role_policy = local.directly ? jsonencode({ Version = "2012-10-17", Statement = [local.with_token] }) : jsonencode({ Version = "2012-10-17", Statement = [local.through_hub] })
}

resource "aws_iam_role_policy" "read_agentcore" {
  name = "read-agentcore"
  role = aws_iam_role.scan.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = [
        "bedrock-agentcore:GetAgentRuntime",
        "bedrock-agentcore:GetGateway",
        "bedrock-agentcore:GetGatewayTarget",
        "bedrock-agentcore:GetHarness",
        "bedrock-agentcore:ListAgentRuntimeEndpoints",
        "bedrock-agentcore:ListAgentRuntimes",
        "bedrock-agentcore:ListGatewayTargets",
        "bedrock-agentcore:ListGateways",
        "bedrock-agentcore:ListHarnessEndpoints",
        "bedrock-agentcore:ListHarnesses",
        "bedrock-agentcore:ListTagsForResource",
        "ec2:DescribeRegions",
      ]
      Resource = "*"
    }]
  })
}

resource "aws_iam_role" "confirm" {
  count              = local.confirms ? 1 : 0
  name               = var.confirm_role_name
  assume_role_policy = local.confirm_directly ? jsonencode({ Version = "2012-10-17", Statement = [local.confirm_with_token] }) : jsonencode({ Version = "2012-10-17", Statement = [local.confirm_through_hub] })
}

resource "aws_iam_role_policy" "confirm_places" {
  count = local.confirms ? 1 : 0
  name  = "confirm-places"
  role  = aws_iam_role.confirm[0].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = [
        "bedrock-agentcore:GetGateway",
        "bedrock-agentcore:GetGatewayTarget",
        "bedrock-agentcore:ListAgentRuntimes",
        "bedrock-agentcore:ListHarnesses",
      ]
      Resource = "*"
    }]
  })
}

output "role_arn" {
  value = aws_iam_role.scan.arn
}

output "confirm_role_arn" {
  value = one(aws_iam_role.confirm[*].arn)
}
