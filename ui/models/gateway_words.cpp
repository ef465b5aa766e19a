#include "ui/models/gateway_words.h"

#include "ui/models/gateway_tables.h"

#include <QCache>
#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace tollgate::ui {

namespace {

constexpr const char* kContext = "GatewayWords";
constexpr int kDeepest = 4;
constexpr qsizetype kLongest = 4000; ///< characters; what is longer is somebody's text
constexpr int kKept = 4000;

QString translated(const char* text, int n = -1) {
    return QCoreApplication::translate(kContext, text, nullptr, n);
}

/// "en", "pl", "ru".
QString spoken() {
    return QCoreApplication::translate("GatewayWords", "en", "the code of this language: pl, ru");
}

struct Entry {
    const GatewayTemplate* of = nullptr;
    QString text;
    QList<int> places; ///< in the order of the text: 1 to 9, 0 is %n
    qsizetype literal = 0;
    mutable QRegularExpression pattern; ///< made when it is needed first
};

const QRegularExpression& marker() {
    static const QRegularExpression one(QStringLiteral("%([1-9n])"));
    return one;
}

bool has(const char* places, QChar place) {
    return std::string_view(places).find(place.toLatin1()) != std::string_view::npos;
}

QString patternOf(const QString& text, const GatewayTemplate& of) {
    QString pattern;
    qsizetype from = 0;
    for (auto match = marker().globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        pattern += QRegularExpression::escape(text.mid(from, found.capturedStart() - from));
        const QChar place = found.captured(1).at(0);
        pattern += place == u'n'          ? QStringLiteral("(\\d+)")
                   : has(of.names, place) ? QStringLiteral("(\\S+)")
                                          : QStringLiteral("(.+?)");
        from = found.capturedEnd();
    }
    pattern += QRegularExpression::escape(text.mid(from));
    return QRegularExpression::anchoredPattern(pattern);
}

/// Fills translated places; those that are not there stay.
QString filled(const QString& text, const QHash<QChar, QString>& values) {
    QString result;
    qsizetype from = 0;
    for (auto match = marker().globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        result += QStringView(text).mid(from, found.capturedStart() - from);
        result += values.value(found.captured(1).at(0), found.captured());
        from = found.capturedEnd();
    }
    return result + QStringView(text).mid(from);
}

/// All templates, found by one word of each: the one that the fewest others have.
class Dictionary {
public:
    Dictionary() {
        for (const auto templates : {routeTemplates(), stateTemplates(), fieldTemplates(), adminTemplates(),
                                     callTemplates(), receiptTemplates(), providerTemplates()})
            for (const GatewayTemplate& one : templates)
                add(one);
        index();
        for (const char* word : gatewayWordList())
            m_words.insert(QString::fromUtf8(word), word);
    }

    const std::vector<Entry>& entries() const { return m_entries; }

    std::optional<QString> word(const QString& english) const {
        const char* known = m_words.value(english, nullptr);
        return known == nullptr ? std::nullopt : std::optional(translated(known));
    }

    /// Those that may fit, with the most words of their own first.
    QList<const Entry*> candidates(const QString& sentence) const {
        QList<const Entry*> found;
        for (const QStringView word : QStringView(sentence).split(u' ', Qt::SkipEmptyParts)) {
            const auto of = m_byWord.constFind(word.toString());
            if (of == m_byWord.constEnd())
                continue;
            for (const std::size_t entry : *of)
                if (!found.contains(&m_entries[entry]))
                    found << &m_entries[entry];
        }
        std::stable_sort(found.begin(), found.end(),
                         [](const Entry* a, const Entry* b) { return a->literal > b->literal; });
        return found;
    }

private:
    void add(const GatewayTemplate& one) {
        Entry entry{&one, QString::fromUtf8(one.text), {}, 0, {}};
        entry.literal = entry.text.size();
        for (auto match = marker().globalMatch(entry.text); match.hasNext();) {
            const QString place = match.next().captured(1);
            entry.places << (place == u"n" ? 0 : place.toInt());
            entry.literal -= 2;
        }
        m_entries.push_back(std::move(entry));
    }

    void index() {
        QHash<QString, int> seen;
        const auto wordsOf = [](const Entry& entry) {
            QStringList words;
            for (const QString& word : entry.text.split(u' ', Qt::SkipEmptyParts))
                if (!word.contains(marker()))
                    words << word;
            return words;
        };
        for (const Entry& entry : m_entries)
            for (const QString& word : wordsOf(entry))
                ++seen[word];
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            const QStringList words = wordsOf(m_entries[i]);
            const auto rarest =
                std::min_element(words.begin(), words.end(), [&](const QString& a, const QString& b) {
                    return seen.value(a) < seen.value(b);
                });
            if (rarest != words.end())
                m_byWord[*rarest] << i;
        }
    }

