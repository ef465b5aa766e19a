#include "ui/pages/forms/object_form.h"

namespace tollgate::ui {

ObjectForm::ObjectForm(const UiContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context) {}

void ObjectForm::load(const QJsonObject& object, bool isNew) {
    m_binding.load(object, isNew);
    shown(object, isNew);
}

void ObjectForm::rebase(const QJsonObject& object) {
    m_binding.rebase(object);
    shown(object, m_binding.isNew());
}

void ObjectForm::setLive(bool live) {
    if (m_live == live)
        return;
    m_live = live;
    liveChanged(live);
}

} // namespace tollgate::ui
