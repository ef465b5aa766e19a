#include "ui/widgets/file_question.h"

#include <QFileDialog>

namespace tollgate::ui {

void askForFile(QWidget* asker, const FileQuestion& question, QObject* receiver,
                const std::function<void(const QString&)>& take) {
    using For = FileQuestion::For;
    auto* dialog = new QFileDialog(asker->window(), question.title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(question.what == For::Writing ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(question.what == For::Writing   ? QFileDialog::AnyFile
                        : question.what == For::Reading ? QFileDialog::ExistingFile
                                                        : QFileDialog::ExistingFiles);
    if (!question.filter.isEmpty())
        dialog->setNameFilter(question.filter);
    dialog->setDefaultSuffix(question.suffix);
    if (!question.suggested.isEmpty())
        dialog->selectFile(question.suggested);
    QObject::connect(dialog, &QFileDialog::filesSelected, receiver, [take](const QStringList& paths) {
        for (const QString& path : paths)
            take(path);
    });
    dialog->open();
}

} // namespace tollgate::ui