    std::vector<Entry> m_entries;
    QHash<QString, QList<std::size_t>> m_byWord;
    QHash<QString, const char*> m_words;
};

const Dictionary& dictionary() {
    static const Dictionary all;
    return all;
}

QString say(const QString& english, int depth);

std::optional<QString> byTemplate(const Entry& entry, const QString& sentence, int depth) {
    if (entry.pattern.pattern().isEmpty())
        entry.pattern = QRegularExpression(patternOf(entry.text, *entry.of),
                                           QRegularExpression::DotMatchesEverythingOption);
    const auto match = entry.pattern.match(sentence);
    if (!match.hasMatch())
        return std::nullopt;
    QHash<QChar, QString> values;
    int number = -1;
    for (qsizetype i = 0; i < entry.places.size(); ++i) {
        const int place = entry.places.at(i);
        QString value = match.captured(static_cast<int>(i) + 1);
        if (place == 0) {
            number = value.toInt();
            continue;
        }
        const QChar digit = QLatin1Char(static_cast<char>('0' + place));
        if (has(entry.of->words, digit)) {
            const auto word = dictionary().word(value);
            if (!word)
                return std::nullopt;
            value = *word;
        } else if (has(entry.of->maybe, digit)) {
            value = dictionary().word(value).value_or(value);
        }
        if (value.contains(u' '))
            value = say(value, depth + 1);
        values.insert(digit, value);
    }
    return filled(translated(entry.of->text, number), values);
}

/// By a template that says all of it; `mistakes` are those that go on behind the name of a field.
std::optional<QString> whole(const QString& sentence, int depth, bool mistakes = false) {
    for (const Entry* entry : dictionary().candidates(sentence)) {
        if (mistakes && entry->text.startsWith(u'%'))
            continue;
        if (auto found = byTemplate(*entry, sentence, depth))
            return found;
    }
    if (!sentence.endsWith(u'.'))
        return std::nullopt;
    const auto open = whole(sentence.chopped(1), depth, mistakes); // the same, told as a sentence
    return open ? std::optional(QString(*open + u'.')) : std::nullopt;
}

/// "targets[0].model must be a text": the path of a field, and what is wrong with it.
std::optional<QString> aboutField(const QString& sentence, int depth) {
    static const QRegularExpression path(QStringLiteral("^[\\w.\\[\\]*/:\"-]+$"));
    const qsizetype blank = sentence.indexOf(u' ');
    if (blank <= 0 || !path.match(sentence.left(blank)).hasMatch())
        return std::nullopt;
    const auto mistake = whole(sentence.mid(blank + 1), depth, true);
    return mistake ? std::optional(QString(sentence.left(blank + 1) + *mistake)) : std::nullopt;
}

/// "openai/gpt-4o (it has no tools) local/qwen (resting)": what stands in parentheses.
QString inParentheses(const QString& sentence, int depth) {
    static const QRegularExpression group(QStringLiteral("\\(([^()]+)\\)"));
    QString result;
    qsizetype from = 0;
    for (auto match = group.globalMatch(sentence); match.hasNext();) {
        const auto found = match.next();
        result += QStringView(sentence).mid(from, found.capturedStart(1) - from);
        result += say(found.captured(1), depth + 1);
        from = found.capturedEnd(1);
    }
    return result + QStringView(sentence).mid(from);
}

/// Where sentences are joined: the end of the first, and the beginning of the second.
struct Cut {
    qsizetype end = 0;
    qsizetype next = 0;
};

QList<Cut> cutsOf(const QString& text) {
    static const QRegularExpression mark(QStringLiteral("\\n| \u2014 |; |(?<=\\.) | \u00b7 |: |, "),
                                         QRegularExpression::UseUnicodePropertiesOption);
    constexpr qsizetype kMost = 24;
    QList<Cut> cuts;
    for (auto match = mark.globalMatch(text); match.hasNext() && cuts.size() < kMost;) {
        const auto found = match.next();
        cuts << Cut{found.capturedStart(), found.capturedEnd()};
    }
    return cuts;
}

std::optional<QString> one(const QString& sentence, int depth) {
    if (auto found = whole(sentence, depth))
        return found;
    return aboutField(sentence, depth);
}

/// Sentences that were joined by marks, each by itself: the longest that is known first.
QString inParts(const QString& text, int depth) {
    if (auto found = one(text, depth))
        return *found;
    QString result;
    qsizetype from = 0;
    const QList<Cut> cuts = cutsOf(text);
    for (qsizetype first = 0; first <= cuts.size(); ++first) {
        qsizetype end = text.size();
        qsizetype last = cuts.size();
        std::optional<QString> found;
        for (; last >= first; --last) {
            end = last < cuts.size() ? cuts.at(last).end : text.size();
            found = one(text.mid(from, end - from), depth);
            if (found || last == first)
                break;
        }
        result += found ? *found : inParentheses(text.mid(from, end - from), depth);
        if (last >= cuts.size())
            return result;
        result += QStringView(text).mid(end, cuts.at(last).next - end);
        from = cuts.at(last).next;
        first = last;
    }
    return result;
}

