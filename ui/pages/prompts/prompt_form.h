#pragma once
// One prompt: its versions and their use, two of them compared, and the next one as it is being written, with
// what it will say. Saving writes a new version; none is ever changed.

#include "ui/pages/forms/object_form.h"

#include <QTimer>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace tollgate::ui {

class Card;
class CompareCard;
class CopyButton;
class PreviewCard;
class ResourceCatalogue;
class VersionsCard;

class PromptForm : public ObjectForm {
    Q_OBJECT
public:
    PromptForm(const UiContext& context, ResourceCatalogue* names, QWidget* parent = nullptr);

    QString heading() const override;
    QString kindText() const override;

    /// Which version the editor starts from; before load().
    void startFrom(const QJsonObject& prompt);
    /// The version as it is being written, without what the gateway adds.
    QJsonObject draft() const;
    /// The version that the editor shows while nothing is edited.
    void showVersion(const QString& version) { m_base = version; }

    VersionsCard* versions() const { return m_versions; }
    CompareCard* compare() const { return m_compare; }
    PreviewCard* preview() const { return m_preview; }
    QString experimentText() const;

    static QJsonObject newPrompt();

Q_SIGNALS:
    void defaultRequested(const QString& version);
    void pageRequested(const QString& page, const QString& argument);

protected:
    void shown(const QJsonObject& object, bool isNew) override;
    void liveChanged(bool live) override;

private:
    Card* editorCard();
    Card* useCard();
    void bindText(const char* field, const QString& label, QPlainTextEdit* edit, Card* card);
    QJsonValue baseValue(const char* field) const;
    void chooseVersion(const QString& version);
    void followDraft();
    void readUse();
    void readExperiment();

    ResourceCatalogue* m_names;
    QJsonObject m_prompt; ///< as stored; of a new one the template
    QString m_shown;      ///< name of the prompt whose use is on the page
    QString m_base;       ///< version that the editor starts from
    bool m_isNew = false;
    Card* m_identity = nullptr;
    VersionsCard* m_versions = nullptr;
    CompareCard* m_compare = nullptr;
    PreviewCard* m_preview = nullptr;
    Card* m_editor = nullptr;
    Card* m_use = nullptr;
    QString m_fault;     ///< of the templates: which
    QString m_faultText; ///< and why
    QLabel* m_experiment = nullptr;
    QPushButton* m_openExperiment = nullptr;
    QPlainTextEdit* m_call = nullptr;
    QString m_flag; ///< that decides; empty: none
    QTimer m_again;
};

} // namespace tollgate::ui
