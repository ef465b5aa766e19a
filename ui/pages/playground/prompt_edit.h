#pragma once
// The question: system and user message, images, parameters, tools.

#include "ui/pages/playground/play_request.h"
#include "ui/widgets/card.h"
#include "ui/widgets/paint.h"

class QCheckBox;
class QDoubleSpinBox;
class QPlainTextEdit;
class QPushButton;

namespace tollgate::ui {

class FlowLayout;
class FormField;
class OptionalNumberEdit;

class PromptEdit : public Card {
    Q_OBJECT
public:
    static constexpr qint64 kMostImageBytes = 8 * 1024 * 1024;

    explicit PromptEdit(QWidget* parent = nullptr);

    PlayPrompt prompt() const;
    void setPrompt(const PlayPrompt& prompt);
    /// For people why not, else empty.
    QString attach(const QString& path);
    void showProblem(const PlayProblem& problem);
    void clearProblems();

Q_SIGNALS:
    void refused(const QString& problem); ///< an image

private:
    void chooseImages();
    void showImages();

    QList<PlayImage> m_images;
    QPlainTextEdit* m_system = nullptr;
    QPlainTextEdit* m_user = nullptr;
    FormField* m_userField = nullptr;
    QDoubleSpinBox* m_temperature = nullptr;
    OptionalNumberEdit* m_maxTokens = nullptr;
    QCheckBox* m_stream = nullptr;
    QPushButton* m_toolsToggle = nullptr;
    QPlainTextEdit* m_tools = nullptr;
    FormField* m_toolsField = nullptr;
    QWidget* m_imageRow = nullptr;
    QHBoxLayout* m_imageLayout = nullptr;
};

} // namespace tollgate::ui
