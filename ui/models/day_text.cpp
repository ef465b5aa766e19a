#include "ui/models/day_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace tollgate::ui::dayText {

QString shortDay(QDate day) {
    return QLocale().toString(day,
                              QCoreApplication::translate("tollgate::ui::dayText", "MMM d",
                                                          "QLocale's letters, in this language's order"));
}

QString weekday(QDate day) {
    return QLocale().toString(day,
                              QCoreApplication::translate("tollgate::ui::dayText", "ddd, MMM d",
                                                          "QLocale's letters, in this language's order"));
}

} // namespace tollgate::ui::dayText
