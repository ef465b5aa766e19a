#pragma once
// Rate limits of a project or a key: requests and tokens per minute, requests in parallel. Empty is none.

#include "ui/pages/forms/form_binding.h"
#include "ui/widgets/card.h"

namespace tollgate::ui {

/// Binds limits.rpm, limits.tpm and limits.max_parallel.
Card* makeLimitsCard(FormBinding& binding, QWidget* parent);

} // namespace tollgate::ui
