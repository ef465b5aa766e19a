{{- /* Templates use Go's own functions and toJson only: any Go template engine renders them, and JSON is YAML. */ -}}
{{- define "tollgate.selector" -}}
{ app.kubernetes.io/name: tollgate, app.kubernetes.io/instance: {{ printf "%q" .Release.Name }} }
{{- end -}}
{{- define "tollgate.labels" -}}
{ app.kubernetes.io/name: tollgate, app.kubernetes.io/instance: {{ printf "%q" .Release.Name }}, app.kubernetes.io/version: {{ printf "%q" .Chart.AppVersion }}, app.kubernetes.io/managed-by: {{ printf "%q" .Release.Service }}, helm.sh/chart: {{ printf "%q" (printf "%s-%s" .Chart.Name .Chart.Version) }} }
{{- end -}}
