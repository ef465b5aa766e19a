#pragma once
// Limits beyond which the canary rolls itself back, each beside its value of now. Ratios of the API show as
// percent.

#include "ui/pages/forms/form_binding.h"
#include "ui/widgets/card.h"
#include "ui/widgets/paint.h"

#include <QJsonObject>

class QDoubleSpinBox;
class QGridLayout;
class QSpinBox;

namespace tollgate::ui {

class Badge;
class FormField;

class GuardrailsCard : public Card {
    Q_OBJECT
public:
    enum class Of { Canary, Versions };
    GuardrailsCard(FormBinding& binding, Of of, QWidget* parent = nullptr);

    /// GET /flags/{key}/report; empty: nothing known.
    void setReport(const QJsonObject& report);
    /// What other versions are compared with.
    void setDefaultVersion(const QString& version) { m_default = version; }
    QString verdict(int rail) const; ///< text of the badge: "ok", "breached", …

private:
    struct Rail {
        QDoubleSpinBox* limit = nullptr;
        QLabel* now = nullptr;
        Badge* badge = nullptr;
    };
    QDoubleSpinBox* addRail(FormBinding& binding, QGridLayout* grid, int row, const QString& path,
                            const QString& text, bool ratio);
    void refresh();

    Of m_of;
    QString m_default;
    QJsonObject m_report;
    QList<Rail> m_rails;
    QSpinBox* m_least = nullptr;
    QLabel* m_problem = nullptr;
};

} // namespace tollgate::ui
