#include "ui/link/starter.h"

#include "gateway/starter.h"

#include <QJsonDocument>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace tollgate::ui {
namespace {

QString text(std::string_view latin) {
    return QString::fromUtf8(latin.data(), static_cast<qsizetype>(latin.size()));
}

QJsonObject fromBoost(const boost::json::object& object) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(boost::json::serialize(object))).object();
}

StarterAnswers answersOf(const Starter& starter) {
    StarterAnswers answers;
    answers.provider = starter.provider.toStdString();
    answers.kind = starter.kind.toStdString();
    answers.baseUrl = starter.baseUrl.toStdString();
    answers.apiKey = starter.apiKey.toStdString();
    answers.options = boost::json::parse(QJsonDocument(starter.options).toJson().toStdString()).as_object();
    answers.model = starter.model.toStdString();
    answers.alias = starter.alias.toStdString();
    answers.project = starter.project.toStdString();
    answers.keyName = starter.keyName.toStdString();
    answers.keySecret = starter.keySecret.toStdString();
    answers.budgetUsd = starter.budgetUsd;
    return answers;
}

} // namespace

const QList<PresetFacts>& presetFacts() {
    static const QList<PresetFacts> all = [] {
        QList<PresetFacts> list;
        for (const ProviderPresetFacts& one : providerPresetFacts())
            list.append(
                {text(one.id), text(one.title), text(one.kind), text(one.baseUrl), text(one.keyFrom)});
        return list;
    }();
    return all;
}

QJsonObject starterDocument(const Starter& starter) {
    return fromBoost(tollgate::starterDocument(answersOf(starter)));
}

QJsonObject starterProvider(const Starter& starter) {
    return fromBoost(tollgate::starterProvider(answersOf(starter)));
}

QString makeStarterSecret() {
    return QString::fromStdString(tollgate::makeStarterSecret());
}

} // namespace tollgate::ui
