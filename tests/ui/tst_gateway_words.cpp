// The gateway's sentences are said in the language of the console, and none of them is forgotten: its sources
// are read for texts that people get to see.

#include "ui/models/gateway_words.h"
#include "ui/shell/language.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace tollgate::ui;

namespace {

/// Rooms whose texts reach the console; "." is the façade.
constexpr const char* kRooms[] = {".",       "admin",    "config", "dialects", "jobs",
                                  "ledger",  "pipeline", "policy", "prompts",  "providers",
                                  "routing", "secrets",  "store",  "upstream", "wire"};

/// Files of these rooms that speak to others: the OpenAPI document, SQL, the command line, price lists.
const QRegularExpression& otherFiles() {
    static const QRegularExpression one(
        QStringLiteral("openapi|job_list_sql|job_database|ledger_database|schema|prompt_check|prompt_cases|"
                       "filter_sql|catalogue|"
                       "requests_query|config_check|key_hash"));
    return one;
}

/// Statements that write the log or SQL, or describe the API.
const QRegularExpression& otherStatements() {
    static const QRegularExpression one(QStringLiteral(
        "qWarning|qCritical|qInfo|qCWarning|qCInfo|qCCritical|qFatal|RouteDoc|table\\.add|\\.query\\b|"
        "listDoc|"
        "kTaskStates "
        "=|emplace_back\\(filter|prepare\\(|exec\\(|sql|Sql|kWords|narrow\\(|condition|complain\\("));
    return one;
}

/// Texts that are no sentences for people who look at the console.
const QStringList& noSentences() {
    static const QStringList list{
        // a protocol
        QStringLiteral("data:"), QStringLiteral("event:"), QStringLiteral("text/event-stream; charset=utf-8"),
        QStringLiteral("text/plain; version=0.0.4; charset=utf-8"), QStringLiteral(": tollgate events"),
        QStringLiteral(": tollgate cost_usd="), QStringLiteral("overhead_us="), QStringLiteral("tokens_in="),
        QStringLiteral("tokens_out="), QStringLiteral(", SignedHeaders="), QStringLiteral(", Signature="),
        QStringLiteral("Bearer"),
        // what a model is told
        QStringLiteral("can be called now."), QStringLiteral("The input follows this"),
        QStringLiteral("Runs a command on the user's machine and returns its output."),
        QStringLiteral("Was called earlier in this conversation."),
        QStringLiteral("Answer with one JSON object and nothing else: no text around it, no code fence."),
        QStringLiteral(
            "Answer with one JSON value and nothing else: no text around it, no code fence. It must "
            "match this JSON schema:"),
        QStringLiteral("What it is for:"), QStringLiteral("No result was given."),
        QStringLiteral("Error: No result was given."), QStringLiteral("(The conversation begins.)"),
        QStringLiteral("Continue from where you stopped."),
        QStringLiteral("Gives the final answer to the user. Call it once, with all of the answer."),
        QStringLiteral(
            "When you answer without calling a function, answer with one JSON object only, without any "
            "text around it"),
        QStringLiteral(". It must match this JSON schema:"),
        QStringLiteral("Attached to the results of the tools above:"),
        QStringLiteral("[{provider}:{model}] Answer to: {prompt:120}"), QStringLiteral("{{ message }}"),
        // what a task or an upstream's error is searched for
        QStringLiteral("step by step"), QStringLiteral("pros and cons"), QStringLiteral("in depth"),
        QStringLiteral("credit balance is too low"),
        // names, and words of the ledger that filters find (note:downgraded)
        QStringLiteral("LM Studio"), QStringLiteral("Gemini 2.5"), QStringLiteral("audit by subject"),
        QStringLiteral("settings, prune"), QStringLiteral("downgraded"), QStringLiteral("canary_failed"),
        // a file's beginning, a statement's part
        QStringLiteral("prompts: {}"), QStringLiteral("d.project = ?"), QStringLiteral("rowid DESC")};
    return list;
}

/// One statement of a source: its code without its texts, and these, with those that follow each other
/// joined.
struct Statement {
    QString code;
    QStringList texts;
};

class Source {
public:
    explicit Source(QString text)
        : m_text(std::move(text)) {}

