#include "ui/pages/projects/limits_card.h"

#include "ui/pages/forms/form_fields.h"
#include "ui/pages/forms/form_layout.h"

#include <QCoreApplication>

namespace tollgate::ui {

Card* makeLimitsCard(FormBinding& binding, QWidget* parent) {
    const auto tr = [](const char* text) { return QCoreApplication::translate("tollgate::ui", text); };
    auto* card = new Card(tr("Limits"), parent);
    card->setCaption(tr("an empty field is no limit"));
    const auto limit = [&](const char* path, const QString& label) {
        return bindField::optionalNumber(binding, QString::fromLatin1(path), label,
                                         new OptionalNumberEdit(tr("no limit"), card));
    };
    card->content()->addLayout(sideBySide({limit("limits.rpm", tr("requests per minute")),
                                           limit("limits.tpm", tr("tokens per minute")),
                                           limit("limits.max_parallel", tr("in parallel"))}));
    return card;
}

} // namespace tollgate::ui
