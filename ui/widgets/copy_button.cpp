#include "ui/widgets/copy_button.h"

#include "ui/widgets/paint.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTimer>

namespace tollgate::ui {

CopyButton::CopyButton(const QString& what, std::function<QString()> text, QWidget* parent)
    : QPushButton(tr("copy"), parent)
    , m_textToCopy(std::move(text)) {
    setFont(Theme::of(this).monoFont(-1));
    setProperty("align", u"left"_qs);
    setKind(this, "quiet");
    setAccessibleName(tr("Copy %1").arg(what));
    setToolTip(accessibleName());
    setCursor(Qt::PointingHandCursor);
    // Nothing beside the button should move when it confirms.
    setMinimumWidth(QFontMetrics(font()).horizontalAdvance(QPushButton::text()) + Theme::of(this).px(10));
    connect(this, &QPushButton::clicked, this, &CopyButton::copy);
}

void CopyButton::copy() {
    QGuiApplication::clipboard()->setText(m_textToCopy());
    setText(QStringLiteral("\u2713"));
    setAccessibleDescription(tr("copied"));
    QTimer::singleShot(1500, this, [this] {
        setText(tr("copy"));
        setAccessibleDescription({});
    });
}

} // namespace tollgate::ui
