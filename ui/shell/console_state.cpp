#include "ui/shell/console_state.h"

#include <QHeaderView>
#include <QSplitter>

namespace tollgate::ui {

ConsoleState::ConsoleState(const QString& iniPath) {
    if (!iniPath.isEmpty())
        m_file = std::make_unique<QSettings>(iniPath, QSettings::IniFormat);
}

QVariant ConsoleState::value(const QString& key, const QVariant& fallback) const {
    return m_file ? m_file->value(key, fallback) : fallback;
}

void ConsoleState::setValue(const QString& key, const QVariant& value) {
    if (m_file)
        m_file->setValue(key, value);
}

void ConsoleState::remove(const QString& key) {
    if (m_file)
        m_file->remove(key);
}

void ConsoleState::sync() {
    if (m_file)
        m_file->sync();
}

void ConsoleState::remember(const QString& key, QHeaderView* header) {
    const QByteArray kept = value(key).toByteArray();
    if (!kept.isEmpty())
        header->restoreState(kept);
    const auto keep = [this, key, header] { setValue(key, header->saveState()); };
    QObject::connect(header, &QHeaderView::sectionResized, header, keep);
    QObject::connect(header, &QHeaderView::sectionMoved, header, keep);
}

void ConsoleState::remember(const QString& key, QSplitter* splitter) {
    const QByteArray kept = value(key).toByteArray();
    if (!kept.isEmpty())
        splitter->restoreState(kept);
    QObject::connect(splitter, &QSplitter::splitterMoved, splitter,
                     [this, key, splitter] { setValue(key, splitter->saveState()); });
}

} // namespace tollgate::ui
