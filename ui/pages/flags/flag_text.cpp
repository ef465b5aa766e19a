#include "ui/pages/flags/flag_text.h"

#include "ui/models/api_words.h"

#include "ui/models/gateway_words.h"
#include "ui/pages/forms/json_path.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QStringList>

namespace tollgate::ui::flagText {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("tollgate::ui::flagText", text);
}

QString fieldName(const QString& field) {
    static const QHash<QString, QString> names{
        {QStringLiteral("rollout_percent"), tr("rollout")}, {QStringLiteral("sticky_by"), tr("sticky by")},
        {QStringLiteral("default"), tr("default")},         {QStringLiteral("weights"), tr("weights")},
        {QStringLiteral("percent"), tr("share")},           {QStringLiteral("guardrails"), tr("guardrails")}};
    return names.value(field, field);
}

QString sayField(const QString& field, const QJsonValue& value) {
    if (field == QLatin1String("rollout_percent") || field == QLatin1String("percent"))
        return percent(value.toDouble());
    if (!value.isObject())
        return sayJson(value);
    QStringList parts;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        parts << QString(it.key() + u' ' + sayJson(it.value()));
    return parts.join(QStringLiteral(", "));
}

QString sayChange(const QString& field, const QJsonValue& before, const QJsonValue& after) {
    if (field == QLatin1String("enabled"))
        return after.toBool() ? tr("switched on") : tr("switched off");
    if (field == QLatin1String("rules"))
        return tr("rules changed, %1 now").arg(after.toArray().size());
    if (before.isObject() || after.isObject())
        return after.isObject() ? tr("%1 set: %2").arg(fieldName(field), sayField(field, after))
                                : tr("%1 removed").arg(fieldName(field));
    return tr("%1 %2 → %3").arg(fieldName(field), sayField(field, before), sayField(field, after));
}

} // namespace

QString percent(double value) {
    return QString::number(value, 'g', 4) + QStringLiteral(" %");
}

QString typeName(const QString& type) {
    if (type == QLatin1String("canary"))
        return tr("canary");
    if (type == QLatin1String("prompt"))
        return tr("prompt");
    if (type == QLatin1String("kill_switch"))
        return tr("kill switch");
    if (type == QLatin1String("mirror"))
        return tr("mirror");
    return type;
}

QString subtitle(const QJsonObject& flag) {
    const QString type = flag.value(u"type").toString();
    const QString name = typeName(type) + QStringLiteral(" · ");
    if (type == QLatin1String("canary"))
        return name + percent(flag.value(u"rollout_percent").toDouble());
    if (type == QLatin1String("mirror"))
        return name + percent(flag.value(u"percent").toDouble());
    if (type == QLatin1String("kill_switch")) {
        const QString target = flag.value(u"provider").toString();
        const QString what = target.isEmpty() ? flag.value(u"target").toString() : target;
        return name + (flag.value(u"enabled").toBool() ? tr("%1 is cut off").arg(what) : tr("off"));
    }
    const QJsonObject weights = flag.value(u"weights").toObject();
    const QString usual = flag.value(u"default").toString();
    QStringList others;
    double sum = 0;
    for (const QJsonValue& weight : weights)
        sum += weight.toDouble();
    for (auto it = weights.begin(); it != weights.end(); ++it)
        if (it.key() != usual && it.value().toDouble() > 0)
            others << QString(it.key() + u' ' + percent(it.value().toDouble() / sum * 100));
    return others.isEmpty() ? name + usual
                            : QString(name + usual + QStringLiteral(" → ") + others.join(u' '));
}

QList<Piece> condition(const QJsonObject& rule) {
    QList<Piece> pieces;
    const QJsonObject conditions = rule.value(u"if").toObject();
    for (const char* subject : {"user", "project", "key"}) {
        QStringList patterns;
        for (const QJsonValue& pattern : conditions.value(QLatin1String(subject)).toArray())
            patterns << pattern.toString();
        if (patterns.isEmpty())
            continue;
        if (!pieces.isEmpty())
            pieces.append({QString(u' ' + tr("and") + u' '), false});
        const bool one = patterns.size() == 1 && !patterns.first().endsWith(u'*');
        pieces.append({one ? tr("%1 is ").arg(words::subject(QLatin1String(subject)))
                           : tr("%1 is one of ").arg(words::subject(QLatin1String(subject))),
                       false});
        pieces.append({patterns.join(QStringLiteral(", ")), true});
    }
    if (pieces.isEmpty())
        pieces.append({tr("everyone"), false});
    return pieces;
}

QString plain(const QList<Piece>& pieces) {
    QString text;
    for (const Piece& piece : pieces)
        text += piece.text;
    return text;
}

QString reason(const QString& reason, int bucket, double rolloutPercent) {
    if (reason == QLatin1String("disabled"))
        return tr("the flag is off");
    if (reason.startsWith(QLatin1String("rule:")))
        return tr("by rule %1").arg(reason.mid(5));
    if (reason == QLatin1String("rollout"))
        return bucket < rolloutPercent ? tr("within %1").arg(percent(rolloutPercent))
                                       : tr("not in %1").arg(percent(rolloutPercent));
    return gatewaySentence(reason);
}

QString change(const QString& action, const QJsonValue& before, const QJsonValue& after) {
    if (!before.isObject() && after.isObject())
        return tr("created, %1").arg(subtitle(after.toObject()));
    if (before.isObject() && !after.isObject())
        return tr("deleted");
    QStringList sentences;
    const QJsonObject old = before.toObject();
    const QJsonObject now = after.toObject();
    const QJsonObject patch = mergePatch(old, now);
    for (auto it = patch.begin(); it != patch.end(); ++it)
        if (it.key() != QLatin1String("updated_at"))
            sentences << sayChange(it.key(), old.value(it.key()), now.value(it.key()));
    return sentences.isEmpty() ? action : sentences.join(QStringLiteral(", "));
}

} // namespace tollgate::ui::flagText
