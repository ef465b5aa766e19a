#include "ui/widgets/diff_view.h"

#include "ui/widgets/paint.h"

#include <QPlainTextEdit>
#include <QSyntaxHighlighter>

namespace tollgate::ui {
namespace {

constexpr int kMostLines = 22;

class DiffColours : public QSyntaxHighlighter {
public:
    explicit DiffColours(QPlainTextEdit* view)
        : QSyntaxHighlighter(view->document())
        , m_view(view) {
        connect(&Theme::of(view), &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
    }

protected:
    void highlightBlock(const QString& text) override {
        const ColorRole role = text.startsWith(u'+')   ? ColorRole::Good
                               : text.startsWith(u'-') ? ColorRole::Bad
                                                       : ColorRole::TextMuted;
        setFormat(0, static_cast<int>(text.size()), Theme::of(m_view).color(role));
    }

private:
    QPlainTextEdit* m_view;
};

void fit(QPlainTextEdit* view) {
    const int lines = qBound(1, view->document()->blockCount(), kMostLines);
    view->setFixedHeight(lines * QFontMetrics(view->font()).lineSpacing() + Theme::of(view).px(24));
}

} // namespace

QPlainTextEdit* makeCodeView(const QString& accessibleName, QWidget* parent) {
    auto* view = new QPlainTextEdit(parent);
    view->setAccessibleName(accessibleName);
    view->setReadOnly(true);
    view->setTabChangesFocus(true);
    view->setLineWrapMode(QPlainTextEdit::NoWrap);
    view->setFont(Theme::of(view).monoFont(-0.75));
    return view;
}

void showCode(QPlainTextEdit* view, const QString& text) {
    if (view->toPlainText() != text)
        view->setPlainText(text);
    fit(view);
}

QPlainTextEdit* makeDiffView(const QString& accessibleName, QWidget* parent) {
    QPlainTextEdit* view = makeCodeView(accessibleName, parent);
    new DiffColours(view);
    return view;
}

void showDiff(QPlainTextEdit* view, const QList<DiffLine>& lines) {
    showCode(view, diffText(lines));
}

} // namespace tollgate::ui
