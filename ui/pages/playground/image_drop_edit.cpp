#include "ui/pages/playground/image_drop_edit.h"

#include <QImage>
#include <QMimeData>
#include <QUrl>

namespace tollgate::ui {
namespace {

QStringList filesOf(const QMimeData* source) {
    QStringList paths;
    for (const QUrl& url : source->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    return paths;
}

} // namespace

bool ImageDropEdit::canInsertFromMimeData(const QMimeData* source) const {
    return source->hasImage() || !filesOf(source).isEmpty() || QPlainTextEdit::canInsertFromMimeData(source);
}

void ImageDropEdit::insertFromMimeData(const QMimeData* source) {
    // Files first: file managers offer their paths as text, too. A text with a picture of itself is a text.
    if (const QStringList paths = filesOf(source); !paths.isEmpty())
        Q_EMIT filesGiven(paths);
    else if (source->hasImage() && !source->hasText())
        Q_EMIT imageGiven(qvariant_cast<QImage>(source->imageData()));
    else
        QPlainTextEdit::insertFromMimeData(source);
}

} // namespace tollgate::ui
