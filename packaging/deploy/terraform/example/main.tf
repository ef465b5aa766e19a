# `terraform init && terraform apply -var image_repository=REGISTRY/tollgate`, for the cluster of the current kubectl context.
terraform {
  required_version = ">= 1.5"
  required_providers {
    helm = {
      source  = "hashicorp/helm"
      version = "~> 3.0"
    }
  }
}

variable "image_repository" {
  description = "Where the image was pushed."
  type        = string
}

variable "kubeconfig" {
  description = "File that says which cluster."
  type        = string
  default     = "~/.kube/config"
}

provider "helm" {
  kubernetes = { config_path = var.kubeconfig }
}

module "tollgate" {
  source      = "../"
  image       = { repository = var.image_repository, tag = "0.1.0" }
  config      = file("${path.module}/../../kubernetes/tollgate.yaml")
  allow_hosts = ["gateway.example"]
  storage     = { size = "20Gi" }
}

output "url" {
  value = module.tollgate.url
}
