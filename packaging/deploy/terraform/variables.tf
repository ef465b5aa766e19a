variable "name" {
  description = "Name of the release, of its Service and of everything else it makes."
  type        = string
  default     = "tollgate"

  validation {
    condition     = can(regex("^[a-z]([a-z0-9-]{0,40}[a-z0-9])?$", var.name))
    error_message = "Lower-case letters, digits and dashes, 42 at most, with a letter first."
  }
}

variable "namespace" {
  description = "Namespace, which is made when it is missing."
  type        = string
  default     = "tollgate"
}

variable "image" {
  description = "Repository and tag of the image built from packaging/deploy/Dockerfile."
  type = object({
    repository = string
    tag        = string
  })

  validation {
    condition     = var.image.tag != "" && var.image.tag != "latest"
    error_message = "A tag that stays what it is, not latest."
  }
}

variable "existing_secret" {
  description = "Secret with TOLLGATE_ADMIN_TOKEN, TOLLGATE_MASTER_KEY and what the configuration names. Made elsewhere, so that nothing of it is in Terraform's state."
  type        = string
  default     = "tollgate"
}

variable "config" {
  description = "Configuration as tollgated --config takes it; null: that of the chart."
  type        = string
  default     = null
}

variable "allow_hosts" {
  description = "More names that callers use beside those of the Service."
  type        = list(string)
  default     = []
}

variable "storage" {
  description = "Size of the volume and its storage class; an empty class is the cluster's own."
  type = object({
    size  = optional(string, "10Gi")
    class = optional(string, "")
  })
  default = {}
}

variable "service_monitor" {
  description = "Whether there is a Prometheus operator to read /metrics."
  type        = bool
  default     = false
}

variable "values" {
  description = "Any other value of the chart (helm/tollgate/values.yaml)."
  type        = any
  default     = {}
}
