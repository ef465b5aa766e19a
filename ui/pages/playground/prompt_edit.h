#pragma once
// The question: dialect, messages, images, tools, parameters. Parts that are JSON have a tab each, with a
// count in its name. Main thread.

#include "ui/pages/playground/play_request.h"
#include "ui/widgets/card.h"
#include "ui/widgets/paint.h"

class QCheckBox;
class QDoubleSpinBox;
class QImage;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;

namespace tollgate::ui {

class ChoiceBox;
class FlowLayout;
class FormField;
class ImageDropEdit;
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
    /// A picture from the clipboard; encoded elsewhere, it appears a little later.
    void attach(const QImage& image);
    void showProblem(const PlayProblem& problem);
    void clearProblems();

Q_SIGNALS:
    void refused(const QString& problem); ///< an image
    void changed();                       ///< earlier messages, tools, other parameters or images

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    enum Tab { MessageTab, EarlierTab, ToolsTab, MoreTab };

    QWidget* makeMessageTab();
    QWidget* makeJsonTab(const QString& objectName, const QString& label, const QString& hint,
                         QPlainTextEdit*& edit, FormField*& field);
    QLayout* makeButtons();
    void chooseImages();
    void attachAll(const QStringList& paths);
    QString add(const PlayImage& image);
    void showImages();
    void showCounts();
    void followDialect();
    void addToolExample();

    PlayDialect m_dialect = PlayDialect::Chat; ///< of the texts that stand in the fields
    QList<PlayImage> m_images;
    ChoiceBox* m_dialectBox = nullptr;
    QTabWidget* m_tabs = nullptr;
    QPlainTextEdit* m_system = nullptr;
    ImageDropEdit* m_user = nullptr;
    FormField* m_userField = nullptr;
    QPlainTextEdit* m_earlier = nullptr;
    FormField* m_earlierField = nullptr;
    QPlainTextEdit* m_tools = nullptr;
    FormField* m_toolsField = nullptr;
    QPlainTextEdit* m_more = nullptr;
    FormField* m_moreField = nullptr;
    QDoubleSpinBox* m_temperature = nullptr;
    OptionalNumberEdit* m_maxTokens = nullptr;
    QCheckBox* m_stream = nullptr;
    QWidget* m_imageRow = nullptr;
    FlowLayout* m_imageLayout = nullptr;
};

} // namespace tollgate::ui