    QList<Statement> statements() {
        QList<Statement> list;
        while (m_at < m_text.size()) {
            if (!skipped())
                take();
            if (m_ended) {
                list << m_now;
                m_now = {};
                m_ended = false;
            }
        }
        return list << m_now;
    }

private:
    bool at(QLatin1StringView what) const { return QStringView(m_text).mid(m_at).startsWith(what); }

    void skipTo(QLatin1StringView end) {
        const qsizetype found = m_text.indexOf(end, m_at);
        m_at = found < 0 ? m_text.size() : found + end.size();
    }

    /// Comments, directives, raw texts and characters.
    bool skipped() {
        if (at(QLatin1StringView("//")) || (m_text.at(m_at) == u'#' && m_now.code.trimmed().isEmpty()))
            skipTo(QLatin1StringView("\n"));
        else if (at(QLatin1StringView("/*")))
            skipTo(QLatin1StringView("*/"));
        else if (at(QLatin1StringView("R\"(")))
            skipTo(QLatin1StringView(")\""));
        else
            return character();
        return true;
    }

    bool character() {
        if (m_text.at(m_at) != u'\'')
            return false;
        static const QRegularExpression one(QStringLiteral("\\G'(\\\\.|[^'\\\\])'"));
        const auto match = one.match(m_text, m_at);
        if (!match.hasMatch())
            return false;
        m_at = match.capturedEnd();
        m_now.code += u'@';
        return true;
    }

    void take() {
        const QChar next = m_text.at(m_at++);
        if (next == u'"')
            return text();
        if (next == u';')
            m_ended = true;
        else
            m_now.code += next;
    }

    void text() {
        QString found;
        for (; m_at < m_text.size() && m_text.at(m_at) != u'"'; ++m_at) {
            if (m_text.at(m_at) != u'\\')
                found += m_text.at(m_at);
            else if (++m_at < m_text.size())
                found += m_text.at(m_at) == u'n' ? QChar(u'\n') : m_text.at(m_at);
        }
        ++m_at;
        constexpr QChar kText(1); // stands where a text was
        if (m_now.code.trimmed().endsWith(kText))
            m_now.texts.last() += found;
        else
            m_now.texts << found;
        m_now.code += kText;
    }

    const QString m_text;
    qsizetype m_at = 0;
    bool m_ended = false;
    Statement m_now;
};

/// What a text of a source is part of: words with a blank between them, or at an end to join them by.
bool isSentence(const QString& text) {
    static const QRegularExpression word(QStringLiteral("[a-z]{2}"));
    static const QRegularExpression joined(QStringLiteral("^ [a-z]{3,}|[a-z]{3,} $"));
    static const QRegularExpression sql(
        QStringLiteral("\\b(SELECT|FROM|WHERE|UPDATE|INSERT|CREATE|DELETE|PRAGMA|ORDER BY|JOIN)\\b"));
    if (!word.match(text).hasMatch() || sql.match(text).hasMatch())
        return false;
    return text.trimmed().contains(u' ') || joined.match(text).hasMatch();
}

class Templates {
public:
    Templates() {
        static const QRegularExpression place(QStringLiteral("%[1-9n]"));
        for (const QString& one : gatewayTemplates())
            m_pieces += one.split(place);
    }

    /// As a whole, as a part of a template, or with something in its places.
    bool know(const QString& text) const {
        static const QRegularExpression ends(
            QStringLiteral("^[\\s(\"').,:;\\[\\]“”—→]+|[\\s(\"').,:;\\[\\]“”—→]+$"));
        QString bare = text;
        bare.remove(ends);
        const QString rest = bare.section(u' ', 1); // behind the name of a field
        for (const QString& one : {text.trimmed(), bare, rest})
            if (!one.isEmpty() && isPiece(one))
                return true;
        const QString fill = QStringLiteral("1");
        for (const QString& one :
             {text, QString(text + fill), QString(fill + text), QString(fill + text + fill)})
            if (gatewayKnows(one.trimmed()))
                return true;
        const QStringList sentences = text.split(QStringLiteral(". "));
        return sentences.size() > 1 && std::all_of(sentences.begin(), sentences.end(),
                                                   [this](const QString& one) { return know(one); });
    }

private:
    bool isPiece(const QString& text) const {
        return std::any_of(m_pieces.begin(), m_pieces.end(),
                           [&](const QString& piece) { return piece.contains(text); });
    }

