output "url" {
  description = "Where applications in the cluster find the gateway (OPENAI_BASE_URL)."
  value       = "http://${var.name}.${var.namespace}.svc:8655/v1"
}

output "admin_tunnel" {
  description = "Opens the way for `tollgate --connect http://127.0.0.1:8655`."
  value       = "kubectl -n ${var.namespace} port-forward service/${var.name} 8655:8655"
}

output "version" {
  description = "Version of the chart that is installed."
  value       = helm_release.tollgate.version
}
