# The chart beside this module, with the values that differ. Which cluster is the caller's to say: see example/.
resource "helm_release" "tollgate" {
  name             = var.name
  namespace        = var.namespace
  create_namespace = true
  chart            = "${path.module}/../helm/tollgate"
  atomic           = true
  timeout          = 300

  values = concat(
    [yamlencode({
      image          = { repository = var.image.repository, tag = var.image.tag }
      existingSecret = var.existing_secret
      allowHosts     = var.allow_hosts
      persistence    = { size = var.storage.size, storageClass = var.storage.class }
      serviceMonitor = { enabled = var.service_monitor }
    })],
    var.config == null ? [] : [yamlencode({ config = var.config })],
    [yamlencode(var.values)],
  )
}