    QStringList m_pieces;
};

QStringList missingIn(const QString& path, const Templates& templates) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {path};
    QStringList missing;
    for (const Statement& statement : Source(QString::fromUtf8(file.readAll())).statements()) {
        if (otherStatements().match(statement.code).hasMatch())
            continue;
        for (const QString& text : statement.texts) {
            const QString plain = text.trimmed();
            const bool other = noSentences().contains(plain) || plain.startsWith(u"data: "_qs) ||
                               plain.startsWith(u"event: "_qs) || plain.startsWith(u"data: {"_qs);
            if (isSentence(text) && !other && !templates.know(text))
                missing << QFileInfo(path).fileName() + u": "_qs + plain;
        }
    }
    return missing;
}

} // namespace

class GatewayWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { speak(u"en"_qs); }

    void holdEverySentenceOfTheGateway() {
        const Templates templates;
        QStringList missing;
        int files = 0;
        for (const char* room : kRooms) {
            const QDir directory(QStringLiteral(TOLLGATE_SOURCE_DIR "/gateway/") + QLatin1StringView(room));
            for (const QString& name : directory.entryList({u"*.cpp"_qs}, QDir::Files)) {
                if (otherFiles().match(name).hasMatch())
                    continue;
                ++files;
                missing += missingIn(directory.filePath(name), templates);
            }
        }
        QVERIFY(files > 150);
        QVERIFY2(missing.isEmpty(),
                 qUtf8Printable(u"no template in ui/models/words says\n"_qs + missing.join(u'\n')));
    }

    void noticeASentenceThatIsForgotten() {
        const Templates templates;
        QVERIFY(!templates.know(u"the moon is made of "_qs));
        QVERIFY(!templates.know(u"Nobody has thought of this one."_qs));
        QVERIFY(templates.know(u" is used by "_qs));
        const QList<Statement> read =
            Source(u"// \"a comment\"\nfail(\"the quote \" // why\n \"is\\\" open\" + x); b = '\"';"_qs)
                .statements();
        QCOMPARE(read.first().texts, QStringList{u"the quote is\" open"_qs});
        QCOMPARE(read.at(1).texts, QStringList());
    }

    void areSaidInEachLanguage_data() {
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("polish");
        QTest::addColumn<QString>("russian");
        const auto add = [](const char* english, const char* polish, const char* russian) {
            QTest::newRow(english) << QString::fromUtf8(english) << QString::fromUtf8(polish)
                                   << QString::fromUtf8(russian);
        };
        add("openai/gpt-4o — skipped: circuit open", "openai/gpt-4o — pominięty: bezpiecznik otwarty",
            "openai/gpt-4o — пропущен: размыкатель разомкнут");
        add("openai/gpt-4o — chosen: 120 ms, 3 running, about 0.01 USD",
            "openai/gpt-4o — wybrany: 120 ms, w toku: 3, około 0.01 USD",
            "openai/gpt-4o — выбран: 120 мс, выполняется: 3, около 0.01 USD");
        add("attempt 2: a/b timeout — no answer within 3000 ms",
            "próba 2: a/b przekroczenie czasu — brak odpowiedzi w ciągu 3000 ms",
            "попытка 2: a/b таймаут — нет ответа за 3000 мс");
        add("No healthy target: a/b (circuit open) c/d (all its keys rest for 3 s)",
            "Brak sprawnego celu: a/b (bezpiecznik otwarty) c/d (wszystkie jego klucze odpoczywają przez 3 "
            "s)",
            "Нет исправной цели: a/b (размыкатель разомкнут) c/d (все его ключи отдыхают 3 с)");
        add("provider openai is there already", "dostawca openai już istnieje", "провайдер openai уже есть");
        add("targets[0].model must be a text", "targets[0].model musi być tekstem",
            "targets[0].model должно быть текстом");
        add("there is no alias chat", "nie ma aliasu chat", "псевдонима chat нет");
        add("messages must be an array.", "messages musi być tablicą.", "messages должно быть массивом.");
        add("The database was damaged (found while it was in use) and is kept as /x: the configuration is "
            "that of "
            "its last backup, version 12; 44 requests were read from it; what the journal holds beyond them "
            "is "
            "replayed.",
            "Baza danych była uszkodzona (wykryto podczas używania) i jest zachowana jako /x: konfiguracja "
            "pochodzi z ostatniej kopii zapasowej, wersja 12; odczytano z niej 44 żądania; to, co ponadto "
            "jest w "
            "dzienniku, zostaje odtworzone.",
            "База данных была повреждена (обнаружено во время работы) и сохранена как /x: конфигурация взята "
            "из "
            "последней резервной копии, версия 12; из неё прочитаны 44 запроса; остальное, что есть в "
            "журнале, "
            "воспроизводится.");
        add("Certificates and names are always checked. corp has its own authorities in /ca.pem. A proxy is "
            "used, "
            "from https_proxy.",
            "Certyfikaty i nazwy są zawsze sprawdzane. corp ma własne urzędy certyfikacji w /ca.pem. Używany "
            "jest "
            "serwer proxy, z https_proxy.",
            "Сертификаты и имена проверяются всегда. У corp свои центры сертификации в /ca.pem. Используется "
            "прокси "
            "из https_proxy.");
        add("auth · limits · budget", "uwierzytelnienie · limity · budżet", "авторизация · лимиты · бюджет");
        add("2 keys, kept as bcrypt; 1 never expire.",
            "2 klucze, przechowywane jako bcrypt; bezterminowych: 1.",
            "2 ключа, хранятся как bcrypt; бессрочных: 1.");
        add("5 keys, kept as bcrypt; 1 never expire.",
            "5 kluczy, przechowywanych jako bcrypt; bezterminowych: 1.",
            "5 ключей, хранятся как bcrypt; бессрочных: 1.");
        add("a is missing; b and c are in no template", "brakuje: a; b i c nie występują w żadnym szablonie",
            "отсутствует: a; b и c нет ни в одном шаблоне");
        add("filter “nope:1” at position 1: the quote is not closed",
            "filter „nope:1” na pozycji 1: cudzysłów nie jest zamknięty",
            "filter «nope:1» в позиции 1: кавычка не закрыта");
    }
    void areSaidInEachLanguage() {
        QFETCH(QString, english);
        QFETCH(QString, polish);
        QFETCH(QString, russian);
        speak(u"pl"_qs);
        QCOMPARE(gatewaySentence(english), polish);
        QCOMPARE(gatewaySentence(english), polish); // from memory
        speak(u"ru"_qs);
        QCOMPARE(gatewaySentence(english), russian);
        speak(u"en"_qs);
        QCOMPARE(gatewaySentence(english), english);
    }

    void leaveWhatOthersSaid_data() {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"That model is currently overloaded with other requests.", "API key is missing", "key expired",
              "model not found", "chosen one", "", "50 %1 of %n",
              "You exceeded your current quota, please check your plan and billing details."})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void leaveWhatOthersSaid() {
        QFETCH(QString, text);
        speak(u"pl"_qs);
        QCOMPARE(gatewaySentence(text), text);
    }

    void readAFilterBack() {
        const QString english =
            u"user is alice or like bob*, and latency is over 1s, and note does not say fallback"_qs;
        QCOMPARE(gatewayFilter(english), english);
        speak(u"pl"_qs);
        QCOMPARE(gatewayFilter(english),
                 u"użytkownik: alice lub jak bob*, i opóźnienie: ponad 1s, i adnotacja nie mówi fallback"_qs);
        QCOMPARE(gatewayFilter(u"every request"_qs), u"wszystkie żądania"_qs);
        QCOMPARE(gatewayFilter(u"time is in the last 2 hours"_qs), u"czas: ostatnie 2 godziny"_qs);
        speak(u"ru"_qs);
        QCOMPARE(gatewayFilter(u"time is more than 5 days ago, and status is today"_qs),
                 u"время: более 5 дней назад, и статус: сегодня"_qs);
        QCOMPARE(gatewayFilter(u"status is not set"_qs), u"статус: не задано"_qs);
    }

    /// A list of them is drawn while somebody waits.
    void areFoundAtOnce() {
        speak(u"pl"_qs);
        gatewaySentence(u"attempt 0: a/b answered"_qs);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 1000; ++i)
            QVERIFY(gatewaySentence(u"attempt %1: a/b answered"_qs.arg(i)).contains(u"odpowiedział"_qs));
        QVERIFY2(timer.elapsed() < 500, qUtf8Printable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(GatewayWordsTest)
#include "tst_gateway_words.moc"
