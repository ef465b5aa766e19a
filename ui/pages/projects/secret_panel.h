#pragma once
// A new secret, shown once with what to do with it. Nothing of it stays after Done, another object or leaving
// the page.

#include "ui/widgets/card.h"
#include "ui/widgets/paint.h"

class QPlainTextEdit;

namespace tollgate::ui {

class SegmentedControl;

class SecretPanel : public Card {
    Q_OBJECT
public:
    explicit SecretPanel(QWidget* parent = nullptr);

    void show(const QString& secret, const QString& url, const QString& model);
    void forget();
    bool isShowing() const { return !m_secret.isEmpty(); }
    QString secret() const { return m_secret; }
    QString snippet() const;

private:
    void refresh();

    QString m_secret;
    QString m_url;
    QString m_model;
    QLabel* m_value = nullptr;
    SegmentedControl* m_language = nullptr;
    QPlainTextEdit* m_snippet = nullptr;
};

} // namespace tollgate::ui
