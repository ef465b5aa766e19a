#include "ui/pages/providers/deployments_edit.h"

#include <optional>
#include <utility>

namespace tollgate::ui {

namespace {

using Pair = std::pair<QString, QString>;

std::optional<Pair> pairOf(const QString& line) {
    const qsizetype mark = line.indexOf(u'=');
    Pair pair{line.left(mark).trimmed(), line.mid(mark + 1).trimmed()};
    if (mark < 0 || pair.first.isEmpty() || pair.second.isEmpty())
        return std::nullopt;
    return pair;
}

} // namespace

DeploymentsEdit::DeploymentsEdit(QWidget* parent)
    : QPlainTextEdit(parent) {
    setPlaceholderText(tr("gpt-4o = my-deployment"));
    setTabChangesFocus(true);
}

QJsonObject DeploymentsEdit::value() const {
    QJsonObject deployments;
    for (const QString& line : toPlainText().split(u'\n'))
        if (const auto pair = pairOf(line))
            deployments.insert(pair->first, pair->second);
    return deployments;
}

void DeploymentsEdit::setValue(const QJsonObject& deployments) {
    QStringList lines;
    for (auto it = deployments.begin(); it != deployments.end(); ++it)
        lines.append(it.key() + QStringLiteral(" = ") + it.value().toString());
    setPlainText(lines.join(u'\n'));
}

QString DeploymentsEdit::mistake() const {
    for (const QString& line : toPlainText().split(u'\n'))
        if (!line.trimmed().isEmpty() && !pairOf(line))
            return tr("“%1” has no deployment: write model = deployment.").arg(line.trimmed());
    return {};
}

QString DeploymentsEdit::say(const QJsonObject& deployments) {
    QStringList pairs;
    for (auto it = deployments.begin(); it != deployments.end(); ++it)
        pairs.append(it.key() + QStringLiteral(" → ") + it.value().toString());
    return pairs.isEmpty() ? tr("none") : pairs.join(QStringLiteral(", "));
}

} // namespace tollgate::ui