QString say(const QString& english, int depth) {
    if (depth > kDeepest || english.isEmpty() || english.size() > kLongest)
        return english;
    return inParts(english, depth);
}

/// What filters are read back in: before a value, and between a field and its values or before these.
constexpr const char* kValueForms[] = {
    QT_TRANSLATE_NOOP("GatewayWords", "like %1"),    QT_TRANSLATE_NOOP("GatewayWords", "before %1"),
    QT_TRANSLATE_NOOP("GatewayWords", "under %1"),   QT_TRANSLATE_NOOP("GatewayWords", "up to %1"),
    QT_TRANSLATE_NOOP("GatewayWords", "at most %1"), QT_TRANSLATE_NOOP("GatewayWords", "after %1"),
    QT_TRANSLATE_NOOP("GatewayWords", "over %1"),    QT_TRANSLATE_NOOP("GatewayWords", "from %1"),
    QT_TRANSLATE_NOOP("GatewayWords", "at least %1")};
constexpr const char* kTermForms[] = {QT_TRANSLATE_NOOP("GatewayWords", "nothing in it contains %1"),
                                      QT_TRANSLATE_NOOP("GatewayWords", "something in it contains %1"),
                                      QT_TRANSLATE_NOOP("GatewayWords", "note does not say %1"),
                                      QT_TRANSLATE_NOOP("GatewayWords", "note says %1"),
                                      QT_TRANSLATE_NOOP("GatewayWords", "%1 is not %2"),
                                      QT_TRANSLATE_NOOP("GatewayWords", "%1 is %2")};

/// "over 1s", "like bob*", "alice".
QString filterValue(const QString& value) {
    for (const char* form : kValueForms) {
        const QString begin = QString::fromLatin1(form).chopped(2);
        if (value.startsWith(begin))
            return filled(translated(form), {{u'1', value.mid(begin.size())}});
    }
    if (value == u"set" || value == u"empty" || value == u"unknown" || value == u"today")
        return gatewayWord(value);
    return value.contains(u' ') ? whole(value, 0).value_or(value) : value; // "in the last 2 hours"
}

QString filterValues(const QString& values) {
    QStringList parts = values.split(QStringLiteral(" or "));
    for (QString& part : parts)
        part = filterValue(part);
    const QString or_ = QCoreApplication::translate("GatewayWords", "or", "of values: alice or bob");
    return parts.join(u' ' + or_ + u' ');
}

/// One term of a filter; as it is when it is none.
QString filterTerm(const QString& term) {
    for (const char* form : kTermForms) {
        const QString english = QString::fromLatin1(form);
        if (!english.startsWith(u'%')) {
            const QString begin = english.chopped(2);
            if (term.startsWith(begin))
                return filled(translated(form), {{u'1', filterValues(term.mid(begin.size()))}});
            continue;
        }
        const QString between = english.mid(2).chopped(2);
        if (const qsizetype at = term.indexOf(between); at > 0)
            return filled(translated(form), {{u'1', gatewayWord(term.left(at))},
                                             {u'2', filterValues(term.mid(at + between.size()))}});
    }
    return term;
}

} // namespace

QString gatewaySentence(const QString& english) {
    static QCache<QString, QString> kept(kKept);
    static QString language;
    const QString now = spoken();
    if (now == u"en")
        return english;
    if (now != language) {
        kept.clear();
        language = now;
    }
    if (const QString* known = kept.object(english))
        return *known;
    const QString result = say(english, 0);
    kept.insert(english, new QString(result));
    return result;
}

QString gatewayFilter(const QString& english) {
    if (spoken() == u"en" || english.isEmpty())
        return english;
    if (english == u"every request")
        return gatewaySentence(english);
    QStringList terms = english.split(QStringLiteral(", and "));
    for (QString& term : terms)
        term = filterTerm(term);
    return terms.join(QStringLiteral(", ") +
                      QCoreApplication::translate("GatewayWords", "and", "of terms of a filter") + u' ');
}

QString gatewayWord(const QString& english) {
    return dictionary().word(english).value_or(english);
}

bool gatewayKnows(const QString& english) {
    return whole(english, 0) || aboutField(english, 0);
}

QStringList gatewayTemplates() {
    QStringList all;
    for (const Entry& entry : dictionary().entries())
        all << entry.text;
    for (const char* word : gatewayWordList())
        all << QString::fromUtf8(word);
    for (const char* form : kValueForms)
        all << QString::fromUtf8(form);
    for (const char* form : kTermForms)
        all << QString::fromUtf8(form);
    return all;
}

} // namespace tollgate::ui
