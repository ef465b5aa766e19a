#pragma once
// Days as the reader's language writes them: "Nov 9", "9 lis". Any thread once the language is chosen.

#include <QDate>
#include <QString>

namespace tollgate::ui::dayText {

QString shortDay(QDate day); ///< "Nov 9"
QString weekday(QDate day);  ///< "Mon, Nov 9"

} // namespace tollgate::ui::dayText
