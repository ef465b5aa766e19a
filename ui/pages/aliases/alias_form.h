#pragma once
// One alias: its targets and how one of them is chosen, what follows when it fails, and where requests went
// lately.

#include "ui/pages/forms/object_form.h"

#include <QTimer>

namespace tollgate::ui {

class Card;
class ChoiceBox;
class ExplainCard;
class LiveShareCard;
class ResourceCatalogue;
class TargetsEdit;

class AliasForm : public ObjectForm {
    Q_OBJECT
public:
    AliasForm(const UiContext& context, ResourceCatalogue* names, QWidget* parent = nullptr);

    QString heading() const override;
    QString kindText() const override;
    static QString strategyText(const QString& strategy);

protected:
    void shown(const QJsonObject& object, bool isNew) override;
    void liveChanged(bool live) override;

private:
    Card* routeCard();
    TargetsEdit* addTargets(Card* card, const QString& path, const QString& label, bool weights);
    void followStrategy();
    void readShare();

    ResourceCatalogue* m_names;
    ChoiceBox* m_strategy = nullptr;
    TargetsEdit* m_targets = nullptr;
    TargetsEdit* m_fallbacks = nullptr;
    LiveShareCard* m_share = nullptr;
    ExplainCard* m_explain = nullptr;
    QTimer m_timer;
    QString m_shown;
};

} // namespace tollgate::ui
