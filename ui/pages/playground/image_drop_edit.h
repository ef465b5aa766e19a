#pragma once
// The user's message: text, and images that are dropped on it or pasted into it.

#include <QPlainTextEdit>

namespace tollgate::ui {

class ImageDropEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    using QPlainTextEdit::QPlainTextEdit;

Q_SIGNALS:
    void filesGiven(const QStringList& paths);
    void imageGiven(const QImage& image);

protected:
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;
};

} // namespace tollgate::ui
