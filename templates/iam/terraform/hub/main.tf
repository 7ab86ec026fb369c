# agentcore-sync: the two hub roles. The scan workflow assumes the first with its OIDC token, and from it the role AgentCoreSync in each
# account; apply, refresh and verify assume the second, and from it AgentCoreConfirm. Neither trusts the jobs of the other.

terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = { source = "hashicorp/aws", version = ">= 5.0" }
  }
}

variable "subjects" {
  type        = list(string)
  description = "Whole sub claims that may assume the role, in both forms that GitHub sends: repo:ORG/REPO:environment:agentcore-scan and repo:ORG@ORGID/REPO@REPOID:environment:agentcore-scan."
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

variable "role_name" {
  type    = string
  default = "AgentCoreSyncHub"
}

variable "account_role_name" {
  type        = string
  default     = "AgentCoreSync"
  description = "Name of the role in every account (aws.role of the configuration)."
}

variable "organization_id" {
  type        = string
  description = "Only roles of accounts in this organization can be assumed."
}

variable "read_organization" {
  type        = bool
  default     = false
  description = "Lets both roles list accounts and organizational units (aws.organization)."
}

variable "confirm_subjects" {
  type        = list(string)
  default     = []
  description = "Whole sub claims of the environments registry, registry-refresh and agentcore-verify, in both forms that GitHub sends. Empty: no hub for confirming."
  validation {
    condition     = alltrue([for s in var.confirm_subjects : !strcontains(s, "*") && !endswith(s, ":pull_request")])
    error_message = "A sub claim is given whole: no wildcard, and never that of a pull request."
  }
}

variable "confirm_role_name" {
  type    = string
  default = "AgentCoreConfirmHub"
}

variable "confirm_account_role_name" {
  type        = string
  default     = "AgentCoreConfirm"
  description = "Name of the role in every account (aws.confirm.role of the configuration)."
}

variable "verify_subjects" {
  type        = list(string)
  default     = []
  description = "Whole sub claims of the environment agentcore-verify, in both forms that GitHub sends. Empty, and by default, no hub for verifying."
  validation {
    condition     = alltrue([for s in var.verify_subjects : !strcontains(s, "*") && !endswith(s, ":pull_request")])
    error_message = "A sub claim is given whole: no wildcard, and never that of a pull request."
  }
}

variable "verify_role_name" {
  type    = string
  default = "AgentCoreVerifyHub"
}

variable "verify_account_role_name" {
  type        = string
  default     = "AgentCoreVerify"
  description = "Name of the role in every account (aws.verify.role of the configuration)."
}

data "aws_partition" "current" {}

resource "aws_iam_openid_connect_provider" "github" {
  count          = var.existing_oidc_provider_arn == null ? 1 : 0
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = [var.audience]
}

resource "aws_iam_role" "hub" {
  name                 = var.role_name
  max_session_duration = 3600
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

resource "aws_iam_role_policy" "assume_account_roles" {
  name = "assume-account-roles"
  role = aws_iam_role.hub.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = ["sts:AssumeRole", "sts:TagSession"]
      Resource  = "arn:${data.aws_partition.current.partition}:iam::*:role/${var.account_role_name}"
      Condition = { StringEquals = { "aws:ResourceOrgID" = var.organization_id } }
    }]
  })
}

resource "aws_iam_role_policy" "read_organization" {
  count = var.read_organization ? 1 : 0
  name  = "read-organization"
  role  = aws_iam_role.hub.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = [
        "organizations:DescribeOrganization",
        "organizations:ListAccounts",
        "organizations:ListAccountsForParent",
        "organizations:ListOrganizationalUnitsForParent",
      ]
      Resource = "*"
    }]
  })
}

resource "aws_iam_role" "confirm_hub" {
  count                = length(var.confirm_subjects) > 0 ? 1 : 0
  name                 = var.confirm_role_name
  max_session_duration = 3600
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = coalesce(var.existing_oidc_provider_arn, one(aws_iam_openid_connect_provider.github[*].arn)) }
      Condition = {
        StringEquals = {
          "token.actions.githubusercontent.com:aud" = var.audience
          "token.actions.githubusercontent.com:sub" = var.confirm_subjects
        }
      }
    }]
  })
}

resource "aws_iam_role_policy" "assume_confirm_roles" {
  count = length(var.confirm_subjects) > 0 ? 1 : 0
  name  = "assume-confirm-roles"
  role  = aws_iam_role.confirm_hub[0].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = ["sts:AssumeRole", "sts:TagSession"]
      Resource  = "arn:${data.aws_partition.current.partition}:iam::*:role/${var.confirm_account_role_name}"
      Condition = { StringEquals = { "aws:ResourceOrgID" = var.organization_id } }
    }]
  })
}

resource "aws_iam_role_policy" "read_organization_to_confirm" {
  count = length(var.confirm_subjects) > 0 && var.read_organization ? 1 : 0
  name  = "read-organization"
  role  = aws_iam_role.confirm_hub[0].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = [
        "organizations:DescribeOrganization",
        "organizations:ListAccounts",
        "organizations:ListAccountsForParent",
        "organizations:ListOrganizationalUnitsForParent",
      ]
      Resource = "*"
    }]
  })
}

resource "aws_iam_role" "verify_hub" {
  count                = length(var.verify_subjects) > 0 ? 1 : 0
  name                 = var.verify_role_name
  max_session_duration = 3600
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = coalesce(var.existing_oidc_provider_arn, one(aws_iam_openid_connect_provider.github[*].arn)) }
      Condition = {
        StringEquals = {
          "token.actions.githubusercontent.com:aud" = var.audience
          "token.actions.githubusercontent.com:sub" = var.verify_subjects
        }
      }
    }]
  })
}

resource "aws_iam_role_policy" "assume_verify_roles" {
  count = length(var.verify_subjects) > 0 ? 1 : 0
  name  = "assume-verify-roles"
  role  = aws_iam_role.verify_hub[0].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = ["sts:AssumeRole", "sts:TagSession"]
      Resource  = "arn:${data.aws_partition.current.partition}:iam::*:role/${var.verify_account_role_name}"
      Condition = { StringEquals = { "aws:ResourceOrgID" = var.organization_id } }
    }]
  })
}

output "verify_hub_role_arn" {
  value       = one(aws_iam_role.verify_hub[*].arn)
  description = "For aws.verify.hubRole of the configuration, and for hub_role_arn of the verify module."
}

output "confirm_hub_role_arn" {
  value       = one(aws_iam_role.confirm_hub[*].arn)
  description = "For aws.confirm.hubRole of the configuration, and for confirm_hub_role_arn of the account module."
}

output "hub_role_arn" {
  value       = aws_iam_role.hub.arn
  description = "For aws.hubRole of the configuration, and for hub_role_arn of the account module."
}
